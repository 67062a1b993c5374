//! The revisions that came with project files: those that a project had behind it when its file was opened here, and those
//! of files that were merged into it.

use std::collections::HashSet;

use domain::project::{Project, ProjectId};
use domain::revision::RevisionId;
use json_patch::Patch;
use rusqlite::{Connection, OptionalExtension, ToSql, params};

use super::{all_as_kept, revision, seal};
use crate::trouble::Trouble;

const NEXT: &str = "SELECT coalesce(max(position) + 1, 0) FROM ancestor WHERE project = ?1";

const INSERT: &str = "
    INSERT INTO ancestor (project, position, revision, via, patch) VALUES (?1, ?2, ?3, ?4, ?5)";

const LIST: &str = "SELECT revision, via FROM ancestor WHERE project = ?1 ORDER BY position";

const STATE: &str = "
    SELECT via, patch FROM ancestor WHERE project = ?1 AND revision = ?2 AND patch IS NOT NULL";

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

/// Those that came with revisions that are in effect.
pub(crate) fn of(
    at: &Connection,
    project: &ProjectId,
    in_effect: &HashSet<RevisionId>,
) -> rusqlite::Result<Vec<RevisionId>> {
    let mut query = at.prepare(LIST)?;
    let rows = query.query_map([project.as_str()], |row| {
        Ok((row.get::<_, String>("revision")?, row.get::<_, String>("via")?))
    })?;
    let rows: Vec<(String, String)> = rows.collect::<Result<_, _>>()?;
    let came = rows.into_iter().filter(|(_, via)| in_effect.contains(via.as_str()));
    Ok(came.map(|(id, _)| id.into()).collect())
}

/// A project as it was at an ancestor, when that came in as the last of a file.
pub(crate) fn state(
    at: &Connection,
    project: &ProjectId,
    id: &RevisionId,
) -> Result<Option<Project>, Trouble> {
    let found = at.query_row(STATE, [project.as_str(), id.as_str()], |row| {
        Ok((row.get::<_, String>("via")?, row.get::<_, String>("patch")?))
    });
    let Some((via, patch)) = found.optional()? else { return Ok(None) };
    let mut state = serde_json::to_value(revision::state(at, project, &via.into())?)?;
    json_patch::patch(&mut state, &serde_json::from_str::<Patch>(&patch)?)?;
    Ok(Some(serde_json::from_value(state)?))
}
