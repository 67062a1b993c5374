//! G11. What a requirement rests on ends before the contract does: levels from a collective agreement that no longer holds.
//!
//! Before the contract starts somebody has to find out what holds then. While it runs the levels are to be watched, which is
//! the usual thing and only said.

use jiff::civil::Date;

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::id::ParameterName;
use crate::catalogue::parameter::{HeldAgainst, ParameterValue};

/// What is found when a date lies before the contract is over.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    view.standing.iter().flat_map(|stands| ending(stands, view)).collect()
}

fn ending(stands: &Stands<'_>, view: &View<'_>) -> Vec<Finding> {
    let parameters = stands.entry.rules.parameters.iter();
    let held = parameters.filter(|(_, p)| p.held_against == Some(HeldAgainst::Contract));
    held.filter_map(|(name, _)| finding(stands, name, date(stands, name)?, view)).collect()
}

fn date(stands: &Stands<'_>, name: &ParameterName) -> Option<Date> {
    match &stands.active.values.get(name)?.value {
        Some(ParameterValue::Text(date)) => date.parse().ok(),
        _ => None,
    }
}

/// Held against the start of the contract, or while that is not known against the day of the notice.
fn finding(stands: &Stands<'_>, name: &ParameterName, ends: Date, view: &View<'_>) -> Option<Finding> {
    let procurement = &view.project.procurement;
    let begins = procurement.start.or(procurement.notice_date)?;
    let (case, severity, than) = if ends < begins {
        ("before", Severity::Warning, begins)
    } else {
        ("during", Severity::Info, procurement.end().filter(|over| ends < *over)?)
    };
    let draft = view.about(stands, Rule::EndsTooSoon, case, severity);
    let draft = draft.with("label", stands.label(name)).with_day("ends", ends).with_day("than", than);
    let basis = stands.entry.rules.legal_basis.iter().find(|basis| !view.named(basis).is_empty());
    Some(draft.on(Ground::Law(basis.map_or("principles", |basis| basis))))
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{answering, buying, choosing, codes, example, setting, words};
    use serde_json::json;

    #[test]
    fn an_agreement_that_ends_before_the_contract_starts_is_warned_about() {
        let terms = choosing(&example("stadning"), &["lab-terms-duty"]);
        let terms = buying(terms, &json!({ "start": "2027-04-01", "months": 24 }));
        let said = |date| codes(&setting(&terms, "lab-terms-duty", "valid", &json!(date)), "G11");
        assert_eq!(said("2027-03-31"), ["G11 before requirement lab-terms-duty warning"]);
        assert_eq!(said("2027-04-01"), ["G11 during requirement lab-terms-duty info"]);
        assert!(said("2029-03-31").is_empty(), "it holds to the last day");
        let told = words(&setting(&terms, "lab-terms-duty", "valid", &json!("2027-03-31")), "G11");
        assert!(told.contains("2027-03-31") && told.contains("2027-04-01"), "{told}");
    }

    #[test]
    fn the_date_in_the_answer_counts_as_well_and_without_a_start_the_notice_does() {
        let answer = json!({ "q17": { "pay_level": "yes", "levels": ["pay"], "agreement": "Avtalet",
            "agreement_valid_to": "2026-12-31" } });
        let terms = choosing(&answering(example("stadning"), &answer), &["lab-terms-duty"]);
        let terms = buying(terms, &json!({ "start": null, "notice_date": "2027-02-15" }));
        assert_eq!(codes(&terms, "G11"), ["G11 before requirement lab-terms-duty warning"]);
    }
}
