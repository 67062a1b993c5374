//! Marks on projects: columns beside the project, that are no part of it or of its file.

use domain::project::ProjectId;
use domain::refusal::{Kind, Refusal};
use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use super::{optional, project};
use crate::trouble::Trouble;

/// What the officer can make of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Mall: kept to start others from.
    Template,
    /// Put away, out of the daily list.
    Archived,
    /// Taken away; it can come back until it is erased.
    Removed,
}

/// Since when a project has had each mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Kept to start others from.
    pub template: Option<Timestamp>,
    /// Put away.
    pub archived: Option<Timestamp>,
    /// Taken away.
    pub removed: Option<Timestamp>,
}

impl Mark {
    fn column(self) -> &'static str {
        match self {
            Self::Template => "template",
            Self::Archived => "archived",
            Self::Removed => "removed",
        }
    }
}

/// Sets a mark as of a moment, or takes it away.
pub(crate) fn set(
    at: &Connection,
    id: &ProjectId,
    mark: Mark,
    since: Option<Timestamp>,
) -> Result<(), Trouble> {
    let update = format!("UPDATE project SET {} = ?2 WHERE id = ?1", mark.column());
    match at.execute(&update, params![id.as_str(), since.map(|moment| moment.to_string())])? {
        0 => Err(project::not_here(id).into()),
        _ => Ok(project::seal(at, id)?),
    }
}

/// Deletes a project and, with it, all that belongs to it; only one that the officer has removed.
pub(crate) fn erase_removed(at: &Connection, id: &ProjectId) -> Result<(), Trouble> {
    match at.execute("DELETE FROM project WHERE id = ?1 AND removed IS NOT NULL", [id.as_str()])? {
        0 => Err(not_removed().into()),
        _ => Ok(()),
    }
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Marks> {
    Ok(Marks {
        template: optional(row, "template")?,
        archived: optional(row, "archived")?,
        removed: optional(row, "removed")?,
    })
}

fn not_removed() -> Refusal {
    Refusal::new(
        Kind::NotNow,
        "Projektet ligger inte bland de borttagna.",
        "The project is not among the removed ones.",
    )
    .hint("Det kan ha tagits tillbaka i ett annat fönster.", "It may have been taken back in another window.")
}
