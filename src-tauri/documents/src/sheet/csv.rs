//! A sheet as a CSV file for a Swedish Excel: UTF-8 with a byte order mark, semicolons, RFC 4180 quoting, CR LF between rows.
//!
//! A text that a spreadsheet would compute or strip, since it begins with = + - @, a tab or a line break, has an
//! apostrophe in front of it; and so has one that begins with an apostrophe. Who reads the file takes one leading
//! apostrophe away, and has the text as it was. Numbers have a decimal comma, days are written 2027-04-01.

use super::{Cell, Sheet};

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The sheet as a file.
///
/// # Errors
/// When a row cannot be written, which does not depend on what it says.
pub fn render(sheet: &Sheet) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(sheet.columns.iter().map(|column| shielded(&column.head)))?;
    for row in &sheet.rows {
        writer.write_record(row.cells.iter().map(written))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Choice { chosen: text, .. } => shielded(text),
        Cell::Number(number) => number.to_string().replace('.', ","),
        Cell::Date(day) => day.to_string(),
    }
}

fn shielded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\'']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::shielded;

    #[test]
    fn a_text_that_would_be_computed_comes_back_as_it_was() {
        let read = |written: &str| written.strip_prefix('\'').unwrap_or(written).to_owned();
        for text in ["=1+1", "+46 8", "-2", "@namn", "'citat", "''", "\tindrag", "2027-04-01", ""] {
            assert_eq!(read(&shielded(text)), text);
            assert!(!shielded(text).starts_with(['=', '+', '-', '@', '\t']), "{text}");
        }
    }
}
