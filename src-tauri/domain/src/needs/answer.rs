//! Answers: a value, "vet inte" with whom to ask, or "inte aktuellt" with a reason. Absent is unanswered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::catalogue::id::{Code, FactName};
use crate::catalogue::phrases::Phrases;
use crate::catalogue::question::{Field, FieldKind, Question};
use crate::day;
use crate::number::{Number, within};
use crate::refusal::Refusal;
use crate::text::Bilingual;

/// The value of one field of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum FieldValue {
    /// A number.
    Number(Number),
    /// A code, a text or a date.
    Text(String),
    /// Several codes.
    Codes(Vec<Code>),
}

/// What the officer answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(untagged))]
#[serde(from = "Written", into = "Written")]
pub enum Answer {
    /// Vet inte.
    Unknown {
        /// Whom to ask; may be empty.
        unknown: String,
    },
    /// Inte aktuellt.
    NotRelevant {
        /// Why.
        not_relevant: String,
    },
    /// A value for the first field.
    Single(FieldValue),
    /// A value for each of several fields.
    Fields(BTreeMap<FactName, FieldValue>),
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Unknown { unknown: String },
    NotRelevant { not_relevant: String },
    Single(FieldValue),
    Fields(BTreeMap<FactName, FieldValue>),
}

impl From<Written> for Answer {
    fn from(written: Written) -> Self {
        match written {
            Written::Unknown { unknown } => Self::Unknown { unknown },
            Written::NotRelevant { not_relevant } => Self::NotRelevant { not_relevant },
            Written::Single(FieldValue::Text(text)) if text == "unknown" => {
                Self::Unknown { unknown: String::new() }
            }
            Written::Single(value) => Self::Single(value),
            Written::Fields(fields) => Self::Fields(fields),
        }
    }
}

impl From<Answer> for Written {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Unknown { unknown } => Self::Unknown { unknown },
            Answer::NotRelevant { not_relevant } => Self::NotRelevant { not_relevant },
            Answer::Single(value) => Self::Single(value),
            Answer::Fields(fields) => Self::Fields(fields),
        }
    }
}

impl Answer {
    /// The values by field; none when it is "vet inte" or "inte aktuellt".
    pub fn values<'a>(&'a self, question: &'a Question) -> Vec<(&'a FactName, &'a FieldValue)> {
        match self {
            Self::Single(value) => question.rules.fields.keys().take(1).map(|name| (name, value)).collect(),
            Self::Fields(fields) => fields.iter().collect(),
            Self::Unknown { .. } | Self::NotRelevant { .. } => Vec::new(),
        }
    }

    /// What is ticked in it, without what is typed: two answers that are alike in this differ in their texts and numbers.
    pub fn ticked(&self) -> String {
        let codes = |value: &FieldValue| match value {
            FieldValue::Codes(codes) => codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            FieldValue::Text(_) | FieldValue::Number(_) => String::new(),
        };
        match self {
            Self::Unknown { .. } => "unknown".to_owned(),
            Self::NotRelevant { .. } => "not_relevant".to_owned(),
            Self::Single(value) => codes(value),
            Self::Fields(fields) => fields.values().map(codes).collect::<Vec<_>>().join(","),
        }
    }

    /// Whether it answers the question, and does not say that nobody knows or that it does not matter.
    pub fn is_value(&self) -> bool {
        !matches!(self, Self::Unknown { .. } | Self::NotRelevant { .. })
    }

    /// Whether nothing that the question needs is left out.
    pub fn is_whole(&self, question: &Question) -> bool {
        let values = self.values(question);
        let given = |name: &FactName| values.iter().any(|(n, value)| *n == name && !value.is_empty());
        match self {
            Self::Unknown { .. } => true,
            Self::NotRelevant { not_relevant } => !not_relevant.trim().is_empty(),
            _ => question.required_in(self).all(given),
        }
    }

    /// Whether it names any of these codes.
    pub fn names_any(&self, codes: &[Code], question: &Question) -> bool {
        self.values(question).into_iter().any(|(_, value)| match value {
            FieldValue::Text(code) => codes.iter().any(|other| *other == code.as_str()),
            FieldValue::Codes(named) => named.iter().any(|code| codes.contains(code)),
            FieldValue::Number(_) => false,
        })
    }

    /// Checks the answer against its question. The phrases have the labels of options that questions have in common.
    ///
    /// # Errors
    /// When a field is unknown, a code is not among the options, a number is out of range, or codes exclude each other.
    pub fn check(&self, question: &Question, phrases: &Phrases) -> Result<(), Refusal> {
        for (name, value) in self.values(question) {
            let known = question.rules.fields.get(name);
            let field = known.ok_or_else(|| misfit(question, &no_field(name, question), None))?;
            let asked = Asked { field, question, phrases };
            asked.check(value).map_err(|what| misfit(question, &what, Some(field)))?;
        }
        Ok(())
    }
}

fn no_field(name: &FactName, question: &Question) -> Bilingual {
    let fields = question.rules.fields.keys().map(FactName::as_str).collect::<Vec<_>>().join(", ");
    Bilingual::new(
        format!("det finns inget fält ”{name}”, bara {fields}"),
        format!("there is no field “{name}”, only {fields}"),
    )
}

fn misfit(question: &Question, what: &Bilingual, field: Option<&Field>) -> Refusal {
    let (id, text) = (&question.id, &question.text);
    let refusal = Refusal::bad_input(
        format!("Svaret på ”{}” passar inte: {}.", text.sv.question, what.sv),
        format!("The answer to “{}” does not fit: {}.", text.en.question, what.en),
    );
    let codes =
        field.into_iter().flat_map(|field| &field.options).map(Code::as_str).collect::<Vec<_>>().join(", ");
    match &*codes {
        "" => refusal.codes(format!("Frågan är {id}."), format!("The question is {id}.")),
        codes => refusal.codes(
            format!("Frågan är {id} och svaren {codes}."),
            format!("The question is {id}, and the answers are {codes}."),
        ),
    }
}

impl FieldValue {
    fn is_empty(&self) -> bool {
        match self {
            Self::Number(_) => false,
            Self::Text(text) => text.trim().is_empty(),
            Self::Codes(codes) => codes.is_empty(),
        }
    }
}

/// A field with the words that its options have.
struct Asked<'a> {
    field: &'a Field,
    question: &'a Question,
    phrases: &'a Phrases,
}

impl Asked<'_> {
    fn check(&self, value: &FieldValue) -> Result<(), Bilingual> {
        let field = self.field;
        match (field.kind, value) {
            (FieldKind::Number | FieldKind::NumberOr, FieldValue::Number(Number(number))) => {
                within(*number, field.range.unwrap_or([0.0, 1e9]))
            }
            (FieldKind::Choice | FieldKind::NumberOr, FieldValue::Text(code)) => self.option(code),
            (FieldKind::Multi, FieldValue::Codes(codes)) => self.several(codes),
            (FieldKind::Text, FieldValue::Text(_)) => Ok(()),
            (FieldKind::Date, FieldValue::Text(date)) => is_date(date),
            _ => Err(self.wanted()),
        }
    }

    /// What sort of value a field takes.
    fn wanted(&self) -> Bilingual {
        let Bilingual { sv, en } = self.listed();
        match self.field.kind {
            FieldKind::Number => Bilingual::new("skriv ett tal", "write a number"),
            FieldKind::NumberOr => {
                Bilingual::new(format!("skriv ett tal eller {sv}"), format!("write a number or {en}"))
            }
            FieldKind::Choice => {
                Bilingual::new(format!("välj ett av svaren {sv}"), format!("choose one of the answers {en}"))
            }
            FieldKind::Multi => {
                Bilingual::new(format!("välj bland svaren {sv}"), format!("choose among the answers {en}"))
            }
            FieldKind::Text => Bilingual::new("skriv en text", "write a text"),
            FieldKind::Date => {
                Bilingual::new("skriv ett datum, till exempel 2027-04-01", "write a date, such as 2027-04-01")
            }
        }
    }

    fn listed(&self) -> Bilingual {
        Bilingual::each(|language| {
            let label = |code| self.question.label(code, self.phrases, language);
            self.field.options.iter().map(label).collect::<Vec<_>>().join(", ")
        })
    }

    fn option(&self, code: &str) -> Result<(), Bilingual> {
        if self.field.options.iter().any(|option| *option == code) {
            return Ok(());
        }
        let Bilingual { sv, en } = self.listed();
        Err(Bilingual::new(
            format!("”{code}” finns inte bland svaren {sv}"),
            format!("“{code}” is not among the answers {en}"),
        ))
    }

    fn several(&self, codes: &[Code]) -> Result<(), Bilingual> {
        codes.iter().try_for_each(|code| self.option(code.as_str()))?;
        if self.question.rules.none_of.as_ref().is_some_and(|none| codes.contains(none) && codes.len() > 1) {
            return Err(Bilingual::new(
                "”inga” går inte ihop med andra svar",
                "“none” does not go together with other answers",
            ));
        }
        match self.field.max {
            Some(max) if codes.len() > max => {
                Err(Bilingual::new(format!("högst {max} får väljas"), format!("at most {max} can be chosen")))
            }
            _ => Ok(()),
        }
    }
}

fn is_date(text: &str) -> Result<(), Bilingual> {
    if text.is_empty() { Ok(()) } else { day::kept(text).map(drop) }
}
