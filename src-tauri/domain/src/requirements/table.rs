//! Dealing places: one at a time, round and round, until none fits or every cap is met.

use super::quantity::{Desk, OptionYear, Unit, most_places};
use crate::catalogue::entry::Entry;

/// An entry at the table.
pub(super) struct Row<'e> {
    pub(super) entry: &'e Entry,
    unit: Unit,
    start_latest: f64,
    /// So many come at once before there is any: one place, or the person-months that one employment takes.
    least: f64,
    most: f64,
    pub(super) places: f64,
    set_by_officer: bool,
}

/// What is left on the table while places are dealt.
pub(super) struct Table<'e> {
    desk: &'e Desk<'e>,
    pub(super) rows: Vec<Row<'e>>,
    months: f64,
    pub(super) share: f64,
    budget: f64,
    /// Months that the places given take, one after the other.
    occupied: f64,
    /// Places given that need a candidate.
    candidates: f64,
    /// Places given to pupils.
    apl: f64,
}

impl<'e> Table<'e> {
    pub(super) fn new(desk: &'e Desk<'e>, entries: &[&'e Entry]) -> Self {
        let share = Desk::budget_share(entries);
        let mut table = Self {
            desk,
            rows: Vec::new(),
            months: desk.capacity.months,
            share,
            budget: share * desk.capacity.labour_hours,
            occupied: 0.0,
            candidates: 0.0,
            apl: 0.0,
        };
        for (i, entry) in entries.iter().enumerate() {
            let set = desk.set_places(entry);
            table.rows.push(Row::of(entry, desk, set.is_some()));
            table.take(i, set.unwrap_or(0.0));
        }
        table
    }

    pub(super) fn places(&self, entry: &Entry) -> f64 {
        self.rows.iter().find(|row| row.entry.id == entry.id).map_or(0.0, |row| row.places)
    }

    pub(super) fn deal(&mut self) {
        while (0..self.rows.len()).filter(|i| self.give(*i)).count() > 0 {}
    }

    /// An option makes the contract longer: more hours, more candidates, more time.
    pub(super) fn extend(&mut self, year: OptionYear) {
        self.months += year.months;
        self.budget += self.share * year.hours;
        for row in &mut self.rows {
            row.start_latest += year.months;
        }
        self.deal();
    }

    /// Gives one more place when it fits; says whether it did.
    fn give(&mut self, i: usize) -> bool {
        let row = &self.rows[i];
        let count = if row.places > 0.0 { 1.0 } else { row.least };
        let fits = self.fits(row, count);
        if fits {
            self.take(i, count);
        }
        fits
    }

    fn fits(&self, row: &Row<'_>, count: f64) -> bool {
        let rules = &row.entry.rules;
        let hours = count * row.unit.weighted;
        let candidate =
            !rules.needs_matching_lead || self.candidates < self.desk.cap("candidates_per_year", self.months);
        let pupil = !rules.uses_apl_places || self.apl < self.desk.cap("apl_places", self.months);
        // The tolerance is for the arithmetic only: a thousandth of an hour.
        let affordable = hours > 0.0 && hours <= self.budget + 1e-3;
        !row.set_by_officer
            && row.places + count <= row.most
            && candidate
            && pupil
            && affordable
            && self.can_begin(row)
    }

    /// Places follow each other, so many at a time; the next one has to begin before it is too late.
    fn can_begin(&self, row: &Row<'_>) -> bool {
        let at_a_time = self.desk.places_at_a_time();
        row.start_latest >= 1.0 && at_a_time >= 1.0 && self.occupied / at_a_time <= row.start_latest
    }

    fn take(&mut self, i: usize, count: f64) {
        let row = &mut self.rows[i];
        row.places += count;
        self.budget -= count * row.unit.weighted;
        self.occupied += count * row.unit.months;
        if row.entry.rules.needs_matching_lead {
            self.candidates += count / row.least;
        }
        if row.entry.rules.uses_apl_places {
            self.apl += count;
        }
    }
}

impl<'e> Row<'e> {
    fn of(entry: &'e Entry, desk: &Desk<'_>, set_by_officer: bool) -> Self {
        let unit = desk.unit(entry);
        let start_latest = desk.start_latest(unit);
        let (least, most) = (desk.least(entry), most_places(entry));
        Self { entry, unit, start_latest, least, most, places: 0.0, set_by_officer }
    }
}
