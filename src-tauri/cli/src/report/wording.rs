//! Findings on a text as a person reads them, numbered in the order of the text.

use domain::wording::finding::{Lines, WordingFinding};

use super::Page;
use super::findings::{footing, severity};

/// The findings on a text.
pub fn wording(text: &str, found: &[WordingFinding]) -> String {
    let mut page = Page::default();
    if found.is_empty() {
        page.line("Inga anmärkningar.");
    }
    let lines = Lines::of(text);
    for (i, finding) in found.iter().enumerate() {
        one(&mut page, i + 1, finding, &lines);
    }
    page.text()
}

fn one(page: &mut Page, number: usize, finding: &WordingFinding, lines: &Lines) {
    page.air();
    let (code, severity) = (finding.rule.code(), severity(finding.severity));
    page.line(&format!("{number}. {code} {severity}: {}", finding.message.sv));
    page.row("Gäller", &format!("Rad {}: ”{}”", lines.line(finding.span.start), lines.words(finding.span)));
    page.row("Gör så här", &finding.remedy.sv);
    if let Some(replacement) = &finding.replacement {
        let old = lines.words(replacement.span);
        let how =
            if old.is_empty() { "Lägg till".to_owned() } else { format!("I stället för ”{old}”") };
        page.row("Förslag", &format!("{how}: ”{}”", replacement.text.trim()));
    }
    page.row("Lagrum", &format!("{}{}", finding.legal_basis.sv, footing(finding.basis)));
}
