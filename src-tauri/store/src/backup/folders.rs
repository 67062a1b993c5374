//! The second folders that backups have been copied to. They stand in a file of their own beside the database, so that one is
//! still known when the officer has chosen another, or the settings can no longer be read.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use domain::refusal::Refusal;

use super::FOLDER;
use crate::trouble;
use crate::whole::write_whole;

/// One folder a line, so that the officer can take away one that is no more.
const FILE: &str = "backup-folders.txt";

/// All folders that backups of the database in `folder` may lie in, each once, the one beside it first. Those that cannot be
/// read of now are not among them: what must reach them all asks [`remembered`] itself.
pub(super) fn all(folder: &Path, second: Option<&Path>) -> Vec<PathBuf> {
    let mut all = vec![folder.join(FOLDER)];
    for away in second.map(Path::to_owned).into_iter().chain(remembered(folder).unwrap_or_default()) {
        if !all.contains(&away) {
            all.push(away);
        }
    }
    all
}

/// Remembers a second folder, before anything is copied to it.
pub(super) fn remember(folder: &Path, second: &Path) -> Result<(), Refusal> {
    let mut known = remembered(folder)?;
    if known.iter().any(|known| known == second) {
        return Ok(());
    }
    known.push(second.to_owned());
    let lines: Vec<String> = known.iter().map(|known| known.display().to_string()).collect();
    write_whole(&file(folder), lines.join("\n").as_bytes())
}

/// Where they stand.
pub(super) fn file(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// The second folders that backups of the database in `folder` have been copied to.
///
/// # Errors
/// When they are written down and cannot be read.
pub(super) fn remembered(folder: &Path) -> Result<Vec<PathBuf>, Refusal> {
    Ok(lines(&file(folder))?.into_iter().map(PathBuf::from).collect())
}

/// The lines of a file that is there once there is something to say.
///
/// # Errors
/// When it is there and cannot be read: what it says is not known, and it must not be written over.
pub(super) fn lines(file: &Path) -> Result<Vec<String>, Refusal> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(trouble::cannot_read(file, &error)),
    }
}
