//! CPV profiles: what a branch usually looks like. Rules of thumb, never law.

use serde::{Deserialize, Serialize};

use super::id::{Code, EntryId};
use super::theme::Theme;
use crate::text::Bilingual;

/// How likely unreasonable working conditions are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabourRisk {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
}

/// A published risk assessment of a branch or occupation.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BranchRisk {
    /// The proposed answer to whether the branch is at risk.
    pub value: Code,
    /// Who says so.
    pub source: Bilingual,
    /// The year of the assessment, as the source gives it.
    #[serde(default)]
    pub year: Option<u32>,
}

/// What usually holds under a CPV prefix; the longest prefix wins.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The prefix.
    pub cpv: String,
    /// λ: the share of the price that is work, 0 to 1.
    pub labour_share: f64,
    /// h: the full cost of an hour's work, SEK without VAT.
    pub hourly_cost: f64,
    /// The risk of unreasonable working conditions.
    pub labour_risk: Option<LabourRisk>,
    /// Groups of risk goods.
    #[serde(default)]
    pub goods_risk: Vec<Code>,
    /// Themes that usually fit: a profile point.
    #[serde(default)]
    pub themes: Vec<Theme>,
    /// Entries that usually fit: a profile point.
    #[serde(default)]
    pub entries: Vec<EntryId>,
    /// The published assessment.
    pub risk: Option<BranchRisk>,
    /// Where the figures come from.
    #[serde(default)]
    pub source: Option<Bilingual>,
}
