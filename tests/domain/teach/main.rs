//! Teaches the wording check from all wordings that were judged, and says how well that holds.
//!
//! Each writer's wordings are measured with weights that were learned from the others', so that the figures are those of words that
//! were not seen. Then all are learned from, and the weights are written to `assets/wording`.
//!
//! With the name of a file, each wording with what the weights of others make of it is written there: that is what the language model
//! is taught with (`encoder.py`), so that it learns what they miss.

#![allow(clippy::unwrap_used, reason = "what cannot be done stops the lesson")]

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../wording_check/corpus.rs"]
mod corpus;
mod learn;
mod lesson;
mod measure;
mod pupil;
#[path = "../support/mod.rs"]
mod support;

use std::collections::HashMap;
use std::thread;
use std::{env, fs};

use domain::review::rule::Rule;
use domain::wording::learned::features::VERSION;
use domain::wording::learned::model::{Head, RuleWeights};
use learn::{Example, Net};
use lesson::{Lesson, Line};
use measure::Scores;

/// From here on the features by themselves would make a finding: two right wordings in a hundred of other writers are flagged.
pub const CERTAIN: f32 = -0.05;
/// From here on they would say that it is worth reading again: as many right wordings as the rules by themselves flag.
pub const LIKELY: f32 = -0.40;
/// Beside the writers: sets by hands that had not seen the rules.
const APART: [&str; 5] = ["set_apart", "set_apart_2", "set_apart_3", "set_apart_4", "set_apart_5"];
/// What is learned from besides, by hands that knew the rules.
const OTHERS: [&str; 2] = ["open", "catalogue"];
/// What it counts for that a rule finds something whose sections it alone knows.
const BELIEVED: f32 = 3.0;
/// So many writers are left out at a time.
const LEFT_OUT: usize = 6;

fn main() {
    let lesson = Lesson::read();
    let rules = rules(&lesson);
    let hands: Vec<&str> = hands().collect();
    let everyone: Vec<&str> = hands.iter().copied().chain(OTHERS).collect();
    let scores = Scores { lesson: &lesson, rules: &rules, by_line: left_out(&lesson, &rules, &everyone) };
    scores.print(&hands);
    if let Some(file) = env::args().nth(1) {
        pupil::write(&scores, &file);
    }
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

/// The scores of each writer's lines, learned from those of others. Two at a time, as the weights take much room.
fn left_out(lesson: &Lesson, rules: &[Rule], hands: &[&str]) -> Vec<Vec<f32>> {
    let mut scores = vec![Vec::new(); lesson.lines.len()];
    let parts: Vec<&[&str]> = hands.chunks(LEFT_OUT).collect();
    for pair in parts.chunks(2) {
        let of_part = |without: &[&str]| -> Vec<(usize, Vec<f32>)> {
            let net = learned(lesson, rules, without);
            let is_left_out = |line: &Line| without.contains(&lesson.wording(line).0.as_str());
            let lines = lesson.lines.iter().enumerate().filter(|(_, line)| is_left_out(line));
            lines.map(|(at, line)| (at, net.scores(&line.row, &found(line, rules)).1)).collect()
        };
        let of_pair = thread::scope(|scope| {
            let works: Vec<_> = pair.iter().map(|part| scope.spawn(|| of_part(part))).collect();
            works.into_iter().flat_map(|work| work.join().unwrap()).collect::<Vec<_>>()
        });
        for (line, own) in of_pair {
            scores[line] = own;
        }
    }
    scores
}

/// What is learned from all but some writers, rounded as it is kept.
fn learned(lesson: &Lesson, rules: &[Rule], without: &[&str]) -> Net {
    let all = lesson.lines.iter().chain(&lesson.between);
    let lines = all.filter(|line| !without.contains(&lesson.wording(line).0.as_str()));
    let examples: Vec<Example> = lines
        .map(|line| Example {
            row: &line.row,
            found: found(line, rules),
            targets: rules.iter().map(|rule| lesson.target(line, *rule)).collect(),
        })
        .collect();
    let mut net = Net::learn(&examples, lesson.keys.len(), rules.len());
    for (rule, trust) in rules.iter().zip(&mut net.trust) {
        if *rule == Rule::WrongStatute {
            *trust = BELIEVED;
        }
    }
    net.round();
    net
}

fn found(line: &Line, rules: &[Rule]) -> Vec<usize> {
    rules.iter().enumerate().filter(|(_, rule)| line.found.contains(rule)).map(|(at, _)| at).collect()
}

fn write(lesson: &Lesson, rules: &[Rule]) {
    let net = learned(lesson, rules, &[]);
    let mut features: Vec<(&u32, usize)> = lesson.keys.iter().zip(0..).collect();
    features.sort_unstable();
    let row = |(key, feature): (&u32, usize)| {
        let steps = net.steps_of(feature).map(i8::cast_unsigned);
        key.to_le_bytes().into_iter().chain(steps).collect::<Vec<u8>>()
    };
    let bytes: Vec<u8> = features.into_iter().flat_map(row).collect();
    let own = |at: usize| RuleWeights {
        step: net.steps[at],
        base: net.base[at],
        trust: net.trust[at],
        units: std::array::from_fn(|unit| net.out[unit * rules.len() + at]),
    };
    let head = Head {
        version: VERSION,
        taught: corpus::digest(),
        step: net.steps[rules.len()],
        bias: std::array::from_fn(|unit| net.bias[unit]),
        rules: rules.iter().enumerate().map(|(at, rule)| (*rule, own(at))).collect(),
    };
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
