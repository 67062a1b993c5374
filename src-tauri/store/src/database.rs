//! The database file: whose it is, how new it is, and how safely it is written.

use std::fs;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;
use std::time::Duration;

use domain::refusal::{Kind, Refusal};
use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

use crate::backup;
use crate::clock;
use crate::trouble::{self, Trouble};

/// The name of the file.
pub(crate) const FILE: &str = "samkrav.sqlite";

/// "SMKV"; the first migration sets it.
const APPLICATION_ID: u32 = 0x534D_4B56;

/// How long another window may take to write before the officer is told.
const PATIENCE: Duration = Duration::from_secs(5);

/// The largest database that is looked through whole when it is opened, in bytes. A larger one is beside the
/// work, before anything is written in it.
const SMALL: u64 = 8 * 1024 * 1024;

/// The largest whose projects are looked through when it is opened, in bytes.
pub(crate) const LARGEST_CHECKED: u64 = 256 * 1024 * 1024;

/// Looks at all pages, and whether the indexes say what the tables do.
const WHOLE: &str = "PRAGMA integrity_check(1)";

/// What has been done to the tables, in order. The version of a database is how many of these it has had. Each makes other
/// tables of those before: by its tables a database is known for the version that it is of, whatever its header says.
const MIGRATIONS: [&str; 11] = [
    include_str!("migrations/2026-11-25_projects_and_revisions.sql"),
    include_str!("migrations/2026-11-26_library.sql"),
    include_str!("migrations/2026-11-26_marks.sql"),
    include_str!("migrations/2026-11-26_undo.sql"),
    include_str!("migrations/2026-11-26_fixed.sql"),
    include_str!("migrations/2026-11-26_merge.sql"),
    include_str!("migrations/2026-11-26_back.sql"),
    include_str!("migrations/2026-11-27_named.sql"),
    include_str!("migrations/2026-11-27_sealed.sql"),
    include_str!("migrations/2026-11-27_project_sealed.sql"),
    include_str!("migrations/2026-11-27_ahead.sql"),
];

/// How many of them a database has had when it tells what has been damaged in it.
pub(crate) const WITH_DIGESTS: usize = 6;

/// How many of them a database has had when it has a library.
const WITH_LIBRARY: usize = 2;

/// Opens the database in `folder` to look in its library. Nothing is made or changed; none when there is no
/// database, or one from before there were libraries.
pub(crate) fn look(folder: &Path) -> Result<Option<Connection>, Trouble> {
    let file = folder.join(FILE);
    if !file.exists() {
        return Ok(None);
    }
    let connection = read_only(&file)?;
    let has_library = version(&connection)? >= WITH_LIBRARY;
    Ok(has_library.then_some(connection))
}

/// Opens a database of ours to read in it.
pub(crate) fn read_only(file: &Path) -> Result<Connection, Trouble> {
    // No URI: a file may be called anything.
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(PATIENCE)?;
    identify(&connection)?;
    Ok(connection)
}

/// Finds out whether the folder can be written while the answer of the system is still plain.
pub(crate) fn probe(folder: &Path) -> Result<(), Refusal> {
    let tried = fs::create_dir_all(folder).and_then(|()| tempfile::tempfile_in(folder));
    tried.map(drop).map_err(|error| trouble::folder(folder, &error))
}

/// Opens the database in `folder`, which is made when it is not there, and brings it up to date.
pub(crate) fn prepared(folder: &Path) -> Result<Connection, Trouble> {
    let file = folder.join(FILE);
    let mut connection = Connection::open(&file)?;
    connection.busy_timeout(PATIENCE)?;
    identify(&connection)?;
    is_whole(&connection, &file)?;
    // FULL: a change that was shown as saved is on the disk, also when the power goes.
    // Secure delete: what is deleted is overwritten, so that it cannot be read out of the file.
    connection
        .execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    migrate(&mut connection, folder)?;
    Ok(connection)
}

/// Lies beside a database that has been found damaged while it was open, until it has been looked through.
fn suspicion(file: &Path) -> PathBuf {
    file.with_extension("misstankt")
}

/// Has the whole database in `folder` looked through when it is opened next.
pub(crate) fn suspect(folder: &Path) {
    // Where nothing can be written, what is wrong has been said all the same.
    let _ = fs::write(suspicion(&folder.join(FILE)), "");
}

/// Whether it has been found damaged, and not been looked through since.
pub(crate) fn is_suspected(folder: &Path) -> bool {
    suspicion(&folder.join(FILE)).exists()
}

/// The database has been looked through.
pub(crate) fn is_suspected_no_more(folder: &Path) {
    let _ = fs::remove_file(suspicion(&folder.join(FILE)));
}

/// Looks through all of a database that is small, or has been found damaged while it was open; else through the
/// pages of the projects.
fn is_whole(connection: &Connection, file: &Path) -> Result<(), Trouble> {
    let size = file.metadata().map_or(0, |data| data.len());
    if size <= SMALL || suspicion(file).exists() {
        return is_sound(connection);
    }
    if size <= LARGEST_CHECKED { passes(connection, "PRAGMA quick_check(project)") } else { Ok(()) }
}

/// Whether all pages are whole, and the indexes say what the tables do.
pub(crate) fn is_sound(connection: &Connection) -> Result<(), Trouble> {
    passes(connection, WHOLE)
}

fn passes(connection: &Connection, check: &str) -> Result<(), Trouble> {
    match connection.query_row(check, [], |row| row.get::<_, String>(0))?.as_str() {
        "ok" => Ok(()),
        _ => Err(trouble::damage()),
    }
}

/// A look through all of a database, beside the work.
pub(crate) type Look = JoinHandle<Result<(), Trouble>>;

/// Begins to look through the database in `folder`; one that is small has been when it was opened.
pub(crate) fn begin_to_look(folder: &Path) -> Option<Look> {
    let file = folder.join(FILE);
    let is_large = file.metadata().is_ok_and(|data| data.len() > SMALL);
    is_large.then(|| std::thread::spawn(move || is_sound(&read_only(&file)?)))
}

/// Makes the indexes of a database anew, and has it say the version that its tables tell of. False when that does not make
/// all in it whole; then it is left as it was.
pub(crate) fn reindexed(folder: &Path) -> bool {
    let reindex = || -> Result<bool, Trouble> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let mut connection = Connection::open_with_flags(folder.join(FILE), flags)?;
        connection.busy_timeout(PATIENCE)?;
        identify(&connection)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if let Some(version) = told_by_tables(&transaction)? {
            transaction.pragma_update(None, "user_version", version)?;
        }
        // New indexes make no other table of one that is not as it was made.
        if has_altered_tables(&transaction)? {
            return Ok(false);
        }
        transaction.execute_batch("REINDEX")?;
        is_sound(&transaction)?;
        // What an index has kept in order can be what has been altered: then it agrees with the damage.
        if !backup::harm(&transaction)?.is_none() {
            return Ok(false);
        }
        transaction.commit()?;
        Ok(true)
    };
    reindex().unwrap_or(false)
}

/// Each table with its columns, and each index.
const SHAPE: &str = "
    SELECT known.type || ' ' || known.name || ' ' || known.tbl_name || ' ' || coalesce(group_concat(
        part.name || ' ' || part.type || ' ' || part.\"notnull\" || ' ' || coalesce(part.dflt_value, '-')
        || ' ' || part.pk), '')
    FROM sqlite_schema AS known LEFT JOIN pragma_table_xinfo(known.name) AS part
    GROUP BY known.type, known.name ORDER BY known.type, known.name";

fn shape(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection.prepare(SHAPE)?.query_map([], |row| row.get(0))?.collect()
}

/// What so many migrations make.
fn shape_after(migrations: usize) -> rusqlite::Result<Vec<String>> {
    let made = Connection::open_in_memory()?;
    MIGRATIONS.iter().take(migrations).try_for_each(|migration| made.execute_batch(migration))?;
    shape(&made)
}

/// Where the header of a file says how it is written, and how it is read.
const FORMAT: std::ops::Range<usize> = 18..20;

/// With a log beside it: what both say of a database of ours. One that has just been begun says 1.
const WITH_LOG: u8 = 2;

/// Whether the database in `folder` says that it is written or read in a way that nobody knows.
pub(crate) fn has_odd_format(folder: &Path) -> bool {
    let mut header = [0; FORMAT.end];
    let read = fs::File::open(folder.join(FILE)).and_then(|mut file| file.read_exact(&mut header));
    read.is_ok() && header[FORMAT].iter().any(|way| !(1..=WITH_LOG).contains(way))
}

/// Has such a database say what it did when it was made. What else is damaged in it is found when it is looked
/// through.
pub(crate) fn mend_format(folder: &Path) -> io::Result<()> {
    if !has_odd_format(folder) {
        return Ok(());
    }
    let mut file = fs::File::options().write(true).open(folder.join(FILE))?;
    file.seek(SeekFrom::Start(FORMAT.start as u64))?;
    file.write_all(&[WITH_LOG; 2])?;
    file.sync_all()
}

/// Whether the database in `folder` is ours, and its header or its tables have been altered on the disk. One of
/// another program has other tables, and one that a newer program has made has others too. A table beside ours is
/// nobody's harm.
pub(crate) fn is_altered(folder: &Path) -> bool {
    // A format that nobody has is answered with the most common of all errors.
    let is_odd = |error: rusqlite::Error| error.sqlite_error_code() == Some(ErrorCode::Unknown);
    looked_at(folder, has_altered_tables).unwrap_or_else(is_odd)
}

/// Whether the database in `folder` says that it is older than its tables are: that can be mended without a backup.
pub(crate) fn is_understated(folder: &Path) -> bool {
    looked_at(folder, told_by_tables).is_ok_and(|told| told.is_some())
}

/// Looks at the database in `folder`, whosever it is.
fn looked_at<T>(folder: &Path, look: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> rusqlite::Result<T> {
    let connection = Connection::open_with_flags(folder.join(FILE), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(PATIENCE)?;
    look(&connection)
}

/// The version of which the tables are, when the header tells of an earlier one.
fn told_by_tables(connection: &Connection) -> rusqlite::Result<Option<usize>> {
    let later = version(connection)? + 1..=MIGRATIONS.len();
    if later.is_empty() || header(connection, "application_id")? != APPLICATION_ID {
        return Ok(None);
    }
    let shape = shape(connection)?;
    for version in later.rev() {
        if shape_after(version)? == shape {
            return Ok(Some(version));
        }
    }
    Ok(None)
}

/// Whether the tables of a database are other than those that its header tells of, and yet ours.
pub(crate) fn has_altered_tables(connection: &Connection) -> rusqlite::Result<bool> {
    let shape = shape(connection)?;
    let (id, version, latest) =
        (header(connection, "application_id")?, version(connection)?, MIGRATIONS.len());
    if id == APPLICATION_ID && version <= latest {
        let made = shape_after(version)?;
        let lacks = made.iter().any(|part| !shape.contains(part));
        // Whoever set the id set the version too.
        return Ok(version == 0 || lacks || version < latest && has_later(&shape, &made)?);
    }
    Ok(shape_after(latest)? == shape)
}

/// Whether there is anything that only a later migration makes: then the version has been altered, and not the tables.
fn has_later(shape: &[String], made: &[String]) -> rusqlite::Result<bool> {
    let latest = shape_after(MIGRATIONS.len())?;
    Ok(shape.iter().any(|part| latest.contains(part) && !made.contains(part)))
}

/// Refuses what is not ours, or is newer than we are, before anything is changed.
fn identify(connection: &Connection) -> Result<(), Trouble> {
    let tables: u32 = connection.query_one("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let id = header(connection, "application_id")?;
    match version(connection)? {
        _ if tables > 0 && id != APPLICATION_ID => Err(foreign().into()),
        version if version > MIGRATIONS.len() => Err(newer(version).into()),
        _ => Ok(()),
    }
}

/// Brings the tables up to date. Another window may do the same at the same moment: one waits for the other.
/// What an older program made is backed up as it is, first.
fn migrate(connection: &mut Connection, folder: &Path) -> Result<(), Trouble> {
    match version(connection)? {
        version if version == MIGRATIONS.len() => return Ok(()),
        0 => {}
        // A project that is damaged hinders no other.
        _ => drop(backup::make_of(connection, folder, clock::moment())?),
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let left = MIGRATIONS.iter().skip(version(&transaction)?);
    let done = left.copied().try_for_each(|migration| transaction.execute_batch(migration));
    done.map_err(not_migrated)?;
    finish(transaction)
}

/// A full disk, a busy or a damaged database says so itself.
fn not_migrated(error: rusqlite::Error) -> Trouble {
    let rusqlite::Error::SqlInputError { msg, .. } = &error else { return error.into() };
    let refusal = Refusal::new(
        Kind::Broken,
        "Databasen gick inte att göra om till den här versionen av Samkrav. Inget i den är ändrat.",
        "The database could not be brought up to this version of Samkrav. Nothing in it has been changed.",
    );
    refusal
        .hint(
            format!("Använd den förra versionen så länge. Teknisk uppgift: {msg}."),
            format!("Use the version before in the meantime. Technical detail: {msg}."),
        )
        .into()
}

/// Whether the tables are those that this program knows.
pub(crate) fn is_up_to_date(connection: &Connection) -> rusqlite::Result<bool> {
    Ok(version(connection)? == MIGRATIONS.len())
}

fn finish(transaction: Transaction<'_>) -> Result<(), Trouble> {
    transaction.pragma_update(None, "user_version", MIGRATIONS.len())?;
    Ok(transaction.commit()?)
}

pub(crate) fn version(connection: &Connection) -> rusqlite::Result<usize> {
    header(connection, "user_version").map(|version| version as usize)
}

/// A number of the header. Whatever stands there can be read: `SQLite` tells it with a sign.
fn header(connection: &Connection, name: &str) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, name, |row| row.get(0)).map(i32::cast_unsigned)
}

fn foreign() -> Refusal {
    Refusal::new(
        Kind::NotNow,
        format!("Filen {FILE} hör till ett annat program."),
        format!("The file {FILE} belongs to another program."),
    )
    .hint("Flytta filen eller ange en annan mapp.", "Move the file or name another folder.")
}

fn newer(version: usize) -> Refusal {
    let known = MIGRATIONS.len();
    Refusal::new(
        Kind::NotNow,
        format!("Databasen är gjord i en nyare version av Samkrav (version {version}, den här kan {known})."),
        format!("The database was made by a newer Samkrav (version {version}, this one knows {known})."),
    )
    .hint("Uppdatera programmet. Inget i databasen är ändrat.", "Update the program. Nothing was changed.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_migration_makes_other_tables_of_those_before() {
        let mut shapes: Vec<_> =
            (0..=MIGRATIONS.len()).map(|version| shape_after(version).unwrap()).collect();
        shapes.sort();
        shapes.dedup();
        assert_eq!(shapes.len(), MIGRATIONS.len() + 1);
    }
}
