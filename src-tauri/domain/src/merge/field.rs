//! What is merged as one: a fact, an answer, a part of a requirement, a decision.

use std::fmt;

use serde::Serialize;

use crate::catalogue::id::{EntryId, ParameterName, QuestionId};
use crate::catalogue::theme::Theme;
use crate::fixed::Version;
use crate::needs::facts::serde_name;
use crate::review::finding::{FindingKey, Place};

/// What is set by itself in a project.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// A fact of the procurement, named as in the project file.
    Fact(&'static str),
    /// The officer's own choice of regime.
    Regime,
    /// An answer, whole.
    Answer(QuestionId),
    /// A requirement, whole: whether it stands, or what it is when its parts do not go together.
    Requirement(EntryId),
    /// The entry that a requirement was made of; an own requirement, as it is written.
    Entry(EntryId),
    /// Whether a requirement is chosen.
    Chosen(EntryId),
    /// A value that the officer has set.
    Value(EntryId, ParameterName),
    /// The duties in the officer's own words.
    Wording(EntryId),
    /// The decision about a theme.
    Decision(Theme),
    /// A Stop that was set aside.
    Override(FindingKey),
    /// A version that was fixed.
    Fixed(Version),
}

/// What part of a project a field belongs to: what the officer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Facts of the procurement, and the choice of regime.
    Facts,
    /// Answers.
    Answers,
    /// Requirements, whole.
    Requirements,
    /// Values and texts in requirements.
    Wordings,
    /// Decisions about themes.
    Decisions,
    /// Stops that were set aside.
    Overrides,
    /// Versions that were fixed.
    Fixed,
}

impl Field {
    /// The part that it belongs to.
    pub fn part(&self) -> Part {
        match self {
            Self::Fact(_) | Self::Regime => Part::Facts,
            Self::Answer(_) => Part::Answers,
            Self::Requirement(_) | Self::Entry(_) | Self::Chosen(_) => Part::Requirements,
            Self::Value(..) | Self::Wording(_) => Part::Wordings,
            Self::Decision(_) => Part::Decisions,
            Self::Override(_) => Part::Overrides,
            Self::Fixed(_) => Part::Fixed,
        }
    }

    /// Whether its words are those of a requirement, which others will read.
    pub fn is_wording(&self) -> bool {
        matches!(self, Self::Wording(_) | Self::Entry(_))
    }
}

impl fmt::Display for Field {
    /// Where it stands, close to how the project file has it: `requirements.emp-study-visit.values.visits`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fact(name) => write!(f, "procurement.{name}"),
            Self::Regime => f.write_str("regime_override"),
            Self::Answer(question) => write!(f, "answers.{question}"),
            Self::Requirement(entry) => write!(f, "requirements.{entry}"),
            Self::Entry(entry) => write!(f, "requirements.{entry}.entry"),
            Self::Chosen(entry) => write!(f, "requirements.{entry}.chosen"),
            Self::Value(entry, name) => write!(f, "requirements.{entry}.values.{name}"),
            Self::Wording(entry) => write!(f, "requirements.{entry}.own_wording"),
            Self::Decision(theme) => write!(f, "decisions.{}", theme.code()),
            Self::Override(FindingKey { code, case, place }) => {
                write!(f, "overrides.{code}.{case}.{}", place_name(place))
            }
            Self::Fixed(version) => write!(f, "fixed.{version}"),
        }
    }
}

fn place_name(place: &Place) -> String {
    match place {
        Place::Whole => "whole".to_owned(),
        Place::Fact(field) => serde_name(field),
        Place::Question(id) => id.to_string(),
        Place::Theme(theme) => theme.code().to_owned(),
        Place::Requirement(id) => id.to_string(),
    }
}
