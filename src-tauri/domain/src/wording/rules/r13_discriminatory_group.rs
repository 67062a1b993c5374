//! R13. Persons by sex, origin, age, language or faith. Texts on equal treatment name the same words and mean the opposite.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

const RULE: Rule = Rule::DiscriminatoryGroup;
/// Someone who is to get work or to do it.
const CHOSEN: [Concept; 6] = [
    Concept::Employ,
    Concept::Internship,
    Concept::Worker,
    Concept::Participant,
    Concept::PlaceWord,
    Concept::TargetGroup,
];

/// What is found when a group is drawn by what the law protects.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if sentence.has_any(&[Concept::EqualityText, Concept::FittingForSexes]) {
            continue;
        }
        let near = scene.reading.has_near(sentence, &[Concept::Employ, Concept::Internship]);
        let chosen =
            sentence.has_any(&CHOSEN) || near && sentence.has_any(&[Concept::Person, Concept::Goods]);
        if let Some(mention) = group(sentence, scene).filter(|_| chosen) {
            found.push(scene.found(RULE, "group", sentence, mention).model(sentence));
        }
    }
}

fn group(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let origin = [Concept::Citizenship, Concept::MotherTongue, Concept::FaithOrOrigin];
    let sexes = || {
        sentence
            .first_holding(&[Concept::Sex])
            .filter(|_| !sentence.has_any(&[Concept::BothSexes, Concept::Example]))
    };
    sentence.first_holding(&origin).or_else(sexes).or_else(|| age(sentence, scene))
}

/// An age that chooses persons; one that the law or the work sets is another thing, and years of experience are no age.
fn age(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let age = sentence.first_holding(&[Concept::AgeLimit])?;
    let by_law = sentence.has_any(&[Concept::AdultByLaw, Concept::TimeSpan])
        || scene.reading.has_near(sentence, &[Concept::HolidayJob]);
    let person =
        [Concept::Whom, Concept::Person, Concept::Worker, Concept::Participant, Concept::TargetGroup];
    let near = sentence.any(&person).any(|who| who.distance(age) <= 5);
    (!by_law && near).then_some(age)
}
