//! The second folders that backups have been copied to. They stand in a file of their own beside the database, so that one is
//! still known when the officer has chosen another, or the settings can no longer be read.

use std::fs;
use std::path::{Path, PathBuf};

use domain::refusal::Refusal;

use super::FOLDER;
use crate::whole::write_whole;

/// One folder a line, so that the officer can take away one that is no more.
const FILE: &str = "backup-folders.txt";

/// All folders that backups of the database in `folder` may lie in, each once, the one beside it first.
pub(super) fn all(folder: &Path, second: Option<&Path>) -> Vec<PathBuf> {
    let mut all = vec![folder.join(FOLDER)];
    for away in second.map(Path::to_owned).into_iter().chain(remembered(folder)) {
        if !all.contains(&away) {
            all.push(away);
        }
    }
    all
}

/// Remembers a second folder, before anything is copied to it.
pub(super) fn remember(folder: &Path, second: &Path) -> Result<(), Refusal> {
    let mut known = remembered(folder);
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
pub(super) fn remembered(folder: &Path) -> Vec<PathBuf> {
    let lines = fs::read_to_string(file(folder)).unwrap_or_default();
    lines.lines().filter(|line| !line.trim().is_empty()).map(PathBuf::from).collect()
}
