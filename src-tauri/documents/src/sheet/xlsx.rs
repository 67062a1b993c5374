//! Sheets as an Excel workbook: heads that stay, filters, wrapped text, real days and numbers, lists to choose from.
//!
//! Text is written as text, never as a formula. The same sheets make the same bytes.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
    Worksheet, XlsxError,
};

use super::fingerprint::Marks;
use super::{Book, Cell, Column, Returns, Sheet};
use crate::model::{Language, Meta};
use crate::phrase::one_line;
use crate::words::Words;

/// The most characters of a cell, in Excel.
const LONGEST: usize = 32_767;
/// The most characters of a list that stands with its cell, in Excel.
const LONGEST_LIST: usize = 255;
/// A3, in Excel's numbering: the tables are wide.
const A3: u8 = 8;
/// Wordings of a few lines are read without making the row higher by hand; longer ones are scrolled to.
const TALLEST: f64 = 300.0;

/// The name of the sheet that says what the cells were, and what stands in its corner.
pub(crate) const MARKS: &str = "samkrav";
/// Raised when what comes back can no longer be read as it was.
pub(crate) const VERSION: u32 = 1;

/// The sheets as a workbook.
///
/// # Errors
/// When it cannot be put together, which does not depend on what the sheets say.
pub fn render(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&book.meta));
    let formats = Formats::new();
    for sheet in &book.sheets {
        write(workbook.add_worksheet(), sheet, &book.meta, &formats)?;
    }
    if let Some(returns) = &book.returns {
        explain(workbook.add_worksheet(), returns)?;
        mark(workbook.add_worksheet(), returns, book)?;
    }
    workbook.save_to_buffer()
}

fn properties(meta: &Meta) -> DocProperties {
    let title = one_line(&format!("{}: {}", meta.kind, meta.title));
    let properties = DocProperties::new().set_title(title).set_author(one_line(&meta.authority));
    // Without a day of the document there would be the day of today.
    let day =
        meta.date.get(..10).and_then(|day| day.parse::<Date>().ok()).unwrap_or(Date::constant(2000, 1, 1));
    match excel_day(day) {
        Ok(day) => properties.set_creation_datetime(&day),
        Err(_) => properties,
    }
}

fn write(worksheet: &mut Worksheet, sheet: &Sheet, meta: &Meta, formats: &Formats) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    for (index, column) in (0..).zip(&sheet.columns) {
        worksheet.set_column_width(index, f64::from(column.width))?;
        worksheet.write_string_with_format(0, index, &column.head, &head(column))?;
    }
    for (index, row) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(&row.cells) {
            write_cell(worksheet, (index, column), cell, formats)?;
        }
        worksheet.set_row_height(index, height(sheet, &row.cells))?;
    }
    let last = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let columns = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX);
    worksheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
    worksheet.set_freeze_panes(1, 0)?;
    on_paper(worksheet, meta)
}

/// On paper: the head on every page, all columns side by side, state, version and page at the foot.
fn on_paper(worksheet: &mut Worksheet, meta: &Meta) -> Result<(), XlsxError> {
    let words = Words::of(meta.language);
    let plain = |text: &str| one_line(text).replace('&', "&&");
    let [before, between, after] = words.around_page();
    let state = format!("{}, {}", words.state(&meta.status), words.version(&meta.status));
    let left =
        format!("&L{} {}", plain(&meta.authority), plain(meta.reference.as_deref().unwrap_or_default()));
    let head = format!("{left}&R{}", plain(&format!("{}: {}", meta.kind, meta.title)));
    // Excel takes no more of either.
    let short = |text: String| text.chars().take(250).collect::<String>();
    let foot = format!("&L{}&C{}&R{before}&P{between}&N{after}", plain(&state), plain(&meta.date));
    worksheet.set_landscape().set_paper_size(A3).set_print_fit_to_pages(1, 0);
    worksheet.set_header(short(head)).set_footer(short(foot));
    worksheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// How cells of each kind look: made once, since there are thousands of cells.
struct Formats {
    text: Format,
    number: Format,
    day: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            text: body(),
            number: body().set_num_format("#,##0.##"),
            day: body().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
        }
    }
}

fn write_cell(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => worksheet.write_blank(row, column, &formats.text),
        Cell::Text(text) => worksheet.write_string_with_format(row, column, held(text), &formats.text),
        Cell::Number(number) => worksheet.write_number_with_format(row, column, *number, &formats.number),
        Cell::Date(day) => worksheet.write_datetime_with_format(row, column, excel_day(*day)?, &formats.day),
        Cell::Choice { chosen, among } => {
            if let Some(list) = list(among)? {
                worksheet.add_data_validation(row, column, row, column, &list)?;
            }
            match chosen.as_str() {
                "" => worksheet.write_blank(row, column, &formats.text),
                chosen => worksheet.write_string_with_format(row, column, held(chosen), &formats.text),
            }
        }
    }
    .map(drop)
}

/// A list to choose from, when it is short enough and no word in it would be two.
fn list(among: &[String]) -> Result<Option<DataValidation>, XlsxError> {
    let length: usize = among.iter().map(|word| word.chars().count() + 1).sum();
    if among.is_empty() || length > LONGEST_LIST || among.iter().any(|word| word.contains(',')) {
        return Ok(None);
    }
    DataValidation::new().allow_list_strings(among).map(Some)
}

/// Whether a cell holds all of it.
pub(crate) fn fits(cell: &Cell) -> bool {
    cell.seen().encode_utf16().count() <= LONGEST
}

/// As much of a text as a cell holds.
pub(crate) fn held(text: &str) -> Cow<'_, str> {
    if text.encode_utf16().count() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let mut left = LONGEST - 1;
    let kept = text.chars().take_while(|c| {
        left = left.saturating_sub(c.len_utf16());
        left > 0
    });
    Cow::Owned(kept.chain(['…']).collect())
}

/// High enough for the cell with most lines, since not every program works that out by itself.
fn height(sheet: &Sheet, cells: &[Cell]) -> f64 {
    const LINE: f64 = 13.5;
    let lines = |(column, cell): (&Column, &Cell)| {
        let width = usize::from(column.width).max(1);
        cell.seen().lines().map(|line| line.chars().count() / width + 1).sum::<usize>()
    };
    let most = sheet.columns.iter().zip(cells).map(lines).max().unwrap_or(1).clamp(1, 20);
    (u32::try_from(most).map_or(LINE, f64::from) * LINE).min(TALLEST)
}

fn body() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top).set_font_name("Calibri").set_font_size(10)
}

/// The head of a column that can be changed is dark, so that it is found at a glance, also in black and white.
fn head(column: &Column) -> Format {
    let format = body().set_bold().set_border_bottom(FormatBorder::Medium);
    if column.returns {
        return format.set_background_color(Color::RGB(0x0B_54_62)).set_font_color(Color::White);
    }
    format.set_background_color(Color::RGB(0xE6_E6_E6))
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or_default(), part(day.month()), part(day.day()))
}

fn explain(worksheet: &mut Worksheet, returns: &Returns) -> Result<(), XlsxError> {
    let (name, lines) = &returns.how;
    worksheet.set_name(name)?.set_column_width(0, 90)?;
    for (row, line) in (0..).zip(lines) {
        let format = if row == 0 { body().set_bold() } else { body() };
        worksheet.write_string_with_format(row, 0, line, &format)?;
    }
    Ok(())
}

/// What the cells were, out of the reader's sight.
fn mark(worksheet: &mut Worksheet, returns: &Returns, book: &Book) -> Result<(), XlsxError> {
    worksheet.set_name(MARKS)?.set_very_hidden(true);
    let language = match book.meta.language {
        Language::Sv => "sv",
        Language::En => "en",
    };
    for (row, (key, value)) in (0..).zip([
        (MARKS, VERSION.to_string()),
        ("project", returns.project.clone()),
        ("language", language.into()),
    ]) {
        worksheet.write_string(row, 0, key)?.write_string(row, 1, value)?;
    }
    for (row, mark) in (3..).zip(Marks::of(&book.sheets).0) {
        let cells = [mark.sheet, mark.row, mark.column, mark.fingerprint];
        for (column, text) in (0..).zip(cells) {
            worksheet.write_string(row, column, text)?;
        }
    }
    Ok(())
}
