//! Parameters: the typed values in a requirement's text.

use indexmap::IndexSet;
use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::id::{Code, EntryId, FactName, ParameterName};
use crate::day;
use crate::needs::facts::Facts;
use crate::number::{Number, within};
use crate::text::Bilingual;

/// What kind of value a parameter takes; decides how it is read and printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ParameterKind {
    /// A number of things; up to twelve in words.
    Count,
    /// Whole months.
    Months,
    /// Weeks.
    Weeks,
    /// Days.
    Days,
    /// Hours.
    Hours,
    /// Per cent.
    Percent,
    /// Kronor without VAT.
    Money,
    /// A date, written 2027-04-01.
    Date,
    /// One of the options.
    Choice,
    /// Several of the options.
    Multi,
    /// Free text.
    Text,
    /// Rows under the column heads of the entry.
    Table,
    /// Yes or no; decides whether a duty stands.
    Flag,
}

/// No kronor and no count of anything is larger.
const MOST: f64 = 1e12;

impl ParameterKind {
    /// Whether the value is a number.
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Self::Count | Self::Months | Self::Weeks | Self::Days | Self::Hours | Self::Percent | Self::Money
        )
    }

    /// Whether a requirement can say a number of this kind at all: none is below nought, and what is above these is a slip of
    /// the hand. Own judgement.
    pub fn allows(self, number: f64) -> bool {
        let most = match self {
            Self::Percent => 100.0,
            Self::Months => 1_200.0,
            Self::Weeks => 5_200.0,
            Self::Days => 36_500.0,
            Self::Hours => 10_000.0,
            _ => MOST,
        };
        (0.0..=most).contains(&number) && !(self.is_whole() && number.fract() != 0.0)
    }

    /// Whether only whole numbers make sense: nobody takes two and a half visits.
    fn is_whole(self) -> bool {
        matches!(self, Self::Count | Self::Months | Self::Weeks | Self::Days)
    }
}

/// A value of a parameter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum ParameterValue {
    /// Yes or no.
    Flag(bool),
    /// A number, in the unit of the kind.
    Number(Number),
    /// A text, a date or the code of an option.
    Text(String),
    /// The codes of options.
    List(Vec<String>),
    /// Rows of cells.
    Table(Vec<Vec<String>>),
}

impl ParameterValue {
    /// A number as a value.
    pub fn number(number: f64) -> Self {
        Self::Number(Number(number))
    }

    /// The number, when it is one.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The same, with each code of a list once: a choice is printed as often as it stands there.
    #[must_use]
    pub fn each_once(self) -> Self {
        match self {
            Self::List(list) => Self::List(list.into_iter().collect::<IndexSet<_>>().into_iter().collect()),
            other => other,
        }
    }

    /// Whether nothing has been filled in.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Table(rows) => rows.iter().flatten().all(|cell| cell.trim().is_empty()),
            Self::Flag(_) | Self::Number(_) => false,
        }
    }
}

/// A quantity that the calculator works out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Computed {
    /// Places within the shared budget of weighted hours.
    Places,
    /// Invoiced kronor that give one place.
    Step,
    /// How many places the steps can give at most.
    StepMax,
    /// How many places a dialogue may lead to at the same time.
    DialoguePlaces,
    /// The last month in which a place may start.
    StartLatest,
    /// Person-months within the budget.
    PersonMonths,
}

/// A parameter of another entry, written "gen-start-meeting.days".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ParameterRef {
    /// The other entry.
    pub entry: EntryId,
    /// Its parameter.
    pub parameter: ParameterName,
}

impl TryFrom<String> for ParameterRef {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (entry, parameter) =
            text.split_once('.').ok_or_else(|| format!("”{text}” ska skrivas krav.parameter"))?;
        Ok(Self { entry: entry.into(), parameter: parameter.into() })
    }
}

impl From<ParameterRef> for String {
    fn from(reference: ParameterRef) -> Self {
        format!("{}.{}", reference.entry, reference.parameter)
    }
}

/// Where the value comes from while the officer has set none.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// The catalogue proposes it.
    Default(ParameterValue),
    /// The calculator works it out.
    Computed(Computed),
    /// An answer gives it.
    Fact(FactName),
    /// The same as a parameter of another entry.
    SameAs(ParameterRef),
    /// The officer has to fill it in.
    FillIn,
}

/// What a value has to go together with. One that is proposed never asks for more than that; one that the officer has
/// set is told in the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeldAgainst {
    /// The time of the contract: the date until which what the requirement rests on holds, such as a collective agreement.
    Contract,
    /// The places that the requirements give together.
    Places,
    /// The persons at work in the contract at the same time.
    Persons,
}

/// A value that is proposed instead of the usual one where a condition holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherDefault {
    /// The value.
    pub value: ParameterValue,
    /// Where it is proposed.
    pub when: Condition,
}

/// A parameter of an entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Parameter {
    /// What kind of value.
    pub kind: ParameterKind,
    /// The least and the largest number that is reasonable.
    pub range: Option<[f64; 2]>,
    /// Where the value comes from.
    pub source: Source,
    /// The codes to choose among.
    pub options: Vec<Code>,
    /// Fixed by law: shown, never edited.
    pub locked: bool,
    /// When the text needs the value; always when absent.
    pub needed_when: Option<Condition>,
    /// What is proposed instead of the usual value, or where there is none, the first that holds.
    pub default_when: Vec<OtherDefault>,
    /// What the value has to go together with.
    pub held_against: Option<HeldAgainst>,
}

impl Parameter {
    /// A parameter that the officer has to fill in, with nothing else said of it.
    pub fn to_fill_in(kind: ParameterKind, range: Option<[f64; 2]>) -> Self {
        Self {
            kind,
            range,
            source: Source::FillIn,
            options: Vec::new(),
            locked: false,
            needed_when: None,
            default_when: Vec::new(),
            held_against: None,
        }
    }

    /// Whether the text needs a value.
    pub fn is_needed(&self, facts: &Facts) -> bool {
        self.needed_when.as_ref().is_none_or(|when| when.holds(facts))
    }

    /// All that the catalogue proposes for it.
    pub fn proposals(&self) -> impl Iterator<Item = &ParameterValue> {
        self.usual().into_iter().chain(self.default_when.iter().map(|other| &other.value))
    }

    /// What it proposes when nothing else is said; none when the officer has to fill it in.
    pub fn usual(&self) -> Option<&ParameterValue> {
        match &self.source {
            Source::Default(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the officer can set this value.
    ///
    /// # Errors
    /// When the value follows from law, or does not fit: says what would.
    pub fn take(&self, value: &ParameterValue) -> Result<(), Bilingual> {
        if self.locked {
            return misfit(
                "värdet följer av lag och kan inte ändras",
                "the value follows from law and cannot be changed",
            );
        }
        self.fits(value)
    }

    /// Whether a value is of the right kind, within the range and among the options.
    ///
    /// # Errors
    /// When it is not: says what would fit.
    pub fn fits(&self, value: &ParameterValue) -> Result<(), Bilingual> {
        let known = |code: &str| self.options.iter().any(|option| *option == code);
        match (self.kind, value) {
            (kind, ParameterValue::Number(Number(number))) if kind.is_number() => self.takes(*number),
            (ParameterKind::Flag, ParameterValue::Flag(_))
            | (ParameterKind::Text, ParameterValue::Text(_))
            | (ParameterKind::Table, ParameterValue::Table(_)) => Ok(()),
            (ParameterKind::Choice, ParameterValue::Text(code)) if known(code) => Ok(()),
            (ParameterKind::Multi, ParameterValue::List(codes)) if codes.iter().all(|c| known(c)) => Ok(()),
            (ParameterKind::Date, ParameterValue::Text(date)) => day::kept(date).map(drop),
            (ParameterKind::Date, _) => {
                misfit("skriv ett datum, till exempel 2027-04-01", "write a date, such as 2027-04-01")
            }
            (ParameterKind::Choice | ParameterKind::Multi, _) => {
                let all = self.listed();
                misfit(format!("välj bland {all}"), format!("choose among {all}"))
            }
            (ParameterKind::Flag, _) => misfit("skriv true eller false", "write true or false"),
            (ParameterKind::Text, _) => misfit("skriv en text", "write a text"),
            (ParameterKind::Table, _) => misfit("skriv en lista av rader", "write a list of rows"),
            _ => misfit("skriv ett tal", "write a number"),
        }
    }

    fn takes(&self, number: f64) -> Result<(), Bilingual> {
        if self.kind.is_whole() && number.fract() != 0.0 {
            return misfit("skriv ett helt tal", "write a whole number");
        }
        // Documents say whole kronor, and what they say is the value.
        if self.kind == ParameterKind::Money && number.fract() != 0.0 {
            return misfit("skriv hela kronor, utan ören", "write whole kronor, without öre");
        }
        within(number, self.range.unwrap_or([0.0, MOST]))
    }

    /// The codes to choose among, as they are written in a file; empty when there is nothing to choose among.
    pub fn listed(&self) -> String {
        self.options.iter().map(Code::as_str).collect::<Vec<_>>().join(", ")
    }
}

fn misfit(sv: impl Into<String>, en: impl Into<String>) -> Result<(), Bilingual> {
    Err(Bilingual::new(sv, en))
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    kind: ParameterKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<ParameterValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    computed: Option<Computed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from_fact: Option<FactName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<ParameterRef>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    options: Vec<Code>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    locked: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    needed_when: Option<Condition>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    default_when: Vec<OtherDefault>,
    #[serde(skip_serializing_if = "Option::is_none")]
    held_against: Option<HeldAgainst>,
}

impl From<Parameter> for Written {
    fn from(parameter: Parameter) -> Self {
        let Parameter { kind, range, source, options, locked, needed_when, default_when, held_against } =
            parameter;
        let empty = Self {
            kind,
            range,
            default: None,
            computed: None,
            from_fact: None,
            same_as: None,
            options,
            locked,
            needed_when,
            default_when,
            held_against,
        };
        match source {
            Source::Default(value) => Self { default: Some(value), ..empty },
            Source::Computed(computed) => Self { computed: Some(computed), ..empty },
            Source::Fact(fact) => Self { from_fact: Some(fact), ..empty },
            Source::SameAs(other) => Self { same_as: Some(other), ..empty },
            Source::FillIn => empty,
        }
    }
}

impl TryFrom<Written> for Parameter {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let Written { kind, range, default, computed, from_fact, same_as, options, locked, .. } = written;
        let Written { needed_when, default_when, held_against, .. } = written;
        let mut sources = [
            default.map(Source::Default),
            computed.map(Source::Computed),
            from_fact.map(Source::Fact),
            same_as.map(Source::SameAs),
        ]
        .into_iter()
        .flatten();
        let source = sources.next().unwrap_or(Source::FillIn);
        if sources.next().is_some() {
            return Err("en parameter får bara ha ett av default, computed, from_fact, same_as".to_owned());
        }
        if range.is_some_and(|[least, most]| least > most) {
            return Err("range ska ha det minsta talet först".to_owned());
        }
        if !default_when.is_empty() && !matches!(source, Source::Default(_) | Source::FillIn) {
            return Err("default_when går inte tillsammans med computed, from_fact eller same_as".to_owned());
        }
        Ok(Self { kind, range, source, options, locked, needed_when, default_when, held_against })
    }
}
