//! G08. A chosen requirement whose grounds are gone since answers or facts changed, or that excludes another.

use std::collections::HashMap;

use indexmap::IndexSet;

use super::disproportionate::speaks_of;
use super::finding::{Finding, Place, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::entry::{Class, QuantityBasis};
use crate::catalogue::id::EntryId;
use crate::requirements::misfit::misfits;
use crate::requirements::recommend::exclude_each_other;
use crate::spot::Spot;
use crate::text::Bilingual;

/// What is found when a requirement does not fit the procurement, or two do not fit each other.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let chosen: Vec<&Stands<'_>> = view.standing.iter().filter(|stands| !stands.active.companion).collect();
    let lost = chosen.iter().filter_map(|stands| without_grounds(stands, view));
    lost.chain(conflicts(&chosen, view)).collect()
}

fn without_grounds(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    if speaks_of(stands, view) {
        return None;
    }
    let why = misfits(stands.entry, view.project, view.assessment);
    if why.is_empty() {
        return nothing_points(stands, view);
    }
    let said = |language| why.iter().map(|one| one.text.of(language).clone()).collect::<Vec<_>>().join(" ");
    let draft = view.about(stands, Rule::DoesNotFit, "grounds", Severity::Warning);
    let asked = why.iter().flat_map(|one| &one.blocks).filter_map(|block| match &block.spot {
        Spot::Question(id) => Some(Place::Question(id.clone())),
        _ => None,
    });
    let draft = draft.also(asked.collect::<IndexSet<_>>());
    Some(draft.with("why", Bilingual::each(said)).on(Ground::Law("principles")))
}

/// What answers lead to, and none does any more: it may have been recommended when it was chosen.
fn nothing_points(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let rules = &stands.entry.rules;
    let by_answers = rules.class == Class::Candidate && !rules.need.is_empty() && !view.is_duty(stands.entry);
    let points = rules.need.iter().any(|need| need.when.holds(view.facts()));
    let draft = view.about(stands, Rule::DoesNotFit, "nothing_points", Severity::Info);
    (by_answers && !points).then(|| draft.on(Ground::GoodOrder))
}

/// Each requirement that excludes one that stands before it, with the first of those.
fn conflicts(chosen: &[&Stands<'_>], view: &View<'_>) -> Vec<Finding> {
    let mut before = Before::default();
    let mut found = Vec::new();
    for (i, later) in chosen.iter().enumerate() {
        let earlier = before.that_may_clash_with(later).filter(|i| clash(chosen[*i], later)).min();
        found.extend(earlier.map(|earlier| {
            let draft = view.about(later, Rule::DoesNotFit, "conflict", Severity::Warning);
            let other = chosen[earlier];
            draft.with("other", other.name()).also([other.place()]).on(Ground::Law("principles"))
        }));
        before.add(i, later);
    }
    found
}

/// The requirements so far, so that each next one is held against few of them, however many there are.
#[derive(Default)]
struct Before<'v> {
    at: HashMap<&'v EntryId, usize>,
    /// Those that name an entry as one that they exclude.
    naming: HashMap<&'v EntryId, Vec<usize>>,
    /// The first that counts in a way; reservations and numbers are told apart, since R29 speaks of them.
    counting: HashMap<(QuantityBasis, bool, bool), usize>,
}

impl<'v> Before<'v> {
    fn that_may_clash_with(&self, later: &Stands<'_>) -> impl Iterator<Item = usize> {
        let named = later.entry.rules.conflicts.iter().filter_map(|id| self.at.get(id));
        let naming = self.naming.get(&later.entry.id).into_iter().flatten();
        named.chain(naming).chain(self.counting.values()).copied()
    }

    fn add(&mut self, i: usize, stands: &Stands<'v>) {
        let rules = &stands.entry.rules;
        self.at.insert(&stands.entry.id, i);
        for id in &rules.conflicts {
            self.naming.entry(id).or_default().push(i);
        }
        self.counting.entry((rules.basis, stands.reserves(), stands.counts())).or_insert(i);
    }
}

/// R29 a speaks of a reservation beside a number.
fn clash(a: &Stands<'_>, b: &Stands<'_>) -> bool {
    let said = (a.reserves() && b.counts()) || (b.reserves() && a.counts());
    exclude_each_other(a.entry, b.entry) && !said
}

#[cfg(test)]
mod tests {
    use crate::review::try_out::{answering, choosing, codes, example, words};
    use serde_json::json;

    #[test]
    fn a_requirement_is_named_when_what_it_rests_on_is_gone() {
        let places = choosing(&example("stadning"), &["emp-internship"]);
        assert!(codes(&places, "G08").is_empty());
        let none = answering(places, &json!({ "q05": { "beginner_tasks": ["none"] } }));
        assert_eq!(codes(&none, "G08"), ["G08 grounds requirement emp-internship warning"]);
        assert!(
            words(&none, "G08").contains("förutsätter att det finns uppgifter"),
            "{}",
            words(&none, "G08")
        );
    }

    #[test]
    fn two_that_exclude_each_other_are_named_together() {
        let both = choosing(&example("stadning"), &["emp-internship", "emp-step"]);
        assert!(codes(&both, "G08").contains(&"G08 conflict requirement emp-step warning".to_owned()));
    }
}
