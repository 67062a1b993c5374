//! R36. Local or Swedish origin as such. What is wanted of the production can be said without the country.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;

/// What is found when goods are to come from a place.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(origin) =
            sentence.first_holding(&[Concept::Origin]).filter(|_| !sentence.has(Concept::OriginRight))
        {
            found.push(scene.found(Rule::OriginOfGoods, "origin", sentence, origin));
        }
    }
}
