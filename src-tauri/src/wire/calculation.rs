//! "Är det rimligt?": the calculation of a requirement, with every figure's source.

use serde::Serialize;
use ts_rs::TS;

/// The calculation of one requirement. A rule of thumb, never law.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CalculationView {
    /// How much work the contract is, step by step.
    pub capacity: Vec<StepView>,
    /// What the requirement asks of it, step by step.
    pub asked: Vec<StepView>,
    /// Places, or person-months, in the firm period.
    pub places: f64,
    /// Share of the working time, 0 to 1.
    pub share: f64,
    /// "2,4 %"
    pub share_shown: String,
    /// The limits on the bar, in rising order.
    pub ticks: Vec<Tick>,
    /// What supervision costs the supplier: "204 000 kr".
    pub supervision_cost: String,
    /// "Talen bygger på praxis, inte på lag. Du får ändra dem."
    pub rule_of_thumb: String,
}

/// A step of the calculation.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    /// "Arbetstimmar"
    pub label: String,
    /// "20 000 000 kr × 50 % ÷ 500 kr", or where the figure comes from.
    pub from: String,
    /// "20 000 timmar"
    pub value: String,
}

/// A limit on the bar.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Tick {
    /// As share of the working time, 0 to 1.
    pub at: f64,
    /// "Avancerad"
    pub label: String,
}
