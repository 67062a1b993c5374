//! R23. ILO conventions that are not named, or a list without those of 2022.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Kind, Sentence, Token};

/// The fundamental conventions, since 2022 with working environment (155 and 187).
const CONVENTIONS: [&str; 10] = ["29", "87", "98", "100", "105", "111", "138", "155", "182", "187"];
const ALL: &str = " nr 29, 87, 98, 100, 105, 111, 138, 155, 182 och 187";

/// What is found when the conventions are to be kept and one cannot tell which.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let Some(ilo) = sentence.first_holding(&[Concept::Ilo]) else { continue };
        let numbered = sentence.tokens().iter().any(is_convention);
        let convention =
            sentence.first(Concept::Convention).filter(|what| numbered || ilo.distance(*what) <= 4);
        let follows = sentence.all(Concept::Obey).any(|obey| obey.to == ilo.from)
            && sentence
                .tokens()
                .get(ilo.to)
                .is_none_or(|token| matches!(token.kind, Kind::Sign(sign) if sign != ':'));
        let convention = convention.or_else(|| follows.then_some(ilo));
        let Some(convention) = convention.filter(|_| is_demand(sentence)) else { continue };
        if is_whole(sentence, scene) {
            continue;
        }
        let draft = scene.found(Rule::IloListVague, "list", sentence, ilo).over(sentence.span(convention));
        let span = draft.span;
        let last = sentence.tokens().iter().rposition(is_convention);
        found.push(match last {
            None => draft.adding(span, ALL),
            Some(last) => draft.over(sentence.span_of(last, last + 1)),
        });
    }
}

/// All ten are named near by, or an annex names them.
fn is_whole(sentence: &Sentence, scene: &Scene<'_>) -> bool {
    are_all_named(scene, sentence) || sentence.has(Concept::LevelNamed) || sentence.has_slot()
}

/// Whether all ten are named near by.
pub fn are_all_named(scene: &Scene<'_>, sentence: &Sentence) -> bool {
    let near = scene.reading.around(sentence);
    let named = |number: &&str| near.iter().any(|s| s.tokens().iter().any(|token| token.text == **number));
    CONVENTIONS.iter().all(named)
}

/// Whether its numbers are those of conventions, and no others.
pub fn is_of_conventions(sentence: &Sentence) -> bool {
    sentence.tokens().iter().filter(|token| matches!(token.kind, Kind::Number(_))).all(is_convention)
}

fn is_convention(token: &Token) -> bool {
    CONVENTIONS.contains(&&*token.text)
}

fn is_demand(sentence: &Sentence) -> bool {
    let told = sentence.has_any(&[Concept::Aim, Concept::AcceptedProof]) && !sentence.has(Concept::Must);
    sentence.has_any(&[Concept::Must, Concept::Obey, Concept::ConformWith]) && !told
}
