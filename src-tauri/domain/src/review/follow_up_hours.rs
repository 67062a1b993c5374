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
    let duties = hours::together(duties, &view.assessment.catalogue, view.facts());
    let (case, severity) = match () {
        () if duties > there_are => ("duties", Severity::Warning),
        () if hours::too_many(needed, view.facts()) => ("chosen", Severity::Warning),
        () => ("a_little", Severity::Info),
    };
    let hours = |n: f64| Bilingual::each(|language| format::decimal(n, 1, language));
    let draft = view.find(Rule::FollowUpHours, case, severity, view.question(HOURS));
    let heavy = by_hours(view);
    let short = if duties > there_are { duties } else { needed } - there_are;
    let draft =
        draft.with("needed", hours(needed)).with("hours", hours(there_are)).with("duties", hours(duties));
    let draft = draft.with("short", hours(short)).with("most", named(&heavy, view));
    let draft = draft.with("first", first(&first_to_go(there_are, &heavy, view), view));
    let draft = draft.with("parts", names(&heaviest_of_law(view)));
    vec![draft.also(heavy.iter().map(|(stands, _)| stands.place())).on(Ground::Practice("principles"))]
}

/// What to take away first, of what the law neither demands nor may come to demand: the one that spares most, and so on until the hours are enough.
fn first_to_go<'v>(
    there_are: f64,
    heavy: &[(&'v Stands<'v>, f64)],
    view: &'v View<'_>,
) -> Vec<&'v Stands<'v>> {
    let by_law = |entry: &Entry| view.is_duty(entry) || awaits(entry, view.assessment).is_some();
    let free = heavy.iter().map(|(stands, _)| *stands).filter(|stands| !by_law(stands.entry));
    let mut gone: Vec<&Stands<'_>> = Vec::new();
    for stands in free {
        let chosen = view.standing.iter().filter(|one| !one.active.companion);
        let left = chosen.filter(|one| !gone.iter().any(|other| other.entry.id == one.entry.id));
        let left = left.map(|one| &one.entry.id);
        if hours::together(left, &view.assessment.catalogue, view.facts()) <= there_are {
            break;
        }
        gone.push(stands);
    }
    gone
}

/// So many of the law's own are named as those to do in an easier way.
const MOST_PARTS: usize = 2;

/// What takes most hours of what the law demands, with what comes along: where a smaller sample spares most.
fn heaviest_of_law<'v>(view: &'v View<'_>) -> Vec<&'v Stands<'v>> {
    let duties = view.duties().map(|entry| &entry.id);
    let ids: HashSet<EntryId> = duties.flat_map(|id| view.assessment.catalogue.with_companions(id)).collect();
    let mut parts: Vec<&Stands<'_>> =
        view.standing.iter().filter(|one| ids.contains(&one.entry.id)).collect();
    let hours = |stands: &Stands<'_>| hours::own(stands.entry, view.facts());
    parts.sort_by(|a, b| hours(b).total_cmp(&hours(a)));
    parts.truncate(MOST_PARTS);
    parts
}

fn first(gone: &[&Stands<'_>], view: &View<'_>) -> Bilingual {
    let key = if gone.is_empty() { "review.hours.none_first" } else { "review.hours.first" };
    view.assessment.catalogue.phrases.fill(key, &[("requirements", names(gone))])
}

fn names(all: &[&Stands<'_>]) -> Bilingual {
    let names: Vec<Bilingual> = all.iter().map(|stands| stands.name()).collect();
    joined(&names, format::list).unwrap_or_default()
}

/// So many are named: what follows takes so little that it makes no difference.
const MOST_NAMED: usize = 8;

/// The requirements that were chosen and the hours that would be spared without each: its own, and those of what stands for
/// its sake alone. The most first, so that one sees which of them would give way.
fn by_hours<'v>(view: &'v View<'_>) -> Vec<(&'v Stands<'v>, f64)> {
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
    heavy.truncate(MOST_NAMED);
    heavy
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

/// "K4 Sociala villkor (12 timmar)", and where the law demands it "(12 timmar, lagkrav)".
fn named(heavy: &[(&Stands<'_>, f64)], view: &View<'_>) -> Bilingual {
    let phrases = &view.assessment.catalogue.phrases;
    let told = |(stands, hours): &(&Stands<'_>, f64)| {
        let key = if view.is_duty(stands.entry) { "review.hours.duty" } else { "review.hours.free" };
        let hours = Bilingual::each(|language| format::decimal(*hours, 1, language));
        phrases.fill(key, &[("requirement", stands.name()), ("n", hours)])
    };
    let all: Vec<Bilingual> = heavy.iter().map(told).collect();
    Bilingual::each(|language| {
        let texts: Vec<String> = all.iter().map(|text| text.of(language).clone()).collect();
        format::list(&texts, language)
    })
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{answering, choosing, codes, example, words};
    use serde_json::json;

    #[test]
    fn what_takes_most_hours_is_named_first_with_its_hours_and_what_would_go_with_it() {
        let visits = choosing(&example("stadning"), &["emp-study-visit", "lab-terms-duty"]);
        let said = words(&answering(visits, &json!({ "q35": 5 })), "G01").replace(crate::format::NBSP, " ");
        let terms = said.find("arbetsrättsliga villkor: lön, semester och arbetstid (").unwrap();
        let visit = said.find("studiebesök (").unwrap();
        assert!(terms < visit, "{said}");
        assert!(said.contains("lagkrav"), "{said}");
    }

    #[test]
    fn it_is_said_what_to_take_away_first_and_how_the_law_s_own_can_be_made_easier() {
        let both = choosing(&example("stadning"), &["emp-study-visit", "emp-internship", "lab-terms-duty"]);
        let said = |hours| words(&answering(both.clone(), &json!({ "q35": hours })), "G01");
        let chosen = said(30);
        assert!(chosen.contains("ta först bort k") && chosen.contains("som lagen inte kräver"), "{chosen}");
        let duties = said(5);
        assert!(duties.contains("minst") && duties.contains("granskning av lön och arbetstid"), "{duties}");
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
