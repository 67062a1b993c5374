//! Projects out of backups: always a copy, never in the place of what is here.

use std::fs::File;

use domain::catalogue::Catalogue;
use domain::fixed::{FixedDocument, Version};
use domain::project::{Project, ProjectId};
use domain::refusal::Refusal;
use domain::text::Bilingual;
use jiff::tz::TimeZone;

use super::Store;
use crate::backup::{Backup, not_whole};
use crate::stamp::Stamp;
use crate::table::fixed_document;
use crate::trouble;
use crate::whole::{self, write_whole};

/// A document of a version, and the file that was made of it.
pub(super) type KeptDocument = (Version, FixedDocument, Vec<u8>);

/// A backup that is open to be read: a copy of it, that may be brought up to date without the backup being touched.
pub struct OpenBackup {
    store: Store,
    // In this order: what holds the folder is closed before the folder is taken away.
    _held: File,
    _folder: tempfile::TempDir,
}

impl Backup {
    /// Opens it.
    ///
    /// # Errors
    /// When it is damaged or cannot be read, or there is no room for a copy.
    pub fn open(&self) -> Result<OpenBackup, Refusal> {
        let (folder, held) =
            whole::folder_for_a_while().map_err(|error| trouble::folder(&std::env::temp_dir(), &error))?;
        let bytes = std::fs::read(&self.path).map_err(|error| trouble::cannot_read(&self.path, &error))?;
        write_whole(&folder.path().join(crate::database::FILE), &bytes)?;
        let store = Store::open(folder.path())?;
        // A damaged copy is set aside, and what is open then is empty.
        if store.recovery().is_some() {
            return Err(not_whole());
        }
        Ok(OpenBackup { store, _held: held, _folder: folder })
    }

    /// When it was made, where the officer sits: "2026-11-25 14:05".
    fn moment(&self) -> String {
        self.at.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
    }

    /// What a project is called when it comes back out of it: "Städning, kopia 14:05".
    pub fn title_of(&self, project: &Project, catalogue: &Catalogue, stamp: &Stamp) -> String {
        let at = self.at.to_zoned_datetime(TimeZone::system());
        let today = at.date() == stamp.day();
        let when = if today { at.strftime("%H:%M").to_string() } else { self.moment() };
        let slots = [("title", project.procurement.title.clone()), ("when", when)];
        catalogue.phrases.fill_in("program.edit.copy_of", &slots, domain::text::Language::Sv)
    }
}

impl OpenBackup {
    /// What it holds.
    pub fn store(&self) -> &Store {
        &self.store
    }
}

impl Store {
    /// Makes a project of its own of what a backup holds of one, named after when that was: "Städning, kopia 14:05".
    /// Documents that were fixed come along as they were made.
    ///
    /// # Errors
    /// When the backup lacks the project or cannot be read, or the database cannot be written.
    pub fn restore(
        &mut self,
        backup: &Backup,
        id: &ProjectId,
        catalogue: &Catalogue,
        stamp: &Stamp,
    ) -> Result<ProjectId, Refusal> {
        let open = backup.open()?;
        let file = open.store.project_file(id)?;
        let documents = open.store.documents(&file.project)?;
        let day = backup.moment();
        let project = Project { id: stamp.project_id(), ..renamed(file.project, backup, catalogue, stamp) };
        let slot = [("when", Bilingual::new(&*day, &*day))];
        let words = catalogue.phrases.fill("program.edit.restored", &slot);
        self.begin(&project, &file.lineage, &documents, catalogue, stamp, words)?;
        Ok(project.id)
    }

    /// The documents of the versions that were fixed here.
    fn documents(&self, project: &Project) -> Result<Vec<KeptDocument>, Refusal> {
        let mut found = Vec::new();
        for fixed in &project.fixed {
            for document in &fixed.documents {
                let pdf = self.read(|at| fixed_document::find(at, &project.id, fixed.version, document))?;
                found.extend(pdf.map(|pdf| (fixed.version, document.clone(), pdf)));
            }
        }
        Ok(found)
    }
}

fn renamed(project: Project, backup: &Backup, catalogue: &Catalogue, stamp: &Stamp) -> Project {
    let title = backup.title_of(&project, catalogue, stamp);
    let procurement = domain::procurement::Procurement { title, ..project.procurement };
    Project { procurement, ..project }
}
