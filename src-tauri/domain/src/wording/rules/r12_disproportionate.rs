//! R12. More than the contract has room for: months, persons and share of the hours, as far as text and context tell them.

use super::{Draft, Scene};
use crate::catalogue::theme::Placement;
use crate::procurement::ContractNature;
use crate::procurement::amount::Months;
use crate::review::finding::Severity;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

const RULE: Rule = Rule::Disproportionate;
/// Shorter than this, in months, no place can be arranged.
const FEWEST_MONTHS: f64 = 4.0;
/// Shorter than this, in months, is short for a job or an apprenticeship.
const FEW_MONTHS: f64 = 6.0;
/// Fewer persons than this leave nobody to supervise.
const FEWEST_PERSONS: f64 = 2.0;
/// Fewer persons than this are few for a job or an apprenticeship.
const FEW_PERSONS: f64 = 5.0;
/// Shares of the hours, in per cent, above which a demand is worth a word, grave, and too much.
const SHARES: [(f64, Severity); 3] =
    [(10.0, Severity::Stop), (7.5, Severity::Warning), (5.0, Severity::Info)];
/// Hours of full time in a month.
const HOURS_A_MONTH: f64 = 160.0;
/// At most so much of a value is labour, at so many kronor an hour at least: a rule of thumb on the mild side.
const LABOUR_SHARE: f64 = 0.8;
const HOURLY_COST: f64 = 350.0;
/// Full time is so many hours a week; less than half is less than one person.
const HALF_TIME: f64 = 20.0;

/// What is found when places are asked for where there is little work.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(share) = share(sentence, scene) {
            found.push(share);
        }
        let Some(asked) = asked(sentence) else { continue };
        let job = sentence.has(Concept::JobForm);
        let draft = |case, severity| scene.found(RULE, case, sentence, asked).weighing(severity);
        if let Some(heavy) = heavy(scene, sentence, asked) {
            found.push(heavy);
            continue;
        }
        let draft = short(scene, sentence, job)
            .or_else(|| few(scene, sentence, job))
            .map(|(case, severity)| draft(case, severity));
        let goods = scene.context.nature == Some(ContractNature::Supplies);
        found.extend(draft.or_else(|| {
            goods.then(|| scene.found(RULE, "goods", sentence, asked).weighing(Severity::Warning))
        }));
    }
}

/// A place that is demanded: a job, an internship, an apprenticeship; a visit is none.
fn asked(sentence: &Sentence) -> Option<Mention> {
    let form = sentence.first_holding(&[Concept::JobForm, Concept::Internship])?;
    let demands = sentence.has_any(&[Concept::Must, Concept::TakeOn, Concept::Employ])
        && !sentence.has(Concept::StudyVisit);
    let others = sentence.clause(form).subject == Some(Concept::Buyer)
        || sentence.has_any(&[Concept::FrameCeiling, Concept::Aim]);
    let allowed = sentence.is_allowed(form);
    (demands && !others && !allowed && counted(sentence)).then_some(form)
}

/// A number of places is stated, and no rule about places that are there anyway.
fn counted(sentence: &Sentence) -> bool {
    let number = |mention: Mention| {
        (mention.from.saturating_sub(3)..mention.from).any(|at| sentence.number(at).is_some())
    };
    sentence.any(&[Concept::JobForm, Concept::Internship, Concept::Person, Concept::Participant]).any(number)
        || sentence
            .any(&[Concept::JobForm])
            .any(|job| (job.to..job.to + 3).any(|at| sentence.number(at).is_some()))
}

fn short(scene: &Scene<'_>, sentence: &Sentence, job: bool) -> Option<(&'static str, Severity)> {
    let months = scene.context.months.map(Months::as_f64)?;
    let weekly = hours_a_week(sentence).is_some_and(|hours| hours < HALF_TIME);
    if months < FEWEST_MONTHS || weekly {
        return Some(("short", Severity::Stop));
    }
    (months < FEW_MONTHS && job).then_some(("short_for_jobs", Severity::Warning))
}

fn few(scene: &Scene<'_>, sentence: &Sentence, job: bool) -> Option<(&'static str, Severity)> {
    let alone = scene.reading.around(sentence).iter().any(|near| near.has(Concept::Alone));
    let persons = if alone { 1.0 } else { scene.reading.around(sentence).iter().find_map(staff)? };
    if persons < FEWEST_PERSONS {
        return Some(("few", Severity::Stop));
    }
    (persons < FEW_PERSONS && job).then_some(("few_for_jobs", Severity::Warning))
}

/// Jobs for the whole contract take more of its hours than it has room for.
fn heavy(scene: &Scene<'_>, sentence: &Sentence, asked: Mention) -> Option<Draft> {
    let months = scene.context.months.map(Months::as_f64)?;
    let value = scene.context.value?.as_f64();
    let people = [Concept::Person, Concept::JobForm, Concept::Internship, Concept::Participant];
    let mut counts = sentence
        .any(&people)
        .filter_map(|who| (who.from.saturating_sub(2)..who.from).find_map(|at| sentence.number(at)));
    let persons = counts.find(|count| !count.is_nan())?;
    let whole = sentence.has(Concept::WholeContract);
    let share = 100.0 * persons * months * HOURS_A_MONTH / (value * LABOUR_SHARE / HOURLY_COST);
    let (_, severity) = SHARES.into_iter().find(|(limit, _)| share > *limit).filter(|_| whole)?;
    let span = sentence.span(asked).with(sentence.whole());
    Some(scene.at(RULE, "share", sentence, span).weighing(severity))
}

/// Places in words that the rule does not know, where the contract is short, few do the work, or goods are bought. Hours are reckoned
/// by the rule alone.
pub fn in_other_words(scene: &Scene<'_>, sentence: &Sentence) -> Option<Draft> {
    let goods = scene.context.nature == Some(ContractNature::Supplies);
    let (case, severity) = short(scene, sentence, true)
        .or_else(|| few(scene, sentence, true))
        .or_else(|| goods.then_some(("goods", Severity::Warning)))?;
    Some(scene.at(RULE, case, sentence, sentence.whole()).weighing(severity))
}

/// How many do the work, when a sentence says so: "utförs av tre personer", "en konsult".
fn staff(sentence: &Sentence) -> Option<f64> {
    let done = sentence.first(Concept::DoneBy)?;
    (done.to..done.to + 3).find_map(|at| sentence.number(at)).filter(|number| !number.is_nan())
}

/// "4 timmar per vecka" of work, when that is what is bought.
fn hours_a_week(sentence: &Sentence) -> Option<f64> {
    let hours = sentence.first(Concept::HoursAWeek)?;
    let bought = sentence.has(Concept::BoughtWork);
    sentence.number(hours.from).filter(|_| bought)
}

/// A share of the hours that others than ordinary staff are to work.
fn share(sentence: &Sentence, scene: &Scene<'_>) -> Option<Draft> {
    if scene.is(Placement::AwardCriterion) || scene.is(Placement::ReservedParticipation) {
        return None;
    }
    let hours = sentence.first_holding(&[Concept::WorkHours])?;
    let group = sentence.has_any(&[
        Concept::LocalPerson,
        Concept::JobForm,
        Concept::Internship,
        Concept::TargetGroup,
        Concept::Participant,
        Concept::Person,
    ]);
    let named = sentence.all(Concept::Share).find_map(|part| Some((part, percent(sentence, part)?)));
    let (mention, share) = named.or_else(|| ratio(sentence))?;
    let (_, severity) = SHARES.into_iter().find(|(limit, _)| share > *limit)?;
    let span = sentence.span(mention).with(sentence.span(hours));
    group.then(|| scene.at(RULE, "share", sentence, span).weighing(severity))
}

/// "var åttonde", "en av fem", "av hundra timmar åtta".
pub fn ratio(sentence: &Sentence) -> Option<(Mention, f64)> {
    let part = |from: usize, to: usize, share: f64| {
        (share > 0.0 && share < 100.0).then_some((Mention { concept: Concept::Share, from, to }, share))
    };
    let number = |at: usize| sentence.number(at).filter(|number| number.is_normal());
    (0..sentence.tokens().len()).find_map(|at| match sentence.word(at) {
        "var" | "vart" | "every" => part(at, at + 2, 100.0 / sentence.ordinal(at + 1)?),
        "av" | "of" => {
            let all = usize::from(matches!(sentence.word(at + 1), "de" | "dem" | "alla" | "the"));
            let whole = number(at + 1 + all)?;
            let before = at.checked_sub(1).and_then(number);
            let behind = || (at + 2..at + 9).find_map(|behind| Some((behind, number(behind)?)));
            match before {
                Some(few) => part(at - 1, at + 2 + all, 100.0 * few / whole),
                None => behind().and_then(|(end, few)| part(at, end + 1, 100.0 * few / whole)),
            }
        }
        _ => None,
    })
}

/// "nio procent", "en tiondel", "hälften".
pub fn percent(sentence: &Sentence, part: Mention) -> Option<f64> {
    let word = sentence.word(part.to - 1);
    let number = (part.from.saturating_sub(1)..part.to).find_map(|at| sentence.number(at)).unwrap_or(1.0);
    let fraction = [
        ("tiondel", 10.0),
        ("femtedel", 20.0),
        ("fjärdedel", 25.0),
        ("tredjedel", 33.3),
        ("häl", 50.0),
        ("halv", 50.0),
        ("tjugondel", 5.0),
        ("åttondel", 12.5),
        ("sjättedel", 16.7),
        ("kvart", 25.0),
    ];
    let fraction = fraction.into_iter().find(|(name, _)| word.starts_with(name));
    fraction
        .map(|(_, value)| value * number)
        .or_else(|| sentence.number(part.from))
        .filter(|share| !share.is_nan())
}
