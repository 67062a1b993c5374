//! R35. Proof that reveals each person's disability or health. A share can be proved without naming anyone.

use super::{Draft, Scene, is_of_places};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when somebody's health has to be proved.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(mention) = proved(sentence) {
            let draft = scene.found(Rule::SensitiveProof, "proof", sentence, mention);
            let draft = draft.covering(sentence, &[Concept::MedicalProof, Concept::Proof]);
            // Of staff at large there is no share to show.
            found.push(draft.model_where(is_of_places(sentence), sentence));
        }
    }
}

fn proved(sentence: &Sentence) -> Option<Mention> {
    let sums = sentence.has(Concept::Anonymous) && !sentence.has(Concept::EachOne);
    let excused = sums || sentence.has_any(&[Concept::ByLawList, Concept::KeepsItself, Concept::Hidden]);
    let certificate = sentence.first_holding(&[Concept::MedicalProof]);
    let health = || sentence.first_holding(&[Concept::Health]).filter(|_| sentence.has(Concept::Proof));
    let each =
        sentence.has_any(&[Concept::EachPerson, Concept::Participant, Concept::Worker, Concept::Person]);
    let shown = sentence.has_any(&[Concept::Report, Concept::Proof, Concept::ReportNoun]);
    certificate.or_else(health).filter(|_| each && shown && !excused)
}
