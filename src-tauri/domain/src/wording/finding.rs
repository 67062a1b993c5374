//! What the check says: which rule, where in the text, why, and what to write in its place.

use serde::Serialize;

use crate::review::finding::{Case, Footing, Severity};
use crate::review::rule::Rule;
use crate::text::{Bilingual, steers};

/// A part of a text, counted in characters: from `start`, up to and without `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Span {
    /// The first character.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
}

impl Span {
    /// The span that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether they share a character.
    pub fn touches(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A remedy that can be taken over: what stands in the span is replaced by a text. An empty span is an insertion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Replacement {
    /// What is replaced.
    pub span: Span,
    /// What stands there instead, in Swedish.
    pub text: String,
}

/// A trap in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct WordingFinding {
    /// The rule.
    pub rule: Rule,
    /// Which of its cases.
    pub case: Case,
    /// How grave.
    pub severity: Severity,
    /// Where in the text.
    pub span: Span,
    /// What is so, and why it matters.
    pub message: Bilingual,
    /// What to do.
    pub remedy: Bilingual,
    /// What to write instead, when that can be said.
    pub replacement: Option<Replacement>,
    /// What it rests on, in words.
    pub legal_basis: Bilingual,
    /// Whether that is law, a model or practice.
    pub basis: Footing,
}

/// The text with a remedy taken over.
pub fn take_over(text: &str, replacement: &Replacement) -> String {
    let Replacement { span, text: new } = replacement;
    let before = text.chars().take(span.start);
    let after = text.chars().skip(span.end);
    before.chain(new.chars()).chain(after).collect()
}

/// A text by its lines, to say where something stands.
pub struct Lines {
    chars: Vec<char>,
    /// Where each line begins.
    starts: Vec<usize>,
}

/// More words than this are not repeated where a finding is shown, in characters.
const LONGEST_SHOWN: usize = 120;

impl Lines {
    /// The lines of a text.
    pub fn of(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let after = chars.iter().enumerate().filter(|(_, c)| **c == '\n').map(|(i, _)| i + 1);
        let starts = std::iter::once(0).chain(after).collect();
        Self { chars, starts }
    }

    /// The line that a character stands in, from one.
    pub fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// A span counted from the beginning of a line.
    pub fn within(&self, line: usize, span: Span) -> Span {
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        Span { start: span.start.saturating_sub(start), end: span.end.saturating_sub(start) }
    }

    /// The words of a span, in one line; shortened when they are many.
    pub fn words(&self, span: Span) -> String {
        let shown = &self.chars[span.start..span.end.min(span.start + LONGEST_SHOWN)];
        let words: String = shown.iter().map(|c| if steers(*c) { ' ' } else { *c }).collect();
        if span.end > span.start + LONGEST_SHOWN { words + "…" } else { words }
    }
}
