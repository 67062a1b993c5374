//! A requirement: an entry that stands in a project, with the officer's values.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::catalogue::entry::{Duty, Entry, EntryText};
use crate::catalogue::id::{Code, EntryId, ParameterName};
use crate::catalogue::parameter::ParameterValue;
use crate::text::Bilingual;

/// The words that a project took over when the entry was chosen. A newer edition does not change them by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenWords {
    /// The name.
    pub title: String,
    /// The duties.
    pub duties: Vec<Duty>,
    /// When a shortfall is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relief: Vec<Duty>,
    /// Evidence in the tender.
    pub evidence_tender: String,
    /// Evidence during the contract.
    pub evidence_contract: String,
    /// The same, short.
    pub evidence_short: String,
    /// How it is checked.
    pub follow_up: String,
    /// Words about shortfalls.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sanction: String,
    /// Labels of parameters.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub parameters: IndexMap<ParameterName, String>,
    /// Labels of the options of choices.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub options: IndexMap<ParameterName, IndexMap<Code, String>>,
    /// Column heads of tables.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub columns: IndexMap<ParameterName, Vec<String>>,
}

impl From<&EntryText> for ChosenWords {
    fn from(text: &EntryText) -> Self {
        let text = text.clone();
        Self {
            title: text.title,
            duties: text.duties,
            relief: text.relief,
            evidence_tender: text.evidence_tender,
            evidence_contract: text.evidence_contract,
            evidence_short: text.evidence_short,
            follow_up: text.follow_up,
            sanction: text.sanction,
            parameters: text.parameters,
            options: text.options,
            columns: text.columns,
        }
    }
}

/// An entry in a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// The entry.
    pub entry: EntryId,
    /// The version of the entry whose words were taken.
    pub version: u32,
    /// Whether the officer chose it; a companion stands here unchosen and counts while something requires it.
    pub chosen: bool,
    /// What the officer set; all other values are worked out anew each time.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub values: IndexMap<ParameterName, ParameterValue>,
    /// The words.
    pub words: Bilingual<ChosenWords>,
}

impl Requirement {
    /// A requirement with the words that the entry has now; `None` while the entry has no words.
    pub fn of(entry: &Entry, chosen: bool) -> Option<Self> {
        let text = entry.text.as_ref()?;
        Some(Self {
            entry: entry.id.clone(),
            version: entry.rules.version,
            chosen,
            values: IndexMap::new(),
            words: Bilingual { sv: (&text.sv).into(), en: (&text.en).into() },
        })
    }
}
