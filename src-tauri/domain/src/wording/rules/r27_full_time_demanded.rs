//! R27. Full time or permanent employment as a duty for the staff. As a unit of measure or a choice it is none.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when the supplier may not choose how it employs.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(mention) = demanded(sentence) {
            found.push(scene.found(Rule::FullTimeDemanded, "form", sentence, mention));
        }
    }
}

fn demanded(sentence: &Sentence) -> Option<Mention> {
    let form = sentence.first_holding(&[Concept::FullTime, Concept::Permanent]);
    let unit = sentence.has_any(&[Concept::UnitOfTime, Concept::PriceWord, Concept::Pay]);
    let staff = sentence.has_any(&[Concept::Worker, Concept::Whom, Concept::Supplier, Concept::Participant]);
    let bound = !sentence.has(Concept::Internship);
    let form = form.filter(|_| !unit && staff && bound);
    form.or_else(|| {
        sentence.all(Concept::PartTime).find(|part| sentence.is_own(*part) && sentence.has(Concept::Banned))
    })
}
