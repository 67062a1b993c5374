//! The revisions that came with project files: those that a project had behind it when its file was opened here, and those
//! of files that were merged into it, with those that were here and that such a file builds on.

use domain::project::{Project, ProjectId};
use domain::revision::RevisionId;
use json_patch::Patch;
use rusqlite::{Connection, Row, ToSql, params};

use super::{all_as_kept, revision, seal};
use crate::trouble::Trouble;

const NEXT: &str = "SELECT coalesce(max(position) + 1, 0) FROM ancestor WHERE project = ?1";

const INSERT: &str = "
    INSERT INTO ancestor (project, position, revision, via, patch) VALUES (?1, ?2, ?3, ?4, ?5)";

const LIST: &str = "
    SELECT revision, via, patch IS NOT NULL AS has_state FROM ancestor WHERE project = ?1 ORDER BY position";

const STATE: &str = "
    SELECT patch FROM ancestor WHERE project = ?1 AND revision = ?2 AND via = ?3 AND patch IS NOT NULL";

/// All that a row says.
const SAID: &str = "quote(project) || quote(position) || quote(revision) || quote(via) || quote(patch)";

/// Keeps the lineage that came with a revision made here, and how to come from there to the state that came in.
pub(crate) fn insert(
    at: &Connection,
    project: &ProjectId,
    lineage: &[RevisionId],
    via: &RevisionId,
    patch: &Patch,
) -> Result<(), Trouble> {
    let next: usize = at.query_one(NEXT, [project.as_str()], |row| row.get(0))?;
    let mut insert = at.prepare(INSERT)?;
    let patch = serde_json::to_string(patch)?;
    for (position, revision) in lineage.iter().enumerate() {
        let patch = (position + 1 == lineage.len()).then_some(&patch);
        insert.execute(params![project.as_str(), next + position, revision.as_str(), via.as_str(), patch])?;
        let row: [&dyn ToSql; 2] = [&project.as_str(), &(next + position)];
        seal(at, "ancestor", SAID, "project = ?1 AND position = ?2", &row)?;
    }
    Ok(())
}

/// Whether the rows of a project say what was kept there.
pub(crate) fn are_as_kept(at: &Connection, project: &ProjectId) -> rusqlite::Result<bool> {
    all_as_kept(at, &format!("SELECT {SAID} AS said, seal FROM ancestor WHERE project = ?1"), project)
}

/// A revision that came with a file.
pub(crate) struct Came {
    pub(crate) revision: RevisionId,
    /// The revision made here that brought the file.
    pub(crate) via: RevisionId,
    /// It was the last of the file, and how the project was then is known.
    pub(crate) has_state: bool,
}

/// All that came with files.
pub(crate) fn list(at: &Connection, project: &ProjectId) -> rusqlite::Result<Vec<Came>> {
    let read = |row: &Row<'_>| {
        Ok(Came {
            revision: row.get::<_, String>("revision")?.into(),
            via: row.get::<_, String>("via")?.into(),
            has_state: row.get("has_state")?,
        })
    };
    at.prepare(LIST)?.query_map([project.as_str()], read)?.collect()
}

/// A project as it was at the last revision of a file, that came in with `via`.
pub(crate) fn state(
    at: &Connection,
    project: &ProjectId,
    id: &RevisionId,
    via: &RevisionId,
) -> Result<Project, Trouble> {
    let row = [project.as_str(), id.as_str(), via.as_str()];
    let patch: String = at.query_row(STATE, row, |row| row.get("patch"))?;
    let mut state = serde_json::to_value(revision::state(at, project, via)?)?;
    json_patch::patch(&mut state, &serde_json::from_str::<Patch>(&patch)?)?;
    Ok(serde_json::from_value(state)?)
}
