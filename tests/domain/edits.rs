//! Edits: the only door through which a project changes. Whatever comes through it, nothing breaks and nothing is lost.

use std::collections::BTreeMap;

use crate::support::{EXAMPLES, SHIPPED, TODAY, apply, example};
use domain::assess::{Assessment, assess};
use domain::catalogue::condition::Condition;
use domain::catalogue::entry::{CheckKind, Checker, Entry, FollowUp, Sanction};
use domain::catalogue::id::{Code, FactName, ParameterName};
use domain::catalogue::parameter::{Parameter, ParameterKind, ParameterValue};
use domain::catalogue::question::{Field, FieldKind, Question};
use domain::catalogue::theme::{Level, Placement, Theme};
use domain::edit::{Edit, FactEdit};
use domain::needs::answer::{Answer, FieldValue};
use domain::number::Number;
use domain::procurement::Procurement;
use domain::procurement::amount::{Months, Sek};
use domain::procurement::cpv::CpvCode;
use domain::progress::Task;
use domain::project::Project;
use domain::requirements::custom::CustomRequirement;
use domain::requirements::decision::{Decision, Outcome};
use domain::requirements::recommend::Standing;
use domain::review::finding::{Finding, FindingKey, Place, Severity};
use domain::review::rule::Rule;
use domain::signature::Signature;
use domain::spot::Spot;
use domain::text::Language;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::json;

// ---- What an officer, or a file from outside, can send

fn field_value(field: &Field) -> BoxedStrategy<FieldValue> {
    let [least, most] = field.range.unwrap_or([0.0, 100.0]);
    let number = (least * 2.0..=most * 2.0).prop_map(|n| FieldValue::Number(Number(n.round() / 2.0)));
    let codes = field.options.clone();
    match field.kind {
        FieldKind::Number => number.boxed(),
        FieldKind::Choice => select(codes).prop_map(|code| FieldValue::Text(code.to_string())).boxed(),
        FieldKind::NumberOr => {
            prop_oneof![number, select(codes).prop_map(|code| FieldValue::Text(code.to_string()))].boxed()
        }
        FieldKind::Multi => subsequence(codes, 1..=2).prop_map(FieldValue::Codes).boxed(),
        FieldKind::Text => "[a-zåäö .]{0,20}".prop_map(FieldValue::Text).boxed(),
        FieldKind::Date => Just(FieldValue::Text("2027-04-01".to_owned())).boxed(),
    }
}

fn anything() -> impl Strategy<Value = FieldValue> {
    prop_oneof![
        any::<f64>()
            .prop_filter("JSON has no such number", |n| n.is_finite())
            .prop_map(|n| FieldValue::Number(Number(n))),
        "\\PC{0,12}"
            .prop_filter("the word for an answer of its own", |text| text != "unknown")
            .prop_map(FieldValue::Text),
        prop::collection::vec("[a-z_]{1,8}".prop_map(Code::from), 0..4).prop_map(FieldValue::Codes),
    ]
}

fn answer(question: &Question) -> BoxedStrategy<Answer> {
    let fields: Vec<_> =
        question.rules.fields.iter().map(|(name, field)| (Just(name.clone()), field_value(field))).collect();
    let first = field_value(&question.rules.fields[0]);
    prop_oneof![
        4 => fields.prop_map(|all| Answer::Fields(all.into_iter().collect())),
        4 => first.prop_map(Answer::Single),
        1 => "[a-zåäö ]{0,20}".prop_map(|unknown| Answer::Unknown { unknown }),
        1 => "[a-zåäö ]{0,20}".prop_map(|not_relevant| Answer::NotRelevant { not_relevant }),
        1 => anything().prop_map(Answer::Single),
        1 => prop::collection::btree_map("[a-z]{1,9}".prop_map(FactName::from), anything(), 0..3)
            .prop_filter("the words for answers of their own", |fields| !fields.contains_key("unknown"))
            .prop_map(Answer::Fields),
    ]
    .boxed()
}

fn fact() -> impl Strategy<Value = FactEdit> {
    let months = || prop::option::of((1..=600u32).prop_map(|count| Months::new(count).unwrap()));
    let sek = || prop::option::of((0..=200_000_000u64).prop_map(Sek));
    let code =
        select(vec!["45400000", "90919300", "85311100", "18110000", "99999999", "77310000", "55000000"]);
    prop_oneof![
        "\\PC{0,20}".prop_map(FactEdit::Title),
        sek().prop_map(FactEdit::ValueSek),
        sek().prop_map(FactEdit::OptionValueSek),
        months().prop_map(FactEdit::Months),
        months().prop_map(FactEdit::OptionMonths),
        code.prop_map(|code| FactEdit::Cpv(vec![CpvCode::read(code).unwrap()])),
        any::<Option<bool>>().prop_map(FactEdit::Framework),
        any::<Option<bool>>().prop_map(FactEdit::Annex2Service),
        any::<Option<u32>>().prop_map(FactEdit::SupplierCount),
        any::<bool>().prop_map(FactEdit::Design),
        select(vec![json!("works"), json!("services"), json!("supplies"), json!(null)])
            .prop_map(|nature| FactEdit::Nature(serde_json::from_value(nature).unwrap())),
        select(vec![json!("lou"), json!("luf"), json!("luk")])
            .prop_map(|act| FactEdit::Act(serde_json::from_value(act).unwrap())),
        (-9999..=9999i16, 1..=12i8)
            .prop_map(|(year, month)| { FactEdit::Start(Some(jiff::civil::date(year, month, 28))) }),
    ]
}

fn parameter_value() -> impl Strategy<Value = ParameterValue> {
    prop_oneof![
        any::<bool>().prop_map(ParameterValue::Flag),
        (-10.0..1e7f64).prop_map(|n| ParameterValue::number(n.round())),
        "[a-z_]{0,12}".prop_map(ParameterValue::Text),
        prop::collection::vec("[a-z_]{1,8}", 0..3).prop_map(ParameterValue::List),
    ]
}

/// A value that the parameter takes.
fn fitting(parameter: &Parameter) -> Option<ParameterValue> {
    let [least, most] = parameter.range.unwrap_or([1.0, 10.0]);
    match parameter.kind {
        _ if parameter.locked => None,
        kind if kind.is_number() => Some(ParameterValue::number(f64::midpoint(least, most).round())),
        ParameterKind::Choice => Some(ParameterValue::Text(parameter.options.last()?.to_string())),
        ParameterKind::Multi => Some(ParameterValue::List(vec![parameter.options.last()?.to_string()])),
        ParameterKind::Date => Some(ParameterValue::Text("2028-01-31".to_owned())),
        ParameterKind::Text => Some(ParameterValue::Text("egen text".to_owned())),
        ParameterKind::Flag => Some(ParameterValue::Flag(false)),
        _ => Some(ParameterValue::Table(vec![vec!["Målare".to_owned(), "fylls i".to_owned()]])),
    }
}

fn set_parameter(entry: &Entry) -> BoxedStrategy<Edit> {
    let names: Vec<ParameterName> =
        entry.rules.parameters.keys().cloned().chain(["finns_inte".into()]).collect();
    let (id, parameters) = (entry.id.clone(), entry.rules.parameters.clone());
    (select(names), prop::option::of(parameter_value()), any::<bool>())
        .prop_map(move |(parameter, value, fits)| {
            let good = parameters.get(&parameter).and_then(fitting);
            let value = if fits { good.or(value) } else { value };
            Edit::SetParameter { entry: id.clone(), parameter, value }
        })
        .boxed()
}

/// Duties in the officer's own words, some of which cannot be kept.
fn reword(entry: &Entry) -> BoxedStrategy<Edit> {
    let id = entry.id.clone();
    let slots: Vec<String> = entry.rules.parameters.keys().map(|name| format!("{{{name}}}")).collect();
    let duty =
        ("[A-ZÅÄÖa-zåäö ,.]{1,40}", select([slots, vec![String::new(), "{inget}".to_owned()]].concat()));
    let duty = duty.prop_map(|(text, slot)| format!("{text}{slot}"));
    let duties = prop_oneof![9 => duty, 1 => ".{0,8}"];
    prop::option::weighted(0.8, prop::collection::vec(duties, 0..4))
        .prop_map(move |duties| Edit::Reword { entry: id.clone(), duties })
        .boxed()
}

/// An own requirement as an officer could write it, or a file from outside have it.
fn write_own() -> impl Strategy<Value = Edit> {
    let placements = [
        Placement::ReservedParticipation,
        Placement::ExclusionGround,
        Placement::SelectionCriterion,
        Placement::TechnicalSpecification,
        Placement::AwardCriterion,
        Placement::ContractTerm,
    ];
    let sanctions = [Sanction::None, Sanction::Cure, Sanction::CureThenDamagesThenTermination];
    let written = (
        select(Theme::DECIDED.to_vec()),
        select(placements.to_vec()),
        select(sanctions.to_vec()),
        prop::collection::vec("[A-ZÅÄÖa-zåäö ,.{}]{0,20}", 0..3),
        prop::option::of((-40_000..40_000i32, 0..20u32)),
    );
    let written = written.prop_map(|(theme, placement, sanction, duties, when)| {
        let at = |(first_after_days, every): (i32, u32)| FollowUp {
            who: Checker::Officer,
            kind: CheckKind::Check,
            first_after_days,
            every_months: Some(every),
        };
        let evidence = duties.first().cloned().unwrap_or_default();
        CustomRequirement {
            theme,
            level: Level::Advanced,
            placement,
            title: "Eget".to_owned(),
            motive: String::new(),
            evidence_tender: evidence,
            evidence_contract: String::new(),
            duties,
            follow_up: when.map(at),
            how_checked: String::new(),
            follow_up_hours: 1.0,
            sanction,
        }
    });
    let id = select(vec!["own-1", "own-1", "own-2", "emp-1", "own_ä"]);
    (id, prop::option::weighted(0.8, written))
        .prop_map(|(id, requirement)| Edit::WriteOwn { entry: id.into(), requirement })
}

/// Another level or another kriterietyp of the same idea, where there is one.
fn neighbour(entry: &Entry) -> BoxedStrategy<Edit> {
    let (entry, same) = (entry.id.clone(), entry.id.clone());
    let level = select(vec![Level::Base, Level::Advanced, Level::Spearhead]);
    let placement = select(vec![Placement::AwardCriterion, Placement::ContractTerm]);
    prop_oneof![
        3 => level.prop_map(move |level| Edit::ChangeLevel { entry: entry.clone(), level }),
        1 => placement.prop_map(move |placement| Edit::ChangePlacement { entry: same.clone(), placement }),
    ]
    .boxed()
}

pub fn edit() -> impl Strategy<Value = Edit> {
    let questions: Vec<&Question> = SHIPPED.questions.values().collect();
    let entries: Vec<&Entry> = SHIPPED.entries.values().map(|entry| &**entry).collect();
    let answers = select(questions).prop_flat_map(|question| {
        let id = question.id.clone();
        prop::option::weighted(0.9, answer(question))
            .prop_map(move |answer| Edit::Answer { question: id.clone(), answer })
    });
    let choose = select(entries.clone()).prop_map(|entry| Edit::Choose { entry: entry.id.clone() });
    let remove = select(entries.clone()).prop_map(|entry| Edit::Remove { entry: entry.id.clone() });
    let decide = (select(Theme::DECIDED.to_vec()), ".{0,5}").prop_map(|(theme, reason)| Edit::Decide {
        theme,
        decision: Some(Decision { outcome: Outcome::NotNow, reason }),
    });
    prop_oneof![
        4 => answers,
        3 => fact().prop_map(Edit::Fact),
        3 => choose,
        1 => remove,
        2 => select(entries.clone()).prop_flat_map(set_parameter),
        2 => select(entries.clone()).prop_flat_map(reword),
        2 => select(entries).prop_flat_map(neighbour),
        2 => write_own(),
        1 => select(vec!["own-1", "own-2"]).prop_map(|own| Edit::Choose { entry: own.into() }),
        1 => select(vec!["own-1", "own-2"]).prop_map(|own| Edit::Remove { entry: own.into() }),
        1 => decide,
        1 => Just(Edit::Choose { entry: "finns-inte".into() }),
        1 => Just(Edit::AcceptEdition { entry: "emp-study-visit".into() }),
        1 => Just(Edit::KeepEdition { entry: "finns-inte".into() }),
        1 => Just(Edit::Answer { question: "q99".into(), answer: None }),
        1 => Just(Edit::Reinstate { finding: stop("R12") }),
    ]
}

/// A project that an officer could have come to: an example, and then anything.
pub fn any_project() -> impl Strategy<Value = Project> {
    let begun =
        prop_oneof![Just(Project::new("p1".into(), "2026:1")), select(EXAMPLES.to_vec()).prop_map(example)];
    (begun, prop::collection::vec(edit(), 0..25)).prop_map(|(project, edits)| {
        edits.iter().fold(project, |project, edit| apply(&project, edit, &SHIPPED).unwrap_or(project))
    })
}

fn look(project: &Project) -> Assessment {
    assess(project, &SHIPPED, TODAY)
}

/// Everything that is seen of an assessment, in an order of its own.
fn seen(assessment: &Assessment) -> String {
    let Assessment {
        regime, questions, capacity, recommendations, active, themes, findings, progress, ..
    } = assessment;
    format!("{:?}", (regime, questions, capacity, recommendations, active, themes, findings, progress))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_edit_breaks_a_project(project in any_project(), edit in edit()) {
        match apply(&project, &edit, &SHIPPED) {
            Ok(next) => {
                let assessment = look(&next);
                for active in &assessment.active {
                    let numbers = active.values.values().filter_map(|filled| filled.value.as_ref()?.as_number());
                    prop_assert!(numbers.into_iter().all(f64::is_finite), "{}", active.entry);
                }
            }
            Err(refusal) => prop_assert!(!refusal.text.sv.is_empty() && refusal.text.sv != refusal.text.en),
        }
        for language in [Language::Sv, Language::En] {
            prop_assert!(!edit.words(&project, &SHIPPED).of(language).is_empty());
        }
    }

    #[test]
    fn a_project_read_back_from_json_is_the_same(project in any_project()) {
        let json = serde_json::to_string(&project).unwrap();
        prop_assert_eq!(serde_json::from_str::<Project>(&json).unwrap(), project);
    }

    #[test]
    fn an_edit_read_back_from_json_is_the_same(edit in edit()) {
        let json = serde_json::to_string(&edit).unwrap();
        prop_assert_eq!(serde_json::from_str::<Edit>(&json).unwrap(), edit);
    }

    #[test]
    fn the_same_project_gives_the_same_assessment(project in any_project()) {
        prop_assert_eq!(seen(&look(&project)), seen(&look(&project)));
    }

    /// No two findings of a project have the same key, so that setting a Stop aside changes nothing else that is found; and
    /// taking that back leads to the project as it was.
    #[test]
    fn an_override_silences_one_finding_and_no_other(project in any_project(), which in any::<Index>()) {
        let before = look(&project).findings;
        let keys: Vec<FindingKey> = before.iter().map(Finding::key).collect();
        prop_assert!(keys.iter().enumerate().all(|(i, key)| !keys[..i].contains(key)), "{keys:?}");
        let stops: Vec<&Finding> = before.iter().filter(|finding| finding.is_open_stop()).collect();
        prop_assume!(!stops.is_empty());
        let one = which.get(&stops).key();
        let kept = apply(&project, &setting_aside(one.clone(), REASON), &SHIPPED).unwrap();
        let after = look(&kept).findings;
        let silenced: Vec<FindingKey> =
            after.iter().filter(|finding| finding.overridden.is_some()).map(Finding::key).collect();
        prop_assert_eq!(silenced, [one.clone()]);
        let reopened = after.into_iter().map(|finding| Finding { overridden: None, ..finding });
        prop_assert_eq!(reopened.collect::<Vec<_>>(), before);
        prop_assert_eq!(apply(&kept, &Edit::Reinstate { finding: one }, &SHIPPED).unwrap(), project);
    }

    #[test]
    fn answers_to_hidden_questions_are_not_used(project in any_project()) {
        let assessment = look(&project);
        let mut without = project;
        let hidden = assessment.questions.iter().filter(|question| !question.visible);
        for question in hidden {
            without.answers.remove(&question.id);
        }
        let again = look(&without);
        prop_assert_eq!(again.recommendations, assessment.recommendations);
        prop_assert_eq!(again.active, assessment.active);
        prop_assert_eq!(again.progress, assessment.progress);
    }

    /// What an answer turned on goes when the answer goes. An answer that turns something off ("not") and the three
    /// that the calculation has a figure of its own for (persons, share of work, season) are another matter.
    #[test]
    fn an_answer_that_is_gone_turns_nothing_on(project in any_project()) {
        let before = look(&project);
        let counted = ["q02", "q03", "q04"];
        for id in project.answers.keys().filter(|id| !counted.contains(&id.as_str())) {
            let mut without = project.clone();
            without.answers.remove(id);
            let after = look(&without);
            for entry in SHIPPED.entries.values() {
                let clauses = entry.rules.need.iter().map(|need| &need.when).chain(&entry.rules.duty_when);
                for clause in clauses.chain(&entry.rules.when).filter(|clause| only_turns_on(clause)) {
                    prop_assert!(!clause.holds(&after.facts) || clause.holds(&before.facts), "{} without {id}", entry.id);
                }
            }
        }
    }

    #[test]
    fn chosen_again_keeps_what_the_officer_set(entry in select(SHIPPED.offered().map(|entry| entry.id.clone()).collect::<Vec<_>>())) {
        let mut project = apply(&example("stadning"), &Edit::Choose { entry: entry.clone() }, &SHIPPED).unwrap();
        for (parameter, rules) in &SHIPPED.entry(&entry).unwrap().rules.parameters {
            let Some(value) = fitting(rules) else { continue };
            let set = Edit::SetParameter { entry: entry.clone(), parameter: parameter.clone(), value: Some(value) };
            project = apply(&project, &set, &SHIPPED).unwrap();
        }
        let removed = apply(&project, &Edit::Remove { entry: entry.clone() }, &SHIPPED).unwrap();
        prop_assert!(look(&removed).active_for(&entry).is_none());
        let again = apply(&removed, &Edit::Choose { entry: entry.clone() }, &SHIPPED).unwrap();
        prop_assert_eq!(&again, &project);
    }
}

fn only_turns_on(condition: &Condition) -> bool {
    match condition {
        Condition::All(inner) | Condition::Any(inner) => inner.iter().all(only_turns_on),
        Condition::Not(_) => false,
        _ => true,
    }
}

// ---- By hand

/// What comes as JSON: the words of the refusal, or nothing when it is taken.
fn refused(json: serde_json::Value) -> Option<String> {
    match serde_json::from_value::<Edit>(json) {
        Err(fault) => Some(fault.to_string()),
        Ok(edit) => apply(&example("stadning"), &edit, &SHIPPED).err().map(|refusal| refusal.to_string()),
    }
}

#[test]
fn values_are_taken_as_people_write_them() {
    let fact = |field: &str, value: serde_json::Value| {
        refused(json!({ "edit": "fact", "field": field, "value": value }))
    };
    for value in [json!("20 000 000 kr"), json!("20 Mkr"), json!(20_000_000), json!(0), json!(null)] {
        assert_eq!(fact("value_sek", value.clone()), None, "{value}");
    }
    for (value, words) in [
        (json!("tjugo"), "Skriv värdet med siffror, till exempel 20 000 000."),
        (json!(-1), "under noll"),
        (json!("-1"), "under noll"),
        (json!(1e15), "tusen miljarder"),
        (json!([1]), "ett belopp i kronor"),
    ] {
        let said = fact("value_sek", value.clone()).unwrap();
        assert!(said.contains(words), "{value}: {said}");
    }
    assert_eq!(fact("months", json!("48 månader")), None);
    for value in [json!(0), json!(-1), json!(1.5), json!(601), json!("fyra")] {
        assert!(fact("months", value.clone()).unwrap().contains("minst 1"), "{value}");
    }
}

#[test]
fn a_day_a_number_of_suppliers_and_lots_are_such_as_a_procurement_has() {
    let fact = |field: &str, value: serde_json::Value| {
        refused(json!({ "edit": "fact", "field": field, "value": value })).unwrap_or_default()
    };
    for field in ["notice_date", "tender_deadline", "start"] {
        assert_eq!(fact(field, json!("2027-04-01")) + &fact(field, json!(null)), "");
        for day in ["31/2", "2026-12", "2027-02-29", "２０２７-04-01"] {
            let said = fact(field, json!(day));
            assert!(said.contains(&format!("”{day}” är inget datum")), "{said}");
        }
        for year in ["0027", "1999", "2101", "9999"] {
            assert!(
                fact(field, json!(format!("{year}-09-01"))).contains("inget år för en upphandling"),
                "{year}"
            );
        }
    }
    assert_eq!(fact("supplier_count", json!(1)) + &fact("supplier_count", json!(null)), "");
    for count in [0, 1001, u32::MAX] {
        assert!(fact("supplier_count", json!(count)).contains("1 till 1000"), "{count}");
    }
    let edit = |field, value: serde_json::Value| {
        let edit = serde_json::from_value(json!({ "edit": "fact", "field": field, "value": value })).unwrap();
        apply(&example("byggtjanster"), &edit, &SHIPPED).unwrap().procurement
    };
    assert_eq!(edit("lots", json!(["Norr", " Norr", "", "  ", "Söder"])).lots, ["Norr", "Söder"]);
    assert_eq!(edit("cpv", json!(["45400000", "45400000-1"])).cpv.len(), 1);
}

#[test]
fn options_are_a_part_of_the_value() {
    let options = json!({ "edit": "fact", "field": "option_value_sek", "value": 36_000_001 });
    assert!(refused(options).unwrap().contains("Hela värdet ska räkna med optionerna"));
    // A file from outside may hold it: that does not stop other edits.
    let mut odd = example("stadning");
    odd.procurement.option_value_sek = Some(Sek(99_000_000));
    apply(&odd, &Edit::Fact(FactEdit::Title("Städning".into())), &SHIPPED).unwrap();
}

/// What is kept is what documents print: a day that is only meant, or written otherwise, is not kept as it was typed.
#[test]
fn a_day_as_a_value_is_kept_as_it_is_printed() {
    use domain::catalogue::parameter::ParameterKind;
    use domain::requirements::typed;
    let choose = Edit::Choose { entry: "lab-terms-voluntary".into() };
    let project = apply(&example("byggtjanster"), &choose, &SHIPPED).unwrap();
    let set = |day: &str| {
        let value = json!({ "edit": "set_parameter", "entry": "lab-terms-voluntary", "parameter": "valid", "value": day });
        apply(&project, &serde_json::from_value(value).unwrap(), &SHIPPED)
    };
    assert!(set("2030-04-30").is_ok());
    for day in
        ["20300430", "2030-04-30 00:00:00", "2030-04-30T12", "2030-04-30[Europe/Stockholm]", "1930-04-30"]
    {
        assert!(set(day).unwrap_err().to_string().contains("inget datum från 2000 till 2100"), "{day}");
    }
    for typed in ["2030-04-30", "20300430", "2030-04-30 00:00:00", "30/4 2030", "30 april 2030"] {
        let read = typed::read(ParameterKind::Date, &"valid".into(), typed).unwrap();
        assert_eq!(read, ParameterValue::Text("2030-04-30".to_owned()), "{typed}");
    }
}

#[test]
fn a_name_of_which_nothing_is_seen_is_none() {
    for unseen in ["\u{200b}", " \u{feff}\u{2060} ", "   "] {
        let named = Edit::Fact(FactEdit::Title(unseen.to_owned()));
        let project = apply(&example("stadning"), &named, &SHIPPED).unwrap();
        assert_eq!(project.procurement.title, "", "{unseen:?}");
    }
}

#[test]
fn a_choice_that_is_made_twice_is_made_once() {
    let choose = Edit::Choose { entry: "eth-textile".into() };
    let project = apply(&example("arbetsklader"), &choose, &SHIPPED).unwrap();
    let twice = json!({ "edit": "set_parameter", "entry": "eth-textile", "parameter": "stages", "value": ["sewing", "sewing"] });
    let project = apply(&project, &serde_json::from_value(twice).unwrap(), &SHIPPED).unwrap();
    let set = &project.requirement(&"eth-textile".into()).unwrap().values["stages"];
    assert_eq!(*set, ParameterValue::List(vec!["sewing".to_owned()]));
}

#[test]
fn an_answer_has_to_fit_its_question() {
    let answer = |question: &str, answer: serde_json::Value| {
        refused(json!({ "edit": "answer", "question": question, "answer": answer }))
    };
    let table = [
        ("q01", json!("work"), None),
        ("q01", json!("kanske"), Some("finns inte bland svaren")),
        ("q01", json!(3), Some("välj ett av svaren")),
        ("q02", json!(4), None),
        ("q02", json!("calculate"), None),
        ("q02", json!(-1), Some("−1 ska vara 0 till 10\u{a0}000")),
        ("q07", json!(["language", "experience"]), None),
        ("q07", json!(["language", "experience", "vocational"]), Some("högst 2")),
        ("q07", json!(["none", "language"]), Some("går inte ihop")),
        ("q09", json!({ "candidates_per_year": 2, "apl_places": 3 }), None),
        ("q09", json!({ "lediga": 2 }), Some("inget fält ”lediga”")),
        ("q17", json!({ "pay_level": "yes", "agreement_valid_to": "i vår" }), Some("inget datum")),
        ("q17", json!({ "pay_level": "yes", "agreement_valid_to": "2030-04-30" }), None),
        ("q17", json!({ "pay_level": "yes", "agreement_valid_to": "20300430" }), Some("inget datum")),
        ("q17", json!({ "pay_level": "yes", "agreement_valid_to": "1930-04-30" }), Some("inget datum")),
        ("q32", json!({ "unknown": "verksamheten" }), None),
        ("q32", json!({ "not_relevant": "Köpet möter ingen." }), None),
        ("q99", json!("yes"), Some("ingen fråga q99. Menade du q")),
    ];
    for (question, value, expected) in table {
        let said = answer(question, value.clone());
        assert_eq!(said.is_some(), expected.is_some(), "{question} {value}: {said:?}");
        assert!(said.unwrap_or_default().contains(expected.unwrap_or("")), "{question} {value}");
    }
}

#[test]
fn a_parameter_has_to_fit_too() {
    let chosen =
        apply(&example("stadning"), &Edit::Choose { entry: "emp-internship".into() }, &SHIPPED).unwrap();
    let chosen = apply(&chosen, &Edit::Choose { entry: "lab-ilo".into() }, &SHIPPED).unwrap();
    let set = |entry: &str, parameter: &str, value: ParameterValue| {
        let edit =
            Edit::SetParameter { entry: entry.into(), parameter: parameter.into(), value: Some(value) };
        apply(&chosen, &edit, &SHIPPED).err().map(|refusal| refusal.to_string()).unwrap_or_default()
    };
    assert_eq!(set("emp-internship", "weeks", ParameterValue::number(26.0)), "");
    assert!(set("emp-internship", "weeks", ParameterValue::number(27.0)).contains("4 till 26"));
    assert!(set("emp-internship", "weeks", ParameterValue::number(8.5)).contains("helt tal"));
    assert!(set("emp-internship", "weeks", ParameterValue::Flag(true)).contains("skriv ett tal"));
    assert!(
        set("emp-internship", "veckor", ParameterValue::Flag(true)).contains("Värdena heter places, weeks")
    );
    assert!(set("lab-ilo", "conventions", ParameterValue::List(vec!["29".into()])).contains("följer av lag"));
    assert!(set("emp-language", "weeks", ParameterValue::number(8.0)).contains("inte valt"));
}

/// A project file may have been written by anyone.
#[test]
fn what_does_not_fit_in_a_project_from_outside_counts_as_not_set() {
    let mut project =
        apply(&example("stadning"), &Edit::Choose { entry: "emp-internship".into() }, &SHIPPED).unwrap();
    let honest = look(&project);
    let internship = project.requirements.iter_mut().find(|r| *r.id() == "emp-internship").unwrap();
    for (name, value) in [("places", -5.0), ("weeks", 1e-300), ("hours_week", 1e300)] {
        internship.values.insert(name.into(), ParameterValue::number(value));
    }
    let mut odd = look(&project);
    odd.findings.retain(|finding| finding.rule != Rule::ValueOutOfRange);
    let review = odd.progress.iter_mut().find(|task| task.task == Task::Review).unwrap();
    review.warnings -= 1;
    assert_eq!(seen(&odd), seen(&honest), "only the review says that the values are there, once");
}

#[test]
fn an_answer_from_outside_that_does_not_fit_waits_for_another() {
    use domain::needs::question_state::State;
    let mut project = example("stadning");
    project.answers.insert("q02".into(), Answer::Single(FieldValue::Number(Number(-4.0))));
    let assessment = look(&project);
    let q02 = assessment.questions.iter().find(|question| question.id == "q02").unwrap();
    assert_eq!(q02.state, State::Incomplete);
    assert_eq!(assessment.capacity.unwrap().headcount.answered, None);
}

#[test]
fn a_refusal_in_english_is_english_throughout() {
    let edit = |edit: serde_json::Value| {
        let edit: Edit = serde_json::from_value(edit).unwrap();
        apply(&example("stadning"), &edit, &SHIPPED).unwrap_err().text.en
    };
    let answer = edit(json!({ "edit": "answer", "question": "q02", "answer": 12345.5 }));
    assert!(answer.ends_with("12,345.5 should be 0 to 10,000."), "{answer}");
    let code = edit(json!({ "edit": "answer", "question": "q01", "answer": "perhaps" }));
    assert!(code.ends_with("“perhaps” is not among the answers Work, Work and goods, Goods only."), "{code}");
}

#[test]
fn only_what_is_chosen_can_be_removed() {
    let chosen =
        apply(&example("stadning"), &Edit::Choose { entry: "emp-internship".into() }, &SHIPPED).unwrap();
    let removed = |entry: &str| apply(&chosen, &Edit::Remove { entry: entry.into() }, &SHIPPED);
    assert!(
        removed("gen-contact").unwrap_err().text.sv.contains("inte valt"),
        "it comes along with the internship"
    );
    let project = removed("emp-internship").unwrap();
    assert!(look(&project).active.is_empty(), "the companions went too");
}

/// A Stop in the requirement that `acc-ict` makes.
fn stop(code: &str) -> FindingKey {
    let place = Place::Requirement("acc-ict".into());
    FindingKey { code: code.to_owned(), case: "fill_in".into(), place }
}

/// The example whose specification still lacks one value.
fn unfilled() -> Project {
    let chosen = apply(&example("it-system"), &Edit::Choose { entry: "acc-ict".into() }, &SHIPPED).unwrap();
    let tasks = Some(ParameterValue::Table(vec![vec!["Söka ett beslut".into(), "Allmänheten".into()]]));
    let edit = Edit::SetParameter { entry: "acc-ict".into(), parameter: "tasks".into(), value: tasks };
    apply(&chosen, &edit, &SHIPPED).unwrap()
}

fn setting_aside(finding: FindingKey, reason: &str) -> Edit {
    Edit::Override { finding, reason: reason.to_owned() }
}

const REASON: &str = "Delarna anges i avropen, som har egna bilagor.";

#[test]
fn a_stop_is_set_aside_with_a_reason_and_signed_by_whoever_does_it() {
    let project = apply(&unfilled(), &setting_aside(stop("G06"), REASON), &SHIPPED).unwrap();
    let finding = look(&project).findings.into_iter().find(|finding| finding.key() == stop("G06")).unwrap();
    let kept = finding.overridden.clone().unwrap();
    assert_eq!((&*kept.reason, &*kept.by, kept.on), (REASON, "Anna Lindqvist", TODAY));
    assert!(!finding.is_open_stop());
    let back = apply(&project, &Edit::Reinstate { finding: stop("G06") }, &SHIPPED).unwrap();
    assert!(look(&back).findings.iter().any(|f| f.key() == stop("G06") && f.is_open_stop()));
}

#[test]
fn whoever_has_no_name_signs_as_the_officer_of_the_project() {
    let mut project = unfilled();
    project.procurement.officer = "Per Ek".into();
    let nobody = Signature { by: " ".into(), on: TODAY };
    let edit = setting_aside(stop("G06"), REASON);
    let project = domain::apply::apply(&project, &edit, &SHIPPED, &nobody).unwrap();
    assert_eq!(project.overrides[0].by, "Per Ek");
}

fn not_here(reason: &str) -> Decision {
    Decision { outcome: Outcome::NotRelevant, reason: reason.into() }
}

#[test]
fn a_requirement_chosen_in_a_theme_that_was_to_have_none_ends_that_decision_and_no_other() {
    let themes = vec![Theme::Employment, Theme::Children];
    let alike = Edit::DecideSeveral { themes, decision: not_here("Prövat med verksamheten.") };
    let decided = apply(&example("stadning"), &alike, &SHIPPED).unwrap();
    assert_eq!(decided.decisions[&Theme::Children], decided.decisions[&Theme::Employment]);
    let entries = vec!["emp-study-visit".into(), "emp-dialogue".into()];
    let chosen = apply(&decided, &Edit::ChooseSeveral { entries }, &SHIPPED).unwrap();
    let how = |theme| look(&chosen).themes.iter().find(|state| state.theme == theme).unwrap().clone();
    let (employment, children) = (how(Theme::Employment), how(Theme::Children));
    assert_eq!((employment.outcome, employment.chosen, &*employment.reason), (Some(Outcome::Chosen), 2, ""));
    assert_eq!(children.outcome, Some(Outcome::NotRelevant));
    // What is decided against a choice that stands is the officer's own contradiction, and the review says it.
    let again = Edit::Decide { theme: Theme::Employment, decision: Some(not_here("Nej.")) };
    let again = apply(&chosen, &again, &SHIPPED).unwrap();
    let same = apply(&again, &Edit::Choose { entry: "emp-dialogue".into() }, &SHIPPED).unwrap();
    assert_eq!(same.decisions, again.decisions, "it was chosen before");
}

#[test]
fn several_are_chosen_and_decided_whole_or_not_at_all() {
    let project = example("stadning");
    let unknown = Edit::ChooseSeveral { entries: vec!["emp-dialogue".into(), "no-such".into()] };
    assert!(apply(&project, &unknown, &SHIPPED).is_err());
    assert!(apply(&project, &Edit::ChooseSeveral { entries: Vec::new() }, &SHIPPED).is_err());
    let themes = vec![Theme::Employment, Theme::CommonTerms];
    let common = Edit::DecideSeveral { themes, decision: not_here("Nej.") };
    assert!(apply(&project, &common, &SHIPPED).is_err(), "the common terms need no decision");
    let two = Edit::ChooseSeveral { entries: vec!["emp-dialogue".into(), "emp-study-visit".into()] };
    let words = two.words(&project, &SHIPPED).sv;
    assert_eq!(words, "Valda krav: Dialog om sysselsättningsfrämjande insatser och Studiebesök");
}

#[test]
fn only_the_stop_that_is_named_is_silenced_and_only_when_it_is_there() {
    let with = |finding, reason| apply(&unfilled(), &setting_aside(finding, reason), &SHIPPED);
    assert!(with(stop("G06"), "Det är bra så.").unwrap_err().to_string().contains("minst 30 tecken"));
    assert!(with(stop("R12"), REASON).unwrap_err().text.sv.contains("Stoppet finns inte"));
    let other = FindingKey { place: Place::Whole, ..stop("G06") };
    assert!(with(other, REASON).is_err());
    let warning = look(&unfilled()).findings.into_iter().find(|f| f.severity == Severity::Warning).unwrap();
    assert!(with(warning.key(), REASON).is_err(), "a warning needs no reason");
}

#[test]
fn an_override_waits_for_the_same_finding_to_come_back() {
    let kept = apply(&unfilled(), &setting_aside(stop("G06"), REASON), &SHIPPED).unwrap();
    let parts = |value| Edit::SetParameter { entry: "acc-ict".into(), parameter: "parts".into(), value };
    let filled = apply(&kept, &parts(Some(ParameterValue::List(vec!["web".into()]))), &SHIPPED).unwrap();
    assert!(look(&filled).findings.iter().all(|finding| finding.key() != stop("G06")));
    let again = apply(&filled, &parts(None), &SHIPPED).unwrap();
    let finding = look(&again).findings.into_iter().find(|finding| finding.key() == stop("G06"));
    assert!(finding.unwrap().overridden.is_some());
}

#[test]
fn what_needs_no_decision_takes_none() {
    let decide = |theme: &str| {
        refused(
            json!({ "edit": "decide", "theme": theme, "decision": { "outcome": "not_now", "reason": "Sedan." } }),
        )
    };
    assert_eq!(decide("employment"), None);
    assert!(decide("common_terms").unwrap().contains("behöver inget beslut"));
}

#[test]
fn an_unknown_entry_or_code_names_the_nearest() {
    let entry = refused(json!({ "edit": "choose", "entry": "emp-studyvisit" })).unwrap();
    assert!(entry.contains("Menade du emp-study-visit?"), "{entry}");
    let code = refused(json!({ "edit": "fact", "field": "cpv", "value": ["45400001"] })).unwrap();
    assert!(code.contains("45400000-1"), "{code}");
}

/// A fact is called the same in an edit as in the project.
#[test]
fn every_fact_of_a_procurement_has_its_edit() {
    let whole: Procurement = serde_json::from_value(json!({
        "title": "", "nature": "works", "annex_2_service": true, "value_sek": 1, "option_value_sek": 1,
        "months": 1, "option_months": 1, "framework": true, "guaranteed_volume": true, "call_off": "ranking",
        "supplier_count": 1, "subcontracting": "yes", "notice_date": "2027-01-01",
        "tender_deadline": "2027-01-01", "start": "2027-01-01"
    }))
    .unwrap();
    let fields: BTreeMap<String, serde_json::Value> =
        serde_json::from_value(serde_json::to_value(&whole).unwrap()).unwrap();
    assert_eq!(fields.len(), 29);
    for (field, value) in fields {
        let edit: Edit =
            serde_json::from_value(json!({ "edit": "fact", "field": field, "value": value })).unwrap();
        let words = edit.words(&example("stadning"), &SHIPPED);
        assert!(!words.sv.contains('.') && !words.sv.contains('_'), "{field}: {words}");
    }
}

#[test]
fn nothing_is_proposed_before_anything_is_answered_save_what_the_facts_say() {
    for name in EXAMPLES {
        let mut project = example(name);
        project.answers.clear();
        let assessment = look(&project);
        let proposed = [Standing::Duty, Standing::Candidate];
        let found: Vec<&str> = assessment
            .recommendations
            .iter()
            .filter(|r| proposed.contains(&r.standing))
            .map(|r| r.entry.as_str())
            .collect();
        let works: &[&str] = if name == "byggtjanster" { &["lab-subs-names"] } else { &[] };
        assert_eq!(found, works, "{name}");
    }
}

#[test]
fn without_knowing_whether_it_is_a_framework_no_number_is_fixed() {
    let mut project = example("stadning");
    project.procurement.framework = None;
    let found = look(&project).recommendations;
    assert!(!found.iter().any(|r| r.entry == "emp-internship" || r.entry == "emp-framework-step"));
}

#[test]
fn an_option_that_can_no_longer_be_chosen_waits_for_another() {
    use domain::needs::question_state::State;
    let state = |project: &Project| look(project).questions.into_iter().find(|q| q.id == "q11").unwrap();
    let mut project = example("stadning");
    assert_eq!(state(&project).state, State::Answered);
    project.procurement.framework = Some(true);
    let q11 = state(&project);
    assert_eq!(q11.state, State::Incomplete);
    assert!(q11.disabled.iter().any(|code| *code == "fixed_number"));
}

#[test]
fn an_option_that_cannot_be_chosen_says_what_it_depends_on() {
    use domain::requirements::blocked::closing;
    let closes = |project: &Project| {
        let blocks = closing(&"fixed_number".into(), &SHIPPED.questions["q11"], project, &look(project));
        blocks.into_iter().map(|block| block.spot).collect::<Vec<_>>()
    };
    let mut project = example("stadning");
    assert_eq!(closes(&project), [], "it can be chosen");
    project.answers.remove("q09");
    assert_eq!(closes(&project), [Spot::Question("q09".into())]);
    project.procurement.framework = Some(true);
    assert_eq!(closes(&project), [Spot::Fact("guaranteed_volume".to_owned()), Spot::Question("q09".into())]);
}

/// An option that waits for an answer, also one that somebody else is to give, is not one that does not fit.
#[test]
fn an_option_waits_for_what_nobody_knows_and_does_not_fit_what_is_answered() {
    use domain::requirements::blocked::closing;
    let waits = |q09: Option<serde_json::Value>| {
        let mut project = example("stadning");
        project.answers.remove("q09");
        if let Some(answer) = q09 {
            project.answers.insert("q09".into(), serde_json::from_value(answer).unwrap());
        }
        let blocks = closing(&"fixed_number".into(), &SHIPPED.questions["q11"], &project, &look(&project));
        blocks.into_iter().map(|block| block.waits).collect::<Vec<_>>()
    };
    assert_eq!(waits(None), [true]);
    assert_eq!(waits(Some(json!({ "unknown": "enheten" }))), [true]);
    assert_eq!(waits(Some(json!({ "candidates_per_year": 0 }))), [false]);
}
