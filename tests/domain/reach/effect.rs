//! An answer that changes nothing but the record says so in the data, so that the screen can say it too; and only such.

use std::collections::BTreeMap;

use domain::assess::assess;
use domain::catalogue::condition::{Condition, Test};
use domain::catalogue::id::{Code, FactName};
use domain::catalogue::question::{Field, FieldKind, Question};
use domain::edit::Edit;
use domain::needs::answer::{Answer, FieldValue};
use domain::needs::facts::{FactValue, REASON};
use domain::project::Project;
use domain::requirements::quantity::is_counted;
use domain::requirements::recommend::Standing;
use domain::requirements::words::Speaker;
use domain::text::Language;

use crate::search::{Search, known, values};
use crate::support::{SHIPPED, TODAY, apply};
use crate::{conditions, ways};

/// So many projects are looked at before an answer counts as one that changes nothing.
const LOOKS: usize = 40;

/// What the officer and the reader of the documents meet, when all that is recommended is chosen.
fn met(project: &Project) -> String {
    let mut chosen = project.clone();
    for recommended in assess(project, &SHIPPED, TODAY).recommendations {
        let edit = Edit::Choose { entry: recommended.entry };
        if matches!(recommended.standing, Standing::Duty | Standing::Candidate) {
            chosen = apply(&chosen, &edit, &SHIPPED).unwrap_or(chosen);
        }
    }
    let assessment = assess(&chosen, &SHIPPED, TODAY);
    let asked: Vec<_> = assessment.questions.iter().map(|q| (&q.id, q.visible, &q.disabled)).collect();
    let themes: Vec<_> = assessment.themes.iter().map(|theme| &theme.why_none).collect();
    let speaker = Speaker::new(&chosen, &assessment, Language::Sv);
    let entries = assessment.active.iter().filter_map(|active| SHIPPED.entry(&active.entry));
    let said = entries.map(|entry| speaker.requirement(entry));
    let words: Vec<_> =
        said.map(|said| format!("{:?}", (said.duties(), said.target_group(), said.citations()))).collect();
    let notice = domain::notice::fields(&chosen, &assessment);
    let first = assess(project, &SHIPPED, TODAY).recommendations;
    format!("{:?}", (first, asked, themes, &assessment.active, &assessment.findings, words, notice))
}

/// Whether a condition of the data asks for this value of the fact.
fn asked_for(name: &FactName, code: Option<&Code>) -> bool {
    let leaves = conditions().into_iter().flat_map(|(_, condition)| condition.leaves());
    let asks = |test: &Test| match (test, code) {
        (Test::Is(FactValue::Code(wanted)), Some(code)) => wanted == code,
        (Test::In(codes) | Test::HasAny(codes), Some(code)) => codes.contains(code),
        // Each of several counts.
        (Test::CountAtLeast(_), _) => true,
        _ => code.is_none(),
    };
    leaves.into_iter().any(|leaf| matches!(leaf, Condition::Fact(fact, test) if fact == name && asks(test)))
}

fn with(project: &Project, question: &Question, name: &FactName, value: Option<FieldValue>) -> Project {
    let mut project = project.clone();
    let before = project.answers[&question.id].values(question);
    let mut fields: BTreeMap<FactName, FieldValue> =
        before.into_iter().map(|(name, value)| (name.clone(), value.clone())).collect();
    fields.remove(name);
    fields.extend(value.map(|value| (name.clone(), value)));
    project.answers.insert(question.id.clone(), Answer::Fields(fields));
    project
}

/// Whether in some project the one answer leads to something else than the other.
fn differ(search: &mut Search, question: &Question, name: &FactName, answers: &[Option<FieldValue>]) -> bool {
    // What is counted depends on more answers than the rest, so half of the looks are there.
    let all: Vec<_> = SHIPPED.entries.values().collect();
    let counted: Vec<_> = all.iter().copied().filter(|entry| is_counted(entry)).collect();
    (0..LOOKS).any(|_| {
        let entries = search.pick(&[&all, &counted]);
        let entry = search.pick(entries);
        let way = search.pick(&ways(entry));
        let mut project =
            search.led_to(&[way, question.rules.visible_when.iter().cloned().collect()].concat());
        search.answer_the_rest(&mut project);
        let of = |answer: &Option<FieldValue>| met(&with(&project, question, name, answer.clone()));
        known(&project).visible.contains(&question.id) && {
            let first = of(&answers[0]);
            answers[1..].iter().any(|answer| of(answer) != first)
        }
    })
}

/// The options that only are recorded, and whether all of the field is.
fn only_recorded(search: &mut Search, question: &Question, name: &FactName, field: &Field) -> Vec<String> {
    let id = format!("{} {name}", question.id);
    if field.kind == FieldKind::Multi {
        let own: Vec<&Code> =
            field.options.iter().filter(|code| Some(*code) != question.rules.none_of.as_ref()).collect();
        let quiet = |code: &&Code| {
            !asked_for(name, Some(code))
                && !differ(search, question, name, &[None, Some(FieldValue::Codes(vec![(*code).clone()]))])
        };
        return own.into_iter().filter(quiet).map(|code| format!("{id} {code}")).collect();
    }
    let asked = asked_for(name, None) || field.options.iter().any(|code| asked_for(name, Some(code)));
    let asked = asked || field.number_fact.as_ref().is_some_and(|fact| asked_for(fact, None));
    let all: Vec<_> = values(field, question).into_iter().map(Some).collect();
    let all = if field.kind == FieldKind::Choice { all } else { [vec![None], all].concat() };
    if asked || differ(search, question, name, &all) { vec![] } else { vec![id] }
}

/// What the data says is only recorded.
fn said(question: &Question, name: &FactName, field: &Field) -> Vec<String> {
    let id = format!("{} {name}", question.id);
    match field.kind {
        FieldKind::Multi => field.records_only.iter().map(|code| format!("{id} {code}")).collect(),
        _ if field.records_only.is_empty() => vec![],
        _ => {
            assert_eq!(field.records_only, field.options, "{id}: one answer takes the place of another");
            vec![id]
        }
    }
}

#[test]
fn what_is_only_recorded_says_so() {
    let mut search = Search::new();
    for question in SHIPPED.questions.values() {
        for (name, field) in question.rules.fields.iter().filter(|(name, _)| **name != REASON) {
            let found = only_recorded(&mut search, question, name, field);
            assert_eq!(found, said(question, name, field), "changes nothing, and is said to change nothing");
        }
    }
}

#[test]
fn an_answer_that_only_records_is_told_from_others() {
    let groups = &SHIPPED.questions["q08"];
    let answer =
        |codes: &[&str]| Answer::Single(FieldValue::Codes(codes.iter().map(|code| (*code).into()).collect()));
    assert!(groups.only_records(&answer(&["open"])));
    assert!(!groups.only_records(&answer(&["open", "newcomers"])));
    assert!(!groups.only_records(&answer(&[])));
    assert!(!groups.only_records(&Answer::Unknown { unknown: String::new() }));
    let decided = FieldValue::Text("yes".to_owned());
    assert!(SHIPPED.questions["r01"].only_records(&Answer::Single(decided.clone())));
    assert!(!SHIPPED.questions["q15"].only_records(&Answer::Single(decided)));
}
