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
    /// The same in the codes of files and of the command line. The window, where everything has its label, does not show it.
    pub codes: Option<Box<Bilingual>>,
}

impl Refusal {
    /// A refusal that says what is so.
    pub fn new(kind: Kind, sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self { kind, text: readable(sv, en), hint: None, codes: None }
    }

    /// What came in does not fit.
    pub fn bad_input(sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(Kind::BadInput, sv, en)
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, sv: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint = Some(readable(sv, en));
        self
    }

    /// Adds what it is called in files and on the command line.
    #[must_use]
    pub fn codes(mut self, sv: impl Into<String>, en: impl Into<String>) -> Self {
        self.codes = Some(Box::new(readable(sv, en)));
        self
    }
}

/// How many characters of a sentence are kept on either side of a cut. No sentence of our own is twice as long.
const KEPT: usize = 300;

/// What was typed is said again, but not all of a pasted page: a long sentence keeps its beginning and its end.
fn readable(sv: impl Into<String>, en: impl Into<String>) -> Bilingual {
    Bilingual::new(cut(sv.into()), cut(en.into()))
}

fn cut(sentence: String) -> String {
    let start = sentence.char_indices().nth(KEPT).map(|(at, _)| at);
    let end = sentence.char_indices().nth_back(KEPT).map(|(at, _)| at);
    match start.zip(end) {
        Some((start, end)) if start < end => format!("{} … {}", &sentence[..start], &sentence[end..]),
        _ => sentence,
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.text)?;
        let mut rest = self.hint.as_ref().into_iter().chain(self.codes.as_deref());
        rest.try_for_each(|more| write!(f, " {more}"))
    }
}

impl std::error::Error for Refusal {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_keeps_beginning_and_end_of_what_is_too_long_to_read() {
        let said = |typed: &str| Refusal::bad_input(format!("”{typed}” är inget tal."), "").text.sv;
        assert_eq!(said("två"), "”två” är inget tal.");
        let long = said(&"å".repeat(1_000_000));
        assert!(long.starts_with("”ååå") && long.ends_with("å” är inget tal."), "{long}");
        assert!(long.chars().count() < 610, "{}", long.chars().count());
    }
}
