//! Task 6: findings.

use domain::catalogue::id::EntryId;
use domain::catalogue::legal::Basis;
use domain::review::Severity;
use serde::Serialize;
use ts_rs::TS;

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
