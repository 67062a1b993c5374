//! R34. Inspection without limits: all that the buyer finds necessary. What the check of the terms needs is another thing.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when the supplier has to show whatever is asked for.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(mention) = open(sentence) {
            let draft = scene.found(Rule::OpenEndedInspection, "unlimited", sentence, mention);
            found.push(draft.covering(sentence, &[Concept::OpenEnded]).model(sentence));
        }
    }
}

fn open(sentence: &Sentence) -> Option<Mention> {
    let open = sentence
        .all(Concept::OpenEnded)
        .find(|open| sentence.is_own(*open) && !sentence.is_denied(*open) && !sentence.is_quoted(*open))?;
    let inspected = sentence.any(&[Concept::Inspection]).any(|what| what.distance(open) <= 8);
    let helps = sentence.clause(open).subject == Some(Concept::Buyer)
        && !sentence.has_any(&[Concept::May, Concept::Takes]);
    let given = sentence.has_any(&[Concept::Give, Concept::Must, Concept::May]);
    (inspected
        && given
        && !helps
        && !sentence.has_any(&[Concept::LimitedInspection, Concept::Tender, Concept::Users]))
    .then_some(open)
}
