//! The wording check: legal traps in a text, while it is written or when it has been pasted.

use domain::catalogue::phrases::Phrases;
use domain::needs::facts::serde_name;
use domain::review::finding::{Footing, Severity};
use domain::text::{Bilingual, Language};
use domain::wording::finding::{Lines, Replacement, Span, WordingFinding};
use serde::Serialize;
use ts_rs::TS;

/// A trap in a text. Spans are counted in characters from the beginning of the text.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrapView {
    /// "R06"
    pub code: String,
    /// How grave.
    pub severity: Severity,
    /// "Stopp"
    pub severity_word: String,
    /// Where.
    pub span: Span,
    /// Which line, from one.
    pub line: usize,
    /// The words there, in one line.
    pub words: String,
    /// What is so, and why it matters.
    pub message: String,
    /// What to do.
    pub remedy: String,
    /// What to write instead, when that can be said.
    pub replacement: Option<Replacement>,
    /// What it rests on.
    pub legal_basis: String,
    /// Whether that is law, a model or practice.
    pub basis: Footing,
}

impl TrapView {
    /// Offers no words of a whole duty: an aim that takes them over becomes one.
    pub fn without_duties(self) -> Self {
        let replacement = self.replacement.filter(|new| !new.text.trim_end().ends_with('.'));
        Self { replacement, ..self }
    }

    /// What has been found in a text, in words.
    pub fn all(found: Vec<WordingFinding>, text: &str, phrases: &Phrases, language: Language) -> Vec<Self> {
        let lines = Lines::of(text);
        found.into_iter().map(|finding| Self::of(finding, &lines, phrases, language)).collect()
    }

    fn of(finding: WordingFinding, lines: &Lines, phrases: &Phrases, language: Language) -> Self {
        let said = |text: &Bilingual| text.of(language).clone();
        let severity = format!("window.severity.{}", serde_name(&finding.severity));
        Self {
            code: finding.rule.code().to_owned(),
            severity: finding.severity,
            severity_word: phrases.word(&severity, language).to_owned(),
            span: finding.span,
            line: lines.line(finding.span.start),
            words: lines.words(finding.span),
            message: said(&finding.message),
            remedy: said(&finding.remedy),
            legal_basis: said(&finding.legal_basis),
            replacement: finding.replacement,
            basis: finding.basis,
        }
    }
}
