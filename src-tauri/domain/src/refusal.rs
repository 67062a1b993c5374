//! An error is an answer: what is so, and what to do.

use std::fmt;

use crate::text::Bilingual;

/// What sort of refusal it is; the window shows each sort in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What came in cannot be read or does not fit: the same call again gives the same answer.
    BadInput,
    /// Right in itself, but not possible now: a folder that cannot be written, a full disk.
    NotNow,
    /// What was asked for is not here.
    NotFound,
    /// A fault in what the program itself ships or keeps.
    Broken,
}

/// Why something was not done. Nothing has been changed when a refusal is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The sort of refusal.
    pub kind: Kind,
    /// What is so, in one sentence.
    pub text: Bilingual,
    /// What to do.
    pub hint: Option<Bilingual>,
}

impl Refusal {
    /// A refusal that says what is so.
    pub fn new(kind: Kind, sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self { kind, text: Bilingual::new(sv, en), hint: None }
    }

    /// What came in does not fit.
    pub fn bad_input(sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(Kind::BadInput, sv, en)
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, sv: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint = Some(Bilingual::new(sv, en));
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.text)?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(f, " {hint}"))
    }
}

impl std::error::Error for Refusal {}
