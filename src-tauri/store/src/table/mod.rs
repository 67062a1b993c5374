//! One file a table, with its queries beside it.

pub(crate) mod ahead;
pub(crate) mod ancestor;
pub(crate) mod fixed_document;
pub(crate) mod library;
pub(crate) mod mark;
pub(crate) mod project;
pub(crate) mod revision;
pub(crate) mod ways;

use std::error::Error;
use std::str::FromStr;

use domain::project::ProjectId;
use rusqlite::types::Type;
use rusqlite::{Connection, Row, ToSql};

use crate::project_file::hex_digest;

/// Whether what stands in the database is what was kept there; of what is older nobody knows.
pub(crate) fn is_as_kept(bytes: &[u8], digest: Option<&str>) -> bool {
    digest.is_none_or(|digest| digest == hex_digest(bytes))
}

/// Whether all rows of a project, each with its seal, say what was kept there.
fn all_as_kept(at: &Connection, rows: &str, project: &ProjectId) -> rusqlite::Result<bool> {
    let kept = |row: &Row<'_>| {
        let (said, seal) = (row.get::<_, String>("said")?, row.get::<_, Option<String>>("seal")?);
        Ok(is_as_kept(said.as_bytes(), seal.as_deref()))
    };
    let kept: Vec<bool> =
        at.prepare_cached(rows)?.query_map([project.as_str()], kept)?.collect::<Result<_, _>>()?;
    Ok(!kept.contains(&false))
}

/// Keeps the digest of what a row says now; `is_row` finds it by what stands in `row`.
fn seal(at: &Connection, table: &str, said: &str, is_row: &str, row: &[&dyn ToSql]) -> rusqlite::Result<()> {
    let said = format!("SELECT {said} FROM {table} WHERE {is_row}");
    let said: String = at.prepare_cached(&said)?.query_one(row, |row| row.get(0))?;
    let digest = hex_digest(said.as_bytes());
    let update = format!("UPDATE {table} SET seal = ?{} WHERE {is_row}", row.len() + 1);
    at.prepare_cached(&update)?.execute(&*[row, &[&digest]].concat()).map(drop)
}

/// What can be read of a column of a row that is damaged.
pub(crate) fn legible(row: &Row<'_>, column: &str) -> String {
    let bytes = row.get_ref(column).ok().and_then(|value| value.as_bytes().ok().map(<[u8]>::to_vec));
    String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
}

/// A column that is kept as text, such as a date.
fn parsed<T: FromStr<Err: Error + Send + Sync + 'static>>(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    text.parse().map_err(|error| unreadable(row, column, error))
}

/// The same for a column that may be empty.
fn optional<T: FromStr<Err: Error + Send + Sync + 'static>>(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<T>> {
    row.get::<_, Option<String>>(column)?.map(|_| parsed(row, column)).transpose()
}

fn unreadable(row: &Row<'_>, column: &str, error: impl Error + Send + Sync + 'static) -> rusqlite::Error {
    let index = row.as_ref().column_index(column).unwrap_or_default();
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
}
