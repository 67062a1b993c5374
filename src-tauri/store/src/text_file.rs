//! Text from a file that others may have written: no size that eats the memory, no bytes that are not text.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use domain::refusal::Refusal;
use domain::text::utf8;

use crate::trouble;

/// The largest file that is read, in bytes: 64 MB, some thousand times an ordinary project.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// Reads a text file whole.
///
/// # Errors
/// When it is missing, may not be read, is larger than [`LARGEST`], or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Refusal> {
    text_of(read_bytes(path)?)
}

/// Reads a file whole.
///
/// # Errors
/// When it is missing, may not be read, or is larger than [`LARGEST`].
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Refusal> {
    let bytes = read_up_to(path, LARGEST + 1)?;
    not_too_large(bytes.len())?;
    Ok(bytes)
}

/// The beginning of a file, at most so many bytes.
pub(crate) fn read_up_to(path: &Path, most: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.map_err(|error| trouble::cannot_read(path, &error))?;
    Ok(bytes)
}

/// Bytes as text.
///
/// # Errors
/// When they are not UTF-8: says in which line.
pub fn text_of(bytes: Vec<u8>) -> Result<String, Refusal> {
    utf8(bytes).map_err(no_text)
}

pub(crate) fn not_too_large(length: usize) -> Result<(), Refusal> {
    if u64::try_from(length).is_ok_and(|length| length <= LARGEST) {
        return Ok(());
    }
    Err(Refusal::bad_input("Filen är större än 64 MB.", "The file is larger than 64 MB.")
        .hint("Kontrollera att du har valt rätt fil.", "Check that you chose the right file."))
}

fn no_text(line: usize) -> Refusal {
    Refusal::bad_input(
        format!("Filen är inte text i UTF-8: rad {line} går inte att läsa."),
        format!("The file is not UTF-8 text: line {line} cannot be read."),
    )
    .hint("Spara filen som UTF-8 eller hämta den på nytt.", "Save it as UTF-8 or fetch it again.")
}
