//! A project that is deleted for good leaves the backups too, and what a damaged database left behind.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use domain::project::ProjectId;
use domain::refusal::{Kind, Refusal};
use rusqlite::{Connection, OpenFlags};

use super::{Backup, FOLDER, folders, named_with, sweep};
use crate::database::{self, FILE};
use crate::project_file::hex_digest;
use crate::recovery;
use crate::trouble::{self, Trouble};
use crate::whole::{self, hold_folder};

/// What has been deleted for good, one digest a line.
const ERASED: &str = "erased.txt";

/// The files that no project can be taken out of, since they are damaged: databases that were set aside, and backups, also
/// in a second folder. They are deleted whole with a project, and lie there as long as none is deleted for good.
pub fn damaged(folder: &Path, second: Option<&Path>) -> Vec<String> {
    files_damaged(folder, second).iter().map(|path| path.display().to_string()).collect()
}

fn files_damaged(folder: &Path, second: Option<&Path>) -> Vec<PathBuf> {
    let damaged = named_with(folder, second).filter(Backup::is_damaged).map(|backup| backup.path);
    let mut files: Vec<PathBuf> = damaged.chain(recovery::all_set_aside(folder)).collect();
    files.sort();
    files
}

/// Takes a project out of all that lies beside the database, for good, also in each second folder that it has had. What is damaged is deleted
/// whole, when it is among the files that the officer was `told` of. Nobody makes a backup as long as what is handed back is
/// held.
///
/// # Errors
/// When something is damaged that was not told, or cannot be written, or a second folder is not there, or has lost its backups,
/// or it cannot be read which folders there have been or what has been deleted before.
pub(crate) fn erase(
    folder: &Path,
    second: Option<&Path>,
    project: &ProjectId,
    told: &[String],
) -> Result<Option<File>, Refusal> {
    let backups = folder.join(FOLDER);
    folders::remembered(folder)?;
    Erased::of(folder)?;
    let places = folders::all(folder, second);
    let not_there = places.iter().find(|place| **place != backups && !place.is_dir()).cloned();
    if let Some(away) = not_there.or_else(|| super::out_of_reach(folder)) {
        return Err(still_away(&away, folder));
    }
    let _opened = hold_folder(&folder.join(FILE));
    let held = hold_folder(&backups.join(FILE));
    places.iter().map(PathBuf::as_path).chain([folder]).for_each(sweep);
    whole::sweep_folders();
    let damaged = files_damaged(folder, second);
    if let Some(untold) = damaged.iter().find(|path| !told.contains(&path.display().to_string())) {
        return Err(not_told(untold));
    }
    damaged.iter().try_for_each(|path| deleted(path))?;
    named_with(folder, second).try_for_each(|backup| erase_in(&backup.path, project))?;
    remember(folder, project)?;
    Ok(held)
}

/// Remembers that a project has been deleted for good, by a digest that says nothing of it.
fn remember(folder: &Path, project: &ProjectId) -> Result<(), Refusal> {
    let Erased(mut erased) = Erased::of(folder)?;
    erased.push(hex_digest(project.as_str().as_bytes()));
    whole::write_whole(&folder.join(ERASED), erased.join("\n").as_bytes())
}

/// What has been deleted for good.
pub(super) struct Erased(Vec<String>);

impl Erased {
    pub(super) fn of(folder: &Path) -> Result<Self, Refusal> {
        folders::lines(&folder.join(ERASED)).map(Self)
    }

    pub(super) fn holds(&self, id: &str) -> bool {
        self.0.contains(&hex_digest(id.as_bytes()))
    }
}

/// Takes out of a copy of a backup what has been deleted for good since: the folder that it lay in may have been out of reach
/// then. What has come back since, with a file, stays.
pub(super) fn leave_out_erased(copy: &Path, folder: &Path) -> Result<(), Refusal> {
    let erased = Erased::of(folder)?;
    let here = database::look(folder)?.map(|here| ids(&here)).transpose()?.unwrap_or_default();
    let held = ids(&database::read_only(copy)?)?;
    let mut gone = held.iter().filter(|id| erased.holds(id) && !here.contains(id));
    gone.try_for_each(|id| erase_in(copy, &ProjectId::from(id.as_str())))
}

pub(super) fn ids(at: &Connection) -> Result<Vec<String>, Trouble> {
    Ok(at.prepare("SELECT id FROM project")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Deletes a database with the logs that lie beside it.
fn deleted(database: &Path) -> Result<(), Refusal> {
    let files = recovery::ENDINGS.map(|ending| recovery::with_ending(database, ending));
    let mut there = files.iter().filter(|path| path.exists());
    there.try_for_each(|path| fs::remove_file(path).map_err(|error| trouble::cannot_write(path, &error)))
}

impl Backup {
    /// Whether it is no whole database with projects. One that cannot be looked at now is not known to be damaged.
    fn is_damaged(&self) -> bool {
        let looked = || -> Result<(), Trouble> {
            let connection = Connection::open_with_flags(&self.path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            database::is_sound(&connection)?;
            Ok(connection.query_row("SELECT count(*) FROM project", [], |_| Ok(()))?)
        };
        looked().is_err_and(|trouble| trouble.is_damage() || trouble.is_without_table())
    }
}

/// Takes a project out of a backup. All that is left is written anew: between what stands in a page, a copy can lie of what
/// once did.
fn erase_in(backup: &Path, project: &ProjectId) -> Result<(), Refusal> {
    let erased = || -> Result<(), Trouble> {
        let connection = Connection::open(backup)?;
        connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;")?;
        connection.execute("DELETE FROM project WHERE id = ?1", [project.as_str()])?;
        Ok(connection.execute_batch("VACUUM")?)
    };
    erased().map_err(|trouble| still_in(backup, &trouble.into()))
}

fn still_away(second: &Path, folder: &Path) -> Refusal {
    let list = folders::file(folder);

    Refusal::new(
        Kind::NotNow,
        format!(
            "Mappen {} är tom eller går inte att nå, och där kan det finnas säkerhetskopior av projektet.",
            second.display()
        ),
        format!(
            "The folder {} is empty or out of reach, and there may be backups of the project in it.",
            second.display()
        ),
    )
    .hint(
        format!(
            "Anslut disken och försök igen. Finns den inte längre: ta bort mappen i Inställningar, om den står där, och i \
             filen {}.",
            list.display()
        ),
        format!(
            "Connect the disk and try again. If it is no more: take the folder away in Settings, if it stands there, and in \
             the file {}.",
            list.display()
        ),
    )
}

fn not_told(damaged: &Path) -> Refusal {
    let file = damaged.display();
    Refusal::new(
        Kind::NotNow,
        format!("{file} är skadad, så projektet går inte att ta ut ur filen. Inget är borttaget."),
        format!(
            "{file} is damaged, so the project cannot be taken out of the file. Nothing has been deleted."
        ),
    )
    .hint(
        "Ta bort projektet en gång till. Frågan visar då vilka filer som tas bort med det.",
        "Delete the project once more: the question then shows which files are deleted with it.",
    )
}

fn still_in(backup: &Path, why: &Refusal) -> Refusal {
    let file = backup.display();
    Refusal::new(
        Kind::NotNow,
        format!("Projektet är inte borttaget: det gick inte att ta ut ur säkerhetskopian {file}."),
        format!("The project has not been deleted: it could not be taken out of the backup {file}."),
    )
    .hint(
        format!("Skälet: {} Försök igen när det är avhjälpt.", why.text.sv),
        format!("The reason: {} Try again when that has been mended.", why.text.en),
    )
}
