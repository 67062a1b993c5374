//! G01. More to follow up than there are hours for. Terms that nobody follows up are the commonest fault.

use std::collections::HashMap;

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::id::EntryId;
use crate::format;
use crate::text::Bilingual;

/// What is found when the requirements take more hours a year than were answered.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let Some(there_are) = view.facts().number("follow_up_hours") else { return Vec::new() };
    let needed: f64 = view.standing.iter().map(|stands| stands.entry.rules.follow_up_hours).sum();
    if needed <= there_are {
        return Vec::new();
    }
    let duties = view.duties().map(|entry| &entry.id).filter(|id| view.stands(id));
    let duties = view.assessment.catalogue.follow_up_hours(duties);
    let case = if duties > there_are { "duties" } else { "chosen" };
    let hours = |n: f64| Bilingual::each(|language| format::decimal(n, 1, language));
    let draft = view.find(Rule::FollowUpHours, case, Severity::Warning, view.question("follow_up_hours"));
    let draft =
        draft.with("needed", hours(needed)).with("hours", hours(there_are)).with("duties", hours(duties));
    let heavy = by_hours(view);
    let draft = draft.with("most", named(&heavy, view)).also(heavy.iter().map(|(stands, _)| stands.place()));
    vec![draft.on(Ground::Practice("principles"))]
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
        along.iter().filter(alone).map(|one| one.entry.rules.follow_up_hours).sum()
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
    fn the_hours_of_what_stands_are_held_against_the_answer() {
        let visits = choosing(&example("stadning"), &["emp-study-visit", "lab-terms-duty"]);
        let said = |hours| codes(&answering(visits.clone(), &json!({ "q35": hours })), "G01");
        assert!(said(json!(100)).is_empty());
        assert_eq!(said(json!(26)), ["G01 chosen question q35 warning"]);
        assert_eq!(said(json!(5)), ["G01 duties question q35 warning"], "duties alone are too much");
        assert!(said(json!({ "unknown": "" })).is_empty(), "what nobody knows is asked about, not judged");
    }
}
