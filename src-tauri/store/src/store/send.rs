//! Projects that leave as files in a folder, one after the other.

use std::path::{Path, PathBuf};

use domain::catalogue::Catalogue;
use domain::project::ProjectId;
use domain::refusal::Refusal;

use super::Store;
use crate::file_name::safe_name;
use crate::project_file::{Content, to_text};
use crate::stamp::Stamp;
use crate::text_file::read_bytes;
use crate::whole::write_new;

impl Store {
    /// Writes a project as a file of its own in a folder, named after the project, or as `unnamed` says when that has no
    /// name. Nothing that is there is written over: the file gets a number after its name, unless the very same is there.
    ///
    /// # Errors
    /// When the project is not here, the folder is missing or cannot be written, or the disk is full.
    pub fn send(
        &self,
        id: &ProjectId,
        folder: &Path,
        content: Content,
        catalogue: &Catalogue,
        unnamed: &str,
        stamp: &Stamp,
    ) -> Result<PathBuf, Refusal> {
        let file = self.project_file(id)?.holding(content, catalogue, stamp);
        let title = safe_name(&file.project.procurement.title);
        let name = if title.is_empty() { unnamed } else { &title };
        let text = to_text(&file);
        let mut number = 1_usize;
        loop {
            let path = folder.join(numbered(name, number));
            if write_new(&path, text.as_bytes())?
                || read_bytes(&path).is_ok_and(|there| there == text.as_bytes())
            {
                return Ok(path);
            }
            number += 1;
        }
    }
}

fn numbered(name: &str, number: usize) -> String {
    match number {
        1 => format!("{name}.samkrav"),
        _ => format!("{name} {number}.samkrav"),
    }
}
