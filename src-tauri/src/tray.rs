//! A project file that has come in: read once, shown to the officer, and waiting for what is to be done with it. What was
//! shown is what is taken in, whatever becomes of the file in the meantime.

use std::path::Path;
use std::sync::Arc;

use domain::refusal::{Kind, Refusal};
use domain::revision::RevisionId;
use store::project_file::{self, ProjectFile};

/// A project file that waits for the officer.
#[derive(Clone)]
pub struct Received {
    /// The name of the file.
    pub name: String,
    /// What it holds.
    pub file: Arc<ProjectFile>,
    /// The last revision of the project here that it was shown beside; none when that is not here.
    pub beside: Option<RevisionId>,
    /// How many files more were asked for.
    pub left: usize,
}

impl Received {
    /// Reads a file, after which so many more are asked for.
    ///
    /// # Errors
    /// When it cannot be read, or is no whole project file of a format that this program knows.
    pub fn read(path: &Path, left: usize) -> Result<Self, Refusal> {
        let file = Arc::new(project_file::read(path)?);
        Ok(Self { name: name(path), file, beside: None, left })
    }
}

/// What a file is called.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Why nothing was done with a file.
pub fn nothing_waits() -> Refusal {
    Refusal::new(Kind::NotNow, "Ingen projektfil är vald.", "No project file has been chosen.")
        .hint("Öppna filen igen.", "Open the file again.")
}
