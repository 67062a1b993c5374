//! The words of an entry: its duties, and what is said beside them.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::is_default;
use crate::catalogue::condition::Condition;
use crate::catalogue::id::{Code, ParameterName};

/// One duty, or a step of a check, with slots for parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "WrittenDuty")]
pub struct Duty {
    /// The sentence.
    pub text: String,
    /// When it stands; always when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenDuty {
    Plain(String),
    Conditional(ConditionalDuty),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionalDuty {
    text: String,
    when: Option<Condition>,
}

impl From<WrittenDuty> for Duty {
    fn from(written: WrittenDuty) -> Self {
        match written {
            WrittenDuty::Plain(text) => Self { text, when: None },
            WrittenDuty::Conditional(ConditionalDuty { text, when }) => Self { text, when },
        }
    }
}

/// What others do: shown as "Så här gör andra", never as advice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeNote {
    /// What they do.
    pub text: String,
    /// Publisher, title and date of what was read.
    pub source: String,
}

/// Both sides of what opinions differ about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arguments {
    /// What speaks for it.
    pub pro: String,
    /// What speaks against it.
    pub contra: String,
}

/// The words of an entry in one language: one table of `texts/<theme>.<language>.toml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryText {
    /// Its name.
    pub title: String,
    /// One sentence for card and list.
    pub summary: String,
    /// What the supplier must do, one duty each.
    pub duties: Vec<Duty>,
    /// Why, and the link to what is bought.
    pub motive: String,
    /// Proportionality, first step.
    pub suitable: String,
    /// Proportionality, second step.
    pub necessary: String,
    /// Proportionality, third step.
    pub balanced: String,
    /// Common mistakes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pitfalls: Vec<String>,
    /// How it is shown in the tender.
    pub evidence_tender: String,
    /// How it is shown during the contract.
    pub evidence_contract: String,
    /// The same for the overview table.
    pub evidence_short: String,
    /// How it is checked.
    pub follow_up: String,
    /// Words about shortfalls beside the common ones.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sanction: String,
    /// When it is to be chosen, after "passar om": of what is never recommended and that an answer asks for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub choose_when: String,
    /// When a shortfall is none; printed after the duties.
    #[serde(default, skip_serializing_if = "is_default")]
    pub relief: Vec<Duty>,
    /// What the buyer must do.
    #[serde(default, skip_serializing_if = "is_default")]
    pub buyer_duties: Vec<String>,
    /// How the buyer makes the check, a step each: printed as a sheet to fill in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub check_steps: Vec<Duty>,
    /// What suppliers are told about it in plain words, beside the requirement itself.
    #[serde(default, skip_serializing_if = "is_default")]
    pub guide: Vec<String>,
    /// What others do, each with where that was read.
    #[serde(default, skip_serializing_if = "is_default")]
    pub practice: Vec<PracticeNote>,
    /// What is said for it and against it, when opinions differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arguments: Option<Arguments>,
    /// The aim, for the notice.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notice_aim: String,
    /// The term, for the notice, where its name there is not the title.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notice_term: String,
    /// What is counted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unit: String,
    /// Why it was withdrawn.
    #[serde(default, skip_serializing_if = "is_default")]
    pub withdrawn: String,
    /// Labels of the parameters.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parameters: IndexMap<ParameterName, String>,
    /// Labels of the options of choices.
    #[serde(default, skip_serializing_if = "is_default")]
    pub options: IndexMap<ParameterName, IndexMap<Code, String>>,
    /// Column heads of tables.
    #[serde(default, skip_serializing_if = "is_default")]
    pub columns: IndexMap<ParameterName, Vec<String>>,
}
