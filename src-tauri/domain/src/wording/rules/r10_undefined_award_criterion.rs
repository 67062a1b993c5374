//! R10. An award criterion without weight, scale or anchors: tenders cannot be compared by it.

use super::{Draft, Scene};
use crate::catalogue::theme::Placement;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;

/// What is found when a criterion does not say what gives what.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    if !scene.is(Placement::AwardCriterion) {
        return;
    }
    for sentence in scene.statements() {
        let near = |concepts: &[Concept]| scene.reading.has_near(sentence, concepts);
        let free = sentence.first_holding(&[Concept::FreeJudgement]);
        let gives = sentence.first_holding(&[Concept::AwardVerb, Concept::AwardVague]);
        let vague = sentence.has_any(&[Concept::AwardVague, Concept::VagueStrong]) && !near(&[Concept::Unit]);
        let defined =
            (near(&[Concept::Weight]) && near(&[Concept::Anchor]) || near(&[Concept::Fixed])) && !vague;
        let rejects = sentence.has(Concept::RejectTender);
        let only_weight = sentence.has(Concept::Weight) && sentence.has_slot();
        let silent = !near(&[
            Concept::Weight,
            Concept::Anchor,
            Concept::Fixed,
            Concept::LevelNamed,
            Concept::Elsewhere,
        ]);
        let about = sentence.first_holding(&[Concept::SocialTopic, Concept::Supplier, Concept::Tender]);
        let found_here = free
            .or(gives.filter(|_| !defined && !rejects && !only_weight))
            .or(about.filter(|_| silent && !rejects));
        if let Some(mention) = found_here {
            let draft = scene.found(Rule::UndefinedAwardCriterion, "scale", sentence, mention);
            found.push(draft.over(sentence.whole()));
        }
    }
}
