//! What is looked at before a workbook is read: that it is one, and that it unfolds to no more than memory holds.

use std::io::Cursor;

use domain::refusal::Refusal;
use zip::ZipArchive;

use super::part;

/// The most that a workbook may unfold to, in bytes: 64 MB, some twenty times a project with a thousand requirements.
pub const LARGEST: u64 = 64 * 1024 * 1024;
/// The most parts. A workbook has a few for each of its sheets.
const MOST_PARTS: usize = 1000;

/// Looks through the parts of a workbook without keeping them.
///
/// # Errors
/// When it is no workbook, unfolds to too much, or holds what the reader must not be given.
pub fn check(bytes: &[u8]) -> Result<(), Refusal> {
    // With anything before it, the reader takes it for a workbook of the older kind, and trusts what that says.
    if !bytes.starts_with(b"PK") {
        return Err(no_workbook());
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    if zip.len() > MOST_PARTS {
        return Err(too_large());
    }
    let mut left = LARGEST;
    for index in 0..zip.len() {
        let part = zip.by_index(index).map_err(|_| no_workbook())?;
        left = left.checked_sub(part::check(part, left)?).ok_or_else(too_large)?;
    }
    Ok(())
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
        "Ta bort blad, bilder och rader som inte hör till Samkrav, eller gör ett nytt blad av projektet.",
        "Take away sheets, pictures and rows that are not Samkrav's, or make a new sheet of the project.",
    )
}
