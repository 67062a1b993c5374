//! Opening a database that something has happened to: what is damaged is set aside, never deleted, and the newest good
//! backup takes its place.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use domain::refusal::{Kind, Refusal};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, MAIN_DB};

use crate::backup::{self, Backup};
use crate::database::{self, FILE};
use crate::trouble;
use crate::whole::{self, hold_folder};

/// A database is one file, and those that `SQLite` lays beside it while it is open.
pub(crate) const ENDINGS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// What a database is called that was set aside.
const ASIDE: (&str, &str) = ("samkrav-skadad", ".sqlite");

/// What had to be done to open a database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovery {
    /// Where the damaged database lies now, as it was; none when there was none.
    pub set_aside: Option<PathBuf>,
    /// When the backup was made that is open now; none when there was no good one.
    pub backup: Option<Timestamp>,
    /// Only its indexes were damaged, and they have been made anew: it is the database that was there.
    pub reindexed: bool,
    /// It is the database that was there, but the backup has later changes, or projects that it lacks.
    pub behind: bool,
    /// The log beside it was that of another database. It is the database that was there, without that log.
    pub without_log: bool,
}

impl Recovery {
    /// What has happened, and that nothing is deleted.
    pub fn words(&self) -> Refusal {
        let aside =
            self.set_aside.as_ref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy());
        if self.reindexed {
            return reindexed(&aside.unwrap_or_default());
        }
        if self.without_log {
            return without_log(&aside.unwrap_or_default());
        }
        let at = self
            .backup
            .map(|at| at.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string());
        if self.behind {
            return behind(&at.unwrap_or_default());
        }
        let (sv, en) = match aside {
            Some(_) => (
                "klarade inte kontrollen och har lagts åt sidan",
                "did not pass the check and has been set aside",
            ),
            None => ("saknades", "was missing"),
        };
        let (opened_sv, opened_en) = match at {
            Some(at) => (
                format!("Säkerhetskopian från {at} är öppnad."),
                format!("The backup of {at} has been opened."),
            ),
            None => (
                "Det finns ingen säkerhetskopia som går att öppna, så en ny databas är påbörjad.".to_owned(),
                "There is no backup that can be opened, so a new database has been begun.".to_owned(),
            ),
        };
        let refusal = Refusal::new(
            Kind::Broken,
            format!("Databasen {sv}. {opened_sv} Inget är raderat."),
            format!("The database {en}. {opened_en} Nothing has been deleted."),
        );
        match aside {
            Some(name) => refusal.hint(
                format!("Ändringar efter säkerhetskopian kan finnas i {name}. Spara filen."),
                format!("Changes after the backup may be in {name}. Keep the file."),
            ),
            None => refusal,
        }
    }
}

fn behind(at: &str) -> Refusal {
    Refusal::new(
        Kind::Broken,
        format!("Säkerhetskopian från {at} har ändringar som databasen saknar."),
        format!("The backup of {at} has changes that the database lacks."),
    )
    .hint(
        "Öppna dina senaste projekt ur säkerhetskopian. En fil som hör till databasen kan ha tagits bort.",
        "Open your latest projects from the backup. A file that belongs to the database may have been taken away.",
    )
}

fn reindexed(aside: &str) -> Refusal {
    Refusal::new(
        Kind::Broken,
        "Databasens register var skadade och har gjorts om. Alla projekt finns kvar som de var.",
        "The indexes of the database were damaged and have been made anew. All projects are as they were.",
    )
    .hint(
        format!("Filen som den var ligger i {aside}. Händer det igen kan disken vara på väg att gå sönder."),
        format!("The file as it was is in {aside}. If it happens again, the disk may be about to fail."),
    )
}

fn without_log(aside: &str) -> Refusal {
    Refusal::new(
        Kind::Broken,
        "Bredvid databasen låg en logg som hör till en annan databas. Databasen är öppnad utan den. Inget är raderat.",
        "Beside the database lay a log that belongs to another database. The database has been opened without it. Nothing has been deleted.",
    )
    .hint(
        format!("Filerna som de var ligger i {aside} och {aside}-wal. Flytta aldrig filen samkrav.sqlite-wal för sig."),
        format!("The files as they were are in {aside} and {aside}-wal. Never move the file samkrav.sqlite-wal by itself."),
    )
}

/// Opens the database in `folder`, and says what had to be done for it.
pub(crate) fn open(folder: &Path) -> Result<(Connection, Option<Recovery>), Refusal> {
    database::probe(folder)?;
    whole::sweep_folders();
    // One window at a time: one that looks while another sets the damaged database aside would begin a new one, whose edits
    // are lost when the backup takes its place.
    let _held = hold_folder(&folder.join(FILE));
    let opened = match look(folder)? {
        Found::Whole(connection) => {
            let ahead = backup::ahead_of(&connection, folder);
            let behind =
                |backup: Backup| Recovery { backup: Some(backup.at), behind: true, ..Recovery::default() };
            (connection, ahead.map(behind))
        }
        Found::Damaged => mend(folder)?,
        Found::WithOtherLog => leave_log_out(folder)?,
    };
    database::is_suspected_no_more(folder);
    Ok(opened)
}

enum Found {
    Whole(Connection),
    Damaged,
    WithOtherLog,
}

/// Opens the database as it is. One that has gone, is empty or has other tables than it was made with, while there are backups
/// of it, is damaged too.
fn look(folder: &Path) -> Result<Found, Refusal> {
    let file = folder.join(FILE);
    let empty = file.metadata().map_or(true, |data| data.len() == 0);
    let is_lost = (empty || database::is_altered(folder)) && backup::are_there(folder);
    if is_lost || database::is_understated(folder) {
        return Ok(Found::Damaged);
    }
    if has_other_log(folder) {
        return Ok(Found::WithOtherLog);
    }
    match database::prepared(folder) {
        // Of one that says that it is written in another way, all can be read, and nothing written.
        Ok(connection)
            if connection.is_readonly(MAIN_DB).unwrap_or(false) && database::has_odd_format(folder) =>
        {
            Ok(Found::Damaged)
        }
        Ok(connection) => Ok(Found::Whole(connection)),
        Err(trouble) if trouble.is_damage() => Ok(Found::Damaged),
        Err(trouble) => Err(trouble.into()),
    }
}

/// Whether the log beside the database makes another of it, that shares no project with it: `SQLite` takes any log for its own,
/// and writes what stands in it over what was there.
fn has_other_log(folder: &Path) -> bool {
    let file = folder.join(FILE);
    let size = |path: &Path| path.metadata().map_or(0, |data| data.len());
    if size(&with_ending(&file, "-wal")) == 0 || size(&file) > database::LARGEST_CHECKED {
        return false;
    }
    let shares_nothing = || -> Option<bool> {
        let (place, _held) = whole::folder_for_a_while().ok()?;
        let copy = place.path().join(FILE);
        fs::copy(&file, &copy).ok()?;
        let [alone, with_log] = [&copy, &file].map(|path| database::read_only(path).ok());
        backup::shares_nothing(&alone?, &with_log?, folder)
    };
    shares_nothing().unwrap_or(false)
}

/// Opens the database as it is without the log beside it, once both have been copied.
fn leave_log_out(folder: &Path) -> Result<(Connection, Option<Recovery>), Refusal> {
    let set_aside = copied_aside(folder)?;
    for ending in ["-wal", "-shm"] {
        taken_away(&with_ending(&folder.join(FILE), ending))?;
    }
    match look(folder)? {
        Found::Whole(connection) => {
            Ok((connection, Some(Recovery { set_aside, without_log: true, ..Recovery::default() })))
        }
        _ => mend(folder),
    }
}

/// Makes the indexes anew, else opens the newest good backup. What was there is kept as it was, whichever it comes to.
fn mend(folder: &Path) -> Result<(Connection, Option<Recovery>), Refusal> {
    backup::none_is_out_of_reach(folder)?;
    let aside = copied_aside(folder)?;
    database::mend_format(folder).map_err(|error| trouble::cannot_write(&folder.join(FILE), &error))?;
    if database::reindexed(folder) {
        let recovery = Recovery { set_aside: aside, reindexed: true, ..Recovery::default() };
        return Ok((database::prepared(folder)?, Some(recovery)));
    }
    recover(folder, aside)
}

fn recover(folder: &Path, set_aside: Option<PathBuf>) -> Result<(Connection, Option<Recovery>), Refusal> {
    clear(folder).map_err(|error| trouble::folder(folder, &error))?;
    let good = backup::newest_good(folder);
    if let Some(backup) = &good {
        let path = folder.join(FILE);
        let copied = fs::read(&backup.path).map_err(|error| trouble::cannot_read(&backup.path, &error))?;
        whole::write_whole(&path, &copied)?;
    }
    let connection = database::prepared(folder)?;
    let backup = good.map(|backup| backup.at);
    Ok((connection, Some(Recovery { set_aside, backup, ..Recovery::default() })))
}

/// Copies the damaged database, and the log beside it, to names of their own, each whole or not at all. The database comes
/// last: where the disk is full before that, the next start writes the same names.
fn copied_aside(folder: &Path) -> Result<Option<PathBuf>, Refusal> {
    let file = folder.join(FILE);
    let aside = folder.join(free_name(folder));
    for ending in ENDINGS.iter().rev() {
        let [from, to] = [&file, &aside].map(|path| with_ending(path, ending));
        let copied = match fs::read(&from) {
            Ok(bytes) => whole::write_whole(&to, &bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => taken_away(&to),
            Err(error) => Err(trouble::cannot_read(&from, &error)),
        };
        copied?;
    }
    Ok(aside.exists().then_some(aside))
}

fn taken_away(file: &Path) -> Result<(), Refusal> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(trouble::cannot_write(file, &error)),
        _ => Ok(()),
    }
}

/// Makes room for a backup, once what is there has been copied.
fn clear(folder: &Path) -> std::io::Result<()> {
    let files = ENDINGS.map(|ending| with_ending(&folder.join(FILE), ending));
    files.iter().filter(|path| path.exists()).try_for_each(fs::remove_file)
}

fn free_name(folder: &Path) -> String {
    let (before, after) = ASIDE;
    let names = (1_u32..).map(|number| format!("{before}-{number}{after}"));
    let free = |name: &String| !folder.join(name).exists();
    names.into_iter().find(free).unwrap_or_else(|| format!("{before}{after}"))
}

/// The databases in a folder that have been set aside.
pub(crate) fn all_set_aside(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_aside = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(ASIDE.0) && name.ends_with(ASIDE.1)
    };
    entries.filter(is_aside).collect()
}

pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
