//! R29. Requirements that do not go well together, or lack what they need beside them: cases a to h.

use super::finding::{Finding, Place, Severity};
use super::not_verifiable::is_followed_up;
use super::rule::Rule;
use super::sanction_flawed::CEILING;
use super::undefined_award_criterion::is_criterion;
use super::view::{Ground, Stands, View};
use crate::catalogue::entry::{Role, Sanction};
use crate::catalogue::theme::{PlaceForm, Theme};
use crate::format;
use crate::procurement::Act;
use crate::procurement::amount::Months;
use crate::procurement::regime::Regime;
use crate::requirements::proportionality::burden_limit;
use crate::text::Bilingual;

/// What is found of requirements side by side.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let each = view.standing.iter().flat_map(|stands| of(stands, view));
    let whole = [double_burden(view), dialogue_and_number(view), levels_for_jobs(view), heavy(view)];
    each.chain(whole.into_iter().flatten()).chain(subsidised_jobs(view)).collect()
}

fn of<'v>(stands: &Stands<'_>, view: &'v View<'v>) -> Vec<Finding> {
    let said =
        |case, severity, basis| view.about(stands, Rule::Combination, case, severity).on(Ground::Law(basis));
    let e = is_empty_promise(stands).then(|| said("e_criterion", Severity::Stop, "award_criterion"));
    let f = is_open_bonus(stands).then(|| said("f_bonus", Severity::Warning, "principles"));
    let h = outlasts_contract(stands, view).then(|| said("h_apprentice", Severity::Warning, "principles"));
    [e, f, h].into_iter().flatten().collect()
}

/// a: a reservation, and a number of places for the same group.
fn double_burden(view: &View<'_>) -> Option<Finding> {
    let reservation = view.standing.iter().find(|stands| stands.reserves()).filter(|_| counts(view))?;
    let draft = view.about(reservation, Rule::Combination, "a_reserved", Severity::Warning);
    Some(draft.on(Ground::Law("principles")))
}

/// b: a dialogue and a number; where the number itself brings the dialogue there is nothing to choose.
fn dialogue_and_number(view: &View<'_>) -> Option<Finding> {
    let dialogue = view.playing(Role::Dialogue).filter(|_| counts(view))?;
    if view.standing.iter().any(|stands| stands.entry.rules.requires.contains(&dialogue.entry.id)) {
        return None;
    }
    let draft = view.about(&dialogue, Rule::Combination, "b_dialogue", Severity::Info);
    Some(draft.on(Ground::Practice("principles")))
}

/// c: labour terms and jobs.
fn levels_for_jobs(view: &View<'_>) -> Option<Finding> {
    let terms = view.playing(Role::LabourTerms).filter(|_| jobs(view).next().is_some())?;
    let draft = view.about(&terms, Rule::Combination, "c_levels", Severity::Info);
    Some(draft.on(Ground::Law("labour_terms")))
}

/// d: more than a contract of this value should carry. What the law demands, and what comes along, is not counted.
fn heavy(view: &View<'_>) -> Option<Finding> {
    let facts = view.facts();
    let limit = facts.number("value").map(|_| burden_limit(facts))?;
    let free = view.standing.iter().filter(|stands| !stands.active.companion && !view.is_duty(stands.entry));
    let sum: i32 = free.map(|stands| stands.entry.rules.burden).sum();
    if sum <= limit {
        return None;
    }
    let number = |n: i32| Bilingual::each(|language| format::decimal(f64::from(n), 0, language));
    let draft = view.find(Rule::Combination, "d_burden", Severity::Warning, Place::Whole);
    Some(draft.with("sum", number(sum)).with("limit", number(limit)).on(Ground::Practice("principles")))
}

/// e: an award criterion whose promise nobody holds the supplier to.
fn is_empty_promise(stands: &Stands<'_>) -> bool {
    let held_to = stands.entry.rules.sanction != Sanction::None && is_followed_up(stands);
    is_criterion(stands) && !held_to
}

/// f: a bonus without a ceiling.
fn is_open_bonus(stands: &Stands<'_>) -> bool {
    stands.entry.rules.role == Some(Role::Bonus) && !stands.has_value(CEILING)
}

/// g: jobs that the state may pay a part of, where a low tender has to be explained.
fn subsidised_jobs(view: &View<'_>) -> Option<Finding> {
    let advertised = matches!(view.regime(), Some(Regime::DirectiveGoverned | Regime::NationallyGoverned));
    let explained = advertised && view.project.procurement.act != Act::Luk && jobs(view).next().is_some();
    let place = Place::Theme(Theme::Employment);
    let draft = view.find(Rule::Combination, "g_subsidy", Severity::Info, place);
    explained.then(|| draft.on(Ground::Law("abnormally_low_tender")))
}

/// h: an apprenticeship that is longer than the contract.
fn outlasts_contract(stands: &Stands<'_>, view: &View<'_>) -> bool {
    let length = view.project.procurement.months.map(Months::as_f64);
    let training = stands.number("months").filter(|_| stands.form() == Some(PlaceForm::Apprenticeship));
    training.zip(length).is_some_and(|(training, length)| training > length)
}

fn counts(view: &View<'_>) -> bool {
    view.standing.iter().any(Stands::counts)
}

fn jobs<'v>(view: &'v View<'v>) -> impl Iterator<Item = &'v Stands<'v>> {
    let paid = [
        PlaceForm::FixedTermEmployment,
        PlaceForm::PermanentEmployment,
        PlaceForm::Apprenticeship,
        PlaceForm::HolidayJob,
    ];
    view.standing.iter().filter(move |stands| stands.form().is_some_and(|form| paid.contains(&form)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::try_out::{buying, choosing, codes, example, setting, with_rules};
    use serde_json::json;

    fn found(project: &crate::project::Project) -> Vec<String> {
        codes(project, "R29")
    }

    #[test]
    fn a_reserved_contract_with_a_number_of_places_is_a_double_burden() {
        let both = choosing(&example("stadning"), &["res-418", "emp-internship"]);
        assert_eq!(found(&both), ["R29 a_reserved requirement res-418 warning"]);
        assert!(found(&choosing(&example("stadning"), &["res-418", "emp-study-visit"])).is_empty());
    }

    #[test]
    fn b_a_dialogue_beside_a_number_goes_and_it_is_said_which_prevails() {
        let both = choosing(&example("stadning"), &["emp-dialogue", "emp-internship"]);
        assert_eq!(found(&both), ["R29 b_dialogue requirement emp-dialogue info"]);
        let along = choosing(&example("byggtjanster"), &["emp-dialogue", "emp-framework-step"]);
        assert!(found(&along).is_empty(), "the step brings its dialogue along");
    }

    #[test]
    fn c_and_g_jobs_get_the_levels_and_may_be_paid_for_in_part() {
        let jobs = choosing(&example("stadning"), &["emp-fixed-term", "lab-terms-duty"]);
        let said = ["R29 c_levels requirement lab-terms-duty info", "R29 g_subsidy theme employment info"];
        assert_eq!(found(&jobs)[1..], said, "after the way of a low tender");
        let direct = buying(jobs, &json!({ "value_sek": 600_000, "option_value_sek": null }));
        assert!(!found(&direct).contains(&said[1].to_owned()), "a direct award has no such rule");
    }

    #[test]
    fn d_what_is_chosen_freely_may_weigh_four_eight_or_fourteen() {
        let light = choosing(&example("byggtjanster"), &["emp-study-visit"]);
        let weighing = |burden| with_rules(light.clone(), "emp-study-visit", |rules| rules.burden = burden);
        let heavy = ["R29 d_burden whole warning"];
        assert!(found(&weighing(14)).is_empty());
        assert_eq!(found(&weighing(15)), heavy);
        let at = |value, burden| found(&buying(weighing(burden), &json!({ "value_sek": value })));
        assert!(at(9_999_999, 8).is_empty() && at(1_999_999, 4).is_empty());
        assert_eq!(
            (at(9_999_999, 9), at(1_999_999, 5)),
            (heavy.map(String::from).into(), heavy.map(String::from).into())
        );
    }

    #[test]
    fn e_a_promise_that_nobody_holds_the_supplier_to_is_a_stop() {
        let criterion = choosing(&example("it-system"), &["acc-award"]);
        assert!(found(&criterion).is_empty());
        let empty = with_rules(criterion, "acc-award", |rules| rules.sanction = Sanction::None);
        assert_eq!(found(&empty), ["R29 e_criterion requirement acc-award stop"]);
    }

    #[test]
    fn f_a_bonus_has_a_ceiling() {
        let bonus = choosing(&example("stadning"), &["emp-dialogue", "emp-bonus"]);
        assert!(found(&bonus).is_empty());
        let open = with_rules(bonus, "emp-bonus", |rules| drop(rules.parameters.shift_remove(CEILING)));
        assert_eq!(found(&open), ["R29 f_bonus requirement emp-bonus warning"]);
    }

    #[test]
    fn h_an_apprenticeship_ends_before_the_contract() {
        let two_years = buying(example("stadning"), &json!({ "months": 24 }));
        let apprentice = choosing(&two_years, &["emp-apprentice"]);
        let lasting = |months: u32| {
            let found = found(&setting(&apprentice, "emp-apprentice", "months", &json!(months)));
            found.contains(&"R29 h_apprentice requirement emp-apprentice warning".to_owned())
        };
        assert!(!lasting(24) && lasting(36));
    }
}
