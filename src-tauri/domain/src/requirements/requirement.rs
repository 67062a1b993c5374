//! A requirement: an entry that stands in a project, with the officer's values.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::catalogue::entry::{Duty, Entry};
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
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<ParameterName, ParameterValue>,
    /// The duties as the officer has written them, in the place of the entry's; none when those stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_wording: Vec<String>,
    /// What the catalogue's entry was like when the officer chose to keep this one beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_before: Option<String>,
    /// The entry as it was taken over.
    pub entry: Arc<Entry>,
}

impl Requirement {
    /// A requirement made from the entry as it is now.
    pub fn of(entry: &Arc<Entry>, chosen: bool) -> Self {
        let (values, own_wording) = (BTreeMap::new(), Vec::new());
        Self { entry: Arc::clone(entry), chosen, values, own_wording, kept_before: None }
    }

    /// The entry as it is said in this project: with the officer's own duties in the place of its own. What tells of those,
    /// to suppliers and to whom checks them, goes with them: the officer's may ask for something else.
    pub fn worded(&self) -> Arc<Entry> {
        if self.own_wording.is_empty() {
            return Arc::clone(&self.entry);
        }
        let own = self.own_wording.iter().map(|text| Duty { text: text.clone(), when: None });
        let own: Vec<Duty> = own.collect();
        let mut entry = Entry::clone(&self.entry);
        for words in [&mut entry.text.sv, &mut entry.text.en] {
            words.duties.clone_from(&own);
            words.relief.clear();
            words.guide.clear();
            words.check_steps.clear();
        }
        Arc::new(entry)
    }

    /// The id of the entry.
    pub fn id(&self) -> &EntryId {
        &self.entry.id
    }
}
