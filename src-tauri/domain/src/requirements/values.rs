//! The values of a requirement's parameters, each with where it comes from.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::placeholder;
use super::quantity::{Quantities, places_together};
use crate::catalogue::Catalogue;
use crate::catalogue::check_words::{all_duties, beside_duties, decides_a_duty, slots};
use crate::catalogue::condition::{Condition, NONE, UNKNOWN};
use crate::catalogue::entry::{Duty, Entry, Role};
use crate::catalogue::id::{Code, FactName, ParameterName};
use crate::catalogue::parameter::{
    HeldAgainst, Parameter, ParameterKind, ParameterRef, ParameterValue, Source,
};
use crate::needs::facts::{FactValue, Facts};
use crate::number::Number;
use crate::project::Project;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The officer set it.
    Officer,
    /// The catalogue proposes it.
    Default,
    /// The calculator worked it out.
    Computed,
    /// An answer gives it.
    Answer,
    /// It has to be filled in.
    Missing,
}

/// A value with where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Filled {
    /// The value; absent when it has to be filled in.
    pub value: Option<ParameterValue>,
    /// Where it comes from.
    pub origin: Origin,
}

impl Filled {
    /// Whether nobody has filled it in, or only with something that holds the place of a value.
    pub(crate) fn is_to_be_written(&self) -> bool {
        let holds_place = |text: &str| placeholder::in_value(text) || placeholder::is_alone(text);
        let placeholder = matches!(&self.value, Some(ParameterValue::Text(text)) if holds_place(text));
        self.origin == Origin::Missing || placeholder
    }
}

/// The values of one requirement, in the order of the entry.
pub type Values = IndexMap<ParameterName, Filled>;

/// The values that the text needs and that have to be filled in.
pub fn missing<'v>(entry: &Entry, values: &'v Values, facts: &Facts) -> Vec<&'v ParameterName> {
    let unfilled = |name: &ParameterName, filled: &Filled| {
        let columns = entry.text.sv.columns.get(name).map_or(0, Vec::len);
        let is_pay = entry.rules.role == Some(Role::LabourTerms);
        filled.is_to_be_written() || has_gap(filled, columns) || (is_pay && lacks_pay(filled))
    };
    let lacking = values
        .iter()
        .filter(|(name, filled)| unfilled(name, filled) && is_wanted(name, entry, values, facts));
    lacking.map(|(name, _)| name).collect()
}

/// Whether the second column, the lowest pay, has a cell that is no amount in kronor: "0", "-150", "150 %", "enligt avtal".
fn lacks_pay(filled: &Filled) -> bool {
    let Some(ParameterValue::Table(rows)) = &filled.value else { return false };
    rows.iter().any(|row| !row.get(1).is_some_and(|cell| is_amount(cell)))
}

/// What may stand after the number of an amount of pay, without spaces.
const AFTER_PAY: [&str; 10] =
    ["", "kr", "kronor", "sek", ":-", "kr/tim", "kr/timme", "kr/h", "kr/mån", "kr/månad"];

/// "151", "151,50", "26 000 kr", "150 kr/tim"
fn is_amount(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    let at = cell.find(|c: char| c.is_alphabetic() || c == ':').unwrap_or(cell.len());
    let (number, after) = cell.split_at(at);
    let after: String = after.chars().filter(|c| !c.is_whitespace()).collect();
    AFTER_PAY.contains(&after.trim_end_matches('.'))
        && Number::read(number).is_ok_and(|Number(number)| number > 0.0)
}

/// Whether a table has a row that lacks something: an occupation without its pay says nothing.
fn has_gap(filled: &Filled, columns: usize) -> bool {
    let Some(ParameterValue::Table(rows)) = &filled.value else { return false };
    let gap = |cell: &String| cell.trim().is_empty() || placeholder::in_value(cell);
    rows.iter().any(|row| row.len() != columns || row.iter().any(gap))
}

/// Whether anything that is printed depends on a value: the officer's own text may have left it out, and so may the values
/// that decide which duties stand.
pub(crate) fn is_wanted(name: &ParameterName, entry: &Entry, values: &Values, facts: &Facts) -> bool {
    let parameter = entry.rules.parameters.get(name);
    parameter.is_none_or(|parameter| parameter.is_needed(facts))
        && (parameter.is_some_and(|parameter| parameter.kind == ParameterKind::Table)
            || decides_a_duty(&entry.text.sv, name.as_str())
            || is_said(name, entry, values, facts))
}

/// Whether a sentence that is printed has a value in it.
pub(super) fn is_said(name: &ParameterName, entry: &Entry, values: &Values, facts: &Facts) -> bool {
    let words = &entry.text.sv;
    let stands = |duty: &&Duty| duty.when.as_ref().is_none_or(|when| holds(when, values, facts));
    let duties = all_duties(words).filter(stands).map(|duty| &*duty.text);
    duties.chain(beside_duties(words)).any(|template| slots(template).contains(&name.as_str()))
}

/// Whether a condition holds for a requirement with these values.
pub(super) fn holds(when: &Condition, values: &Values, facts: &Facts) -> bool {
    when.holds_with(facts, &|name| values.get(name)?.value.as_ref().map(as_fact))
}

fn as_fact(value: &ParameterValue) -> FactValue {
    match value {
        ParameterValue::Flag(flag) => FactValue::Flag(*flag),
        ParameterValue::Number(number) => FactValue::Number(*number),
        ParameterValue::Text(code) => FactValue::Code(code.as_str().into()),
        ParameterValue::List(codes) => {
            FactValue::Codes(codes.iter().map(|code| code.as_str().into()).collect())
        }
        ParameterValue::Table(_) => FactValue::Flag(!value.is_empty()),
    }
}

/// What the values are worked out from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The project.
    pub project: &'a Project,
    /// The facts.
    pub facts: &'a Facts,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
}

impl Context<'_> {
    /// The values of an entry, given the quantities that the calculator worked out.
    pub fn values(&self, entry: &Entry, quantities: &Quantities) -> Values {
        let fill = |(name, parameter): (&ParameterName, &Parameter)| {
            (name.clone(), self.fill(entry, name, parameter, quantities))
        };
        entry.rules.parameters.iter().map(fill).collect()
    }

    /// A number that does not depend on the calculator: set by the officer, or proposed by the catalogue.
    pub fn plain_number(&self, entry: &Entry, name: &str) -> Option<f64> {
        let (name, parameter) = entry.rules.parameters.get_key_value(name)?;
        let filled = self.fill(entry, name, parameter, &Quantities::default());
        filled.value.and_then(|value| value.as_number())
    }

    /// A code that does not depend on the calculator.
    pub fn plain_code(&self, entry: &Entry, name: &str) -> Option<String> {
        let (name, parameter) = entry.rules.parameters.get_key_value(name)?;
        match self.fill(entry, name, parameter, &Quantities::default()).value {
            Some(ParameterValue::Text(code)) => Some(code),
            _ => None,
        }
    }

    /// What the officer set. A project from outside, or from another edition, may hold a value that does not fit: it
    /// counts as not set, since nothing can be worked out from it.
    pub fn set_by_officer(&self, entry: &Entry, name: &str) -> Option<&ParameterValue> {
        let value = self.project.requirement(&entry.id)?.values.get(name)?;
        let parameter = entry.rules.parameters.get(name)?;
        Some(value).filter(|value| !value.is_empty() && parameter.take(value).is_ok())
    }

    fn fill(
        &self,
        entry: &Entry,
        name: &ParameterName,
        parameter: &Parameter,
        quantities: &Quantities,
    ) -> Filled {
        let found = match (self.set_by_officer(entry, name.as_str()), &parameter.source) {
            (Some(value), _) => Some((value.clone(), Origin::Officer)),
            (None, Source::Default(_) | Source::FillIn) => self
                .proposed(parameter)
                .map(|proposed| (self.at_most(parameter, proposed, quantities), Origin::Default)),
            (None, Source::Computed(computed)) => quantities
                .get(&entry.id)
                .and_then(|quantity| quantity.of(*computed, parameter))
                .map(|number| (ParameterValue::Number(Number(number)), Origin::Computed)),
            (None, Source::Fact(fact)) => self.answered(fact).map(|value| (value, Origin::Answer)),
            (None, Source::SameAs(other)) => return self.same_as(other, quantities),
        };
        match found {
            Some((value, origin)) => Filled { value: Some(value), origin },
            None => Filled { value: None, origin: Origin::Missing },
        }
    }

    fn proposed<'v>(&self, parameter: &'v Parameter) -> Option<&'v ParameterValue> {
        let other = parameter.default_when.iter().find(|other| other.when.holds(self.facts));
        other.map(|other| &other.value).or(parameter.usual())
    }

    /// A proposed number is not larger than what it is held against: nobody swaps two places where there is one.
    fn at_most(
        &self,
        parameter: &Parameter,
        value: &ParameterValue,
        quantities: &Quantities,
    ) -> ParameterValue {
        let there_are = || match parameter.held_against? {
            HeldAgainst::Places => self.places(quantities),
            HeldAgainst::Persons => self.facts.number("headcount").map(f64::ceil),
            HeldAgainst::Contract => None,
        };
        let least = parameter.range.map_or(0.0, |[least, _]| least);
        let limit = there_are().map(|limit| limit.max(least));
        match (limit, value.as_number()) {
            (Some(limit), Some(number)) if limit < number => ParameterValue::number(limit),
            _ => value.clone(),
        }
    }

    /// The places that what is chosen gives in the firm period.
    fn places(&self, quantities: &Quantities) -> Option<f64> {
        let chosen = self.project.chosen().filter_map(|id| self.catalogue.entry(id));
        places_together(chosen.map(|entry| (entry, quantities.get(&entry.id).map(|found| found.places))))
    }

    /// The value of the other entry's parameter, whoever set it there. One that is taken from a third leads nowhere: the
    /// entries of a file may name each other in a ring.
    fn same_as(&self, other: &ParameterRef, quantities: &Quantities) -> Filled {
        let entry = self.catalogue.entry(&other.entry);
        let found = entry.and_then(|entry| {
            let (name, parameter) = entry.rules.parameters.get_key_value(&other.parameter)?;
            let is_own = !matches!(parameter.source, Source::SameAs(_));
            is_own.then(|| self.fill(entry, name, parameter, quantities))
        });
        found.unwrap_or(Filled { value: None, origin: Origin::Missing })
    }

    fn answered(&self, fact: &FactName) -> Option<ParameterValue> {
        let text = self.facts.text(fact).map(|text| ParameterValue::Text(text.to_owned()));
        text.or_else(|| self.facts.get(fact).map(of_fact)).filter(|value| !value.is_empty())
    }
}

/// A fact as a value. Codes for none and for what nobody knows say that there is nothing to print.
fn of_fact(fact: &FactValue) -> ParameterValue {
    let says_something = |code: &&Code| ![NONE, UNKNOWN].contains(&code.as_str());
    match fact {
        FactValue::Flag(flag) => ParameterValue::Flag(*flag),
        FactValue::Number(number) => ParameterValue::Number(*number),
        FactValue::Code(code) => {
            ParameterValue::Text(Some(code).filter(says_something).map(Code::to_string).unwrap_or_default())
        }
        FactValue::Codes(codes) => {
            ParameterValue::List(codes.iter().filter(says_something).map(Code::to_string).collect())
        }
    }
}
