//! Where in the window a fact is answered.

use domain::catalogue::id::FactName;
use domain::requirements::words::Speaker;
use domain::spot::Spot;

/// The question whose answer gives a fact; none when no question does.
pub fn asking(fact: &str, speaker: Speaker<'_>) -> Option<Spot> {
    let fact: FactName = fact.into();
    let answered = speaker.assessment.facts.source(&fact).cloned();
    let asks = || speaker.catalogue.asking(&fact).map(|(question, _)| question.id.clone());
    answered.or_else(asks).map(Spot::Question)
}
