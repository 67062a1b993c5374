//! Edits: what the officer did. The only door through which a project changes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::catalogue::date::read_or_none;
use crate::catalogue::id::{EntryId, ParameterName, QuestionId};
use crate::catalogue::parameter::ParameterValue;
use crate::catalogue::theme::{Level, Placement, Theme};
use crate::editions;
use crate::fixed::{FixedDocument, Version};
use crate::format;
use crate::needs::answer::Answer;
use crate::procurement::amount::{Months, Sek, number_or_none};
use crate::procurement::cpv::CpvCode;
use crate::procurement::regime::RegimeOverride;
use crate::procurement::{Act, AuthorityKind, CallOff, ContractNature, Subcontracting};
use crate::project::Project;
use crate::requirements::custom::CustomRequirement;
use crate::requirements::decision::Decision;
use crate::requirements::neighbour;
use crate::review::finding::FindingKey;
use crate::text::{Bilingual, Language};

/// One committed change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "edit", rename_all = "snake_case", deny_unknown_fields)]
pub enum Edit {
    /// A fact of the procurement.
    Fact(FactEdit),
    /// An answer; absent takes the answer away.
    Answer {
        /// The question.
        question: QuestionId,
        /// The answer.
        answer: Option<Answer>,
    },
    /// The officer's own regime; absent goes back to the computed one.
    OverruleRegime {
        /// The choice.
        choice: Option<RegimeOverride>,
    },
    /// Chooses an entry; what it requires comes along.
    Choose {
        /// The entry.
        entry: EntryId,
    },
    /// Chooses several entries in one step, such as all that are recommended.
    ChooseSeveral {
        /// The entries.
        entries: Vec<EntryId>,
    },
    /// Takes a requirement away.
    Remove {
        /// The entry.
        entry: EntryId,
    },
    /// Takes the same idea at another level: the neighbour on the ladder, with the values that it takes.
    ChangeLevel {
        /// The entry that is chosen.
        entry: EntryId,
        /// The level of the other.
        level: Level,
    },
    /// Takes the same idea in another place of the procurement, where the ladder leads to one.
    ChangePlacement {
        /// The entry that is chosen.
        entry: EntryId,
        /// The kriterietyp of the other.
        placement: Placement,
    },
    /// Sets a parameter; absent goes back to the proposed value.
    SetParameter {
        /// The entry.
        entry: EntryId,
        /// The parameter.
        parameter: ParameterName,
        /// The value.
        value: Option<ParameterValue>,
    },
    /// Writes the duties of a requirement in the officer's own words; absent goes back to those of the catalogue.
    Reword {
        /// The entry.
        entry: EntryId,
        /// The duties, with slots for values as in the catalogue: `{visits}`.
        duties: Option<Vec<String>>,
    },
    /// Writes an own requirement, new or anew; absent takes it away for good.
    WriteOwn {
        /// Its id, which begins with `own-`.
        entry: EntryId,
        /// What the officer has written.
        requirement: Option<CustomRequirement>,
    },
    /// Takes over what stands in the place of a requirement in the catalogue now.
    AcceptEdition {
        /// The entry.
        entry: EntryId,
    },
    /// Keeps a requirement as it was taken over, until its entry changes again.
    KeepEdition {
        /// The entry.
        entry: EntryId,
    },
    /// Decides a theme; absent opens it again.
    Decide {
        /// The theme.
        theme: Theme,
        /// The decision.
        decision: Option<Decision>,
    },
    /// Decides several themes alike in one step, for the same reason.
    DecideSeveral {
        /// The themes.
        themes: Vec<Theme>,
        /// The decision.
        decision: Decision,
    },
    /// Sets a Stop aside with a reason.
    Override {
        /// Which Stop. Who sets it aside and when is signed by whoever applies the edit.
        finding: FindingKey,
        /// Why, at least thirty characters.
        reason: String,
    },
    /// Takes that back.
    Reinstate {
        /// Which Stop.
        finding: FindingKey,
    },
    /// Takes in what was changed in a sheet: all of it, as one change.
    Sheet {
        /// The changes, in the order of the sheet.
        #[cfg_attr(feature = "typescript", ts(type = "Array<Edit>"))]
        edits: Vec<Edit>,
    },
    /// Fixes the project as a version, for good.
    Fix {
        /// Which version.
        version: Version,
        /// The documents that were made of it.
        #[serde(default)]
        documents: Vec<FixedDocument>,
    },
}

/// A fact with its new value; absent empties it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "field", content = "value", rename_all = "snake_case", deny_unknown_fields)]
#[expect(missing_docs, reason = "each is the field of Procurement with the same name, documented there")]
pub enum FactEdit {
    Title(String),
    Reference(String),
    AuthorityName(String),
    AuthorityKind(AuthorityKind),
    Unit(String),
    Officer(String),
    Contact(String),
    ContractManager(String),
    DecisionMaker(String),
    Aim(String),
    Act(Act),
    Nature(Option<ContractNature>),
    Cpv(Vec<CpvCode>),
    #[serde(rename = "annex_2_service")]
    Annex2Service(Option<bool>),
    ValueSek(#[serde(deserialize_with = "number_or_none")] Option<Sek>),
    OptionValueSek(#[serde(deserialize_with = "number_or_none")] Option<Sek>),
    Months(#[serde(deserialize_with = "number_or_none")] Option<Months>),
    OptionMonths(#[serde(deserialize_with = "number_or_none")] Option<Months>),
    Framework(Option<bool>),
    GuaranteedVolume(Option<bool>),
    CallOff(Option<CallOff>),
    SupplierCount(#[serde(deserialize_with = "number_or_none")] Option<u32>),
    Lots(Vec<String>),
    Subcontracting(Option<Subcontracting>),
    AdvertisedAnyway(bool),
    Design(bool),
    NoticeDate(
        #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
        #[serde(deserialize_with = "read_or_none")]
        Option<Date>,
    ),
    TenderDeadline(
        #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
        #[serde(deserialize_with = "read_or_none")]
        Option<Date>,
    ),
    Start(
        #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
        #[serde(deserialize_with = "read_or_none")]
        Option<Date>,
    ),
}

/// Characters of a value that a line about an edit has room for.
const LONGEST_SAID: usize = 200;

impl FactEdit {
    /// The name of the field.
    pub fn field(&self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|value| value.get("field").and_then(|field| field.as_str().map(str::to_owned)))
            .unwrap_or_default()
    }

    /// The new value as it reads, when it is short enough to say.
    fn shown(&self, language: Language) -> Option<String> {
        match self {
            Self::Title(text) | Self::Reference(text) | Self::AuthorityName(text) => {
                Some(text.clone()).filter(|text| text.chars().count() <= LONGEST_SAID)
            }
            Self::ValueSek(value) | Self::OptionValueSek(value) => {
                value.map(|v| format::money(v.as_f64(), language))
            }
            Self::Months(months) | Self::OptionMonths(months) => months.map(|m| m.count().to_string()),
            Self::Cpv(codes) => Some(codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
            Self::NoticeDate(date) | Self::TenderDeadline(date) | Self::Start(date) => {
                date.map(|d| d.to_string())
            }
            Self::SupplierCount(count) => count.map(|c| c.to_string()),
            _ => None,
        }
    }
}

impl Edit {
    /// What the officer did to a project, in words: "Värde: 20 000 000 kr".
    pub fn words(&self, before: &Project, catalogue: &Catalogue) -> Bilingual {
        let here = catalogue.as_in(before);
        let lost = match self {
            Self::AcceptEdition { entry } => editions::outcome_words(before, entry, catalogue),
            Self::ChangeLevel { entry, level } => {
                neighbour::words(before, entry, |other| other.rules.level == *level, catalogue)
            }
            Self::ChangePlacement { entry, placement } => {
                neighbour::words(before, entry, |other| other.rules.placement == *placement, catalogue)
            }
            _ => Bilingual::default(),
        };
        Bilingual::each(|language| self.words_in(&here, language) + lost.of(language))
    }

    /// Whether a sheet can hold it: the wordings, values and decisions that are changed there.
    pub fn stands_in_a_sheet(&self) -> bool {
        matches!(
            self,
            Self::SetParameter { .. } | Self::Reword { .. } | Self::WriteOwn { .. } | Self::Decide { .. }
        )
    }

    /// The field that this is typing in, when it is. What is typed there for a while is one step of undo; to tick, choose or
    /// take away is a step each time.
    pub fn typed_in(&self) -> Option<String> {
        match self {
            _ if self.ticks() => None,
            Self::Fact(fact) => Some(fact.field()),
            Self::Answer { question, answer } => {
                Some(format!("{question} {}", answer.as_ref().map(Answer::ticked).unwrap_or_default()))
            }
            Self::SetParameter { entry, parameter, .. } => Some(format!("{entry} {parameter}")),
            Self::Decide { theme, decision } => {
                Some(format!("{} {:?}", theme.code(), decision.as_ref().map(|decision| decision.outcome)))
            }
            _ => None,
        }
    }

    /// Whether it ticks, or changes a list that one adds to and takes from.
    fn ticks(&self) -> bool {
        matches!(
            self,
            Self::Fact(FactEdit::Cpv(_) | FactEdit::Design(_) | FactEdit::AdvertisedAnyway(_))
                | Self::SetParameter { value: Some(ParameterValue::Flag(_) | ParameterValue::List(_)), .. }
        )
    }

    fn words_in(&self, catalogue: &Catalogue, language: Language) -> String {
        let word = |key: &str| catalogue.phrases.word(&format!("program.edit.{key}"), language).to_owned();
        let title = |entry: &EntryId| title_of(entry, catalogue, language);
        let name = |theme: &Theme| {
            catalogue.phrases.word(&format!("general.themes.{}", theme.code()), language).to_owned()
        };
        let place = |finding: &FindingKey| finding.place.name(catalogue).of(language).clone();
        match self {
            Self::Fact(fact) => {
                let name =
                    catalogue.phrases.word(&format!("program.fields.{}", fact.field()), language).to_owned();
                fact.shown(language).map_or_else(|| name.clone(), |value| format!("{name}: {value}"))
            }
            Self::Answer { question, .. } => {
                let text = catalogue.questions.get(question).map(|q| q.text.of(language).question.clone());
                format!("{}: {}", word("answer"), text.unwrap_or_else(|| question.to_string()))
            }
            Self::OverruleRegime { .. } => word("regime"),
            Self::Choose { entry } => format!("{}: {}", word("choose"), title(entry)),
            Self::ChooseSeveral { entries } => {
                let titles: Vec<String> = entries.iter().map(title).collect();
                format!("{}: {}", word("choose_several"), listed(&titles, language))
            }
            Self::Remove { entry } => format!("{}: {}", word("remove"), title(entry)),
            Self::ChangeLevel { entry, .. } => format!("{}: {}", word("change_level"), title(entry)),
            Self::ChangePlacement { entry, .. } => format!("{}: {}", word("change_placement"), title(entry)),
            Self::SetParameter { entry, parameter, .. } => {
                format!("{}, {}", title(entry), label_of(entry, parameter, catalogue, language))
            }
            Self::Reword { entry, duties } => {
                let key = if duties.is_some() { "reword" } else { "reword_back" };
                format!("{}: {}", word(key), title(entry))
            }
            Self::WriteOwn { requirement: Some(written), .. } => {
                format!("{}: {}", word("write_own"), written.title.trim())
            }
            Self::WriteOwn { entry, requirement: None } => {
                format!("{}: {}", word("discard_own"), title(entry))
            }
            Self::AcceptEdition { entry } => format!("{}: {}", word("accept_edition"), title(entry)),
            Self::KeepEdition { entry } => format!("{}: {}", word("keep_edition"), title(entry)),
            Self::Decide { theme, .. } => format!("{}: {}", word("decide"), name(theme)),
            Self::DecideSeveral { themes, .. } => {
                let names: Vec<String> = themes.iter().map(name).collect();
                format!("{}: {}", word("decide_several"), listed(&names, language))
            }
            Self::Override { finding, .. } => format!("{}: {}", word("override"), place(finding)),
            Self::Reinstate { finding } => format!("{}: {}", word("reinstate"), place(finding)),
            Self::Sheet { edits } => format!("{}: {}", word("sheet"), edits.len()),
            Self::Fix { version, .. } => format!("{} {version}", word("fix")),
        }
    }
}

/// A list of names, cut where a line about an edit has no more room.
fn listed(names: &[String], language: Language) -> String {
    let list = format::list(names, language);
    if list.chars().count() <= LONGEST_SAID {
        return list;
    }
    list.chars().take(LONGEST_SAID).chain(['…']).collect()
}

fn title_of(entry: &EntryId, catalogue: &Catalogue, language: Language) -> String {
    let known = catalogue.entry(entry);
    known.map_or_else(|| entry.to_string(), |known| known.text.of(language).title.clone())
}

fn label_of(entry: &EntryId, parameter: &ParameterName, catalogue: &Catalogue, language: Language) -> String {
    let label = catalogue.entry(entry).and_then(|known| known.text.of(language).parameters.get(parameter));
    label.cloned().unwrap_or_else(|| parameter.to_string())
}
