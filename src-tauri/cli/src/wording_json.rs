//! Findings on a text as they stand in the answer of `lint --json`. Texts are Swedish.

use domain::review::finding::{Case, Footing, Severity};
use domain::review::rule::Rule;
use domain::wording::finding::{Lines, Replacement, Span, WordingFinding};
use serde::Serialize;

/// The answer of `samkrav lint --json`.
#[derive(Serialize)]
pub struct WordingJson<'a> {
    findings: Vec<FoundJson<'a>>,
}

#[derive(Serialize)]
struct FoundJson<'a> {
    code: &'static str,
    rule: Rule,
    case: &'a Case,
    severity: Severity,
    r#where: WhereJson,
    /// From the first character up to and without the last, in characters from the beginning.
    span: [usize; 2],
    message: &'a str,
    remedy: &'a str,
    replacement: Option<ReplacementJson<'a>>,
    legal_basis: &'a str,
    basis: Footing,
}

#[derive(Serialize)]
struct WhereJson {
    kind: &'static str,
    /// From one.
    line: usize,
    words: String,
}

#[derive(Serialize)]
struct ReplacementJson<'a> {
    span: [usize; 2],
    text: &'a str,
}

impl<'a> WordingJson<'a> {
    /// The answer for findings on a text.
    pub fn of(text: &str, found: &'a [WordingFinding]) -> Self {
        let lines = Lines::of(text);
        Self { findings: found.iter().map(|finding| FoundJson::of(finding, &lines)).collect() }
    }
}

impl<'a> FoundJson<'a> {
    fn of(finding: &'a WordingFinding, lines: &Lines) -> Self {
        let line = lines.line(finding.span.start);
        Self {
            code: finding.rule.code(),
            rule: finding.rule,
            case: &finding.case,
            severity: finding.severity,
            r#where: WhereJson { kind: "text", line, words: lines.words(finding.span) },
            span: ends(finding.span),
            message: &finding.message.sv,
            remedy: &finding.remedy.sv,
            replacement: finding.replacement.as_ref().map(ReplacementJson::of),
            legal_basis: &finding.legal_basis.sv,
            basis: finding.basis,
        }
    }
}

impl<'a> ReplacementJson<'a> {
    fn of(replacement: &'a Replacement) -> Self {
        Self { span: ends(replacement.span), text: &replacement.text }
    }
}

fn ends(span: Span) -> [usize; 2] {
    [span.start, span.end]
}
