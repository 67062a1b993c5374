//! Requirements, matched by the entry that they are made of, and merged part by part.

use super::pick::Sides;
use super::{Field, Merger, lacks_notes};
use crate::catalogue::id::EntryId;
use crate::editions::takes;
use crate::requirements::own_wording;
use crate::requirements::requirement::Requirement;

impl Merger<'_> {
    pub(super) fn requirements(&mut self, sides: Sides<&[Requirement]>) -> Vec<Requirement> {
        let by_id = sides.map(|all| all.iter().map(|one| (one.id(), one)).collect());
        self.keyed(&by_id, Self::requirement).into_values().collect()
    }

    fn requirement(&mut self, id: &EntryId, sides: Sides<Option<&Requirement>>) -> Option<Requirement> {
        match (sides.mine, sides.theirs) {
            // What both have put in, each for itself, has no common version.
            (Some(mine), Some(theirs)) => {
                Some(self.both(id, Sides { base: sides.base.flatten(), mine, theirs }))
            }
            _ => self.pick(Field::Requirement(id.clone()), sides).cloned(),
        }
    }

    fn both(&mut self, id: &EntryId, sides: Sides<&Requirement>) -> Requirement {
        let (changes, conflicts) = (self.changes.len(), self.conflicts.len());
        let merged = self.parts(id, sides);
        let fits = merged == *sides.mine || merged == *sides.theirs || go_together(&merged, sides);
        if fits && !is_taken_from_work(sides) {
            return merged;
        }
        self.changes.truncate(changes);
        self.conflicts.truncate(conflicts);
        self.choose(Field::Requirement(id.clone()), sides).clone()
    }

    fn parts(&mut self, id: &EntryId, sides: Sides<&Requirement>) -> Requirement {
        let taken_over = sides.map(|one| (&one.entry, &one.kept_before));
        let (entry, kept_before) = self.pick_fuller(Field::Entry(id.clone()), taken_over, |less, more| {
            less.1 == more.1 && lacks_notes(less.0, more.0)
        });
        // That nobody has chosen it is nothing to lose.
        let chosen = self.pick(Field::Chosen(id.clone()), sides.map(|one| one.chosen.then_some(())));
        let values = self.keyed(&sides.map(|one| one.values.iter().collect()), |merger, name, sides| {
            merger.pick(Field::Value(id.clone(), name.clone()), sides).cloned()
        });
        let own_wording = self.pick(Field::Wording(id.clone()), sides.map(|one| &one.own_wording)).clone();
        let (entry, kept_before) = (entry.clone(), kept_before.clone());
        let values = values.into_iter().collect();
        Requirement { chosen: chosen.is_some(), values, own_wording, kept_before, entry }
    }
}

/// Whether one of them has taken away what the other has worked on since: that would be gone from what is printed.
fn is_taken_from_work(sides: Sides<&Requirement>) -> bool {
    let Some(base) = sides.base.filter(|base| base.chosen) else { return false };
    let taken = |one: &Requirement, other: &Requirement| !one.chosen && other.chosen && other != base;
    taken(sides.mine, sides.theirs) || taken(sides.theirs, sides.mine)
}

/// Whether an entry from one of them takes the text and the values from the other, as the one that they came from did.
fn go_together(merged: &Requirement, sides: Sides<&Requirement>) -> bool {
    let fitted = |name, value| {
        let holds =
            |side: &Requirement| side.values.get(name) == Some(value) && takes(&side.entry, name, value);
        holds(sides.mine) || holds(sides.theirs)
    };
    let kept = |(name, value)| takes(&merged.entry, name, value) || !fitted(name, value);
    own_wording::fits(&merged.own_wording, &merged.entry) && merged.values.iter().all(kept)
}
