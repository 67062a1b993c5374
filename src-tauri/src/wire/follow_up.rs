//! Task 5: who checks what, when, with which evidence, and what happens on a shortfall.

use domain::assess::Active;
use domain::catalogue::entry::{Checker, Entry};
use domain::catalogue::id::EntryId;
use domain::catalogue::theme::Theme;
use domain::follow_up::hours;
use domain::follow_up::left::{self, Left};
use domain::follow_up::schedule::{Checks, Schedule};
use domain::format;
use domain::needs::facts::serde_name;
use domain::requirements::words::Speaker;
use domain::spot::Spot;
use jiff::civil::Date;
use serde::Serialize;
use ts_rs::TS;

use super::requirement::number;
use super::sanctions::{self, SanctionStep};
use super::spot;
use super::timeline::{self, Timeline};

/// The plan.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpPlan {
    /// What is left before the plan is whole.
    pub left: Vec<LeftView>,
    /// The firm period; absent while its length is not known, or nothing is checked.
    pub timeline: Option<Timeline>,
    /// The next day of the follow-up; absent while no day is known, and when all have gone.
    pub next: Option<NextDay>,
    /// A row a requirement that stands, in the order of the document.
    pub rows: Vec<PlanRow>,
    /// The buyer's hours a year for all of them. Own estimate.
    pub hours: f64,
    /// The hours a year that were answered.
    pub answered_hours: Option<f64>,
    /// "38 av 40 timmar per år", or without the last part.
    pub hours_words: String,
    /// What the hours leave out, in sentences.
    pub hours_beside: Vec<String>,
    /// The plan takes more than was answered.
    pub too_much: bool,
    /// What a shortfall leads to, the mildest first.
    pub sanctions: Vec<SanctionStep>,
    /// What the buyer must do for the requirements to work.
    pub buyer_duties: Vec<BuyerDuty>,
}

/// The next day of the follow-up.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextDay {
    /// The day.
    pub date: String,
    /// What there is to do: "Kontroll K5, K7"
    pub what: String,
}

/// One thing that is left, with where it is done.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftView {
    /// "K3 Studiebesök: ingen kontroll är angiven."
    pub text: String,
    /// Where it is done.
    pub place: Spot,
}

/// A row of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanRow {
    /// The entry.
    pub entry: EntryId,
    /// "K3"
    pub number: String,
    /// Its name.
    pub title: String,
    /// What it is about.
    pub theme: Theme,
    /// Who checks; absent when nobody has to.
    pub checker: Option<Checker>,
    /// "Avtalsansvarig"
    pub who: String,
    /// The day of the first check, when the start of the contract is known.
    pub first_date: Option<String>,
    /// The same in words: "60 dagar efter start".
    pub first: String,
    /// Months between checks; once when absent.
    pub every_months: Option<u32>,
    /// "varje halvår"
    pub how_often: String,
    /// How it is shown during the contract.
    pub evidence: String,
    /// How it is checked.
    pub how: String,
    /// What happens on a shortfall.
    pub sanction: String,
    /// Every check of the firm period: dates, or months of the contract while no start is known.
    pub days: Vec<String>,
    /// The buyer's hours a year. Own estimate.
    pub hours: f64,
}

/// Something that the buyer must do.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BuyerDuty {
    /// "K3"
    pub number: String,
    /// What to do.
    pub text: String,
}

impl FollowUpPlan {
    /// The plan of a project, as it stands on a day.
    pub fn of(speaker: Speaker<'_>, today: Date) -> Self {
        let active = &speaker.assessment.active;
        let standing = active.iter().filter_map(|a| Some((a, speaker.catalogue.entry(&a.entry)?)));
        let standing: Vec<(&Active, &Entry)> = standing.collect();
        let hours = standing.iter().map(|(_, entry)| hours::own(entry, &speaker.assessment.facts)).sum();
        let answered_hours = speaker.assessment.facts.number(hours::HOURS);
        let schedule = Schedule::of(&speaker.project.procurement, speaker.assessment);
        let schedule = schedule.as_ref();
        let rows = standing.iter().map(|(active, entry)| PlanRow::of(active, entry, schedule, speaker));
        let left = left::left(speaker.project, speaker.assessment);
        Self {
            left: left.iter().map(|one| LeftView::of(one, speaker)).collect(),
            next: schedule.and_then(|schedule| NextDay::of(schedule, speaker, today)),
            timeline: schedule.and_then(|schedule| Timeline::of(schedule, speaker)),
            rows: rows.collect(),
            hours,
            answered_hours,
            hours_words: hours_words(hours, answered_hours, speaker),
            hours_beside: hours::beside(speaker),
            too_much: hours::too_many(hours, &speaker.assessment.facts),
            sanctions: sanctions::steps(speaker),
            buyer_duties: standing
                .iter()
                .flat_map(|(active, entry)| buyer_duties(active, entry, speaker))
                .collect(),
        }
    }
}

fn hours_words(hours: f64, answered: Option<f64>, speaker: Speaker<'_>) -> String {
    let shown = |hours: f64| format::decimal(hours, 1, speaker.language);
    match answered {
        Some(most) => speaker.filled("window.hours.of", &[("n", shown(hours)), ("most", shown(most))]),
        None => speaker.filled("window.hours.plain", &[("n", shown(hours))]),
    }
}

fn buyer_duties(active: &Active, entry: &Entry, speaker: Speaker<'_>) -> Vec<BuyerDuty> {
    let said = speaker.requirement(entry);
    let duties = said.words.buyer_duties.iter();
    duties.map(|duty| BuyerDuty { number: number(active), text: said.text(duty) }).collect()
}

/// At most so many requirements are named on a day.
const MOST_NAMED: usize = 3;

impl NextDay {
    fn of(schedule: &Schedule, speaker: Speaker<'_>, today: Date) -> Option<Self> {
        let (day, what) = next(schedule, speaker, today)?;
        Some(Self { date: format::date(day), what })
    }
}

/// The next day of a schedule, with what there is to do.
pub fn next(schedule: &Schedule, speaker: Speaker<'_>, today: Date) -> Option<(Date, String)> {
    let (day, what) = schedule.next(today)?;
    let said = what.into_iter().enumerate().map(|(at, (event, entries))| {
        let slots = [("numbers", numbers(&entries, speaker))];
        let words = speaker.filled(&format!("window.next_day.{}", serde_name(&event)), &slots);
        if at == 0 { words } else { format::lower_first(&words) }
    });
    Some((day, format::list(&said.collect::<Vec<_>>(), speaker.language)))
}

/// "K5, K7", "K1, K2, K3 med flera"
fn numbers(entries: &[&EntryId], speaker: Speaker<'_>) -> String {
    let standing = entries.iter().filter_map(|entry| speaker.assessment.active_for(entry));
    let named: Vec<String> = standing.take(MOST_NAMED).map(number).collect();
    let named = named.join(", ");
    if entries.len() <= MOST_NAMED {
        return named;
    }
    speaker.filled("window.next_day.more", &[("numbers", named)])
}

impl LeftView {
    fn of(left: &Left, speaker: Speaker<'_>) -> Self {
        let said = |key: &str| speaker.phrase(&format!("window.plan_left.{key}"));
        let hours = || spot::asking(hours::HOURS, speaker).unwrap_or(Spot::Fact(hours::HOURS.into()));
        match left {
            Left::ContractManager => {
                Self { text: said("contract_manager"), place: Spot::Fact("contract_manager".into()) }
            }
            Left::Start => Self { text: said("start"), place: Spot::Fact("start".into()) },
            Left::Hours => Self { text: said("hours"), place: hours() },
            Left::TooManyHours(what) => Self { text: what.of(speaker.language).clone(), place: hours() },
            Left::Check(entry) => Self::unchecked(entry, speaker),
        }
    }

    fn unchecked(entry: &EntryId, speaker: Speaker<'_>) -> Self {
        let number = speaker.assessment.active_for(entry).map(number).unwrap_or_default();
        let slots = [("number", number), ("title", speaker.title(entry))];
        let text = speaker.filled("window.plan_left.check", &slots);
        Self { text, place: Spot::Requirement(entry.clone()) }
    }
}

impl PlanRow {
    fn of(active: &Active, entry: &Entry, schedule: Option<&Schedule>, speaker: Speaker<'_>) -> Self {
        let said = speaker.requirement(entry);
        let follow_up = said.planned();
        let every_months = follow_up.and_then(|follow_up| follow_up.every_months);
        Self {
            entry: entry.id.clone(),
            number: number(active),
            title: said.words.title.clone(),
            theme: entry.theme,
            checker: follow_up.map(|follow_up| follow_up.who),
            who: said.who().unwrap_or_default(),
            first_date: said.first_check_date().map(format::date),
            first: said.first_check(),
            every_months,
            how_often: every_months.map(|months| speaker.how_often(months)).unwrap_or_default(),
            evidence: said.evidence_contract(),
            how: said.how_checked(),
            sanction: said.sanction(),
            days: schedule.map(|schedule| days(&entry.id, schedule, speaker)).unwrap_or_default(),
            hours: hours::own(entry, &speaker.assessment.facts),
        }
    }
}

fn days(entry: &EntryId, schedule: &Schedule, speaker: Speaker<'_>) -> Vec<String> {
    let own = schedule.checks.iter().filter(|checks| checks.entry == *entry);
    let days = own.flat_map(|Checks { days, .. }| days);
    days.map(|day| timeline::day(*day, schedule, speaker)).collect()
}
