//! G04. An assessment that the law demands has not been made, or has no reason: whether labour terms or the ILO conventions
//! are needed. It is to be made also when the answer is no.

use super::finding::{Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::catalogue::question::Question;
use crate::needs::question_state::State;

/// What is found when a question that the law demands an answer to has none.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let open = view.assessment.questions.iter().filter(|q| q.visible && q.state != State::Answered);
    let open = open.filter_map(|state| view.assessment.catalogue.questions.get(&state.id));
    open.filter_map(|question| finding(question, view)).collect()
}

fn finding(question: &Question, view: &View<'_>) -> Option<Finding> {
    let demand = question.rules.demanded.as_ref().filter(|demand| demand.when.holds(view.facts()))?;
    let place = Place::Question(question.id.clone());
    let draft = view.find(Rule::NeedAssessmentMissing, "assessment", Severity::Stop, place);
    let asked = crate::text::Bilingual::each(|language| question.text.of(language).question.clone());
    Some(draft.with("question", asked).on(Ground::Law(&demand.legal_basis)))
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{answering, buying, codes, example};
    use serde_json::json;

    #[test]
    fn the_need_of_labour_terms_is_assessed_with_a_reason_under_the_directive() {
        let cleaning = example("stadning");
        assert!(codes(&cleaning, "G04").is_empty());
        let said = |answer| codes(&answering(cleaning.clone(), &json!({ "q18a": answer })), "G04");
        let missing = ["G04 assessment question q18a stop"];
        assert_eq!(said(json!(null)), missing);
        assert_eq!(said(json!({ "unknown": "avdelningen" })), missing);
        assert_eq!(said(json!({ "pay_terms_need": "no" })), missing, "the reason is missing");
        assert!(said(json!({ "pay_terms_need": "no", "reason": "Låg risk i yrket." })).is_empty());
    }

    #[test]
    fn below_the_threshold_nothing_is_demanded() {
        let small = buying(example("stadning"), &json!({ "value_sek": 1_000_000, "option_value_sek": null }));
        assert!(codes(&answering(small, &json!({ "q18a": null })), "G04").is_empty());
    }
}
