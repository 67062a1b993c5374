//! The version that two copies come from. Against an earlier one, what has been changed back since would be taken for what never
//! was changed, and be lost.

use std::collections::{BTreeSet, HashSet};

use domain::project::{Project, ProjectId};
use domain::revision::RevisionId;
use domain::undo::in_effect;
use jiff::Timestamp;
use rusqlite::Connection;

use crate::table::ancestor::{self, Came};
use crate::table::revision;
use crate::trouble::Trouble;

/// A version that two copies come from.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// The project as it was.
    pub project: Project,
    /// When it was made; not known when it was made elsewhere.
    pub at: Option<Timestamp>,
}

/// Where the revisions of a project were made: here, one after the other, or elsewhere.
pub(super) struct Origins {
    project: ProjectId,
    made: BTreeSet<RevisionId>,
    came: Vec<Came>,
}

impl Origins {
    pub(super) fn of(at: &Connection, project: &ProjectId) -> Result<Self, Trouble> {
        let marks = revision::marks(at, project)?;
        let mut came = ancestor::list(at, project)?;
        let in_effect = in_effect(&marks);
        came.retain(|one| in_effect.contains(&one.via));
        Ok(Self { project: project.clone(), made: marks.into_iter().map(|mark| mark.id).collect(), came })
    }

    /// Of some revisions, the last first, those whose state is known and that no other made here has behind it: the last that
    /// was made here, and the last of each file.
    pub(super) fn known<'a>(&'a self, common: &'a [RevisionId]) -> impl Iterator<Item = &'a RevisionId> {
        let made = common.iter().find(|id| self.made.contains(*id));
        let came = self.came.iter().filter(|one| one.has_state && common.contains(&one.revision));
        made.into_iter().chain(came.map(|one| &one.revision))
    }

    /// The version that has all others behind it that both come from. None when its state is not known here, or there are two
    /// of which neither has the other behind it.
    pub(super) fn base(&self, at: &Connection, common: &[RevisionId]) -> Result<Option<Base>, Trouble> {
        let is_last = |id: &&RevisionId| {
            let behind = self.behind(id);
            common.iter().all(|one| behind.contains(one))
        };
        self.known(common).find(is_last).map(|id| self.state(at, id)).transpose()
    }

    /// A revision and all that it is known to build on.
    fn behind<'a>(&'a self, last: &'a RevisionId) -> HashSet<&'a RevisionId> {
        let mut behind = HashSet::from([last]);
        let (mut next, mut until) = (vec![last], None);
        while let Some(id) = next.pop() {
            let more: Vec<&RevisionId> = if self.made.contains(id) {
                if until >= Some(id) {
                    continue;
                }
                until = Some(id);
                let came = self.came.iter().filter(|one| one.via <= *id).map(|one| &one.revision);
                self.made.range::<RevisionId, _>(..=id).chain(came).collect()
            } else {
                let Some(file) = self.file(id) else { continue };
                self.came.iter().filter(|one| one.via == file.via).map(|one| &one.revision).collect()
            };
            next.extend(more.into_iter().filter(|id| behind.insert(id)));
        }
        behind
    }

    /// The file of which a revision was the last.
    fn file(&self, id: &RevisionId) -> Option<&Came> {
        self.came.iter().find(|one| one.has_state && one.revision == *id)
    }

    fn state(&self, at: &Connection, id: &RevisionId) -> Result<Base, Trouble> {
        Ok(match self.file(id) {
            Some(Came { via, .. }) if !self.made.contains(id) => {
                Base { project: ancestor::state(at, &self.project, id, via)?, at: None }
            }
            _ => Base {
                project: revision::state(at, &self.project, id)?,
                at: revision::made_at(at, &self.project, id)?,
            },
        })
    }
}
