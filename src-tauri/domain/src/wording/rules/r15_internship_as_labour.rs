//! R15. Interns as labour, and places whose filling is not in the supplier's power.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

const RULE: Rule = Rule::InternshipAsLabour;
/// Longer than this, in months, is no internship.
const LONGEST_MONTHS: f64 = 6.0;

/// What is found when an intern replaces staff, works for long, or must always be there.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let interns = [Concept::Internship, Concept::Participant];
        let here = sentence.has_any(&[Concept::Internship, Concept::Intern]);
        let near = scene.reading.has_near(sentence, &[Concept::Internship]) && sentence.has_any(&interns);
        let places = here
            || near
            || sentence.has(Concept::PlaceWord) && scene.reading.has_near(sentence, &[Concept::Internship]);
        if !places {
            continue;
        }
        if let Some(mention) = labour(sentence) {
            found.push(scene.found(RULE, "labour", sentence, mention));
        } else if let Some(mention) = always(sentence) {
            found.push(scene.found(RULE, "always", sentence, mention));
        }
    }
}

fn labour(sentence: &Sentence) -> Option<Mention> {
    let instead = sentence.first_holding(&[Concept::ReplaceStaff]);
    instead.or_else(|| long(sentence)).or_else(|| unpaid_work(sentence))
}

/// A whole year is work.
fn long(sentence: &Sentence) -> Option<Mention> {
    let lasts = sentence
        .all(Concept::LongTime)
        .find(|time| sentence.holds(*time) && months(sentence, *time) > LONGEST_MONTHS)?;
    let internship = sentence.nearest(lasts, Concept::Internship)?;
    let about = sentence.has_any(&[Concept::Lasts, Concept::Unpaid]);
    (about && internship.1 <= 8 && !sentence.has_any(&[Concept::FrameCeiling, Concept::PerTime]))
        .then_some(lasts)
}

fn months(sentence: &Sentence, time: Mention) -> f64 {
    let number = (time.from..time.to).find_map(|at| sentence.number(at)).unwrap_or(1.0);
    let unit = sentence.word(time.to - 1);
    let in_months = if unit.starts_with("år") {
        12.0
    } else if unit.starts_with("veck") {
        0.23
    } else {
        1.0
    };
    number * in_months
}

fn unpaid_work(sentence: &Sentence) -> Option<Mention> {
    let unpaid = sentence.first_holding(&[Concept::Unpaid])?;
    let works = sentence.has_any(&[Concept::WorkVerb, Concept::FullTime]);
    works.then_some(unpaid)
}

fn always(sentence: &Sentence) -> Option<Mention> {
    let filled = sentence.any(&[Concept::AlwaysFilled, Concept::NeverEmpty]).find(|always| {
        sentence.is_own(*always)
            && !sentence.is_condition(*always)
            && (always.concept == Concept::NeverEmpty || !sentence.is_denied(*always))
    })?;
    let empty = filled.concept == Concept::NeverEmpty
        || sentence.has_any(&[Concept::Internship, Concept::PlaceWord, Concept::Participant]);
    empty.then_some(filled)
}
