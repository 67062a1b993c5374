//! Project files that come in: what one holds against what is here, and how it is taken in.

use std::collections::HashSet;

use domain::catalogue::Catalogue;
use domain::merge::{Choices, Merged, Relation, common, merge, relation};
use domain::project::{Project, ProjectId};
use domain::refusal::{Kind, Refusal};
use domain::revision::{Revision, RevisionId};
use domain::undo::in_effect;
use rusqlite::Connection;

use super::base::{Base, Origins};
use super::{Edited, Loaded, Store, at_head, keep, made};
use crate::project_file::{Changed, ProjectFile};
use crate::stamp::Stamp;
use crate::table::mark::{self, Mark};
use crate::table::ways::way;
use crate::table::{ancestor, project, revision};
use crate::trouble::Trouble;

/// A project file beside the project here that it is a copy of.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The file.
    pub file: ProjectFile,
    /// The project here.
    pub here: Loaded,
    /// Its last change.
    pub changed: Changed,
    /// How the file stands to it.
    pub relation: Relation,
    /// The last version that both come from, as far as it is known here.
    pub base: Option<Base>,
}

impl Arrival {
    /// What the two become together. Nothing is changed by it.
    ///
    /// # Errors
    /// When each of them has fixed a version that the other lacks.
    pub fn merged(&self, choices: &Choices) -> Result<Merged, Refusal> {
        let base = self.base.as_ref().map(|base| &base.project);
        merge(base, &self.here.project, &self.file.project, choices)
    }
}

impl Store {
    /// Puts a project file beside the project here that it is a copy of; none when that is not here. Nothing is changed
    /// by it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn arrival(&self, file: ProjectFile) -> Result<Option<Arrival>, Refusal> {
        self.read(|connection| arrival(connection, file))
    }

    /// Keeps a project that is not here yet, as the project that it is.
    ///
    /// # Errors
    /// When it is here, or the database cannot be written.
    pub fn receive(
        &mut self,
        file: &ProjectFile,
        catalogue: &Catalogue,
        stamp: &Stamp,
    ) -> Result<Revision, Refusal> {
        let words = catalogue.phrases.say("program.merge.received");
        self.begin(&file.project, &file.lineage, &[], catalogue, stamp, words)
    }

    /// Merges a project file into the project here, as it was at `head`: one revision with both for parents, that can be
    /// undone whole. One that had been removed is among the others again.
    ///
    /// # Errors
    /// When a conflict is not decided, nothing in the file is new, each has fixed a version that the other lacks, the
    /// project has been changed since `head`, or the database cannot be written.
    pub fn merge(
        &mut self,
        (id, head): (&ProjectId, &RevisionId),
        file: &ProjectFile,
        choices: &Choices,
        catalogue: &Catalogue,
        stamp: &Stamp,
    ) -> Result<Edited, Refusal> {
        self.transact(|transaction| {
            at_head(transaction, id, head)?;
            let arrival = arrival(transaction, file.clone())?.ok_or_else(|| project::not_here(id))?;
            if matches!(arrival.relation, Relation::Same | Relation::Older) {
                return Err(nothing_new().into());
            }
            let after = arrival.merged(choices)?.whole(catalogue, &stamp.signature())?;
            let edited = taken_in(transaction, &arrival, after, catalogue, stamp)?;
            mark::set(transaction, id, Mark::Removed, None)?;
            Ok(edited)
        })
    }
}

fn arrival(at: &Connection, file: ProjectFile) -> Result<Option<Arrival>, Trouble> {
    let Some(changed) = revision::last_change(at, &file.project.id)? else { return Ok(None) };
    let (project, head) = project::find(at, &file.project.id)?;
    let lineage = lineage(at, &project.id)?;
    let relation = relation(&lineage, &file.lineage);
    let base = Origins::of(at, &project.id)?.base(at, &common(&lineage, &file.lineage))?;
    Ok(Some(Arrival { file, here: Loaded { project, head }, changed, relation, base }))
}

/// Keeps what two copies have become, and the state of the one that came in, should it go on by itself.
fn taken_in(
    at: &Connection,
    arrival: &Arrival,
    after: Project,
    catalogue: &Catalogue,
    stamp: &Stamp,
) -> Result<Edited, Trouble> {
    let Arrival { file, here, .. } = arrival;
    let parents = [Some(&here.head), file.lineage.last()].into_iter().flatten().cloned().collect();
    // As the button said that was pressed.
    let done = if arrival.relation == Relation::Newer { "updated" } else { "merged" };
    let words = match file.sender() {
        "" => catalogue.phrases.say(&format!("program.merge.{done}")),
        who => {
            let who = domain::text::Bilingual::new(who, who);
            catalogue.phrases.fill(&format!("program.merge.{done}_by"), &[("who", who)])
        }
    };
    let revision = made(stamp, parents, words);
    let patch = way(&after, &file.project)?;
    let behind = lineage(at, &after.id)?;
    let new = file.lineage.iter().filter(|id| !behind.contains(id)).cloned();
    // With what is new stands what it builds on of what was here: so it is known what the copy had behind it.
    let common = common(&behind, &file.lineage);
    let from = Origins::of(at, &after.id)?;
    let came: Vec<RevisionId> = from.known(&common).cloned().chain(new).collect();
    ancestor::insert(at, &after.id, &came, &revision.id, &patch)?;
    keep(at, &here.project, after, revision, catalogue, stamp)
}

/// The ids of all revisions behind a project, the last at the end. What came with a file whose merge has been undone is
/// not among them: it is as new as it was before.
pub(crate) fn lineage(at: &Connection, id: &ProjectId) -> Result<Vec<RevisionId>, Trouble> {
    let marks = revision::marks(at, id)?;
    let in_effect = in_effect(&marks);
    let came = ancestor::list(at, id)?.into_iter().filter(|came| in_effect.contains(&came.via));
    // The last one made here comes after all that it builds on.
    let mut told: HashSet<RevisionId> = marks.iter().map(|mark| mark.id.clone()).collect();
    let came = came.map(|came| came.revision).filter(|id| told.insert(id.clone()));
    let mut lineage: Vec<RevisionId> = came.collect();
    lineage.extend(marks.into_iter().map(|mark| mark.id));
    Ok(lineage)
}

fn nothing_new() -> Refusal {
    Refusal::new(
        Kind::NotNow,
        "Allt i filen finns redan i projektet.",
        "All that the file holds is in the project already.",
    )
    .hint("Projektet är inte ändrat.", "The project has not been changed.")
}
