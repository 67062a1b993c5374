//! The days that projects have ahead, as they were worked out last.

use std::collections::HashMap;

use domain::project::ProjectId;
use domain::refusal::Refusal;
use jiff::civil::Date;

use super::Store;
use crate::table::ahead::{self, Ahead, DayAhead};

impl Store {
    /// The days ahead of those projects for which they are known: worked out with the same program and catalogue, from what
    /// the project is now, and none of them passed since.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn days_ahead(
        &self,
        made_with: &str,
        today: Date,
    ) -> Result<HashMap<ProjectId, Vec<DayAhead>>, Refusal> {
        self.read(|connection| Ok(ahead::holding(connection, made_with, today)?))
    }

    /// Keeps the days that projects have ahead of `today`.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn keep_days_ahead(&mut self, found: &[Ahead], made_with: &str, today: Date) -> Result<(), Refusal> {
        self.transact(|transaction| {
            found.iter().try_for_each(|one| ahead::put(transaction, one, made_with, today))
        })
    }
}
