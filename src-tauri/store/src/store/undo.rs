//! Undo and redo: an earlier state, brought back as a new revision.

use domain::catalogue::Catalogue;
use domain::edit::Edit;
use domain::project::ProjectId;
use domain::refusal::{Kind, Refusal};
use domain::revision::{Revision, RevisionId};
use domain::text::Bilingual;
use domain::undo::{Step, Steps, Way};
use rusqlite::Connection;

use super::{Edited, Store, at_head, keep, made};
use crate::stamp::Stamp;
use crate::table::revision;
use crate::trouble::Trouble;

/// What can be undone and redone, in the words of the edits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepsInWords {
    /// What undo takes back.
    pub undo: Option<Bilingual>,
    /// What redo does again.
    pub redo: Option<Bilingual>,
}

/// What came out of a step back or forth.
#[derive(Clone, Debug)]
pub struct Stepped {
    /// The project after it, and the revision that was kept.
    pub edited: Edited,
    /// What was undone or redone.
    pub edit: Option<Edit>,
}

impl Store {
    /// What can be undone and redone now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn steps(&self, id: &ProjectId) -> Result<StepsInWords, Refusal> {
        self.read(|connection| {
            let Steps { undo, redo } = steps(connection, id)?;
            Ok(StepsInWords { undo: words_of(connection, undo)?, redo: words_of(connection, redo)? })
        })
    }

    /// Goes one step back or forth from `head`. The edits of the step stay among the revisions.
    ///
    /// # Errors
    /// When there is no such step, the project has been changed since `head`, or the database cannot be written.
    pub fn step(
        &mut self,
        id: &ProjectId,
        head: &RevisionId,
        way: Way,
        catalogue: &Catalogue,
        stamp: &Stamp,
    ) -> Result<Stepped, Refusal> {
        self.transact(|transaction| {
            let before = at_head(transaction, id, head)?;
            let step = steps(transaction, id)?.in_way(way).ok_or_else(|| nothing(way))?;
            let of = revision::find(transaction, &step.edit)?;
            let words = catalogue.phrases.fill(phrase(way), &[("what", of.words)]);
            let after = match revision::state_before(transaction, &before, &step.to)? {
                Some(after) => after,
                None => revision::state(transaction, id, &step.to)?,
            };
            let made = made(stamp, vec![head.clone()], words);
            let revision = Revision { brings_back: Some(step.to), ..made };
            let edited = keep(transaction, &before, after, revision, catalogue, stamp)?;
            Ok(Stepped { edited, edit: of.edit })
        })
    }
}

fn steps(at: &Connection, id: &ProjectId) -> rusqlite::Result<Steps> {
    Ok(Steps::after(&revision::marks(at, id)?))
}

fn words_of(at: &Connection, step: Option<Step>) -> Result<Option<Bilingual>, Trouble> {
    step.map(|step| Ok(revision::find(at, &step.edit)?.words)).transpose()
}

fn phrase(way: Way) -> &'static str {
    match way {
        Way::Undo => "program.edit.undone",
        Way::Redo => "program.edit.redone",
    }
}

fn nothing(way: Way) -> Refusal {
    let (sv, en) = match way {
        Way::Undo => ("Det finns inget mer att ångra.", "There is nothing more to undo."),
        Way::Redo => ("Det finns inget att göra om.", "There is nothing to redo."),
    };
    Refusal::new(Kind::NotNow, sv, en)
}
