//! G01. More to follow up than there are hours for. Terms that nobody follows up are the commonest fault.

use std::collections::{HashMap, HashSet};

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View, names};
use crate::catalogue::entry::Entry;
use crate::catalogue::id::EntryId;
use crate::catalogue::theme::Theme;
use crate::follow_up::hours::{self, HOURS};
use crate::format;
use crate::requirements::blocked::awaits;
use crate::text::Bilingual;

/// The case of more that is chosen than there is time for.
pub const CHOSEN: &str = "chosen";

/// What is found when the requirements take more hours a year than were answered.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let Some(there_are) = view.facts().number(HOURS) else { return Vec::new() };
    let needed: f64 = view.standing.iter().map(|stands| hours::own(stands.entry, view.facts())).sum();
    let suppliers = f64::from(view.project.procurement.suppliers());
    let duties = view.duties().map(|entry| &entry.id).filter(|id| view.stands(id));
    let (case, severity) = match () {
        () if hours::together(duties, &view.assessment.catalogue, view.facts()) > there_are => {
            ("duties", Severity::Warning)
        }
        () if hours::too_many(needed, view.facts()) => (CHOSEN, Severity::Warning),
        // How much is done for each supplier nobody knows, so it is asked.
        () if suppliers > 1.0 && needed * suppliers > there_are => ("each_supplier", Severity::Info),
        () if needed > there_are => ("a_little", Severity::Info),
        () => return Vec::new(),
    };
    let hours = |n: f64| Bilingual::each(|language| format::decimal(n, 1, language));
    let draft = view.find(Rule::FollowUpHours, case, severity, view.question(HOURS));
    let draft = draft.with("needed", hours(needed)).with("hours", hours(there_are));
    let draft = draft.with("n", Bilingual::each(|language| format::count(suppliers, language)));
    let heavy = by_hours(view);
    let draft = draft.with("do", what_to_do(there_are, hours(needed - there_are), &heavy, view));
    vec![draft.also(heavy.iter().map(|stands| stands.place())).on(Ground::Practice("principles"))]
}

/// More hours, or less to follow up: what goes first of what protects nobody, and else fewer checks of what takes most.
fn what_to_do(there_are: f64, short: Bilingual, heavy: &[&Stands<'_>], view: &View<'_>) -> Bilingual {
    let gone = first_to_go(there_are, heavy, view);
    let key = match gone.as_slice() {
        [] => "review.hours.only_kept",
        gone if without(gone, view) <= there_are => "review.hours.enough",
        _ => "review.hours.not_enough",
    };
    let heaviest: Vec<&Stands<'_>> = heaviest_that_stays(&gone, view).into_iter().collect();
    let slots = [("requirements", names(&gone)), ("heaviest", names(&heaviest)), ("short", short)];
    view.assessment.catalogue.phrases.fill(key, &slots)
}

/// Whether it is no way to save time to take it away: the law demands it, or may come to when somebody has found out, or it
/// protects children or those who work. Own judgement.
fn is_kept(entry: &Entry, view: &View<'_>) -> bool {
    let protects = matches!(entry.theme, Theme::Children | Theme::WorkEnvironment);
    protects || view.is_duty(entry) || awaits(entry, view.assessment).is_some()
}

/// What to take away first: the one that spares most, and so on until the hours are enough.
fn first_to_go<'v>(there_are: f64, heavy: &[&'v Stands<'v>], view: &'v View<'_>) -> Vec<&'v Stands<'v>> {
    let mut gone: Vec<&Stands<'_>> = Vec::new();
    for stands in heavy.iter().filter(|stands| !is_kept(stands.entry, view)) {
        if without(&gone, view) <= there_are {
            break;
        }
        gone.push(stands);
    }
    gone
}

/// The hours that are needed once these are taken away, with what came along for their sake.
fn without(gone: &[&Stands<'_>], view: &View<'_>) -> f64 {
    let left = left_after(gone, view);
    hours::together(left.iter(), &view.assessment.catalogue, view.facts())
}

/// What stands once these are taken away, with what comes along.
fn left_after(gone: &[&Stands<'_>], view: &View<'_>) -> HashSet<EntryId> {
    let chosen = view.standing.iter().filter(|one| !one.active.companion);
    let left = chosen.map(|one| &one.entry.id).filter(|id| !gone.iter().any(|other| other.entry.id == **id));
    left.flat_map(|id| view.assessment.catalogue.with_companions(id)).collect()
}

/// What takes most hours of what is not taken away: where fewer checks spare most.
fn heaviest_that_stays<'v>(gone: &[&Stands<'_>], view: &'v View<'_>) -> Option<&'v Stands<'v>> {
    let left = left_after(gone, view);
    let hours = |stands: &&Stands<'_>| hours::own(stands.entry, view.facts());
    let staying = view.standing.iter().filter(|one| left.contains(&one.entry.id));
    // The first of several, as they stand in the document.
    staying.rev().max_by(|a, b| hours(a).total_cmp(&hours(b)))
}

/// So many are named: what follows takes so little that it makes no difference.
const MOST_NAMED: usize = 8;

/// The requirements that were chosen by the hours that would be spared without each: its own, and those of what stands for its
/// sake alone. The most first, so that one sees which of them would give way.
fn by_hours<'v>(view: &'v View<'_>) -> Vec<&'v Stands<'v>> {
    let stands: HashMap<&EntryId, &Stands<'_>> = view.standing.iter().map(|s| (&s.entry.id, s)).collect();
    let chosen = view.standing.iter().filter(|stands| !stands.active.companion);
    let with: Vec<(&Stands<'_>, Vec<&Stands<'_>>)> = chosen.map(|one| (one, along(one, &stands))).collect();
    let mut for_whom: HashMap<&EntryId, usize> = HashMap::new();
    for one in with.iter().flat_map(|(_, along)| along) {
        *for_whom.entry(&one.entry.id).or_default() += 1;
    }
    let alone = |one: &&&Stands<'_>| for_whom.get(&one.entry.id) == Some(&1);
    let spared = |along: &[&Stands<'_>]| -> f64 {
        along.iter().filter(alone).map(|one| hours::own(one.entry, view.facts())).sum()
    };
    let mut heavy: Vec<(&Stands<'_>, f64)> = with.iter().map(|(one, along)| (*one, spared(along))).collect();
    heavy.retain(|(_, hours)| *hours > 0.0);
    heavy.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    heavy.into_iter().take(MOST_NAMED).map(|(stands, _)| stands).collect()
}

/// A requirement and all that comes along with it.
fn along<'v>(one: &'v Stands<'v>, stands: &HashMap<&EntryId, &'v Stands<'v>>) -> Vec<&'v Stands<'v>> {
    let mut found = vec![one];
    let mut next = 0;
    while let Some(one) = found.get(next) {
        let required = one.entry.rules.requires.iter().filter_map(|id| stands.get(id)).copied();
        let new: Vec<&Stands<'_>> =
            required.filter(|other| !found.iter().any(|known| known.entry.id == other.entry.id)).collect();
        found.extend(new);
        next += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::assess::assess;
    use crate::project::Project;
    use crate::review::finding::Finding;
    use crate::review::rule::Rule;
    use crate::review::try_out::{CATALOGUE, answering, choosing, codes, example, signature, words};
    use serde_json::json;

    fn both() -> Project {
        choosing(&example("stadning"), &["emp-study-visit", "emp-internship", "lab-terms-duty"])
    }

    fn found(project: &Project) -> Finding {
        let found = assess(project, &CATALOGUE, signature().on).findings;
        found.into_iter().find(|finding| finding.rule == Rule::FollowUpHours).unwrap()
    }

    /// The numbers in the words, save those of requirements: "K3".
    fn numbers(words: &str) -> Vec<&str> {
        let of_words = words.split(|c: char| !c.is_alphanumeric());
        of_words.filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect()
    }

    #[test]
    fn one_number_is_needed_one_is_there_and_the_difference_is_what_is_lacking() {
        for hours in [5, 20, 26] {
            let said = words(&answering(both(), &json!({ "q35": hours })), "G01");
            let numbers: Vec<i32> = numbers(&said).into_iter().map(|n| n.parse().unwrap()).collect();
            let [needed, there_are, short] = numbers[..] else { panic!("{said}") };
            assert_eq!((there_are, needed - there_are), (hours, short), "{said}");
        }
    }

    #[test]
    fn it_is_said_what_to_take_away_or_what_to_check_less_often() {
        let said = |hours| words(&answering(both(), &json!({ "q35": hours })), "G01");
        let chosen = said(30);
        assert!(chosen.contains("ta bort k") && chosen.contains("så räcker tiden"), "{chosen}");
        let duties = said(5);
        assert!(duties.contains("skaffa") && duties.contains("granskning av lön och arbetstid"), "{duties}");
    }

    /// Children, safety and what the law demands are not what gives way when there are too few hours.
    #[test]
    fn what_protects_is_never_advised_away() {
        let kept = ["chi-records", "env-intro", "lab-terms-duty"];
        let all = [&kept[..], &["emp-study-visit", "emp-internship"]].concat();
        let project = choosing(&example("stadning"), &all);
        for hours in 0..40 {
            let project = answering(project.clone(), &json!({ "q35": hours }));
            let said = words(&project, "G01");
            let away = said.split("ta bort ").nth(1).unwrap_or_default();
            let away = away.split([',', '.']).next().unwrap_or_default();
            for entry in kept {
                let title = CATALOGUE.entry(&entry.into()).unwrap().title().sv.to_lowercase();
                assert!(!away.contains(&title), "{hours}: {said}");
            }
        }
    }

    #[test]
    fn where_nothing_may_go_the_hours_that_are_lacking_are_said_and_what_takes_most_in_one_short_sentence() {
        let project = choosing(&example("stadning"), &["chi-records", "env-intro", "lab-terms-duty"]);
        let finding = found(&answering(project, &json!({ "q35": 5 })));
        let todo = finding.remedy.sv.split_inclusive('.').next().unwrap();
        assert!(todo.starts_with("Skaffa ") && !todo.to_lowercase().contains("ta bort"), "{todo}");
        assert!(todo.contains("Granskning av lön och arbetstid"), "{todo}");
        assert!(todo.split_whitespace().count() <= 20, "{todo}");
    }

    /// The hours are those of one supplier.
    #[test]
    fn hours_that_are_enough_for_one_supplier_are_asked_about_where_there_are_several() {
        let mut project = choosing(&example("stadning"), &["emp-study-visit", "lab-terms-duty"]);
        project.procurement.framework = Some(true);
        let said = |suppliers, hours| {
            let mut project = answering(project.clone(), &json!({ "q35": hours }));
            project.procurement.supplier_count = suppliers;
            (codes(&project, "G01"), words(&project, "G01"))
        };
        assert!(said(None, 30).0.is_empty() && said(Some(3), 100).0.is_empty());
        let (codes, words) = said(Some(3), 30);
        assert_eq!(codes, ["G01 each_supplier question q35 info"]);
        assert!(words.contains("avtalet har tre leverantörer"), "{words}");
        assert_eq!(
            said(Some(3), 26).0,
            ["G01 each_supplier question q35 info"],
            "a little more is not said to be enough"
        );
    }

    #[test]
    fn the_hours_of_what_stands_are_held_against_the_answer() {
        let visits = choosing(&example("stadning"), &["emp-study-visit", "lab-terms-duty"]);
        let said = |hours| codes(&answering(visits.clone(), &json!({ "q35": hours })), "G01");
        assert!(said(json!(100)).is_empty());
        let more = answering(choosing(&visits, &["emp-internship"]), &json!({ "q35": 30 }));
        assert_eq!(codes(&more, "G01"), ["G01 chosen question q35 warning"]);
        assert_eq!(said(json!(26)), ["G01 a_little question q35 info"], "the hours are rules of thumb");
        assert_eq!(said(json!(5)), ["G01 duties question q35 warning"], "duties alone are too much");
        assert!(said(json!({ "unknown": "" })).is_empty(), "what nobody knows is asked about, not judged");
    }
}
