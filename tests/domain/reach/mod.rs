//! Nothing in the catalogue is out of reach, and nothing is asked for nothing: every comparison can come true, every entry
//! can come as its class says, and an answer that changes nothing says so.

mod effect;
mod search;
use crate::support::{SHIPPED, TODAY};
use domain::assess::assess;
use domain::catalogue::condition::{Condition, Test};
use domain::catalogue::entry::{Class, Entry};
use domain::catalogue::id::ParameterName;
use domain::catalogue::parameter::{Parameter, ParameterKind};
use domain::catalogue::stated::StatedFinding;
use domain::catalogue::theme::Level;
use domain::needs::facts::{COMPUTED, FactValue};
use domain::number::Number;
use domain::project::Project;
use domain::requirements::recommend::{Standing, fits};
use search::{Search, known};

fn is(fact: &str, value: FactValue) -> Condition {
    Condition::Fact(fact.into(), Test::Is(value))
}

// ---- Entries

/// What an entry asks for beside its grounds.
fn asks(entry: &Entry) -> Vec<Condition> {
    let codes = entry.rules.cpv.clone().map(Condition::Cpv);
    let list = entry.rules.cpv_list.map(Condition::CpvList);
    entry.rules.when.clone().into_iter().chain(codes).chain(list).collect()
}

/// The ways in which it may come: by a duty, by each ground, or by itself when it has none.
fn ways(entry: &Entry) -> Vec<Vec<Condition>> {
    let rules = &entry.rules;
    let grounds = rules.duty_when.iter().chain(rules.need.iter().map(|need| &need.when));
    let ways: Vec<Vec<Condition>> =
        grounds.map(|ground| [asks(entry), vec![ground.clone()]].concat()).collect();
    if ways.is_empty() { vec![asks(entry)] } else { ways }
}

fn comes_as(project: &Project, entry: &Entry, standings: &[Standing]) -> bool {
    let recommendations = assess(project, &SHIPPED, TODAY).recommendations;
    recommendations.iter().any(|r| r.entry == entry.id && standings.contains(&r.standing))
}

/// Whether the entry can come to the officer in the way its class and level promise.
fn comes(project: &Project, entry: &Entry) -> bool {
    match (entry.rules.class, entry.rules.level) {
        // The highest level is never recommended: the officer chooses it, where it fits and something points to it.
        (Class::Candidate, Level::Spearhead) => {
            let facts = known(project).facts;
            fits(entry, &facts) && entry.rules.need.iter().any(|need| need.when.holds(&facts))
        }
        (Class::Candidate, _) => comes_as(project, entry, &[Standing::Duty, Standing::Candidate]),
        (Class::Reminder | Class::StandardParagraph | Class::Reservation, _) => {
            comes_as(project, entry, &[Standing::Beside])
        }
        (Class::OptIn, _) => {
            let says_when = [&entry.text.sv, &entry.text.en].map(|text| !text.choose_when.is_empty());
            fits(entry, &known(project).facts)
                && says_when == [!entry.rules.need.is_empty(); 2]
                && entry.rules.duty_when.is_none()
        }
        (Class::Companion, _) => named(entry),
        // An officer's own is in no catalogue.
        (Class::Custom, _) => false,
    }
}

/// A companion comes along with another, or is suggested by it.
fn named(companion: &Entry) -> bool {
    let names =
        |e: &Entry| e.rules.requires.contains(&companion.id) || e.rules.suggests.contains(&companion.id);
    SHIPPED.entries.values().any(|entry| names(entry))
}

#[test]
fn every_entry_can_come_as_its_class_says() {
    let mut search = Search::new();
    let mut is_reached = |way: &[Condition], entry: &Entry| {
        // Only where its own grounds hold is it worth the while to work out all that is recommended.
        let leads = |project: &Project| {
            let facts = known(project).facts;
            way.iter().all(|condition| condition.holds(&facts))
        };
        search.find(way, |project| leads(project) && comes(project, entry)).is_some()
    };
    let lost: Vec<&str> = SHIPPED
        .entries
        .values()
        .filter(|entry| !ways(entry).iter().any(|way| is_reached(way, entry)))
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(lost, [""; 0], "never come");
}

/// A ground that can never hold where the entry fits is a ground for nothing.
#[test]
fn every_ground_can_hold_where_its_entry_fits() {
    let mut search = Search::new();
    let mut lost = Vec::new();
    for entry in SHIPPED.entries.values() {
        for (i, need) in entry.rules.need.iter().enumerate() {
            let way = [asks(entry), vec![need.when.clone()]].concat();
            let holds = |project: &Project| {
                let facts = known(project).facts;
                fits(entry, &facts) && need.when.holds(&facts)
            };
            if search.find(&way, holds).is_none() {
                lost.push(format!("{} need {i}", entry.id));
            }
        }
    }
    assert_eq!(lost, [""; 0]);
}

// ---- Duties

/// Every parameter takes its values in turn; none has more that a condition asks about.
const TURNS: usize = 12;

/// The values that a parameter can have, as conditions see them.
fn values_of(parameter: &Parameter) -> Vec<FactValue> {
    let codes = parameter.options.iter().cloned();
    match parameter.kind {
        ParameterKind::Choice => codes.map(FactValue::Code).collect(),
        ParameterKind::Multi => codes.map(|code| FactValue::Codes([code].into())).collect(),
        ParameterKind::Flag => [true, false].map(FactValue::Flag).into(),
        _ => parameter.range.unwrap_or_default().map(|number| FactValue::Number(Number(number))).into(),
    }
}

/// Every sentence that stands on a condition is printed in some project, with some values: with it every parameter that is
/// printed only there.
#[test]
fn every_duty_can_stand() {
    let mut search = Search::new();
    let mut lost = Vec::new();
    for entry in SHIPPED.entries.values() {
        let words = entry.text.sv.duties.iter().chain(&entry.text.sv.relief);
        for (duty, when) in words.filter_map(|duty| Some((duty, duty.when.as_ref()?))) {
            let value = |name: &ParameterName, turn: usize| {
                let values = values_of(entry.rules.parameters.get(name)?);
                values.get(turn % values.len()).cloned()
            };
            let stands = |project: &Project| {
                let facts = known(project).facts;
                (0..TURNS).any(|turn| when.holds_with(&facts, &|name| value(name, turn)))
            };
            if search.find(std::slice::from_ref(when), stands).is_none() {
                lost.push(format!("{}: {}", entry.id, duty.text));
            }
        }
    }
    assert_eq!(lost, [""; 0], "never printed");
}

// ---- Findings

#[test]
fn every_stated_finding_can_arise() {
    let mut search = Search::new();
    let mut arises = |stated: &StatedFinding| {
        let found = |project: &Project| {
            stated.when.holds(&known(project).facts)
                && assess(project, &SHIPPED, TODAY)
                    .findings
                    .iter()
                    .any(|finding| (finding.rule, &finding.case) == (stated.rule, &stated.case))
        };
        search.find(std::slice::from_ref(&stated.when), found).is_some()
    };
    let lost: Vec<String> =
        SHIPPED.findings.iter().filter(|stated| !arises(stated)).map(StatedFinding::words).collect();
    assert_eq!(lost, [""; 0], "never arise");
}

// ---- Comparisons

/// Every condition of the data, with where it stands.
fn conditions() -> Vec<(String, &'static Condition)> {
    let mut all: Vec<(String, &Condition)> = Vec::new();
    for (id, entry) in &SHIPPED.entries {
        let words = entry.text.sv.duties.iter().chain(&entry.text.sv.relief);
        let duties = words.filter_map(|duty| duty.when.as_ref());
        all.extend(entry.rules.conditions().chain(duties).map(|when| (id.to_string(), when)));
    }
    for (id, question) in SHIPPED.questions.iter() {
        let options = question.rules.fields.values().flat_map(|field| field.option_when.values());
        let demanded = question.rules.demanded.iter().map(|demand| &demand.when);
        let rules = question.rules.visible_when.iter().chain(options).chain(demanded);
        all.extend(rules.map(|when| (id.to_string(), when)));
    }
    all.extend(SHIPPED.derived.iter().map(|fact| (fact.name.to_string(), &fact.when)));
    all.extend(SHIPPED.findings.iter().map(|finding| (finding.words(), &finding.when)));
    let bases = SHIPPED.legal_bases.iter();
    all.extend(bases.filter_map(|(name, basis)| Some((name.clone(), basis.when.as_ref()?))));
    all
}

/// A comparison with several codes, as one with each of them: each is asked for.
fn single(test: &Test) -> Vec<Test> {
    match test {
        Test::In(codes) => codes.iter().map(|code| Test::Is(FactValue::Code(code.clone()))).collect(),
        Test::HasAny(codes) => codes.iter().map(|code| Test::HasAny([code.clone()].into())).collect(),
        other => vec![other.clone()],
    }
}

#[test]
fn every_comparison_can_come_true() {
    let mut search = Search::new();
    let work = is("work", FactValue::Flag(true));
    let mut seen = Vec::new();
    let mut lost = Vec::new();
    for (place, condition) in conditions() {
        for leaf in condition.leaves() {
            let Condition::Fact(name, test) = leaf else { continue };
            for leaf in single(test).into_iter().map(|test| Condition::Fact(name.clone(), test)) {
                if seen.contains(&leaf) {
                    continue;
                }
                let holds = |project: &Project| leaf.holds(&known(project).facts);
                // How much work a contract is, is worked out only where somebody works in it.
                let ways = [vec![work.clone(), leaf.clone()], vec![leaf.clone()]];
                if !ways.iter().any(|way| search.find(way, holds).is_some()) {
                    lost.push(format!("{place}: {leaf:?}"));
                }
                seen.push(leaf);
            }
        }
    }
    assert_eq!(lost, [""; 0]);
}

/// What code promises to work out, it does.
#[test]
fn every_computed_fact_is_set() {
    let mut search = Search::new();
    let work = is("work", FactValue::Flag(true));
    for (name, sort) in COMPUTED {
        let set = |project: &Project| {
            known(project).facts.get(&name.into()).is_some_and(|value| value.sort() == sort)
        };
        assert!(search.find(std::slice::from_ref(&work), set).is_some(), "{name} is never set");
    }
}

#[test]
fn every_question_can_be_asked() {
    let mut search = Search::new();
    for (id, question) in SHIPPED.questions.iter() {
        let way: Vec<Condition> = question.rules.visible_when.iter().cloned().collect();
        let asked = search.find(&way, |project| known(project).visible.contains(id));
        assert!(asked.is_some(), "{id} is never asked");
    }
}

/// An option that depends on other answers can be chosen in some project, and in some it cannot.
#[test]
fn every_option_can_be_chosen() {
    let mut search = Search::new();
    for (id, question) in SHIPPED.questions.iter() {
        for (code, when) in question.rules.fields.values().flat_map(|field| &field.option_when) {
            let asked = |project: &Project, open| {
                let known = known(project);
                known.visible.contains(id) && when.holds(&known.facts) == open
            };
            let way: Vec<Condition> = question.rules.visible_when.iter().chain([when]).cloned().collect();
            assert!(search.find(&way, |project| asked(project, true)).is_some(), "{id} {code} is never open");
            assert!(
                search.find(&way[..1], |project| asked(project, false)).is_some(),
                "{id} {code} is always open"
            );
        }
    }
}
