//! R16. Damages without a ceiling or without cure first, and termination at once.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::Sentence;

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
    let fine = sentence.first_holding(&[Concept::DamagesStrong]).or(named)?;
    let due =
        named.is_some() || sentence.has_any(&[Concept::MoneyAmount, Concept::Percent, Concept::DueVerb]);
    let near = |concepts: &[Concept]| holds_near(scene, sentence, concepts);
    let elsewhere = sentence.has(Concept::Elsewhere);
    let lacking = !near(&[Concept::Ceiling]) || !near(&[Concept::Cure]);
    let unlimited = scene.reading.has_near(sentence, &[Concept::Unlimited]);
    let draft = scene.found(Rule::SanctionFlawed, "damages", sentence, fine);
    let worst = [Concept::Unlimited, Concept::NoCure];
    let draft = scene.reading.around(sentence).iter().fold(draft, |draft, near| draft.covering(near, &worst));
    (due && !elsewhere && (lacking || unlimited)).then(|| draft.model(sentence))
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
fn without(sentence: &Sentence, mention: crate::wording::reading::Mention) -> bool {
    sentence.all(Concept::Without).any(|without| without.to <= mention.from && mention.from < without.to + 4)
}
