//! Task 4: what others do, and both sides of what opinions differ about. Shown beside a requirement, never as advice.

use domain::catalogue::entry::{Arguments, PracticeNote};
use serde::Serialize;
use ts_rs::TS;

/// What others do.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeView {
    /// What they do.
    pub text: String,
    /// Where that was read.
    pub source: String,
}

/// Both sides.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArgumentsView {
    /// What speaks for it.
    pub pro: String,
    /// What speaks against it.
    pub contra: String,
}

impl From<&PracticeNote> for PracticeView {
    fn from(note: &PracticeNote) -> Self {
        Self { text: note.text.clone(), source: note.source.clone() }
    }
}

impl From<&Arguments> for ArgumentsView {
    fn from(sides: &Arguments) -> Self {
        Self { pro: sides.pro.clone(), contra: sides.contra.clone() }
    }
}
