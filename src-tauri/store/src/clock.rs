//! The only clock in the program. What it says goes in as an argument everywhere else.

use std::env;
use std::time::SystemTime;

use domain::refusal::Refusal;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Fixes the day, so that a test or a script gives the same documents tomorrow.
const FIXED_DAY: &str = "SAMKRAV_TODAY";

/// The last moment that a clock is believed to tell, 9999-01-01: there is room after it for the ids of what follows.
const LAST: Timestamp = Timestamp::constant(253_370_764_800, 0);

/// What the computer's clock says, whatever day is fixed.
pub fn moment() -> Timestamp {
    within_reach(SystemTime::now())
}

/// A clock that has lost its time can say anything, and what is typed is kept all the same: it is held to what ids and days
/// can tell.
fn within_reach(told: SystemTime) -> Timestamp {
    let beyond = if told < SystemTime::UNIX_EPOCH { Timestamp::UNIX_EPOCH } else { LAST };
    Timestamp::try_from(told).map_or(beyond, |moment| moment.clamp(Timestamp::UNIX_EPOCH, LAST))
}

/// Now; on the day that `SAMKRAV_TODAY` names, when it is set.
///
/// # Errors
/// When `SAMKRAV_TODAY` is no date.
pub fn now() -> Result<Timestamp, Refusal> {
    let now = moment();
    let Some(day) = env::var_os(FIXED_DAY).filter(|day| !day.is_empty()) else {
        return Ok(now);
    };
    let day = day.to_string_lossy();
    let now = now.to_zoned_datetime(TimeZone::system());
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::stamp::{Stamp, time_of};

    const A_YEAR: u64 = 31_556_952;

    #[test]
    fn a_clock_that_has_lost_its_time_gives_moments_that_can_be_kept_and_ids_in_order() {
        let years = |years: u64| Duration::from_secs(A_YEAR * years);
        let epoch = SystemTime::UNIX_EPOCH;
        for told in
            [epoch - years(1), epoch - years(20_000), epoch, epoch + years(8_030), epoch + years(20_000)]
        {
            let stamp = Stamp { at: within_reach(told), officer: String::new() };
            assert!((1969..=9999).contains(&stamp.day().year()), "{told:?}");
            let first = stamp.revision_id(&[]);
            let next = stamp.revision_id(std::slice::from_ref(&first));
            assert!(first < next && time_of(&next) > time_of(&first), "{told:?}: {first} {next}");
        }
        let plain = epoch + years(56);
        assert_eq!(Timestamp::try_from(plain).unwrap(), within_reach(plain));
    }
}
