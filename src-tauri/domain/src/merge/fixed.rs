//! Versions that were fixed: never lost, never made up. Each copy goes on from what was fixed, so one holds all that the
//! other does, maybe without its internal notes; two that have fixed apart cannot be merged, since both have been decided and sent.

use super::pick::Sides;
use super::{Change, Field, Kind, Merger, Side, lacks_notes};
use crate::fixed::FixedVersion;

impl Merger<'_> {
    pub(super) fn fixed(&mut self, sides: Sides<&[FixedVersion]>) -> Vec<FixedVersion> {
        let Sides { mine, theirs, .. } = sides;
        let is_one =
            |(a, b): &(&FixedVersion, &FixedVersion)| a == b || lacks_notes(*a, *b) || lacks_notes(*b, *a);
        let fuller = |(a, b)| if lacks_notes(a, b) { b } else { a };
        let shared: Vec<FixedVersion> =
            mine.iter().zip(theirs).take_while(is_one).map(fuller).cloned().collect();
        let same = shared.len();
        self.unchanged += same;
        let (by, new) =
            if theirs.len() > same { (Side::Theirs, &theirs[same..]) } else { (Side::Mine, &mine[same..]) };
        if mine.len() > same && theirs.len() > same {
            self.fixed_apart = new.first().map(|fixed| fixed.version);
        }
        let known = |fixed: &&FixedVersion| sides.base.is_some_and(|base| base.contains(*fixed));
        for fixed in new.iter().filter(|fixed| !known(fixed)) {
            self.changes.push(Change { field: Field::Fixed(fixed.version), by, kind: Kind::Added });
        }
        shared.into_iter().chain(new.iter().cloned()).collect()
    }
}
