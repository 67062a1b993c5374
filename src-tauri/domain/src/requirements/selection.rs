//! Which entries are recommended together: by score, as many as the theme, the market, the contract and the time to
//! follow up have room for.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::proportionality::burden_limit;
use super::recommend::{Score, exclude_each_other, fits, is_duty};
use super::values::Context;
use crate::assess::Assessment;
use crate::catalogue::Catalogue;
use crate::catalogue::condition::Condition;
use crate::catalogue::entry::{Class, Entry};
use crate::catalogue::id::EntryId;
use crate::catalogue::profile::Profile;
use crate::catalogue::theme::{Level, Theme};
use crate::follow_up::hours;
use crate::needs::facts::Facts;
use crate::project::Project;

/// The most that is recommended beside duties and companions.
const MOST: usize = 7;
/// A lower score is not recommended.
const LEAST_SCORE: i32 = 2;
/// The answer that says which goals the officer has.
const GOALS: &str = "goals";
/// Below this value a direct award gets the lowest level only, SEK.
const SMALL_DIRECT_AWARD: f64 = 700_000.0;

/// An entry with the score that it may be recommended by.
pub(super) struct Candidate<'a> {
    pub(super) entry: &'a Entry,
    pub(super) score: Score,
    /// The entry and what comes along with it.
    along: Vec<&'a Entry>,
}

/// The duties, and the candidates by score.
pub(super) struct Selection<'a> {
    context: &'a Context<'a>,
    facts: &'a Facts,
    pub(super) duties: Vec<&'a Entry>,
    /// The duties and what is chosen, with what comes along, each once.
    standing: IndexMap<&'a EntryId, &'a Entry>,
    /// The duties with what comes along, each once.
    demanded: IndexMap<&'a EntryId, &'a Entry>,
    candidates: Vec<Candidate<'a>>,
}

impl<'a> Selection<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        let Context { project, facts, catalogue } = *context;
        let (duties, others): (Vec<&Entry>, Vec<&Entry>) =
            catalogue.offered().partition(|entry| is_duty(entry, facts));
        let profile = facts.cpv.first().and_then(|code| catalogue.profile(code));
        let mut candidates: Vec<Candidate<'a>> = others
            .into_iter()
            .filter(|entry| entry.rules.class == Class::Candidate && fits(entry, facts))
            .map(|entry| (entry, score(entry, facts, profile)))
            .filter(|(_, score)| score.total() >= LEAST_SCORE)
            .map(|(entry, score)| Candidate { entry, score, along: along(entry, catalogue) })
            .collect();
        candidates.sort_by(Candidate::order);
        let chosen = project.chosen().filter_map(|id| catalogue.entry(id));
        let by_id = |entry: &Entry| along(entry, catalogue).into_iter().map(|entry| (&entry.id, entry));
        let demanded: IndexMap<_, _> = duties.iter().copied().flat_map(by_id).collect();
        let mut standing = demanded.clone();
        standing.extend(chosen.flat_map(by_id));
        Self { context, facts, duties, standing, demanded, candidates }
    }

    /// The first seven that go together, and then as many of them as there is time to follow up, or a little more. What
    /// answers none of the goals that the officer named goes first. Where a heavy one leaves room by going, lighter ones that
    /// came after it are taken in its place.
    pub(super) fn take(&self, without: &BTreeSet<&EntryId>) -> Vec<&Candidate<'a>> {
        let wanted = || self.candidates.iter().filter(|c| !without.contains(&c.entry.id));
        let mut taken: Vec<&Candidate<'a>> = Vec::new();
        for candidate in wanted() {
            if taken.len() < MOST && self.goes_with(candidate, &taken) {
                taken.push(candidate);
            }
        }
        while self.takes_too_long(&taken) {
            let Some(last) = self.first_to_go(&taken) else { break };
            taken.remove(last);
        }
        let (to_goals, others): (Vec<_>, Vec<_>) = wanted().partition(|one| self.answers_goal(one.entry));
        for candidate in to_goals.into_iter().chain(others) {
            let is_new = !taken.iter().any(|other| other.entry.id == candidate.entry.id);
            if is_new && taken.len() < MOST && self.goes_with(candidate, &taken) {
                taken.push(candidate);
                if self.takes_too_long(&taken) {
                    taken.pop();
                }
            }
        }
        taken
    }

    fn goes_with(&self, candidate: &Candidate<'_>, beside: &[&Candidate<'_>]) -> bool {
        let Candidate { entry, along, .. } = candidate;
        let taken = || beside.iter().map(|candidate| candidate.entry);
        let same_theme = || taken().filter(|other| other.theme == entry.theme);
        let limit = self.context.catalogue.theme_limits.get(&entry.theme).copied().unwrap_or(MOST);
        let advanced = same_theme().filter(|other| other.rules.level == Level::Advanced).count();
        let burden: i32 = taken().map(|other| other.rules.burden).sum();
        // What comes along with one can shut out what comes along with another.
        let mut others = beside.iter().flat_map(|other| &other.along).chain(self.standing.values());
        same_theme().count() < limit
            && !taken().any(|other| same_group(entry, other))
            && self.level_allowed(entry, advanced)
            && burden + entry.rules.burden <= burden_limit(self.facts)
            && !others.any(|other| along.iter().any(|one| exclude_each_other(one, other)))
    }

    fn level_allowed(&self, entry: &Entry, advanced_in_theme: usize) -> bool {
        let value = self.facts.number("value").unwrap_or(0.0);
        let small_direct = self.facts.code("regime") == Some("direct_award") && value < SMALL_DIRECT_AWARD;
        let careful =
            self.facts.code("small_firms") == Some("yes") || self.facts.code("market") == Some("unused");
        match entry.rules.level {
            Level::Base => true,
            Level::Advanced => !small_direct && (!careful || advanced_in_theme == 0),
            // The highest level is the officer's own choice.
            Level::Spearhead => false,
        }
    }

    /// The last that answers no goal, or else the last of all.
    fn first_to_go(&self, taken: &[&Candidate<'_>]) -> Option<usize> {
        let others = taken.iter().rposition(|one| !self.answers_goal(one.entry));
        others.or(taken.len().checked_sub(1))
    }

    /// Whether an entry stands for one of the goals that the officer named.
    fn answers_goal(&self, entry: &Entry) -> bool {
        let needs = entry.rules.need.iter().filter(|need| need.when.holds(self.facts));
        let mut reasons = needs.flat_map(|need| need.when.reasons(self.facts));
        reasons.any(|leaf| matches!(leaf, Condition::Fact(name, _) if name.as_str() == GOALS))
    }

    fn takes_too_long(&self, taken: &[&Candidate<'_>]) -> bool {
        hours::too_many(self.hours(taken), self.facts)
    }

    /// The authority's own hours a year for duties, what is taken and all that comes along.
    pub(super) fn hours(&self, taken: &[&Candidate<'_>]) -> f64 {
        let all = taken.iter().flat_map(|candidate| &candidate.along).chain(self.demanded.values());
        let all: IndexMap<_, _> = all.map(|entry| (&entry.id, *entry)).collect();
        all.values().map(|entry| hours::own(entry, self.facts)).sum()
    }
}

/// An entry and what comes along with it.
fn along<'a>(entry: &Entry, catalogue: &'a Catalogue) -> Vec<&'a Entry> {
    catalogue.with_companions(&entry.id).iter().filter_map(|id| catalogue.entry(id)).collect()
}

impl Candidate<'_> {
    /// The highest score first, then the lowest level, then the fewest hours; the sort keeps the catalogue's order.
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let (a, b) = (&self.entry.rules, &other.entry.rules);
        let score = other.score.total().cmp(&self.score.total());
        score.then(a.level.cmp(&b.level)).then(a.follow_up_hours.total_cmp(&b.follow_up_hours))
    }
}

/// Whether the officer's answers point at an entry strongly enough for it to be recommended, whether it fits or not. The
/// highest level is never recommended, and duties are no choice.
pub(super) fn points_at(entry: &Entry, project: &Project, assessment: &Assessment) -> bool {
    let Assessment { facts, catalogue, .. } = assessment;
    let profile = project.procurement.main_cpv().and_then(|code| catalogue.profile(code));
    let score = score(entry, facts, profile);
    opens(entry) && !is_duty(entry, facts) && score.need > 0 && score.total() >= LEAST_SCORE
}

/// Whether an entry can be recommended at all.
pub(super) fn opens(entry: &Entry) -> bool {
    entry.rules.class == Class::Candidate && entry.rules.level != Level::Spearhead
}

fn score(entry: &Entry, facts: &Facts, profile: Option<&Profile>) -> Score {
    let need = entry.rules.need.iter().filter(|need| need.when.holds(facts)).map(|need| need.points).max();
    let usual = profile.is_some_and(|p| p.themes.contains(&entry.theme) || p.entries.contains(&entry.id));
    Score {
        need: need.unwrap_or(0),
        risk: risk(entry.theme, facts),
        profile: i32::from(usual),
        burden: entry.rules.burden,
    }
}

fn risk(theme: Theme, facts: &Facts) -> i32 {
    match theme {
        Theme::LabourTerms => match facts.code("labour_risk") {
            Some("high") => 2,
            Some("medium") => 1,
            _ => 0,
        },
        Theme::SupplyChains | Theme::EthicalGoods => match facts.code("supply_risk") {
            Some("high") => 2,
            Some("low") => 1,
            _ => 0,
        },
        _ => 0,
    }
}

fn same_group(a: &Entry, b: &Entry) -> bool {
    a.rules.group.is_some() && a.rules.group == b.rules.group
}
