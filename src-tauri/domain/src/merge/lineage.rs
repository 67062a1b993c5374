//! How two copies of a project stand to each other: by the revisions that led to each.

use std::collections::HashSet;

use crate::revision::RevisionId;

/// How a copy that comes in stands to the one that is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It is the one that is here.
    Same,
    /// It goes on from the one that is here.
    Newer,
    /// The one that is here goes on from it.
    Older,
    /// Both have been changed since they parted.
    Diverged,
}

/// How a copy stands to the one that is here: by the ids of the revisions behind each, the last at the end.
pub fn relation(here: &[RevisionId], copy: &[RevisionId]) -> Relation {
    match (here.last(), copy.last()) {
        (Some(mine), Some(theirs)) if mine == theirs => Relation::Same,
        (Some(mine), _) if copy.contains(mine) => Relation::Newer,
        (_, Some(theirs)) if here.contains(theirs) => Relation::Older,
        _ => Relation::Diverged,
    }
}

/// The revisions that both have behind them, the last first: ids sort in the order of time.
pub fn common(here: &[RevisionId], copy: &[RevisionId]) -> Vec<RevisionId> {
    let known: HashSet<&RevisionId> = here.iter().collect();
    let mut common: Vec<RevisionId> = copy.iter().filter(|id| known.contains(id)).cloned().collect();
    common.sort_unstable_by(|a, b| b.cmp(a));
    common
}

/// The revisions behind both together, in the order of time.
pub fn united(here: &[RevisionId], copy: &[RevisionId]) -> Vec<RevisionId> {
    let mut all: Vec<RevisionId> = here.iter().chain(copy).cloned().collect();
    all.sort_unstable();
    all.dedup();
    all
}
