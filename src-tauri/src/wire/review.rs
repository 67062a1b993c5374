//! Task 6: findings.

use domain::format;
use domain::needs::facts::serde_name;
use domain::requirements::words::Speaker;
use domain::review::finding::{Finding, FindingKey, FindingOverride, Footing, Severity};
use serde::Serialize;
use ts_rs::TS;

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
    /// What is so, and why it matters.
    pub message: String,
    /// What to do.
    pub remedy: String,
    /// What it rests on.
    pub legal_basis: String,
    /// Whether that is law, a model or practice.
    pub basis: Footing,
    /// Set aside with a reason.
    pub kept: Option<KeptView>,
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
            message: said(&finding.message),
            remedy: said(&finding.remedy),
            legal_basis: said(&finding.legal_basis),
            basis: finding.basis,
            kept: finding.overridden.as_ref().map(KeptView::of),
        }
    }
}

impl KeptView {
    fn of(kept: &FindingOverride) -> Self {
        Self { reason: kept.reason.clone(), by: kept.by.clone(), on: format::date(kept.on) }
    }
}
