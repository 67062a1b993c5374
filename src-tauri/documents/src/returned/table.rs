//! Where the program's own table stands in a sheet that came back, and what its columns are.

use std::collections::BTreeMap;

use domain::catalogue::phrases::Phrases;
use domain::refusal::Refusal;
use domain::text::{Bilingual, Language};

use super::Taker;
use super::read::{Grid, Seen};
use crate::sheet::{self, OUTCOME, REASON, Sheet, VALUE, WORDING};

/// The columns by which a sheet is known, whatever its tab is called.
const KNOWN_BY: [&str; 4] = [WORDING, VALUE, OUTCOME, REASON];
/// The column with the names of the rows.
const NAME: &str = "id";
/// With so many heads of the program's, a sheet that has lost the others was its own.
const FEWEST_HEADS: usize = 2;
/// The longest head, in bytes, with all spaces that somebody may have put into it.
const LONGEST: usize = 200;

/// The program's table in a sheet that came back.
pub struct Table<'w> {
    pub grid: &'w Grid,
    /// The row with the heads, which may stand below what others have written above.
    head: u32,
    /// Where each column stands; more than once when somebody has copied it.
    columns: BTreeMap<&'static str, Vec<u32>>,
}

/// Why a table cannot be read.
pub enum Lost {
    /// The column is not there.
    Gone(&'static str),
    /// The column stands there more than once.
    Twice(&'static str),
}

impl<'w> Table<'w> {
    /// The row with most of these heads, the first of several.
    fn find(grid: &'w Grid, heads: &BTreeMap<String, &'static str>) -> Self {
        let mut rows: BTreeMap<u32, BTreeMap<&'static str, Vec<u32>>> = BTreeMap::new();
        for ((row, column), seen) in &grid.cells {
            if let Some(key) = words(seen).and_then(|head| heads.get(&lenient(head))) {
                rows.entry(*row).or_default().entry(key).or_default().push(*column);
            }
        }
        let best = rows.into_iter().rev().max_by_key(|(_, columns)| columns.len());
        let (head, columns) = best.unwrap_or_default();
        Self { grid, head, columns }
    }

    /// Where a column stands, when it does.
    pub fn column(&self, key: &str) -> Option<u32> {
        self.columns.get(key)?.first().copied()
    }

    /// The rows that hold anything, but the heads.
    pub fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.grid.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows.retain(|row| *row != self.head);
        rows
    }

    /// Whether a row stands above the heads, where a title is no row of the table.
    pub fn is_above(&self, row: u32) -> bool {
        row < self.head
    }

    /// The name of a row.
    pub fn name(&self, row: u32) -> String {
        self.column(NAME).map(|column| self.grid.text(row, column).trim().to_owned()).unwrap_or_default()
    }

    /// "Krav!A5": where the name of a row stands.
    pub fn place_of_name(&self, row: u32) -> String {
        self.grid.place(row, self.column(NAME).unwrap_or_default())
    }

    /// "Krav!A1": where the heads begin.
    pub fn place_of_heads(&self) -> String {
        self.grid.place(self.head, 0)
    }

    /// Why it cannot be read; nothing when it can.
    pub fn lost(&self, sheet: &Sheet) -> Option<Lost> {
        let mut needed = sheet.columns.iter().map(|column| column.key).filter(|key| is_needed(key));
        needed.find_map(|key| match self.columns.get(key).map(Vec::len) {
            None => Some(Lost::Gone(key)),
            Some(1) => None,
            Some(_) => Some(Lost::Twice(key)),
        })
    }
}

impl Taker<'_> {
    /// The tables that the workbook holds, with the key of the sheet that each is of: one may have been copied.
    pub(super) fn tables(&self, sheets: &[Sheet]) -> Vec<(&'static str, Table<'_>)> {
        let phrases = &self.assessment.catalogue.phrases;
        let keys = |sheet: &Sheet| sheet.columns.iter().map(|column| column.key).collect::<Vec<_>>();
        let heads: Vec<_> = sheets.iter().map(|sheet| (sheet.key, heads(keys(sheet), phrases))).collect();
        let table = |grid| {
            let found = heads.iter().map(|(key, heads)| (*key, Table::find(grid, heads)));
            // Sheets have heads in common, so it is the one that most of them are of; the first when that is several.
            let best = found.rev().max_by_key(|(_, table)| table.columns.len());
            best.filter(|(_, table)| table.columns.len() >= FEWEST_HEADS)
        };
        self.workbook.grids.iter().filter_map(table).collect()
    }

    /// The sheet's tab where no heads of it are left.
    pub(super) fn headless(&self, sheet: &Sheet) -> Option<&Grid> {
        let name = self.say(&format!("names.{}", sheet.key));
        self.workbook.grids.iter().find(|grid| [&name.sv, &name.en].contains(&&grid.name))
    }
}

/// Why none of the sheets is taken in, when one of them is of a document that never is.
pub fn one_way(grids: &[Grid], phrases: &Phrases) -> Option<Refusal> {
    sheet::one_way().into_iter().find_map(|columns| {
        let heads = heads(columns, phrases);
        // Sheets have heads in common: of another sheet's there are fewer than half.
        let is_it = |grid: &&Grid| Table::find(grid, &heads).columns.len() * 2 > columns.len();
        let name = &grids.iter().find(is_it)?.name;
        let name = Bilingual::new(name, name);
        let [text, hint] = ["text", "hint"]
            .map(|part| phrases.fill(&format!("sheet.one_way.{part}"), &[("sheet", name.clone())]));
        Some(Refusal::bad_input(text.sv, text.en).hint(hint.sv, hint.en))
    })
}

/// The keys of columns by what can stand at their heads.
fn heads(
    columns: impl IntoIterator<Item = &'static str>,
    phrases: &Phrases,
) -> BTreeMap<String, &'static str> {
    let both = |key: &'static str| {
        let head = phrases.say(&format!("sheet.heads.{key}"));
        [Language::Sv, Language::En].map(|language| (lenient(head.of(language)), key))
    };
    columns.into_iter().flat_map(both).collect()
}

/// Whether what is changed in a column is looked for; the table cannot be read without it.
pub fn is_known_by(key: &str) -> bool {
    KNOWN_BY.contains(&key)
}

fn is_needed(key: &str) -> bool {
    key == NAME || is_known_by(key)
}

/// What may be a head: none is as long as a wording.
fn words(seen: &Seen) -> Option<&str> {
    if let Seen::Text(text) = seen { Some(text.as_str()).filter(|text| text.len() <= LONGEST) } else { None }
}

/// A head however it has been spaced, and in capitals or not.
fn lenient(head: &str) -> String {
    head.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
