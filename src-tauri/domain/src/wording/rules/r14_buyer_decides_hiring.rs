//! R14. The buyer decides whom the supplier hires. Proposing is another thing, and an agency decides about its own measures.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when the supplier has no choice.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if sentence.has_any(&[Concept::OwnChoice, Concept::StudyVisit]) {
            continue;
        }
        let forced =
            pointed_out(sentence).or_else(|| decided(sentence)).or_else(|| no_refusal(sentence, scene));
        if let Some(mention) = forced {
            found.push(scene.found(Rule::BuyerDecidesHiring, "chosen", sentence, mention).model(sentence));
        }
    }
}

/// "ska anställa dem som kommunen anvisar"
fn pointed_out(sentence: &Sentence) -> Option<Mention> {
    let take = sentence.first_holding(&[Concept::TakeOn])?;
    let by = sentence
        .any(&[Concept::PointOut, Concept::PointedOutBy])
        .find(|by| sentence.is_own(*by) && !sentence.is_condition(*by) && !sentence.is_denied(*by))?;
    let must = sentence.has(Concept::Must) || sentence.clause(take).subject != Some(Concept::Buyer);
    let buyer = sentence.any(&[Concept::Buyer, Concept::Agency]).any(|who| who.distance(by) <= 4);
    let persons = sentence.has_any(&[
        Concept::Participant,
        Concept::Person,
        Concept::Worker,
        Concept::TargetGroup,
        Concept::Employ,
        Concept::Whom,
    ]);
    (must && buyer && persons).then_some(Mention {
        from: take.from.min(by.from),
        to: by.to.max(take.to),
        ..take
    })
}

/// "beställaren avgör vem som anställs"
fn decided(sentence: &Sentence) -> Option<Mention> {
    let decide = sentence.first_holding(&[Concept::DecideWho])?;
    let buyer = sentence.any(&[Concept::Buyer, Concept::Agency]).any(|who| who.distance(decide) <= 4);
    let hire =
        sentence.has_any(&[Concept::Employ, Concept::Internship, Concept::PlaceWord, Concept::Participant]);
    (buyer && hire).then_some(decide)
}

/// "får inte tacka nej till en kandidat"
fn no_refusal(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let refuse = sentence
        .all(Concept::Refuse)
        .find(|refuse| sentence.is_denied(*refuse) && !sentence.is_condition(*refuse));
    let refuse = refuse.or_else(|| sentence.first_holding(&[Concept::WithoutTrial]))?;
    let hire = [Concept::Employ, Concept::Internship, Concept::PlaceWord, Concept::Participant];
    let pointed = sentence.has_any(&[Concept::PointOut, Concept::PointedOutBy]);
    (pointed || sentence.has_any(&hire) || scene.reading.has_near(sentence, &hire)).then_some(refuse)
}
