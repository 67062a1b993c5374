//! A project that is deleted for good leaves the backups too, and what a damaged database left behind.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use domain::project::ProjectId;
use domain::refusal::{Kind, Refusal};
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{Backup, FOLDER, named_with, sweep};
use crate::database::{self, FILE};
use crate::recovery;
use crate::trouble::{self, Trouble};
use crate::whole::hold_folder;

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

/// Takes a project out of all that lies beside the database, for good, also in a second folder. What is damaged is deleted
/// whole, when it is among the files that the officer was `told` of. Nobody makes a backup as long as what is handed back is
/// held.
///
/// # Errors
/// When something is damaged that was not told, or cannot be written, or the second folder is not there.
pub(crate) fn erase(
    folder: &Path,
    second: Option<&Path>,
    project: &ProjectId,
    told: &[String],
) -> Result<Option<File>, Refusal> {
    if let Some(away) = second.filter(|second| !second.is_dir()) {
        return Err(out_of_reach(away));
    }
    let backups = folder.join(FOLDER);
    let _opened = hold_folder(&folder.join(FILE));
    let held = hold_folder(&backups.join(FILE));
    [folder, &backups].into_iter().chain(second).for_each(sweep);
    let damaged = files_damaged(folder, second);
    if let Some(untold) = damaged.iter().find(|path| !told.contains(&path.display().to_string())) {
        return Err(not_told(untold));
    }
    damaged.iter().try_for_each(|path| deleted(path))?;
    named_with(folder, second).try_for_each(|backup| backup.erase(project))?;
    Ok(held)
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
        let without_projects =
            |error: &rusqlite::Error| error.sqlite_error_code() == Some(ErrorCode::Unknown);
        looked().is_err_and(|trouble| {
            trouble.is_damage() || matches!(&trouble, Trouble::Database(error) if without_projects(error))
        })
    }

    /// Takes a project out. All that is left is written anew: between what stands in a page, a copy can lie of what once did.
    fn erase(&self, project: &ProjectId) -> Result<(), Refusal> {
        let erased = || -> Result<(), Trouble> {
            let connection = Connection::open(&self.path)?;
            connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;")?;
            connection.execute("DELETE FROM project WHERE id = ?1", [project.as_str()])?;
            Ok(connection.execute_batch("VACUUM")?)
        };
        erased().map_err(|trouble| still_in(&self.path, &trouble.into()))
    }
}

fn out_of_reach(second: &Path) -> Refusal {
    Refusal::new(
        Kind::NotNow,
        format!(
            "Mappen {} går inte att nå, och där kan det finnas säkerhetskopior av projektet.",
            second.display()
        ),
        format!(
            "The folder {} is out of reach, and there may be backups of the project in it.",
            second.display()
        ),
    )
    .hint(
        "Anslut disken och försök igen, eller ta bort mappen i Inställningar.",
        "Connect the disk and try again, or take the folder away in Settings.",
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
