//! A refusal as it crosses the border: in the window's language.

use domain::refusal::{Kind, Refusal};
use domain::text::Language;
use serde::Serialize;
use ts_rs::TS;

/// Why something was not done, and what to do. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefusalView {
    /// The sort of refusal; each is shown in its own way.
    pub kind: RefusalKind,
    /// What is so.
    pub text: String,
    /// What to do.
    pub hint: Option<String>,
}

/// The sort of refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RefusalKind {
    /// What came in does not fit: shown at the field.
    BadInput,
    /// Right in itself, but not possible now.
    NotNow,
    /// What was asked for is not here.
    NotFound,
    /// A fault in what the program ships or keeps.
    Broken,
}

impl RefusalView {
    /// The refusal in one language.
    pub fn of(refusal: &Refusal, language: Language) -> Self {
        Self {
            kind: refusal.kind.into(),
            text: refusal.text.of(language).clone(),
            hint: refusal.hint.as_ref().map(|hint| hint.of(language).clone()),
        }
    }
}

impl From<Kind> for RefusalKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::BadInput => Self::BadInput,
            Kind::NotNow => Self::NotNow,
            Kind::NotFound => Self::NotFound,
            Kind::Broken => Self::Broken,
        }
    }
}
