//! The working days of Sweden: nobody meets, reports or checks on a Sunday, or on Midsummer Eve.
//!
//! The days are those of 1 and 2 §§ lagen (1989:253) om allmänna helgdagar, read up to SFS 2004:1320, with the eves that 2 § lagen
//! (1930:173) om beräkning av lagstadgad tid, read up to SFS 2015:643, treats as such. Read on 2026-11-27 in riksdagen.se and
//! Skatteverket's legal guidance. They move a planned day and decide nothing else.

use jiff::civil::{Date, Weekday, date};
use jiff::{Span, ToSpan};

/// Holidays that stand in the almanac by date, month and day.
const FIXED: [(i8, i8); 8] = [(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)];
/// Days from Easter Sunday: Good Friday, Easter Monday, Ascension Day.
const BY_EASTER: [i32; 3] = [-2, 1, 39];

/// The day itself, or the working day that comes next.
pub(crate) fn on_or_after(day: Date) -> Option<Date> {
    nearest(day, 1.day())
}

/// The day itself, or the working day before it.
pub(crate) fn on_or_before(day: Date) -> Option<Date> {
    nearest(day, -1.day())
}

fn nearest(day: Date, step: Span) -> Option<Date> {
    std::iter::successors(Some(day), |day| day.checked_add(step).ok()).find(|day| is_working(*day))
}

fn is_working(day: Date) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && !is_holiday(day)
}

fn is_holiday(day: Date) -> bool {
    let by_easter = || {
        let easter = easter(day.year());
        BY_EASTER.iter().any(|days| easter.checked_add(Span::new().days(*days)).is_ok_and(|held| held == day))
    };
    FIXED.contains(&(day.month(), day.day())) || is_midsummer_eve(day) || by_easter()
}

/// The Friday between 19 and 25 June.
fn is_midsummer_eve(day: Date) -> bool {
    day.month() == 6 && (19..=25).contains(&day.day()) && day.weekday() == Weekday::Friday
}

/// Easter Sunday of the Gregorian calendar, as J. M. Oudin counts it.
fn easter(year: i16) -> Date {
    let (y, century) = (i32::from(year), i32::from(year) / 100);
    let golden = y % 19;
    let moon = (century - century / 4 - (century - (century - 17) / 25) / 3 + 19 * golden + 15) % 30;
    let moon = moon - moon / 28 * (1 - moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (y + y / 4 + moon + 2 - century + century / 4) % 7;
    let march = date(year, 3, 28);
    march.saturating_add(Span::new().days(moon - weekday))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Almanac of Sweden: Easter Sunday of each year.
    #[test]
    fn easter_falls_as_in_the_almanac() {
        let known = [
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2029, 4, 1),
            (2030, 4, 21),
            (2031, 4, 13),
            (2032, 3, 28),
            (2038, 4, 25),
        ];
        for (year, month, day) in known {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn a_day_off_is_followed_by_the_next_working_day_and_preceded_by_the_last() {
        let table = [
            ("2028-01-01", "2027-12-30", "2028-01-03"),
            ("2027-05-16", "2027-05-14", "2027-05-17"),
            ("2027-03-26", "2027-03-25", "2027-03-30"),
            ("2027-05-06", "2027-05-05", "2027-05-07"),
            ("2028-06-06", "2028-06-05", "2028-06-07"),
            ("2027-06-25", "2027-06-24", "2027-06-28"),
            ("2026-12-24", "2026-12-23", "2026-12-28"),
            ("2027-11-01", "2027-11-01", "2027-11-01"),
        ];
        for (day, before, after) in table {
            let day: Date = day.parse().unwrap();
            let both = [on_or_before(day), on_or_after(day)].map(|day| day.unwrap().to_string());
            assert_eq!(both, [before, after], "{day}");
        }
    }
}
