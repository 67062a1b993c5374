//! Backups: which there are of a project, and what one holds of it.

use serde::Serialize;
use ts_rs::TS;

use super::difference::DifferenceRow;
use super::refusal::RefusalView;

/// The backups of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupsView {
    /// Those that it is in, the newest first.
    pub rows: Vec<BackupRow>,
    /// What was found damaged of all backups since the program started, and what has been done about it.
    pub damaged: Vec<RefusalView>,
}

/// A backup that a project is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupRow {
    /// Its name.
    pub name: String,
    /// When it was made, UTC.
    pub at: String,
    /// How many changes have been made to the project since.
    pub changes: usize,
}

/// What a backup holds of a project: it has been opened, checked and read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// Its name.
    pub name: String,
    /// When it was made, UTC.
    pub at: String,
    /// What the project is called when it comes back: "Städning, kopia 14:05".
    pub title: String,
    /// What is different in the project now.
    pub differences: Vec<DifferenceRow>,
}
