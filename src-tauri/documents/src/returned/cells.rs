//! What is otherwise in a sheet than it was.

use std::collections::BTreeMap;

use domain::refusal::Refusal;

use super::Taker;
use super::left::{Left, Why, with_name};
use super::read::{Grid, Seen};
use super::table::{Table, is_known_by};
use crate::sheet::{Cell, Column, Row, Sheet, fingerprint_of, held};

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

/// What a table says.
#[derive(Default)]
pub struct Read<'s> {
    /// The rows that have been changed.
    pub touched: Vec<Touched<'s>>,
    /// What else is otherwise.
    pub left: Left,
    /// Where each row of the project's stands.
    rows: BTreeMap<&'s str, u32>,
}

impl Read<'_> {
    /// Whether anything at all has been changed.
    pub fn is_changed(&self) -> bool {
        !self.touched.is_empty() || !self.left.is_empty()
    }

    /// Whether a row stands there.
    pub fn has(&self, row: &Row) -> bool {
        self.rows.contains_key(&*row.id)
    }
}

impl Taker<'_> {
    /// What has been changed in a table.
    pub(super) fn read<'s>(&self, sheet: &'s Sheet, table: &Table<'_>) -> Result<Read<'s>, Refusal> {
        let mut read = Read::default();
        for at in table.rows() {
            let name = table.name(at);
            // A spreadsheet may begin a cell with a capital by itself, and no two names differ in that alone.
            match sheet.rows.iter().find(|row| row.id.eq_ignore_ascii_case(&name)) {
                None => self.foreign(sheet, table, (at, &name), &mut read.left),
                Some(row) => {
                    if let Some(before) = read.rows.insert(&row.id, at) {
                        return Err(twice(table.grid, &row.id, before, at));
                    }
                    self.row(sheet, table, at, row, &mut read);
                }
            }
        }
        Ok(read)
    }

    fn row<'s>(&self, sheet: &'s Sheet, table: &Table<'_>, at: u32, row: &'s Row, read: &mut Read<'s>) {
        let mut cells = BTreeMap::new();
        let mut place = None;
        for (column, project) in sheet.columns.iter().zip(&row.cells).filter(|(column, _)| column.key != "id")
        {
            let Some(x) = table.column(column.key) else { continue };
            let mark = self.workbook.mark(sheet.key, &row.id, column.key);
            let stands = Stands { grid: table.grid, at: (at, x), mark, project };
            match stands.otherwise(column) {
                Some(Otherwise::Left(why)) => read.left.add(why, stands.place()),
                Some(Otherwise::Changed) => {
                    place.get_or_insert_with(|| stands.place());
                    cells.insert(column.key, self.now(&stands));
                }
                None => {}
            }
        }
        read.touched.extend(place.map(|place| Touched { id: &row.id, place, cells }));
    }

    fn now<'s>(&self, stands: &Stands<'_, 's>) -> CellNow<'s> {
        let seen = stands.seen().cloned();
        let in_both = stands.mark != Some(&*fingerprint_of(&stands.project.seen()));
        let odd = odd(seen.as_ref(), stands.grid, stands.at).or_else(|| in_both.then(|| self.conflict()));
        CellNow { seen, project: stands.project, odd }
    }

    /// A row that the project has not. One of the program's is told when it has been changed; of others, what stands in a
    /// column of the program's that can be changed, where somebody may think that it is taken in.
    fn foreign(&self, sheet: &Sheet, table: &Table<'_>, (at, name): (u32, &str), left: &mut Left) {
        let place = table.place_of_name(at);
        if self.workbook.knows(sheet.key, name) {
            if self.is_changed(sheet, table, at, name) {
                left.add(Why::Removed, with_name(&place, name));
            }
            return;
        }
        let mut filled = sheet.columns.iter().filter(|column| is_known_by(column.key)).filter_map(|column| {
            let at = (at, table.column(column.key)?);
            table.grid.cells.contains_key(&at).then(|| table.grid.place(at.0, at.1))
        });
        match filled.next() {
            Some(_) if table.is_above(at) || self.is_head(name) => {}
            Some(first) if name.is_empty() => left.add(Why::Nameless, first),
            Some(_) => left.add(Why::Unknown, with_name(&place, name)),
            None => {}
        }
    }

    /// Whether any cell of a row that the program wrote is otherwise, where what it was is known.
    fn is_changed(&self, sheet: &Sheet, table: &Table<'_>, at: u32, name: &str) -> bool {
        sheet.columns.iter().filter(|column| is_known_by(column.key)).any(|column| {
            let is = table.column(column.key).map(|x| fingerprint_of(&table.grid.text(at, x)));
            let was = self.workbook.mark(sheet.key, name, column.key);
            was.zip(is).is_some_and(|(was, is)| was != is)
        })
    }

    /// Whether it is the head of the names, which somebody may have written on another row too.
    fn is_head(&self, name: &str) -> bool {
        let head = self.say("heads.id");
        [head.sv, head.en].iter().any(|head| head == name)
    }

    fn conflict(&self) -> Refusal {
        let [text, hint] = ["conflict", "conflict_hint"].map(|key| self.say(&format!("returned.{key}")));
        Refusal::bad_input(text.sv, text.en).hint(hint.sv, hint.en)
    }
}

/// A cell as it stands, beside what it was and what the project would write there.
struct Stands<'w, 's> {
    grid: &'w Grid,
    at: (u32, u32),
    mark: Option<&'w str>,
    project: &'s Cell,
}

/// How a cell is otherwise than it was and than it is in the project.
enum Otherwise {
    Changed,
    Left(Why),
}

impl<'w> Stands<'w, '_> {
    fn seen(&self) -> Option<&'w Seen> {
        self.grid.cells.get(&self.at)
    }

    fn place(&self) -> String {
        self.grid.place(self.at.0, self.at.1)
    }

    /// Nothing when it is as it was, or as it is in the project.
    fn otherwise(&self, column: &Column) -> Option<Otherwise> {
        let seen = self.seen();
        let is = fingerprint_of(&seen.map(Seen::text).unwrap_or_default());
        let unreadable = matches!(seen, Some(Seen::Formula | Seen::Unreadable));
        let differs = unreadable || is != fingerprint_of(&held(&self.project.seen()));
        match self.mark {
            Some(was) if differs && (unreadable || was != is) => Some(if column.returns {
                Otherwise::Changed
            } else {
                Otherwise::Left(Why::Column(column.key))
            }),
            // What is written by hand where the sheet had nothing; an older sheet has no marks of the other columns.
            None if differs && column.returns && seen.is_some() => Some(Otherwise::Left(Why::Unmarked)),
            _ => None,
        }
    }
}

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
