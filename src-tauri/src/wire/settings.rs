//! What the officer has set for the program, once: how the window looks, and what every new project begins with.

use std::sync::Arc;

use documents::logo::Logo;
use domain::catalogue::Catalogue;
use domain::catalogue::entry::Entry;
use domain::catalogue::id::{Code, EntryId, ParameterName};
use domain::catalogue::parameter::ParameterValue;
use domain::catalogue::question::Question;
use domain::edit::{Edit, FactEdit};
use domain::needs::answer::{Answer, FieldValue};
use domain::procurement::AuthorityKind;
use domain::requirements::words::Speaker;
use domain::standards::{self, Standards};
use domain::text::Language;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::OptionView;
use super::requirement::ParameterView;

/// The fact that says who proposes and supports candidates.
const MATCHING_LEAD: &str = "matching_lead";

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What the officer has set for the program; kept as it stands. A value that this version does not know counts as not
/// set, and a field that it does not know is kept as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// The language of the window.
    #[serde(deserialize_with = "known")]
    pub language: Language,
    /// Light, dark, or as the system.
    #[serde(deserialize_with = "known")]
    pub colours: Colours,
    /// How large everything in the window is.
    #[serde(deserialize_with = "known")]
    pub text_size: TextSize,
    /// The officer's name, which every change is kept with; may be empty.
    #[serde(deserialize_with = "known")]
    pub officer: String,
    /// The authority that the officer works for.
    #[serde(deserialize_with = "known")]
    pub authority: Authority,
    /// The folder that files are proposed to be saved in.
    #[serde(deserialize_with = "known")]
    pub export_folder: Option<String>,
    /// The second folder for backups; it holds nothing else.
    #[serde(deserialize_with = "known")]
    pub backup_folder: Option<String>,
    /// What a later version has set.
    #[serde(flatten)]
    #[ts(skip)]
    later: Map<String, Value>,
}

/// The authority that the officer works for. What is empty has not been set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Authority {
    /// Its name.
    #[serde(deserialize_with = "known")]
    pub name: String,
    /// Municipality, region, state or company.
    #[serde(deserialize_with = "known")]
    pub kind: AuthorityKind,
    /// The unit that orders.
    #[serde(deserialize_with = "known")]
    pub unit: String,
    /// How suppliers reach it.
    #[serde(deserialize_with = "known")]
    pub contact: String,
    /// Who looks after contracts.
    #[serde(deserialize_with = "known")]
    pub contract_manager: String,
    /// Who decides.
    #[serde(deserialize_with = "known")]
    pub decision_maker: String,
    /// Who proposes and supports candidates, as in the questionnaire.
    #[serde(deserialize_with = "known")]
    pub matching_lead: Option<Code>,
    /// The values that it wants in the common terms.
    #[serde(deserialize_with = "known")]
    #[ts(skip)]
    pub standards: Standards,
    /// Its logo, as a PNG file in base64; kept here, so that it is there whatever becomes of the file that it came from.
    #[serde(deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub logo: Option<Logo>,
    /// What a later version has set.
    #[serde(flatten)]
    #[ts(skip)]
    later: Map<String, Value>,
}

/// The colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Colours {
    /// As the system has it.
    #[default]
    System,
    /// Dark words on light.
    Light,
    /// Light words on dark.
    Dark,
}

/// How large everything in the window is, in per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum TextSize {
    #[default]
    #[serde(rename = "100")]
    Normal,
    #[serde(rename = "115")]
    Larger,
    #[serde(rename = "130")]
    Large,
    #[serde(rename = "150")]
    Largest,
}

/// One thing that the officer sets.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
#[serde(tag = "setting", content = "value", rename_all = "snake_case")]
pub enum Setting {
    Language(Language),
    Colours(Colours),
    TextSize(TextSize),
    Officer(String),
    AuthorityName(String),
    AuthorityKind(AuthorityKind),
    Unit(String),
    Contact(String),
    ContractManager(String),
    DecisionMaker(String),
    MatchingLead(Option<Code>),
    Standard(Standard),
    ExportFolder(Option<String>),
    BackupFolder(Option<String>),
}

/// A value in the common terms; absent goes back to the one that the catalogue proposes.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
pub struct Standard {
    /// The entry.
    pub entry: EntryId,
    /// Its parameter.
    pub parameter: ParameterName,
    /// The value.
    pub value: Option<ParameterValue>,
}

impl Setting {
    /// Sets it.
    pub fn set(self, settings: &mut Settings) {
        let authority = &mut settings.authority;
        match self {
            Self::Language(language) => settings.language = language,
            Self::Colours(colours) => settings.colours = colours,
            Self::TextSize(size) => settings.text_size = size,
            Self::Officer(name) => settings.officer = trimmed(&name),
            Self::AuthorityName(name) => authority.name = trimmed(&name),
            Self::AuthorityKind(kind) => authority.kind = kind,
            Self::Unit(unit) => authority.unit = trimmed(&unit),
            Self::Contact(contact) => authority.contact = trimmed(&contact),
            Self::ContractManager(name) => authority.contract_manager = trimmed(&name),
            Self::DecisionMaker(name) => authority.decision_maker = trimmed(&name),
            Self::MatchingLead(lead) => authority.matching_lead = lead,
            Self::Standard(standard) => standard.set(&mut authority.standards),
            Self::ExportFolder(folder) => settings.export_folder = folder,
            Self::BackupFolder(folder) => settings.backup_folder = folder,
        }
    }
}

impl Standard {
    fn set(self, standards: &mut Standards) {
        let values = standards.entry(self.entry.clone()).or_default();
        match self.value {
            Some(value) => values.insert(self.parameter, value),
            None => values.remove(&self.parameter),
        };
        standards.retain(|_, values| !values.is_empty());
    }
}

impl TextSize {
    /// In per cent.
    pub fn percent(self) -> u16 {
        match self {
            Self::Normal => 100,
            Self::Larger => 115,
            Self::Large => 130,
            Self::Largest => 150,
        }
    }
}

impl Settings {
    /// Settings as they were kept, and whether this version reads all that stands there. Editors in Windows put a mark of
    /// their own first.
    ///
    /// # Errors
    /// When they are no settings at all.
    pub fn read(text: &[u8]) -> serde_json::Result<(Self, bool)> {
        let kept: Value = serde_json::from_slice(text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text))?;
        let settings = Self::deserialize(&kept)?;
        let is_all = holds(&serde_json::to_value(&settings)?, &kept);
        Ok((settings, is_all))
    }

    /// Whether the frame of the window is the same with both.
    pub fn looks_like(&self, other: &Self) -> bool {
        (self.language, self.colours) == (other.language, other.colours)
    }

    /// What a new project begins with.
    pub fn first_edits(&self, catalogue: &Catalogue) -> Vec<Edit> {
        let Authority { name, kind, unit, contact, contract_manager, decision_maker, .. } =
            self.authority.clone();
        let facts = [
            FactEdit::AuthorityName(name),
            FactEdit::AuthorityKind(kind),
            FactEdit::Unit(unit),
            FactEdit::Officer(self.officer.clone()),
            FactEdit::Contact(contact),
            FactEdit::ContractManager(contract_manager),
            FactEdit::DecisionMaker(decision_maker),
        ];
        facts.into_iter().map(Edit::Fact).chain(self.matching_lead(catalogue)).collect()
    }

    /// The answer about the matching lead, when the catalogue in use still asks and takes it.
    fn matching_lead(&self, catalogue: &Catalogue) -> Option<Edit> {
        let lead = self.authority.matching_lead.as_ref()?;
        let (question, options) = matching_lead(catalogue)?;
        let answer = Some(Answer::Single(FieldValue::Text(lead.to_string())));
        options.contains(lead).then(|| Edit::Answer { question: question.id.clone(), answer })
    }
}

/// A common term with the values that the authority can have a standard for.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StandardsView {
    /// The entry.
    pub entry: EntryId,
    /// "Rapport om uppfyllande"
    pub title: String,
    /// The values, as a new project has them.
    pub parameters: Vec<ParameterView>,
}

impl StandardsView {
    /// The common terms of the catalogue in use, as a new project has them.
    pub fn all(catalogue: &Catalogue, speaker: Speaker<'_>) -> Vec<Self> {
        let view = |entry: &Arc<Entry>| {
            let is_settable =
                |name: &ParameterName| entry.rules.parameters.get(name).is_some_and(standards::is_settable);
            let mut parameters = ParameterView::all(entry, &speaker.requirement(entry));
            parameters.retain(|parameter| is_settable(&parameter.name));
            Self { entry: entry.id.clone(), title: entry.text.of(speaker.language).title.clone(), parameters }
        };
        standards::terms(catalogue).map(view).collect()
    }
}

/// Who can be the matching lead, as the questionnaire has it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatchingLeadView {
    /// The question.
    pub question: String,
    /// What to choose among.
    pub options: Vec<OptionView>,
}

impl MatchingLeadView {
    /// In the words of the catalogue in use; nothing when it does not ask.
    pub fn of(catalogue: &Catalogue, language: Language) -> Option<Self> {
        let (question, codes) = matching_lead(catalogue)?;
        let text = question.text.of(language);
        let option = |code: &Code| {
            let label = text.options.get(code).cloned()?;
            Some(OptionView { code: code.clone(), label, disabled: false })
        };
        Some(Self { question: text.question.clone(), options: codes.iter().filter_map(option).collect() })
    }
}

/// The question that asks about the matching lead, and the answers to choose among.
fn matching_lead(catalogue: &Catalogue) -> Option<(&Question, &[Code])> {
    let asks = |question: &&Question| {
        question.rules.fields.keys().next().is_some_and(|name| name.as_str() == MATCHING_LEAD)
    };
    let question = catalogue.questions.values().find(asks)?;
    let (_, field) = question.rules.fields.first()?;
    Some((question, &field.options))
}

/// Whether all that was kept is there; what is absent says the same as null.
fn holds(read: &Value, kept: &Value) -> bool {
    match (read, kept) {
        (Value::Object(read), Value::Object(kept)) => {
            kept.iter().all(|(name, value)| read.get(name).map_or(value.is_null(), |read| holds(read, value)))
        }
        _ => read == kept,
    }
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

/// A value that this version does not know counts as not set, and leaves the rest as it is.
fn known<'de, T: DeserializeOwned + Default, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(from)?).unwrap_or_default())
}
