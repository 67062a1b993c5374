//! R04. A label or scheme without its equivalents. Granting them in the next sentence is enough (9 kap. 14 § LOU).

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Kind, Mention, Sentence};

/// What is found when a label is demanded and no other will do.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(label) = lone_label(sentence, scene) {
            let draft = scene.found(Rule::LabelWithoutEquivalent, "label", sentence, label);
            // A rating, an audit or a membership is no label.
            let rated = sentence.has(Concept::Rating);
            let other = if rated { " eller likvärdigt" } else { " eller likvärdig märkning" };
            found.push(draft.adding_behind(sentence, label, other));
        }
    }
}

/// A label that is demanded without its equivalents.
pub fn lone_label(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let label = demanded_label(sentence)?;
    (!grants_equivalent(sentence, scene)).then_some(label)
}

/// A label that is demanded.
pub fn demanded_label(sentence: &Sentence) -> Option<Mention> {
    let known = sentence.all(Concept::Label).find(|label| sentence.holds(*label));
    known.or_else(|| unknown_label(sentence)).filter(|label| is_demand(sentence, *label))
}

/// A label that is named as a way to show something, or of the buyer, is not demanded.
pub fn is_demand(sentence: &Sentence, label: Mention) -> bool {
    let demand = sentence.has_any(&[Concept::Must, Concept::Excludes]);
    let proof = sentence.has_any(&[Concept::AcceptedProof, Concept::Example]) && !demand;
    !proof && sentence.subject(label) != Some(Concept::Buyer)
}

/// Whether others will do: in the sentence, or in the next when that is about the label.
pub fn grants_equivalent(sentence: &Sentence, scene: &Scene<'_>) -> bool {
    let grants = |s: &Sentence| {
        s.all(Concept::Equivalent).any(|equal| !s.is_denied(equal)) && !s.has(Concept::Excludes)
    };
    let about = |s: &Sentence| !s.has(Concept::OtherThing);
    let later = scene
        .reading
        .around(sentence)
        .iter()
        .filter(|s| s.index > sentence.index && s.index <= sentence.index + 2);
    grants(sentence) || later.into_iter().any(|s| grants(s) && about(s))
}

/// A name with a capital before "-märkt" and the like, that no list holds: "Xylo-certifierad", "certifierade enligt Xylo".
fn unknown_label(sentence: &Sentence) -> Option<Mention> {
    if sentence.has_any(&[Concept::MarkedByLaw, Concept::BrandOf]) {
        return None;
    }
    let tokens = sentence.tokens();
    let named =
        |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Word && token.capital && at > 0);
    let joined = sentence.all(Concept::Labelled).find_map(|mark| {
        let before = mark.from.checked_sub(1)?;
        let name = tokens[mark.from].joined && tokens[before].capital;
        name.then_some(Mention { from: before, ..mark })
    });
    let after = sentence
        .all(Concept::LabelledBy)
        .find_map(|mark| named(mark.to).then_some(Mention { to: mark.to + 1, ..mark }));
    let other = |mention: &Mention| {
        !sentence
            .any(&[Concept::StandardName, Concept::LawWord, Concept::Place, Concept::Equivalent])
            .any(|name| name.from >= mention.from && name.from < mention.to + 2)
    };
    joined.or(after).filter(|mention| sentence.holds(*mention) && other(mention))
}
