//! Which cells of a sheet are otherwise than they were.

use std::collections::BTreeMap;

use domain::refusal::Refusal;
use domain::text::{Bilingual, Language};

use super::Taker;
use super::read::{Grid, Seen};
use crate::sheet::{Cell, Column, Row, Sheet, fingerprint_of};

/// A row with cells that have been changed.
pub struct Touched<'s> {
    /// The name of the row: "emp-study-visit".
    pub id: &'s str,
    /// Where the first of its changed cells stands.
    pub place: String,
    /// The cells that have been changed, by column.
    pub cells: BTreeMap<&'static str, CellNow<'s>>,
}

/// A cell that has been changed.
pub struct CellNow<'s> {
    /// What it holds now; nothing when it has been emptied.
    pub seen: Option<Seen>,
    /// What the project would write there.
    pub project: &'s Cell,
    /// Why what stands there cannot be taken in.
    pub odd: Option<Refusal>,
}

impl Taker<'_> {
    /// The rows of a sheet that have been changed; nothing when the workbook has no such sheet.
    pub(super) fn touched<'s>(
        &self,
        sheet: &'s Sheet,
        notes: &mut Vec<Bilingual>,
    ) -> Result<Option<Vec<Touched<'s>>>, Refusal> {
        let Some((grid, id)) =
            self.workbook.grids.iter().find_map(|grid| Some((grid, self.is(grid, sheet)?)))
        else {
            return Ok(None);
        };
        let columns: Vec<(usize, &Column, u32)> = sheet
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.returns)
            .filter_map(|(index, column)| Some((index, column, grid.column(&self.heads(column.key))?)))
            .collect();
        let mut seen_rows: BTreeMap<String, u32> = BTreeMap::new();
        let mut touched = Vec::new();
        for at in grid.rows() {
            let name = grid.text(at, id).trim().to_owned();
            let known = sheet.rows.iter().find(|row| row.id == name);
            match known {
                None => notes.extend(self.unknown(sheet, grid, at, &name, &columns)),
                Some(row) => {
                    if let Some(before) = seen_rows.insert(name, at) {
                        return Err(twice(grid, &row.id, before, at));
                    }
                    touched.extend(self.row(sheet, grid, at, row, &columns));
                }
            }
        }
        Ok(Some(touched))
    }

    /// Where the names of the rows stand, when it is the sheet.
    fn is(&self, grid: &Grid, sheet: &Sheet) -> Option<u32> {
        let own = sheet.columns.iter().filter(|column| column.key != "id");
        let marked = own.filter(|column| RETURNS.contains(&column.key));
        marked.map(|column| grid.column(&self.heads(column.key))).next()??;
        grid.column(&self.heads("id"))
    }

    /// What can stand at the head of a column.
    fn heads(&self, column: &str) -> Vec<String> {
        let head = self.say(&format!("heads.{column}"));
        [Language::Sv, Language::En].map(|language| head.of(language).clone()).into()
    }

    fn row<'s>(
        &self,
        sheet: &Sheet,
        grid: &Grid,
        at: u32,
        row: &'s Row,
        columns: &[(usize, &Column, u32)],
    ) -> Option<Touched<'s>> {
        let mut cells = BTreeMap::new();
        let mut place = None;
        for (index, column, x) in columns {
            let Some(project) = row.cells.get(*index) else { continue };
            if let Some(cell) = self.cell(sheet, grid, (at, *x), row, column.key, project) {
                place.get_or_insert_with(|| grid.place(at, *x));
                cells.insert(column.key, cell);
            }
        }
        Some(Touched { id: &row.id, place: place?, cells })
    }

    /// A cell, when it is otherwise than it was and than it is in the project.
    fn cell<'s>(
        &self,
        sheet: &Sheet,
        grid: &Grid,
        at: (u32, u32),
        row: &Row,
        column: &str,
        project: &'s Cell,
    ) -> Option<CellNow<'s>> {
        let seen = grid.cells.get(&at).cloned();
        let was = self.workbook.mark(sheet.key, &row.id, column)?;
        let is = fingerprint_of(&seen.as_ref().map(Seen::text).unwrap_or_default());
        let in_project = fingerprint_of(&project.seen());
        let odd = odd(seen.as_ref(), grid, at).or_else(|| (was != in_project).then(|| self.conflict()));
        let unreadable = matches!(seen, Some(Seen::Formula | Seen::Unreadable));
        let changed = unreadable || (is != was && is != in_project);
        changed.then_some(CellNow { seen, project, odd })
    }

    /// A row of the program's own that the project has not; other people's rows are left alone without a word.
    fn unknown(
        &self,
        sheet: &Sheet,
        grid: &Grid,
        at: u32,
        id: &str,
        columns: &[(usize, &Column, u32)],
    ) -> Option<Bilingual> {
        let was_changed = |(_, column, x): &(usize, &Column, u32)| {
            let was = self.workbook.mark(sheet.key, id, column.key);
            was.is_some_and(|was| was != fingerprint_of(&grid.text(at, *x)))
        };
        let text = |text: String| Bilingual::new(text.clone(), text);
        columns.iter().any(was_changed).then(|| {
            let slots = [
                ("row", text((at + 1).to_string())),
                ("sheet", text(grid.name.clone())),
                ("id", text(id.to_owned())),
            ];
            self.fill("returned.unknown_row", &slots)
        })
    }

    fn conflict(&self) -> Refusal {
        let [text, hint] = ["conflict", "conflict_hint"].map(|key| self.say(&format!("returned.{key}")));
        Refusal::bad_input(text.sv, text.en).hint(hint.sv, hint.en)
    }
}

/// The columns by which a sheet is known, whatever its tab is called.
const RETURNS: [&str; 4] = ["wording", "value", "outcome", "reason"];

/// Why a cell cannot be taken in, whatever it was.
fn odd(seen: Option<&Seen>, grid: &Grid, (row, column): (u32, u32)) -> Option<Refusal> {
    let refusal = |sv: &str, en: &str| Refusal::bad_input(sv, en);
    if grid.is_merged(row, column) {
        return Some(
            refusal("Cellen är sammanslagen med andra.", "The cell is merged with others.")
                .hint("Dela upp cellerna och skriv i var och en.", "Split them and write in each."),
        );
    }
    match seen {
        Some(Seen::Formula) => {
            Some(refusal("Cellen innehåller en formel.", "The cell holds a formula.").hint(
                "Skriv det som ska stå i stället för formeln.",
                "Write what is to stand there instead of it.",
            ))
        }
        Some(Seen::Unreadable) => Some(
            refusal("Det som står i cellen går inte att läsa.", "What stands in the cell cannot be read.")
                .hint("Skriv det på nytt.", "Write it anew."),
        ),
        _ => None,
    }
}

fn twice(grid: &Grid, id: &str, one: u32, other: u32) -> Refusal {
    let (one, other, name) = (one + 1, other + 1, &grid.name);
    Refusal::bad_input(
        format!("{id} står på två rader på bladet {name}: {one} och {other}."),
        format!("{id} stands on two rows of the sheet {name}: {one} and {other}."),
    )
    .hint("Ta bort den ena raden.", "Take one of them away.")
}
