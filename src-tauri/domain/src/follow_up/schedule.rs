//! The days on which the requirements are checked, from the contract's own dates.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::Date;
use serde::Serialize;

use super::planned::{Planned, Start, planned};
use super::working_day;
use crate::assess::{Active, Assessment};
use crate::catalogue::entry::CheckKind;
use crate::catalogue::id::EntryId;
use crate::procurement::Procurement;

/// Every check of the firm period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The first day of the contract.
    pub start: Start,
    /// The last day of the firm period.
    pub end: Date,
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
    /// The last day to hand in what is read on each of the days, of a report; the day for what is handed in once.
    pub handed_in: Vec<Date>,
}

/// What there is to do on a day, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The parties meet.
    Meeting,
    /// The last day for the supplier to hand in a report.
    HandedIn,
    /// The buyer reads a report.
    Reading,
    /// The buyer checks something else.
    Check,
}

impl Schedule {
    /// The schedule of what stands; none while the length of the contract is not known.
    pub fn of(procurement: &Procurement, assessment: &Assessment) -> Option<Self> {
        let start = Start::from(procurement);
        let end = start.end?;
        let checks = |active: &Active| {
            let follow_up = planned(assessment.catalogue.entry(&active.entry)?, &active.values, assessment)?;
            Some(Checks::of(active.entry.clone(), follow_up, start))
        };
        Some(Self { start, end, checks: assessment.active.iter().filter_map(checks).collect() })
    }

    /// The first day from `today` on with something to do, and what there is to do then; none while no day is known, and
    /// when all have gone.
    pub fn next(&self, today: Date) -> Option<(Date, BTreeMap<Event, Vec<&EntryId>>)> {
        let dated = self.checks.iter().filter(|_| self.start.known);
        let all = dated.flat_map(|checks| checks.events().map(|(day, event)| (day, event, &checks.entry)));
        let ahead: Vec<_> = all.filter(|(day, ..)| *day >= today).collect();
        let next = ahead.iter().map(|(day, ..)| *day).min()?;
        let mut what: BTreeMap<Event, Vec<&EntryId>> = BTreeMap::new();
        for (_, event, entry) in ahead.into_iter().filter(|(day, ..)| *day == next) {
            what.entry(event).or_default().push(entry);
        }
        Some((next, what))
    }

    /// Which month of the contract a day is in, from 1; before the start, 0 and less.
    pub fn month_of(&self, day: Date) -> i32 {
        let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
        let start = self.start.day;
        let begun = i32::from(day.day() >= start.day());
        months(day) - months(start) + begun
    }
}

impl Checks {
    fn of(entry: EntryId, follow_up: Planned, start: Start) -> Self {
        let later = follow_up.times(start);
        let days = later.iter().filter_map(|later| follow_up.day(start, *later)).collect();
        let reports = later.iter().filter_map(|later| follow_up.handed_in(start, *later));
        let handed_in = follow_up.handed_in_once(start).into_iter().chain(reports).collect();
        Self { entry, follow_up, days, handed_in }
    }

    /// The last day to send, so many days before each check, what is answered to it: a working day.
    pub fn sent(&self, days_before: u32) -> impl Iterator<Item = Date> {
        let before = Span::new().try_days(-i64::from(days_before)).ok();
        self.days.iter().filter_map(move |day| working_day::on_or_before(day.checked_add(before?).ok()?))
    }

    /// What there is to do, and when.
    pub fn events(&self) -> impl Iterator<Item = (Date, Event)> {
        let event = match self.follow_up.kind {
            CheckKind::Meeting => Event::Meeting,
            CheckKind::Report => Event::Reading,
            CheckKind::Check => Event::Check,
        };
        let handed_in = self.handed_in.iter().map(|day| (*day, Event::HandedIn));
        handed_in.chain(self.days.iter().map(move |day| (*day, event)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::entry::{CheckKind, Checker, FollowUp};
    use crate::procurement::amount::Months;
    use jiff::civil::date;

    /// A contract of two years that starts on a day, or nobody knows when.
    fn two_years(start: Option<Date>) -> Start {
        let procurement =
            Procurement { start, months: Some(Months::new(24).unwrap()), ..Procurement::default() };
        Start::from(&procurement)
    }

    fn of(kind: CheckKind, first_after_days: i32, every_months: Option<u32>, start: Start) -> Checks {
        let follow_up = FollowUp { who: Checker::ContractManager, kind, first_after_days, every_months };
        Checks::of("any".into(), follow_up.into(), start)
    }

    fn words(days: &[Date]) -> Vec<String> {
        days.iter().map(Date::to_string).collect()
    }

    fn planned(first_after_days: i32, every_months: Option<u32>) -> Vec<String> {
        let start = two_years(Some(date(2027, 4, 1)));
        words(&of(CheckKind::Check, first_after_days, every_months, start).days)
    }

    #[test]
    fn a_report_is_handed_in_on_the_last_day_that_the_term_gives_and_read_on_a_working_day_after_it() {
        let mut half_yearly =
            of(CheckKind::Report, 180, Some(6), two_years(Some(date(2027, 9, 1)))).follow_up;
        half_yearly.first.more = 15;
        let start = two_years(Some(date(2027, 9, 1)));
        let reports = Checks::of("any".into(), half_yearly, start);
        assert_eq!(words(&reports.handed_in), ["2028-03-15", "2028-09-15", "2029-03-15", "2029-09-15"]);
        assert_eq!(words(&reports.days), ["2028-03-16", "2028-09-18", "2029-03-16", "2029-09-17"]);
        assert_eq!(
            of(CheckKind::Check, 180, Some(6), start).handed_in,
            [],
            "what is no report has no such day"
        );
    }

    #[test]
    fn what_was_gone_through_at_a_meeting_is_never_asked_for_before_its_day_again() {
        let start = two_years(Some(date(2028, 8, 1)));
        let mut contacts = of(CheckKind::Check, 45, Some(12), start).follow_up;
        contacts.no_later = true;
        let checks = Checks::of("any".into(), contacts, start);
        assert_eq!(words(&checks.days), ["2028-09-15", "2029-09-17"], "the fifteenth is a Saturday");
    }

    /// A catalogue of the authority's own may say any number: one that leads to no day leads to none, not to another.
    #[test]
    fn a_form_is_sent_on_a_working_day_so_long_before_and_never_on_another_day() {
        let yearly = of(CheckKind::Check, 214, Some(12), two_years(Some(date(2027, 4, 1))));
        assert_eq!(words(&yearly.days), ["2027-11-01", "2028-11-01"]);
        let sent = |days| words(&yearly.sent(days).collect::<Vec<_>>());
        assert_eq!(sent(30), ["2027-10-01", "2028-10-02"], "the 30th day before the first is a Saturday");
        assert!(sent(u32::MAX).is_empty());
    }

    #[test]
    fn while_no_start_is_known_a_day_is_moved_by_no_weekend() {
        let half_yearly = of(CheckKind::Check, 180, Some(6), two_years(None));
        assert_eq!(words(&half_yearly.days), ["2001-07-01", "2002-01-01", "2002-07-01", "2002-12-31"]);
        assert_eq!(words(&of(CheckKind::Check, 0, None, two_years(None)).days), ["2001-01-01"]);
    }

    #[test]
    fn a_check_comes_again_until_all_of_the_contract_has_been_checked() {
        assert_eq!(planned(45, None), ["2027-05-17"], "the sixteenth is a Sunday");
        assert_eq!(planned(180, Some(6)), ["2027-10-01", "2028-04-03", "2028-10-02", "2029-03-29"]);
        assert_eq!(planned(100, Some(6)), ["2027-07-12", "2028-01-10", "2028-07-10", "2029-01-09"]);
        assert_eq!(planned(-30, Some(12)), ["2027-03-02", "2028-03-02", "2029-03-02"]);
    }

    #[test]
    fn the_last_half_year_is_checked_while_the_contract_lasts() {
        let last = |start, kind| *of(kind, 180, Some(6), two_years(Some(start))).days.last().unwrap();
        assert_eq!(last(date(2028, 10, 1), CheckKind::Check), date(2030, 9, 30));
        assert_eq!(last(date(2027, 5, 3), CheckKind::Check), date(2029, 5, 2));
    }

    #[test]
    fn a_first_check_that_the_contract_is_too_short_for_is_when_it_ends() {
        let last = ["2029-03-29"];
        assert_eq!(planned(800, Some(6)), last, "the last working day before Easter");
        assert_eq!(planned(i32::MAX, None), last);
        let start = two_years(Some(date(2027, 4, 1)));
        assert_eq!(words(&of(CheckKind::Meeting, 800, None, start).days), last);
        let mut report = of(CheckKind::Report, 900, Some(6), start).follow_up;
        report.first.more = 15;
        let report = Checks::of("any".into(), report, start);
        assert_eq!(
            (words(&report.handed_in), words(&report.days)),
            (vec!["2029-04-15".into()], vec!["2029-04-16".into()])
        );
    }

    /// A contract of so many months from the last of August 2027, which cannot be extended.
    fn months(n: u32) -> Procurement {
        let months = Months::new(n).ok();
        Procurement { start: Some(date(2027, 8, 31)), months, ..Procurement::default() }
    }

    #[test]
    fn so_many_meetings_and_reports_are_planned_as_the_terms_owe_in_a_last_year_that_is_shorter() {
        let many = |kind, first, n| of(kind, first, Some(6), Start::from(&months(n))).days.len();
        for (n, owed) in [(5, 1), (6, 1), (7, 2), (12, 2), (13, 3), (14, 3), (18, 3), (24, 4)] {
            assert_eq!(
                [many(CheckKind::Meeting, 45, n), many(CheckKind::Report, 180, n)],
                [owed, owed],
                "{n}"
            );
        }
        let last = |kind, first| *of(kind, first, Some(6), Start::from(&months(13))).days.last().unwrap();
        assert_eq!(last(CheckKind::Meeting, 45), date(2028, 9, 29), "the last working day of the contract");
        assert_eq!(many(CheckKind::Check, 180, 13), 2, "a check looks back at what is over");
    }

    #[test]
    fn what_is_handed_in_once_is_not_read_before_its_last_day_however_short_the_contract() {
        let short = Start::from(&months(1));
        let mut once = of(CheckKind::Check, 30, Some(12), short).follow_up;
        once.due_days = Some(60);
        let checks = Checks::of("any".into(), once, short);
        assert_eq!(words(&checks.handed_in), ["2027-10-30"]);
        assert_eq!(words(&checks.days), ["2027-11-01"], "the thirtieth is a Saturday");
    }

    #[test]
    fn what_a_contract_has_no_room_for_a_second_time_is_done_once() {
        let often = |n, option_months| {
            let procurement = Procurement { option_months, ..months(n) };
            let follow_up = of(CheckKind::Check, 180, Some(6), Start::from(&procurement)).follow_up;
            follow_up.within(&procurement).every_months
        };
        assert_eq!(
            [often(1, None), often(12, None), often(1, Months::new(12).ok())],
            [None, Some(6), Some(6)]
        );
    }

    #[test]
    fn a_quarter_is_over_when_its_months_are_however_short_they_are() {
        let start = two_years(Some(date(2027, 8, 9)));
        let quarters = words(&of(CheckKind::Check, 90, Some(6), start).days);
        assert_eq!(quarters[3], "2029-05-09", "a Wednesday, in the week of Ascension Day");
    }

    #[test]
    fn what_comes_next_is_told_by_the_day_until_nothing_is_left() {
        let start = two_years(Some(date(2027, 9, 1)));
        let of = |name: &str, kind, first| Checks { entry: name.into(), ..of(kind, first, Some(12), start) };
        let checks = vec![
            of("visit", CheckKind::Check, 180),
            of("meeting", CheckKind::Meeting, 180),
            of("late", CheckKind::Check, 270),
        ];
        let schedule = Schedule { start, end: start.end.unwrap(), checks };
        let next = |day| schedule.next(day).map(|(day, what)| (day, what.into_iter().collect::<Vec<_>>()));
        let (meeting, visit, late) = ("meeting".into(), "visit".into(), "late".into());
        let both = vec![(Event::Meeting, vec![&meeting]), (Event::Check, vec![&visit])];
        assert_eq!(next(date(2027, 11, 24)), Some((date(2028, 3, 1), both.clone())));
        assert_eq!(next(date(2028, 3, 1)), Some((date(2028, 3, 1), both)), "the day itself has not gone");
        assert_eq!(next(date(2028, 3, 2)).unwrap().1, [(Event::Check, vec![&late])]);
        assert_eq!(next(date(2031, 1, 1)), None);
        let undated = Schedule { start: Start { known: false, ..start }, ..schedule };
        assert_eq!(undated.next(date(2027, 11, 24)), None);
    }

    #[test]
    fn a_day_is_in_the_month_that_has_begun() {
        let (start, end) = (date(2027, 4, 15), date(2029, 4, 14));
        let start = Start { day: start, known: true, end: Some(end) };
        let schedule = Schedule { start, end, checks: Vec::new() };
        let month = |y, m, d| schedule.month_of(date(y, m, d));
        assert_eq!([month(2027, 4, 15), month(2027, 5, 14), month(2027, 5, 15)], [1, 1, 2]);
        assert_eq!([month(2028, 4, 15), month(2027, 4, 14)], [13, 0]);
    }
}
