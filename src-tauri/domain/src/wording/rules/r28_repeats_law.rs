//! R28. A clause that only says that the law holds. It may stand; its use lies in what is added.

use super::{Draft, Scene};
use crate::review::finding::Severity;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;

/// What is found when nothing is added to the law.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let Some(law) = sentence.first_holding(&[Concept::LawWord]) else { continue };
        let obey = sentence.first_holding(&[Concept::Obey, Concept::Applies]);
        let number = sentence.has_any(&[Concept::Percent, Concept::MoneyAmount, Concept::FrameWhen]);
        let more = sentence.has_any(&[Concept::MoreThanLaw, Concept::Annex]) || number;
        if let Some(obey) = obey.filter(|_| !more) {
            let span = sentence.span(law).with(sentence.span(obey));
            found.push(scene.at(Rule::RepeatsLaw, "law", sentence, span).weighing(Severity::Info));
        }
    }
}
