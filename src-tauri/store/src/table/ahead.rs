//! The days that projects have ahead, kept so that the list of many need not work out each. A row that says anything else
//! than what was kept there is none: what it said is worked out again.

use std::collections::HashMap;

use domain::project::ProjectId;
use domain::revision::RevisionId;
use domain::text::Bilingual;
use jiff::civil::Date;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};

use super::{is_as_kept, parsed, seal};
use crate::trouble::Trouble;

/// The days that a project has ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// The project.
    pub project: ProjectId,
    /// The revision that they follow from.
    pub head: RevisionId,
    /// The days; none when all have passed, or no day is known.
    pub days: Vec<DayAhead>,
}

/// A day that is waited for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayAhead {
    /// The day.
    pub day: Date,
    /// What happens then: "Kontroll K5".
    pub words: Bilingual,
}

const PUT: &str = "
    INSERT OR REPLACE INTO ahead (project, head, made_with, as_of, days) VALUES (?1, ?2, ?3, ?4, ?5)";

/// All that a row says.
const SAID: &str = "
    quote(ahead.project) || quote(ahead.head) || quote(made_with) || quote(as_of) || quote(days)";

/// Those that follow from what their project is now, were worked out with the same, and hold on `today`.
pub(crate) fn holding(
    at: &Connection,
    made_with: &str,
    today: Date,
) -> rusqlite::Result<HashMap<ProjectId, Vec<DayAhead>>> {
    let mut query = at.prepare_cached(&format!(
        "SELECT ahead.project, as_of, days, {SAID} AS said, ahead.seal
         FROM ahead JOIN project ON project.id = ahead.project AND project.head = ahead.head
         WHERE made_with = ?1"
    ))?;
    let rows = query.query_map([made_with], |row| Ok(read(row, today).unwrap_or_default()))?;
    rows.filter_map(Result::transpose).collect()
}

/// What a row holds, when it holds on `today`.
fn read(row: &Row<'_>, today: Date) -> Result<Option<(ProjectId, Vec<DayAhead>)>, Trouble> {
    let (said, seal): (String, String) = (row.get("said")?, row.get("seal")?);
    let (id, as_of): (String, Date) = (row.get("project")?, parsed(row, "as_of")?);
    let days: Vec<DayAhead> = serde_json::from_str(&row.get::<_, String>("days")?)?;
    let none_has_passed =
        as_of <= today && !days.iter().any(|DayAhead { day, .. }| (as_of..today).contains(day));
    let holds = none_has_passed && is_as_kept(said.as_bytes(), Some(&seal));
    Ok(holds.then(|| (id.into(), days)))
}

/// Keeps the days of a project, that were ahead of `today`.
pub(crate) fn put(at: &Connection, ahead: &Ahead, made_with: &str, today: Date) -> Result<(), Trouble> {
    let (project, days) = (ahead.project.as_str(), serde_json::to_string(&ahead.days)?);
    at.prepare_cached(PUT)?.execute(params![
        project,
        ahead.head.as_str(),
        made_with,
        today.to_string(),
        days
    ])?;
    Ok(seal(at, "ahead", SAID, "project = ?1", &[&project])?)
}
