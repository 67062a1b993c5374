//! What an officer who is new to it gets, in a whole procurement: laundry and textiles for a region's hospitals. The case
//! itself is `cases/27-region-laundry.toml`.

use crate::cases::region_laundry;
use crate::support::{SHIPPED, TODAY, apply};
use domain::assess::{Assessment, assess};
use domain::catalogue::id::EntryId;
use domain::catalogue::parameter::ParameterValue;
use domain::catalogue::theme::Theme;
use domain::edit::Edit;
use domain::fixed::before;
use domain::follow_up::hours;
use domain::needs::question_state::State;
use domain::progress::{Task, TaskState};
use domain::project::Project;
use domain::requirements::decision::{Decision, Outcome};
use domain::requirements::recommend::Standing;
use domain::requirements::words::Speaker;
use domain::text::Language;

fn look(project: &Project) -> Assessment {
    assess(project, &SHIPPED, TODAY)
}

fn doing(project: &Project, edit: &Edit) -> Project {
    apply(project, edit, &SHIPPED).unwrap()
}

fn choosing(entries: &[&str]) -> Project {
    let choose = |project: Project, entry: &&str| doing(&project, &Edit::Choose { entry: (*entry).into() });
    entries.iter().fold(region_laundry(), choose)
}

fn told(project: &Project, code: &str) -> String {
    let found = look(project).findings;
    let here = found.iter().filter(|finding| finding.rule.code() == code);
    let said: Vec<&str> = here.flat_map(|f| [f.message.sv.as_str(), f.remedy.sv.as_str()]).collect();
    said.join(" ").replace(domain::format::NBSP, " ")
}

#[test]
fn what_answers_a_named_goal_is_recommended_and_a_few_hours_more_are_said() {
    let project = region_laundry();
    let assessment = look(&project);
    let proposed: Vec<&EntryId> = assessment
        .recommendations
        .iter()
        .filter(|one| matches!(one.standing, Standing::Duty | Standing::Candidate))
        .map(|one| &one.entry)
        .collect();
    for goal in ["emp-language", "emp-adverts"] {
        assert!(proposed.iter().any(|entry| **entry == goal), "{goal} {proposed:?}");
    }
    let needed = hours::together(proposed.into_iter(), &SHIPPED, &assessment.facts);
    assert!(needed <= 66.0, "a tenth more than the sixty hours that there are: {needed}");
}

/// The municipality follows up what its own unit matches.
#[test]
fn the_hours_are_the_authority_s_own() {
    let of = |kind: &str| {
        let mut project = region_laundry();
        project.procurement.authority_kind = serde_json::from_value(kind.into()).unwrap();
        let facts = look(&project).facts;
        hours::own(SHIPPED.entry(&"emp-language".into()).unwrap(), &facts)
    };
    assert_eq!((of("region"), of("municipality")), (0.0, 5.0));
}

/// Each employment is to last at least half a year.
#[test]
fn no_fewer_months_are_proposed_in_all_than_one_employment_takes() {
    let project = choosing(&["emp-fixed-term", "emp-adverts"]);
    let months = |project: &Project| {
        let assessment = look(project);
        let active = assessment.active_for(&"emp-fixed-term".into()).unwrap().clone();
        active.values["person_months"].value.as_ref().and_then(ParameterValue::as_number)
    };
    assert!(months(&project).is_none_or(|months| months >= 6.0), "{:?}", months(&project));
    let set = |n| {
        let value = Some(ParameterValue::number(n));
        doing(
            &project,
            &Edit::SetParameter { entry: "emp-fixed-term".into(), parameter: "person_months".into(), value },
        )
    };
    assert!(
        told(&set(3.0), "G12").contains("varje anställning ska omfatta minst 6"),
        "{}",
        told(&set(3.0), "G12")
    );
    assert!(!told(&set(12.0), "G12").contains("varje anställning"));
}

#[test]
fn what_does_not_fit_is_refused_in_the_words_on_the_screen() {
    let project = choosing(&["acc-product"]);
    let value = Some(ParameterValue::Text("fit".into()));
    let edit = Edit::SetParameter { entry: "acc-product".into(), parameter: "functions".into(), value };
    let refusal = apply(&project, &edit, &SHIPPED).unwrap_err();
    assert!(
        refusal.text.sv.starts_with("”Funktioner som omfattas” passar inte: välj bland "),
        "{}",
        refusal.text.sv
    );
    assert!(refusal.text.sv.contains("storlekar och passform") && !refusal.text.sv.contains("sound_light"));
    assert!(refusal.to_string().contains("Värdet heter functions och kan vara grip"), "{refusal}");
    let answer = serde_json::from_value(serde_json::json!("kanske")).unwrap();
    let edit = Edit::Answer { question: "q29".into(), answer: Some(answer) };
    let refusal = apply(&project, &edit, &SHIPPED).unwrap_err();
    assert!(
        refusal.text.sv.contains("Ja, Delvis, Nej") && !refusal.text.sv.contains("q29"),
        "{}",
        refusal.text.sv
    );
    assert!(refusal.to_string().contains("Frågan är q29"), "{refusal}");
}

/// The parties to the agreement have not been asked. The Stop about it can stand with a reason; the answer still waits.
#[test]
fn what_somebody_is_yet_to_be_asked_is_not_done_when_its_stop_stands_with_a_reason() {
    let project = choosing(&["lab-ilo", "acc-product"]);
    let assessment = look(&project);
    let stop = assessment.findings.iter().find(|finding| finding.rule.code() == "R07").unwrap();
    let reason = "Parterna tillfrågas i december. Nivåerna förs in före annonsering.".to_owned();
    let kept = doing(&project, &Edit::Override { finding: stop.key(), reason });
    let assessment = look(&kept);
    let asked = assessment.questions.iter().find(|q| q.id == "q17").unwrap();
    assert_eq!(asked.state, State::Unknown);
    let needs = assessment.progress.iter().find(|one| one.task == Task::Needs).unwrap();
    assert!(matches!(needs.state, TaskState::Left { left: 1, .. }), "{:?}", needs.state);
    assert_eq!(before(&kept, &assessment).words[0].sv, "Du går vidare trots ett stopp, med skäl:");
}

#[test]
fn what_comes_along_stands_in_its_theme() {
    let project = choosing(&["eth-textile"]);
    let theme = |project: &Project| {
        let themes = look(project).themes;
        themes.into_iter().find(|state| state.theme == Theme::SupplyChains).unwrap()
    };
    let state = theme(&project);
    assert_eq!((state.chosen, state.along, state.outcome), (0, 2, Some(Outcome::Chosen)));
    assert!(!state.is_open());
    let decision = Some(Decision { outcome: Outcome::Chosen, reason: "Följer med textilkravet.".into() });
    assert!(!theme(&doing(&project, &Edit::Decide { theme: Theme::SupplyChains, decision })).is_open());
}

/// Nobody uses a laundry; the clothes have to fit those who wear them.
#[test]
fn users_are_counted_only_where_the_supplier_has_any() {
    let counted = |project: &Project| {
        let all = look(project).recommendations;
        all.iter().any(|one| one.entry == "eq-outcome-data" && one.standing.is_proposed())
    };
    assert!(!counted(&region_laundry()));
    let chosen = choosing(&["eq-outcome-data"]);
    assert!(told(&chosen, "G08").contains("Utfall redovisas könsuppdelat"), "{}", told(&chosen, "G08"));
}

#[test]
fn a_requirement_that_no_answer_points_at_any_more_is_told() {
    let chosen = choosing(&["emp-adverts"]);
    assert!(!told(&chosen, "G08").contains("inget svar pekar på det nu"));
    let answer = serde_json::from_value(serde_json::json!(["language"])).unwrap();
    let other = doing(&chosen, &Edit::Answer { question: "q07".into(), answer: Some(answer) });
    assert!(told(&other, "G08").contains("inget svar pekar på det nu"), "{}", told(&other, "G08"));
}

/// A region has no labour-market unit of its own.
#[test]
fn another_authority_s_staff_bind_nobody_until_it_has_agreed() {
    let duties = |project: &Project| {
        let assessment = look(project);
        let speaker = Speaker::new(project, &assessment, Language::Sv);
        let entry = SHIPPED.entry(&"gen-no-candidate".into()).unwrap();
        let said = speaker.requirement(entry).duties();
        said.iter().map(|duty| domain::requirements::wording::plain(duty)).collect::<Vec<_>>().join(" ")
    };
    let region = choosing(&["emp-language"]);
    assert!(duties(&region).contains("en skriftlig överenskommelse med den"), "{}", duties(&region));
    let mut town = region.clone();
    town.procurement.authority_kind = serde_json::from_value("municipality".into()).unwrap();
    assert!(duties(&town).contains("Beställaren ska se till att matchningsansvarig"), "{}", duties(&town));
    let answer = |code: &str| {
        let answer = serde_json::from_value(code.into()).unwrap();
        doing(&region, &Edit::Answer { question: "r03".into(), answer: Some(answer) })
    };
    assert!(told(&answer("planned"), "G02").contains("en annan myndighet"));
    assert!(!told(&answer("yes"), "G02").contains("en annan myndighet"));
}

/// A vehicle is no digital service: the act on those is not given as the reason for anything.
#[test]
fn what_is_proposed_about_binding_rules_rests_on_what_users_meet() {
    let met = |touch: &str| {
        let edit = serde_json::json!({ "edit": "answer", "question": "q23", "answer": [touch] });
        let project = doing(&region_laundry(), &serde_json::from_value(edit).unwrap());
        let asked = |id: &str, answer: serde_json::Value, project: &Project| {
            let edit = serde_json::json!({ "edit": "answer", "question": id, "answer": answer });
            doing(project, &serde_json::from_value(edit).unwrap())
        };
        let used = asked("q22", serde_json::json!(["public"]), &project);
        let state = look(&used).questions.into_iter().find(|q| q.id == "q24").unwrap();
        (state.visible, state.proposal.is_some())
    };
    assert_eq!([met("digital"), met("vehicle")], [(true, true), (true, false)]);
}

/// Choosing what was promised in an answer does not take the answer away.
#[test]
fn an_answer_that_has_been_given_is_still_shown_when_it_is_asked_no_more() {
    let shown = |project: &Project| {
        look(project).questions.iter().any(|question| question.id == "q25" && question.visible)
    };
    let edits = serde_json::json!([
        { "edit": "answer", "question": "q22", "answer": ["public"] },
        { "edit": "answer", "question": "q23", "answer": ["product"] },
    ]);
    let edits: Vec<Edit> = serde_json::from_value(edits).unwrap();
    let asked = edits.iter().fold(region_laundry(), |project, edit| doing(&project, edit));
    let asked =
        Project { answers: asked.answers.into_iter().filter(|(id, _)| *id != "q25").collect(), ..asked };
    assert!(shown(&asked));
    let product = Edit::Choose { entry: "acc-product".into() };
    assert!(!shown(&doing(&asked, &product)), "it need not be asked");
    let answer =
        serde_json::json!({ "edit": "answer", "question": "q25", "answer": { "special_reasons": "no" } });
    let answered = doing(&asked, &serde_json::from_value(answer).unwrap());
    assert!(shown(&doing(&answered, &product)), "it was answered");
}
