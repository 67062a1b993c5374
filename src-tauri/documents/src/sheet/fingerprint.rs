//! What a cell was when it was written, in a few letters: how a sheet that comes back shows what its reader has changed.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Cell, Row, Sheet};
use domain::format::NBSP;

/// The bytes that are kept: enough to tell any two texts of a project apart.
const KEPT: usize = 8;

/// A text that was changed without being changed: other line breaks, other spaces, spaces at the end of a line.
pub fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace(NBSP, " ");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end_matches('\n').to_owned()
}

/// The fingerprint of a text.
pub fn of_text(text: &str) -> String {
    let digest = Sha256::digest(plain(text));
    digest[..KEPT].iter().fold(String::new(), |mut hex, byte| {
        // Nothing keeps text from being written to text.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

impl Cell {
    /// The cell as its reader sees it, as one text.
    pub(crate) fn seen(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Choice { chosen: text, .. } => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.to_string(),
        }
    }
}

/// What the cells were.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Marks(pub Vec<Mark>);

/// What a cell was, or all those of a row that cannot be taken back in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    pub sheet: String,
    pub row: String,
    pub column: String,
    pub fingerprint: String,
}

/// What stands for the columns that cannot be taken back in. Their marks stand together, "heading=5f… level=a0…": there are
/// so many that a cell each would double the workbook.
pub(crate) const LIGHT: &str = "light";

impl Marks {
    /// The marks of sheets that are about to be written. A text that a cell cannot hold whole has none.
    pub(crate) fn of(sheets: &[Sheet]) -> Self {
        let rows = sheets.iter().flat_map(|sheet| sheet.rows.iter().map(move |row| (sheet, row)));
        Self(rows.flat_map(|(sheet, row)| of_row(sheet, row)).collect())
    }
}

fn of_row(sheet: &Sheet, row: &Row) -> Vec<Mark> {
    let mark = |column: &str, fingerprint| Mark {
        sheet: sheet.key.into(),
        row: row.id.clone(),
        column: column.into(),
        fingerprint,
    };
    let cells = sheet.columns.iter().zip(&row.cells).filter(|(_, cell)| super::xlsx::fits(cell));
    let (dark, light): (Vec<_>, Vec<_>) = cells.partition(|(column, _)| column.returns);
    let of = |cell: &Cell| of_text(&cell.seen());
    let light: Vec<String> =
        light.into_iter().map(|(column, cell)| format!("{}={}", column.key, of(cell))).collect();
    let dark = dark.into_iter().map(|(column, cell)| mark(column.key, of(cell)));
    dark.chain([mark(LIGHT, light.join(" "))]).collect()
}
