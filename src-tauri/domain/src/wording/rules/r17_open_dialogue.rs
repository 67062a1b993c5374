//! R17. Talks about social measures without a frame: when, who, what may come of them, at most how much, who pays.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;

const FRAMES: [&[Concept]; 4] =
    [&[Concept::FrameWhen], &[Concept::FrameCeiling], &[Concept::FrameCost], &[Concept::LevelNamed]];

/// What is found when the parties are to agree later.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let Some(talk) = sentence.first_holding(&[Concept::Dialogue, Concept::DecidedLater]) else {
            continue;
        };
        let social = sentence.has_any(&[Concept::SocialMeasure, Concept::TargetGroup, Concept::Employ]);
        let frames = FRAMES.iter().filter(|frame| scene.reading.has_near(sentence, frame)).count();
        let annex = sentence.has(Concept::LevelNamed);
        let only_wanted = sentence.has_any(&[Concept::LawWord, Concept::AcceptedProof]);
        if social && frames < 2 && !annex && !only_wanted {
            let draft = scene.found(Rule::OpenDialogue, "frame", sentence, talk);
            found.push(draft.covering(sentence, &[Concept::Dialogue, Concept::DecidedLater]).model(sentence));
        }
    }
}
