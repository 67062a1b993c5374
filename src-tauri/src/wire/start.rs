//! The start page: the officer's projects, and examples to begin from.

use domain::assess::Assessment;
use domain::catalogue::phrases::Phrases;
use domain::follow_up::schedule::Schedule;
use domain::format;
use domain::project::{Project, ProjectId};
use domain::requirements::words::Speaker;
use domain::text::{Bilingual, Language};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::DayAhead;
use ts_rs::TS;

use super::follow_up;
use super::refusal::RefusalView;

/// The start page.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartView {
    /// All projects, also those put away, the last changed first.
    pub projects: Vec<ProjectRow>,
    /// Examples; each opens as a copy.
    pub examples: Vec<ExampleRow>,
    /// What had to be done to open the database, when something had; else that what the officer has set cannot be read.
    pub recovered: Option<RefusalView>,
    /// Why the last backup could not be made, when it could not.
    pub unbacked: Option<RefusalView>,
}

/// Where a project stands on the start page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProjectGroup {
    /// In the daily list.
    Current,
    /// Under Mallar.
    Templates,
    /// Under Arkiverade.
    Archived,
    /// Under Borttagna.
    Removed,
}

/// What the officer can make of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Mall: kept to start others from.
    Template,
    /// Put away.
    Archived,
    /// Taken away; it can come back until it is erased.
    Removed,
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
    /// The contracting authority; may be empty.
    pub authority: String,
    /// Where it stands on the page.
    pub group: ProjectGroup,
    /// It is kept to start others from, wherever it stands.
    pub template: bool,
    /// Since when it has been put away or taken away, UTC.
    pub since: Option<String>,
    /// "4 av 7 uppgifter klara"
    pub state: String,
    /// "1 stopp i granskningen"; empty when there is no more to say.
    pub state_note: String,
    /// Something in it is damaged: it cannot be opened as it is.
    pub damaged: bool,
    /// The next of the planned days: 2027-01-18.
    pub next_date: Option<String>,
    /// What happens then: "Annonsering".
    pub next_note: Option<String>,
    /// The notice should have been out by now.
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

/// How many tasks a project has.
const TASKS: usize = 7;

impl ProjectRow {
    /// A project in the list, as it reads on `today`, with the days that its contract has `ahead`.
    pub fn of(
        row: store::ProjectRow,
        ahead: Vec<DayAhead>,
        today: Date,
        phrases: &Phrases,
        language: Language,
    ) -> Self {
        let say = |key: &str, n: usize| phrases.fill_in(key, &[("n", n.to_string())], language);
        let note = match row.progress {
            _ if row.damaged => say("window.row.damaged_note", 0),
            store::Progress { stops: stops @ 1.., .. } => say("window.row.stops", stops),
            // How many are done says how many are left; what is left in those that are begun grows while one works.
            store::Progress { done: ..TASKS, .. } => String::new(),
            _ => say("window.row.nothing_left", 0),
        };
        let (group, since) = standing(row.marks);
        let planned = |day: Option<Date>, key| Some(DayAhead { day: day?, words: phrases.say(key) });
        let own = [planned(row.notice_date, "window.row.notice"), planned(row.start, "window.row.start")];
        let next = next_day(own.into_iter().flatten().chain(ahead).collect(), today);
        let next_date = next.as_ref().map(|next| next.day);
        Self {
            id: row.id,
            title: row.title,
            reference: row.reference,
            authority: row.authority_name,
            group,
            template: row.marks.template.is_some(),
            since: since.map(|moment| moment.to_string()),
            state: if row.damaged {
                say("window.row.damaged", 0)
            } else {
                say("window.row.done", row.progress.done)
            },
            state_note: note,
            damaged: row.damaged,
            next_date: next_date.map(format::date),
            next_note: next.map(|next| next.words.of(language).clone()),
            late: next_date.is_some_and(|day| day < today && Some(day) == row.notice_date),
            value_sek: row.value_sek.map(|value| value.0),
            changed: row.changed.to_string(),
        }
    }
}

/// A project stands in one place, whatever marks it has: what was taken away is seen nowhere else.
fn standing(marks: store::Marks) -> (ProjectGroup, Option<Timestamp>) {
    match marks {
        store::Marks { removed: Some(since), .. } => (ProjectGroup::Removed, Some(since)),
        store::Marks { archived: Some(since), .. } => (ProjectGroup::Archived, Some(since)),
        store::Marks { template: Some(_), .. } => (ProjectGroup::Templates, None),
        _ => (ProjectGroup::Current, None),
    }
}

/// The first planned day from `today` on, or else the last that has passed, with what happens then.
fn next_day(mut days: Vec<DayAhead>, today: Date) -> Option<DayAhead> {
    days.sort_by_key(|ahead| ahead.day);
    days.iter().find(|ahead| ahead.day >= today).or(days.last()).cloned()
}

/// The next day of the follow-up, and the last of the contract.
pub fn days_ahead(project: &Project, assessment: &Assessment, today: Date) -> Vec<DayAhead> {
    let Some(schedule) = Schedule::of(&project.procurement, assessment) else { return Vec::new() };
    let said = |language| follow_up::next(&schedule, Speaker::new(project, assessment, language), today);
    let next = Option::zip(said(Language::Sv), said(Language::En));
    let next = next.map(|((day, sv), (_, en))| DayAhead { day, words: Bilingual { sv, en } });
    let words = || assessment.catalogue.phrases.say("window.row.end");
    let end = schedule.start.known.then(|| DayAhead { day: schedule.end, words: words() });
    next.into_iter().chain(end).collect()
}

impl From<Mark> for store::Mark {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Template => Self::Template,
            Mark::Archived => Self::Archived,
            Mark::Removed => Self::Removed,
        }
    }
}
