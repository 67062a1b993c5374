//! R12. More than the contract has room for.
//!
//! The weighted hours of all places are measured against the hours of work in the contract. Above 5 per cent is said,
//! above 7.5 warned about, above 10 stopped until a reason is written. Under four months or two persons nothing about
//! employment fits, and under six months or five persons no job. The limits are a synthesis of practice, not law; what
//! the law demands is proportionality.

use super::finding::{FactField, Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::theme::{PlaceForm, Theme};
use crate::format;
use crate::needs::facts::FactValue;
use crate::requirements::recommend::fits;
use crate::text::Bilingual;

/// The share of the hours above which a reason is asked for. Own synthesis of practice.
pub const MOST: f64 = 0.10;
/// The case of the share of the hours.
pub const SHARE: &str = "share";
/// Göteborgs Stad demands nothing about employment in contracts that are shorter, or of fewer persons.
const LEAST: Room = Room { months: 4.0, persons: 2.0 };
/// The same for jobs and apprenticeships. Trafikverket, and own judgement.
const LEAST_FOR_JOBS: Room = Room { months: 6.0, persons: 5.0 };

/// How much room a contract has.
struct Room {
    months: f64,
    persons: f64,
}

/// What is found when the contract is too small for what is asked.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let whole = large_share(view).into_iter().chain(odd_headcount(view)).chain(goods_only(view));
    let small = lack(view, &LEAST).filter(|_| employs(view));
    let small = small.map(|(case, slot)| finding(view, case, Severity::Stop, theme(), slot));
    let jobs = view.standing.iter().filter_map(|stands| too_small_for(stands, view));
    whole.chain(small).chain(jobs).collect()
}

/// Whether the size of the contract has been named as the fault of a requirement, so that nobody else need do so.
pub fn speaks_of(stands: &Stands<'_>, view: &View<'_>) -> bool {
    let employment = stands.entry.theme == Theme::Employment;
    let too_little = lack(view, &LEAST).is_some() || is_goods_only(view);
    employment && too_little || too_small_for(stands, view).is_some() || is_cut(stands, view)
}

/// Whether a requirement would fit with as many persons as were answered, and does not with those that are counted.
fn is_cut(stands: &Stands<'_>, view: &View<'_>) -> bool {
    let headcount = view.assessment.capacity.as_ref().map(|capacity| &capacity.headcount);
    let answered =
        headcount.filter(|headcount| headcount.deviates()).and_then(|headcount| headcount.answered);
    let fits_with = |persons| fits(stands.entry, &view.facts().with_headcount(persons));
    answered.is_some_and(|persons| !fits(stands.entry, view.facts()) && fits_with(persons))
}

/// Employment is the theme whose requirements take a part of the work.
const fn theme() -> Place {
    Place::Theme(Theme::Employment)
}

fn employs(view: &View<'_>) -> bool {
    view.standing.iter().any(|stands| stands.entry.theme == Theme::Employment)
}

fn large_share(view: &View<'_>) -> Option<Finding> {
    let quantities = view.standing.iter().filter_map(|stands| stands.active.quantity);
    let share: f64 = quantities.map(|quantity| quantity.share).sum();
    let slot = ("share", Bilingual::each(|language| format::percent(share, language)));
    Some(finding(view, SHARE, severity(share)?, theme(), slot))
}

fn odd_headcount(view: &View<'_>) -> Option<Finding> {
    let capacity = view.assessment.capacity.as_ref();
    let capacity = capacity.filter(|capacity| capacity.headcount.deviates())?;
    let cut: Vec<&Stands<'_>> = view.standing.iter().filter(|stands| is_cut(stands, view)).collect();
    let counts = !cut.is_empty() || view.standing.iter().any(|stands| stands.active.quantity.is_some());
    // The answer closes requirements before any is chosen: whoever gives it is told at once.
    let (severity, counted) = if counts {
        (Severity::Warning, "review.headcount.counted")
    } else {
        (Severity::Info, "review.headcount.not_counted")
    };
    let number = |n: f64| persons(n).1;
    let headcount = &capacity.headcount;
    // With several suppliers the answer is easily that of all of them together.
    let suppliers = view.project.procurement.suppliers();
    let case = if suppliers > 1 { "headcount_of_all" } else { "headcount" };
    let draft = view.find(Rule::Disproportionate, case, severity, view.question("headcount_answer"));
    let draft = draft.with("suppliers", Bilingual::new(suppliers.to_string(), suppliers.to_string()));
    let draft = draft.with("posts", number(headcount.full_time)).with("used", number(headcount.used));
    let draft = draft.with("answered", number(headcount.answered.unwrap_or(headcount.used)));
    let draft = draft.with("counted", view.assessment.catalogue.phrases.say(counted));
    let also = cut.into_iter().map(Stands::place).chain([Place::Fact(FactField::ValueSek)]);
    Some(draft.also(also).on(Ground::Practice("principles")))
}

fn goods_only(view: &View<'_>) -> Option<Finding> {
    let found = is_goods_only(view) && employs(view);
    found.then(|| finding(view, "goods", Severity::Warning, theme(), persons(0.0)))
}

fn is_goods_only(view: &View<'_>) -> bool {
    view.facts().get(&"work".into()) == Some(&FactValue::Flag(false))
}

/// A job or an apprenticeship in a contract that is too small for it; one that is too small for anything is named as
/// such.
fn too_small_for(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let jobs = [PlaceForm::FixedTermEmployment, PlaceForm::PermanentEmployment, PlaceForm::Apprenticeship];
    let is_job = stands.form().is_some_and(|form| jobs.contains(&form));
    let is_alone = is_job && lack(view, &LEAST).is_none() && !is_cut(stands, view);
    let (case, slot) = lack(view, &LEAST_FOR_JOBS).filter(|_| is_alone)?;
    let case = if case == "short" { "short_for_jobs" } else { "few_for_jobs" };
    Some(finding(view, case, Severity::Warning, stands.place(), slot))
}

/// What there is too little of, months before persons.
fn lack(view: &View<'_>, least: &Room) -> Option<(&'static str, (&'static str, Bilingual))> {
    let number = |fact| view.facts().number(fact);
    let months = number("months").filter(|months| *months < least.months);
    let short = months.map(|n| ("short", ("months", Bilingual::each(|l| format::decimal(n, 0, l)))));
    let few = number("headcount").filter(|persons| *persons < least.persons);
    short.or_else(|| few.map(|n| ("few", persons(n))))
}

fn persons(number: f64) -> (&'static str, Bilingual) {
    ("persons", Bilingual::each(|language| format::decimal(number, 1, language)))
}

/// Exactly ten per cent is a warning; the tolerance is for the arithmetic only.
fn severity(share: f64) -> Option<Severity> {
    match share - 1e-9 {
        s if s > MOST => Some(Severity::Stop),
        s if s > 0.075 => Some(Severity::Warning),
        s if s > 0.05 => Some(Severity::Info),
        _ => None,
    }
}

fn finding(
    view: &View<'_>,
    case: &str,
    severity: Severity,
    place: Place,
    (slot, text): (&'static str, Bilingual),
) -> Finding {
    view.find(Rule::Disproportionate, case, severity, place)
        .with(slot, text)
        .on(Ground::Practice("principles"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;
    use crate::review::try_out::{
        CATALOGUE, answering, buying, choosing, codes, example, removals, signature, words,
    };
    use serde_json::json;

    #[test]
    fn the_limits_count_as_reached_only_when_passed() {
        assert_eq!(severity(0.05), None);
        assert_eq!(severity(0.0509), Some(Severity::Info));
        assert_eq!(severity(0.075), Some(Severity::Info));
        assert_eq!(severity(0.0751), Some(Severity::Warning));
        assert_eq!(severity(0.10), Some(Severity::Warning));
        assert_eq!(severity(0.1018), Some(Severity::Stop));
    }

    #[test]
    fn under_four_months_or_two_persons_nothing_about_employment_fits() {
        let visits = choosing(&example("stadning"), &["emp-study-visit"]);
        assert!(codes(&visits, "R12").is_empty());
        let short = |months| codes(&buying(visits.clone(), &json!({ "months": months })), "R12");
        assert_eq!(short(3), ["R12 short theme employment stop"]);
        assert!(short(4).is_empty());
        let few = buying(answering(visits, &json!({ "q02": 1 })), &json!({}));
        assert_eq!(codes(&few, "R12"), ["R12 few theme employment stop"]);
    }

    #[test]
    fn under_six_months_or_five_persons_no_job_fits() {
        let job = choosing(&example("stadning"), &["emp-fixed-term"]);
        let said = |answers| codes(&answering(job.clone(), &answers), "R12");
        assert!(said(json!({ "q02": 5 })).is_empty());
        let few = ["R12 few_for_jobs requirement emp-fixed-term warning"];
        assert_eq!(said(json!({ "q02": 4 })), few);
        let visits = choosing(&example("stadning"), &["emp-study-visit"]);
        assert!(codes(&answering(visits, &json!({ "q02": 4 })), "R12").is_empty());
    }

    /// Seven drivers with a few hours each: the value is enough for fewer than two posts.
    fn drivers() -> Project {
        let small =
            json!({ "value_sek": 4_000_000, "option_value_sek": null, "months": 36, "option_months": null });
        answering(buying(example("stadning"), &small), &json!({ "q02": 7, "q07": ["paid_job"] }))
    }

    #[test]
    fn that_the_value_is_enough_for_fewer_posts_is_one_finding_in_posts() {
        assert_eq!(codes(&drivers(), "R12"), ["R12 headcount question q02 info"]);
        assert!(words(&drivers(), "R12").contains("bara upplysning"), "{}", words(&drivers(), "R12"));
        let adverts = choosing(&drivers(), &["emp-adverts"]);
        assert_eq!(codes(&adverts, "R12"), ["R12 headcount question q02 warning"]);
        assert!(codes(&adverts, "G08").is_empty(), "{:?}", codes(&adverts, "G08"));
        let said = words(&adverts, "R12");
        assert!(said.contains("heltidstjänster") && said.contains("deltid"), "{said}");
    }

    #[test]
    fn more_persons_than_one_supplier_s_share_is_enough_for_may_be_those_of_all_suppliers() {
        assert_eq!(codes(&removals(), "R12"), ["R12 headcount_of_all question q02 info"]);
        let said = words(&removals(), "R12").replace(format::NBSP, " ");
        assert!(said.contains("ni har 3 leverantörer. räknade ni alla tillsammans"), "{said}");
        assert!(said.contains("högst 3,9 personer, en och en halv gång så många"), "{said}");
        let of_one = answering(removals(), &json!({ "q02": 3 }));
        assert!(codes(&of_one, "R12").is_empty(), "{:?}", codes(&of_one, "R12"));
    }

    #[test]
    fn persons_who_work_part_time_are_counted_as_persons() {
        let assessed = |project: &Project| crate::assess::assess(project, &CATALOGUE, signature().on);
        let asked = |project: &Project| {
            assessed(project).questions.iter().any(|question| question.id == "q02b" && question.visible)
        };
        assert!(asked(&drivers()) && !asked(&example("stadning")));
        let part = answering(choosing(&drivers(), &["emp-adverts"]), &json!({ "q02b": 25 }));
        assert!(asked(&part) && codes(&part, "R12").is_empty() && codes(&part, "G08").is_empty());
        let (before, after) = (assessed(&drivers()).capacity.unwrap(), assessed(&part).capacity.unwrap());
        assert!((after.headcount.used - 7.0).abs() < 1e-9, "{:?}", after.headcount);
        let hours = after.labour_hours - before.labour_hours;
        assert!(hours.abs() < 1e-9, "the hours are what every number has to fit in: {hours}");
    }

    #[test]
    fn nobody_works_in_a_contract_that_is_goods_only() {
        let goods = choosing(&example("arbetsklader"), &["emp-study-visit"]);
        assert_eq!(codes(&goods, "R12"), ["R12 goods theme employment warning"]);
    }
}
