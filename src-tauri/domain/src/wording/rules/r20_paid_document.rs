//! R20. A document that costs money and decides what is bought. Unsettled, so never a Stop.

use super::r19_standard_without_equivalent::standards;
use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when a standard or general conditions that are sold decide the content.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if scene.reading.has_near(sentence, &[Concept::FreeOfCharge])
            || sentence.has(Concept::ManagementSystem)
        {
            continue;
        }
        if let Some(mention) = paid(sentence) {
            found.push(scene.found(Rule::PaidDocument, "paid", sentence, mention));
        }
    }
}

fn paid(sentence: &Sentence) -> Option<Mention> {
    let free = |standard: &Mention| {
        sentence.all(Concept::FreeStandard).any(|free| free.from >= standard.from && free.from < standard.to)
    };
    let standard =
        standards(sentence).into_iter().find(|standard| !free(standard) && sentence.holds(*standard));
    standard.or_else(|| {
        let mut general = sentence.all(Concept::PaidDocument);
        general.find(|name| sentence.tokens()[name.from].capitals && sentence.holds(*name))
    })
}
