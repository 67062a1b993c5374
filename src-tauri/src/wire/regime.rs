//! The regime card: which rules govern, why, and what would change it.

use domain::procurement::regime::{MissingFact, Regime};
use serde::Serialize;
use ts_rs::TS;

/// The regime card.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegimeCard {
    /// What governs; absent while it cannot be decided.
    pub regime: Option<Regime>,
    /// "Annonspliktig enligt 19 kap. LOU"
    pub name: String,
    /// Why; while facts are missing, what to fill in.
    pub reason: String,
    /// The value against the limits.
    pub scale: Option<Scale>,
    /// "Kronvärdet är beräknat och inte bekräftat. Kontrollera mot SFS"
    pub status: Option<String>,
    /// Whether a source for the values in kronor has been read.
    pub confirmed: bool,
    /// The period in which the limits hold: "2026-01-01–2027-12-31".
    pub period: Option<String>,
    /// When the source was last looked at: 2026-11-24.
    pub checked_on: Option<String>,
    /// "5 kap. 1 § och 19 kap. 1 § LOU"
    pub legal_basis: Option<String>,
    /// What would lead to another regime, a sentence each.
    pub what_if: Vec<String>,
    /// What has to be known first.
    pub missing: Vec<MissingFact>,
    /// The officer's own choice.
    pub overruled: Option<OverruledView>,
    /// What can be chosen instead, with words.
    pub choices: Vec<RegimeChoice>,
}

/// The officer's own regime.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OverruledView {
    /// What is to hold.
    pub regime: Regime,
    /// Why.
    pub reason: String,
    /// What was computed: "Hela LOU gäller".
    pub computed: String,
}

/// A regime to choose.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegimeChoice {
    /// The regime.
    pub regime: Regime,
    /// "Nationellt styrd"
    pub label: String,
}

/// The value on a bar of the regimes, each part equally wide: a bar to scale would hide the low ones.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Scale {
    /// "20 000 000 kr"
    pub value: String,
    /// Where the value lies on the bar, 0 to 1.
    pub position: f64,
    /// The parts, from the lowest values.
    pub bands: Vec<Band>,
}

/// A part of the bar.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// "Nationellt styrd"
    pub name: String,
    /// The lowest value that belongs to it: "700 000 kr"; the first begins at nothing.
    pub from: Option<String>,
    /// Part of the bar's width, 0 to 1.
    pub width: f64,
    /// The value lies here.
    pub here: bool,
}
