//! The days on which the requirements are checked, from the contract's own dates.

use std::iter;

use jiff::civil::Date;

use super::planned::{Planned, planned};
use crate::assess::{Active, Assessment};
use crate::catalogue::id::EntryId;
use crate::procurement::Procurement;

/// While no start is known the days are counted from here, and only how far they are from it means anything.
pub const SOME_START: Date = jiff::civil::date(2001, 1, 1);

/// Every check of the firm period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The first day of the contract, or the day that stands for it.
    pub start: Date,
    /// The last day of the firm period.
    pub end: Date,
    /// Whether the start is known, so that the dates are dates.
    pub dated: bool,
    /// The checks, requirement by requirement.
    pub checks: Vec<Checks>,
}

/// The checks of one requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checks {
    /// The entry.
    pub entry: EntryId,
    /// What is done on those days, by whom and how often.
    pub follow_up: Planned,
    /// The days, in order.
    pub days: Vec<Date>,
}

impl Schedule {
    /// The schedule of what stands; none while the length of the contract is not known.
    pub fn of(procurement: &Procurement, assessment: &Assessment) -> Option<Self> {
        let start = procurement.start.unwrap_or(SOME_START);
        let end = procurement.end_from(start)?;
        let checks = |active: &Active| {
            let follow_up = planned(assessment.catalogue.entry(&active.entry)?, &active.values, assessment)?;
            Some(Checks { entry: active.entry.clone(), follow_up, days: days(follow_up, start, end) })
        };
        let dated = procurement.start.is_some();
        Some(Self { start, end, dated, checks: assessment.active.iter().filter_map(checks).collect() })
    }

    /// Which month of the contract a day is in, from 1; before the start, 0 and less.
    pub fn month_of(&self, day: Date) -> i32 {
        let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
        let begun = i32::from(day.day() >= self.start.day());
        months(day) - months(self.start) + begun
    }
}

/// The first check, whenever it is, and then those of what comes before the firm period is over: the last half-year is
/// checked when it has gone.
fn days(planned: Planned, start: Date, end: Date) -> Vec<Date> {
    let Some(first) = planned.first_day(start) else { return Vec::new() };
    let Some(every) = planned.every_months else { return vec![first] };
    let later = |n: u32| i64::from(n) * i64::from(every);
    let nth = |n: u32| Some((planned.first.period_end(start, later(n))?, planned.day(start, later(n))?));
    let later = (1..).map_while(nth).take_while(|(period, _)| *period <= end).map(|(_, day)| day);
    iter::once(first).chain(later).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::entry::{CheckKind, Checker, FollowUp};
    use jiff::civil::date;

    fn planned(first_after_days: i32, every_months: Option<u32>) -> Vec<String> {
        let who = Checker::ContractManager;
        let follow_up = FollowUp { who, kind: CheckKind::Check, first_after_days, every_months };
        let days = days(follow_up.into(), date(2027, 4, 1), date(2029, 3, 31));
        days.iter().map(Date::to_string).collect()
    }

    #[test]
    fn a_check_comes_again_until_all_of_the_contract_has_been_checked() {
        assert_eq!(planned(45, None), ["2027-05-17"], "the sixteenth is a Sunday");
        assert_eq!(planned(180, Some(6)), ["2027-10-01", "2028-04-03", "2028-10-02", "2029-04-03"]);
        assert_eq!(planned(100, Some(6)), ["2027-07-12", "2028-01-10", "2028-07-10", "2029-01-09"]);
        assert_eq!(planned(-30, Some(12)), ["2027-03-02", "2028-03-02", "2029-03-02"]);
    }

    #[test]
    fn a_first_check_after_the_contract_is_still_planned() {
        assert_eq!(planned(800, Some(6)), ["2029-06-11"]);
    }

    #[test]
    fn a_day_is_in_the_month_that_has_begun() {
        let (start, end) = (date(2027, 4, 15), date(2029, 4, 14));
        let schedule = Schedule { start, end, dated: true, checks: Vec::new() };
        let month = |y, m, d| schedule.month_of(date(y, m, d));
        assert_eq!([month(2027, 4, 15), month(2027, 5, 14), month(2027, 5, 15)], [1, 1, 2]);
        assert_eq!([month(2028, 4, 15), month(2027, 4, 14)], [13, 0]);
    }
}
