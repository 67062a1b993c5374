//! Every check of the firm period, and every report, day by day.

use std::collections::BTreeMap;

use domain::assess::Active;
use domain::follow_up::schedule::Event;
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
        let table = days.into_iter().fold(table, |table, (day, events)| {
            let what = events.into_iter().map(|(event, active)| {
                let numbers = [("numbers", self.numbers(active))];
                self.fill(&format!("calendar.{}", name(&event)), &numbers)
            });
            table.row([format::date(day), what.collect::<Vec<_>>().join(" ")])
        });
        Some(self.headed("calendar.title").wide_table(table))
    }

    fn days(&self) -> BTreeMap<Date, BTreeMap<Event, Vec<&Active>>> {
        let mut days: BTreeMap<Date, BTreeMap<Event, Vec<&Active>>> = BTreeMap::new();
        let dated = self.schedule.iter().filter(|schedule| schedule.start.known);
        for checks in dated.flat_map(|schedule| &schedule.checks) {
            let Some(active) = self.assessment.active_for(&checks.entry) else { continue };
            for (day, event) in checks.events() {
                days.entry(day).or_default().entry(event).or_default().push(active);
            }
        }
        days
    }
}
