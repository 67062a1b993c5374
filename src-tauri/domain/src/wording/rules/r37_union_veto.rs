//! R37. A union's approval as a condition. To be heard is another thing, and negotiation under MBL is the buyer's own.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when a union decides.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(mention) = veto(sentence) {
            let draft = scene.found(Rule::UnionVeto, "approval", sentence, mention);
            found.push(draft.covering(sentence, &[Concept::Veto]));
        }
    }
}

fn veto(sentence: &Sentence) -> Option<Mention> {
    let union = sentence.first(Concept::Union)?;
    let near = |approve: &Mention| {
        sentence.is_own(*approve) && union.distance(*approve) <= 7 && !sentence.is_quoted(*approve)
    };
    let approve =
        sentence.all(Concept::Veto).find(near).or_else(|| sentence.all(Concept::Approve).find(near));
    let approve = approve.or_else(|| blessing(sentence))?;
    let clause = sentence.clause(approve);
    let free = [Concept::NeedNot, Concept::RightToSpeak, Concept::NotRequired, Concept::LawWord];
    let needless = sentence.has_any(&free);
    let denied = clause.negated
        && !sentence.has(Concept::Without)
        && !sentence.has(Concept::Veto)
        && !sentence.is_condition(approve)
        && !sentence.has(Concept::Only);
    (!needless && !denied).then_some(approve)
}

/// "utan fackets …", "kräver fackets …": whatever it is that the union gives.
fn blessing(sentence: &Sentence) -> Option<Mention> {
    let needs =
        |at: usize| matches!(sentence.word(at), "utan" | "kräver" | "förutsätter" | "fordrar" | "without");
    let unions = sentence.all(Concept::Union).filter(|union| sentence.word(union.to - 1).ends_with('s'));
    let led = |union: &Mention| (union.from.saturating_sub(2)..union.from).any(needs);
    unions
        .filter(|union| sentence.is_own(*union))
        .find(led)
        .map(|union| Mention { to: union.to + 1, ..union })
}
