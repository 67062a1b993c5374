//! What is looked at before a workbook is read: that it is one, and that it unfolds to no more than memory holds.

use std::io::{Cursor, Read};

use domain::refusal::Refusal;
use zip::ZipArchive;

/// The most that a workbook may unfold to, in bytes: 64 MB, some twenty times a project with a thousand requirements.
const LARGEST: u64 = 64 * 1024 * 1024;
/// The most parts. A workbook has a few for each of its sheets.
const MOST_PARTS: usize = 1000;

/// Looks through the parts of a workbook without keeping them.
///
/// # Errors
/// When it is no workbook, unfolds to too much, or lies about how many texts it has.
pub fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    if zip.len() > MOST_PARTS {
        return Err(too_large());
    }
    let mut left = LARGEST;
    for index in 0..zip.len() {
        let part = zip.by_index(index).map_err(|_| no_workbook())?;
        let texts = part.name().map_err(|_| no_workbook())?.to_lowercase().ends_with("sharedstrings.xml");
        let length = unfolded(part, left, texts)?;
        left = left.checked_sub(length).ok_or_else(too_large)?;
    }
    Ok(())
}

/// How many bytes a part unfolds to, one more than is left at most.
fn unfolded(part: impl Read, left: u64, texts: bool) -> Result<u64, Refusal> {
    let mut head = Vec::new();
    let mut part = part.take(left + 1);
    (&mut part).take(HEAD).read_to_end(&mut head).map_err(|_| no_workbook())?;
    let rest = std::io::copy(&mut part, &mut std::io::sink()).map_err(|_| no_workbook())?;
    let whole = head.len() as u64 + rest;
    // The reader makes room for as many texts as the part says that it has.
    if texts && said_to_have(&head) > whole { Err(no_workbook()) } else { Ok(whole) }
}

/// The part's first element is within its first bytes.
const HEAD: u64 = 4096;

/// The number in `uniqueCount="12"`; more than any part is long when it is no number.
fn said_to_have(head: &[u8]) -> u64 {
    let head = String::from_utf8_lossy(head);
    let said = head.split("uniqueCount").skip(1).map(|after| {
        let number = after.trim_start_matches([' ', '=', '"', '\'', '\t', '\r', '\n']);
        let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        number[..end].parse().unwrap_or(u64::MAX)
    });
    said.max().unwrap_or(0)
}

/// The file is not an Excel workbook.
pub fn no_workbook() -> Refusal {
    Refusal::bad_input(
        "Filen är ingen Excel-fil som går att läsa.",
        "The file is not an Excel workbook that can be read.",
    )
    .hint(
        "Välj en fil som slutar på .xlsx, utan lösenord. Spara den annars på nytt som Excel-arbetsbok.",
        "Choose a file that ends in .xlsx, without a password, or save it anew as an Excel workbook.",
    )
}

/// The file holds more than anybody has written.
pub fn too_large() -> Refusal {
    Refusal::bad_input("Excel-filen är för stor att läsa.", "The workbook is too large to read.").hint(
        "Ta bort blad och bilder som inte hör till Samkrav, eller gör ett nytt blad av projektet.",
        "Take away sheets and pictures that are not Samkrav's, or make a new sheet of the project.",
    )
}
