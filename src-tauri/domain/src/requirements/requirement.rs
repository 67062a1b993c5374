//! A requirement: an entry that stands in a project, with the officer's values.

use std::sync::Arc;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::catalogue::entry::Entry;
use crate::catalogue::id::{EntryId, ParameterName};
use crate::catalogue::parameter::ParameterValue;

/// An entry in a project.
///
/// The entry is kept whole, as it was when the project took it over: a newer edition does not change it by itself, and a
/// colleague without the same catalogue reads the same words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Whether the officer chose it; a companion stands here unchosen and counts while something requires it.
    pub chosen: bool,
    /// What the officer set; all other values are worked out anew each time.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub values: IndexMap<ParameterName, ParameterValue>,
    /// What the catalogue's entry was like when the officer chose to keep this one beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_before: Option<String>,
    /// The entry as it was taken over.
    pub entry: Arc<Entry>,
}

impl Requirement {
    /// A requirement made from the entry as it is now.
    pub fn of(entry: &Arc<Entry>, chosen: bool) -> Self {
        Self { entry: Arc::clone(entry), chosen, values: IndexMap::new(), kept_before: None }
    }

    /// The id of the entry.
    pub fn id(&self) -> &EntryId {
        &self.entry.id
    }
}
