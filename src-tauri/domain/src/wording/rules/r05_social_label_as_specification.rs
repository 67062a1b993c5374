//! R05. A social label, or fair conditions, as a technical specification. With equivalents it is a question of advice.

use super::r04_label_without_equivalent::{grants_equivalent, is_demand};
use super::{Draft, Scene};
use crate::catalogue::theme::Placement;
use crate::procurement::regime::Regime;
use crate::review::finding::Severity;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;

/// What is found when a specification asks for a social label.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    if !scene.is(Placement::TechnicalSpecification) {
        return;
    }
    for sentence in scene.statements() {
        let labels = [Concept::SocialLabel, Concept::FairConditions];
        let label = sentence.first_holding(&labels).filter(|label| is_demand(sentence, *label));
        if let Some(label) = label {
            let stop = scene.context.regime == Some(Regime::DirectiveGoverned)
                && !grants_equivalent(sentence, scene);
            let severity = if stop { Severity::Stop } else { Severity::Warning };
            found.push(
                scene.found(Rule::SocialLabelAsSpecification, "label", sentence, label).weighing(severity),
            );
        }
    }
}
