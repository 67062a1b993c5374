//! The check that a backup has to pass before it counts: it opens, its pages are whole, and all in it loads.

use std::path::Path;

use domain::project::Project;
use domain::refusal::{Kind, Refusal};
use rusqlite::Connection;

use crate::database;
use crate::table::{is_as_kept, revision};
use crate::trouble::Trouble;

/// Opens a database and reads all of it, whatever version it is of.
///
/// # Errors
/// When something in it cannot be read.
pub(super) fn check(path: &Path) -> Result<(), Refusal> {
    let read = || -> Result<bool, Trouble> {
        let connection = database::read_only(path)?;
        let whole = connection.pragma_query_value(None, "integrity_check", |row| row.get::<_, String>(0))?;
        loads(&connection)?;
        Ok(whole == "ok")
    };
    match read() {
        Ok(true) => Ok(()),
        Ok(false) => Err(not_whole()),
        Err(trouble) => Err(trouble.into()),
    }
}

/// Reads every project and every change. What is older than the digests has none.
fn loads(connection: &Connection) -> Result<(), Trouble> {
    let digest = if database::version(connection)? >= database::WITH_DIGESTS { "digest" } else { "NULL" };
    let mut projects = connection.prepare(&format!("SELECT state, {digest} AS digest FROM project"))?;
    let mut rows = projects.query([])?;
    while let Some(row) = rows.next()? {
        let (state, digest) = (row.get_ref("state")?.as_str()?, row.get::<_, Option<String>>("digest")?);
        serde_json::from_str::<Project>(state)?;
        if !is_as_kept(state.as_bytes(), digest.as_deref()) {
            return Err(not_whole().into());
        }
    }
    let mut changes = connection.prepare(&format!("SELECT patch, {digest} AS digest FROM revision"))?;
    let mut rows = changes.query([])?;
    while let Some(row) = rows.next()? {
        revision::patch_in(row)?;
    }
    Ok(())
}

fn not_whole() -> Refusal {
    Refusal::new(
        Kind::Broken,
        "Säkerhetskopian klarade inte kontrollen och räknas inte.",
        "The backup did not pass the check and does not count.",
    )
    .hint("De som gjordes tidigare finns kvar.", "Those that were made before are still there.")
}
