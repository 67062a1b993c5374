//! Projects as they are now.

use domain::procurement::amount::Sek;
use domain::progress::{self, TaskProgress, TaskState};
use domain::project::{Project, ProjectId};
use domain::refusal::{Kind, Refusal};
use domain::revision::{Revision, RevisionId};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, named_params};

use super::mark::{self, Marks};
use super::{all_as_kept, is_as_kept, legible, optional, parsed, revision};
use crate::project_file::hex_digest;
use crate::stamp::time_of;
use crate::trouble::{self, Trouble};

/// What the list of projects shows of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectRow {
    /// Its id.
    pub id: ProjectId,
    /// What the procurement is called.
    pub title: String,
    /// The authority's case number.
    pub reference: String,
    /// The contracting authority.
    pub authority_name: String,
    /// The value, in kronor without VAT.
    pub value_sek: Option<Sek>,
    /// The planned day of the notice.
    pub notice_date: Option<Date>,
    /// The first day of the contract.
    pub start: Option<Date>,
    /// When it was created here.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// How far it had come at the last edit.
    pub progress: Progress,
    /// What the officer has made of it.
    pub marks: Marks,
    /// Something of this cannot be read in the database; the rest is as it is.
    pub damaged: bool,
}

impl ProjectRow {
    /// Whether it shows the project.
    pub(crate) fn is_of(&self, project: &Project) -> bool {
        let facts = &project.procurement;
        !self.damaged
            && self.id == project.id
            && (&self.title, &self.reference, &self.authority_name)
                == (&facts.title, &facts.reference, &facts.authority_name)
            && (self.value_sek, self.notice_date, self.start)
                == (facts.value_sek, facts.notice_date, facts.start)
    }
}

/// How far a project has come, in three numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many of the seven tasks are done.
    pub done: usize,
    /// What is left to do in all tasks.
    pub left: usize,
    /// Open Stops.
    pub stops: usize,
}

impl Progress {
    /// Counts the seven tasks.
    pub fn of(tasks: &[TaskProgress]) -> Self {
        let done = Self { done: progress::done(tasks), ..Self::default() };
        tasks.iter().fold(done, |sum, task| match task.state {
            TaskState::NotBegun | TaskState::Done => sum,
            TaskState::Left { left, .. } => Self { left: sum.left + left, ..sum },
            TaskState::Stops { count } => Self { stops: sum.stops + count, ..sum },
        })
    }
}

const INSERT: &str = "
    INSERT INTO project (id, title, reference, authority, value_sek, notice_date, start, created, changed,
                         tasks_done, left_to_do, stops, head, state, digest)
    VALUES (:id, :title, :reference, :authority, :value, :notice, :start, :at, :at,
            :done, :left, :stops, :head, :state, :digest)";

const UPDATE: &str = "
    UPDATE project
    SET title = :title, reference = :reference, authority = :authority, value_sek = :value,
        notice_date = :notice, start = :start, changed = :at,
        tasks_done = :done, left_to_do = :left, stops = :stops, head = :head, state = :state,
        digest = :digest
    WHERE id = :id";

/// Newest first: ids of revisions sort in the order of time, also when the clock has gone back.
const LIST: &str = "
    SELECT id, title, reference, authority, value_sek, notice_date, start, created, changed,
           tasks_done, left_to_do, stops, template, archived, removed, head
    FROM project ORDER BY head DESC";

/// All that a row says and that is neither in the project nor worked out from it.
const SAID: &str = "
    quote(id) || quote(created) || quote(changed) || quote(tasks_done) || quote(left_to_do) || quote(stops)
    || quote(template) || quote(archived) || quote(removed)";

/// Keeps a new project.
pub(crate) fn insert(
    at: &Connection,
    project: &Project,
    progress: Progress,
    revision: &Revision,
) -> Result<(), Trouble> {
    put(at, INSERT, project, progress, revision).map_err(|trouble| match trouble {
        Trouble::Database(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            already_here().into()
        }
        other => other,
    })
}

/// Keeps a project as it is after a revision.
pub(crate) fn update(
    at: &Connection,
    project: &Project,
    progress: Progress,
    revision: &Revision,
) -> Result<(), Trouble> {
    put(at, UPDATE, project, progress, revision)
}

fn put(
    at: &Connection,
    sql: &str,
    project: &Project,
    progress: Progress,
    revision: &Revision,
) -> Result<(), Trouble> {
    let facts = &project.procurement;
    let state = serde_json::to_string(project)?;
    at.execute(
        sql,
        named_params! {
            ":id": project.id.as_str(),
            ":title": facts.title,
            ":reference": facts.reference,
            ":authority": facts.authority_name,
            ":value": facts.value_sek.map(|value| value.0),
            ":notice": facts.notice_date.map(|date| date.to_string()),
            ":start": facts.start.map(|date| date.to_string()),
            ":at": revision.at.to_string(),
            ":done": progress.done,
            ":left": progress.left,
            ":stops": progress.stops,
            ":head": revision.id.as_str(),
            ":digest": hex_digest(state.as_bytes()),
            ":state": state,
        },
    )?;
    Ok(seal(at, &project.id)?)
}

/// Keeps the digest of what a row says beside the project.
pub(super) fn seal(at: &Connection, id: &ProjectId) -> rusqlite::Result<()> {
    super::seal(at, "project", SAID, "id = ?1", &[&id.as_str()])
}

/// Whether the row of a project says beside it what was kept there.
pub(crate) fn is_row_as_kept(at: &Connection, id: &ProjectId) -> rusqlite::Result<bool> {
    all_as_kept(at, &format!("SELECT {SAID} AS said, seal FROM project WHERE id = ?1"), id)
}

/// A project with its last revision. One that has been damaged on the disk is made anew from all its changes.
pub(crate) fn find(at: &Connection, id: &ProjectId) -> Result<(Project, RevisionId), Trouble> {
    let row = at.query_row("SELECT state, head, digest FROM project WHERE id = ?1", [id.as_str()], |row| {
        Ok((
            row.get::<_, String>("state")?,
            row.get::<_, String>("head")?,
            row.get::<_, Option<String>>("digest")?,
        ))
    });
    let Some((state, head, digest)) = row.optional()? else { return Err(missing(at, id)) };
    let head = RevisionId::from(head);
    if is_as_kept(state.as_bytes(), digest.as_deref()) {
        return Ok((serde_json::from_str(&state)?, head));
    }
    // Each change has a digest of its own, and the last of them is the one that the project names.
    revision::made_at(at, id, &head)?.ok_or_else(|| damaged(id))?;
    let again = revision::state(at, id, &head).map_err(|_| damaged(id))?;
    Ok((again, head))
}

/// Why a project was not found: it is not here, or it is and the index does not know it.
fn missing(at: &Connection, id: &ProjectId) -> Trouble {
    let looked = "SELECT count(*) FROM project NOT INDEXED WHERE id = ?1";
    match at.query_row(looked, [id.as_str()], |row| row.get::<_, usize>(0)) {
        Ok(0) => not_here(id).into(),
        Ok(_) => trouble::damage(),
        Err(error) => error.into(),
    }
}

/// The last revision of a project.
pub(crate) fn head(at: &Connection, id: &ProjectId) -> Result<RevisionId, Trouble> {
    let found = at.query_row("SELECT head FROM project WHERE id = ?1", [id.as_str()], |row| row.get(0));
    let head: String = found.optional()?.ok_or_else(|| not_here(id))?;
    Ok(head.into())
}

/// All projects, newest first. One that is damaged keeps no other out.
pub(crate) fn list(at: &Connection) -> rusqlite::Result<Vec<ProjectRow>> {
    let read = |row: &Row<'_>| match read(row) {
        Err(error) if trouble::is_unreadable(&error) => Ok(damaged_row(row)),
        read => read,
    };
    at.prepare(LIST)?.query_map([], read)?.collect()
}

/// What can be read of a project that is damaged.
fn damaged_row(row: &Row<'_>) -> ProjectRow {
    let text = |column: &str| legible(row, column);
    let changed = time_of(&text("head").into()).unwrap_or(Timestamp::UNIX_EPOCH);
    ProjectRow {
        id: text("id").into(),
        title: text("title"),
        reference: text("reference"),
        authority_name: text("authority"),
        value_sek: None,
        notice_date: None,
        start: None,
        created: changed,
        changed,
        progress: Progress::default(),
        marks: mark::read(row).unwrap_or_default(),
        damaged: true,
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<ProjectRow> {
    Ok(ProjectRow {
        id: row.get::<_, String>("id")?.into(),
        title: row.get("title")?,
        reference: row.get("reference")?,
        authority_name: row.get("authority")?,
        value_sek: row.get::<_, Option<u64>>("value_sek")?.map(Sek),
        notice_date: optional(row, "notice_date")?,
        start: optional(row, "start")?,
        created: parsed(row, "created")?,
        changed: parsed(row, "changed")?,
        progress: Progress {
            done: row.get("tasks_done")?,
            left: row.get("left_to_do")?,
            stops: row.get("stops")?,
        },
        marks: mark::read(row)?,
        damaged: false,
    })
}

fn damaged(id: &ProjectId) -> Refusal {
    Refusal::new(
        Kind::Broken,
        format!("Projektet {id} är skadat i databasen."),
        format!("The project {id} is damaged in the database."),
    )
    .hint(
        "Öppna det ur en säkerhetskopia. Där är det som det var då.",
        "Open it from a backup, where it is as it was then.",
    )
}

pub(crate) fn not_here(id: &ProjectId) -> Refusal {
    Refusal::new(
        Kind::NotFound,
        format!("Projektet {id} finns inte här."),
        format!("There is no project {id} here."),
    )
    .hint("Välj ett projekt i listan.", "Choose a project in the list.")
}

fn already_here() -> Refusal {
    Refusal::new(Kind::NotNow, "Projektet finns redan här.", "The project is already here.")
        .hint("Öppna det i listan.", "Open it in the list.")
}
