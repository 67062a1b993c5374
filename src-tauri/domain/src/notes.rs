//! Internal notes: what is written for the own house and stands in no published document. Why something was decided, set
//! aside or answered, and whom to ask.

use std::collections::BTreeMap;

use crate::fixed::FixedVersion;
use crate::needs::answer::Answer;
use crate::needs::facts::REASON;
use crate::procurement::regime::RegimeOverride;
use crate::project::Project;
use crate::requirements::decision::Decision;

/// What can hold internal notes.
pub trait Noted {
    /// The same without them.
    #[must_use]
    fn without_notes(&self) -> Self;
}

impl Noted for RegimeOverride {
    fn without_notes(&self) -> Self {
        Self { regime: self.regime, reason: String::new() }
    }
}

impl Noted for Decision {
    fn without_notes(&self) -> Self {
        Self { outcome: self.outcome, reason: String::new() }
    }
}

impl Noted for Answer {
    fn without_notes(&self) -> Self {
        match self {
            Self::Unknown { .. } => Self::Unknown { unknown: String::new() },
            Self::NotRelevant { .. } => Self::NotRelevant { not_relevant: String::new() },
            Self::Single(value) => Self::Single(value.clone()),
            Self::Fields(fields) => {
                let kept = fields.iter().filter(|(name, _)| name.as_str() != REASON);
                Self::Fields(kept.map(|(name, value)| (name.clone(), value.clone())).collect())
            }
        }
    }
}

impl Noted for FixedVersion {
    fn without_notes(&self) -> Self {
        Self { answers: all_without(&self.answers), decisions: all_without(&self.decisions), ..self.clone() }
    }
}

/// Every field is named here, so that a new one is not sent along unconsidered.
impl Noted for Project {
    fn without_notes(&self) -> Self {
        let Self {
            id,
            edition,
            procurement,
            regime_override,
            answers,
            requirements,
            decisions,
            // A Stop is set aside by its reason; without it the Stop is open.
            overrides: _,
            fixed,
        } = self;
        Self {
            id: id.clone(),
            edition: edition.clone(),
            procurement: procurement.clone(),
            regime_override: regime_override.as_ref().map(Noted::without_notes),
            answers: all_without(answers),
            requirements: requirements.clone(),
            decisions: all_without(decisions),
            overrides: Vec::new(),
            fixed: fixed.iter().map(Noted::without_notes).collect(),
        }
    }
}

fn all_without<K: Clone + Ord, N: Noted>(noted: &BTreeMap<K, N>) -> BTreeMap<K, N> {
    noted.iter().map(|(key, value)| (key.clone(), value.without_notes())).collect()
}
