//! A wording read with its values: pieces of text, and pieces that are values.
//!
//! Slots are written `{visits}` or `{visits|ett studiebesök|studiebesök}`: the first gives the value alone, the second
//! the singular phrase for one and otherwise the number with the plural word. `{share|All natursten|Minst # av naturstenen}`
//! gives the first phrase for 100 per cent, and otherwise the second with the value where `#` stands.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::values::{Filled, Origin, Values, holds};
use crate::catalogue::condition::Condition;
use crate::catalogue::entry::Duty;
use crate::catalogue::entry::EntryText;
use crate::catalogue::id::ParameterName;
use crate::catalogue::parameter::{Parameter, ParameterKind, ParameterValue};
use crate::format;
use crate::needs::facts::Facts;
use crate::text::{Bilingual, Language};

/// Where a share stands in the phrase for less than the whole.
const SHARE: char = '#';
/// The whole, in per cent.
const WHOLE: f64 = 100.0;

/// A piece of a wording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Piece {
    /// Text as it stands.
    Text {
        /// The text.
        text: String,
    },
    /// The value of a parameter.
    Value {
        /// The parameter.
        parameter: ParameterName,
        /// As it reads in the sentence.
        text: String,
        /// Where it comes from.
        origin: Origin,
    },
}

impl Piece {
    /// The piece as it reads.
    pub fn text(&self) -> &str {
        match self {
            Self::Text { text } | Self::Value { text, .. } => text,
        }
    }
}

/// The pieces read as one text.
pub fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::text).collect()
}

/// A slot in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot<'t> {
    /// The parameter.
    pub name: &'t str,
    /// Phrase for one, and word for more; or phrase for the whole, and phrase for a share of it.
    pub forms: Option<(&'t str, &'t str)>,
}

impl<'t> Slot<'t> {
    /// Reads what stands between the braces.
    pub(crate) fn read(inside: &'t str) -> Self {
        match inside.split_once('|') {
            None => Self { name: inside, forms: None },
            Some((name, forms)) => Self { name, forms: Some(forms.split_once('|').unwrap_or((forms, ""))) },
        }
    }
}

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'t> {
    /// Text.
    Text(&'t str),
    /// A slot.
    Slot(Slot<'t>),
}

/// As it is written in a template.
impl fmt::Display for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Slot(Slot { name, forms: None }) => write!(f, "{{{name}}}"),
            Self::Slot(Slot { name, forms: Some((one, many)) }) => write!(f, "{{{name}|{one}|{many}}}"),
        }
    }
}

/// Splits a template into text and slots. A brace that is never closed is text.
pub fn parts(template: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((inside, behind)) = after.split_once('}') else { break };
        if !before.is_empty() {
            parts.push(Part::Text(before));
        }
        parts.push(Part::Slot(Slot::read(inside)));
        rest = behind;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest));
    }
    parts
}

/// Reads the wordings of one requirement in one language.
pub struct Reader<'a> {
    /// The words.
    pub words: &'a EntryText,
    /// The kinds of the parameters.
    pub parameters: &'a indexmap::IndexMap<ParameterName, Parameter>,
    /// The values.
    pub values: &'a Values,
    /// The facts, for duties that stand on a condition.
    pub facts: &'a Facts,
    /// The language.
    pub language: Language,
    /// What stands where a value has to be filled in, such as "fyll i".
    pub fill_in: &'a Bilingual,
}

impl Reader<'_> {
    /// The duties that stand, reliefs last, each as pieces.
    pub fn duties(&self) -> Vec<Vec<Piece>> {
        self.templates().into_iter().map(|template| self.read(template)).collect()
    }

    /// The duties that stand, reliefs last, as they are written.
    pub fn templates(&self) -> Vec<&str> {
        self.standing(self.words.duties.iter().chain(&self.words.relief)).collect()
    }

    /// The steps of the check that stand, as they are written.
    pub fn check_steps(&self) -> impl Iterator<Item = &str> {
        self.standing(&self.words.check_steps)
    }

    fn standing<'t>(&self, all: impl IntoIterator<Item = &'t Duty>) -> impl Iterator<Item = &'t str> {
        all.into_iter().filter(|duty| self.stands(duty)).map(|duty| &*duty.text)
    }

    fn stands(&self, duty: &Duty) -> bool {
        duty.when.as_ref().is_none_or(|when| self.holds(when))
    }

    /// Whether a condition holds for this requirement and its values.
    pub fn holds(&self, when: &Condition) -> bool {
        holds(when, self.values, self.facts)
    }

    /// Any other text of the requirement, with its slots filled.
    pub fn read(&self, template: &str) -> Vec<Piece> {
        parts(template).into_iter().map(|part| self.piece(part)).collect()
    }

    fn piece(&self, part: Part<'_>) -> Piece {
        match part {
            Part::Text(text) => Piece::Text { text: text.to_owned() },
            Part::Slot(slot) => match self.values.get_key_value(slot.name) {
                Some((name, filled)) => Piece::Value {
                    parameter: name.clone(),
                    text: self.filled(slot, filled),
                    origin: filled.origin,
                },
                None => Piece::Text { text: format!("{{{}}}", slot.name) },
            },
        }
    }

    fn filled(&self, slot: Slot<'_>, filled: &Filled) -> String {
        let number = filled.value.as_ref().and_then(ParameterValue::as_number);
        let shown = |value| self.shown(slot.name, value);
        let reads = || filled.value.as_ref().map_or_else(|| self.gap(slot.name), shown);
        match (slot.forms, number) {
            (Some((whole, share)), Some(WHOLE)) if share.contains(SHARE) => whole.to_owned(),
            (Some((_, share)), _) if share.contains(SHARE) => share.replace(SHARE, &reads()),
            (Some((one, _)), Some(1.0)) => one.to_owned(),
            (Some((_, many)), Some(_)) => format!("{}{}{many}", reads(), format::NBSP),
            _ => reads(),
        }
    }

    /// "[fyll i: lägsta andel]"
    fn gap(&self, name: &str) -> String {
        let label = self.words.parameters.get(name).map_or(name, String::as_str);
        format!("[{}: {}]", self.fill_in.of(self.language), format::lower_first(label))
    }

    /// The value as it reads, without a unit word of its own save for money and per cent.
    fn shown(&self, name: &str, value: &ParameterValue) -> String {
        let kind = self.parameters.get(name).map(|parameter| parameter.kind);
        let label = |code: &String| self.option(name, code);
        match (kind, value) {
            (Some(ParameterKind::Money), ParameterValue::Number(number)) => {
                format::money(number.0, self.language)
            }
            (Some(ParameterKind::Percent), ParameterValue::Number(number)) => self.percent(number.0),
            (Some(ParameterKind::Count), ParameterValue::Number(number)) => {
                format::count(number.0, self.language)
            }
            (_, ParameterValue::Number(number)) => format::decimal(number.0, 1, self.language),
            (Some(ParameterKind::Choice), ParameterValue::Text(code)) => label(code),
            (_, ParameterValue::Text(text)) => text.clone(),
            (_, ParameterValue::List(codes)) => {
                format::list(&codes.iter().map(label).collect::<Vec<_>>(), self.language)
            }
            (_, ParameterValue::Flag(_) | ParameterValue::Table(_)) => String::new(),
        }
    }

    fn option(&self, name: &str, code: &str) -> String {
        let labels = self.words.options.get(name);
        labels.and_then(|labels| labels.get(code)).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// In running text per cent is a word.
    fn percent(&self, percent: f64) -> String {
        let word = match self.language {
            Language::Sv => "procent",
            Language::En => "per cent",
        };
        format!("{}{}{word}", format::decimal(percent, 1, self.language), format::NBSP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_split_into_text_and_slots() {
        let slot = Slot { name: "n", forms: Some(("ett besök", "besök")) };
        assert_eq!(
            parts("Ta emot {n|ett besök|besök} per år."),
            [Part::Text("Ta emot "), Part::Slot(slot), Part::Text(" per år."),]
        );
        assert_eq!(
            parts("{a}{b}"),
            [Part::Slot(Slot { name: "a", forms: None }), Part::Slot(Slot { name: "b", forms: None }),]
        );
        assert_eq!(parts("ett {öppet"), [Part::Text("ett {öppet")]);
        assert_eq!(parts(""), []);
    }
}
