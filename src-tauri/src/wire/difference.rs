//! What differs between two versions of a project, in words.

use domain::merge::{Change, Spoken, differences, label};
use serde::Serialize;
use ts_rs::TS;

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceRow {
    /// What it is: "Studiebesök, antal besök per avtalsår".
    pub label: String,
    /// What it says in the earlier one.
    pub before: Option<String>,
    /// What it says in the later one.
    pub after: Option<String>,
}

impl DifferenceRow {
    /// All of them.
    pub fn all(before: &Spoken, after: &Spoken) -> Vec<Self> {
        let row = |Change { field, .. }: &Change| Self {
            label: label(field, &[after, before]),
            before: before.shown(field),
            after: after.shown(field),
        };
        differences(&before.project, &after.project).iter().map(row).collect()
    }
}
