//! The weights of features that were learned. They are data: `assets/wording/learned.bin` and
//! `learned.json`, made by `cargo run --release -p domain --example teach` from the wordings that were judged.

use std::sync::LazyLock;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::features::{Feature, VERSION};
use crate::review::rule::Rule;

/// How many units the layer has that all rules share.
pub const HIDDEN: usize = 24;

/// What goes with the weights.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The features that the weights belong to.
    pub version: u32,
    /// The digest of what they were learned from.
    pub taught: String,
    /// What one step of a feature's weight for a unit of the layer counts for.
    pub step: f32,
    /// For each unit of the layer what it begins at.
    pub bias: [f32; HIDDEN],
    /// The rules, in the order in which the weights count them.
    pub rules: IndexMap<Rule, RuleWeights>,
}

/// What a rule makes of it all.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleWeights {
    /// What one step of a feature's weight counts for.
    pub step: f32,
    /// What it begins at.
    pub base: f32,
    /// What it counts for that the rule itself finds something.
    pub trust: f32,
    /// What each unit of the layer counts for.
    pub units: [f32; HIDDEN],
}

/// The weights by feature.
pub struct Model {
    head: Head,
    /// The features, in order.
    keys: Vec<u32>,
    /// For each feature a weight for each rule, and then for each unit of the layer; all in steps.
    rows: Vec<i8>,
}

/// The model as it is shipped.
pub static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let head =
        serde_json::from_str(include_str!("../../../../../assets/wording/learned.json")).unwrap_or_default();
    Model::read(head, include_bytes!("../../../../../assets/wording/learned.bin"))
});

impl Model {
    /// Reads weights: for each feature, in order, its key and its row. Weights that belong to other features than those that are
    /// looked at say nothing.
    pub fn read(head: Head, bytes: &[u8]) -> Self {
        let mut model = Self { head, keys: Vec::new(), rows: Vec::new() };
        if model.head.version != VERSION {
            model.head.rules.clear();
            return model;
        }
        for feature in bytes.chunks_exact(size_of::<u32>() + model.width()) {
            if let Some((key, row)) = feature.split_first_chunk() {
                model.keys.push(u32::from_le_bytes(*key));
                model.rows.extend(row.iter().map(|step| step.cast_signed()));
            }
        }
        model
    }

    fn width(&self) -> usize {
        self.head.rules.len() + HIDDEN
    }

    /// The rules that it knows, with what each makes of it.
    pub fn rules(&self) -> &IndexMap<Rule, RuleWeights> {
        &self.head.rules
    }

    /// What the weights were learned from.
    pub fn taught(&self) -> &str {
        &self.head.taught
    }

    /// How far each rule is on the side of a finding, in the order of the rules, in a sentence in which some find something by
    /// themselves.
    pub fn scores(&self, features: &[Feature], found: &[Rule]) -> Vec<f32> {
        let mut sums = vec![0.0; self.width()];
        for feature in features {
            let Ok(at) = self.keys.binary_search(&feature.key) else { continue };
            let row = &self.rows[at * self.width()..][..self.width()];
            sums.iter_mut().zip(row).for_each(|(sum, step)| *sum += feature.value * f32::from(*step));
        }
        let layer = sums.split_off(self.head.rules.len());
        let unit = |(sum, bias): (f32, f32)| (sum * self.head.step + bias).max(0.0);
        let units: Vec<f32> = layer.into_iter().zip(self.head.bias).map(unit).collect();
        let score = |(direct, (rule, own)): (f32, (&Rule, &RuleWeights))| {
            let layer: f32 = units.iter().zip(own.units).map(|(unit, weight)| unit * weight).sum();
            let trust = if found.contains(rule) { own.trust } else { 0.0 };
            own.base + direct * own.step + layer + trust
        };
        sums.into_iter().zip(&self.head.rules).map(score).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: [Rule; 2] = [Rule::LocalPreference, Rule::CompanyPolicy];

    fn model(version: u32) -> Model {
        let mut units = [0.0; HIDDEN];
        units[0] = 1.0;
        let own = RuleWeights { step: 0.5, base: -1.0, trust: 1.0, units };
        let rules = RULES.into_iter().map(|rule| (rule, own)).collect();
        let head = Head { version, taught: String::new(), step: 0.25, bias: [0.0; HIDDEN], rules };
        let feature = |key: u8, weights: [u8; 2], unit: u8| {
            let mut layer = [0; HIDDEN];
            layer[0] = unit;
            [&[key, 0, 0, 0], &weights[..], &layer].concat()
        };
        Model::read(head, &[feature(7, [4, 0xff], 4), feature(9, [0, 2], 0xfe)].concat())
    }

    fn feature(key: u32) -> Feature {
        Feature { key, value: 1.0 }
    }

    #[test]
    fn what_is_there_speaks_for_the_rules_by_its_own_weights_and_through_the_layer() {
        let scores = model(VERSION).scores(&[feature(7), feature(9), feature(8)], &[]);
        assert_eq!(scores, [1.5, 0.0]);
    }

    #[test]
    fn what_the_layer_denies_counts_for_nothing() {
        let scores = model(VERSION).scores(&[feature(9)], &[]);
        assert_eq!(scores, [-1.0, 0.0]);
    }

    #[test]
    fn what_a_rule_finds_by_itself_counts() {
        assert_eq!(model(VERSION).scores(&[], &RULES[1..]), [-1.0, 0.0]);
    }

    #[test]
    fn weights_of_other_features_say_nothing() {
        assert!(model(VERSION + 1).rules().is_empty());
        assert!(model(VERSION + 1).scores(&[feature(7)], &[]).is_empty());
    }
}
