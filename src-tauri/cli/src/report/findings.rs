//! The findings as a person reads them: what is so, where, what to do, and what that rests on.

use domain::assess::Assessment;
use domain::format;
use domain::review::finding::{Finding, Footing, Severity};
use domain::text::Language;

use super::Page;

/// The findings of a project, gravest first.
pub fn findings(assessment: &Assessment) -> String {
    let mut page = Page::default();
    if assessment.findings.is_empty() {
        page.line("Inga anmärkningar.");
    }
    write(&mut page, assessment);
    page.text()
}

/// Writes the findings on a page.
pub fn write(page: &mut Page, assessment: &Assessment) {
    for finding in &assessment.findings {
        one(page, finding, assessment);
    }
}

fn one(page: &mut Page, finding: &Finding, assessment: &Assessment) {
    let severity = severity(finding.severity);
    page.air();
    let aside = if finding.overridden.is_some() { ", med skäl att gå vidare" } else { "" };
    page.line(&format!("{} {severity}{aside}: {}", finding.rule.code(), finding.message.sv));
    page.row("Gäller", &finding.place.words(assessment).sv);
    let also: Vec<String> = finding.also.iter().map(|place| place.words(assessment).sv).collect();
    if !also.is_empty() {
        page.row("Gäller också", &format::list(&also, Language::Sv));
    }
    if let Some(passage) = &finding.passage {
        page.row("Text", &format!("Skyldighet {}: ”{}”", passage.duty + 1, passage.words));
    }
    page.row("Gör så här", &finding.remedy.sv);
    page.row("Lagrum", &format!("{}{}", finding.legal_basis.sv, footing(finding.basis)));
    if let Some(kept) = &finding.overridden {
        page.row("Skäl", &format!("{} ({}, {})", kept.reason, kept.by, kept.on));
    }
}

/// How grave, in a word.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Stop => "Stopp",
        Severity::Warning => "Varning",
        Severity::Info => "Upplysning",
    }
}

/// What rests on practice says so itself.
pub fn footing(footing: Footing) -> &'static str {
    match footing {
        Footing::Law => " (lag)",
        Footing::Guidance => " (vägledning)",
        Footing::Practice | Footing::Unknown => "",
    }
}
