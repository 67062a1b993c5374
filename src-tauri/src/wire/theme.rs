//! A theme with its requirements and its decision.

use domain::catalogue::theme::Theme;
use domain::requirements::decision::Outcome;
use serde::Serialize;
use ts_rs::TS;

use super::requirement::RequirementCard;

/// A theme, or Gemensamma villkor.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ThemeView {
    /// The theme.
    pub theme: Theme,
    /// "Sysselsättning"
    pub name: String,
    /// "3 valda", "Inte nu", "Kvar"
    pub note: String,
    /// How it ends; absent for Gemensamma villkor, which need no decision.
    pub decision: Option<DecisionView>,
    /// The requirements: duties first, then what is recommended, then what the officer added.
    pub cards: Vec<RequirementCard>,
}

/// How a theme ends.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionView {
    /// As decided, or chosen as soon as a requirement is; absent while open.
    pub outcome: Option<Outcome>,
    /// The officer's reason.
    pub reason: String,
    /// It still waits for its decision or reason.
    pub open: bool,
    /// How many requirements the officer has chosen.
    pub chosen: usize,
    /// How many are recommended.
    pub recommended: usize,
    /// Why nothing is recommended, when nothing is.
    pub why_none: Option<String>,
}
