//! R17. Talks about social measures without a frame: when, who, what may come of them, at most how much, who pays.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

const FRAMES: [&[Concept]; 4] =
    [&[Concept::FrameWhen], &[Concept::FrameCeiling], &[Concept::FrameCost], &[Concept::LevelNamed]];

/// What is found when the parties are to agree later.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let talk = sentence.first_holding(&[Concept::Dialogue, Concept::DecidedLater]);
        let Some(talk) = talk.or_else(|| settled_later(sentence)) else { continue };
        let social = sentence.has_any(&[Concept::SocialMeasure, Concept::TargetGroup, Concept::Employ]);
        let frames = FRAMES.iter().filter(|frame| scene.reading.has_near(sentence, frame)).count();
        let annex = sentence.has(Concept::LevelNamed);
        let only_wanted =
            sentence.has_any(&[Concept::LawWord, Concept::AcceptedProof, Concept::LabourParties]);
        if social && frames < 2 && !annex && !only_wanted {
            let draft = scene.found(Rule::OpenDialogue, "frame", sentence, talk);
            found.push(draft.covering(sentence, &[Concept::Dialogue, Concept::DecidedLater]).model(sentence));
        }
    }
}

/// "specificeras när avtalet löper"
fn settled_later(sentence: &Sentence) -> Option<Mention> {
    let later = |settles: &Mention| {
        let later = sentence.all(Concept::Later).find(|later| later.distance(*settles) <= 5)?;
        Some(Mention { from: settles.from.min(later.from), to: settles.to.max(later.to), ..*settles })
    };
    sentence
        .all(Concept::Settles)
        .filter(|settles| sentence.holds(*settles))
        .find_map(|settles| later(&settles))
}
