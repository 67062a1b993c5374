//! Decisions: every theme ends in one, with a reason.

use serde::{Deserialize, Serialize};

use crate::catalogue::theme::Theme;

/// How a theme ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Valt: requirements are set.
    Chosen,
    /// Inte relevant.
    NotRelevant,
    /// Inte nu.
    NotNow,
}

/// A decision about a theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// How it ends.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
}

/// A theme as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeState {
    /// The theme.
    pub theme: Theme,
    /// How many requirements the officer has chosen in it.
    pub chosen: usize,
    /// How many stand in it because others require them.
    pub along: usize,
    /// How many are recommended, with those that the law demands.
    pub recommended: usize,
    /// How many of them the law demands.
    pub duties: usize,
    /// How it ends: as decided, or chosen as soon as a requirement stands.
    pub outcome: Option<Outcome>,
    /// The officer's reason.
    pub reason: String,
    /// It ends as not relevant, and the answers say why: the officer need not.
    pub ruled_out: bool,
}

impl ThemeState {
    /// How many requirements stand in it.
    pub fn stands(&self) -> usize {
        self.chosen + self.along
    }

    /// Whether the theme still waits for its decision: none, one without a reason, or one that does not fit what is
    /// chosen.
    pub fn is_open(&self) -> bool {
        match self.outcome {
            None => true,
            Some(Outcome::Chosen) => self.stands() == 0,
            Some(Outcome::NotRelevant | Outcome::NotNow) => self.chosen > 0 || self.lacks_reason(),
        }
    }

    /// Whether nothing says why the theme ends without requirements.
    pub fn lacks_reason(&self) -> bool {
        self.reason.trim().is_empty() && !self.ruled_out
    }
}
