//! Task 5: who checks what, when, with which evidence, and what happens on a shortfall.

use domain::assess::Active;
use domain::catalogue::entry::Checker;
use domain::catalogue::entry::Entry;
use domain::catalogue::id::EntryId;
use domain::catalogue::theme::Theme;
use domain::format;
use domain::requirements::words::Speaker;
use serde::Serialize;
use ts_rs::TS;

use super::requirement::number;

/// The plan.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpPlan {
    /// A row a requirement that stands, in the order of the document.
    pub rows: Vec<PlanRow>,
    /// The buyer's hours a year for all of them. Own estimate.
    pub hours: f64,
    /// The hours a year that were answered.
    pub answered_hours: Option<f64>,
    /// "38 timmar per år av 40", or without the last part.
    pub hours_words: String,
    /// The plan takes more than was answered.
    pub too_much: bool,
    /// What the buyer must do for the requirements to work.
    pub buyer_duties: Vec<BuyerDuty>,
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
    /// The plan of a project.
    pub fn of(speaker: Speaker<'_>) -> Self {
        let active = &speaker.assessment.active;
        let standing = active.iter().filter_map(|a| Some((a, speaker.catalogue.entry(&a.entry)?)));
        let standing: Vec<(&Active, &Entry)> = standing.collect();
        let hours = standing.iter().map(|(_, entry)| entry.rules.follow_up_hours).sum();
        let answered_hours = speaker.assessment.facts.number("follow_up_hours");
        Self {
            rows: standing.iter().map(|(active, entry)| PlanRow::of(active, entry, speaker)).collect(),
            hours,
            answered_hours,
            hours_words: hours_words(hours, answered_hours, speaker),
            too_much: answered_hours.is_some_and(|most| hours > most),
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

impl PlanRow {
    fn of(active: &Active, entry: &Entry, speaker: Speaker<'_>) -> Self {
        let said = speaker.requirement(entry);
        let follow_up = entry.rules.follow_up;
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
            hours: entry.rules.follow_up_hours,
        }
    }
}
