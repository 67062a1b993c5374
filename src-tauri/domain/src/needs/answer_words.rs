//! Answers in words, as they stand in the window and in the decision record.

use super::answer::{Answer, FieldValue};
use super::facts::REASON;
use crate::catalogue::id::{Code, FactName};
use crate::catalogue::question::{Demand, Question};
use crate::format;
use crate::requirements::words::Speaker;

impl Speaker<'_> {
    /// An answer in words on one line: see [`Self::answer_lines`].
    pub fn answer(self, question: &Question, answer: &Answer) -> String {
        self.answer_lines(question, answer).join("; ")
    }

    /// An answer in words, without why it was given; nothing when it is "vet inte" or "inte aktuellt". Where several things are
    /// answered, each has a line with its label.
    pub fn answer_lines(self, question: &Question, answer: &Answer) -> Vec<String> {
        let values = answer.values(question).into_iter().filter(|(name, _)| name.as_str() != REASON);
        let said: Vec<(&FactName, String)> =
            values.map(|(name, value)| (name, self.answer_value(question, name, value))).collect();
        match &said[..] {
            [(_, only)] => vec![only.clone()],
            all => all.iter().map(|(name, said)| self.labelled(question, name, said)).collect(),
        }
    }

    fn labelled(self, question: &Question, name: &FactName, said: &str) -> String {
        let label = question.text.of(self.language).fields.get(name).map_or("", String::as_str);
        let colon = if label.is_empty() || label.ends_with('?') { "" } else { ":" };
        format!("{label}{colon} {said}").trim_start().to_owned()
    }

    /// The label of an option: the question's own, else the common one.
    pub fn option(self, question: &Question, code: &Code) -> String {
        question.label(code, &self.catalogue.phrases, self.language)
    }

    /// Whether the law demands an answer here, in words.
    pub fn demanded(self, demand: &Demand) -> String {
        let key = match self.assessment.regime.regime() {
            None => "undecided",
            Some(_) if demand.when.holds(&self.assessment.facts) => "demanded",
            Some(_) => "not_demanded",
        };
        self.phrase(&format!("window.need.{key}"))
    }

    fn answer_value(self, question: &Question, name: &FactName, value: &FieldValue) -> String {
        let is_code = question.rules.fields.get(name).is_some_and(|field| !field.options.is_empty());
        match value {
            FieldValue::Number(number) => format::decimal(number.0, 2, self.language),
            FieldValue::Text(code) if is_code => self.option(question, &code.as_str().into()),
            FieldValue::Text(text) => text.clone(),
            FieldValue::Codes(codes) => {
                let labels: Vec<String> = codes.iter().map(|code| self.option(question, code)).collect();
                format::list(&labels, self.language)
            }
        }
    }
}

/// Why an answer was given, when it says so.
pub fn reason<'a>(answer: &'a Answer, question: &'a Question) -> Option<&'a str> {
    answer.values(question).into_iter().find_map(|(name, value)| match value {
        FieldValue::Text(text) if name.as_str() == REASON && !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    })
}

/// Whether it says what a reason is looked for with, and gives none.
pub fn lacks_reason(answer: &Answer, question: &Question) -> bool {
    let field = question.rules.fields.get(REASON);
    field.is_some_and(|field| answer.names_any(&field.wanted_with, question))
        && reason(answer, question).is_none()
}
