//! Internal notes: what is written for the own house and stands in no published document, at most in the decision record. Why
//! something was decided, set aside, answered or demanded, how the parties were heard, and whom to ask.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::entry::Entry;
use crate::fixed::FixedVersion;
use crate::needs::answer::Answer;
use crate::needs::facts::REASON;
use crate::procurement::regime::RegimeOverride;
use crate::project::Project;
use crate::requirements::decision::Decision;
use crate::requirements::requirement::Requirement;

/// The fields of answers that no published text takes anything from: why, and how the parties to an agreement were heard.
const NOTES: [&str; 2] = [REASON, "parties_heard"];

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
                let kept = fields.iter().filter(|(name, _)| !NOTES.contains(&name.as_str()));
                Self::Fields(kept.map(|(name, value)| (name.clone(), value.clone())).collect())
            }
        }
    }
}

/// The motive of the catalogue's own entries is known to everybody.
impl Noted for Arc<Entry> {
    fn without_notes(&self) -> Self {
        if !self.is_custom() {
            return Self::clone(self);
        }
        let mut entry = Entry::clone(self);
        for words in [&mut entry.text.sv, &mut entry.text.en] {
            words.motive.clear();
        }
        Self::new(entry)
    }
}

impl Noted for Requirement {
    fn without_notes(&self) -> Self {
        Self { entry: self.entry.without_notes(), ..self.clone() }
    }
}

/// What was printed goes along, and what it was printed of: the facts, and the answers without their notes.
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
            requirements: requirements.iter().map(Noted::without_notes).collect(),
            decisions: all_without(decisions),
            overrides: Vec::new(),
            fixed: fixed.iter().map(Noted::without_notes).collect(),
        }
    }
}

fn all_without<K: Clone + Ord, N: Noted>(noted: &BTreeMap<K, N>) -> BTreeMap<K, N> {
    noted.iter().map(|(key, value)| (key.clone(), value.without_notes())).collect()
}

#[cfg(test)]
mod tests {
    use super::NOTES;
    use crate::built_in;
    use crate::catalogue::parameter::Source;
    use crate::catalogue::question::FieldKind;

    #[test]
    fn a_text_that_is_answered_is_a_note_or_stands_in_what_is_published() {
        let catalogue = built_in::catalogue().unwrap();
        let parameters = || catalogue.entries.values().flat_map(|entry| entry.rules.parameters.values());
        for (name, field) in catalogue.questions.values().flat_map(|question| &question.rules.fields) {
            let is_published = parameters().any(|known| known.source == Source::Fact(name.clone()));
            let is_note = NOTES.contains(&name.as_str());
            assert!(field.kind != FieldKind::Text || is_note != is_published, "{name}");
        }
    }
}
