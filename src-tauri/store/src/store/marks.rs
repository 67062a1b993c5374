//! What the officer does with whole projects: puts them aside, keeps them as templates, removes them.

use std::path::Path;

use domain::project::ProjectId;
use domain::refusal::Refusal;

use super::Store;
use crate::backup;
use crate::recovery::Recovery;
use crate::stamp::Stamp;
use crate::table::mark::{self, Mark};
use crate::trouble::Trouble;

impl Store {
    /// Marks a project, or takes the mark away. Nothing else about it changes: what is removed comes back as it was, with
    /// its history.
    ///
    /// # Errors
    /// When it is not here, or the database cannot be written.
    pub fn mark(&mut self, id: &ProjectId, mark: Mark, on: bool, stamp: &Stamp) -> Result<(), Refusal> {
        self.transact(|transaction| mark::set(transaction, id, mark, on.then_some(stamp.at)))
    }

    /// Deletes a removed project for good: the project, its history and everything else that is kept of it, in the
    /// backups too, also in a second folder. Nothing of it can be read in the database's files afterwards. Files that are
    /// damaged are deleted whole; the officer has been `told` of each (see [`backup::damaged`]).
    ///
    /// # Errors
    /// When it is not here or has not been removed, something is damaged that was not told, or the database or a backup
    /// cannot be written.
    pub fn erase(&mut self, id: &ProjectId, second: Option<&Path>, told: &[String]) -> Result<(), Refusal> {
        let folder = self.folder.clone();
        let _held = self.transact(|transaction| {
            mark::erase_removed(transaction, id)?;
            // Before that is kept: what fails on the way can be done again while the project is still shown.
            Ok(backup::erase(&folder, second, id, told)?)
        })?;
        self.last = None;
        // Nobody is to be told to keep a file that has just gone.
        let is_here = |recovery: &Recovery| recovery.set_aside.as_ref().is_none_or(|file| file.exists());
        self.recovery = self.recovery.take().filter(is_here);
        // What is deleted is overwritten, but between what stands in a page a copy can lie of what once did.
        self.connection.execute_batch("VACUUM").map_err(Trouble::from)?;
        // Beside the database stands a log of what was written last. Another window that reads it just now empties it
        // when it closes.
        let emptied = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        Ok(emptied.map_err(Trouble::from)?)
    }
}
