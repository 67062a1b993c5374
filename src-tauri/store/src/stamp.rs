//! When and by whom something is done, and the ids that follow from it.

use domain::project::ProjectId;
use domain::refusal::Refusal;
use domain::revision::RevisionId;
use domain::signature::Signature;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use uuid::{NoContext, Uuid};

use crate::clock;

/// When something is done, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When.
    pub at: Timestamp,
    /// The officer's name; may be empty.
    pub officer: String,
}

impl Stamp {
    /// A stamp of this moment.
    ///
    /// # Errors
    /// When `SAMKRAV_TODAY` is no date.
    pub fn now(officer: impl Into<String>) -> Result<Self, Refusal> {
        Ok(Self { at: clock::now()?, officer: officer.into() })
    }

    /// The day where the officer sits.
    pub fn day(&self) -> Date {
        clock::day_of(self.at)
    }

    /// The same as it is written under what is kept with a name.
    pub fn signature(&self) -> Signature {
        Signature { by: self.officer.clone(), on: self.day() }
    }

    /// An id for a new project.
    pub fn project_id(&self) -> ProjectId {
        id_at(self.at).to_string().into()
    }

    /// An id for a revision that builds on `parents`. It sorts after them, also when the clock has gone back.
    pub fn revision_id(&self, parents: &[RevisionId]) -> RevisionId {
        let latest = parents.iter().filter_map(time_of).max();
        let after = latest.and_then(|time| time.checked_add(SignedDuration::from_millis(1)).ok());
        id_at(after.map_or(self.at, |after| after.max(self.at))).to_string().into()
    }
}

/// A UUID of version 7: time in milliseconds first, then chance.
fn id_at(time: Timestamp) -> Uuid {
    let seconds = u64::try_from(time.as_second()).unwrap_or_default();
    let nanoseconds = u32::try_from(time.subsec_nanosecond()).unwrap_or_default();
    Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, seconds, nanoseconds))
}

/// The time in an id, in whole milliseconds.
pub(crate) fn time_of(revision: &RevisionId) -> Option<Timestamp> {
    let (seconds, nanoseconds) = Uuid::try_parse(revision.as_str()).ok()?.get_timestamp()?.to_unix();
    Timestamp::new(i64::try_from(seconds).ok()?, i32::try_from(nanoseconds).ok()?).ok()
}
