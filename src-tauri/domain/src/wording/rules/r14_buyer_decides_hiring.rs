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
        let forced = pointed_out(sentence)
            .or_else(|| handed_over(sentence))
            .or_else(|| decided(sentence))
            .or_else(|| no_refusal(sentence, scene));
        if let Some(mention) = forced {
            let draft = scene.found(Rule::BuyerDecidesHiring, "chosen", sentence, mention);
            found.push(draft.covering(sentence, &[Concept::LastWord]).model(sentence));
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
    let owns =
        |at: usize| matches!(sentence.word(at), "kommunens" | "beställarens" | "regionens" | "enhetens");
    let buyer = sentence.any(&[Concept::Buyer, Concept::Agency]).any(|who| who.distance(by) <= 4)
        || (by.from..by.to).any(owns);
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

/// "de kandidater som jobbcentrum lämnar över börjar": whatever the buyer does with them, short of proposing them.
fn handed_over(sentence: &Sentence) -> Option<Mention> {
    let take = sentence.first_holding(&[Concept::TakeOn, Concept::Employ])?;
    let people =
        [Concept::Participant, Concept::Person, Concept::Whom, Concept::TargetGroup, Concept::Intern];
    let by = sentence.any(&[Concept::Buyer, Concept::Agency]).find(|by| {
        let that =
            sentence.all(Concept::RelativeWord).any(|that| that.to <= by.from && by.from - that.to <= 2);
        let before = sentence.any(&people).any(|who| who.to <= by.from && by.from - who.to <= 4);
        let proposes =
            sentence.all(Concept::Proposes).any(|word| word.from >= by.to && word.from <= by.to + 2);
        that && before && !proposes
    })?;
    Some(Mention { from: take.from.min(by.from), to: take.to.max(by.to + 1), ..take })
}

/// "beställaren avgör vem som anställs"
fn decided(sentence: &Sentence) -> Option<Mention> {
    let decide = sentence.first_holding(&[Concept::DecideWho, Concept::LastWord])?;
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
