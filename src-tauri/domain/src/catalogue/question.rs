//! A question of the needs analysis, and of the readiness of the house.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::id::{Code, FactName, QuestionId};
use super::parameter::HeldAgainst;
use super::phrases::Phrases;
use crate::needs::answer::{Answer, FieldValue};
use crate::needs::facts::Facts;
use crate::text::{Bilingual, Language};

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum QuestionGroup {
    /// Task 2: is the house ready.
    Readiness,
    /// Det som köps.
    Object,
    /// Sysselsättning.
    Employment,
    /// Arbetsvillkor.
    LabourTerms,
    /// Tillgänglighet.
    Accessibility,
    /// Varor och leveranskedjor.
    Goods,
    /// Människor som berörs.
    People,
    /// Reservation.
    Reservation,
    /// Orka följa upp.
    FollowUp,
}

/// What kind of value a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One of the options.
    Choice,
    /// Several of the options.
    Multi,
    /// A number.
    Number,
    /// A number, or one of the options.
    NumberOr,
    /// Free text.
    Text,
    /// A date.
    Date,
}

/// Where a proposed answer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prefill {
    /// The labour share of the CPV profile.
    LabourShare,
    /// The labour risk of the CPV profile.
    LabourRisk,
    /// The goods risk of the CPV profile.
    GoodsRisk,
    /// Always the same.
    Constant,
}

/// One part of an answer; its name is the fact that it gives.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// What kind of value.
    pub kind: FieldKind,
    /// The codes to choose among.
    #[serde(default)]
    pub options: Vec<Code>,
    /// How many may be chosen.
    pub max: Option<usize>,
    /// The least and the largest number.
    pub range: Option<[f64; 2]>,
    /// Whether the answer is whole without it; by default the first field only.
    pub required: Option<bool>,
    /// Codes in the same answer with which it is required all the same: a yes that counts only with its reason.
    #[serde(default)]
    pub required_with: Vec<Code>,
    /// Codes in the same answer with which it is looked for, though the answer is whole without it: a no and its reason.
    #[serde(default)]
    pub wanted_with: Vec<Code>,
    /// When it is asked; always when absent. What has been answered is shown all the same.
    pub asked_when: Option<Condition>,
    /// What a date has to go together with.
    pub held_against: Option<HeldAgainst>,
    /// The number that an option stands for.
    #[serde(default)]
    pub numbers: IndexMap<Code, f64>,
    /// The fact that takes that number.
    pub number_fact: Option<FactName>,
    /// When an option can be chosen; always when absent.
    #[serde(default)]
    pub option_when: IndexMap<Code, Condition>,
    /// Options that are kept for the decision record and change nothing else: no question, requirement, word or finding.
    #[serde(default)]
    pub records_only: Vec<Code>,
    /// Options by which somebody is yet to find out: what rests on the answer waits, as when nobody knows.
    #[serde(default)]
    pub not_known_yet: Vec<Code>,
    /// Where a proposed answer comes from.
    pub prefill: Option<Prefill>,
    /// The proposed answer, when it is always the same.
    pub prefill_value: Option<Code>,
    /// When it is proposed; always when absent.
    pub prefill_when: Option<Condition>,
}

/// When the law demands an answer with its grounds, and where.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// When it does.
    pub when: Condition,
    /// The named legal basis.
    pub legal_basis: String,
}

/// The rules of a question: one table of `questions.toml`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionRules {
    /// Where it stands.
    pub group: QuestionGroup,
    /// When it matters; always when absent.
    pub visible_when: Option<Condition>,
    /// When it is asked, where it matters; an answer that has been given is shown all the same.
    pub asked_when: Option<Condition>,
    /// When it is said how to answer; always when absent.
    pub help_when: Option<Condition>,
    /// When the law demands that it is answered.
    pub demanded: Option<Demand>,
    /// The code that excludes the others.
    pub none_of: Option<Code>,
    /// Its fields, in order.
    pub fields: IndexMap<FactName, Field>,
}

/// The words of a question in one language.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionText {
    /// The question.
    pub question: String,
    /// Why it is asked.
    pub why: String,
    /// How to answer.
    #[serde(default)]
    pub help: String,
    /// What a number counts.
    #[serde(default)]
    pub unit: String,
    /// Whom to ask.
    #[serde(default)]
    pub ask: String,
    /// Advice on a no (readiness).
    #[serde(default)]
    pub advice_no: String,
    /// Labels of the options.
    #[serde(default)]
    pub options: IndexMap<Code, String>,
    /// Labels of the fields.
    #[serde(default)]
    pub fields: IndexMap<FactName, String>,
}

/// A question with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// Its rules.
    pub rules: QuestionRules,
    /// Its words.
    pub text: Bilingual<QuestionText>,
}

impl Question {
    /// The label of an option: the question's own, else the common one. One that others have written, and that is no option
    /// here, is said as they wrote it.
    pub fn label(&self, code: &Code, phrases: &Phrases, language: Language) -> String {
        if let Some(own) = self.text.of(language).options.get(code) {
            return own.clone();
        }
        let is_option = self.rules.fields.values().any(|field| field.options.contains(code));
        if is_option {
            phrases.word(&format!("general.options.{code}"), language).to_owned()
        } else {
            code.to_string()
        }
    }

    /// The fields without which the answer is not whole.
    pub fn required_fields(&self) -> impl Iterator<Item = &FactName> {
        let fields = self.rules.fields.iter().enumerate();
        fields.filter(|(i, (_, field))| field.required.unwrap_or(*i == 0)).map(|(_, (name, _))| name)
    }

    /// The fields without which this answer is not whole.
    pub fn required_in(&self, answer: &Answer) -> impl Iterator<Item = &FactName> {
        let fields = self.rules.fields.iter();
        let with = fields.filter(|(_, field)| answer.names_any(&field.required_with, self));
        self.required_fields().chain(with.map(|(name, _)| name))
    }

    /// The fields that are asked for, and those that are answered.
    pub fn asked_fields<'q>(
        &'q self,
        answer: Option<&'q Answer>,
        facts: &'q Facts,
    ) -> impl Iterator<Item = (&'q FactName, &'q Field)> {
        let given = answer.map(|answer| answer.values(self)).unwrap_or_default();
        let is_given = move |name: &FactName| given.iter().any(|(other, _)| *other == name);
        let is_asked = |field: &Field| field.asked_when.as_ref().is_none_or(|when| when.holds(facts));
        self.rules.fields.iter().filter(move |(name, field)| is_asked(field) || is_given(name))
    }

    /// How to answer, where that needs saying.
    pub fn help(&self, facts: &Facts, language: Language) -> &str {
        let is_said = self.rules.help_when.as_ref().is_none_or(|when| when.holds(facts));
        if is_said { &self.text.of(language).help } else { "" }
    }

    /// The answered day until which something holds that the contract needs from its start, when that is later.
    pub fn ends_before(&self, answer: &Answer, start: Date) -> Option<Date> {
        let held = |name: &FactName| self.rules.fields.get(name)?.held_against;
        let mut values = answer.values(self).into_iter();
        values.find_map(|(name, value)| match (held(name)?, value) {
            (HeldAgainst::Contract, FieldValue::Text(day)) => day.parse().ok().filter(|day| *day < start),
            _ => None,
        })
    }

    /// Whether an answer names an option, and only such as are kept for the record and change nothing else.
    pub fn only_records(&self, answer: &Answer) -> bool {
        let recorded = |(name, value): (&FactName, &FieldValue)| {
            let only = self.rules.fields.get(name).map_or(&[][..], |field| &field.records_only);
            match value {
                FieldValue::Text(code) => only.iter().any(|option| *option == code.as_str()),
                FieldValue::Codes(codes) => !codes.is_empty() && codes.iter().all(|code| only.contains(code)),
                FieldValue::Number(_) => false,
            }
        };
        let values = answer.values(self);
        !values.is_empty() && values.into_iter().all(recorded)
    }
}
