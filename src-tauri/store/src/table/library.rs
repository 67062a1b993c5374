//! The files of the library.

use domain::catalogue::library::{FileKind, Library};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

/// The files that hold.
pub(crate) fn holding(at: &Connection) -> rusqlite::Result<Library> {
    Ok(Library { edition: last(at, FileKind::Edition)?, own: last(at, FileKind::Own)? })
}

fn last(at: &Connection, kind: FileKind) -> rusqlite::Result<Option<String>> {
    let query = "SELECT file FROM library WHERE kind = ?1 ORDER BY position DESC LIMIT 1";
    at.query_row(query, [code(kind)], |row| row.get("file")).optional()
}

/// Puts a file in the place of the one of its kind, unless it is that one.
pub(crate) fn insert(at: &Connection, kind: FileKind, file: &str, when: Timestamp) -> rusqlite::Result<()> {
    if last(at, kind)?.as_deref() == Some(file) {
        return Ok(());
    }
    let insert = "INSERT INTO library (kind, imported, file) VALUES (?1, ?2, ?3)";
    at.execute(insert, params![code(kind), when.to_string(), file]).map(drop)
}

/// Takes the last file of a kind away, so that the one before it holds. False when there is none.
pub(crate) fn remove_last(at: &Connection, kind: FileKind) -> rusqlite::Result<bool> {
    let last = "SELECT max(position) FROM library WHERE kind = ?1";
    at.execute(&format!("DELETE FROM library WHERE position = ({last})"), [code(kind)]).map(|rows| rows > 0)
}

fn code(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Own => "own",
        FileKind::Edition => "edition",
    }
}
