//! How much work a contract is: the room that every number has to fit in.
//!
//! Rules of thumb, own synthesis of published practice, never law; every figure is shown with where it comes from.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::share::Share;
use crate::catalogue::Catalogue;
use crate::needs::facts::Facts;
use crate::procurement::Procurement;

/// Hours a full-time person works in a year.
pub const HOURS_A_YEAR: f64 = 1700.0;
/// Hours a full-time person works in a month: 141.666…, never rounded.
pub const HOURS_A_MONTH: f64 = HOURS_A_YEAR / 12.0;
/// Hours a week of a full-time place.
pub const FULL_WEEK: f64 = 40.0;
/// Supervision takes this share of the hours that a person in a place attends. Own estimate.
pub const SUPERVISION: f64 = 0.15;
/// An answered headcount counts up to this many times the calculated one. Own judgement.
pub const HEADCOUNT_LIMIT: f64 = 1.5;

/// Where the labour share comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LabourShareSource {
    /// The CPV profile; nobody has answered.
    Profile,
    /// The CPV profile, which lies within the band that was answered.
    WithinAnswer,
    /// The middle of the band that was answered.
    AnsweredBand,
}

/// How many persons work in the contract at the same time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Headcount {
    /// Full-time posts, from value, labour share and time.
    pub full_time: f64,
    /// The part of full time that each works, as the officer answered; whole posts until then.
    pub part: Option<f64>,
    /// Persons: full-time posts by the part of full time that each works.
    pub calculated: f64,
    /// As the officer answered.
    pub answered: Option<f64>,
    /// What is used: the answer, at most one and a half times what was calculated.
    pub used: f64,
}

impl Headcount {
    fn of(full_time: f64, facts: &Facts) -> Self {
        let answered = facts.number("headcount_answer");
        let part =
            facts.number("part_of_full_time").map(|percent| percent / 100.0).filter(|part| *part > 0.0);
        let calculated = full_time / part.unwrap_or(1.0);
        let used = answered.map_or(calculated, |persons| persons.min(HEADCOUNT_LIMIT * calculated));
        Self { full_time, part, calculated, answered, used }
    }

    /// Whether more persons were answered than the value is full-time posts for, by so much that they may work part time.
    pub fn is_more_than_full_time(&self) -> bool {
        self.answered.is_some_and(|persons| persons > HEADCOUNT_LIMIT * self.full_time)
    }

    /// How many full-time posts the value has to be enough for, for so many persons to count.
    pub fn posts_for(&self, persons: f64) -> f64 {
        let counted = if self.answered.is_some() { HEADCOUNT_LIMIT } else { 1.0 };
        persons * self.part.unwrap_or(1.0) / counted
    }

    /// Whether the answer is so much larger than what was calculated that it is not used whole.
    pub fn deviates(&self) -> bool {
        self.answered.is_some_and(|persons| persons > self.used)
    }
}

/// How much work the firm period is for one supplier.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    /// V: the value of the firm period for one supplier, SEK without VAT.
    pub value_per_supplier: f64,
    /// T: the firm length in months.
    pub months: f64,
    /// λ: the share of the price that is work.
    pub labour_share: f64,
    /// Where λ comes from.
    pub labour_share_source: LabourShareSource,
    /// The CPV prefix of the profile.
    pub profile: String,
    /// h: the full cost of an hour's work, SEK.
    pub hourly_cost: f64,
    /// L = V·λ/h: hours of work.
    pub labour_hours: f64,
    /// F = L/141.67: full-time months.
    pub full_time_months: f64,
    /// The months in which work goes on: all, or the season of each year.
    pub months_at_work: f64,
    /// N: persons at work at the same time.
    pub headcount: Headcount,
}

impl Capacity {
    /// How many places there can be at the same time: one for every three persons at work.
    pub fn places_at_a_time(&self) -> f64 {
        (self.headcount.used / 3.0).floor()
    }

    /// The value for one supplier that would give room for one place: three persons at work.
    pub fn value_for_a_place(&self) -> f64 {
        3.0 * self.months * HOURS_A_MONTH * self.hourly_cost / self.labour_share
    }
}

/// Works out the capacity. `None` when only goods are bought, or when value, length or branch are not known.
pub fn capacity(procurement: &Procurement, facts: &Facts, catalogue: &Catalogue) -> Option<Capacity> {
    let profile = catalogue.profile(procurement.main_cpv()?).filter(|_| facts.is("work"))?;
    let months = procurement.months?.as_f64();
    let value_per_supplier = Share::firm(procurement)?.sek();
    let (labour_share, labour_share_source) = share_in(profile.labour_share, facts.code("labour_share_band"));
    let labour_hours = value_per_supplier * labour_share / profile.hourly_cost;
    let full_time_months = labour_hours / HOURS_A_MONTH;
    let months_at_work = months_at_work(months, facts);
    let full_time = full_time_months / months_at_work;
    Some(Capacity {
        value_per_supplier,
        months,
        labour_share,
        labour_share_source,
        profile: profile.cpv.clone(),
        hourly_cost: profile.hourly_cost,
        labour_hours,
        full_time_months,
        months_at_work,
        headcount: Headcount::of(full_time, facts),
    })
}

/// The profile's share when it lies in the answered band, else the band's middle.
pub(super) fn share_in(profile: f64, band: Option<&str>) -> (f64, LabourShareSource) {
    match band.and_then(shares) {
        Some(band) if !band.contains(&profile) => {
            (f64::midpoint(*band.start(), *band.end()), LabourShareSource::AnsweredBand)
        }
        Some(_) => (profile, LabourShareSource::WithinAnswer),
        None => (profile, LabourShareSource::Profile),
    }
}

/// How much of what the officer chooses freely may weigh together, by the value. Own judgement.
pub fn burden_limit(facts: &Facts) -> i32 {
    match facts.number("value").unwrap_or(0.0) {
        value if value < 2e6 => 4,
        value if value < 10e6 => 8,
        _ => 14,
    }
}

/// The shares that a band stands for: `20_40` is 0.2 to 0.4.
pub(crate) fn shares(band: &str) -> Option<RangeInclusive<f64>> {
    let share = |percent: &str| percent.parse::<f64>().ok().map(|percent| percent / 100.0);
    let (low, high) = band.split_once('_')?;
    Some(share(low)?..=share(high)?)
}

/// Months in which work goes on: only the season when the need is seasonal, also where it is called off.
fn months_at_work(months: f64, facts: &Facts) -> f64 {
    let season = facts.number("season_months").filter(|_| facts.code("need_pattern") != Some("even"));
    season.filter(|s| *s > 0.0).map_or(months, |season| months * season / 12.0)
}
