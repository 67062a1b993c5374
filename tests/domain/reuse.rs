//! New projects out of one that is here.

use domain::edit::{Edit, FactEdit};
use domain::needs::answer::{Answer, FieldValue};
use domain::procurement::Procurement;
use domain::project::Project;
use domain::reuse::{begin_from, copy};
use serde_json::json;

use crate::support::{SHIPPED, apply, example};

/// A procurement with something in every part, and a day in every part that can have one.
fn worked() -> Project {
    let edits = json!([
        { "edit": "fact", "field": "value_sek", "value": 36_000_000 },
        { "edit": "fact", "field": "start", "value": "2027-04-01" },
        { "edit": "overrule_regime", "choice": { "regime": "directive_governed", "reason": "Försiktighet." } },
        { "edit": "answer", "question": "q17", "answer": { "pay_level": "yes", "agreement_valid_to": "2027-03-31" } },
        { "edit": "choose", "entry": "lab-terms-duty" },
        { "edit": "set_parameter", "entry": "lab-terms-duty", "parameter": "valid", "value": "2027-03-31" },
        { "edit": "set_parameter", "entry": "lab-terms-duty", "parameter": "agreement", "value": "Städavtalet" },
        { "edit": "decide", "theme": "children", "decision": { "outcome": "not_now", "reason": "Prövas nästa år." } },
    ]);
    let edits: Vec<Edit> = serde_json::from_value(edits).unwrap();
    let project =
        edits.iter().fold(example("stadning"), |project, edit| apply(&project, edit, &SHIPPED).unwrap());
    let set_aside = json!([{ "reason": "Delarna anges i avropen.", "by": "Anna Lindqvist", "on": "2026-11-25",
        "finding": { "code": "G06", "case": "fill_in", "place": { "kind": "requirement", "id": "lab-terms-duty" } } }]);
    Project { overrides: serde_json::from_value(set_aside).unwrap(), ..project }
}

#[test]
fn a_copy_holds_everything_under_its_own_title() {
    let project = worked();
    let copied = copy(&project, "p2".into(), "Städning (kopia)".to_owned());
    assert_eq!((copied.id.as_str(), &*copied.procurement.title), ("p2", "Städning (kopia)"));
    let title = Edit::Fact(FactEdit::Title(project.procurement.title.clone()));
    let retitled = apply(&copied, &title, &SHIPPED).unwrap();
    assert_eq!(Project { id: project.id.clone(), ..retitled }, project);
}

#[test]
fn a_procurement_from_a_template_begins_with_its_facts_answers_requirements_and_decisions() {
    let template = worked();
    let begun = begin_from(&template, "p2".into());
    let facts = Procurement {
        reference: String::new(),
        notice_date: None,
        tender_deadline: None,
        start: None,
        ..template.procurement
    };
    assert_eq!((begun.id.as_str(), &begun.procurement), ("p2", &facts));
    assert_eq!(begun.decisions, template.decisions);
    assert_eq!(begun.answers.len(), template.answers.len());
    let entries = |project: &Project| project.requirements.iter().map(|r| r.id().clone()).collect::<Vec<_>>();
    assert_eq!(entries(&begun), entries(&Project { procurement: facts.clone(), ..worked() }));
    let values = &begun.requirement(&"lab-terms-duty".into()).unwrap().values;
    assert_eq!(values.keys().map(ToString::to_string).collect::<Vec<_>>(), ["agreement"]);
}

#[test]
fn no_case_number_day_or_signed_reason_is_taken_along_from_a_template() {
    let template = worked();
    assert!(!template.overrides.is_empty() && template.regime_override.is_some());
    let begun = begin_from(&template, "p2".into());
    assert_eq!((begun.overrides, begun.regime_override), (vec![], None));
    let pay = Answer::Fields([("pay_level".into(), FieldValue::Text("yes".into()))].into());
    assert_eq!(begun.answers.get(&domain::catalogue::id::QuestionId::from("q17")), Some(&pay));
    let written = serde_json::to_string(&(begun.procurement, begun.answers)).unwrap();
    assert!(!written.contains("2027-") && !written.contains("KS 2026/"), "{written}");
}
