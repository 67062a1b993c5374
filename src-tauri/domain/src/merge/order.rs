//! In which order what both hold stands.

use std::collections::HashSet;
use std::hash::Hash;

use super::pick::Sides;

/// All keys of both, each after the one that it stands after where it was put; the order of the one that has changed it,
/// and the same whichever is called mine.
pub(super) fn woven<'k, K: Hash + Eq + Ord>(sides: &Sides<Vec<&'k K>>) -> Vec<&'k K> {
    let Sides { base, mine, theirs } = sides;
    let (lead, other) =
        if mine_leads(base.as_deref(), mine, theirs) { (mine, theirs) } else { (theirs, mine) };
    let known: HashSet<&K> = lead.iter().copied().collect();
    let mut keys = lead.clone();
    let mut before = None;
    for key in other {
        if !known.contains(key) {
            let place = before.and_then(|before| keys.iter().position(|other| other == before));
            keys.insert(place.map_or(0, |place| place + 1), key);
        }
        before = Some(key);
    }
    keys
}

/// Whose order holds: that of the one who has changed it; else of the first in the alphabet, since there must be one.
fn mine_leads<K: Hash + Eq + Ord>(base: Option<&[&K]>, mine: &[&K], theirs: &[&K]) -> bool {
    let in_both = |key: &&&K| mine.contains(*key) && theirs.contains(*key);
    let order = |keys: &[&K]| -> Vec<usize> {
        let base = base.unwrap_or_default();
        let shared = keys.iter().filter(|key| base.contains(key)).filter(in_both);
        shared.filter_map(|key| base.iter().position(|other| other == key)).collect()
    };
    match (order(mine).is_sorted(), order(theirs).is_sorted()) {
        (false, true) => true,
        (true, false) => false,
        _ => mine <= theirs,
    }
}
