//! R22. A guarantee for a whole supply chain: nobody can keep it. Due diligence can be kept.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when nothing may go wrong anywhere in the chain.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(mention) = absolute(sentence) {
            let draft = scene.found(Rule::AbsoluteGuarantee, "chain", sentence, mention);
            found.push(draft.covering(sentence, &[Concept::EveryTier, Concept::Guarantee]).model(sentence));
        }
    }
}

fn absolute(sentence: &Sentence) -> Option<Mention> {
    let chain = sentence.has_any(&[Concept::SupplyChain, Concept::EveryTier]);
    let working = sentence.has_any(&[Concept::Pay, Concept::Hours, Concept::LimitedTiers]);
    if !chain || working {
        return None;
    }
    let held = |mention: &Mention| {
        sentence.is_own(*mention) && !sentence.is_condition(*mention) && !sentence.is_quoted(*mention)
    };
    let excused = |g: &Mention| is_excused(sentence, *g) || sentence.is_needless(*g);
    let guarantee = sentence.all(Concept::Guarantee).find(|g| held(g) && !excused(g));
    let diligent = sentence.has(Concept::DueDiligence);
    let all = sentence.all(Concept::EveryTier).find(|tier| held(tier) && !sentence.is_denied(*tier));
    let never = sentence.has(Concept::Guarantee)
        || sentence.has(Concept::SupplyChain) && sentence.has(Concept::Negation);
    let none = sentence.all(Concept::EveryTier).find(|tier| held(tier) && never);
    let all = all.or(none).filter(|tier| !excused(tier));
    let absolute = never || sentence.has(Concept::AbsoluteVerb);
    let all = all.filter(|_| absolute && !diligent);
    guarantee.filter(|_| sentence.has(Concept::SupplyChain)).or(all)
}

/// "behöver inte garantera" asks for no guarantee.
fn is_excused(sentence: &Sentence, guarantee: Mention) -> bool {
    sentence.any(&[Concept::NeedNot]).any(|not| not.to <= guarantee.from && guarantee.from - not.to <= 4)
}
