//! G01. More to follow up than there are hours for. Terms that nobody follows up are the commonest fault.

use std::collections::{HashMap, HashSet};

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::entry::Entry;
use crate::catalogue::id::EntryId;
use crate::follow_up::hours::{self, HOURS};
use crate::format;
use crate::requirements::blocked::awaits;
use crate::requirements::misfit::joined;
use crate::text::Bilingual;

/// What is found when the requirements take more hours a year than were answered.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let Some(there_are) = view.facts().number(HOURS) else { return Vec::new() };
    let needed: f64 = view.standing.iter().map(|stands| hours::own(stands.entry, view.facts())).sum();
    if needed <= there_are {
        return Vec::new();
    }
    let duties = view.duties().map(|entry| &entry.id).filter(|id| view.stands(id));
    let (case, severity) = match () {
        () if hours::together(duties, &view.assessment.catalogue, view.facts()) > there_are => {
            ("duties", Severity::Warning)
        }
        () if hours::too_many(needed, view.facts()) => ("chosen", Severity::Warning),
        () => ("a_little", Severity::Info),
    };
    let hours = |n: f64| Bilingual::each(|language| format::decimal(n, 1, language));
    let draft = view.find(Rule::FollowUpHours, case, severity, view.question(HOURS));
    let draft = draft.with("needed", hours(needed)).with("hours", hours(there_are));
    let heavy = by_hours(view);
    let draft = draft.with("do", what_to_do(there_are, hours(needed - there_are), &heavy, view));
    vec![draft.also(heavy.iter().map(|stands| stands.place())).on(Ground::Practice("principles"))]
}

/// More hours, or less to follow up: what goes first of what the law does not demand, and else an easier way with what it does.
fn what_to_do(there_are: f64, short: Bilingual, heavy: &[&Stands<'_>], view: &View<'_>) -> Bilingual {
    let gone = first_to_go(there_are, heavy, view);
    let key = match gone.as_slice() {
        [] => "review.hours.only_law",
        gone if without(gone, view) <= there_are => "review.hours.enough",
        _ => "review.hours.not_enough",
    };
    let parts = names(&heaviest_of_law(view));
    let slots = [("requirements", names(&gone)), ("parts", parts), ("short", short)];
    view.assessment.catalogue.phrases.fill(key, &slots)
}

/// Whether the law demands it, or may come to when somebody has found out.
fn by_law(entry: &Entry, view: &View<'_>) -> bool {
    view.is_duty(entry) || awaits(entry, view.assessment).is_some()
}

/// What to take away first, of what is not the law's own: the one that spares most, and so on until the hours are enough.
fn first_to_go<'v>(there_are: f64, heavy: &[&'v Stands<'v>], view: &'v View<'_>) -> Vec<&'v Stands<'v>> {
    let mut gone: Vec<&Stands<'_>> = Vec::new();
    for stands in heavy.iter().filter(|stands| !by_law(stands.entry, view)) {
        if without(&gone, view) <= there_are {
            break;
        }
        gone.push(stands);
    }
    gone
}

/// The hours that are needed once these are taken away, with what came along for their sake.
fn without(gone: &[&Stands<'_>], view: &View<'_>) -> f64 {
    let chosen = view.standing.iter().filter(|one| !one.active.companion);
    let left = chosen.map(|one| &one.entry.id).filter(|id| !gone.iter().any(|other| other.entry.id == **id));
    hours::together(left, &view.assessment.catalogue, view.facts())
}

/// So many of the law's own are named as those to do in an easier way.
const MOST_PARTS: usize = 2;

/// What takes most hours of what the law demands, with what comes along: where a smaller sample spares most.
fn heaviest_of_law<'v>(view: &'v View<'_>) -> Vec<&'v Stands<'v>> {
    let duties = view.standing.iter().map(|one| one.entry).filter(|entry| by_law(entry, view));
    let duties = duties.map(|entry| &entry.id);
    let ids: HashSet<EntryId> = duties.flat_map(|id| view.assessment.catalogue.with_companions(id)).collect();
    let mut parts: Vec<&Stands<'_>> =
        view.standing.iter().filter(|one| ids.contains(&one.entry.id)).collect();
    let hours = |stands: &Stands<'_>| hours::own(stands.entry, view.facts());
    parts.sort_by(|a, b| hours(b).total_cmp(&hours(a)));
    parts.truncate(MOST_PARTS);
    parts
}

fn names(all: &[&Stands<'_>]) -> Bilingual {
    let names: Vec<Bilingual> = all.iter().map(|stands| stands.name()).collect();
    joined(&names, format::list).unwrap_or_default()
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
    use crate::project::Project;
    use crate::review::try_out::{answering, choosing, codes, example, words};
    use serde_json::json;

    fn both() -> Project {
        choosing(&example("stadning"), &["emp-study-visit", "emp-internship", "lab-terms-duty"])
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
    fn it_is_said_what_to_take_away_and_how_the_law_s_own_can_be_made_easier() {
        let said = |hours| words(&answering(both(), &json!({ "q35": hours })), "G01");
        let chosen = said(30);
        assert!(chosen.contains("ta bort k") && chosen.contains("så räcker tiden"), "{chosen}");
        let duties = said(5);
        assert!(duties.contains("skaffa") && duties.contains("granskning av lön och arbetstid"), "{duties}");
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
