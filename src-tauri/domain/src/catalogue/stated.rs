//! Findings that follow from answers and choices alone: stated as conditions in `findings.toml`, with words of their own.

use serde::Deserialize;

use super::condition::Condition;
use crate::review::finding::{Case, Place, Severity};
use crate::review::rule::Rule;

/// A finding that is there when a condition holds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedFinding {
    /// The rule.
    pub rule: Rule,
    /// Which of its cases: with the code of the rule, the key of its words.
    pub case: Case,
    /// How grave.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// When it is there.
    pub when: Condition,
    /// The named legal basis.
    pub legal_basis: String,
    /// Whether it rests on practice, with that basis behind it.
    #[serde(default)]
    pub practice: bool,
    /// Whether a decision with a reason about the theme where it lies says all there is to say.
    #[serde(default)]
    pub until_decided: bool,
}

impl StatedFinding {
    /// The key of its words.
    pub fn words(&self) -> String {
        format!("review.{}.{}", self.rule.code().to_lowercase(), self.case)
    }
}
