//! Findings as they stand in the answers of `review --json` and `assess --json`. Texts are Swedish.

use domain::review::finding::{Case, Finding, FindingOverride, Footing, Passage, Place, Severity};
use domain::review::rule::Rule;
use jiff::civil::Date;
use serde::Serialize;

/// The answer of `samkrav review --json`.
#[derive(Serialize)]
pub struct FindingsJson<'a> {
    findings: Vec<FindingJson<'a>>,
}

/// A finding.
#[derive(Serialize)]
pub struct FindingJson<'a> {
    code: &'static str,
    rule: Rule,
    case: &'a Case,
    severity: Severity,
    r#where: &'a Place,
    /// What else it is about.
    also: &'a [Place],
    message: &'a str,
    remedy: &'a str,
    legal_basis: &'a str,
    basis: Footing,
    /// The words that it is about, when it was found in an own text.
    passage: Option<&'a Passage>,
    /// Null while it stands; else how it was set aside.
    overridden: Option<OverrideJson<'a>>,
}

#[derive(Serialize)]
struct OverrideJson<'a> {
    reason: &'a str,
    by: &'a str,
    on: Date,
}

impl<'a> FindingsJson<'a> {
    /// The answer for findings.
    pub fn of(findings: &'a [Finding]) -> Self {
        Self { findings: findings.iter().map(FindingJson::of).collect() }
    }
}

impl<'a> FindingJson<'a> {
    /// A finding as it stands in the answer.
    pub fn of(finding: &'a Finding) -> Self {
        Self {
            code: finding.rule.code(),
            rule: finding.rule,
            case: &finding.case,
            severity: finding.severity,
            r#where: &finding.place,
            also: &finding.also,
            message: &finding.message.sv,
            remedy: &finding.remedy.sv,
            legal_basis: &finding.legal_basis.sv,
            basis: finding.basis,
            passage: finding.passage.as_ref(),
            overridden: finding.overridden.as_ref().map(OverrideJson::of),
        }
    }
}

impl<'a> OverrideJson<'a> {
    fn of(set_aside: &'a FindingOverride) -> Self {
        Self { reason: &set_aside.reason, by: &set_aside.by, on: set_aside.on }
    }
}
