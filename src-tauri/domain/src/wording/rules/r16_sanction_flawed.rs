//! R16. Damages without a ceiling or without cure first, and termination at once.

use super::{Draft, Scene};
use crate::catalogue::theme::Placement;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when a sanction has no ceiling, or comes before the supplier could put things right.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let mut said = None;
    for sentence in scene.statements() {
        let Some(draft) = damages(sentence, scene).or_else(|| terminated(sentence, scene)) else { continue };
        // The same damages, spoken of again, are found once in a requirement.
        if said.is_none_or(|last| sentence.index > last + 4) {
            found.push(draft);
        }
        said = Some(sentence.index);
    }
}

fn damages(sentence: &Sentence, scene: &Scene<'_>) -> Option<Draft> {
    let named =
        sentence.first_holding(&[Concept::DamagesByName]).filter(|_| sentence.has(Concept::Shortfall));
    let named = named.filter(|_| !scene.is(Placement::AwardCriterion)).or_else(|| cost(sentence, scene));
    let fine = sentence.first_holding(&[Concept::DamagesStrong]).or(named)?;
    let due =
        named.is_some() || sentence.has_any(&[Concept::MoneyAmount, Concept::Percent, Concept::DueVerb]);
    let near = |concepts: &[Concept]| holds_near(scene, sentence, concepts);
    let elsewhere = sentence.has(Concept::Elsewhere);
    let lacking = !near(&[Concept::Ceiling]) || !near(&[Concept::Cure]);
    let unlimited = scene.reading.has_near(sentence, &[Concept::Unlimited]);
    let draft = scene.found(Rule::SanctionFlawed, "damages", sentence, fine);
    let draft = draft.covering(sentence, &[Concept::MoneyAmount]);
    let worst = [Concept::Unlimited, Concept::NoCure];
    let draft = scene.reading.around(sentence).iter().fold(draft, |draft, near| draft.covering(near, &worst));
    (due && !elsewhere && (lacking || unlimited))
        .then(|| draft.model_where(is_for_places(sentence, scene), sentence))
}

/// A place that was not offered is the shortfall, or none is named; what is delivered or reported late is another.
fn is_for_places(sentence: &Sentence, scene: &Scene<'_>) -> bool {
    let places = [Concept::PlaceWord, Concept::Internship, Concept::Employ, Concept::Participant];
    let unnamed =
        |short: Mention| matches!(sentence.word(short.from), "brist" | "brister" | "bristen" | "avtalsbrott");
    scene.reading.has_near(sentence, &places) || sentence.all(Concept::Shortfall).any(unnamed)
}

/// Money that the supplier loses for a shortfall, under whatever name.
fn cost(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    // "per månad" alone is a price.
    let per = |short: Mention| matches!(sentence.word(short.from), "per" | "varje" | "för");
    let short =
        sentence.all(Concept::Shortfall).any(|short| !per(short)) && !scene.is(Placement::AwardCriterion);
    let costs = sentence.first_holding(&[Concept::CostVerb, Concept::MoneyAmount]).filter(|_| short)?;
    let money =
        sentence.any(&[Concept::MoneyAmount, Concept::Percent]).find(|money| money.distance(costs) <= 10)?;
    let pay = costs.concept == Concept::MoneyAmount
        && sentence.has_any(&[Concept::Pay, Concept::Supervision, Concept::UnitOfTime]);
    let paid = (sentence.clause(costs).subject == Some(Concept::Buyer) || pay)
        && !sentence.has(Concept::DamagesByName);
    (!paid).then_some(Mention { from: costs.from.min(money.from), to: costs.to.max(money.to), ..costs })
}

fn terminated(sentence: &Sentence, scene: &Scene<'_>) -> Option<Draft> {
    let end = sentence.first_holding(&[Concept::Terminate])?;
    let hasty = sentence.any(&[Concept::AtOnce, Concept::NoCure]).next()?;
    let span = sentence.span(end).with(sentence.span(hasty));
    Some(scene.at(Rule::SanctionFlawed, "termination", sentence, span))
}

fn holds_near(scene: &Scene<'_>, sentence: &Sentence, concepts: &[Concept]) -> bool {
    scene
        .reading
        .around(sentence)
        .iter()
        .any(|near| near.any(concepts).any(|mention| !without(near, mention)))
}

/// "utan tak", "utan möjlighet till rättelse"
fn without(sentence: &Sentence, mention: Mention) -> bool {
    sentence.all(Concept::Without).any(|without| without.to <= mention.from && mention.from < without.to + 4)
}
