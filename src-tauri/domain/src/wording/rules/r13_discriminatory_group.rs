//! R13. Persons by sex, origin, age, language or faith. Texts on equal treatment name the same words and mean the opposite.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

const RULE: Rule = Rule::DiscriminatoryGroup;
/// Someone who is to get work or to do it.
const CHOSEN: [Concept; 9] = [
    Concept::Employ,
    Concept::Internship,
    Concept::Worker,
    Concept::Participant,
    Concept::PlaceWord,
    Concept::TargetGroup,
    Concept::RoleNoun,
    Concept::WorkVerb,
    Concept::Sought,
];
/// Persons, before or behind what tells where they are from.
const PERSONS: [Concept; 8] = [
    Concept::Person,
    Concept::Worker,
    Concept::Participant,
    Concept::TargetGroup,
    Concept::Sex,
    Concept::RoleNoun,
    Concept::Intern,
    Concept::Whom,
];

/// What is found when a group is drawn by what the law protects.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let served = sentence.has(Concept::ServiceFor)
            && !sentence.has_any(&[Concept::Hire, Concept::Internship, Concept::Worker, Concept::PlaceWord]);
        if served || sentence.has_any(&[Concept::EqualityText, Concept::FittingForSexes]) {
            continue;
        }
        let near = scene.reading.has_near(sentence, &[Concept::Employ, Concept::Internship]);
        let others = sentence.has_any(&[
            Concept::Users,
            Concept::Goods,
            Concept::ServiceFor,
            Concept::Origin,
            Concept::Anonymous,
            Concept::ReportNoun,
        ]);
        let demanded = sentence.has_any(&[Concept::Must, Concept::Banned]) && !others;
        let chosen = demanded
            || sentence.has(Concept::Only)
            || sentence.has_any(&CHOSEN)
            || near && sentence.has_any(&[Concept::Person, Concept::Goods]);
        if let Some(mention) = group(sentence, scene).filter(|_| chosen) {
            let draft = scene.found(RULE, "group", sentence, mention);
            let draft = draft.covering(sentence, &[mention.concept, Concept::Sex]);
            found.push(draft.model_where(is_target_group(sentence, mention), sentence));
        }
    }
}

/// Persons who are to be given work or places. Those who do the work already are no target group, nor is a demand on their language or
/// citizenship one.
fn is_target_group(sentence: &Sentence, group: Mention) -> bool {
    let places = [Concept::Internship, Concept::PlaceWord, Concept::TargetGroup, Concept::Participant];
    let of_staff = matches!(group.concept, Concept::MotherTongue | Concept::Citizenship);
    let hired = sentence.has(Concept::Hire) && !of_staff;
    let working = sentence.has_any(&[Concept::Worker, Concept::RoleNoun]);
    (sentence.has_any(&places) || hired) && !working && !sentence.is_barred(group)
}

fn group(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let origin = [Concept::Citizenship, Concept::MotherTongue, Concept::FaithOrOrigin];
    let sexes = || {
        let sex = sentence.any(&[Concept::Sex]).find(|sex| is_meant(sentence, *sex));
        sex.filter(|_| !sentence.has_any(&[Concept::BothSexes, Concept::Example]))
    };
    let named = sentence.any(&origin).find(|group| is_meant(sentence, *group));
    named.or_else(|| nation(sentence)).or_else(sexes).or_else(|| age(sentence, scene))
}

/// A group is chosen by "ska vara" and by "får inte vara"; who says that it does not matter chooses none.
fn is_meant(sentence: &Sentence, group: Mention) -> bool {
    let barred = sentence.is_own(group)
        && sentence.is_barred(group)
        && !sentence.is_quoted(group)
        && !sentence.is_needless(group);
    // What is reported about somebody is a matter of data.
    let data = sentence
        .any(&[Concept::Sensitive, Concept::PersonDatum])
        .any(|datum| datum.from <= group.from && group.from < datum.to);
    (barred || sentence.holds(group)) && !(data && sentence.has_any(&[Concept::Report, Concept::ReportNoun]))
}

/// "somaliska mammor", "av nordisk härkomst"; goods have an origin too.
fn nation(sentence: &Sentence) -> Option<Mention> {
    let nations = sentence.all(Concept::NationWord).filter(|nation| is_meant(sentence, *nation));
    let of_person = |nation: &Mention| {
        sentence.any(&PERSONS).any(|who| who.from >= nation.to && who.from <= nation.to + 1)
    };
    let descent = |nation: &Mention| {
        let descent =
            sentence.all(Concept::Descent).any(|word| word.from >= nation.to && word.from <= nation.to + 1);
        descent && sentence.any(&PERSONS).any(|who| who.to <= nation.from) && !sentence.has(Concept::Goods)
    };
    let mut nations = nations;
    nations.find(|nation| of_person(nation) || descent(nation))
}

/// An age that chooses persons; one that the law or the work sets is another thing, and years of experience are no age.
fn age(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let age = sentence.all(Concept::AgeLimit).find(|age| is_meant(sentence, *age))?;
    let by_law = sentence.has_any(&[Concept::AdultByLaw, Concept::TimeSpan])
        || scene.reading.has_near(sentence, &[Concept::HolidayJob]);
    let themselves = ["pensionär", "åring", "senior", "plussare", "årsåldern"];
    let themselves =
        (age.from..age.to).any(|at| themselves.iter().any(|old| sentence.word(at).contains(old)));
    let near = themselves || sentence.any(&PERSONS).any(|who| who.distance(age) <= 5);
    (!by_law && near).then_some(age)
}
