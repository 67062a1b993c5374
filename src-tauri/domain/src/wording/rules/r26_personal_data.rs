//! R26. Personal data to be reported, shown or collected. Numbers of places and dates are enough.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when persons are to be named in reports.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(mention) = reported(sentence) {
            found.push(scene.found(Rule::PersonalData, "report", sentence, mention).model(sentence));
        }
    }
}

fn reported(sentence: &Sentence) -> Option<Mention> {
    let report = sentence.has(Concept::Report) || sentence.has(Concept::ReportNoun);
    let held = |mention: &Mention| sentence.holds(*mention) && !sentence.has(Concept::Hidden);
    let lawful = sentence.has(Concept::ByLawList);
    let named =
        sentence.any(&[Concept::PersonalNumber, Concept::NamesOf]).find(|m| held(m)).filter(|_| !lawful);
    let people = [Concept::Participant, Concept::Worker, Concept::Person, Concept::TargetGroup];
    let about = sentence.has_any(&people);
    let sums = sentence.has(Concept::Anonymous);
    let health = sentence.any(&[Concept::Health, Concept::Sensitive, Concept::Benefit]).find(|m| held(m));
    let health = health.filter(|mention| about && !sums && !lawful && is_reported(sentence, *mention));
    named.filter(|_| report).or(health)
}

/// What is reported stands behind the verb; those for whom the places are stand before, or with "för".
fn is_reported(sentence: &Sentence, data: Mention) -> bool {
    let verb = sentence.any(&[Concept::Report, Concept::ReportNoun]).any(|verb| verb.distance(data) <= 12);
    let group =
        sentence.all(Concept::GroupOf).any(|group| group.to <= data.from && data.from - group.to <= 2);
    verb && !group
}
