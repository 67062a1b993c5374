//! Checks on conditions: every fact that is asked about is set somewhere, can be what is asked, and is not asked to be
//! two things at once.

use std::collections::{BTreeMap, BTreeSet};

use super::Catalogue;
use super::condition::{Condition, NONE, Test, UNKNOWN};
use super::id::{Code, FactName};
use super::question::{Field, FieldKind};
use crate::needs::facts::{COMPUTED, FactValue, Sort};

/// The facts that can have a value, and what that can be.
pub(super) struct KnownFacts {
    facts: BTreeMap<FactName, Values>,
}

/// What values a fact can have.
#[derive(Default)]
struct Values {
    flag: bool,
    number: bool,
    one: Codes,
    several: Codes,
}

/// What codes can stand in a value.
#[derive(Default)]
enum Codes {
    #[default]
    None,
    Any,
    These(BTreeSet<Code>),
}

impl Codes {
    fn add(&mut self, code: Code) {
        match self {
            Self::Any => {}
            Self::None => *self = Self::These(BTreeSet::from([code])),
            Self::These(codes) => drop(codes.insert(code)),
        }
    }

    fn has(&self, code: &Code) -> bool {
        match self {
            Self::None => false,
            Self::Any => true,
            Self::These(codes) => codes.contains(code),
        }
    }

    fn is_some(&self) -> bool {
        !matches!(self, Self::None)
    }
}

impl Values {
    fn of_sort(sort: Sort) -> Self {
        let mut values = Self::default();
        match sort {
            Sort::Flag => values.flag = true,
            Sort::Number => values.number = true,
            Sort::Code => values.one = Codes::Any,
            Sort::Codes => values.several = Codes::Any,
        }
        values
    }

    /// Any question can be answered with "vet inte", which is a code.
    fn of_field(field: &Field) -> Self {
        let mut values = Self::default();
        values.one.add(UNKNOWN.into());
        let options = || field.options.iter().cloned().chain([NONE.into()]);
        values.number = matches!(field.kind, FieldKind::Number | FieldKind::NumberOr);
        match field.kind {
            FieldKind::Choice | FieldKind::NumberOr => options().for_each(|code| values.one.add(code)),
            FieldKind::Multi => options().for_each(|code| values.several.add(code)),
            FieldKind::Number | FieldKind::Text | FieldKind::Date => {}
        }
        values
    }

    fn add(&mut self, value: &FactValue) {
        match value {
            FactValue::Flag(_) => self.flag = true,
            FactValue::Number(_) => self.number = true,
            FactValue::Code(code) => self.one.add(code.clone()),
            FactValue::Codes(codes) => codes.iter().for_each(|code| self.several.add(code.clone())),
        }
    }

    /// The first code of a test that never stands in a value.
    fn strange<'t>(&self, test: &'t Test) -> Option<&'t Code> {
        match test {
            Test::Is(FactValue::Code(code)) => Some(code).filter(|code| !self.one.has(code)),
            Test::In(codes) => codes.iter().find(|code| !self.one.has(code)),
            Test::HasAny(codes) => codes.iter().find(|code| !self.several.has(code)),
            _ => None,
        }
    }

    fn can_be(&self, sort: Sort) -> bool {
        match sort {
            Sort::Flag => self.flag,
            Sort::Number => self.number,
            Sort::Code => self.one.is_some(),
            Sort::Codes => self.several.is_some(),
        }
    }

    /// How the fact can be asked about.
    fn ways(&self) -> &'static str {
        let ways = [
            (Sort::Flag, "är sann eller falsk, pröva med is = true eller is = false"),
            (Sort::Number, "är ett tal, pröva med at_least, at_most eller below"),
            (Sort::Codes, "är flera koder, pröva med has, has_any eller count_at_least"),
            (Sort::Code, "är en kod, pröva med is eller in"),
        ];
        ways.into_iter().find_map(|(sort, way)| self.can_be(sort).then_some(way)).unwrap_or_default()
    }
}

impl KnownFacts {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let mut facts: BTreeMap<FactName, Values> =
            COMPUTED.iter().map(|(name, sort)| (FactName::from(*name), Values::of_sort(*sort))).collect();
        for (name, field) in catalogue.questions.values().flat_map(|q| &q.rules.fields) {
            facts.insert(name.clone(), Values::of_field(field));
            facts.extend(field.number_fact.clone().map(|number| (number, Values::of_sort(Sort::Number))));
        }
        for derived in catalogue.derived.iter() {
            facts.entry(derived.name.clone()).or_default().add(&derived.value);
        }
        Self { facts }
    }

    /// Whether a fact can have a value.
    pub(super) fn has(&self, name: &FactName) -> bool {
        self.facts.contains_key(name)
    }

    /// Whether a code can stand in a fact of several codes.
    pub(super) fn has_code(&self, name: &str, code: &Code) -> bool {
        self.facts.get(&FactName::from(name)).is_some_and(|values| values.several.has(code))
    }

    /// What is wrong with a condition.
    pub(super) fn faults(&self, condition: &Condition) -> Vec<String> {
        let leaves = condition.leaves();
        let unknown = leaves.iter().filter_map(|leaf| match leaf {
            Condition::Fact(name, test) => self.fault(name, test),
            _ => None,
        });
        let clashes = contradictions(condition).into_iter();
        unknown.chain(clashes.map(|name| format!("villkoret motsäger sig självt om {name}"))).collect()
    }

    fn fault(&self, name: &FactName, test: &Test) -> Option<String> {
        let Some(values) = self.facts.get(name) else { return Some(format!("faktan {name} finns inte")) };
        if asked(test).is_some_and(|sort| !values.can_be(sort)) {
            return Some(format!("faktan {name} {}", values.ways()));
        }
        let wrong = values.strange(test)?;
        Some(format!("faktan {name} kan inte ha värdet {wrong}"))
    }
}

/// What sort of value a test asks about; any will do when it only asks whether there is one.
fn asked(test: &Test) -> Option<Sort> {
    match test {
        Test::Is(value) => Some(value.sort()),
        Test::In(_) => Some(Sort::Code),
        Test::HasAny(_) | Test::CountAtLeast(_) => Some(Sort::Codes),
        Test::AtLeast(_) | Test::AtMost(_) | Test::Below(_) => Some(Sort::Number),
        Test::Answered => None,
    }
}

/// The facts of which things are demanded that can never hold at once.
fn contradictions(condition: &Condition) -> BTreeSet<&FactName> {
    match condition {
        Condition::All(all) => {
            let demands: Vec<_> = all.iter().flat_map(demands).collect();
            let clashes = demands.iter().enumerate().filter(|(i, (name, test))| {
                demands[..*i].iter().any(|(other, before)| other == name && exclude(before, test))
            });
            let clashes = clashes.map(|(_, (name, _))| *name);
            clashes.chain(denied(all)).chain(all.iter().flat_map(contradictions)).collect()
        }
        Condition::Any(any) => any.iter().flat_map(contradictions).collect(),
        Condition::Not(inner) => contradictions(inner),
        _ => BTreeSet::new(),
    }
}

/// The facts of what is demanded and denied at once.
fn denied(all: &[Condition]) -> impl Iterator<Item = &FactName> {
    let denied = all.iter().filter_map(|one| match one {
        Condition::Not(inner) if all.contains(inner) => Some(inner.leaves()),
        _ => None,
    });
    denied.flatten().filter_map(|leaf| match leaf {
        Condition::Fact(name, _) => Some(name),
        _ => None,
    })
}

/// What is demanded of facts, all of it at once.
fn demands(condition: &Condition) -> Vec<(&FactName, &Test)> {
    match condition {
        Condition::All(all) => all.iter().flat_map(demands).collect(),
        Condition::Fact(name, test) => vec![(name, test)],
        _ => Vec::new(),
    }
}

/// Whether no value passes both tests.
fn exclude(a: &Test, b: &Test) -> bool {
    match (a, b) {
        (Test::Is(value), other) | (other, Test::Is(value)) => !other.holds(value),
        (Test::In(one), Test::In(other)) => one.is_disjoint(other),
        (Test::AtLeast(least), Test::AtMost(most)) | (Test::AtMost(most), Test::AtLeast(least)) => {
            least > most
        }
        (Test::AtLeast(least), Test::Below(limit)) | (Test::Below(limit), Test::AtLeast(least)) => {
            least >= limit
        }
        _ => false,
    }
}
