//! Teaches the wording check from all wordings that were judged, and says how well that holds.
//!
//! Each writer's wordings are measured with weights that were learned from the others', so that the figures are those of words that
//! were not seen. Then all are learned from, and the weights are written to `assets/wording`.

#![allow(clippy::unwrap_used, reason = "what cannot be done stops the lesson")]

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../wording_check/corpus.rs"]
mod corpus;
mod learn;
mod lesson;
mod measure;
#[path = "../support/mod.rs"]
mod support;

use std::collections::HashMap;
use std::fs;

use domain::review::rule::Rule;
use domain::wording::learned::features::VERSION;
use domain::wording::learned::model::{Head, Limits};
use learn::{Row, Target};
use lesson::Lesson;
use measure::Scores;

/// From here on it is a finding: two right wordings in a hundred of other writers are flagged.
pub const CERTAIN: f32 = 0.43;
/// From here on it is worth reading again: as many right wordings as the rules by themselves flag.
pub const LIKELY: f32 = -0.20;
/// Beside the writers: sets by hands that had not seen the rules.
const APART: [&str; 2] = ["set_apart", "set_apart_2"];
/// The steps of a weight.
const STEPS: f32 = 127.0;
/// Weights of fewer steps than this are left out.
const FEWEST: i8 = 2;

/// What it counts for that a rule itself finds something. Which section holds in which act and regime is known to its rule alone.
pub fn trust(rule: Rule) -> f32 {
    if rule == Rule::WrongStatute { 3.0 } else { 0.5 }
}

fn main() {
    let lesson = Lesson::read();
    let rules = rules(&lesson);
    let by_rule = rules.iter().map(|rule| left_out(&lesson, *rule)).collect();
    Scores { lesson: &lesson, rules: &rules, by_rule }.print(&hands().collect::<Vec<_>>());
    write(&lesson, &rules);
}

/// All who had not seen the rules: each is left out in turn.
fn hands() -> impl Iterator<Item = &'static str> {
    corpus::WRITERS.into_iter().chain(APART)
}

fn rules(lesson: &Lesson) -> Vec<Rule> {
    let expected = lesson.wordings.iter().flat_map(|(_, case)| &case.expect);
    let mut codes: Vec<&str> = expected.map(|expected| expected.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().map(rule).collect()
}

/// The scores of a rule on each writer's lines, learned from those of the others.
fn left_out(lesson: &Lesson, rule: Rule) -> Vec<f32> {
    let mut scores = vec![0.0; lesson.lines.len()];
    for writer in hands() {
        let weights = learned(lesson, rule, Some(writer));
        for (line, score) in lesson.lines.iter().zip(&mut scores) {
            if lesson.wording(line).0 == writer {
                *score = learn::score(
                    &line.row,
                    &weights.1.iter().map(|step| f32::from(*step) * weights.0).collect::<Vec<_>>(),
                );
            }
        }
    }
    scores
}

/// The weights of a rule in steps, and what a step counts for; learned from all but one writer.
fn learned(lesson: &Lesson, rule: Rule, without: Option<&str>) -> (f32, Vec<i8>) {
    let lines = lesson.lines.iter().filter(|line| Some(lesson.wording(line).0.as_str()) != without);
    let (rows, targets): (Vec<&Row>, Vec<Target>) =
        lines.map(|line| (&line.row, lesson.target(line, rule))).unzip();
    let weights = learn::weights(&rows, &targets, lesson.keys.len());
    let scale = weights.iter().fold(0.0_f32, |most, weight| most.max(weight.abs())) / STEPS;
    #[expect(clippy::cast_possible_truncation, reason = "at most 127 steps")]
    let step = |weight: &f32| (weight / scale).round() as i8;
    let steps = weights.iter().map(step).map(|step| if step.abs() < FEWEST { 0 } else { step });
    (scale, steps.collect())
}

fn write(lesson: &Lesson, rules: &[Rule]) {
    let learned: Vec<(f32, Vec<i8>)> = rules.iter().map(|rule| learned(lesson, *rule, None)).collect();
    let mut bytes = Vec::new();
    for (feature, key) in lesson.keys.iter().enumerate() {
        let weights: Vec<[u8; 2]> = (0_u8..)
            .zip(&learned)
            .filter(|(_, (_, steps))| steps[feature] != 0)
            .map(|(rule, (_, steps))| [rule, steps[feature].cast_unsigned()])
            .collect();
        if !weights.is_empty() {
            bytes.extend(key.to_le_bytes());
            bytes.push(u8::try_from(weights.len()).unwrap());
            bytes.extend(weights.concat());
        }
    }
    let limits =
        |rule: Rule, scale: f32| Limits { scale, trust: trust(rule), certain: CERTAIN, likely: LIKELY };
    let rules = rules.iter().zip(&learned).map(|(rule, (scale, _))| (*rule, limits(*rule, *scale))).collect();
    let head = Head { version: VERSION, taught: corpus::digest(), rules };
    let folder = support::root().join("assets/wording");
    fs::write(folder.join("learned.json"), serde_json::to_string_pretty(&head).unwrap() + "\n").unwrap();
    fs::write(folder.join("learned.bin"), bytes).unwrap();
}

/// The rule of a code.
fn rule(code: &str) -> Rule {
    let file = fs::read_to_string(support::root().join("assets/wording/rules.toml")).unwrap();
    let rules: HashMap<Rule, toml::Value> = toml::from_str(&file).unwrap();
    rules
        .into_keys()
        .find(|rule| rule.code() == code)
        .unwrap_or_else(|| panic!("{code} is no rule that reads text"))
}
