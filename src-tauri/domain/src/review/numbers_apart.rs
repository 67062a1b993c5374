//! G12. Numbers that do not go together: two that the same document says, or one that the procurement has no room for.
//!
//! What the program proposes goes together; this is about what the officer has set. One thing the program does not settle by
//! itself: candidates come year by year, also after the last day on which a place may begin.

use jiff::civil::Date;

use super::finding::{FactField, Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::entry::Role;
use crate::catalogue::id::ParameterName;
use crate::catalogue::parameter::{Computed, HeldAgainst, ParameterKind, Source};
use crate::catalogue::theme::PlaceForm;
use crate::follow_up::planned::DAYS_A_WEEK;
use crate::format;
use crate::procurement::CallOff;
use crate::requirements::quantity::{places_parameter, places_together};
use crate::requirements::share::Share;
use crate::requirements::values::Origin;
use crate::text::Bilingual;

/// What is found when numbers do not go together.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let steps = view.standing.iter().filter_map(|stands| steps(stands, view));
    let too_few = view.standing.iter().filter_map(|stands| too_few(stands, view));
    let summers = view.standing.iter().filter_map(|stands| no_summer(stands, view));
    view.standing
        .iter()
        .flat_map(|stands| too_many(stands, view))
        .chain(too_few)
        .chain(steps)
        .chain(summers)
        .chain(view.standing.iter().filter_map(|stands| due_after_end(stands, view)))
        .chain(view.standing.iter().filter_map(|stands| starts_too_soon(stands, view)))
        .chain(candidates(view))
        .chain(suppliers(view))
        .collect()
}

/// One supplier to call off from and several that share the contract, or the other way round.
fn suppliers(view: &View<'_>) -> Option<Finding> {
    let procurement = &view.project.procurement;
    let count = procurement.suppliers();
    let call_off = procurement.call_off.filter(|_| procurement.framework == Some(true))?;
    let case = match call_off {
        CallOff::Single if count > 1 => "one_supplier",
        _ if procurement.lacks_suppliers() => "several_suppliers_unsaid",
        CallOff::Ranking | CallOff::RenewedCompetition if count == 1 => "several_suppliers",
        _ => return None,
    };
    let place = Place::Fact(FactField::SupplierCount);
    let draft = view.find(Rule::NumbersApart, case, Severity::Warning, place);
    Some(draft.with("n", number(f64::from(count))).on(Ground::GoodOrder))
}

/// More places that must begin by a month than there are candidates to propose until then.
fn candidates(view: &View<'_>) -> Option<Finding> {
    let a_year = view.facts().number("candidates_per_year")?;
    let mut filled: Vec<_> = view.standing.iter().filter_map(|stands| begins_by(stands, view)).collect();
    filled.sort_by(|(a, ..), (b, ..)| a.total_cmp(b));
    let proposed = |month: f64| (a_year * month / 12.0).floor();
    let mut wanted = 0.0;
    let late = filled.iter().position(|(month, persons, _)| {
        wanted += persons;
        wanted > proposed(*month)
    })?;
    let month = filled[late].0;
    let about = filled[..=late].iter().map(|(.., stands)| stands.place());
    let place = view.question("candidates_per_year");
    let draft = view.find(Rule::NumbersApart, "candidates", Severity::Warning, place).also(about);
    let draft = draft.with("n", number(wanted)).with("month", number(month));
    Some(draft.with("there_are", number(proposed(month))).on(Ground::Practice("principles")))
}

/// The month by which all places of a requirement have begun, and how many persons have to be proposed for them.
fn begins_by<'s>(stands: &'s Stands<'s>, view: &View<'_>) -> Option<(f64, f64, &'s Stands<'s>)> {
    let quantity = stands.active.quantity.filter(|_| stands.entry.rules.needs_matching_lead)?;
    let last = stands.active.last_start(stands.entry);
    let whole = view.assessment.capacity.as_ref()?.months;
    Some((last.unwrap_or(whole), quantity.places / quantity.least, stands))
}

/// The mean length of a month.
const DAYS_A_MONTH: f64 = 365.25 / 12.0;

/// Something is to be in place or handed in when the firm period is over.
fn due_after_end(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let name = stands.entry.rules.follow_up_values.due.as_ref()?;
    let due = stands.active.values.get(name)?.value.as_ref()?.as_number()?;
    let days = match stands.entry.rules.parameters.get(name)?.kind {
        ParameterKind::Months => due * DAYS_A_MONTH,
        ParameterKind::Weeks => due * DAYS_A_WEEK,
        _ => due,
    };
    let months = view.project.procurement.months?.as_f64();
    if days <= months * DAYS_A_MONTH {
        return None;
    }
    let draft = view.about(stands, Rule::NumbersApart, "due_after_end", Severity::Warning);
    let draft = draft.with("label", stands.label(name)).with("n", number(due)).with("months", number(months));
    Some(draft.on(Ground::GoodOrder))
}

/// A place is to have begun before anybody can have been proposed for it.
fn starts_too_soon(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let last = stands.active.last_start(stands.entry).filter(|_| stands.entry.rules.needs_matching_lead)?;
    let proposing = view.playing(Role::NoCandidate)?;
    let weeks = |name: &str| proposing.active.values.get(name)?.value.as_ref()?.as_number();
    let weeks = weeks("wait_weeks")? + weeks("reply_weeks")?;
    if last * DAYS_A_MONTH >= weeks * DAYS_A_WEEK {
        return None;
    }
    let draft = view.about(stands, Rule::NumbersApart, "starts_too_soon", Severity::Warning);
    let draft = draft.with("month", number(last)).with("n", number(weeks)).also([proposing.place()]);
    Some(draft.on(Ground::GoodOrder))
}

/// Holiday jobs in a contract that has no whole July before it ends: most are in the summer. Own judgement.
fn no_summer(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let procurement = &view.project.procurement;
    let (start, end) = (procurement.start?, procurement.end()?);
    let july = |year: i16| {
        let first = Date::new(year, 7, 1).ok()?;
        Some(start <= first && first.last_of_month() <= end)
    };
    let none = (start.year()..=end.year()).filter_map(july).all(|inside| !inside);
    let lacks = none && stands.form() == Some(PlaceForm::HolidayJob);
    let draft = view.about(stands, Rule::NumbersApart, "no_summer", Severity::Warning);
    let draft = draft.with_day("start", start).with_day("end", end);
    lacks.then(|| draft.on(Ground::GoodOrder))
}

/// Less in all than what one of them takes: one employment, of so many months.
fn too_few(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let least = stands.active.quantity?.least;
    let (name, _) = places_parameter(stands.entry)?;
    let set = set_number(stands, name).filter(|set| *set < least)?;
    let draft = view.about(stands, Rule::NumbersApart, "too_few", Severity::Warning);
    Some(draft.with("n", number(set)).with("least", number(least)).on(Ground::GoodOrder))
}

fn too_many(stands: &Stands<'_>, view: &View<'_>) -> Vec<Finding> {
    let parameters = stands.entry.rules.parameters.iter();
    let held = parameters.filter_map(|(name, parameter)| Some((name, parameter.held_against?)));
    held.filter_map(|(name, against)| {
        let (case, there_are) = there_are(against, view)?;
        let set = set_number(stands, name).filter(|set| *set > there_are)?;
        let draft = view.about(stands, Rule::NumbersApart, case, Severity::Warning);
        let draft = draft.with("label", stands.label(name)).with("n", number(set));
        Some(draft.with("there_are", number(there_are)).on(Ground::GoodOrder))
    })
    .collect()
}

fn there_are(against: HeldAgainst, view: &View<'_>) -> Option<(&'static str, f64)> {
    match against {
        HeldAgainst::Places => Some(("places", places(view)?)),
        HeldAgainst::Persons => Some(("persons", view.facts().number("headcount")?.ceil())),
        HeldAgainst::Contract => None,
    }
}

/// Those of the firm period, and those that options add.
fn places(view: &View<'_>) -> Option<f64> {
    places_together(view.standing.iter().map(|stands| {
        let more: f64 = stands.active.option_places.iter().sum();
        (stands.entry, stands.active.quantity.map(|quantity| quantity.places + more))
    }))
}

/// Places by steps of what is invoiced: no step is reached, or fewer than the highest number that is promised.
fn steps(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let step = stands.active.quantity.and_then(|quantity| quantity.step)?;
    let of_steps = |source: &Source| matches!(source, Source::Computed(Computed::StepMax));
    let (most, _) = stands.entry.rules.parameters.iter().find(|(_, p)| of_steps(&p.source))?;
    let procurement = &view.project.procurement;
    let (firm, whole) = (Share::firm(procurement)?, Share::whole(procurement)?);
    let reached = |share: Share| (share.sek() / step).floor();
    let case = match set_number(stands, most) {
        _ if reached(whole) < 1.0 => "no_step",
        None if reached(firm) < 1.0 => "no_step_yet",
        Some(set) if set > reached(whole) => "steps",
        _ => return None,
    };
    let words = |share: Share| share.words(procurement, &view.assessment.catalogue.phrases);
    let kronor = Bilingual::each(|language| format::money(step, language));
    let draft = view.about(stands, Rule::NumbersApart, case, Severity::Warning);
    let draft = draft.with("step", kronor).with("firm", words(firm)).with("whole", words(whole));
    let draft = draft.with("there_are", number(reached(whole))).also([Place::Fact(FactField::ValueSek)]);
    Some(draft.on(Ground::GoodOrder))
}

fn set_number(stands: &Stands<'_>, name: &ParameterName) -> Option<f64> {
    let filled = stands.active.values.get(name).filter(|filled| filled.origin == Origin::Officer)?;
    filled.value.as_ref()?.as_number()
}

fn number(n: f64) -> Bilingual {
    Bilingual::each(|language| format::decimal(n, 0, language))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::id::EntryId;
    use crate::project::Project;
    use crate::review::try_out::{
        CATALOGUE, answering, buying, choosing, codes, example, removals, setting, signature, words,
    };
    use serde_json::json;

    fn value(project: &Project, entry: &str, parameter: &str) -> Option<f64> {
        let assessment = crate::assess::assess(project, &CATALOGUE, signature().on);
        let active = assessment.active_for(&EntryId::from(entry)).unwrap();
        active.values[parameter].value.as_ref()?.as_number()
    }

    #[test]
    fn how_many_suppliers_there_are_goes_with_how_they_are_called_off_from() {
        let shared = |call_off: &str, suppliers: u32| {
            let facts = json!({ "framework": true, "call_off": call_off, "supplier_count": suppliers });
            codes(&buying(example("stadning"), &facts), "G12")
        };
        assert_eq!(shared("single", 2), ["G12 one_supplier fact supplier_count warning"]);
        assert_eq!(shared("ranking", 1), ["G12 several_suppliers fact supplier_count warning"]);
        let unsaid = json!({ "framework": true, "call_off": "ranking", "supplier_count": null });
        let unsaid = codes(&buying(example("stadning"), &unsaid), "G12");
        assert_eq!(unsaid, ["G12 several_suppliers_unsaid fact supplier_count warning"]);
        assert!(shared("single", 1).is_empty() && shared("ranking", 2).is_empty());
        let contract = json!({ "framework": false, "call_off": "single", "supplier_count": 2 });
        assert!(codes(&buying(example("stadning"), &contract), "G12").is_empty(), "nothing is called off");
    }

    #[test]
    fn what_is_due_when_the_contract_is_over_is_told() {
        let lasting = |months: u32| {
            let facts = json!({ "months": months, "option_months": null, "option_value_sek": null });
            codes(&choosing(&buying(example("arbetsklader"), &facts), &["sup-dd"]), "G12")
        };
        assert_eq!(lasting(3), ["G12 due_after_end requirement sup-dd warning"], "ready after six months");
        assert!(lasting(6).is_empty());
    }

    #[test]
    fn places_that_must_begin_before_anybody_can_be_proposed_are_told() {
        let lasting = |months: u32| {
            let facts = json!({ "months": months, "option_months": null, "option_value_sek": null });
            let answers = json!({ "q09": { "candidates_per_year": 100, "apl_places": 0 } });
            let project = answering(buying(example("stadning"), &facts), &answers);
            codes(&choosing(&project, &["emp-internship"]), "G12")
        };
        assert_eq!(lasting(4), ["G12 starts_too_soon requirement emp-internship warning"]);
        assert!(lasting(48).is_empty());
    }

    #[test]
    fn no_more_swaps_are_proposed_than_there_are_places_and_more_is_said() {
        let one = choosing(&example("byggtjanster"), &["emp-framework-step"]);
        let one = setting(&one, "emp-framework-step", "step_max", &json!(1));
        assert_eq!(value(&one, "gen-change", "ceiling"), Some(1.0));
        assert!(codes(&one, "G12").is_empty());
        let two = setting(&one, "gen-change", "ceiling", &json!(2));
        assert_eq!(codes(&two, "G12"), ["G12 places requirement gen-change warning"]);
    }

    /// Twelve places that must begin by month 24, and three candidates a year: six by then.
    #[test]
    fn places_that_must_begin_before_their_candidates_can_have_come_are_warned_about() {
        let forms = choosing(&example("stadning"), &["emp-internship", "emp-language"]);
        assert_eq!(codes(&forms, "G12"), ["G12 candidates question q09 warning"]);
        let told = words(&forms, "G12").replace(crate::format::NBSP, " ");
        assert!(
            told.contains("12 platser") && told.contains("månad 24") && told.contains("6 kandidater"),
            "{told}"
        );
        let fewer = setting(&forms, "emp-internship", "places", &json!(3));
        let fewer = setting(&fewer, "emp-language", "places", &json!(3));
        assert!(codes(&fewer, "G12").is_empty(), "three and three are six");
        let later = setting(&forms, "emp-internship", "start_months", &json!(45));
        let later = setting(&later, "emp-language", "start_months", &json!(24));
        assert!(codes(&later, "G12").iter().all(|line| line.contains("candidates")), "eleven by month 45");
        let set = setting(&forms, "emp-internship", "places", &json!(6));
        let set = setting(&set, "emp-language", "places", &json!(6));
        let more = json!({ "q09": { "candidates_per_year": 6 } });
        assert!(codes(&answering(set, &more), "G12").is_empty(), "twelve by month 24");
    }

    /// What a place takes is never more than what is asked for in all.
    #[test]
    fn no_total_is_proposed_that_is_less_than_one_employment_and_a_lower_one_is_said() {
        let jobs = choosing(&example("stadning"), &["emp-fixed-term"]);
        let total = |spell: u32| {
            let long = setting(&jobs, "emp-fixed-term", "min_spell", &json!(spell));
            value(&long, "emp-fixed-term", "person_months")
        };
        assert!([3, 6, 9, 12].iter().all(|spell| total(*spell).is_none_or(|n| n >= f64::from(*spell))));
        assert!(codes(&jobs, "G12").is_empty());
        let few = setting(&jobs, "emp-fixed-term", "person_months", &json!(3));
        assert_eq!(codes(&few, "G12"), ["G12 too_few requirement emp-fixed-term warning"]);
    }

    #[test]
    fn holiday_jobs_in_a_contract_without_a_summer_are_said() {
        let jobs = choosing(&example("stadning"), &["emp-holiday-job"]);
        let said = |start: &str, months: u32| {
            let facts = json!({ "start": start, "months": months, "option_months": null });
            codes(&buying(jobs.clone(), &facts), "G12")
        };
        assert_eq!(said("2027-08-15", 10), ["G12 no_summer requirement emp-holiday-job warning"]);
        assert!(said("2027-07-01", 6).is_empty() && said("2027-08-15", 12).is_empty());
    }

    #[test]
    fn no_more_persons_are_looked_at_than_there_are() {
        let terms = choosing(&example("stadning"), &["lab-terms-duty"]);
        let terms = answering(terms, &json!({ "q02": 3 }));
        assert_eq!(value(&terms, "lab-check", "sample"), Some(3.0));
        let many = setting(&terms, "lab-check", "sample", &json!(6));
        assert_eq!(codes(&many, "G12"), ["G12 persons requirement lab-check warning"]);
    }

    /// "The whole value" is what the officer filled in, and not a third of it.
    #[test]
    fn a_step_that_one_supplier_does_not_reach_says_whose_share_it_is_held_against() {
        let steps = choosing(&removals(), &["emp-framework-step"]);
        let steps = setting(&steps, "emp-framework-step", "form", &json!("internship"));
        let said = |project: &Project| words(project, "G12").replace(crate::format::NBSP, " ");
        let told = said(&setting(&steps, "emp-framework-step", "step", &json!(6_000_000)));
        let share = "en leverantörs del med optioner (3 733 333 kr som om värdet delas lika på 3, \
                     fast den som är först i rangordningen oftast får mer)";
        assert!(told.contains(&format!("ett steg är 6 000 000 kr, mer än {share}")), "{told}");
        let told = said(&setting(&steps, "emp-framework-step", "step", &json!(3_000_000)));
        assert!(
            told.contains("utan optioner (1 866 667 kr") && told.contains(&format!("räcker {share}")),
            "{told}"
        );
    }

    #[test]
    fn a_step_that_is_never_reached_is_said_with_what_can_be_done() {
        let steps = choosing(&example("byggtjanster"), &["emp-framework-step"]);
        assert!(codes(&steps, "G12").is_empty());
        let far = setting(&steps, "emp-framework-step", "step", &json!(500_000_000));
        assert_eq!(codes(&far, "G12"), ["G12 no_step requirement emp-framework-step warning"]);
        let many = setting(&steps, "emp-framework-step", "step_max", &json!(50));
        assert_eq!(codes(&many, "G12"), ["G12 steps requirement emp-framework-step warning"]);
        assert!(words(&many, "G12").contains("högst"), "{}", words(&many, "G12"));
    }
}
