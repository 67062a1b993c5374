//! Task 6: findings.

use domain::catalogue::id::ParameterName;
use domain::format;
use domain::needs::facts::serde_name;
use domain::requirements::words::Speaker;
use domain::review::finding::{Finding, FindingKey, FindingOverride, Footing, Place, Severity};
use domain::review::rule::Rule;
use serde::Serialize;
use ts_rs::TS;

use super::requirement::{self, ReasonView};

/// A rule that fired.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// What tells it from all others, with the place that it lies in.
    pub finding: FindingKey,
    /// How grave.
    pub severity: Severity,
    /// "Stopp"
    pub severity_word: String,
    /// "K3 Studiebesök", "Hela upphandlingen"
    pub place: String,
    /// The theme of the requirement that it lies in.
    pub theme: Option<String>,
    /// What else it is about, the first to look at first.
    pub also: Vec<PlaceView>,
    /// The gaps that it names, each to be filled in by itself.
    pub gaps: Vec<GapView>,
    /// It is about what nobody can read until it is filled in: a reason to go on is not enough.
    pub must_be_filled: bool,
    /// What is so, and why it matters.
    pub message: String,
    /// What to do.
    pub remedy: String,
    /// The answers and facts that it follows from, where they can be told one by one.
    pub because: Vec<ReasonView>,
    /// What it rests on.
    pub legal_basis: String,
    /// Whether that is law, a model or practice.
    pub basis: Footing,
    /// Set aside with a reason.
    pub kept: Option<KeptView>,
}

/// A place that one can go to.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceView {
    /// The place.
    pub place: Place,
    /// "K3 Studiebesök"
    pub words: String,
}

/// A value that is to be filled in.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GapView {
    /// Its name in the requirement.
    pub value: ParameterName,
    /// "Kollektivavtalet gäller till och med"
    pub label: String,
}

/// A Stop that was set aside.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptView {
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When: 2026-11-25.
    pub on: String,
}

impl FindingView {
    /// A finding in words.
    pub fn of(finding: &Finding, speaker: Speaker<'_>) -> Self {
        let said = |text: &domain::text::Bilingual| text.of(speaker.language).clone();
        Self {
            finding: finding.key(),
            severity: finding.severity,
            severity_word: speaker.phrase(&format!("window.severity.{}", serde_name(&finding.severity))),
            place: said(&finding.place.words(speaker.assessment)),
            theme: theme(&finding.place, speaker),
            also: finding.also.iter().map(|place| PlaceView::of(place, speaker)).collect(),
            gaps: finding
                .values
                .iter()
                .filter_map(|name| GapView::of(&finding.place, name, speaker))
                .collect(),
            must_be_filled: finding.to_fill_in,
            message: said(&finding.message),
            remedy: said(&finding.remedy),
            because: because(finding, speaker),
            legal_basis: said(&finding.legal_basis),
            basis: finding.basis,
            kept: finding.overridden.as_ref().map(KeptView::of),
        }
    }
}

/// A duty that is not chosen follows from what led to it.
fn because(finding: &Finding, speaker: Speaker<'_>) -> Vec<ReasonView> {
    let Place::Requirement(id) = &finding.place else { return Vec::new() };
    let recommended =
        speaker.assessment.recommendations.iter().filter(|_| finding.rule == Rule::DutyNotChosen);
    recommended.filter(|one| one.entry == *id).flat_map(|one| requirement::reasons(one, speaker)).collect()
}

/// Where a requirement stands among the themes.
fn theme(place: &Place, speaker: Speaker<'_>) -> Option<String> {
    let Place::Requirement(id) = place else { return None };
    let theme = speaker.catalogue.entry(id)?.theme;
    Some(speaker.phrase(&format!("general.themes.{}", theme.code())))
}

impl PlaceView {
    fn of(place: &Place, speaker: Speaker<'_>) -> Self {
        Self { place: place.clone(), words: place.words(speaker.assessment).of(speaker.language).clone() }
    }
}

impl GapView {
    fn of(place: &Place, value: &ParameterName, speaker: Speaker<'_>) -> Option<Self> {
        let Place::Requirement(id) = place else { return None };
        let texts = &speaker.catalogue.entry(id)?.text.of(speaker.language).parameters;
        Some(Self { value: value.clone(), label: texts.get(value)?.clone() })
    }
}

impl KeptView {
    fn of(kept: &FindingOverride) -> Self {
        Self { reason: kept.reason.clone(), by: kept.by.clone(), on: format::date(kept.on) }
    }
}
