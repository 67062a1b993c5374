//! R26. Personal data to be reported, shown or collected. Numbers of places and dates are enough.

use super::{Draft, Scene, is_of_places};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when persons are to be named in reports.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(mention) = reported(sentence) {
            let data = [Concept::Identity, Concept::PersonDatum, Concept::Sensitive, Concept::Benefit];
            let draft = scene.found(Rule::PersonalData, "report", sentence, mention);
            let draft = draft.covering(sentence, &data).model_where(is_of_places(sentence), sentence);
            found.push(draft.plainly(numbers_of_participants(sentence)));
        }
    }
}

/// Personal numbers of those who have a place: no sum beside them makes it less.
fn numbers_of_participants(sentence: &Sentence) -> bool {
    let participants = [Concept::Participant, Concept::TargetGroup, Concept::Intern];
    let told = |number: &Mention| sentence.all(Concept::Report).any(|verb| verb.to <= number.from);
    let mut numbers = sentence.all(Concept::PersonalNumber);
    sentence.has_any(&participants)
        && numbers.any(|number| told(&number) && sentence.subject(number) == Some(Concept::Supplier))
}

fn reported(sentence: &Sentence) -> Option<Mention> {
    let report = sentence.has(Concept::Report) || sentence.has(Concept::ReportNoun);
    let held = |mention: &Mention| {
        sentence.holds(*mention) && !sentence.has(Concept::Hidden) && !is_kept(sentence, *mention)
    };
    let lawful = sentence.has(Concept::ByLawList);
    let named = [Concept::PersonalNumber, Concept::NamesOf, Concept::Identity];
    let named = sentence.any(&named).find(|m| held(m) && is_of_place(sentence, *m)).filter(|_| !lawful);
    let people = [
        Concept::Participant,
        Concept::Worker,
        Concept::Person,
        Concept::TargetGroup,
        Concept::Intern,
        Concept::EachOne,
        Concept::Identity,
    ];
    let about = sentence.has_any(&people);
    let sums = sentence.has(Concept::Anonymous) && !sentence.has(Concept::EachOne);
    let data = [Concept::Health, Concept::Sensitive, Concept::Benefit, Concept::PersonDatum];
    // An address can be of a factory, and of the staff.
    let of_firm = !sentence.has_any(&people[..1]) && !sentence.has_any(&people[2..])
        || sentence.has_any(&[Concept::Goods, Concept::SupplyChain]);
    let firm = |m: &Mention| m.concept == Concept::PersonDatum && of_firm;
    let data = sentence.any(&data).find(|m| held(m) && !firm(m));
    let data = data.filter(|mention| about && !sums && !lawful && is_reported(sentence, *mention));
    named.filter(|_| report).or(data)
}

/// "ska inte ange vilka personerna är": what is not reported may be spoken of.
fn is_kept(sentence: &Sentence, data: Mention) -> bool {
    let verbs = sentence.any(&[Concept::Report]).filter(|verb| verb.to <= data.from);
    verbs.max_by_key(|verb| verb.to).is_some_and(|verb| sentence.is_denied(verb))
}

/// "vem som" has had a place, not who answers for something.
fn is_of_place(sentence: &Sentence, who: Mention) -> bool {
    let places = [
        Concept::Internship,
        Concept::Participant,
        Concept::TargetGroup,
        Concept::Intern,
        Concept::Hire,
        Concept::Person,
    ];
    who.concept != Concept::Identity || sentence.has_any(&places) && !sentence.has(Concept::Supervision)
}

/// What is reported stands behind the verb; those for whom the places are stand before, or with "för".
fn is_reported(sentence: &Sentence, data: Mention) -> bool {
    let verb = sentence.any(&[Concept::Report, Concept::ReportNoun]).any(|verb| verb.distance(data) <= 16);
    let group =
        sentence.all(Concept::GroupOf).any(|group| group.to <= data.from && data.from - group.to <= 2);
    verb && !group
}
