//! A workbook as it came back: whose it is, what its cells were, and what they are.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Cursor;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, Xlsx, XlsxError};
use domain::refusal::Refusal;
use domain::text::Language;
use jiff::civil::Date;

use super::guard::{self, no_workbook, too_large};
use crate::sheet::LIGHT;
use crate::sheet::xlsx::{MARKS, VERSION};

/// What a cell takes beside its text, in bytes. So at most some 200 000 are read: a thousand requirements with all their
/// values take fewer.
const CELL: u64 = 320;
/// The most sheets that are looked at.
const MOST_SHEETS: usize = 50;

/// A workbook that came back.
pub struct Workbook {
    /// The id of the project that it was made of.
    pub project: String,
    /// The language that it was made in.
    pub language: Language,
    /// What cells were, by sheet, row and column.
    marks: HashMap<[String; 3], String>,
    /// The rows that there were, by sheet.
    rows: HashSet<[String; 2]>,
    /// All sheets but the hidden one.
    pub grids: Vec<Grid>,
}

/// A sheet as it is now.
pub struct Grid {
    /// The name on its tab.
    pub name: String,
    /// The cells that hold anything.
    pub cells: BTreeMap<(u32, u32), Seen>,
    /// Where several cells are one.
    pub merged: Vec<Dimensions>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
    /// Yes or no.
    Flag(bool),
    /// Something that is worked out from other cells.
    Formula,
    /// What a spreadsheet shows when it cannot work something out, or what is no day.
    Unreadable,
}

/// The sheets in these bytes.
///
/// # Errors
/// When they cannot be read, or are too large.
pub fn open(bytes: &[u8]) -> Result<Vec<Grid>, Refusal> {
    guard::check(bytes)?;
    let mut xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    let names = xlsx.sheet_names();
    if names.len() > MOST_SHEETS {
        return Err(too_large());
    }
    // A text is written once in the file and read anew for each cell that has it.
    let mut left = guard::LARGEST;
    let mut grids = Vec::new();
    for name in names {
        grids.push(grid(&mut xlsx, name, &mut left)?);
    }
    Ok(grids)
}

/// The workbook that these sheets are.
///
/// # Errors
/// When it is not one of the program's own that can be taken back in.
pub fn identified(mut grids: Vec<Grid>) -> Result<Workbook, Refusal> {
    let hidden = grids.iter().position(|grid| grid.name == MARKS).ok_or_else(not_ours)?;
    let hidden = grids.swap_remove(hidden);
    let row = |row| [0, 1, 2, 3].map(|column| hidden.text(row, column));
    let [[ours, version, ..], [_, project, ..], [_, language, ..]] = [0, 1, 2].map(row);
    let version: u32 = version.parse().map_err(|_| not_ours())?;
    if ours != MARKS || project.is_empty() {
        return Err(not_ours());
    }
    if version != VERSION {
        return Err(other_version());
    }
    let last = hidden.cells.keys().map(|(row, _)| *row).max().unwrap_or(0);
    let marks: HashMap<[String; 3], String> = (3..=last).map(row).flat_map(marks).collect();
    let language = if language == "en" { Language::En } else { Language::Sv };
    let rows = marks.keys().map(|[sheet, row, _]| [sheet.clone(), row.clone()]).collect();
    Ok(Workbook { project, language, marks, rows, grids })
}

/// A cell's mark, or those of several that stand as one.
fn marks([sheet, row, column, mark]: [String; 4]) -> Vec<([String; 3], String)> {
    if column != LIGHT {
        return vec![([sheet, row, column], mark)];
    }
    let each =
        |(column, mark): (&str, &str)| ([sheet.clone(), row.clone(), column.to_owned()], mark.to_owned());
    mark.split(' ').filter_map(|one| one.split_once('=')).map(each).collect()
}

fn grid(xlsx: &mut Xlsx<Cursor<&[u8]>>, name: String, left: &mut u64) -> Result<Grid, Refusal> {
    let cells = cells(xlsx, &name, left)?;
    let merged = xlsx.merge_cells_by_sheet_name(&name).map_err(|_| no_workbook())?;
    Ok(Grid { name, cells, merged })
}

fn cells(
    xlsx: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    left: &mut u64,
) -> Result<BTreeMap<(u32, u32), Seen>, Refusal> {
    let mut cells = BTreeMap::new();
    let mut reader = match xlsx.worksheet_cells_reader(name) {
        // A sheet that holds only a diagram has no cells.
        Err(XlsxError::NotAWorksheet(kind)) if kind != "worksheet" => return Ok(cells),
        // One that is missing or cut off would else be taken for one where nothing has been changed.
        reader => reader.map_err(|_| no_workbook())?,
    };
    // What a formula is does not matter here, and unlike its words it is no larger than the file says.
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|_| no_workbook())? {
        if cells.contains_key(&cell.pos) {
            return Err(twice(name, cell.pos));
        }
        let seen = if cell.formula.is_some() { Some(Seen::Formula) } else { seen(cell.value) };
        if let Some(seen) = seen {
            let many = cells.len() as u64 * CELL > guard::LARGEST / 2;
            let too_much = || if many { too_many(name) } else { too_large() };
            *left = left.checked_sub(CELL + seen.length()).ok_or_else(too_much)?;
            cells.insert(cell.pos, seen);
        }
    }
    Ok(cells)
}

fn seen(data: DataRef<'_>) -> Option<Seen> {
    Some(match data {
        DataRef::Empty => return None,
        DataRef::Int(number) => return words(&number.to_string()),
        DataRef::Float(number) => Seen::Number(number),
        DataRef::String(text) => return words(&text),
        DataRef::SharedString(text) => return words(text),
        DataRef::Bool(flag) => Seen::Flag(flag),
        DataRef::DateTime(time) => day(time),
        DataRef::DateTimeIso(text) => {
            text.get(..10).and_then(|day| day.parse().ok()).map_or(Seen::Unreadable, Seen::Day)
        }
        DataRef::DurationIso(_) | DataRef::Error(_) => Seen::Unreadable,
    })
}

fn words(text: &str) -> Option<Seen> {
    (!text.trim().is_empty()).then(|| Seen::Text(text.to_owned()))
}

fn day(time: ExcelDateTime) -> Seen {
    if !time.is_datetime() || !(0.0..2_958_466.0).contains(&time.as_f64()) {
        return Seen::Unreadable;
    }
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    let part = |part: u8| i8::try_from(part).unwrap_or_default();
    let day = Date::new(i16::try_from(year).unwrap_or_default(), part(month), part(day));
    day.map_or(Seen::Unreadable, Seen::Day)
}

impl Workbook {
    /// What a cell was when the workbook was made.
    pub fn mark(&self, sheet: &str, row: &str, column: &str) -> Option<&str> {
        self.marks.get(&[sheet, row, column].map(str::to_owned)).map(String::as_str)
    }

    /// Whether a row stood in a sheet when the workbook was made.
    pub fn knows(&self, sheet: &str, row: &str) -> bool {
        self.rows.contains(&[sheet, row].map(str::to_owned))
    }

    /// Whether a sheet stood in the workbook when it was made.
    pub fn has(&self, sheet: &str) -> bool {
        self.rows.iter().any(|[other, _]| other == sheet)
    }
}

impl Grid {
    /// The text of a cell; nothing when it is empty.
    pub fn text(&self, row: u32, column: u32) -> String {
        self.cells.get(&(row, column)).map(Seen::text).unwrap_or_default()
    }

    /// Whether a cell is a part of a larger one.
    pub fn is_merged(&self, row: u32, column: u32) -> bool {
        self.merged.iter().any(|area| area.contains(row, column))
    }

    /// "Krav!D5"
    pub fn place(&self, row: u32, column: u32) -> String {
        place(&self.name, (row, column))
    }
}

impl Seen {
    /// How much text it keeps, in bytes.
    fn length(&self) -> u64 {
        if let Self::Text(text) = self { text.len() as u64 } else { 0 }
    }

    /// As one text, so that it can be told from what it was.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Formula | Self::Unreadable => String::new(),
        }
    }
}

fn place(sheet: &str, (row, column): (u32, u32)) -> String {
    format!("{sheet}!{}{}", letters(column), row + 1)
}

/// A column as spreadsheets name it: A to Z, then AA.
fn letters(column: u32) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    match column / 26 {
        0 => last.to_string(),
        rest => format!("{}{last}", letters(rest - 1)),
    }
}

/// Which of the two holds cannot be told.
fn twice(sheet: &str, at: (u32, u32)) -> Refusal {
    let place = place(sheet, at);
    Refusal::bad_input(
        format!("Cellen {place} står två gånger i Excel-filen."),
        format!("The cell {place} stands twice in the workbook."),
    )
    .hint(
        "Öppna filen i Excel, se efter vad som står i cellen och spara den på nytt.",
        "Open the file in Excel, see what stands in the cell and save it anew.",
    )
}

/// It is the rows of this sheet that fill the memory, and not what else there is.
fn too_many(sheet: &str) -> Refusal {
    Refusal::bad_input(
        format!("Bladet {sheet} har fler ifyllda rader än vad Samkrav kan läsa."),
        format!("The sheet {sheet} has more rows with something in them than Samkrav can read."),
    )
    .hint(
        "Ta bort de rader som inte hör till Samkravs tabell, och spara filen på nytt.",
        "Take away the rows that do not belong to Samkrav's table, and save the file anew.",
    )
}

fn not_ours() -> Refusal {
    Refusal::bad_input(
        "Excel-filen är inte gjord av Samkrav, eller så har den förlorat det som säger vad den hör till.",
        "The workbook was not made by Samkrav, or has lost what says where it belongs.",
    )
    .hint(
        "Skapa Excel-filen på nytt av projektet, och ändra i den.",
        "Make the Excel file of the project anew, and change that one.",
    )
}

fn other_version() -> Refusal {
    Refusal::bad_input(
        "Excel-filen är gjord av en annan version av Samkrav.",
        "The workbook was made by another version of Samkrav.",
    )
    .hint(
        "Gör ett nytt blad av projektet, och ändra där.",
        "Make a new sheet of the project, and change that.",
    )
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
