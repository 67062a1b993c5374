//! Something in a project that one can go to.

use serde::{Deserialize, Serialize};

use crate::catalogue::id::{EntryId, QuestionId};
use crate::catalogue::theme::Theme;
use crate::edit::Edit;
use crate::procurement::cpv::CpvCode;
use crate::progress::Task;
use crate::review::finding::FindingKey;

/// Something in a project that one can go to, and that stands in one place of the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Spot {
    /// One of the seven tasks.
    Task(Task),
    /// A fact of the procurement, named as the field of the edit that changes it.
    Fact(String),
    /// A CPV code, chosen or not.
    Cpv(CpvCode),
    /// A question.
    Question(QuestionId),
    /// A theme and its decision.
    Theme(Theme),
    /// A requirement of the project, or an entry that can be one.
    Requirement(EntryId),
    /// A finding.
    Finding(FindingKey),
}

impl Edit {
    /// What it is about.
    pub fn spot(&self) -> Spot {
        match self.clone() {
            Self::Fact(fact) => Spot::Fact(fact.field()),
            Self::OverruleRegime { .. } => Spot::Task(Task::Procurement),
            Self::Answer { question, .. } => Spot::Question(question),
            Self::Choose { entry }
            | Self::Remove { entry }
            | Self::SetParameter { entry, .. }
            | Self::AcceptEdition { entry }
            | Self::KeepEdition { entry }
            | Self::Reword { entry, .. }
            | Self::WriteOwn { entry, .. }
            | Self::ChangeLevel { entry, .. }
            | Self::ChangePlacement { entry, .. } => Spot::Requirement(entry),
            Self::ChooseSeveral { entries } => {
                entries.into_iter().next().map_or(Spot::Task(Task::Requirements), Spot::Requirement)
            }
            Self::Decide { theme, .. } => Spot::Theme(theme),
            Self::DecideSeveral { themes, .. } => {
                themes.first().map_or(Spot::Task(Task::Requirements), |theme| Spot::Theme(*theme))
            }
            Self::Override { finding, .. } | Self::Reinstate { finding } => Spot::Finding(finding),
            Self::Sheet { edits } => edits.first().map_or(Spot::Task(Task::Requirements), Self::spot),
            Self::Fix { .. } => Spot::Task(Task::Documents),
        }
    }
}
