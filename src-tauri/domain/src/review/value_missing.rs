//! G06. A value that the text needs and that nobody has filled in.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::undefined_award_criterion::is_criterion;
use super::vague_labour_terms::is_annex;
use super::view::{Ground, Stands, View};
use crate::requirements::values::missing;

/// What is found when a requirement would be printed with a gap. Award criteria and the annex of labour terms have rules
/// of their own.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let others = view.standing.iter().filter(|stands| !is_criterion(stands));
    others.filter_map(|stands| finding(stands, view)).collect()
}

fn finding(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let mut lacking = missing(stands.entry, &stands.active.values, view.facts());
    lacking.retain(|name| !is_annex(stands, name));
    if lacking.is_empty() {
        return None;
    }
    let draft = view.about(stands, Rule::ValueMissing, "fill_in", Severity::Stop);
    Some(draft.with("values", stands.labels(&lacking)).on(Ground::Law("principles")))
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{answering, choosing, codes, example, setting, words};
    use serde_json::json;

    #[test]
    fn a_gap_in_the_text_is_a_stop_that_names_what_to_fill_in() {
        let system = choosing(&example("it-system"), &["acc-ict"]);
        assert_eq!(codes(&system, "G06"), ["G06 fill_in requirement acc-ict stop"]);
        assert!(words(&system, "G06").contains("delar som omfattas"), "{}", words(&system, "G06"));
        assert!(codes(&setting(&system, "acc-ict", "parts", &json!(["web"])), "G06").is_empty());
    }

    #[test]
    fn an_answer_that_means_none_or_not_known_fills_in_nothing() {
        let apprentice = choosing(&example("byggtjanster"), &["emp-apprentice"]);
        let asks = |trades| {
            words(&answering(apprentice.clone(), &json!({ "q13": trades })), "G06").contains("yrken")
        };
        assert!(!asks(json!(["building", "painting"])));
        assert!(asks(json!(["none"])) && asks(json!({ "unknown": "driften" })));
    }

    #[test]
    fn a_value_that_no_duty_needs_is_not_asked_for() {
        let answers = json!({ "q17": { "pay_level": "yes", "levels": ["pay"], "agreement": "Avtalet",
            "agreement_valid_to": "2027-12-31" } });
        let terms = choosing(&answering(example("stadning"), &answers), &["lab-terms-duty"]);
        let found = codes(&terms, "G06");
        assert!(!found.contains(&"G06 fill_in requirement lab-terms-duty stop".to_owned()), "{found:?}");
    }
}
