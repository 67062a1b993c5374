//! A part of a workbook, looked through as the reader goes through it. The reader counts without bounds with the places
//! and makes room for the numbers that it meets, so that each of them is weighed here first.

use std::io::{self, BufReader, Read};

use domain::refusal::Refusal;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Error, Reader, escape};

use super::guard::{no_workbook, too_large};

/// The most of what the reader keeps whole for each time that it is named: formats, sheets and merged cells.
const MOST_REPEATED: u32 = 10_000;
/// The longest name that it keeps with each of them, in bytes.
const LONGEST_NAME: usize = 4096;
/// The longest format of a number, in characters: what Excel takes.
const LONGEST_FORMAT: usize = 255;
/// The most letters of a column and digits of a row. Excel's last cell is XFD1048576.
const LETTERS: usize = 3;
const DIGITS: usize = 7;

/// What has been met.
#[derive(Default)]
struct Met {
    repeated: u32,
    /// How many texts there are, as the part says.
    texts: u64,
    /// How many elements are open.
    open: u64,
    /// It is a sheet, by its first element: one that ends early has lost what was changed in it.
    is_sheet: Option<bool>,
}

/// How many bytes a part unfolds to, one more than `most` at most.
///
/// # Errors
/// When it cannot be unfolded, or holds what the reader must not be given.
pub fn check(part: impl Read, most: u64) -> Result<u64, Refusal> {
    let mut part = BufReader::new(part.take(most + 1));
    let texts = texts(&mut part)?;
    io::copy(&mut part, &mut io::sink()).map_err(|_| no_workbook())?;
    let length = most + 1 - part.get_ref().limit();
    // The reader makes room for as many texts as the part says that it has.
    if texts > length { Err(no_workbook()) } else { Ok(length) }
}

/// Looks at each element, as far as it can be read; the reader comes no further.
fn texts(part: &mut BufReader<impl Read>) -> Result<u64, Refusal> {
    let mut xml = Reader::from_reader(part);
    xml.config_mut().check_end_names = false;
    let (mut met, mut buffer) = (Met::default(), Vec::new());
    loop {
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => {
                met.element(&tag)?;
                met.open += 1;
            }
            Ok(Event::Empty(tag)) => met.element(&tag)?,
            Ok(Event::End(_)) => met.open = met.open.saturating_sub(1),
            Err(Error::Io(_)) => return Err(no_workbook()),
            Err(_) if met.is_sheet == Some(true) => return Err(no_workbook()),
            Ok(Event::Eof) if met.is_sheet == Some(true) && met.open > 0 => return Err(no_workbook()),
            Ok(Event::Eof) | Err(_) => return Ok(met.texts),
            Ok(_) => {}
        }
        buffer.clear();
    }
}

impl Met {
    fn element(&mut self, tag: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = tag.local_name();
        self.is_sheet.get_or_insert(name.as_ref() == "worksheet");
        if matches!(name.as_ref(), "xf" | "sheet" | "mergeCell") {
            self.repeated += 1;
        }
        let long = matches!(name.as_ref(), "name" | "sheet" | "Relationship") && tag.len() > LONGEST_NAME;
        if long || self.repeated > MOST_REPEATED {
            return Err(too_large());
        }
        match name.as_ref() {
            "dimension" | "row" | "c" | "f" | "mergeCell" => every(tag, &["r", "ref"], is_place),
            "numFmt" => every(tag, &["formatCode"], is_format),
            "sst" => every(tag, &["uniqueCount"], |said| {
                self.texts = self.texts.max(said.parse().unwrap_or(u64::MAX));
                true
            }),
            _ => Ok(()),
        }
    }
}

/// That these attributes are as they should be, wherever they stand.
fn every(tag: &BytesStart<'_>, names: &[&str], mut good: impl FnMut(&str) -> bool) -> Result<(), Refusal> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| no_workbook())?;
        if names.contains(&attribute.key.as_ref()) && !good(&attribute.value) {
            return Err(no_workbook());
        }
    }
    Ok(())
}

/// "B2", "2" or "A1:B2", the end not before the beginning.
fn is_place(text: &str) -> bool {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    let (Some(from), Some(to)) = (corner(from), corner(to)) else { return false };
    from.0 <= to.0 && from.1 <= to.1
}

/// The column and the row, in an order that can be compared; no column is before all.
fn corner(text: &str) -> Option<((usize, String), u32)> {
    let (letters, digits) = text.split_at(text.find(|c: char| !c.is_ascii_alphabetic())?);
    let measured = letters.len() <= LETTERS && digits.len() <= DIGITS;
    let row = digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())??;
    measured.then(|| ((letters.len(), letters.to_ascii_uppercase()), row))
}

fn is_format(text: &str) -> bool {
    escape::unescape(text).is_ok_and(|text| text.chars().count() <= LONGEST_FORMAT)
}
