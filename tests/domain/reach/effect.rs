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
use domain::requirements::decision::ThemeState;
use domain::requirements::quantity::is_counted;
use domain::requirements::recommend::Standing;
use domain::requirements::words::Speaker;
use domain::text::{Bilingual, Language};

use super::search::{Search, known, values};
use super::{conditions, ways};
use crate::support::{SHIPPED, TODAY, apply};

/// So many projects are looked at before an answer that is said to change nothing is believed.
const LOOKS: usize = 60;
/// So many before one that is to change something is given up; most show it in the first few.
const LONG_LOOKS: usize = 400;

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
    // That something is not answered yet follows from no answer.
    let [now, yet] =
        ["", "_yet"].map(|end| SHIPPED.phrases.say(&format!("program.none.nothing_points{end}")));
    let why = |theme: &ThemeState| theme.outlook(&chosen, &assessment).why_none;
    let settled = |why: Bilingual| if why == yet { now.clone() } else { why };
    let themes: Vec<_> = assessment.themes.iter().map(|theme| why(theme).map(settled)).collect();
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

/// A part of an answer that may change something: an option of several, or a field, with what can be answered there.
struct Part<'q> {
    question: &'q Question,
    name: &'q FactName,
    field: &'q Field,
    code: Option<&'q Code>,
    answers: Vec<Option<FieldValue>>,
}

impl Part<'_> {
    fn is_said_to_be_recorded(&self) -> bool {
        let only = &self.field.records_only;
        if let Some(code) = self.code {
            return only.contains(code);
        }
        assert!(
            only.is_empty() || *only == self.field.options,
            "{}: one answer takes the place of another",
            self.place()
        );
        !only.is_empty()
    }

    /// Whether a condition asks for it.
    fn is_asked_for(&self) -> bool {
        let options = || self.field.options.iter().any(|code| asked_for(self.name, Some(code)));
        let number = || self.field.number_fact.as_ref().is_some_and(|fact| asked_for(fact, None));
        match self.code {
            Some(_) => asked_for(self.name, self.code),
            None => asked_for(self.name, None) || options() || number(),
        }
    }

    fn place(&self) -> String {
        let code = self.code.map(|code| format!(" {code}")).unwrap_or_default();
        format!("{} {}{code}", self.question.id, self.name)
    }
}

fn parts(question: &Question) -> Vec<Part<'_>> {
    let fields = question.rules.fields.iter().filter(|(name, _)| **name != REASON);
    fields.flat_map(|(name, field)| parts_of(question, name, field)).collect()
}

fn parts_of<'q>(question: &'q Question, name: &'q FactName, field: &'q Field) -> Vec<Part<'q>> {
    let part = |code, answers| Part { question, name, field, code, answers };
    if field.kind == FieldKind::Multi {
        let own = field.options.iter().filter(|code| Some(*code) != question.rules.none_of.as_ref());
        let one = |code: &Code| vec![None, Some(FieldValue::Codes(vec![code.clone()]))];
        return own.map(|code| part(Some(code), one(code))).collect();
    }
    let none = (field.kind != FieldKind::Choice).then_some(None);
    vec![part(None, none.into_iter().chain(values(field, question).into_iter().map(Some)).collect())]
}

/// A project led to an entry and to a question, with all answered.
fn looked_at(search: &mut Search, question: &Question) -> Project {
    // What is counted depends on more answers than the rest, so half of the looks are there.
    let all: Vec<_> = SHIPPED.entries.values().collect();
    let counted: Vec<_> = all.iter().copied().filter(|entry| is_counted(entry)).collect();
    let entries = search.pick(&[&all, &counted]);
    let entry = search.pick(entries);
    let way = search.pick(&ways(entry));
    let mut project = search.led_to(&[way, question.rules.visible_when.iter().cloned().collect()].concat());
    search.answer_the_rest(&mut project);
    project
}

/// Whether in some project the one answer leads to something else than the other.
fn differ(search: &mut Search, part: &Part<'_>) -> bool {
    (0..LONG_LOOKS).any(|_| {
        let project = looked_at(search, part.question);
        let of = |answer: &Option<FieldValue>| met(&with(&project, part.question, part.name, answer.clone()));
        known(&project).visible.contains(&part.question.id) && {
            let first = of(&part.answers[0]);
            part.answers[1..].iter().any(|answer| of(answer) != first)
        }
    })
}

#[test]
fn an_answer_that_is_not_only_recorded_changes_something() {
    let mut search = Search::new();
    let parts = SHIPPED.questions.values().flat_map(parts).filter(|part| !part.is_said_to_be_recorded());
    let quiet = parts.filter(|part| !part.is_asked_for() && !differ(&mut search, part));
    assert_eq!(quiet.map(|part| part.place()).collect::<Vec<_>>(), [""; 0], "changes nothing");
}

/// All of them are answered anew at once: what none of them changes, each leaves as it is.
#[test]
fn what_is_only_recorded_changes_nothing() {
    let mut search = Search::new();
    let parts = SHIPPED.questions.values().flat_map(parts);
    let recorded: Vec<Part<'_>> = parts.filter(Part::is_said_to_be_recorded).collect();
    for part in &recorded {
        assert!(!part.is_asked_for(), "{}: a condition asks for it", part.place());
    }
    for part in recorded.iter().cycle().take(LOOKS.max(recorded.len())) {
        let project = looked_at(&mut search, part.question);
        let anew = recorded.iter().fold(project.clone(), |project, part| {
            with(&project, part.question, part.name, search.pick(&part.answers))
        });
        let base = recorded
            .iter()
            .fold(project, |project, part| with(&project, part.question, part.name, part.answers[0].clone()));
        assert_eq!(met(&anew), met(&base), "what is only recorded changes something: {:?}", anew.answers);
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
