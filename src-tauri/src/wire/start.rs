//! The start page: the officer's projects, and examples to begin from.

use domain::catalogue::phrases::Phrases;
use domain::format;
use domain::project::ProjectId;
use domain::text::Language;
use jiff::civil::Date;
use serde::Serialize;
use ts_rs::TS;

/// The start page.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartView {
    /// The projects, the last changed first.
    pub projects: Vec<ProjectRow>,
    /// Examples; each opens as a copy.
    pub examples: Vec<ExampleRow>,
}

/// A project in the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProjectRow {
    /// Its id.
    pub id: ProjectId,
    /// What the procurement is called; may be empty.
    pub title: String,
    /// Diarienummer; may be empty.
    pub reference: String,
    /// "4 av 7 klara"
    pub state: String,
    /// "1 stopp i granskningen"
    pub state_note: String,
    /// The day of the notice: 2027-01-18.
    pub next_date: Option<String>,
    /// What happens then: "Annonsering".
    pub next_note: Option<String>,
    /// The day has passed.
    pub late: bool,
    /// All that can be paid, without VAT.
    pub value_sek: Option<u64>,
    /// When it was last changed, UTC: 2026-11-25T14:32:00Z.
    pub changed: String,
}

/// An example to begin from.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExampleRow {
    /// Its name, for `openExample`.
    pub name: String,
    /// What is bought.
    pub title: String,
    /// What it shows.
    pub text: String,
}

impl ProjectRow {
    /// A project in the list, as it reads on `today`.
    pub fn of(row: store::ProjectRow, today: Date, phrases: &Phrases, language: Language) -> Self {
        let say = |key: &str, n: usize| phrases.word(key, language).replace("{n}", &n.to_string());
        let note = match row.progress {
            store::Progress { stops: 1.., .. } => say("window.row.stops", row.progress.stops),
            store::Progress { left: 1.., .. } => say("window.row.left", row.progress.left),
            _ => say("window.row.nothing_left", 0),
        };
        Self {
            id: row.id,
            title: row.title,
            reference: row.reference,
            state: say("window.row.done", row.progress.done),
            state_note: note,
            next_date: row.notice_date.map(format::date),
            next_note: row.notice_date.map(|_| say("window.row.notice", 0)),
            late: row.notice_date.is_some_and(|day| day < today),
            value_sek: row.value_sek.map(|value| value.0),
            changed: row.changed.to_string(),
        }
    }
}
