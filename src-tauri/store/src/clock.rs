//! The only clock in the program. What it says goes in as an argument everywhere else.

use std::env;

use domain::refusal::Refusal;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// Fixes the day, so that a test or a script gives the same documents tomorrow.
const FIXED_DAY: &str = "SAMKRAV_TODAY";

/// Now; on the day that `SAMKRAV_TODAY` names, when it is set.
///
/// # Errors
/// When `SAMKRAV_TODAY` is no date.
pub fn now() -> Result<Timestamp, Refusal> {
    let now = ZonedDateTime::now();
    let Some(day) = env::var_os(FIXED_DAY).filter(|day| !day.is_empty()) else {
        return Ok(now.timestamp());
    };
    let day = day.to_string_lossy();
    let moved = day.parse().and_then(|day| now.with().date(day).build());
    moved.map(|moved| moved.timestamp()).map_err(|_| no_day(&day))
}

/// The day where the officer sits.
///
/// # Errors
/// When `SAMKRAV_TODAY` is no date.
pub fn today() -> Result<Date, Refusal> {
    now().map(day_of)
}

/// The day of a moment where the officer sits.
pub(crate) fn day_of(moment: Timestamp) -> Date {
    moment.to_zoned_datetime(TimeZone::system()).date()
}

fn no_day(text: &str) -> Refusal {
    Refusal::bad_input(
        format!("{FIXED_DAY} är ”{text}”, som inte är något datum."),
        format!("{FIXED_DAY} is “{text}”, which is not a date."),
    )
    .hint("Skriv till exempel 2027-04-01.", "Write for instance 2027-04-01.")
}
