//! The hours that following up takes, held against those that were answered.

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::catalogue::entry::{Checker, Entry, Role};
use crate::catalogue::id::EntryId;
use crate::format;
use crate::needs::facts::Facts;
use crate::requirements::words::Speaker;

/// The answer that says how many hours there are.
pub const HOURS: &str = "follow_up_hours";

/// A plan that takes so much more than there is time for can still be followed. The hours are rules of thumb, and are not
/// exact to a tenth. Own judgement.
const SMALL_EXCESS: f64 = 0.1;

/// The authority's own hours a year for a requirement: none where another authority proposes those who take the places, and
/// checks it.
pub fn own(entry: &Entry, facts: &Facts) -> f64 {
    let checker = entry.rules.follow_up.map(|follow_up| follow_up.who);
    let elsewhere = checker == Some(Checker::MatchingLead) && facts.is("matching_elsewhere");
    if elsewhere { 0.0 } else { entry.rules.follow_up_hours }
}

/// The authority's own hours a year for requirements with all that comes along with them, each counted once.
pub fn together<'e>(ids: impl Iterator<Item = &'e EntryId>, catalogue: &Catalogue, facts: &Facts) -> f64 {
    let all: BTreeSet<EntryId> = ids.flat_map(|id| catalogue.with_companions(id)).collect();
    all.iter().filter_map(|id| catalogue.entry(id)).map(|entry| own(entry, facts)).sum()
}

/// Whether so many hours are more than there are, and more than a little. No hours are too many while nobody has answered.
pub fn too_many(needed: f64, facts: &Facts) -> bool {
    facts.number(HOURS).is_some_and(|there_are| needed > there_are * (1.0 + SMALL_EXCESS))
}

/// What the hours leave out, said beside them wherever they are shown. They are reckoned for one supplier, own judgement.
pub fn beside(speaker: Speaker<'_>) -> Vec<String> {
    let suppliers = speaker.project.procurement.suppliers();
    let n = format::count(f64::from(suppliers), speaker.language);
    let told = [
        (suppliers > 1, "hours_suppliers"),
        (speaker.in_role(Role::NoCandidate).is_some(), "hours_places"),
        (speaker.assessment.facts.is("matching_elsewhere"), "hours_elsewhere"),
    ];
    let told = told.into_iter().filter(|(holds, _)| *holds);
    told.map(|(_, key)| speaker.filled(&format!("follow_up_plan.buyer.{key}"), &[("n", n.clone())])).collect()
}
