//! Quantities: how many places, which step, within the shared budget of weighted hours.
//!
//! Rules of thumb. A place is weighed by its form; all forms share one budget and are dealt to one at a time.

use std::collections::HashMap;

use super::proportionality::{Capacity, FULL_WEEK, HOURS_A_MONTH, SUPERVISION};
use super::table::Table;
use super::values::Context;
use crate::catalogue::condition::UNKNOWN;
use crate::catalogue::entry::{Entry, QuantityBasis};
use crate::catalogue::id::{EntryId, ParameterName};
use crate::catalogue::parameter::{Computed, Parameter, ParameterValue, Source};
use crate::catalogue::theme::{Level, PlaceForm};
use crate::procurement::amount::Months;

/// The share of the hours that places may ask for, also in steps and points. Own synthesis of eight countries' rules.
pub const ADVANCED_SHARE: f64 = 0.03;
/// The same for a number of places on the highest level.
pub const SPEARHEAD_SHARE: f64 = 0.06;
/// Months in a week.
const MONTHS_A_WEEK: f64 = 12.0 / 52.0;
/// So many persons at the same time can be looked after by one supervisor.
const PLACES_A_SUPERVISOR: f64 = 2.0;
/// Steps are rounded up to this, SEK.
pub(super) const STEP_ROUNDING: f64 = 500_000.0;
/// A step by value is raised until its places take at most this share of the hours.
const STEP_SHARE_LIMIT: f64 = 0.05;
/// Trafikverket's step for works and for services, SEK (Upphandlingsmyndigheten 2020-11-26, Inköpsrådet).
const WORKS_STEP: f64 = 50_000_000.0;
/// See [`WORKS_STEP`].
const SERVICES_STEP: f64 = 25_000_000.0;

/// What the calculator found for one entry.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quantity {
    /// Places, or person-months, in the firm period.
    pub places: f64,
    /// Weighted hours of one.
    pub unit_hours: f64,
    /// Hours that a person attends in one.
    pub attended_hours: f64,
    /// How long one place is.
    pub length: Length,
    /// What an hour attended in it weighs, by the form of place.
    pub weight: f64,
    /// The least number that makes any sense: one place, or the person-months that one employment takes.
    pub least: f64,
    /// The number of places is the officer's own.
    pub set: bool,
    /// Kronor that give one place, when places come by steps.
    pub step: Option<f64>,
    /// Where the step comes from.
    pub step_from: StepFrom,
    /// The last month in which a place may start, so that it is over before the contract is.
    pub start_latest: f64,
    /// Places at the same time that a dialogue may lead to.
    pub dialogue_places: f64,
    /// Share of the hours of work: weighted hours of all its places.
    pub share: f64,
    /// The share that all places together may take, of which it got its own.
    pub budget: f64,
    /// Persons a year that can be proposed, when that is answered and it needs any.
    pub candidates_a_year: Option<f64>,
    /// What supervision costs the supplier, SEK.
    pub supervision_cost: f64,
}

/// Where the kronor that give one place come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StepFrom {
    /// The officer's own.
    Officer,
    /// The step that keeps the share of the hours: nobody knows how much will be called off.
    Share,
    /// The step that others use.
    #[default]
    Practice,
}

/// How long a place is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// So many weeks, of so many hours.
    Weeks(f64, f64),
    /// So many months of full time.
    Months(f64),
}

impl Default for Length {
    fn default() -> Self {
        Self::Months(0.0)
    }
}

impl Length {
    /// The hours that a person attends.
    fn hours(self) -> f64 {
        match self {
            Self::Weeks(weeks, hours) => weeks * hours,
            Self::Months(months) => months * HOURS_A_MONTH,
        }
    }

    fn months(self) -> f64 {
        match self {
            Self::Weeks(weeks, _) => weeks * MONTHS_A_WEEK,
            Self::Months(months) => months,
        }
    }
}

impl Quantity {
    /// The number for a parameter, within its range; none when it comes to less than the parameter can take.
    pub fn of(&self, computed: Computed, parameter: &Parameter) -> Option<f64> {
        let number = match computed {
            Computed::Places | Computed::PersonMonths | Computed::StepMax => self.places,
            Computed::Step => self.step?,
            Computed::DialoguePlaces => self.dialogue_places,
            Computed::StartLatest => self.start_latest,
        };
        let [least, most] = parameter.range.unwrap_or([0.0, f64::INFINITY]);
        (number >= least).then(|| number.min(most))
    }
}

/// Quantities by entry.
pub type Quantities = HashMap<EntryId, Quantity>;

/// The places that each year of options adds, by entry.
pub type OptionYears = HashMap<EntryId, Vec<f64>>;

/// Whether the calculator gives an entry its number.
pub fn is_counted(entry: &Entry) -> bool {
    is_by_step(entry) || places_parameter(entry).is_some()
}

/// Whether an entry asks for a part of the hours, as a number or as a share.
pub fn takes_hours(entry: &Entry) -> bool {
    is_counted(entry) || entry.rules.basis == QuantityBasis::Share
}

/// The parameter that holds the number of places.
pub(crate) fn places_parameter(entry: &Entry) -> Option<(&ParameterName, &Parameter)> {
    let counts = |c: Computed| matches!(c, Computed::Places | Computed::PersonMonths | Computed::StepMax);
    entry.rules.parameters.iter().find(|(_, p)| matches!(p.source, Source::Computed(c) if counts(c)))
}

/// The places that entries give together. None when nobody gives any, or when one of them is counted in another way: in
/// hours, in points or in person-months.
pub fn places_together<'e>(entries: impl Iterator<Item = (&'e Entry, Option<f64>)>) -> Option<f64> {
    let mut sum = 0.0;
    for (entry, places) in entries.filter(|(entry, _)| entry.rules.basis != QuantityBasis::None) {
        sum += places.filter(|_| counts_places(entry))?;
    }
    (sum > 0.0).then_some(sum)
}

fn counts_places(entry: &Entry) -> bool {
    let counts = |c: Computed| matches!(c, Computed::Places | Computed::StepMax);
    entry.rules.parameters.values().any(|p| matches!(p.source, Source::Computed(c) if counts(c)))
}

/// The largest number that the parameter takes.
pub(super) fn most_places(entry: &Entry) -> f64 {
    let range = places_parameter(entry).and_then(|(_, parameter)| parameter.range);
    range.map_or(f64::INFINITY, |[_, most]| most)
}

/// Works out the quantities of entries that stand side by side, in the order given.
pub fn settle(entries: &[&Entry], capacity: Option<&Capacity>, context: &Context<'_>) -> Quantities {
    let Some(capacity) = capacity else { return Quantities::new() };
    let desk = Desk { capacity, context };
    let table = desk.deal(entries);
    entries.iter().map(|entry| (entry.id.clone(), desk.quantity(entry, &table))).collect()
}

/// The places that each year of options adds, when its option is used.
///
/// An option year brings its own hours and candidates; what was dealt before it stands. A number that the officer
/// has set is for the firm period, and grows with nothing.
pub fn option_years(entries: &[&Entry], capacity: Option<&Capacity>, context: &Context<'_>) -> OptionYears {
    let Some(capacity) = capacity else { return OptionYears::new() };
    let desk = Desk { capacity, context };
    let mut table = desk.deal(entries);
    let mut added = OptionYears::new();
    for year in desk.option_years() {
        let before: Vec<f64> = table.rows.iter().map(|row| row.places).collect();
        table.extend(year);
        for (row, before) in table.rows.iter().zip(before) {
            added.entry(row.entry.id.clone()).or_default().push(row.places - before);
        }
    }
    added
}

fn is_by_step(entry: &Entry) -> bool {
    entry.rules.basis == QuantityBasis::Step
}

/// One place.
#[derive(Clone, Copy)]
pub(super) struct Unit {
    /// Hours that the person attends.
    pub(super) attended: f64,
    /// The same, weighed by form.
    pub(super) weighted: f64,
    /// How long it takes.
    pub(super) months: f64,
    /// The same, as it is set.
    length: Length,
    /// What an hour attended weighs.
    weight: f64,
}

/// A year, or the last part of one, that an option adds.
#[derive(Clone, Copy)]
pub(super) struct OptionYear {
    pub(super) months: f64,
    pub(super) hours: f64,
}

pub(super) struct Desk<'a> {
    pub(super) capacity: &'a Capacity,
    context: &'a Context<'a>,
}

impl Desk<'_> {
    fn quantity(&self, entry: &Entry, table: &Table<'_>) -> Quantity {
        let unit = self.unit(entry);
        let step = is_by_step(entry).then(|| self.step(entry, unit));
        let at_most = || self.set_places(entry).unwrap_or(f64::INFINITY).min(most_places(entry));
        let places = step.map_or(table.places(entry), |step| self.places_by_step(step).min(at_most()));
        Quantity {
            places,
            unit_hours: unit.weighted,
            attended_hours: unit.attended,
            length: unit.length,
            weight: unit.weight,
            least: self.least(entry),
            set: self.set_places(entry).is_some(),
            step,
            step_from: self.step_from(entry),
            start_latest: self.start_latest(unit),
            dialogue_places: self.dialogue_places(),
            share: self.share(entry, places * unit.weighted),
            budget: table.share,
            candidates_a_year: self
                .context
                .facts
                .number("candidates_per_year")
                .filter(|_| entry.rules.needs_matching_lead),
            supervision_cost: SUPERVISION * places * unit.attended * self.capacity.hourly_cost,
        }
    }

    /// The part of the hours that an entry asks for: by its places, or as it says.
    fn share(&self, entry: &Entry, hours: f64) -> f64 {
        if entry.rules.basis == QuantityBasis::Share {
            return self.context.plain_number(entry, "share").unwrap_or(0.0) / 100.0;
        }
        if hours > 0.0 { hours / self.capacity.labour_hours } else { 0.0 }
    }

    /// How many places there can be at the same time: by the persons at work, and by those who supervise.
    pub(super) fn places_at_a_time(&self) -> f64 {
        let supervisors = self.context.facts.number("supervisors");
        let supervised = supervisors.map_or(f64::INFINITY, |count| count * PLACES_A_SUPERVISOR);
        self.capacity.places_at_a_time().min(supervised)
    }

    /// At most two; none when there are fewer than three persons, or no task for a beginner.
    fn dialogue_places(&self) -> f64 {
        let room = self.capacity.headcount.used >= 3.0 && self.context.facts.is("tasks");
        if room { self.places_at_a_time().clamp(1.0, 2.0) } else { 0.0 }
    }

    /// In the first half of the contract, and so that the place is over before the contract is.
    pub(super) fn start_latest(&self, unit: Unit) -> f64 {
        let months = self.capacity.months;
        (months / 2.0).min(months - unit.months).floor().max(0.0)
    }

    /// One place: `weeks` × `hours_week` (else a full week), or `months` of full time, by the weight of the form. A
    /// place that is counted in person-months is one month.
    pub(super) fn unit(&self, entry: &Entry) -> Unit {
        let number = |name| self.context.plain_number(entry, name);
        let length = match number("weeks") {
            Some(weeks) => Length::Weeks(weeks, number("hours_week").unwrap_or(FULL_WEEK)),
            None => Length::Months(number("months").or_else(|| number("job_months")).unwrap_or(1.0)),
        };
        let (attended, weight) = (length.hours(), self.weight(entry));
        Unit { attended, weighted: attended * weight, months: length.months(), length, weight }
    }

    /// What is counted in person-months comes to at least one employment, as long as it has to be.
    pub(super) fn least(&self, entry: &Entry) -> f64 {
        self.context.plain_number(entry, "min_spell").unwrap_or(1.0).max(1.0)
    }

    fn weight(&self, entry: &Entry) -> f64 {
        let chosen = self.context.plain_code(entry, "form").and_then(|code| PlaceForm::read(&code));
        let form = entry.rules.form.or(chosen);
        form.and_then(|form| self.context.catalogue.place_weights.get(&form)).copied().unwrap_or(1.0)
    }

    /// The share of the hours that these entries may ask for together. Points are given by the lower share.
    pub(super) fn budget_share(entries: &[&Entry]) -> f64 {
        let numbers = entries.iter().filter(|entry| entry.rules.basis != QuantityBasis::Points);
        match numbers.map(|entry| entry.rules.level).max() {
            Some(Level::Base) => 0.0,
            Some(Level::Spearhead) => SPEARHEAD_SHARE,
            Some(Level::Advanced) | None => ADVANCED_SHARE,
        }
    }

    /// What the officer has set as the number of places.
    pub(super) fn set_places(&self, entry: &Entry) -> Option<f64> {
        self.context.set_by_officer(entry, places_parameter(entry)?.0.as_str())?.as_number()
    }

    /// Deals places one at a time, round and round, until none fits or every cap is met. What the officer has set
    /// is taken from the budget first.
    fn deal<'e>(&'e self, entries: &[&'e Entry]) -> Table<'e> {
        let dealt: Vec<&Entry> =
            entries.iter().copied().filter(|entry| is_counted(entry) && !is_by_step(entry)).collect();
        let mut table = Table::new(self, &dealt);
        table.deal();
        table
    }

    fn step(&self, entry: &Entry, unit: Unit) -> f64 {
        self.set_step(entry).unwrap_or_else(|| self.computed_step(unit))
    }

    fn set_step(&self, entry: &Entry) -> Option<f64> {
        let set = self.context.set_by_officer(entry, "step").and_then(ParameterValue::as_number);
        set.filter(|step| *step > 0.0)
    }

    fn step_from(&self, entry: &Entry) -> StepFrom {
        match self.set_step(entry) {
            Some(_) => StepFrom::Officer,
            None if self.is_uncertain() => StepFrom::Share,
            None => StepFrom::Practice,
        }
    }

    fn is_uncertain(&self) -> bool {
        self.context.facts.code("volume") == Some("uncertain")
    }

    /// With uncertain volume the step that keeps the share; otherwise the known step by value, raised when needed.
    fn computed_step(&self, unit: Unit) -> f64 {
        let Capacity { labour_share, hourly_cost, labour_hours, .. } = *self.capacity;
        if self.is_uncertain() {
            return up_to_rounding(unit.weighted * hourly_cost / (labour_share * ADVANCED_SHARE));
        }
        let works = self.context.facts.code("nature") == Some("works");
        let mut step = if works { WORKS_STEP } else { SERVICES_STEP };
        while self.places_by_step(step) * unit.weighted > STEP_SHARE_LIMIT * labour_hours {
            step += STEP_ROUNDING;
        }
        step
    }

    fn places_by_step(&self, step: f64) -> f64 {
        (self.capacity.value_per_supplier / step).floor()
    }

    /// So many persons can be proposed in a time, by an answer a year: none when nobody knows, and no limit while
    /// nobody has been asked.
    pub(super) fn cap(&self, fact: &str, months: f64) -> f64 {
        match self.context.facts.number(fact) {
            Some(a_year) => (a_year * months / 12.0).floor(),
            None if self.context.facts.code(fact) == Some(UNKNOWN) => 0.0,
            None => f64::INFINITY,
        }
    }

    /// The options, year by year, with their part of the hours.
    fn option_years(&self) -> Vec<OptionYear> {
        let procurement = &self.context.project.procurement;
        let months = procurement.option_months.map_or(0.0, Months::as_f64);
        let value = procurement.option_value().unwrap_or(0.0) / f64::from(procurement.suppliers());
        let hours = value * self.capacity.labour_share / self.capacity.hourly_cost;
        let mut left = months;
        std::iter::from_fn(|| {
            let year = left.min(12.0);
            left -= year;
            (year > 0.0).then(|| OptionYear { months: year, hours: hours * year / months })
        })
        .collect()
    }
}

/// Up to the next half million; a hair above one, from the arithmetic, does not count as above.
fn up_to_rounding(kronor: f64) -> f64 {
    (kronor / STEP_ROUNDING - 1e-9).ceil() * STEP_ROUNDING
}
