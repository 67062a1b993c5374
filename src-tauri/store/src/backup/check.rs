//! The check that a backup has to pass before it counts: it opens, its pages are whole, and all in it is read as the program
//! reads it. A project in which something is damaged keeps no other from being backed up, and is named.

use std::path::Path;

use domain::project::Project;
use domain::refusal::{Kind, Refusal};
use rusqlite::Connection;

use crate::database;
use crate::store::lineage;
use crate::table::project::ProjectRow;
use crate::table::{fixed_document, is_as_kept, library, project, revision};
use crate::trouble::Trouble;

/// What belongs to a project that is not there: the id of one has been altered.
const WITHOUT_PROJECT: &str = "
    SELECT project FROM revision UNION SELECT project FROM ancestor UNION SELECT project FROM fixed_document
    EXCEPT SELECT id FROM project";

/// The projects in a backup in which something is damaged, by name. All others are whole.
#[derive(Default, PartialEq, Eq)]
pub(crate) struct Harm(Vec<String>);

impl Harm {
    pub(crate) fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// Says which projects are concerned, when any is.
    pub(crate) fn told(&self) -> Result<(), Refusal> {
        if self.is_none() {
            return Ok(());
        }
        let [sv, en] = [("”", "”"), ("“", "”")].map(|(open, close)| {
            self.0.iter().map(|name| format!("{open}{name}{close}")).collect::<Vec<_>>().join(", ")
        });
        Err(Refusal::new(
            Kind::Broken,
            format!("Säkerhetskopian är gjord, men något är skadat i {sv}."),
            format!("The backup has been made, but something is damaged in {en}."),
        )
        .hint(
            "De andra projekten är hela. Det som är skadat kan vara helt i en tidigare säkerhetskopia.",
            "The other projects are whole. What is damaged may be whole in an earlier backup.",
        ))
    }
}

/// Opens a database and reads all of it, whatever version it is of.
///
/// # Errors
/// When its pages are not whole, or what belongs to no project cannot be read.
pub(super) fn check(path: &Path) -> Result<Harm, Refusal> {
    Ok(read(path).map_err(|trouble| if trouble.is_unreadable() { not_whole().into() } else { trouble })?)
}

fn read(path: &Path) -> Result<Harm, Trouble> {
    let connection = database::read_only(path)?;
    let whole: String = connection.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
    if whole != "ok" {
        return Err(not_whole().into());
    }
    if !database::is_up_to_date(&connection)? {
        return loads(&connection).map(|()| Harm::default());
    }
    library::holding(&connection)?;
    let mut harmed: Vec<String> =
        connection.prepare(WITHOUT_PROJECT)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for row in project::list(&connection)? {
        match is_whole(&connection, &row) {
            Ok(true) => {}
            Err(trouble) if !trouble.is_unreadable() => return Err(trouble),
            _ => harmed.push(if row.title.is_empty() { row.id.to_string() } else { row.title }),
        }
    }
    Ok(Harm(harmed))
}

/// Reads all that is kept of a project.
fn is_whole(at: &Connection, row: &ProjectRow) -> Result<bool, Trouble> {
    let (project, _) = project::find(at, &row.id)?;
    revision::list(at, &row.id)?;
    lineage(at, &row.id)?;
    let mut changes = at.prepare_cached(
        "SELECT patch, digest FROM revision WHERE project = ?1
         UNION ALL SELECT patch, NULL FROM ancestor WHERE project = ?1 AND patch IS NOT NULL",
    )?;
    let mut rows = changes.query([row.id.as_str()])?;
    while let Some(row) = rows.next()? {
        revision::patch_in(row)?;
    }
    for fixed in &project.fixed {
        for document in &fixed.documents {
            fixed_document::find(at, &row.id, fixed.version, document)?;
        }
    }
    Ok(row.is_of(&project))
}

/// Reads every project and every change of a database that an older program made, which lacks what is read beside them.
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
