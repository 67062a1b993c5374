//! Quantities: how many places, which step, within the shared budget of weighted hours.
//!
//! Rules of thumb. A place is weighed by its form; all forms share one budget and are dealt to one at a time.

use std::collections::HashMap;

use super::proportionality::{Capacity, FULL_WEEK, HOURS_A_MONTH, SUPERVISION};
use super::values::Context;
use crate::catalogue::entry::{Entry, QuantityBasis};
use crate::catalogue::id::EntryId;
use crate::catalogue::parameter::{Computed, Parameter, Source};
use crate::catalogue::theme::{Level, PlaceForm};

/// The share of the hours that a level may ask for. Own synthesis of eight countries' rules.
const ADVANCED_SHARE: f64 = 0.03;
/// The same for the highest level.
const SPEARHEAD_SHARE: f64 = 0.06;
/// Steps are rounded up to this, SEK.
const STEP_ROUNDING: f64 = 500_000.0;
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
    /// Kronor that give one place, when places come by steps.
    pub step: Option<f64>,
    /// The last month in which a place may start.
    pub start_latest: f64,
    /// Places at the same time that a dialogue may lead to.
    pub dialogue_places: f64,
    /// Share of the hours of work: weighted hours of all its places.
    pub share: f64,
    /// What supervision costs the supplier, SEK.
    pub supervision_cost: f64,
}

impl Quantity {
    /// The number for a parameter, within the range of the parameter.
    pub fn of(&self, computed: Computed, parameter: &Parameter) -> Option<f64> {
        let number = match computed {
            Computed::Places | Computed::PersonMonths | Computed::StepMax => self.places,
            Computed::Step => self.step?,
            Computed::DialoguePlaces => self.dialogue_places,
            Computed::StartLatest => self.start_latest,
        };
        let most = parameter
            .range
            .filter(|_| computed == Computed::StartLatest)
            .map_or(f64::INFINITY, |[_, most]| most);
        Some(number.min(most))
    }
}

/// Quantities by entry.
pub type Quantities = HashMap<EntryId, Quantity>;

/// Whether the calculator gives an entry its number.
pub fn is_counted(entry: &Entry) -> bool {
    let counts = |c: Computed| matches!(c, Computed::Places | Computed::PersonMonths | Computed::Step);
    entry.rules.parameters.values().any(|p| matches!(p.source, Source::Computed(c) if counts(c)))
}

/// Works out the quantities of entries that stand side by side, in the order given.
pub fn settle(entries: &[&Entry], capacity: Option<&Capacity>, context: &Context<'_>) -> Quantities {
    let Some(capacity) = capacity else { return Quantities::new() };
    let desk = Desk { capacity, context };
    let fixed: Vec<&Entry> = entries.iter().copied().filter(|e| is_counted(e) && !is_by_step(e)).collect();
    let mut dealt = desk.deal(&fixed);
    let quantity = |entry: &&Entry| {
        let unit = desk.unit(entry);
        let (places, step) = if is_by_step(entry) {
            let step = desk.step(entry, unit);
            (desk.places_by_step(step), Some(step))
        } else {
            (dealt.remove(&entry.id).unwrap_or(0.0), None)
        };
        (entry.id.clone(), desk.quantity(places, unit, step))
    };
    entries.iter().map(quantity).collect()
}

fn is_by_step(entry: &Entry) -> bool {
    entry.rules.basis == QuantityBasis::Step
}

/// Hours of one place.
#[derive(Clone, Copy)]
struct Unit {
    attended: f64,
    weighted: f64,
}

struct Desk<'a> {
    capacity: &'a Capacity,
    context: &'a Context<'a>,
}

impl Desk<'_> {
    fn quantity(&self, places: f64, unit: Unit, step: Option<f64>) -> Quantity {
        let Capacity { labour_hours, hourly_cost, .. } = *self.capacity;
        Quantity {
            places,
            unit_hours: unit.weighted,
            attended_hours: unit.attended,
            step,
            start_latest: (self.capacity.months / 2.0).floor(),
            dialogue_places: self.dialogue_places(),
            share: places * unit.weighted / labour_hours,
            supervision_cost: SUPERVISION * places * unit.attended * hourly_cost,
        }
    }

    /// At most two; none when there are fewer than three persons, or no task for a beginner.
    fn dialogue_places(&self) -> f64 {
        let room = self.capacity.headcount.used >= 3.0 && self.context.facts.is("tasks");
        if room { self.capacity.places_at_a_time().clamp(1.0, 2.0) } else { 0.0 }
    }

    /// The hours of one place: `weeks` × `hours_week` (else a full week), or `months` of full time, by the weight of
    /// the form. A place that is counted in person-months is one month.
    fn unit(&self, entry: &Entry) -> Unit {
        let number = |name| self.context.plain_number(entry, name);
        let attended = match (number("weeks"), number("months")) {
            (Some(weeks), _) => weeks * number("hours_week").unwrap_or(FULL_WEEK),
            (None, Some(months)) => months * HOURS_A_MONTH,
            (None, None) => number("job_months").unwrap_or(1.0) * HOURS_A_MONTH,
        };
        Unit { attended, weighted: attended * self.weight(entry) }
    }

    fn weight(&self, entry: &Entry) -> f64 {
        let chosen = self.context.plain_code(entry, "form").and_then(|code| place_form(&code));
        let form = entry.rules.form.or(chosen);
        form.and_then(|form| self.context.catalogue.place_weights.get(&form)).copied().unwrap_or(1.0)
    }

    fn budget(&self, level: Level) -> f64 {
        let share = match level {
            Level::Base => 0.0,
            Level::Advanced => ADVANCED_SHARE,
            Level::Spearhead => SPEARHEAD_SHARE,
        };
        share * self.capacity.labour_hours
    }

    /// Deals places one at a time, round and round, until none fits or every cap is met. What the officer has set
    /// is taken from the budget first.
    fn deal(&self, entries: &[&Entry]) -> HashMap<EntryId, f64> {
        let level = entries.iter().map(|entry| entry.rules.level).max().unwrap_or(Level::Base);
        let mut table = Table::new(self, entries, self.budget(level));
        while table.round(entries) > 0 {}
        table.places
    }

    fn step(&self, entry: &Entry, unit: Unit) -> f64 {
        let set = self
            .context
            .set_by_officer(entry, "step")
            .and_then(super::super::catalogue::parameter::ParameterValue::as_number);
        set.filter(|step| *step > 0.0).unwrap_or_else(|| self.computed_step(unit))
    }

    /// With uncertain volume the step that keeps the share; otherwise the known step by value, raised when needed.
    fn computed_step(&self, unit: Unit) -> f64 {
        let Capacity { labour_share, hourly_cost, labour_hours, .. } = *self.capacity;
        if self.context.facts.code("volume") == Some("uncertain") {
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

    /// So many persons can be proposed in the firm period, by an answer a year.
    fn yearly_cap(&self, fact: &str) -> f64 {
        let a_year = self.context.facts.number(fact);
        a_year.map_or(f64::INFINITY, |count| (count * self.capacity.months / 12.0).floor())
    }
}

/// Up to the next half million; a hair above one, from the arithmetic, does not count as above.
fn up_to_rounding(kronor: f64) -> f64 {
    (kronor / STEP_ROUNDING - 1e-9).ceil() * STEP_ROUNDING
}

fn place_form(code: &str) -> Option<PlaceForm> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}

/// What is left on the table while places are dealt.
struct Table<'a> {
    desk: &'a Desk<'a>,
    budget: f64,
    candidates: f64,
    apl: f64,
    places: HashMap<EntryId, f64>,
    set: HashMap<EntryId, f64>,
}

impl<'a> Table<'a> {
    fn new(desk: &'a Desk<'a>, entries: &[&Entry], budget: f64) -> Self {
        let set: HashMap<EntryId, f64> =
            entries.iter().filter_map(|e| Some((e.id.clone(), set_places(desk, e)?))).collect();
        let mut table = Self {
            desk,
            budget,
            candidates: desk.yearly_cap("candidates_per_year"),
            apl: desk.yearly_cap("apl_places"),
            places: set.clone(),
            set,
        };
        for entry in entries {
            let count = table.set.get(&entry.id).copied().unwrap_or(0.0);
            table.take(entry, count);
        }
        table
    }

    /// One round of the table; says how many places were given.
    fn round(&mut self, entries: &[&Entry]) -> usize {
        entries.iter().filter(|entry| self.give(entry)).count()
    }

    /// Gives one more place when it fits; says whether it did.
    fn give(&mut self, entry: &Entry) -> bool {
        if self.set.contains_key(&entry.id) || !self.fits(entry) {
            return false;
        }
        self.take(entry, 1.0);
        *self.places.entry(entry.id.clone()).or_default() += 1.0;
        true
    }

    fn fits(&self, entry: &Entry) -> bool {
        let rules = &entry.rules;
        let room_for_one = self.desk.capacity.places_at_a_time() >= 1.0;
        let supervised = self.desk.context.facts.number("supervisors").is_none_or(|count| count >= 1.0);
        let candidate = !rules.needs_matching_lead || self.candidates >= 1.0;
        let school = !rules.uses_apl_places || self.apl >= 1.0;
        let hours = self.desk.unit(entry).weighted;
        // The tolerance is for the arithmetic only: a thousandth of an hour.
        room_for_one && supervised && candidate && school && hours <= self.budget + 1e-3 && hours > 0.0
    }

    fn take(&mut self, entry: &Entry, count: f64) {
        self.budget -= count * self.desk.unit(entry).weighted;
        if entry.rules.needs_matching_lead {
            self.candidates -= count;
        }
        if entry.rules.uses_apl_places {
            self.apl -= count;
        }
    }
}

fn set_places(desk: &Desk<'_>, entry: &Entry) -> Option<f64> {
    let counted = entry
        .rules
        .parameters
        .iter()
        .find(|(_, p)| matches!(p.source, Source::Computed(Computed::Places | Computed::PersonMonths)));
    desk.context.set_by_officer(entry, counted?.0.as_str())?.as_number()
}
