//! Earlier versions of a project: named, looked at, brought back. Nothing is ever erased.

use domain::catalogue::Catalogue;
use domain::project::{Project, ProjectId};
use domain::refusal::{Kind, Refusal};
use domain::revision::RevisionId;
use domain::text::Bilingual;
use rusqlite::Connection;

use super::{Edited, Store, at_head, keep, made};
use crate::stamp::Stamp;
use crate::table::revision;
use crate::trouble::Trouble;

/// The longest name of a version, in characters.
const LONGEST_NAME: usize = 100;

impl Store {
    /// Calls the version that a revision left by a name; an empty one takes the name away.
    ///
    /// # Errors
    /// When there is no such revision, the name is too long, or the database cannot be written.
    pub fn name(&mut self, id: &ProjectId, revision: &RevisionId, name: &str) -> Result<(), Refusal> {
        let name = name.trim();
        if name.chars().count() > LONGEST_NAME {
            return Err(too_long());
        }
        let name = Some(name).filter(|name| !name.is_empty());
        self.transact(|transaction| {
            let known = revision::name(transaction, id, revision, name)?;
            if known { Ok(()) } else { Err(not_there(revision).into()) }
        })
    }

    /// A project as it was after a revision.
    ///
    /// # Errors
    /// When there is no such revision, or the database cannot be read.
    pub fn version(&self, id: &ProjectId, revision: &RevisionId) -> Result<Project, Refusal> {
        self.read(|connection| version(connection, id, revision))
    }

    /// Brings an earlier version back, as a new revision that can be undone. What has been fixed since stays fixed.
    ///
    /// # Errors
    /// When there is no such revision, the project has been changed since `head`, or the database cannot be written.
    pub fn bring_back(
        &mut self,
        (id, head): (&ProjectId, &RevisionId),
        revision: &RevisionId,
        catalogue: &Catalogue,
        stamp: &Stamp,
    ) -> Result<Edited, Refusal> {
        self.transact(|transaction| {
            let before = at_head(transaction, id, head)?;
            let after = version(transaction, id, revision)?;
            let after = Project { fixed: before.fixed.clone(), ..after };
            let words = catalogue
                .phrases
                .fill("program.edit.brought_back", &[("what", called(transaction, revision)?)]);
            let made = made(stamp, vec![head.clone()], words);
            keep(transaction, &before, after, made, catalogue, stamp)
        })
    }
}

fn version(at: &Connection, id: &ProjectId, revision: &RevisionId) -> Result<Project, Trouble> {
    match revision::made_at(at, id, revision)? {
        Some(_) => revision::state(at, id, revision),
        None => Err(not_there(revision).into()),
    }
}

/// The name of a version, else what was done last in it.
fn called(at: &Connection, revision: &RevisionId) -> Result<Bilingual, Trouble> {
    let known = revision::find(at, revision)?;
    Ok(known.name.map_or(known.words, |name| Bilingual::new(&*name, &*name)))
}

fn not_there(revision: &RevisionId) -> Refusal {
    Refusal::new(
        Kind::NotFound,
        format!("Projektet har ingen version {revision}."),
        format!("The project has no version {revision}."),
    )
    .hint("Välj en i historiken.", "Choose one in the history.")
}

fn too_long() -> Refusal {
    Refusal::bad_input(
        format!("Namnet har fler än {LONGEST_NAME} tecken."),
        format!("The name has more than {LONGEST_NAME} characters."),
    )
    .hint("Välj ett kortare namn.", "Choose a shorter name.")
}
