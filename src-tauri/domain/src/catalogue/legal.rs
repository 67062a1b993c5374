//! Legal bases: sections per act and regime, each marked law or guidance.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::condition::Condition;
use crate::procurement::Act;
use crate::procurement::regime::Regime;
use crate::text::Bilingual;

/// Whether a section governs here, or has been taken as a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The provision governs this procurement.
    Law,
    /// The provision has been used as a model.
    Guidance,
}

/// A reference to sections.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The sections, as they are printed in Swedish: "19 kap. 3 och 9 §§"; none when it is the whole act.
    #[serde(default)]
    pub sections: String,
    /// Law or guidance.
    pub basis: Basis,
    /// The act, when it is not the procurement's own.
    pub act_name: Option<Bilingual>,
    /// Whether the section has been seen in a source; otherwise it is shown as "kontrollera".
    #[serde(default = "yes")]
    pub verified: bool,
}

fn yes() -> bool {
    true
}

/// A named legal basis.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// When the sections were last looked at.
    #[serde(deserialize_with = "super::date::read")]
    pub checked_on: Date,
    /// When the sections are about what is bought, or about a value of the requirement; always when absent.
    pub when: Option<Condition>,
    /// Under LOU.
    #[serde(default)]
    pub lou: IndexMap<Regime, Vec<Citation>>,
    /// Under LUF.
    #[serde(default)]
    pub luf: IndexMap<Regime, Vec<Citation>>,
    /// Under LUK.
    #[serde(default)]
    pub luk: IndexMap<Regime, Vec<Citation>>,
}

impl LegalBasis {
    /// The sections for an act and a regime; none when the basis has no counterpart there.
    pub fn citations(&self, act: Act, regime: Regime) -> &[Citation] {
        let by_regime = match act {
            Act::Lou => &self.lou,
            Act::Luf => &self.luf,
            Act::Luk => &self.luk,
        };
        by_regime.get(&regime).map_or(&[], Vec::as_slice)
    }
}
