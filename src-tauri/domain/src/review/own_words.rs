//! What the wording check finds in the officer's own texts: rewritten duties, and own requirements. The catalogue's own are
//! tried in the tests.

use super::finding::{Case, Finding, Passage};
use super::rule::Rule;
use super::view::{Stands, View};
use crate::catalogue::entry::{Entry, Role};
use crate::wording::check as check_text;
use crate::wording::context::Context;
use crate::wording::finding::{Lines, Span, WordingFinding};

/// What is found in own texts, each with the duty and the words it is about.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    view.standing.iter().flat_map(|stands| in_requirement(stands, view)).collect()
}

fn in_requirement(stands: &Stands<'_>, view: &View<'_>) -> Vec<Finding> {
    let duties = own_duties(stands.entry, view);
    if duties.is_empty() {
        return Vec::new();
    }
    // Read as one text: what one duty leaves open another may settle.
    let text = duties.join("\n");
    let placement = Some(stands.entry.rules.placement);
    let context = Context::of(&view.project.procurement, view.regime(), placement);
    let found = check_text(&text, &context, &view.assessment.catalogue);
    let supervised = view.playing(Role::Supervision).is_some();
    let here = found.into_iter().filter(|f| !(supervised && f.rule == Rule::SupervisionPayUnsaid));
    let lines = Lines::of(&text);
    here.map(|finding| in_words(finding, stands, &lines)).collect()
}

/// The duties that the officer has written; none where the catalogue's stand.
pub(super) fn own_duties(entry: &Entry, view: &View<'_>) -> Vec<String> {
    let own = view.project.requirement(&entry.id).map(|requirement| requirement.own_wording.clone());
    match own.filter(|own| !own.is_empty()) {
        Some(own) => own,
        None if entry.is_custom() => entry.text.sv.duties.iter().map(|duty| duty.text.clone()).collect(),
        None => Vec::new(),
    }
}

/// The words are a part of what tells one finding from another: a Stop that was set aside holds for these and no others.
fn in_words(finding: WordingFinding, stands: &Stands<'_>, lines: &Lines) -> Finding {
    let words = lines.words(finding.span);
    let duty = lines.line(finding.span.start);
    let within = |span: Span| lines.within(duty, span);
    let replacement = finding.replacement.map(|mut replacement| {
        replacement.span = within(replacement.span);
        replacement
    });
    Finding {
        rule: finding.rule,
        case: Case::from(format!("{}: {}", finding.case, words.to_lowercase())),
        place: stands.place(),
        also: Vec::new(),
        values: Vec::new(),
        to_fill_in: false,
        severity: finding.severity,
        message: finding.message,
        remedy: finding.remedy,
        legal_basis: finding.legal_basis,
        basis: finding.basis,
        passage: Some(Passage { duty: duty - 1, span: within(finding.span), words, replacement }),
        overridden: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::assess;
    use crate::edit::Edit;
    use crate::project::Project;
    use crate::review::finding::Finding;
    use crate::review::try_out::{CATALOGUE, choosing, doing, example, signature};

    fn rewritten(duties: &[&str]) -> Project {
        let chosen = choosing(&example("stadning"), &["emp-internship"]);
        let duties = Some(duties.iter().map(|duty| (*duty).to_owned()).collect());
        doing(&chosen, &Edit::Reword { entry: "emp-internship".into(), duties })
    }

    fn found(project: &Project) -> Vec<Finding> {
        let found = assess(project, &CATALOGUE, signature().on).findings;
        found.into_iter().filter(|finding| finding.passage.is_some()).collect()
    }

    #[test]
    fn a_rewritten_duty_is_read_and_the_words_are_pointed_out() {
        let project =
            rewritten(&["Leverantören ska ta emot en praktikant.", "Leverantören ska ha kollektivavtal."]);
        let stop = found(&project).into_iter().find(|finding| finding.rule.code() == "R06").unwrap();
        let passage = stop.passage.clone().unwrap();
        assert_eq!((passage.duty, &*passage.words), (1, "ha kollektivavtal"));
        assert_eq!((passage.span.start, passage.span.end), (17, 34));
        assert!(stop.is_open_stop());
    }

    #[test]
    fn the_catalogue_s_own_duties_are_not_read_here() {
        assert!(found(&choosing(&example("stadning"), &["emp-internship"])).is_empty());
    }

    #[test]
    fn a_stop_that_was_set_aside_holds_for_its_words_only() {
        let first = rewritten(&["Leverantören ska ha kollektivavtal."]);
        let key = found(&first).iter().find(|finding| finding.is_open_stop()).unwrap().key();
        let reason = "Juristen har prövat kravet och godtar det här.".to_owned();
        let aside = doing(&first, &Edit::Override { finding: key, reason });
        assert!(!found(&aside).iter().any(Finding::is_open_stop));
        let duties = Some(vec!["Leverantören ska vara bunden av kollektivavtal.".to_owned()]);
        let other = doing(&aside, &Edit::Reword { entry: "emp-internship".into(), duties });
        assert!(found(&other).iter().any(Finding::is_open_stop));
    }
}
