//! Which backups are kept: all of two hours, one an hour for two days, then 14 daily, 10 weekly and 12 monthly.

use std::collections::HashSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

const ALL: SignedDuration = SignedDuration::from_hours(2);
const HOURLY: SignedDuration = SignedDuration::from_hours(48);
/// By how much a backup is older than the next at most: a night. A longer time is one without work, or a clock that was ahead.
const NIGHT: SignedDuration = SignedDuration::from_hours(24);
const DAYS: usize = 14;
const WEEKS: usize = 10;
const MONTHS: usize = 12;

/// Which of some backups are kept, from the newest: of an hour, a day, a week or a month the last. Days are counted that
/// have a backup, and a backup ages by a day at most until the next, so that nothing is lost over a holiday, or when the
/// clock was ahead for a while.
pub(super) fn kept(newest_first: &[Timestamp]) -> Vec<bool> {
    let mut age = SignedDuration::ZERO;
    let mut next = newest_first.first().copied().unwrap_or_default();
    let mut hours = HashSet::new();
    let [mut days, mut weeks, mut months] = [DAYS, WEEKS, MONTHS].map(Rung::of);
    newest_first
        .iter()
        .map(|at| {
            age += next.duration_since(*at).clamp(SignedDuration::ZERO, NIGHT);
            next = *at;
            let day = at.to_zoned_datetime(TimeZone::UTC).date();
            if age <= ALL {
                return true;
            }
            if age <= HOURLY {
                return hours.insert(at.as_second().div_euclid(3600));
            }
            days.keeps(day)
                .or_else(|| weeks.keeps(monday_of(day)))
                .or_else(|| months.keeps(day.first_of_month()))
                .unwrap_or(false)
        })
        .collect()
}

fn monday_of(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(jiff::Span::new().days(since)).unwrap_or(day)
}

/// So many days, weeks or months, by their first day.
struct Rung {
    room: usize,
    seen: HashSet<Date>,
}

impl Rung {
    fn of(room: usize) -> Self {
        Self { room, seen: HashSet::new() }
    }

    /// Whether a backup is kept here; nothing when it is too old for this rung.
    fn keeps(&mut self, period: Date) -> Option<bool> {
        if self.seen.contains(&period) {
            return Some(false);
        }
        (self.seen.len() < self.room).then(|| self.seen.insert(period))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-11-26T12:00:00Z".parse().unwrap()
    }

    /// What is left after an officer has worked for so many minutes back, with a backup each five minutes.
    fn left(minutes: i64) -> Vec<Timestamp> {
        let mut left: Vec<Timestamp> = Vec::new();
        for minute in (0..=minutes).rev().filter(|minute| minute % 5 == 0) {
            let at = now() - SignedDuration::from_mins(minute);
            left.insert(0, at);
            let kept = kept(&left);
            left = left.into_iter().zip(kept).filter_map(|(at, kept)| kept.then_some(at)).collect();
        }
        left
    }

    #[test]
    fn all_of_two_hours_and_one_an_hour_for_two_days_are_kept() {
        assert_eq!(left(120).len(), 25);
        let of_two_days = left(48 * 60);
        assert_eq!(of_two_days.len(), 25 + 46);
        assert_eq!(of_two_days[25], now() - SignedDuration::from_mins(125));
    }

    #[test]
    fn then_fourteen_days_ten_weeks_and_twelve_months() {
        let left = left(600 * 24 * 60);
        let older = left.iter().filter(|at| now().duration_since(**at) > HOURLY);
        let days: Vec<Date> = older.map(|at| at.to_zoned_datetime(TimeZone::UTC).date()).collect();
        assert_eq!(days.len(), 14 + 10 + 12, "{days:?}");
        let apart = |from: usize, to: usize| days[from].since(days[to]).unwrap().get_days();
        assert_eq!(apart(0, 13), 13);
        assert_eq!(apart(15, 22), 49);
        assert!(days[35].year() == 2025 && days[35].month() == 10, "{}", days[35]);
    }

    #[test]
    fn what_was_made_before_the_clock_went_back_is_kept() {
        let later = now() + SignedDuration::from_hours(30);
        assert_eq!(kept(&[later, now()]), [true, true]);
        assert_eq!(kept(&[now(), later]), [true, true]);
    }

    #[test]
    fn days_without_work_do_not_count() {
        let spread: Vec<Timestamp> =
            (3..17).map(|i| now() - SignedDuration::from_hours(24 * 30 * i)).collect();
        assert!(kept(&spread).into_iter().all(|kept| kept));
    }

    #[test]
    fn a_clock_that_is_ahead_makes_what_was_made_before_no_older_than_a_night_does() {
        let before: Vec<Timestamp> = (0..20).map(|hours| now() - SignedDuration::from_hours(hours)).collect();
        for ahead in [24, 24 * 365 * 70] {
            let later = now() + SignedDuration::from_hours(ahead);
            let all = [vec![later, later], before.clone()].concat();
            assert!(kept(&all).into_iter().all(|kept| kept));
        }
    }
}
