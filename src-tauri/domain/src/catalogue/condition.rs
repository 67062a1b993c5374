//! Conditions: typed, written as data, each leaf asking one thing of the facts.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::id::{Code, EntryId, FactName, ParameterName};
use crate::needs::facts::{FactValue, Facts};
use crate::procurement::cpv::CpvList;

/// Something that holds or does not hold for a project.
///
/// A fact without a value makes every comparison false: unanswered is a state of its own, never the same as "no".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Condition {
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A fact, compared.
    Fact(FactName, Test),
    /// A parameter of the same entry, compared; only in a duty.
    Parameter(ParameterName, Test),
    /// A CPV code of the procurement lies under one of the prefixes.
    Cpv(Vec<String>),
    /// The main CPV code is on the list.
    CpvList(CpvList),
    /// One of the entries is chosen.
    Chosen(Vec<EntryId>),
}

/// What is asked of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// It is this.
    Is(FactValue),
    /// It is one of these.
    In(BTreeSet<Code>),
    /// It has one of these among its codes.
    HasAny(BTreeSet<Code>),
    /// It has at least so many codes.
    CountAtLeast(usize),
    /// It is at least this.
    AtLeast(f64),
    /// It is at most this.
    AtMost(f64),
    /// It is below this.
    Below(f64),
    /// It has a value that is not "vet inte".
    Answered,
}

/// The most that a condition asks about: many times what any of the catalogue's own does.
const MOST_LEAVES: usize = 200;

/// The code of an answer "vet inte".
pub const UNKNOWN: &str = "unknown";
/// The code that says that none of the others holds.
pub const NONE: &str = "none";

impl Test {
    /// Whether a value passes.
    pub fn holds(&self, value: &FactValue) -> bool {
        match (self, value) {
            (Self::Is(wanted), value) => wanted == value,
            (Self::In(codes), FactValue::Code(code)) => codes.contains(code),
            (Self::HasAny(codes), FactValue::Codes(has)) => codes.iter().any(|code| has.contains(code)),
            (Self::CountAtLeast(least), FactValue::Codes(has)) => {
                has.iter().filter(|code| **code != NONE).count() >= *least
            }
            (Self::AtLeast(least), FactValue::Number(number)) => number.0 >= *least,
            (Self::AtMost(most), FactValue::Number(number)) => number.0 <= *most,
            (Self::Below(limit), FactValue::Number(number)) => number.0 < *limit,
            (Self::Answered, FactValue::Code(code)) => *code != UNKNOWN,
            (Self::Answered, _) => true,
            _ => false,
        }
    }
}

impl Condition {
    /// Whether it holds; a parameter leaf never does, since no entry is at hand.
    pub fn holds(&self, facts: &Facts) -> bool {
        self.holds_with(facts, &|_| None)
    }

    /// Whether it holds for an entry whose parameters are known.
    pub fn holds_with(&self, facts: &Facts, parameter: &dyn Fn(&ParameterName) -> Option<FactValue>) -> bool {
        match self {
            Self::All(all) => all.iter().all(|c| c.holds_with(facts, parameter)),
            Self::Any(any) => any.iter().any(|c| c.holds_with(facts, parameter)),
            Self::Not(inner) => !inner.holds_with(facts, parameter),
            // A text is nothing to compare with, but it answers.
            Self::Fact(name, Test::Answered)
                if facts.text(name).is_some_and(|text| !text.trim().is_empty()) =>
            {
                true
            }
            Self::Fact(name, test) => facts.get(name).is_some_and(|value| test.holds(value)),
            Self::Parameter(name, test) => parameter(name).is_some_and(|value| test.holds(&value)),
            Self::Cpv(prefixes) => facts.cpv.iter().any(|code| prefixes.iter().any(|p| code.is_under(p))),
            Self::CpvList(list) => facts.lists.contains(list),
            Self::Chosen(entries) => entries.iter().any(|entry| facts.chosen.contains(entry)),
        }
    }

    /// Whether it could hold for what is bought, whatever else is answered or filled in: the contract's nature and its codes
    /// are not chosen so as to fit a requirement.
    pub fn could_hold(&self, facts: &Facts) -> bool {
        self.can_be(true, facts)
    }

    /// Whether it can come to hold, or not to, by anything but what is bought.
    pub(crate) fn can_be(&self, wanted: bool, facts: &Facts) -> bool {
        let can_be = |part: &Self| part.can_be(wanted, facts);
        match (self, wanted) {
            (Self::All(parts), true) | (Self::Any(parts), false) => parts.iter().all(can_be),
            (Self::All(parts), false) | (Self::Any(parts), true) => parts.iter().any(can_be),
            (Self::Not(inner), _) => inner.can_be(!wanted, facts),
            (leaf, _) => !leaf.is_given(facts) || leaf.holds(facts) == wanted,
        }
    }

    /// Whether it asks about what is bought, and that is filled in.
    fn is_given(&self, facts: &Facts) -> bool {
        match self {
            Self::Cpv(_) | Self::CpvList(_) => !facts.cpv.is_empty(),
            Self::Fact(name, _) => name.as_str() == "nature" && facts.get(name).is_some(),
            _ => false,
        }
    }

    /// The leaves, in the order in which they are written.
    pub fn leaves(&self) -> Vec<&Self> {
        match self {
            Self::All(inner) | Self::Any(inner) => inner.iter().flat_map(Self::leaves).collect(),
            Self::Not(inner) => inner.leaves(),
            leaf => vec![leaf],
        }
    }

    /// The leaves that hold and so are a reason for the whole; what stands under a `not` is no reason.
    pub fn reasons<'c>(&'c self, facts: &Facts) -> Vec<&'c Self> {
        match self {
            Self::All(all) => all.iter().flat_map(|c| c.reasons(facts)).collect(),
            Self::Any(any) => any.iter().filter(|c| c.holds(facts)).flat_map(|c| c.reasons(facts)).collect(),
            Self::Not(_) => Vec::new(),
            leaf => vec![leaf],
        }
    }
}

/// A condition as it stands in the file: one of several shapes of an inline table.
#[derive(Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    all: Option<Vec<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not: Option<Box<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<FactName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<ParameterName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cpv: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cpv_list: Option<CpvList>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chosen: Option<Vec<EntryId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is: Option<FactValue>,
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    one_of: Option<BTreeSet<Code>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has: Option<Code>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_any: Option<BTreeSet<Code>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count_at_least: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    below: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<bool>,
}

impl Written {
    fn test(&mut self) -> Result<Test, String> {
        let limits = [self.at_least, self.at_most, self.below];
        if !limits.into_iter().flatten().all(f64::is_finite) {
            // TOML has inf and nan. A project file, in which the entry is kept whole, has not.
            return Err("at_least, at_most och below ska vara tal".to_owned());
        }
        let tests = [
            self.is.take().map(Test::Is),
            self.one_of.take().map(Test::In),
            self.has.take().map(|code| Test::HasAny(BTreeSet::from([code]))),
            self.has_any.take().map(Test::HasAny),
            self.count_at_least.take().map(Test::CountAtLeast),
            self.at_least.take().map(Test::AtLeast),
            self.at_most.take().map(Test::AtMost),
            self.below.take().map(Test::Below),
            // The opposite is `not`; false would otherwise be read as true.
            self.answered.take().filter(|answered| *answered).map(|_| Test::Answered),
        ];
        exactly_one(
            tests,
            "en jämförelse (is, in, has, has_any, count_at_least, at_least, at_most, below, answered = true)",
        )
    }
}

fn exactly_one<T, const N: usize>(found: [Option<T>; N], what: &str) -> Result<T, String> {
    let mut found = found.into_iter().flatten();
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(format!("ett villkor ska ha precis {what}")),
    }
}

impl TryFrom<Written> for Condition {
    type Error = String;

    fn try_from(mut written: Written) -> Result<Self, String> {
        let compares = written.fact.is_some() || written.parameter.is_some();
        let test = compares.then(|| written.test()).transpose()?;
        if !compares && written.test().is_ok() {
            return Err("en jämförelse behöver fact eller parameter".to_owned());
        }
        let shapes = [
            written.all.map(Self::All),
            written.any.map(Self::Any),
            written.not.map(Self::Not),
            written.fact.zip(test.clone()).map(|(name, test)| Self::Fact(name, test)),
            written.parameter.zip(test).map(|(name, test)| Self::Parameter(name, test)),
            written.cpv.map(Self::Cpv),
            written.cpv_list.map(Self::CpvList),
            written.chosen.map(Self::Chosen),
        ];
        let condition = exactly_one(shapes, "ett av all, any, not, fact, parameter, cpv, cpv_list, chosen")?;
        if condition.leaves().len() > MOST_LEAVES {
            return Err(format!("ett villkor får fråga om högst {MOST_LEAVES} saker"));
        }
        Ok(condition)
    }
}

impl From<Condition> for Written {
    fn from(condition: Condition) -> Self {
        let empty = Self::default();
        match condition {
            Condition::All(all) => Self { all: Some(all), ..empty },
            Condition::Any(any) => Self { any: Some(any), ..empty },
            Condition::Not(not) => Self { not: Some(not), ..empty },
            Condition::Fact(name, test) => Self { fact: Some(name), ..Self::of(test) },
            Condition::Parameter(name, test) => Self { parameter: Some(name), ..Self::of(test) },
            Condition::Cpv(cpv) => Self { cpv: Some(cpv), ..empty },
            Condition::CpvList(list) => Self { cpv_list: Some(list), ..empty },
            Condition::Chosen(chosen) => Self { chosen: Some(chosen), ..empty },
        }
    }
}

impl Written {
    fn of(test: Test) -> Self {
        let empty = Self::default();
        match test {
            Test::Is(value) => Self { is: Some(value), ..empty },
            Test::In(codes) => Self { one_of: Some(codes), ..empty },
            Test::HasAny(codes) => Self { has_any: Some(codes), ..empty },
            Test::CountAtLeast(least) => Self { count_at_least: Some(least), ..empty },
            Test::AtLeast(least) => Self { at_least: Some(least), ..empty },
            Test::AtMost(most) => Self { at_most: Some(most), ..empty },
            Test::Below(limit) => Self { below: Some(limit), ..empty },
            Test::Answered => Self { answered: Some(true), ..empty },
        }
    }
}
