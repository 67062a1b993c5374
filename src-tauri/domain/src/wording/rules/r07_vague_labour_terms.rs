//! R07. Labour terms without levels: "schyssta villkor" can be neither kept nor checked.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;

/// What is found when terms are good, usual or like an agreement's, and no level is named.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let vague = sentence.first_holding(&[Concept::LikeAgreement, Concept::GoodTerms]);
        let named = scene.reading.has_near(sentence, &[Concept::LevelNamed]);
        let told = sentence.has_any(&[Concept::Aim, Concept::AcceptedProof]) && !sentence.has(Concept::Must);
        if let Some(vague) = vague.filter(|_| !named && !told) {
            found.push(scene.found(Rule::VagueLabourTerms, "terms", sentence, vague).model(sentence));
        }
    }
}
