//! The revisions that a project had behind it when its file was opened here.

use domain::project::ProjectId;
use domain::revision::RevisionId;
use rusqlite::{Connection, params};

pub(crate) fn insert(at: &Connection, project: &ProjectId, lineage: &[RevisionId]) -> rusqlite::Result<()> {
    let mut insert = at.prepare("INSERT INTO ancestor (project, position, revision) VALUES (?1, ?2, ?3)")?;
    for (position, revision) in lineage.iter().enumerate() {
        insert.execute(params![project.as_str(), position, revision.as_str()])?;
    }
    Ok(())
}

/// Oldest first.
pub(crate) fn of(at: &Connection, project: &ProjectId) -> rusqlite::Result<Vec<RevisionId>> {
    let mut query = at.prepare("SELECT revision FROM ancestor WHERE project = ?1 ORDER BY position")?;
    let rows = query.query_map([project.as_str()], |row| row.get::<_, String>("revision"))?;
    rows.map(|id| id.map(RevisionId::from)).collect()
}
