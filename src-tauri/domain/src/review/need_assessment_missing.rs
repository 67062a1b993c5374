//! G04. An assessment that the law demands has not been made, or has no reason: whether labour terms or the ILO conventions
//! are needed. It is to be made also when the answer is no.

use super::finding::{Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, View};
use crate::catalogue::condition::UNKNOWN;
use crate::catalogue::question::Question;
use crate::format;
use crate::needs::answer_words::lacks_reason;
use crate::needs::facts::REASON;
use crate::needs::question_state::{QuestionState, State};
use crate::text::Bilingual;

/// What is found when a question that the law demands an answer to has none.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let visible = view.assessment.questions.iter().filter(|question| question.visible);
    let (answered, open): (Vec<_>, Vec<_>) = visible.partition(|question| question.state == State::Answered);
    let known = |states: Vec<&QuestionState>| {
        let questions = &view.assessment.catalogue.questions;
        states.into_iter().filter_map(|state| questions.get(&state.id)).collect::<Vec<_>>()
    };
    let open = known(open).into_iter().filter_map(|question| finding(question, view));
    open.chain(known(answered).into_iter().filter_map(|question| unreasoned(question, view))).collect()
}

/// An assessment that says no and not why, where a reason is looked for.
fn unreasoned(question: &Question, view: &View<'_>) -> Option<Finding> {
    let demand = question.rules.demanded.as_ref().filter(|demand| demand.when.holds(view.facts()))?;
    let lacks = lacks_reason(view.project.answers.get(&question.id)?, question);
    let place = Place::Question(question.id.clone());
    let draft = view.find(Rule::NeedAssessmentMissing, "unreasoned", Severity::Info, place);
    let asked = Bilingual::each(|language| question.text.of(language).question.clone());
    lacks.then(|| draft.with("question", asked).on(Ground::Law(&demand.legal_basis)))
}

fn finding(question: &Question, view: &View<'_>) -> Option<Finding> {
    let demand = question.rules.demanded.as_ref().filter(|demand| demand.when.holds(view.facts()))?;
    let place = Place::Question(question.id.clone());
    let draft = view.find(Rule::NeedAssessmentMissing, "assessment", Severity::Stop, place);
    let asked = Bilingual::each(|language| question.text.of(language).question.clone());
    let draft = draft.with("question", asked).with("do", what_to_do(question, view));
    Some(draft.on(Ground::Law(&demand.legal_basis)))
}

/// Which of its own answers the question wants, and the reason where there is a field for one.
fn what_to_do(question: &Question, view: &View<'_>) -> Bilingual {
    let phrases = &view.assessment.catalogue.phrases;
    let options = question.rules.fields.values().next().map_or(&[][..], |field| &field.options);
    let answers = Bilingual::each(|language| {
        let known = options.iter().filter(|code| **code != UNKNOWN);
        let labels = known.map(|code| format::quoted(&question.label(code, phrases, language), language));
        format::alternatives(&labels.collect::<Vec<_>>(), language)
    });
    let reasoned = question.rules.fields.get(REASON).is_some_and(|field| field.required == Some(true));
    let key = if reasoned { "review.answer.reasoned" } else { "review.answer.alone" };
    phrases.fill(key, &[("answers", answers)])
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{answering, buying, codes, example, words};
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
    fn the_remedy_names_the_answers_that_the_question_has_and_a_reason_where_it_has_room_for_one() {
        let said = |question: &str| {
            let bare = answering(example("stadning"), &json!({ question: null }));
            words(&bare, "G04").replace(crate::format::NBSP, " ")
        };
        let abroad = said("q19");
        assert!(abroad.contains("välj ”ja” eller ”nej”. även ett nej"), "{abroad}");
        let need = said("q18a");
        assert!(need.contains("välj ”ja”, ”nej” eller ”kan inte fastställas”, och skriv skälet"), "{need}");
    }

    #[test]
    fn a_no_to_where_the_work_is_done_is_asked_for_its_reason() {
        let said = |answer| codes(&answering(example("stadning"), &json!({ "q19": answer })), "G04");
        assert_eq!(said(json!("no")), ["G04 unreasoned question q19 info"]);
        assert!(
            said(json!({ "outside_sweden": "no", "reason": "Allt arbete utförs i skolorna." })).is_empty()
        );
        assert!(
            said(json!("yes")).iter().all(|line| !line.contains("q19")),
            "the need is then a question of its own"
        );
    }

    #[test]
    fn below_the_threshold_nothing_is_demanded() {
        let small = buying(example("stadning"), &json!({ "value_sek": 1_000_000, "option_value_sek": null }));
        assert!(codes(&answering(small, &json!({ "q18a": null })), "G04").is_empty());
    }
}
