//! Task 7: what a sheet that comes back would change, before anything is written.

use documents::returned::{Change, Returned};
use domain::edit::Edit;
use domain::text::Language;
use serde::Serialize;
use ts_rs::TS;

/// What a sheet would change.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetView {
    /// The changes, in the order of the sheet.
    pub changes: Vec<SheetChange>,
    /// What is not taken in, and why.
    pub notes: Vec<String>,
    /// All of them as one edit; nothing when there are none, or one of them cannot be made.
    pub edit: Option<Edit>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetChange {
    /// "K2 Studiebesök"
    pub about: String,
    /// Where it stands in the sheet: "Krav!D5".
    pub place: String,
    /// What is otherwise than it was.
    pub differences: Vec<SheetDifference>,
    /// What else follows from it.
    pub remarks: Vec<String>,
    /// Why it cannot be made, and what to do.
    pub refused: Option<String>,
}

/// Something that is otherwise than it was.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetDifference {
    /// "Antal studiebesök"
    pub what: String,
    /// As it reads in the project.
    pub old: String,
    /// As it reads in the sheet.
    pub new: String,
}

impl SheetView {
    /// In the language of the window.
    pub fn of(returned: &Returned, language: Language) -> Self {
        let edits = returned.edits().ok().filter(|edits| !edits.is_empty());
        Self {
            changes: returned.changes.iter().map(|change| SheetChange::of(change, language)).collect(),
            notes: returned.notes.iter().map(|note| note.of(language).clone()).collect(),
            edit: edits.map(|edits| Edit::Sheet { edits }),
        }
    }
}

impl SheetChange {
    fn of(change: &Change, language: Language) -> Self {
        let differences = change.differences.iter().map(|difference| SheetDifference {
            what: difference.what.of(language).clone(),
            old: difference.old.clone(),
            new: difference.new.clone(),
        });
        let refused = change.outcome.as_ref().err().map(|refusal| {
            let hint = refusal.hint.as_ref().map(|hint| format!(" {}", hint.of(language)));
            format!("{}{}", refusal.text.of(language), hint.unwrap_or_default())
        });
        Self {
            about: change.about.of(language).clone(),
            place: change.place.clone(),
            differences: differences.collect(),
            remarks: change.remarks.iter().map(|remark| remark.of(language).clone()).collect(),
            refused,
        }
    }
}
