//! R31. Jobs, with no word of those who have priority for re-employment.

use super::{Draft, Scene};
use crate::review::finding::Severity;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;

/// What is found when jobs are demanded.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if scene.reading.has_near(sentence, &[Concept::Redundancy]) {
            continue;
        }
        if let Some(recall) = sentence.first(Concept::RecallRight) {
            found.push(
                scene.found(Rule::RedundancyPriority, "priority", sentence, recall).weighing(Severity::Info),
            );
            continue;
        }
        let job = sentence.first_holding(&[Concept::Hire]);
        let free = sentence.has_any(&[Concept::Internship, Concept::StudyVisit, Concept::Aim])
            && !sentence.has(Concept::JobForm);
        let number = job.is_some_and(|job| {
            (job.from.saturating_sub(4)..job.to + 4).any(|at| sentence.number(at).is_some())
        });
        let asked =
            number || sentence.has_any(&[Concept::TargetGroup, Concept::Participant, Concept::Person]);
        if let Some(job) = job.filter(|job| !free && asked && !sentence.is_allowed(*job)) {
            found.push(
                scene.found(Rule::RedundancyPriority, "priority", sentence, job).weighing(Severity::Info),
            );
        }
    }
}
