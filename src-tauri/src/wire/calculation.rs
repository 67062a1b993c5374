//! "Är det rimligt?": the calculation of a requirement, with every figure's source.

use domain::format;
use domain::requirements::calculation::{self, Source, Step};
use domain::requirements::proportionality::Capacity;
use domain::requirements::quantity::{ADVANCED_SHARE, Quantity, SPEARHEAD_SHARE};
use domain::requirements::words::Speaker;
use domain::review::disproportionate::{MOST, SHARE};
use domain::review::finding::{Finding, Severity};
use domain::review::rule::Rule;
use domain::spot::Spot;
use serde::Serialize;
use ts_rs::TS;

use super::review::FindingView;
use super::spot;

/// The calculation of one requirement. A rule of thumb, never law.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CalculationView {
    /// How much work the contract is, step by step.
    pub capacity: Vec<StepView>,
    /// What the requirement asks of it, step by step.
    pub asked: Vec<StepView>,
    /// Places, or person-months, in the firm period.
    pub places: f64,
    /// Share of the working time, 0 to 1.
    pub share: f64,
    /// "2,4 %"
    pub share_shown: String,
    /// The limits on the bar, in rising order.
    pub ticks: Vec<Tick>,
    /// What supervision costs the supplier: "204 000 kr".
    pub supervision_cost: String,
    /// "Talen bygger på hur andra gör eller på en uppskattning, inte på lag. Du får ändra dem."
    pub rule_of_thumb: String,
    /// The Stop that asks for a reason, while this and what else is chosen take more of the work than the highest limit.
    pub over_limit: Option<FindingView>,
}

/// A step of the calculation.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    /// "Arbetstimmar"
    pub label: String,
    /// "20 000 000 kr × 50 % ÷ 500 kr", or where the figure comes from.
    pub from: String,
    /// "20 000 timmar"
    pub value: String,
    /// Where what it is taken from is filled in or answered.
    pub spot: Option<Spot>,
}

/// A limit on the bar.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Tick {
    /// As share of the working time, 0 to 1.
    pub at: f64,
    /// "Avancerad"
    pub label: String,
}

impl CalculationView {
    /// The calculation of a requirement that asks for so much, and that stands in the project or not.
    pub fn of(quantity: &Quantity, capacity: &Capacity, stands: bool, speaker: Speaker<'_>) -> Self {
        let Speaker { project, catalogue, .. } = speaker;
        let said = |steps: Vec<Step>| steps.into_iter().map(|step| StepView::of(&step, speaker)).collect();
        Self {
            capacity: said(calculation::of_capacity(capacity, project, catalogue)),
            asked: said(calculation::of_quantity(quantity, capacity, catalogue)),
            places: quantity.places,
            share: quantity.share,
            share_shown: format::percent(quantity.share, speaker.language),
            ticks: ticks(speaker),
            supervision_cost: format::money(quantity.supervision_cost, speaker.language),
            rule_of_thumb: speaker.phrase("general.marks.rule_of_thumb_explained"),
            over_limit: stands.then(|| over_limit(speaker)).flatten(),
        }
    }
}

fn over_limit(speaker: Speaker<'_>) -> Option<FindingView> {
    let mut findings = speaker.assessment.findings.iter();
    let over = |finding: &&Finding| {
        finding.rule == Rule::Disproportionate && finding.case == SHARE && finding.severity == Severity::Stop
    };
    findings.find(over).map(|finding| FindingView::of(finding, speaker))
}

fn ticks(speaker: Speaker<'_>) -> Vec<Tick> {
    [
        (ADVANCED_SHARE, "general.levels.advanced"),
        (SPEARHEAD_SHARE, "general.levels.spearhead"),
        (MOST, "window.limit.reason"),
    ]
    .map(|(at, key)| Tick { at, label: speaker.phrase(key) })
    .into()
}

impl StepView {
    fn of(step: &Step, speaker: Speaker<'_>) -> Self {
        let said = |text: &domain::text::Bilingual| text.of(speaker.language).clone();
        let spot = step.source.and_then(|source| match source {
            Source::Fact(field) => Some(Spot::Fact(field.into())),
            Source::Answer(fact) => spot::asking(fact, speaker),
        });
        Self { label: said(&step.label), from: said(&step.from), value: said(&step.value), spot }
    }
}
