//! Opening a database that something has happened to: what is damaged is set aside, never deleted, and the newest good
//! backup takes its place.

use std::fs;
use std::path::{Path, PathBuf};

use domain::refusal::{Kind, Refusal};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::Connection;

use crate::backup::{self, Backup};
use crate::database::{self, FILE};
use crate::trouble;
use crate::whole::{self, hold_folder};

/// A database is one file, and those that `SQLite` lays beside it while it is open.
pub(crate) const ENDINGS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// What a database is called that was set aside.
const ASIDE: (&str, &str) = ("samkrav-skadad", ".sqlite");

/// What had to be done to open a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// Where the damaged database lies now; none when there was none.
    pub set_aside: Option<PathBuf>,
    /// When the backup was made that is open now; none when there was no good one.
    pub backup: Option<Timestamp>,
    /// Only its indexes were damaged, and they have been made anew: it is the database that was there.
    pub reindexed: bool,
}

impl Recovery {
    /// What has happened, and that nothing is deleted.
    pub fn words(&self) -> Refusal {
        if self.reindexed {
            return reindexed();
        }
        let aside =
            self.set_aside.as_ref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy());
        let (sv, en) = match aside {
            Some(_) => (
                "klarade inte kontrollen och har lagts åt sidan",
                "did not pass the check and has been set aside",
            ),
            None => ("saknades", "was missing"),
        };
        let at = self
            .backup
            .map(|at| at.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string());
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

fn reindexed() -> Refusal {
    Refusal::new(
        Kind::Broken,
        "Databasens register var skadade och har gjorts om. Alla projekt finns kvar som de var.",
        "The indexes of the database were damaged and have been made anew. All projects are as they were.",
    )
    .hint(
        "Händer det igen kan disken vara på väg att gå sönder.",
        "If it happens again, the disk may be about to fail.",
    )
}

/// Opens the database in `folder`, and says what had to be done for it.
pub(crate) fn open(folder: &Path) -> Result<(Connection, Option<Recovery>), Refusal> {
    database::probe(folder)?;
    // One window at a time: one that looks while another sets the damaged database aside would begin a new one, whose edits
    // are lost when the backup takes its place.
    let _held = hold_folder(&folder.join(FILE));
    let opened = match look(folder)? {
        Found::Whole(connection) => (connection, None),
        Found::Damaged if database::reindexed(folder) => {
            let recovery = Recovery { set_aside: None, backup: None, reindexed: true };
            (database::prepared(folder)?, Some(recovery))
        }
        Found::Damaged => recover(folder)?,
    };
    database::is_suspected_no_more(folder);
    Ok(opened)
}

enum Found {
    Whole(Connection),
    Damaged,
}

/// Opens the database as it is. One that has gone, or is empty, while there are backups of it, is damaged too.
fn look(folder: &Path) -> Result<Found, Refusal> {
    let file = folder.join(FILE);
    let empty = file.metadata().map_or(true, |data| data.len() == 0);
    if empty && !backup::list(folder).is_empty() {
        return Ok(Found::Damaged);
    }
    match database::prepared(folder) {
        Ok(connection) => Ok(Found::Whole(connection)),
        Err(trouble) if trouble.is_damage() => Ok(Found::Damaged),
        Err(trouble) => Err(trouble.into()),
    }
}

fn recover(folder: &Path) -> Result<(Connection, Option<Recovery>), Refusal> {
    let set_aside = set_aside(folder).map_err(|error| trouble::folder(folder, &error))?;
    let good = backup::list(folder).into_iter().find(Backup::is_good);
    if let Some(backup) = &good {
        let path = folder.join(FILE);
        let copied = fs::read(&backup.path).map_err(|error| trouble::cannot_read(&backup.path, &error))?;
        whole::write_whole(&path, &copied)?;
    }
    let connection = database::prepared(folder)?;
    Ok((connection, Some(Recovery { set_aside, backup: good.map(|backup| backup.at), reindexed: false })))
}

/// Gives the damaged database, and the log beside it, names of their own.
fn set_aside(folder: &Path) -> std::io::Result<Option<PathBuf>> {
    let file = folder.join(FILE);
    let aside = folder.join(free_name(folder));
    for beside in ["-wal", "-shm"] {
        let [from, to] = [&file, &aside].map(|path| with_ending(path, beside));
        if from.exists() {
            fs::rename(from, to)?;
        }
    }
    if !file.exists() {
        return Ok(None);
    }
    fs::rename(&file, &aside)?;
    Ok(Some(aside))
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
