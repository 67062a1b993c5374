//! The weights that were learned, and from when on a finding is said. They are data: `assets/wording/learned.bin` and
//! `learned.json`, made by `cargo run --release -p domain --example teach` from the wordings that were judged.

use std::sync::LazyLock;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::features::{Feature, VERSION};
use crate::review::rule::Rule;

/// What goes with the weights.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The features that the weights belong to.
    pub version: u32,
    /// The digest of what they were learned from.
    pub taught: String,
    /// The rules, in the order in which the weights count them.
    pub rules: IndexMap<Rule, Limits>,
}

/// From when on a rule finds something.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// What one step of a weight counts for.
    pub scale: f32,
    /// What it counts for that the rule itself finds something.
    pub trust: f32,
    /// From here on it is a finding.
    pub certain: f32,
    /// From here on it is worth reading again.
    pub likely: f32,
}

/// A weight: the number of a rule, and how much the feature speaks for its trap.
pub type Weight = (u8, i8);

/// The weights by feature.
pub struct Model {
    head: Head,
    slots: Vec<Slot>,
    weights: Vec<Weight>,
}

/// A place in the table of features: where the weights of one begin, and how many they are. None means that it is free.
#[derive(Clone, Copy, Default)]
struct Slot {
    key: u32,
    start: u32,
    count: u8,
}

/// The model as it is shipped.
pub static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let head =
        serde_json::from_str(include_str!("../../../../../assets/wording/learned.json")).unwrap_or_default();
    Model::read(head, include_bytes!("../../../../../assets/wording/learned.bin"))
});

impl Model {
    /// Reads weights: for each feature its key, how many weights it has, and these. Weights that belong to other features than
    /// those that are looked at say nothing.
    pub fn read(head: Head, bytes: &[u8]) -> Self {
        let mut model = Self { head, slots: Vec::new(), weights: Vec::new() };
        if model.head.version != VERSION {
            model.head.rules.clear();
            return model;
        }
        let mut found = Vec::new();
        let mut rest = bytes;
        while let Some(([a, b, c, d, count], after)) = rest.split_first_chunk() {
            let Some((own, after)) = after.split_at_checked(2 * usize::from(*count)) else { break };
            let start = u32::try_from(model.weights.len()).unwrap_or_default();
            found.push(Slot { key: u32::from_le_bytes([*a, *b, *c, *d]), start, count: *count });
            model.weights.extend(own.chunks_exact(2).map(|pair| (pair[0], pair[1].cast_signed())));
            rest = after;
        }
        model.slots = vec![Slot::default(); (2 * found.len()).next_power_of_two()];
        for slot in found {
            let at = model.place(slot.key);
            model.slots[at] = slot;
        }
        model
    }

    /// The rules that it knows, with their limits.
    pub fn rules(&self) -> &IndexMap<Rule, Limits> {
        &self.head.rules
    }

    /// What the weights were learned from.
    pub fn taught(&self) -> &str {
        &self.head.taught
    }

    /// How far each rule is on the side of a finding, in the order of the rules.
    pub fn scores(&self, features: &[Feature]) -> Vec<f32> {
        let mut scores = vec![0.0; self.head.rules.len()];
        for feature in features {
            for (rule, weight) in self.weights(feature.key) {
                if let Some(score) = scores.get_mut(usize::from(*rule)) {
                    *score += feature.value * f32::from(*weight);
                }
            }
        }
        scores.iter_mut().zip(self.head.rules.values()).for_each(|(score, limits)| *score *= limits.scale);
        scores
    }

    /// How much a feature speaks for a rule, in steps of its weights.
    pub fn speaks(&self, feature: &Feature, rule: usize) -> f32 {
        let weight = self.weights(feature.key).iter().find(|(of, _)| usize::from(*of) == rule);
        weight.map_or(0.0, |(_, weight)| feature.value * f32::from(*weight))
    }

    fn weights(&self, key: u32) -> &[Weight] {
        let Some(slot) = self.slots.get(self.place(key)) else { return &[] };
        let start = slot.start as usize;
        &self.weights[start..start + usize::from(slot.count)]
    }

    /// Where a feature stands in the table, or the free place where it would.
    fn place(&self, key: u32) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key as usize & mask;
        while self.slots.get(at).is_some_and(|slot| slot.count > 0 && slot.key != key) {
            at = (at + 1) & mask;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(version: u32) -> Model {
        let limits = Limits { scale: 0.5, trust: 1.0, certain: 1.0, likely: 0.0 };
        let head = Head {
            version,
            taught: String::new(),
            rules: [(Rule::LocalPreference, limits), (Rule::CompanyPolicy, limits)].into_iter().collect(),
        };
        Model::read(head, &[7, 0, 0, 0, 2, 0, 4, 1, 0xff, 9, 0, 0, 0, 1, 1, 2])
    }

    fn feature(key: u32) -> Feature {
        Feature { key, value: 1.0, at: None }
    }

    #[test]
    fn what_is_there_speaks_for_the_rules_by_its_weights() {
        assert_eq!(model(VERSION).scores(&[feature(7), feature(9), feature(8)]), [2.0, 0.5]);
    }

    #[test]
    fn weights_of_other_features_say_nothing() {
        assert!(model(VERSION + 1).rules().is_empty());
        assert!(model(VERSION + 1).scores(&[feature(7)]).is_empty());
    }
}
