//! What is made of a sentence in the end: what follows from its features, what the rule itself finds, and what a language model
//! makes of the text when it reads it whole. The model is data, `assets/wording/encoder.bin` and `encoder.json`, made by
//! `tests/domain/teach/encoder.py`.

use std::ops::Range;
use std::sync::LazyLock;

use encoder::{Encoder, Shape};
use indexmap::IndexMap;
use serde::Deserialize;

use super::model::MODEL;
use crate::review::rule::Rule;
use crate::wording::context::Context;
use crate::wording::reading::Sentence;
use crate::wording::rules::Scene;

/// What goes with the model.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    shape: Shape,
    limits: Limits,
    /// The rules, in the order in which the model scores them.
    rules: IndexMap<Rule, Own>,
}

/// From when on something is said.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// From here on it is a finding.
    pub certain: f32,
    /// From here on it is worth reading again.
    pub likely: f32,
    /// A rule that has less than this by the features of a sentence finds nothing in it, whatever the model makes of it; a sentence
    /// where that is so for all rules is not read.
    pub worth: f32,
}

/// What counts for a rule beside what the model makes of the text.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Own {
    /// What the score of the features counts for.
    features: f32,
    /// What it counts for that the rule itself finds something.
    trust: f32,
}

/// The model with its rules.
pub struct Whole {
    limits: Limits,
    rules: IndexMap<Rule, Own>,
    encoder: Encoder,
}

/// The model as it is shipped.
pub static WHOLE: LazyLock<Option<Whole>> = LazyLock::new(|| {
    let head: Head = serde_json::from_str(include_str!("../../../../../assets/wording/encoder.json")).ok()?;
    let encoder = Encoder::read(head.shape, include_bytes!("../../../../../assets/wording/encoder.bin"))?;
    Some(Whole { limits: head.limits, rules: head.rules, encoder })
});

impl Whole {
    /// From when on something is said.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// What the model makes of each sentence of a text that is worth reading, by what its features say, in the order of its rules.
    pub fn reads(&self, scene: &Scene<'_>, text: &str, features: &[Vec<f32>]) -> Vec<Option<Vec<f32>>> {
        let span = |sentence: &Sentence| sentence.own_span().start..sentence.own_span().end;
        let sentences: Vec<Range<usize>> = scene.sentences().map(span).collect();
        let wanted: Vec<bool> = features.iter().map(|scores| self.is_worth_reading(scores)).collect();
        self.encoder.scores(&in_small_letters(text, &sentences), &sentences, &wanted, &about(scene.context))
    }

    /// Whether there can be something in a sentence, by what its features say.
    pub fn is_worth_reading(&self, features: &[f32]) -> bool {
        features.iter().any(|score| *score >= self.limits.worth)
    }

    /// How far each rule that it knows is on the side of a finding in a sentence.
    pub fn scores(&self, read: Option<&[f32]>, features: &[f32], found: &[Rule]) -> IndexMap<Rule, f32> {
        let score = |(at, (rule, own)): (usize, (&Rule, &Own))| {
            let from_features = MODEL.rules().get_index_of(rule).map_or(0.0, |at| features[at]);
            if from_features < self.limits.worth {
                return (*rule, f32::MIN);
            }
            let trust = if found.contains(rule) { own.trust } else { 0.0 };
            (*rule, read.map_or(0.0, |read| read[at]) + from_features * own.features + trust)
        };
        self.rules.iter().enumerate().map(score).collect()
    }
}

/// The text with sentences that are written in capitals as they would be written else: the model has read few such. No letter moves.
fn in_small_letters(text: &str, sentences: &[Range<usize>]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for sentence in sentences {
        let Some(own) = letters.get_mut(sentence.clone()) else { continue };
        let is_shouted = own.contains(&' ') && !own.iter().any(|letter| letter.is_lowercase());
        for letter in own.iter_mut().skip(1).filter(|_| is_shouted) {
            let mut small = letter.to_lowercase();
            if let (Some(one), None) = (small.next(), small.next()) {
                *letter = one;
            }
        }
    }
    letters.into_iter().collect()
}

/// What a text is for, as the model knows it.
pub fn about(context: &Context) -> [Option<u8>; 4] {
    [
        context.placement.map(|placement| placement as u8),
        Some(context.act as u8),
        context.regime.map(|regime| regime as u8),
        context.nature.map(|nature| nature as u8),
    ]
}
