//! Revisions: every change that was kept, with what it changed.

use domain::edit::Edit;
use domain::project::{Project, ProjectId};
use domain::refusal::{Kind, Refusal};
use domain::revision::{Revision, RevisionId};
use domain::text::Bilingual;
use domain::undo::Mark;
use jiff::Timestamp;
use json_patch::Patch;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};
use serde_json::Value;

use super::ways::Ways;
use super::{all_as_kept, is_as_kept, parsed, unreadable};
use crate::project_file::{Changed, hex_digest};
use crate::trouble::Trouble;

const INSERT: &str = "
    INSERT INTO revision (id, project, at, officer, words_sv, words_en, edit, patch, back, field, brings_back, fixes,
                          digest, back_digest)
    VALUES (:id, :project, :at, :officer, :sv, :en, :edit, :patch, :back, :field, :brings_back, :fixes,
            :digest, :back_digest)";

const LIST: &str = "
    SELECT id, at, officer, words_sv, words_en, edit, brings_back, name
    FROM revision WHERE project = ?1 ORDER BY id";

const ONE: &str = "
    SELECT id, at, officer, words_sv, words_en, edit, brings_back, name FROM revision WHERE id = ?1";

const MARKS: &str = "SELECT id, at, field, brings_back, fixes FROM revision WHERE project = ?1 ORDER BY id";

const BACK: &str = "
    SELECT back AS patch, back_digest AS digest FROM revision WHERE project = ?1 AND id > ?2 ORDER BY id DESC";

const PATCHES: &str = "SELECT patch, digest FROM revision WHERE project = ?1 AND id <= ?2 ORDER BY id";

/// All that a revision says beside its patches.
const SAID: &str = "
    quote(id) || quote(project) || quote(at) || quote(officer) || quote(words_sv) || quote(words_en) || quote(edit)
    || quote(field) || quote(brings_back) || quote(fixes) || quote(name)
    || coalesce((SELECT group_concat(quote(known.parent)) FROM
        (SELECT parent FROM parent WHERE parent.revision = revision.id ORDER BY position) AS known), '')";

/// Keeps a revision with what it changed.
pub(crate) fn insert(
    at: &Connection,
    project: &ProjectId,
    revision: &Revision,
    ways: &Ways,
) -> Result<(), Trouble> {
    let edit = revision.edit.as_ref().map(serde_json::to_string).transpose()?;
    let patch = serde_json::to_string(&ways.forth)?;
    let back = ways.back.as_ref().map(serde_json::to_string).transpose()?;
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
            ":digest": hex_digest(patch.as_bytes()),
            ":patch": patch,
            ":back_digest": back.as_ref().map(|back| hex_digest(back.as_bytes())),
            ":back": back,
            ":field": revision.edit.as_ref().and_then(Edit::typed_in),
            ":brings_back": revision.brings_back.as_ref().map(RevisionId::as_str),
            ":fixes": matches!(revision.edit, Some(Edit::Fix { .. })),
        },
    )?;
    insert_parents(at, revision)?;
    Ok(seal(at, &revision.id)?)
}

/// Keeps the digest of what a revision says now.
fn seal(at: &Connection, id: &RevisionId) -> rusqlite::Result<()> {
    super::seal(at, "revision", SAID, "id = ?1", &[&id.as_str()])
}

/// Whether the revisions of a project say what was kept there.
pub(crate) fn are_as_kept(at: &Connection, project: &ProjectId) -> rusqlite::Result<bool> {
    let said = format!("SELECT {SAID} AS said, seal FROM revision WHERE project = ?1");
    all_as_kept(at, &said, project)
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

/// What undo has to know of the revisions of a project, oldest first.
pub(crate) fn marks(at: &Connection, project: &ProjectId) -> rusqlite::Result<Vec<Mark>> {
    let read = |row: &Row<'_>| {
        Ok(Mark {
            id: row.get::<_, String>("id")?.into(),
            at: parsed(row, "at")?,
            field: row.get("field")?,
            brings_back: brought_back(row)?,
            fixes: row.get("fixes")?,
        })
    };
    at.prepare_cached(MARKS)?.query_map([project.as_str()], read)?.collect()
}

/// How many revisions of a project there are, whatever stands in them.
pub(crate) fn count(at: &Connection, project: &ProjectId) -> rusqlite::Result<usize> {
    at.query_row("SELECT count(*) FROM revision WHERE project = ?1", [project.as_str()], |row| row.get(0))
}

/// One revision.
pub(crate) fn find(at: &Connection, id: &RevisionId) -> Result<Revision, Trouble> {
    let found = at.prepare_cached(ONE)?.query_row([id.as_str()], |row| read(at, row)).optional()?;
    found.ok_or_else(|| Trouble::Database(rusqlite::Error::QueryReturnedNoRows))
}

/// Gives the version that a revision of a project left a name, or takes it away. False when there is no such revision.
pub(crate) fn name(
    at: &Connection,
    project: &ProjectId,
    id: &RevisionId,
    name: Option<&str>,
) -> rusqlite::Result<bool> {
    let update = "UPDATE revision SET name = ?3 WHERE project = ?1 AND id = ?2";
    let named = at.execute(update, params![project.as_str(), id.as_str(), name])? > 0;
    if named {
        seal(at, id)?;
    }
    Ok(named)
}

/// The last change of a project, when that is here.
pub(crate) fn last_change(at: &Connection, project: &ProjectId) -> rusqlite::Result<Option<Changed>> {
    let last = "SELECT at, officer FROM revision WHERE project = ?1 ORDER BY id DESC LIMIT 1";
    let read = |row: &Row<'_>| Ok(Changed { at: parsed(row, "at")?, by: row.get("officer")? });
    at.query_row(last, [project.as_str()], read).optional()
}

/// When a revision of a project was made, when it was made here.
pub(crate) fn made_at(
    at: &Connection,
    project: &ProjectId,
    id: &RevisionId,
) -> rusqlite::Result<Option<Timestamp>> {
    let made = "SELECT at FROM revision WHERE project = ?1 AND id = ?2";
    at.query_row(made, [project.as_str(), id.as_str()], |row| parsed(row, "at")).optional()
}

/// A project as it was after a revision: all that was changed until then, one change after the other.
pub(crate) fn state(at: &Connection, project: &ProjectId, revision: &RevisionId) -> Result<Project, Trouble> {
    let mut query = at.prepare_cached(PATCHES)?;
    let mut rows = query.query(params![project.as_str(), revision.as_str()])?;
    let mut state = Value::Null;
    while let Some(row) = rows.next()? {
        json_patch::patch(&mut state, &patch_in(row)?)?;
    }
    Ok(serde_json::from_value(state)?)
}

/// The same, led back to from the project as it is now; nothing when the way back is not known all the way.
pub(crate) fn state_before(
    at: &Connection,
    now: &Project,
    revision: &RevisionId,
) -> Result<Option<Project>, Trouble> {
    let mut query = at.prepare_cached(BACK)?;
    let mut rows = query.query(params![now.id.as_str(), revision.as_str()])?;
    let mut state = serde_json::to_value(now)?;
    while let Some(row) = rows.next()? {
        // What is missing or damaged is made anew from the beginning.
        let Ok(back) = patch_in(row) else { return Ok(None) };
        json_patch::patch(&mut state, &back)?;
    }
    Ok(Some(serde_json::from_value(state)?))
}

/// The patch of a row that holds it with its digest.
pub(crate) fn patch_in(row: &Row<'_>) -> Result<Patch, Trouble> {
    let patch = row.get_ref("patch")?.as_str()?;
    let digest: Option<String> = row.get("digest")?;
    let kept = is_as_kept(patch.as_bytes(), digest.as_deref());
    if kept { Ok(serde_json::from_str(patch)?) } else { Err(damaged().into()) }
}

fn damaged() -> Refusal {
    Refusal::new(Kind::Broken, "Historiken är skadad i databasen.", "The history is damaged in the database.")
        .hint(
            "Projektet som det är nu berörs inte. Det tidigare finns i säkerhetskopiorna.",
            "The project as it is now is not touched. What was before is in the backups.",
        )
}

fn brought_back(row: &Row<'_>) -> rusqlite::Result<Option<RevisionId>> {
    Ok(row.get::<_, Option<String>>("brings_back")?.map(RevisionId::from))
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
        brings_back: brought_back(row)?,
        name: row.get("name")?,
    })
}

fn parents(at: &Connection, revision: &str) -> rusqlite::Result<Vec<RevisionId>> {
    let mut query = at.prepare_cached("SELECT parent FROM parent WHERE revision = ?1 ORDER BY position")?;
    let rows = query.query_map([revision], |row| row.get::<_, String>("parent"))?;
    rows.map(|id| id.map(RevisionId::from)).collect()
}
