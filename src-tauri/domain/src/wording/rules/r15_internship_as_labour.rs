//! R15. Interns as labour, and places whose filling is not in the supplier's power.

use super::r12_disproportionate::ratio;
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
            let draft = scene.found(RULE, "labour", sentence, mention);
            found.push(draft.covering(sentence, &[Concept::ReplaceStaff]));
        } else if let Some(mention) = always(sentence) {
            let draft = scene.found(RULE, "always", sentence, mention);
            found.push(draft.covering(sentence, &[Concept::Always, Concept::NeverEmpty]));
        }
    }
}

fn labour(sentence: &Sentence) -> Option<Mention> {
    let instead = sentence.first_holding(&[Concept::ReplaceStaff]);
    let cover = || sentence.any(&[Concept::Absence]).find(|_| stands_in(sentence));
    instead
        .or_else(|| replaces(sentence))
        .or_else(|| alone(sentence))
        .or_else(cover)
        .or_else(|| counted(sentence))
        .or_else(|| long(sentence))
        .or_else(|| unpaid_work(sentence))
}

/// "en praktikant ersätter receptionisten"; the other way round somebody is paid.
fn replaces(sentence: &Sentence) -> Option<Mention> {
    let replaces = sentence.first_holding(&[Concept::Replaces])?;
    let interns = [Concept::Intern, Concept::Participant, Concept::Internship];
    let by = sentence.any(&interns).any(|who| who.to <= replaces.from && replaces.from - who.to <= 4);
    let staff = [Concept::Worker, Concept::RoleNoun];
    let staff = sentence.any(&staff).find(|who| who.from >= replaces.to && who.from <= replaces.to + 3)?;
    by.then_some(Mention { to: staff.to, ..replaces })
}

/// "sköter praktikanterna receptionen på egen hand"
fn alone(sentence: &Sentence) -> Option<Mention> {
    let runs = sentence.first_holding(&[Concept::Runs])?;
    let intern = sentence.any(&[Concept::Intern, Concept::Participant]).any(|who| who.distance(runs) <= 4);
    let oneself = sentence.first_holding(&[Concept::ByOneself]).filter(|_| intern)?;
    Some(Mention { from: runs.from.min(oneself.from), to: runs.to.max(oneself.to), ..runs })
}

/// "tar hand om disken när ingen annan finns"
fn stands_in(sentence: &Sentence) -> bool {
    let interns = [Concept::Intern, Concept::Participant];
    let works = |work: &Mention| {
        matches!(sentence.clause(*work).subject, Some(Concept::Participant))
            && sentence.any(&interns).any(|who| who.distance(*work) <= 3)
    };
    sentence.all(Concept::Runs).filter(|work| !sentence.is_denied(*work)).any(|work| works(&work))
        && !sentence.has(Concept::Supervision)
}

/// "fyra av de tolv som bemannar köket"
fn counted(sentence: &Sentence) -> Option<Mention> {
    let staff = sentence.first_holding(&[Concept::Runs, Concept::Worker])?;
    let (of, _) = ratio(sentence).filter(|(_, share)| *share > 0.0)?;
    (staff.from >= of.to && staff.from - of.to <= 4).then_some(staff)
}

/// A whole year is work.
fn long(sentence: &Sentence) -> Option<Mention> {
    let lasts = sentence.all(Concept::LongTime).find(|time| {
        sentence.holds(*time) && !is_past(sentence, *time) && months(sentence, *time) > LONGEST_MONTHS
    })?;
    let internship = sentence.nearest(lasts, Concept::Internship)?;
    let about = sentence.has_any(&[Concept::Lasts, Concept::Unpaid]);
    (about && internship.1 <= 8 && !sentence.has_any(&[Concept::FrameCeiling, Concept::PerTime]))
        .then_some(lasts)
}

/// "de senaste tolv månaderna"
fn is_past(sentence: &Sentence, time: Mention) -> bool {
    let word = sentence.word(time.from.saturating_sub(1));
    matches!(word, "senaste" | "sista" | "föregående" | "past" | "last")
}

fn months(sentence: &Sentence, time: Mention) -> f64 {
    let number = (time.from..time.to).find_map(|at| sentence.number(at)).unwrap_or(1.0);
    let unit = sentence.word(time.to - 1);
    let in_months = if unit.contains("år") {
        12.0
    } else if unit.starts_with("termin") {
        5.0
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
    let full = sentence.first_holding(&[Concept::Filled]).filter(|full| {
        let always = sentence.all(Concept::Always).any(|always| always.distance(*full) <= 5);
        always && !sentence.has_any(&[Concept::Worker])
    });
    if full.is_some() && sentence.has_any(&[Concept::Internship, Concept::PlaceWord]) {
        return full;
    }
    let whole = sentence.first_holding(&[Concept::WholeContract]).filter(|whole| {
        let has = |at: usize| matches!(sentence.word(at), "ha" | "finnas" | "hålla" | "sysselsätta");
        sentence.word(whole.from + 1) == "hela"
            && (whole.to..whole.to + 2).any(has)
            && sentence.has(Concept::Intern)
    });
    if whole.is_some() {
        return whole;
    }
    let filled = sentence.any(&[Concept::AlwaysFilled, Concept::NeverEmpty]).find(|always| {
        sentence.is_own(*always)
            && !sentence.is_condition(*always)
            && sentence.clause(*always).subject != Some(Concept::Worker)
            && (always.concept == Concept::NeverEmpty || !sentence.is_denied(*always))
    })?;
    let empty = filled.concept == Concept::NeverEmpty
        || sentence.has_any(&[Concept::Internship, Concept::PlaceWord, Concept::Participant]);
    empty.then_some(filled)
}
