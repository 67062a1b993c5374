//! A sheet of the program's that cannot be read as it stands now: said, and never taken for unchanged.

use domain::refusal::Refusal;
use domain::text::Bilingual;

use super::table::{Lost, Table};
use super::{Change, Returned, Taker};
use crate::sheet::Sheet;

impl Taker<'_> {
    /// A sheet that stood in the workbook when it was made, and whose table is not found whole.
    pub(super) fn lost(&self, sheet: &Sheet, table: Option<&Table<'_>>, returned: &mut Returned) {
        if !self.workbook.has(sheet.key) {
            return;
        }
        let tab =
            || self.headless(sheet).map(|grid| (grid.place(0, 0), self.refusal("no_heads", sheet, "id")));
        match table.map(|table| (table.place_of_heads(), self.why(sheet, table))).or_else(tab) {
            Some((place, refusal)) => returned.changes.push(self.unreadable(sheet, place, refusal)),
            None => returned.notes.push(self.fill("lost.no_sheet", &[("sheet", self.name_of(sheet))])),
        }
    }

    /// A sheet that has been copied, with changes in more than one of the copies.
    pub(super) fn in_copies(&self, sheet: &Sheet, other: &Table<'_>) -> Change {
        self.unreadable(sheet, other.place_of_heads(), self.refusal("copied", sheet, "id"))
    }

    fn why(&self, sheet: &Sheet, table: &Table<'_>) -> Refusal {
        match table.lost(sheet) {
            Some(Lost::Twice(column)) => self.refusal("column_twice", sheet, column),
            Some(Lost::Gone(column)) => self.refusal("no_column", sheet, column),
            None => self.refusal("no_heads", sheet, "id"),
        }
    }

    fn refusal(&self, key: &str, sheet: &Sheet, column: &str) -> Refusal {
        let slots = [("sheet", self.name_of(sheet)), ("head", self.written(&format!("heads.{column}")))];
        let [text, hint] =
            [key.to_owned(), format!("{key}_hint")].map(|key| self.fill(&format!("lost.{key}"), &slots));
        Refusal::bad_input(text.sv, text.en).hint(hint.sv, hint.en)
    }

    fn unreadable(&self, sheet: &Sheet, place: String, refusal: Refusal) -> Change {
        Change {
            about: self.fill("lost.about", &[("sheet", self.name_of(sheet))]),
            place,
            differences: Vec::new(),
            remarks: Vec::new(),
            outcome: Err(refusal),
        }
    }

    fn name_of(&self, sheet: &Sheet) -> Bilingual {
        self.written(&format!("names.{}", sheet.key))
    }
}
