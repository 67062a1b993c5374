//! R30. Something that only those in Sweden have, without what corresponds to it in the country of establishment.

use super::{Draft, Scene};
use crate::catalogue::theme::Placement;
use crate::review::finding::Severity;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;

/// What is found when a foreign tenderer cannot comply.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let Some(trap) = sentence.first_holding(&[Concept::ForeignTrap]) else { continue };
        let grants = sentence.has(Concept::HomeCountry)
            || scene.reading.after(sentence).is_some_and(|next| next.has(Concept::HomeCountry));
        let others = sentence.clause(trap).subject == Some(Concept::Buyer) || sentence.has(Concept::Goods);
        if !grants && !others {
            let stop = scene.is(Placement::SelectionCriterion);
            let severity = if stop { Severity::Stop } else { Severity::Warning };
            let draft = scene.found(Rule::ForeignBidderTrap, "trap", sentence, trap).weighing(severity);
            found.push(draft.adding_behind(sentence, trap, " eller motsvarande i etableringslandet"));
        }
    }
}
