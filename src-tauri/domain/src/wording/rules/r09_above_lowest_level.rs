//! R09. Pay above the lowest level of a central agreement, or set by nobody but the buyer. Pension and insurance are apart.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when more than the lowest level is demanded.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        // Abroad there is no Swedish agreement to be above.
        if sentence.has(Concept::Pension) || scene.reading.has_near(sentence, &[Concept::SupplyChain]) {
            continue;
        }
        if let Some(mention) = above(sentence) {
            found.push(scene.found(Rule::AboveLowestLevel, "above", sentence, mention));
        } else if let Some(mention) = own_level(sentence, scene) {
            found.push(scene.found(Rule::AboveLowestLevel, "own_level", sentence, mention));
        }
    }
}

fn above(sentence: &Sentence) -> Option<Mention> {
    let strong = sentence.first_holding(&[Concept::AboveStrong]);
    let pay = [Concept::Pay, Concept::Agreement, Concept::Holiday, Concept::Hours];
    let near = |level: &Mention| sentence.any(&pay).any(|pay| level.distance(pay) <= 6);
    let above = || sentence.all(Concept::AboveLevel).find(|level| near(level) && sentence.holds(*level));
    // "får inte överstiga" sets a ceiling.
    let ceiling = |level: &Mention| {
        sentence.all(Concept::NotOnly).any(|not| not.from <= level.from && level.from < not.to)
    };
    strong.or_else(above).filter(|level| {
        !ceiling(level)
            && !sentence.has_any(&[Concept::PriceWord, Concept::Overtime])
            && !sentence.is_allowed(*level)
    })
}

/// Kronor an hour or a month without an agreement that they come from.
fn own_level(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let pay = sentence.first_holding(&[Concept::Pay])?;
    let money = sentence.all(Concept::MoneyAmount).find(|money| pay.distance(*money) <= 10)?;
    let source = scene.reading.has_near(sentence, &[Concept::Agreement, Concept::LevelSource]);
    let set = sentence.has_any(&[Concept::Must, Concept::Minimum]) && !sentence.has(Concept::PriceWord);
    (set && !source).then_some(Mention { from: pay.from.min(money.from), to: pay.to.max(money.to), ..pay })
}
