//! Task 5: what a shortfall leads to, step by step, said once for all requirements.

use domain::follow_up::sanctions::{self, Step};
use domain::requirements::words::Speaker;
use serde::Serialize;
use ts_rs::TS;

use super::requirement::number;

/// A step that a shortfall can lead to.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SanctionStep {
    /// "Vite med tak"
    pub name: String,
    /// "K9", of the requirement that says so.
    pub number: Option<String>,
    /// What it means; that it has not been chosen, when it has not.
    pub text: String,
    /// Its values, with the ceiling among them.
    pub values: Vec<SanctionValue>,
    /// "K1", "K3": the requirements that can lead here.
    pub after: Vec<String>,
    /// It stands. One that does not is shown so that nobody believes that it does.
    pub stands: bool,
}

/// A value of a step.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SanctionValue {
    /// "Högsta vite per avtalsår"
    pub label: String,
    /// "3 %"
    pub shown: String,
}

/// The steps, the mildest first, as far as what stands leads to them.
pub fn steps(speaker: Speaker<'_>) -> Vec<SanctionStep> {
    sanctions::steps(speaker).into_iter().map(SanctionStep::of).collect()
}

impl SanctionStep {
    fn of(step: Step<'_>) -> Self {
        let value = |(label, shown)| SanctionValue { label, shown };
        Self {
            name: step.name,
            number: step.said_by.map(number),
            text: step.text,
            values: step.values.into_iter().map(value).collect(),
            after: step.after.into_iter().map(number).collect(),
            stands: step.stands,
        }
    }
}
