//! Revisions: every change that was kept, with who, when and from what.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::edit::Edit;
use crate::name::name;
use crate::text::Bilingual;

name! {
    /// A revision: ids sort in the order of time.
    RevisionId
}

/// A change that was kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// What it builds on: none for the first, two for a merge.
    pub parents: Vec<RevisionId>,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub officer: String,
    /// What was done, in words.
    pub words: Bilingual,
    /// What was done; absent for the first revision, a merge, undo and redo.
    pub edit: Option<Edit>,
    /// The earlier revision whose state this one brings back: undo and redo.
    pub brings_back: Option<RevisionId>,
    /// What the officer calls the version that it left, when it has a name.
    pub name: Option<String>,
}
