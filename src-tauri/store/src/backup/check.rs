//! The check that a backup has to pass before it counts: it opens, its pages are whole, and all in it is read as the program
//! reads it. A project in which something is damaged keeps no other from being backed up, and is named.

use std::collections::BTreeMap;
use std::path::Path;

use domain::edit::Edit;
use domain::fixed::Version;
use domain::project::Project;
use domain::refusal::{Kind, Refusal};
use domain::revision::Revision;
use rusqlite::{Connection, Row, Rows};

use crate::database;
use crate::store::lineage;
use crate::table::project::ProjectRow;
use crate::table::{ancestor, fixed_document, is_as_kept, legible, library, project, revision};
use crate::trouble::Trouble;

/// What belongs to a project or a change that is not there: the id of one has been altered.
const WITHOUT_OWNER: &str = "
    SELECT * FROM (SELECT project FROM revision UNION SELECT project FROM ancestor
        UNION SELECT project FROM fixed_document EXCEPT SELECT id FROM project)
    UNION SELECT * FROM (SELECT revision FROM parent EXCEPT SELECT id FROM revision)";

/// The projects in a database in which something is damaged: their names by their ids. All others are whole.
#[derive(Default, PartialEq, Eq)]
pub(crate) struct Harm(BTreeMap<String, String>);

impl Harm {
    pub(crate) fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether nothing is damaged that is whole in another.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.0.keys().all(|id| other.0.contains_key(id))
    }

    /// Says which projects are concerned, when any is.
    pub(crate) fn told(&self) -> Result<(), Refusal> {
        if self.is_none() {
            return Ok(());
        }
        let [sv, en] = [("”", "”"), ("“", "”")].map(|(open, close)| {
            self.0.values().map(|name| format!("{open}{name}{close}")).collect::<Vec<_>>().join(", ")
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
    let is_broken =
        |trouble: &Trouble| trouble.is_unreadable() || trouble.is_damage() || trouble.is_without_table();
    Ok(read(path).map_err(|trouble| if is_broken(&trouble) { not_whole().into() } else { trouble })?)
}

fn read(path: &Path) -> Result<Harm, Trouble> {
    let connection = database::read_only(path)?;
    let whole: String = connection.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
    // One whose version has been altered could never be brought up to date.
    if whole != "ok" || database::has_altered_tables(&connection)? {
        return Err(not_whole().into());
    }
    harm(&connection)
}

/// What is damaged in a database whose pages are whole.
pub(crate) fn harm(connection: &Connection) -> Result<Harm, Trouble> {
    if !database::is_up_to_date(connection)? {
        return harm_in_older(connection);
    }
    library::holding(connection)?;
    let lost: Vec<String> =
        connection.prepare(WITHOUT_OWNER)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut harmed: BTreeMap<String, String> = lost.into_iter().map(|id| (id.clone(), id)).collect();
    for row in project::list(connection)? {
        match is_whole(connection, &row) {
            Ok(true) => {}
            Err(trouble) if !trouble.is_unreadable() => return Err(trouble),
            _ => {
                let id = row.id.to_string();
                harmed.insert(id.clone(), if row.title.is_empty() { id } else { row.title });
            }
        }
    }
    Ok(Harm(harmed))
}

/// Reads all that is kept of a project: all its changes, one after the other, lead to what it is.
fn is_whole(at: &Connection, row: &ProjectRow) -> Result<bool, Trouble> {
    let (project, head) = project::find(at, &row.id)?;
    let revisions = revision::list(at, &row.id)?;
    lineage(at, &row.id)?;
    let mut changes = at.prepare_cached(
        "SELECT patch, NULL AS digest FROM ancestor WHERE project = ?1 AND patch IS NOT NULL",
    )?;
    let mut rows = changes.query([row.id.as_str()])?;
    while let Some(row) = rows.next()? {
        revision::patch_in(row)?;
    }
    for fixed in &project.fixed {
        let is_of_here = revisions.iter().any(|revision| fixes(revision, fixed.version));
        for document in &fixed.documents {
            let found = fixed_document::find(at, &row.id, fixed.version, document)?;
            if is_of_here && found.is_none() {
                return Ok(false);
            }
        }
    }
    let has_head = revision::made_at(at, &row.id, &head)?.is_some();
    let as_kept = project::is_row_as_kept(at, &row.id)?
        && revision::are_as_kept(at, &row.id)?
        && ancestor::are_as_kept(at, &row.id)?;
    Ok(row.is_of(&project) && has_head && as_kept && revision::state(at, &row.id, &head)? == project)
}

/// Whether a version was fixed with a change that was made here: then its documents are here too.
fn fixes(revision: &Revision, fixed: Version) -> bool {
    matches!(revision.edit, Some(Edit::Fix { version, .. }) if version == fixed)
}

/// What is damaged in a database that an older program made, which lacks what is read beside projects and changes.
fn harm_in_older(connection: &Connection) -> Result<Harm, Trouble> {
    let digest = if database::version(connection)? >= database::WITH_DIGESTS { "digest" } else { "NULL" };
    let changes = format!("SELECT patch, {digest} AS digest FROM revision WHERE project = ?1");
    let mut changes = connection.prepare(&changes)?;
    let mut projects =
        connection.prepare(&format!("SELECT id, title, state, {digest} AS digest FROM project"))?;
    let mut rows = projects.query([])?;
    let mut harmed = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let [id, title] = ["id", "title"].map(|column| legible(row, column));
        match loads(row, changes.query([&id])?) {
            Ok(true) => {}
            Err(trouble) if !trouble.is_unreadable() => return Err(trouble),
            _ => drop(harmed.insert(id.clone(), if title.is_empty() { id } else { title })),
        }
    }
    Ok(Harm(harmed))
}

/// Whether a project and its changes can be read, and are what was kept there.
fn loads(project: &Row<'_>, mut changes: Rows<'_>) -> Result<bool, Trouble> {
    let (state, digest) = (project.get_ref("state")?.as_str()?, project.get::<_, Option<String>>("digest")?);
    serde_json::from_str::<Project>(state)?;
    while let Some(change) = changes.next()? {
        revision::patch_in(change)?;
    }
    Ok(is_as_kept(state.as_bytes(), digest.as_deref()))
}

pub(crate) fn not_whole() -> Refusal {
    Refusal::new(
        Kind::Broken,
        "Säkerhetskopian klarade inte kontrollen och räknas inte.",
        "The backup did not pass the check and does not count.",
    )
    .hint("De som gjordes tidigare finns kvar.", "Those that were made before are still there.")
}
