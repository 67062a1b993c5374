//! The wording check on texts that were judged from the law; by language models, as docs/wording-check.md says.
//!
//! A case is held to what is expected of it. What the check does not reach yet is named in `not_reached.toml`, each with the
//! reason; a case there that is reached after all fails the test, so that the list only shrinks.

mod catalogue;
mod corpus;
mod input;
mod joined;
mod notes;
mod spared;

use std::collections::BTreeMap;

use corpus::{Case, Judged, all, cases};
use domain::catalogue::theme::Placement;
use domain::procurement::ContractNature;
use domain::procurement::regime::Regime;
use domain::review::finding::Severity;
use domain::wording::check;
use domain::wording::context::Context;
use domain::wording::learned::model::MODEL;
use serde::Deserialize;

use crate::support::SHIPPED;

/// The Stops and warnings on a contract term for a service above the threshold.
fn found(text: &str) -> Vec<&'static str> {
    let context = Context {
        placement: Some(Placement::ContractTerm),
        regime: Some(Regime::DirectiveGoverned),
        nature: Some(ContractNature::Services),
        ..Context::default()
    };
    let found = check(text, &context, &SHIPPED);
    found.iter().filter(|f| f.severity != Severity::Info).map(|f| f.rule.code()).collect()
}

#[derive(Deserialize)]
struct NotReached {
    #[serde(default)]
    case: BTreeMap<String, Reason>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reason {
    why: String,
}

fn not_reached() -> BTreeMap<String, Reason> {
    let path = crate::support::root().join("tests/domain/wording_check/not_reached.toml");
    let list: NotReached = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    list.case
}

#[test]
fn every_open_case_comes_out_as_it_was_judged() {
    let known = not_reached();
    let faults: Vec<String> =
        cases("open").iter().filter_map(|case| fault(case, known.get(&case.id))).collect();
    assert_eq!(faults, [""; 0], "{} cases", faults.len());
}

fn fault(case: &Case, known: Option<&Reason>) -> Option<String> {
    let Judged { missed, wrong } = case.judged();
    let right = missed.is_empty() && wrong.is_empty();
    match known {
        None if right => None,
        None => Some(format!("{}: missed {missed:?}, wrong {wrong:?}: {}", case.id, case.text)),
        Some(reason) if right || reason.why.trim().is_empty() => {
            Some(format!("{} is reached now, or has no reason", case.id))
        }
        Some(_) => None,
    }
}

#[test]
fn what_is_not_reached_is_a_case() {
    let ids: Vec<String> = cases("open").into_iter().map(|case| case.id).collect();
    assert!(not_reached().keys().all(|id| ids.contains(id)));
}

/// Weights of other features, or of other wordings, would say something wrong without a word.
#[test]
fn the_weights_are_those_of_these_features_and_wordings() {
    let again = "run cargo run --release -p domain --example teach";
    assert!(!MODEL.rules().is_empty(), "the weights belong to other features: {again}");
    assert_eq!(MODEL.taught(), corpus::digest(), "the weights were learned from other wordings: {again}");
}

/// How many of all that is required are found, and how many right wordings are flagged: totals and rules only, so that a part
/// that is set apart can be measured and stay unread by those who write the rules.
#[derive(Default)]
struct Figures {
    required: (usize, usize),
    stops: (usize, usize),
    right_flagged: (usize, usize),
    by_rule: BTreeMap<String, (usize, usize, usize)>,
}

impl Figures {
    fn of(cases: &[Case]) -> Self {
        let mut figures = Self::default();
        for case in cases {
            figures.add(case);
        }
        figures
    }

    fn add(&mut self, case: &Case) {
        let Judged { missed, wrong } = case.judged();
        for expected in &case.expect {
            let found = !missed.contains(&expected.code);
            let rule = self.by_rule.entry(expected.code.clone()).or_default();
            (rule.0, rule.1) = (rule.0 + usize::from(found), rule.1 + 1);
            self.required = (self.required.0 + usize::from(found), self.required.1 + 1);
            if expected.is_stop() {
                self.stops = (self.stops.0 + usize::from(found), self.stops.1 + 1);
            }
        }
        for code in &wrong {
            self.by_rule.entry(code.clone()).or_default().2 += 1;
        }
        if case.expect.is_empty() {
            self.right_flagged =
                (self.right_flagged.0 + usize::from(!wrong.is_empty()), self.right_flagged.1 + 1);
        }
    }

    #[expect(clippy::print_stdout, reason = "printing is what it is for")]
    fn print(&self, name: &str) {
        let share = |(part, whole): (usize, usize)| format!("{part} of {whole}");
        println!(
            "{name}: Stops found {}, all required found {}, right wordings flagged {}",
            share(self.stops),
            share(self.required),
            share(self.right_flagged)
        );
        for (code, (found, required, wrong)) in &self.by_rule {
            println!("{name}: {code} found {found} of {required}, wrong {wrong}");
        }
    }
}

/// Prints the figures of docs/wording-check.md that count: of what nobody has taught the check, and no rule was made after.
/// Only the shares are held to, so that it stays unread.
#[test]
fn figures_of_what_is_set_apart() {
    let figures = Figures::of(&cases("apart"));
    figures.print("apart");
    let share = |(part, whole): (usize, usize)| part * 100 / whole;
    assert!(share(figures.stops) >= 95, "Stops: {:?}", figures.stops);
    assert!(share(figures.required) >= 95, "required: {:?}", figures.required);
    assert!(share(figures.right_flagged) <= 2, "right wordings flagged: {:?}", figures.right_flagged);
}

/// Prints the figures of what was learned from, by writer.
#[test]
#[ignore = "it measures, and judges nothing: run it with --ignored --nocapture"]
fn figures_by_writer() {
    let mut by_writer: BTreeMap<String, Vec<Case>> = BTreeMap::new();
    for (writer, case) in all() {
        by_writer.entry(writer).or_default().push(case);
    }
    for (writer, cases) in by_writer {
        Figures::of(&cases).print(&writer);
    }
}
