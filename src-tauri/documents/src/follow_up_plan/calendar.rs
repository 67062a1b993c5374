//! Every check of the firm period, day by day.

use std::collections::BTreeMap;

use domain::assess::Active;
use domain::catalogue::entry::CheckKind;
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
        let table = days.into_iter().fold(table, |table, (day, checks)| {
            let what = checks.into_iter().map(|(kind, active)| {
                let numbers = [("numbers", self.numbers(active))];
                self.fill(&format!("calendar.{}", name(&kind)), &numbers)
            });
            table.row([format::date(day), what.collect::<Vec<_>>().join(" ")])
        });
        Some(self.headed("calendar.title").wide_table(table))
    }

    fn days(&self) -> BTreeMap<Date, BTreeMap<CheckKind, Vec<&Active>>> {
        let mut days: BTreeMap<Date, BTreeMap<CheckKind, Vec<&Active>>> = BTreeMap::new();
        let dated = self.schedule.iter().filter(|schedule| schedule.dated);
        for checks in dated.flat_map(|schedule| &schedule.checks) {
            let Some(active) = self.assessment.active_for(&checks.entry) else { continue };
            for day in &checks.days {
                let here = days.entry(*day).or_default();
                here.entry(checks.follow_up.kind).or_default().push(active);
            }
        }
        days
    }
}
