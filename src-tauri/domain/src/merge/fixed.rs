//! Versions that were fixed: never lost, never made up. Each copy goes on from what was fixed, so one holds all that the
//! other does; two that have fixed apart cannot be merged, since both have been decided and sent.

use super::pick::Sides;
use super::{Change, Field, Kind, Merger, Side};
use crate::fixed::FixedVersion;

impl Merger<'_> {
    pub(super) fn fixed(&mut self, sides: Sides<&[FixedVersion]>) -> Vec<FixedVersion> {
        let Sides { mine, theirs, .. } = sides;
        let same = mine.iter().zip(theirs).take_while(|(a, b)| a == b).count();
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
        sides.of(by).to_vec()
    }
}
