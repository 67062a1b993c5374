//! Revisions: every change that was kept, with what it changed.

use domain::project::ProjectId;
use domain::revision::{Revision, RevisionId};
use domain::text::Bilingual;
use json_patch::Patch;
use rusqlite::{Connection, Row, named_params, params};

use super::{parsed, unreadable};
use crate::trouble::Trouble;

const INSERT: &str = "
    INSERT INTO revision (id, project, at, officer, words_sv, words_en, edit, patch)
    VALUES (:id, :project, :at, :officer, :sv, :en, :edit, :patch)";

const LIST: &str = "
    SELECT id, at, officer, words_sv, words_en, edit FROM revision WHERE project = ?1 ORDER BY id";

/// Keeps a revision with the patch from the state before to the state after.
pub(crate) fn insert(
    at: &Connection,
    project: &ProjectId,
    revision: &Revision,
    patch: &Patch,
) -> Result<(), Trouble> {
    let edit = revision.edit.as_ref().map(serde_json::to_string).transpose()?;
    at.execute(
        INSERT,
        named_params! {
            ":id": revision.id.as_str(),
            ":project": project.as_str(),
            ":at": revision.at.to_string(),
            ":officer": revision.officer,
            ":sv": revision.words.sv,
            ":en": revision.words.en,
            ":edit": edit,
            ":patch": serde_json::to_string(patch)?,
        },
    )?;
    Ok(insert_parents(at, revision)?)
}

fn insert_parents(at: &Connection, revision: &Revision) -> rusqlite::Result<()> {
    let mut insert = at.prepare("INSERT INTO parent (revision, position, parent) VALUES (?1, ?2, ?3)")?;
    for (position, parent) in revision.parents.iter().enumerate() {
        insert.execute(params![revision.id.as_str(), position, parent.as_str()])?;
    }
    Ok(())
}

/// The revisions of a project, oldest first.
pub(crate) fn list(at: &Connection, project: &ProjectId) -> rusqlite::Result<Vec<Revision>> {
    at.prepare(LIST)?.query_map([project.as_str()], |row| read(at, row))?.collect()
}

fn read(at: &Connection, row: &Row<'_>) -> rusqlite::Result<Revision> {
    let id: String = row.get("id")?;
    let edit: Option<String> = row.get("edit")?;
    let edit = edit.map(|edit| serde_json::from_str(&edit)).transpose();
    Ok(Revision {
        parents: parents(at, &id)?,
        id: id.into(),
        at: parsed(row, "at")?,
        officer: row.get("officer")?,
        words: Bilingual { sv: row.get("words_sv")?, en: row.get("words_en")? },
        edit: edit.map_err(|error| unreadable(row, "edit", error))?,
    })
}

fn parents(at: &Connection, revision: &str) -> rusqlite::Result<Vec<RevisionId>> {
    let mut query = at.prepare_cached("SELECT parent FROM parent WHERE revision = ?1 ORDER BY position")?;
    let rows = query.query_map([revision], |row| row.get::<_, String>("parent"))?;
    rows.map(|id| id.map(RevisionId::from)).collect()
}
