//! Every check of the firm period, and every report, day by day.

use std::collections::BTreeMap;

use domain::assess::Active;
use domain::follow_up::schedule::{Checks, Event};
use domain::format;
use jiff::civil::Date;

use super::Builder;
use crate::front::name;
use crate::model::{Column, Section, Table};

impl Builder<'_> {
    /// Nothing while no day is known.
    pub(super) fn calendar(&self) -> Option<Section> {
        let days = self.days();
        if days.is_empty() {
            return None;
        }
        let heads = [("date", 1.5), ("what", 8.5)];
        let columns = heads.map(|(key, share)| Column::text(&self.say(&format!("calendar.{key}")), share));
        let table = Table::new(columns.into()).caption(&self.say("calendar.caption"));
        let table = days.into_iter().fold(table, |table, (day, what)| {
            let what: Vec<String> = what.into_values().collect();
            table.row([format::date(day), what.join(" ")])
        });
        Some(self.headed("calendar.title").wide_table(table))
    }

    /// What there is to do each day, in words, in the order in which it is told. The start of the contract, with what is due
    /// by then, is told first; the last day for a place to begin and the end of the contract last.
    fn days(&self) -> BTreeMap<Date, BTreeMap<usize, String>> {
        let mut days: BTreeMap<Date, BTreeMap<usize, String>> = BTreeMap::new();
        let mut tell = |day: Date, rank: usize, key: &str, numbers: String| {
            let text = self.fill(&format!("calendar.{key}"), &[("numbers", numbers)]);
            days.entry(day).or_default().insert(rank, text);
        };
        let checked = self.checks();
        if checked.is_empty() {
            return days;
        }
        if let Some(schedule) = &self.schedule {
            let due = self.due_by_start();
            let start = if due.is_none() { "start" } else { "by_start" };
            tell(schedule.start.day, 0, start, due.unwrap_or_default());
            let end = if self.is_extended() { "end_extended" } else { "end" };
            tell(schedule.end, usize::MAX, end, String::new());
        }
        for (day, events) in checked {
            for (rank, (event, active)) in events.into_iter().enumerate() {
                tell(day, rank + 1, &name(&event), self.numbers(active));
            }
        }
        for (day, active) in self.forms() {
            tell(day, usize::MAX - 2, "form", self.numbers(active));
        }
        for (day, active) in self.last_starts() {
            tell(day, usize::MAX - 1, "last_start", self.numbers(active));
        }
        days
    }

    /// The last day for the buyer to send each form that is answered to a check, with the requirements that it is about.
    pub(super) fn forms(&self) -> BTreeMap<Date, Vec<&Active>> {
        let mut days: BTreeMap<Date, Vec<&Active>> = BTreeMap::new();
        for checks in self.dated_checks() {
            let Some(active) = self.assessment.active_for(&checks.entry) else { continue };
            let Some(before) = self.entry(active).and_then(|entry| entry.rules.form_days_before) else {
                continue;
            };
            for day in checks.sent(before) {
                days.entry(day).or_default().push(active);
            }
        }
        days
    }

    fn dated_checks(&self) -> impl Iterator<Item = &Checks> {
        let dated = self.schedule.iter().filter(|schedule| schedule.start.known);
        dated.flat_map(|schedule| &schedule.checks)
    }

    fn checks(&self) -> BTreeMap<Date, BTreeMap<Event, Vec<&Active>>> {
        let mut days: BTreeMap<Date, BTreeMap<Event, Vec<&Active>>> = BTreeMap::new();
        for checks in self.dated_checks() {
            let Some(active) = self.assessment.active_for(&checks.entry) else { continue };
            for (day, event) in checks.events() {
                days.entry(day).or_default().entry(event).or_default().push(active);
            }
        }
        days
    }
}
