//! Who checks a requirement and when, with the officer's own values where the catalogue lets a value decide.

use crate::catalogue::entry::{Entry, FollowUp};
use crate::catalogue::id::ParameterName;
use crate::requirements::values::Values;

const MONTHS_A_YEAR: f64 = 12.0;

/// The follow-up of an entry with these values; none when nobody has to check it.
pub fn planned(entry: &Entry, values: &Values) -> Option<FollowUp> {
    let stated = entry.rules.follow_up?;
    let by = &entry.rules.follow_up_values;
    let number = |name: &Option<ParameterName>| values.get(name.as_ref()?)?.value.as_ref()?.as_number();
    let repeated = number(&by.times_a_year).map_or(stated, |times| times_a_year(stated, times));
    let first = number(&by.first_after_days).map(whole);
    Some(FollowUp { first_after_days: first.unwrap_or(repeated.first_after_days), ..repeated })
}

/// So many times a year, at least a month apart. The first check keeps its place in the first period: a period that is
/// half as long has it in half the time.
fn times_a_year(stated: FollowUp, times: f64) -> FollowUp {
    let before = stated.every_months.map_or(MONTHS_A_YEAR, f64::from);
    let months = (MONTHS_A_YEAR / times.max(1.0)).round().max(1.0);
    let first = f64::from(stated.first_after_days) * months / before;
    let every_months = u32::try_from(whole(months)).ok();
    FollowUp { first_after_days: whole(first), every_months, ..stated }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a float that is too large becomes the largest whole number"
)]
fn whole(number: f64) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::parameter::ParameterValue;
    use crate::requirements::values::{Filled, Origin};
    use crate::review::try_out::CATALOGUE;

    fn days_and_months(entry: &str, name: &str, value: f64) -> (i32, Option<u32>) {
        let filled = Filled { value: Some(ParameterValue::number(value)), origin: Origin::Officer };
        let values = Values::from_iter([(name.into(), filled)]);
        let planned = planned(CATALOGUE.entry(&entry.into()).unwrap(), &values).unwrap();
        (planned.first_after_days, planned.every_months)
    }

    #[test]
    fn reports_come_as_often_as_the_officer_says_and_the_first_after_the_first_period() {
        let reports = [1.0, 2.0, 3.0, 4.0].map(|times| days_and_months("gen-report", "per_year", times));
        assert_eq!(reports, [(360, Some(12)), (180, Some(6)), (120, Some(4)), (90, Some(3))]);
    }

    #[test]
    fn the_start_meeting_is_planned_on_the_last_day_that_the_officer_gives_it() {
        assert_eq!(days_and_months("gen-start-meeting", "days", 20.0), (20, None));
    }

    #[test]
    fn other_values_change_nothing_in_the_plan() {
        assert_eq!(days_and_months("gen-report", "days", 30.0), (180, Some(6)));
    }
}
