//! R03. What belongs to the performance of the contract, asked of those who want to tender.

use super::{Draft, Scene};
use crate::catalogue::theme::Placement;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;

/// What is found when a selection criterion is about jobs, pay or supply chains.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    if !scene.is(Placement::SelectionCriterion) {
        return;
    }
    for sentence in scene.statements() {
        let topics = [Concept::SelectionTopic, Concept::SocialLabel, Concept::Agreement];
        let staff = sentence.first_holding(&[Concept::LocalPerson]).filter(|_| sentence.has(Concept::Worker));
        let twice = || sentence.any(&topics).find(|topic| sentence.is_demanded_twice(*topic));
        let group =
            || sentence.first_holding(&[Concept::TargetGroup]).filter(|_| sentence.has(Concept::Worker));
        let topic = sentence.first_holding(&topics).or(staff).or_else(group).or_else(twice);
        let later = sentence.has(Concept::LaterInContract);
        if let Some(topic) = topic.filter(|_| !sentence.has(Concept::Capability) && !later) {
            found.push(scene.found(Rule::PerformanceAsSelection, "topic", sentence, topic));
        }
    }
}
