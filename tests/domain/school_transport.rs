//! What an officer who buys school transport is asked: three suppliers, drivers who work part time, and children.

use crate::support::{SHIPPED, TODAY, project};
use domain::assess::{Assessment, assess};
use domain::catalogue::id::FactName;
use domain::needs::answer::{Answer, FieldValue};
use domain::project::Project;
use domain::text::Language;
use serde_json::{Value, json};

/// With other answers; null takes one away.
fn transport(answers: &Value) -> Project {
    let mut all = json!({
        "q01": "work", "q02": "calculate", "q03": "40_60",
        "q04": { "need_pattern": "call_off", "season_months": 10 },
        "q05": { "beginner_tasks": ["none"] }, "q07": ["paid_job"], "q08": ["open"], "q09": { "candidates_per_year": 2 },
        "q10": "labour_market_unit", "q11": "dialogue", "q22": ["public"], "q31": ["children"],
    });
    all.as_object_mut().unwrap().extend(answers.as_object().unwrap().clone());
    let facts = json!({
        "procurement": { "act": "lou", "authority_kind": "municipality", "nature": "services", "cpv": ["60130000"],
            "value_sek": 24_000_000, "months": 24, "framework": true, "guaranteed_volume": false,
            "supplier_count": 3, "start": "2027-08-09" },
        "answers": all,
    });
    project(serde_json::from_value(facts).unwrap())
}

fn look(project: &Project) -> Assessment {
    assess(project, &SHIPPED, TODAY)
}

fn is_asked(question: &str, project: &Project) -> bool {
    look(project).questions.iter().any(|state| state.id == question && state.visible)
}

#[test]
fn a_dialogue_asks_for_no_places_to_reward_more_of() {
    let asked = |form: &str| is_asked("q14", &transport(&json!({ "q11": form })));
    assert_eq!(
        ["dialogue", "fixed_number", "share", "step", "points"].map(asked),
        [false, true, true, true, true]
    );
}

/// It is the officer's to confirm.
#[test]
fn that_the_staff_meet_children_is_proposed_as_the_answer_to_whether_children_are_affected() {
    let proposed = |meets: &str| {
        let project = transport(&json!({ "q31": [meets] }));
        let state = look(&project).questions.into_iter().find(|state| state.id == "q33").unwrap();
        state.proposal.map(|proposal| (proposal.answer, proposal.source.sv))
    };
    let (answer, source) = proposed("children").unwrap();
    assert_eq!(answer, Answer::Single(FieldValue::Text("yes".to_owned())));
    assert!(source.contains("möter barn"), "{source}");
    assert_eq!(proposed("public"), None);
}

#[test]
fn pupils_are_asked_for_only_where_a_beginner_has_something_to_do() {
    let fields = |answers: &Value| {
        let project = transport(answers);
        let question = &SHIPPED.questions["q09"];
        let assessment = look(&project);
        let asked = question.asked_fields(project.answers.get("q09"), &assessment.facts);
        asked.map(|(name, _)| name.clone()).collect::<Vec<FactName>>()
    };
    assert_eq!(fields(&json!({})), ["candidates_per_year"]);
    let tasks = json!({ "q05": { "beginner_tasks": ["simple"] } });
    assert_eq!(fields(&tasks), ["candidates_per_year", "apl_places"]);
    let answered = json!({ "q09": { "candidates_per_year": 2, "apl_places": 3 } });
    assert_eq!(fields(&answered), ["candidates_per_year", "apl_places"], "what is answered is shown");
}

#[test]
fn only_those_that_are_no_municipality_are_told_that_municipalities_have_the_unit() {
    let help = |kind: &str| {
        let mut project = transport(&json!({}));
        project.procurement.authority_kind = serde_json::from_value(kind.into()).unwrap();
        SHIPPED.questions["q10"].help(&look(&project).facts, Language::Sv).to_owned()
    };
    assert_eq!(help("municipality"), "");
    assert!(help("region").contains("Regioner"), "{}", help("region"));
}

#[test]
fn an_agreement_that_ends_before_the_contract_starts_is_told_where_the_day_is_written() {
    let question = &SHIPPED.questions["q17"];
    let told = |day: &str| {
        let answer = json!({ "pay_level": "yes", "agreement_valid_to": day });
        let start = "2027-08-09".parse().unwrap();
        question.ends_before(&serde_json::from_value(answer).unwrap(), start).map(|day| day.to_string())
    };
    assert_eq!(told("2027-03-31").as_deref(), Some("2027-03-31"));
    assert_eq!([told("2027-08-09"), told("2028-03-31")], [None, None]);
}

#[test]
fn what_is_called_off_can_be_in_season_too() {
    let months =
        |pattern: &Value| look(&transport(&json!({ "q04": pattern }))).capacity.unwrap().months_at_work;
    assert!((months(&json!({ "need_pattern": "call_off" })) - 24.0).abs() < 1e-9);
    assert!((months(&json!({ "need_pattern": "call_off", "season_months": 10 })) - 20.0).abs() < 1e-9);
    let both = look(&transport(&json!({})));
    assert_eq!(both.facts.code("volume"), Some("uncertain"));
}
