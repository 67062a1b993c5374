//! Task 5: who checks what, when, with which evidence, and what happens on a shortfall.

use domain::catalogue::entry::Checker;
use domain::catalogue::id::EntryId;
use domain::catalogue::theme::Theme;
use serde::Serialize;
use ts_rs::TS;

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
