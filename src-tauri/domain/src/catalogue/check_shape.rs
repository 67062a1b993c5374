//! Checks on the shape of a catalogue: names, figures within reason, rings, what is withdrawn, and periods.

use std::collections::HashSet;

use indexmap::IndexMap;
use jiff::civil::Date;

use super::Catalogue;
use super::condition::Condition;
use super::date;
use super::entry::{Entry, FollowUp};
use super::id::EntryId;
use super::load::Fault;
use super::parameter::{Parameter, ParameterKind};
use crate::day;
use crate::needs::facts::serde_name;
use crate::procurement::threshold::Thresholds;
use crate::requirements::custom::PREFIX;

/// The longest name of an entry.
const LONGEST_ID: usize = 64;
/// Days before or after the start of a contract: a hundred years.
const MOST_DAYS: i32 = 36_600;
/// Days before the start of a contract that something of it can be checked. Own judgement.
const MOST_DAYS_BEFORE: i32 = 366;
/// The most that one entry requires by itself.
const MOST_REQUIRED: usize = 20;

/// Whether a name is one that an entry may have: small letters, digits and hyphens between them.
pub(crate) fn is_name(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let parted = id.split('-').all(|part| !part.is_empty());
    parted && id.len() <= LONGEST_ID && id.chars().all(plain)
}

/// What is odd about an entry by itself.
pub(super) fn entry_faults(entry: &Entry, catalogue: &Catalogue) -> Vec<String> {
    let name = (!is_name(entry.id.as_str())).then(|| {
        format!(
            "namnet ska ha små bokstäver a–z, siffror och bindestreck mellan dem, högst {LONGEST_ID} tecken"
        )
    });
    let own = (entry.id.as_str().starts_with(PREFIX) || entry.is_custom())
        .then(|| format!("{PREFIX} och class custom är kvar åt det som skrivs i ett projekt"));
    let rest = own.into_iter().chain(odd_figures(entry)).chain(lost_conditions(entry, catalogue));
    let rest =
        rest.chain(unlikely_figures(entry)).chain(lost_values(entry)).chain(lost_company(entry, catalogue));
    name.into_iter().chain(rest).chain(withdrawal_faults(entry, catalogue)).collect()
}

/// Figures that no requirement has: what is below nought, more than all there is, long before the contract, or in
/// a year that is a slip of the hand. An entry in a
/// project file that was made before is opened all the same.
fn unlikely_figures(entry: &Entry) -> impl Iterator<Item = String> {
    let rules = &entry.rules;
    let allowed = |parameter: &Parameter| {
        parameter.range.into_iter().flatten().all(|bound| parameter.kind.allows(bound))
    };
    let unlikely = rules.parameters.iter().filter(move |(_, parameter)| !allowed(parameter));
    let ranges = unlikely.map(|(name, _)| {
        format!(
            "{name}: range ska gå från lägst 0 till högst 100 procent, 100 år eller 10 000 timmar, i hela tal där slaget är helt"
        )
    });
    let long_before = rules.follow_up.is_some_and(|check| check.first_after_days < -MOST_DAYS_BEFORE);
    let follow_up = long_before.then(|| "follow_up: ska börja högst ett år före avtalsstart".to_owned());
    let checked_on = (!day::is_likely(rules.checked_on)).then(|| date::UNLIKELY_CHECK.to_owned());
    ranges.chain(follow_up).chain(checked_on)
}

/// Values that are to decide when it is checked, and that it does not have or that say something else.
fn lost_values(entry: &Entry) -> impl Iterator<Item = String> {
    let by = &entry.rules.follow_up_values;
    let days = [ParameterKind::Days].as_slice();
    let times = [ParameterKind::Days, ParameterKind::Weeks, ParameterKind::Months].as_slice();
    let named = [
        ("first_after_days", &by.first_after_days, days),
        ("times_a_year", &by.times_a_year, [ParameterKind::Count].as_slice()),
        ("later_by_days", &by.later_by_days, days),
        ("due", &by.due, times),
    ];
    named.into_iter().filter_map(|(field, name, kinds)| {
        let known = entry.rules.parameters.get(name.as_ref()?);
        let fits = known.is_some_and(|p| kinds.contains(&p.kind)) && entry.rules.follow_up.is_some();
        let kinds = kinds.iter().map(serde_name).collect::<Vec<_>>().join(" eller ");
        (!fits).then(|| {
            format!("follow_up_values.{field}: ska nämna ett värde av slaget {kinds}, bredvid follow_up")
        })
    })
}

/// What it is to be checked together with.
fn lost_company(entry: &Entry, catalogue: &Catalogue) -> Option<String> {
    let with = entry.rules.follow_up_values.with.as_ref()?;
    let known = catalogue.entry(with).is_some_and(|other| other.rules.follow_up.is_some());
    (!known).then(|| format!("follow_up_values.with: {with} finns inte, eller kontrolleras inte"))
}

/// Figures that nothing can be worked out from. An entry in a project file has not been through the other checks.
pub(crate) fn odd_figures(entry: &Entry) -> impl Iterator<Item = String> {
    let rules = &entry.rules;
    let odd = |field: &str, reasonable: bool, should: &str| {
        (!reasonable).then(|| format!("{field}: ska vara {should}"))
    };
    let points = rules.need.iter().all(|need| (0..=10).contains(&need.points));
    let ranges = rules.parameters.values().filter_map(|parameter| parameter.range).flatten();
    let every = |every: u32| (1..=1200).contains(&every);
    let checked = |check: FollowUp| {
        (-MOST_DAYS..=MOST_DAYS).contains(&check.first_after_days) && check.every_months.is_none_or(every)
    };
    [
        odd("version", rules.version > 0, "minst 1"),
        odd("burden", (0..=3).contains(&rules.burden), "0 till 3"),
        odd("follow_up_hours", (0.0..=10_000.0).contains(&rules.follow_up_hours), "0 till 10 000"),
        odd("need", points, "0 till 10 poäng"),
        odd("parameters", ranges.into_iter().all(f64::is_finite), "ett tal i range"),
        odd("requires", rules.requires.len() <= MOST_REQUIRED, "högst 20 krav"),
        odd(
            "follow_up",
            rules.follow_up.is_none_or(checked),
            "högst 100 år, med minst en månad mellan gångerna",
        ),
    ]
    .into_iter()
    .flatten()
}

/// Conditions on what is not there: an entry, or a value.
fn lost_conditions<'c>(entry: &'c Entry, catalogue: &'c Catalogue) -> impl Iterator<Item = String> + 'c {
    entry.rules.conditions().flat_map(Condition::leaves).flat_map(|leaf| match leaf {
        Condition::Chosen(ids) => {
            let lost = ids.iter().filter(|id| catalogue.entry(id).is_none());
            lost.map(|id| format!("villkoret nämner {id}, som inte finns")).collect()
        }
        Condition::Parameter(name, _) => {
            vec![format!("villkoret om värdet {name} kan bara stå vid en skyldighet")]
        }
        _ => Vec::new(),
    })
}

/// What is withdrawn says why, and leads to something that holds.
fn withdrawal_faults(entry: &Entry, catalogue: &Catalogue) -> Vec<String> {
    let rules = &entry.rules;
    let words = [("sv", &entry.text.sv), ("en", &entry.text.en)];
    let untold =
        words.into_iter().filter(|(_, text)| text.withdrawn.trim().is_empty() == entry.is_withdrawn());
    let untold = untold.map(|(language, _)| {
        format!("withdrawn ({language}): skälet och withdrawn_on hör ihop, och bara det ena finns")
    });
    let lost = rules.replaced_by.iter().filter_map(|id| match catalogue.entry(id) {
        None => Some(format!("replaced_by: {id} finns inte")),
        Some(other) if other.is_withdrawn() => Some(format!("replaced_by: {id} är självt återkallat")),
        Some(_) => None,
    });
    let early = (!entry.is_withdrawn() && !rules.replaced_by.is_empty())
        .then(|| "replaced_by: kravet är inte återkallat, withdrawn_on saknas".to_owned());
    let leaned_on = rules
        .requires
        .iter()
        .filter(|id| !entry.is_withdrawn() && catalogue.entry(id).is_some_and(Entry::is_withdrawn));
    let leaned_on = leaned_on.map(|id| format!("requires: {id} är återkallat"));
    untold.chain(lost).chain(early).chain(leaned_on).collect()
}

/// Entries that require each other in a ring, each ring said once, where it was entered.
pub(super) fn rings(catalogue: &Catalogue) -> Vec<(&EntryId, String)> {
    let mut found = Vec::new();
    let mut done: HashSet<&EntryId> = HashSet::new();
    for entry in catalogue.entries.values() {
        // The entries on the way here, each with what is left to follow from it.
        let mut way: IndexMap<&EntryId, std::slice::Iter<'_, EntryId>> = IndexMap::new();
        if !done.contains(&entry.id) {
            way.insert(&entry.id, entry.rules.requires.iter());
        }
        while let Some((here, left)) = way.last_mut() {
            let here = *here;
            let Some(next) = left.next() else {
                way.pop();
                done.insert(here);
                continue;
            };
            if let Some(start) = way.get_index_of(next) {
                let ring = way.keys().skip(start).chain([&next]).map(|id| id.as_str());
                found.push((*way.keys().nth(start).unwrap_or(&here), ring.collect::<Vec<_>>().join(" → ")));
            } else if let Some(other) = catalogue.entry(next).filter(|other| !done.contains(&other.id)) {
                way.insert(&other.id, other.rules.requires.iter());
            }
        }
    }
    found
}

/// Periods that end before they begin, lie over each other, or come from nowhere.
pub(super) fn period_faults(periods: &[Thresholds], file: &str) -> Vec<Fault> {
    let mut sorted: Vec<&Thresholds> = periods.iter().collect();
    sorted.sort_by_key(|period| period.valid_from);
    let over = sorted.windows(2).filter(|pair| pair[1].valid_from <= pair[0].valid_to);
    let over = over
        .map(|pair| (pair[1].valid_from, format!("perioden börjar före {} har slutat", pair[0].valid_to)));
    let alone = periods.iter().flat_map(|period| {
        let faults = period_fault(period);
        faults.into_iter().map(|message| (period.valid_from, message))
    });
    let fault = |(from, message): (Date, String)| Fault::new(file, from.to_string(), message);
    alone.chain(over).map(fault).collect()
}

fn period_fault(period: &Thresholds) -> Vec<String> {
    let Thresholds { lou, luf, luk, source, .. } = period;
    let odd = |fault: bool, message: &str| fault.then(|| message.to_owned());
    let limits = [
        (lou.direct, lou.sub_central),
        (lou.direct, lou.central),
        (lou.direct, lou.works),
        (luf.direct, luf.goods_services),
        (luf.direct, luf.works),
        (luk.direct, luk.all),
    ];
    let rate = period.rate_sek_per_eur;
    [
        odd(period.valid_from > period.valid_to, "valid_to: perioden slutar innan den börjar"),
        odd([&source.sv, &source.en].iter().any(|source| source.trim().is_empty()), "source: källan saknas"),
        odd(!(rate.is_finite() && rate > 0.0), "rate_sek_per_eur: ska vara över noll"),
        odd(
            limits.iter().any(|(direct, directive)| direct > directive),
            "direct: ska vara högst tröskelvärdet",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
