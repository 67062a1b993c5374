//! Task 6: findings.

use domain::catalogue::id::EntryId;
use domain::catalogue::legal::Basis;
use domain::format;
use domain::needs::facts::serde_name;
use domain::requirements::words::Speaker;
use domain::review::{Finding, FindingOverride, Severity};
use serde::Serialize;
use ts_rs::TS;

use super::requirement::{basis_word, number};

/// A rule that fired.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// "R12"
    pub code: String,
    /// How grave.
    pub severity: Severity,
    /// "Stopp"
    pub severity_word: String,
    /// "K3 Studiebesök", "Hela upphandlingen"
    pub place: String,
    /// The requirement it is about, when it is about one.
    pub entry: Option<EntryId>,
    /// What is so, and why it matters.
    pub message: String,
    /// What to do.
    pub remedy: String,
    /// What it rests on.
    pub legal_basis: String,
    /// Whether that is law, or a model.
    pub basis: Basis,
    /// "lag"
    pub basis_word: String,
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
        let kept = |o: &&FindingOverride| o.is_about(finding.rule.code(), finding.entry.as_ref());
        Self {
            code: finding.rule.code().to_owned(),
            severity: finding.severity,
            severity_word: speaker.phrase(&format!("window.severity.{}", serde_name(&finding.severity))),
            place: place(finding, speaker).unwrap_or_else(|| speaker.phrase("window.place.whole")),
            entry: finding.entry.clone(),
            message: said(&finding.message),
            remedy: said(&finding.remedy),
            legal_basis: said(&finding.legal_basis),
            basis: finding.basis,
            basis_word: basis_word(finding.basis, speaker),
            kept: speaker.project.overrides.iter().find(kept).map(KeptView::of),
        }
    }
}

fn place(finding: &Finding, speaker: Speaker<'_>) -> Option<String> {
    let active = speaker.assessment.active_for(finding.entry.as_ref()?)?;
    let title = speaker.requirement(speaker.catalogue.entry(&active.entry)?)?.words.title.clone();
    Some(format!("{} {title}", number(active)))
}

impl KeptView {
    fn of(kept: &FindingOverride) -> Self {
        Self { reason: kept.reason.clone(), by: kept.by.clone(), on: format::date(kept.on) }
    }
}
