//! R38. Places or supervision, with no word of who pays for it: then tenderers reckon in different ways.

use super::{Draft, Scene};
use crate::review::finding::Severity;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::Sentence;

/// What is found when somebody is to supervise and nobody is said to pay.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if scene.reading.has_near(sentence, &[Concept::SupervisionPay]) || !for_places(sentence, scene) {
            continue;
        }
        if let Some(mention) =
            sentence.first_holding(&[Concept::Supervision]).or(sentence.first_holding(&[Concept::Internship]))
        {
            if sentence.is_allowed(mention) || sentence.clause(mention).subject == Some(Concept::Buyer) {
                continue;
            }
            let draft = scene.found(Rule::SupervisionPayUnsaid, "payer", sentence, mention);
            found.push(draft.covering(sentence, &[Concept::Supervision]).weighing(Severity::Info));
        }
    }
}

fn for_places(sentence: &Sentence, scene: &Scene<'_>) -> bool {
    let places = [Concept::Internship, Concept::Intern, Concept::JobForm, Concept::TargetGroup];
    let here = sentence.has_any(&places) || scene.reading.has_near(sentence, &[Concept::Internship]);
    here && sentence.has_any(&[Concept::Must, Concept::Plainly, Concept::Supervision])
}
