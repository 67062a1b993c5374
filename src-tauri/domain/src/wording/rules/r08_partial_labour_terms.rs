//! R08. Levels for only one or two of pay, holiday and working time. When the need is shown for one, all three are set.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

const THREE: [Concept; 3] = [Concept::Pay, Concept::Holiday, Concept::Hours];

/// What is found when a level is set for one of the three and another is not named.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let all = THREE.iter().all(|topic| scene.reading.has_near(sentence, &[*topic]));
        // Abroad no Swedish levels are set.
        if all || scene.reading.has_near(sentence, &[Concept::SupplyChain]) {
            continue;
        }
        let by_annex = by_annex(sentence);
        if let Some(level) = by_annex.or_else(|| level(sentence)) {
            let draft = scene.found(Rule::PartialLabourTerms, "levels", sentence, level);
            found.push(draft.covering(sentence, &THREE).plainly(by_annex.is_some()));
        }
    }
}

/// "Semestern följer bilaga 3": a level by itself, whoever it is for.
fn by_annex(sentence: &Sentence) -> Option<Mention> {
    let follows = |topic: &Mention| {
        let named = sentence.all(Concept::LevelNamed).any(|named| named.from == topic.to + 1);
        topic.from == 0 && sentence.word(topic.to) == "följer" && named
    };
    sentence.any(&THREE).find(follows)
}

/// Pay, holiday or working time with a level that is to be kept for those who do the work.
fn level(sentence: &Sentence) -> Option<Mention> {
    let mut topics = sentence.any(&THREE);
    let topic = topics.find(|topic| {
        let level = sentence.has(Concept::Minimum) || is_counted(sentence, *topic);
        sentence.holds(*topic) && (level || !sentence.is_allowed(*topic))
    })?;
    let set = sentence.has_any(&[
        Concept::Minimum,
        Concept::LevelNamed,
        Concept::AboveLevel,
        Concept::AboveStrong,
        Concept::LevelOf,
    ]);
    let set = set || is_counted(sentence, topic);
    let workers = sentence.has_any(&[
        Concept::Worker,
        Concept::RoleNoun,
        Concept::Whom,
        Concept::Person,
        Concept::Supplier,
        Concept::MoneyAmount,
    ]) && !sentence.has(Concept::ProofOfPay);
    let others =
        sentence.has_any(&[Concept::Internship, Concept::PlaceWord, Concept::Employ, Concept::PriceWord]);
    (set && workers && !others && sentence.has_any(&[Concept::Must, Concept::Plainly])).then_some(topic)
}

/// "25 semesterdagar"
fn is_counted(sentence: &Sentence, topic: Mention) -> bool {
    (topic.from.saturating_sub(2)..topic.from).any(|at| sentence.number(at).is_some())
}
