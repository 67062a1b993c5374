//! "Senast ändrat": what has been done to a project, in words.

use domain::revision::{Revision, RevisionId};
use domain::text::Language;
use serde::Serialize;
use ts_rs::TS;

/// A change that was kept.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryRow {
    /// Its revision.
    pub revision: RevisionId,
    /// When, UTC: 2026-11-25T14:32:00Z.
    pub at: String,
    /// Who; may be empty.
    pub officer: String,
    /// What: "Värde: 20 000 000 kr".
    pub words: String,
    /// What the officer calls the version that it left.
    pub name: Option<String>,
}

impl HistoryRow {
    /// A revision, in the language of the window.
    pub fn of(revision: Revision, language: Language) -> Self {
        Self {
            revision: revision.id,
            at: revision.at.to_string(),
            officer: revision.officer,
            words: revision.words.of(language).clone(),
            name: revision.name,
        }
    }
}
