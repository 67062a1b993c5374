//! What is recommended: the duties that the law gives, then at most seven others by score, each with its reasons.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::proportionality::Capacity;
use super::quantity::{self, Quantities};
use super::values::Context;
use crate::catalogue::condition::{Condition, Test};
use crate::catalogue::entry::{Class, Entry, QuantityBasis};
use crate::catalogue::id::{EntryId, QuestionId};
use crate::catalogue::profile::Profile;
use crate::catalogue::theme::{Level, Theme};
use crate::needs::facts::{FactValue, Facts};
use crate::text::Bilingual;

/// The most that is recommended beside duties and companions.
const MOST: usize = 7;
/// A lower score is not recommended.
const LEAST_SCORE: i32 = 2;
/// Below this value a direct award gets the lowest level only, SEK.
const SMALL_DIRECT_AWARD: f64 = 700_000.0;

/// What a recommendation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The law demands it here.
    Duty,
    /// Recommended by its score.
    Candidate,
    /// Comes along with another.
    Companion,
    /// A reminder, a standard paragraph or a reservation: shown beside.
    Beside,
}

/// Why an entry got its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Score {
    /// A goal or an answer names it.
    pub need: i32,
    /// The risk is high or medium.
    pub risk: i32,
    /// The branch usually fits.
    pub profile: i32,
    /// How heavy it is; counts against it.
    pub burden: i32,
}

impl Score {
    /// The sum.
    pub fn total(self) -> i32 {
        self.need + self.risk + self.profile - self.burden
    }
}

/// A reason in words, with the questions it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Stands after "Därför:".
    pub text: Bilingual,
    /// The question whose answer led to it.
    pub question: Option<QuestionId>,
}

/// An entry proposed for this project.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommendation {
    /// The entry.
    pub entry: EntryId,
    /// What it is.
    pub standing: Standing,
    /// Why it got its place; only candidates are scored.
    pub score: Option<Score>,
    /// Why, in words.
    pub reasons: Vec<Reason>,
}

/// Works out what is recommended. An empty list of candidates is a valid answer.
pub fn recommend(capacity: Option<&Capacity>, context: &Context<'_>) -> Vec<Recommendation> {
    let selection = Selection::new(context);
    let mut without = BTreeSet::new();
    loop {
        let taken = selection.take(&without);
        let entries: Vec<&Entry> = taken.iter().map(|candidate| candidate.entry).collect();
        let quantities = quantity::settle(&entries, capacity, context);
        let empty = without_room(&entries, &quantities, context);
        if empty.is_empty() {
            return selection.recommendations(&taken);
        }
        without.extend(empty);
    }
}

/// A number that comes to nothing is no requirement: a dialogue takes its place.
///
/// What came to less than one spell holds hours that others could use, so the last of these goes alone; what came to
/// nothing holds none, and goes together.
fn without_room<'a>(
    entries: &[&'a Entry],
    quantities: &Quantities,
    context: &Context<'_>,
) -> Vec<&'a EntryId> {
    let places = |entry: &Entry| quantities.get(&entry.id).map_or(0.0, |quantity| quantity.places);
    let least = |entry: &Entry| context.plain_number(entry, "min_spell").unwrap_or(1.0);
    let counted = || entries.iter().copied().filter(|entry| quantity::is_counted(entry));
    match counted().rfind(|entry| places(entry) > 0.0 && places(entry) < least(entry)) {
        Some(short) => vec![&short.id],
        None => counted().filter(|entry| places(entry) == 0.0).map(|entry| &entry.id).collect(),
    }
}

/// An entry with the score that it may be recommended by.
struct Candidate<'a> {
    entry: &'a Entry,
    score: Score,
}

struct Selection<'a> {
    context: &'a Context<'a>,
    facts: &'a Facts,
    duties: Vec<&'a Entry>,
    chosen: Vec<&'a Entry>,
    candidates: Vec<Candidate<'a>>,
}

impl<'a> Selection<'a> {
    fn new(context: &'a Context<'a>) -> Self {
        let Context { project, facts, catalogue } = *context;
        let (duties, others): (Vec<&Entry>, Vec<&Entry>) =
            catalogue.offered().partition(|entry| is_duty(entry, facts));
        let profile = facts.cpv.first().and_then(|code| catalogue.profile(code));
        let mut candidates: Vec<Candidate<'a>> = others
            .into_iter()
            .filter(|entry| entry.rules.class == Class::Candidate && fits(entry, facts))
            .map(|entry| Candidate { entry, score: score(entry, facts, profile) })
            .filter(|candidate| candidate.score.total() >= LEAST_SCORE)
            .collect();
        candidates.sort_by(Candidate::order);
        let chosen = project.chosen().filter_map(|id| catalogue.entry(id)).collect();
        Self { context, facts, duties, chosen, candidates }
    }

    /// The first seven that go together, and then as many of them as there is time to follow up.
    fn take(&self, without: &BTreeSet<&EntryId>) -> Vec<&Candidate<'a>> {
        let mut taken: Vec<&Candidate<'a>> = Vec::new();
        for candidate in self.candidates.iter().filter(|c| !without.contains(&c.entry.id)) {
            if taken.len() == MOST {
                break;
            }
            if self.goes_with(candidate.entry, &taken) {
                taken.push(candidate);
            }
        }
        let hours = self.facts.number("follow_up_hours").unwrap_or(f64::INFINITY);
        while self.hours(&taken) > hours && taken.pop().is_some() {}
        taken
    }

    fn goes_with(&self, entry: &Entry, taken: &[&Candidate<'_>]) -> bool {
        let taken = || taken.iter().map(|candidate| candidate.entry);
        let same_theme = || taken().filter(|other| other.theme == entry.theme);
        let limit = self.context.catalogue.theme_limits.get(&entry.theme).copied().unwrap_or(MOST);
        let advanced = same_theme().filter(|other| other.rules.level == Level::Advanced).count();
        let burden: i32 = taken().map(|other| other.rules.burden).sum();
        let mut beside = taken().chain(self.duties.iter().copied()).chain(self.chosen.iter().copied());
        same_theme().count() < limit
            && !taken().any(|other| same_group(entry, other))
            && self.level_allowed(entry, advanced)
            && burden + entry.rules.burden <= self.burden_limit()
            && !beside.any(|other| self.exclude_each_other(entry, other))
    }

    /// Whether two entries, or what comes along with them, cannot stand side by side.
    fn exclude_each_other(&self, a: &Entry, b: &Entry) -> bool {
        let catalogue = self.context.catalogue;
        let [a, b] = [a, b].map(|entry| catalogue.with_companions(&entry.id));
        let entries =
            |ids: &'_ [EntryId]| ids.iter().filter_map(|id| catalogue.entry(id)).collect::<Vec<_>>();
        let (a, b) = (entries(&a), entries(&b));
        a.iter().any(|x| b.iter().any(|y| exclude_each_other(x, y)))
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

    /// How much the candidates may weigh together, by value. Own judgement.
    fn burden_limit(&self) -> i32 {
        match self.facts.number("value").unwrap_or(0.0) {
            value if value < 2e6 => 4,
            value if value < 10e6 => 8,
            _ => 14,
        }
    }

    /// Hours a year for duties, what is taken and all that comes along.
    fn hours(&self, taken: &[&Candidate<'_>]) -> f64 {
        let standing: BTreeSet<EntryId> = taken
            .iter()
            .map(|candidate| candidate.entry)
            .chain(self.duties.iter().copied())
            .flat_map(|entry| self.context.catalogue.with_companions(&entry.id))
            .collect();
        standing
            .iter()
            .filter_map(|id| self.context.catalogue.entry(id))
            .map(|e| e.rules.follow_up_hours)
            .sum()
    }

    fn recommendations(&self, taken: &[&Candidate<'_>]) -> Vec<Recommendation> {
        let mut list: Vec<Recommendation> = self.duties.iter().map(|entry| self.duty(entry)).collect();
        list.extend(taken.iter().map(|candidate| self.candidate(candidate)));
        let companions = self.companions(&list);
        list.extend(companions);
        list.extend(self.beside());
        list
    }

    fn duty(&self, entry: &Entry) -> Recommendation {
        let reasons = entry.rules.duty_when.iter().flat_map(|when| self.reasons(when)).collect();
        Recommendation { entry: entry.id.clone(), standing: Standing::Duty, score: None, reasons }
    }

    fn candidate(&self, Candidate { entry, score }: &Candidate<'_>) -> Recommendation {
        let need = entry.rules.need.iter().filter(|need| need.when.holds(self.facts));
        let need = need.max_by_key(|need| need.points);
        let mut reasons: Vec<Reason> = need.iter().flat_map(|need| self.reasons(&need.when)).collect();
        let risk = self.risk_reason(entry.theme).filter(|_| score.risk > 0);
        reasons.extend(risk.filter(|risk| !reasons.contains(risk)));
        reasons.extend(self.plain_reason("reasons.profile").filter(|_| score.profile > 0));
        Recommendation {
            entry: entry.id.clone(),
            standing: Standing::Candidate,
            score: Some(*score),
            reasons,
        }
    }

    fn companions(&self, list: &[Recommendation]) -> Vec<Recommendation> {
        let mut found: Vec<(EntryId, Vec<EntryId>)> = Vec::new();
        for recommended in list {
            for id in self.context.catalogue.with_companions(&recommended.entry).into_iter().skip(1) {
                match found.iter_mut().find(|(other, _)| *other == id) {
                    Some((_, by)) => by.push(recommended.entry.clone()),
                    None => found.push((id, vec![recommended.entry.clone()])),
                }
            }
        }
        found.retain(|(id, _)| !list.iter().any(|recommended| recommended.entry == *id));
        found.sort_by_key(|(id, _)| self.context.catalogue.position(id));
        found.into_iter().map(|(entry, by)| self.companion(entry, &by)).collect()
    }

    fn companion(&self, entry: EntryId, by: &[EntryId]) -> Recommendation {
        let titles = Bilingual::each(|language| {
            let texts = by.iter().filter_map(|id| self.context.catalogue.entry(id)?.text.as_ref());
            texts.map(|text| text.of(language).title.clone()).collect::<Vec<_>>().join(", ")
        });
        let text = self.context.catalogue.phrases.fill("reasons.companion", &[("titles", titles)]);
        let reasons = vec![Reason { text, question: None }];
        Recommendation { entry, standing: Standing::Companion, score: None, reasons }
    }

    fn beside(&self) -> Vec<Recommendation> {
        let kinds = [Class::Reminder, Class::StandardParagraph, Class::Reservation];
        let shown = self.context.catalogue.offered().filter(|entry| kinds.contains(&entry.rules.class));
        shown
            .filter(|entry| fits(entry, self.facts) && !is_duty(entry, self.facts))
            .map(|entry| {
                let reasons = entry.rules.when.iter().flat_map(|when| self.reasons(when)).collect();
                Recommendation { entry: entry.id.clone(), standing: Standing::Beside, score: None, reasons }
            })
            .collect()
    }

    fn reasons(&self, when: &Condition) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = Vec::new();
        for reason in when.reasons(self.facts).into_iter().filter_map(|leaf| self.reason(leaf)) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons
    }

    fn reason(&self, leaf: &Condition) -> Option<Reason> {
        let Condition::Fact(name, test) = leaf else { return None };
        let value = self.facts.get(name)?;
        let phrases = &self.context.catalogue.phrases;
        let keys = reason_keys(name.as_str(), test, value);
        let known = keys.iter().filter(|key| phrases.get(key).is_some());
        let said = known.map(|key| phrases.fill(key, &[("n", number_shown(value))]));
        let all =
            said.reduce(|a, b| Bilingual::new(format!("{}, {}", a.sv, b.sv), format!("{}, {}", a.en, b.en)))?;
        Some(Reason { text: all, question: self.facts.source(name).cloned() })
    }

    fn risk_reason(&self, theme: Theme) -> Option<Reason> {
        let name = if theme == Theme::LabourTerms { "labour_risk" } else { "supply_risk" };
        let mut reason = self.plain_reason(&format!("reasons.{name}.{}", self.facts.code(name)?))?;
        reason.question = self.facts.source(&name.into()).cloned();
        Some(reason)
    }

    fn plain_reason(&self, key: &str) -> Option<Reason> {
        let text = self.context.catalogue.phrases.get(key)?.clone();
        Some(Reason { text, question: None })
    }
}

impl Candidate<'_> {
    /// The highest score first, then the lowest level, then the fewest hours; the sort keeps the catalogue's order.
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let (a, b) = (&self.entry.rules, &other.entry.rules);
        let score = other.score.total().cmp(&self.score.total());
        score.then(a.level.cmp(&b.level)).then(a.follow_up_hours.total_cmp(&b.follow_up_hours))
    }
}

/// The phrases of a comparison that held: by code for codes, by the kind of comparison for numbers.
pub(crate) fn reason_keys(name: &str, test: &Test, value: &FactValue) -> Vec<String> {
    let key = |end: &str| format!("reasons.{name}.{end}");
    match (test, value) {
        (Test::HasAny(wanted), FactValue::Codes(has)) => {
            wanted.intersection(has).map(|code| key(code.as_str())).collect()
        }
        (Test::AtLeast(_), _) => vec![key("at_least")],
        (Test::AtMost(_), _) => vec![key("at_most")],
        (Test::Below(_), _) => vec![key("below")],
        (Test::CountAtLeast(_), _) => vec![key("count_at_least")],
        (_, FactValue::Code(code)) => vec![key(code.as_str())],
        (_, FactValue::Flag(flag)) => vec![key(&flag.to_string())],
        _ => Vec::new(),
    }
}

fn number_shown(value: &FactValue) -> Bilingual {
    let number = match value {
        FactValue::Number(number) => number.0,
        _ => 0.0,
    };
    Bilingual::each(|language| crate::format::decimal(number, 1, language))
}

fn is_duty(entry: &Entry, facts: &Facts) -> bool {
    entry.rules.duty_when.as_ref().is_some_and(|when| when.holds(facts)) && fits_cpv(entry, facts)
}

/// Whether an entry fits the procurement at all.
pub fn fits(entry: &Entry, facts: &Facts) -> bool {
    entry.rules.when.as_ref().is_none_or(|when| when.holds(facts)) && fits_cpv(entry, facts)
}

fn fits_cpv(entry: &Entry, facts: &Facts) -> bool {
    let under =
        |prefixes: &Vec<String>| facts.cpv.iter().any(|code| prefixes.iter().any(|p| code.is_under(p)));
    entry.rules.cpv.as_ref().is_none_or(under)
        && entry.rules.cpv_list.is_none_or(|list| facts.lists.contains(&list))
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

/// Whether two entries cannot stand side by side: named as conflicts, or counted in two different ways.
pub fn exclude_each_other(a: &Entry, b: &Entry) -> bool {
    let named = a.rules.conflicts.contains(&b.id) || b.rules.conflicts.contains(&a.id);
    let both_count = a.rules.basis != QuantityBasis::None && b.rules.basis != QuantityBasis::None;
    a.id != b.id && (named || (both_count && a.rules.basis != b.rules.basis))
}

fn same_group(a: &Entry, b: &Entry) -> bool {
    a.rules.group.is_some() && a.rules.group == b.rules.group
}
