//! The days of the follow-up, for every day on which a contract can begin: a period is over when the calendar says so, and
//! nothing is checked before it is due.

use crate::support::{SHIPPED, TODAY, example};
use domain::assess::{Assessment, assess};
use domain::catalogue::id::EntryId;
use domain::follow_up::schedule::Schedule;
use domain::project::Project;
use domain::requirements::requirement::Requirement;
use jiff::Span;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// The school cleaning with everything that can be chosen.
fn everything() -> (Project, Assessment) {
    let mut project = example("stadning");
    project.requirements = SHIPPED.entries.values().map(|entry| Requirement::of(entry, true)).collect();
    let assessment = assess(&project, &SHIPPED, TODAY);
    (project, assessment)
}

fn after(start: Date, span: Span) -> Date {
    start.checked_add(span).unwrap()
}

/// The days on which each requirement is checked, when the contract begins on a day.
fn checked(start: Date, months: u32) -> Vec<(EntryId, Vec<Date>)> {
    let (mut project, assessment) = everything();
    project.procurement.start = Some(start);
    project.procurement.months = Some(domain::procurement::amount::Months::new(months).unwrap());
    let schedule = Schedule::of(&project.procurement, &assessment).unwrap();
    schedule.checks.into_iter().map(|checks| (checks.entry, checks.days)).collect()
}

fn days_of(entry: &str, start: Date) -> Vec<Date> {
    checked(start, 36).into_iter().find(|(id, _)| *id == entry).unwrap().1
}

#[test]
fn half_a_year_from_september_is_over_on_the_last_of_february() {
    let start = date(2027, 9, 1);
    assert_eq!(days_of("lab-ilo", start)[0], date(2028, 3, 1), "2028 is a leap year");
    assert_eq!(days_of("lab-ilo", date(2026, 9, 1))[0], date(2027, 3, 1));
    assert_eq!(days_of("sup-dd", start)[0], date(2028, 3, 1), "the routines are due within six months");
    assert_eq!(
        &days_of("gen-report", start)[..2],
        [date(2028, 3, 16), date(2028, 9, 18)],
        "the sixteenth is a Saturday"
    );
    let reports = days_of("gen-report", start);
    assert_eq!((reports.len(), reports[5]), (6, date(2030, 9, 16)), "the last half-year is reported too");
    assert_eq!(
        days_of("gen-privacy", start),
        days_of("gen-report", start),
        "what a report holds is seen in it"
    );
    assert_eq!(days_of("gen-contact", start)[0], days_of("gen-start-meeting", start)[0]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// However the months fall, at the end of one and in a leap year. What is due when the contract is over is asked for on its last
    /// working day, while it lasts.
    #[test]
    fn nothing_is_checked_before_it_is_due(day in 0..1500_i32, months in 12..72_u32) {
        let start = after(date(2026, 1, 1), Span::new().days(day));
        let (_, assessment) = everything();
        let end = after(start, Span::new().months(months)).yesterday().unwrap();
        let holidays = after(end, Span::new().days(-6));
        let in_time = |first: Date, due: Date| first >= due || due > holidays && (holidays..=end).contains(&first);
        for (id, days) in checked(start, months) {
            prop_assert!(days.is_sorted_by(|a, b| a < b), "{id}: {days:?}");
            // What is settled when the tenders are examined has no day.
            let Some(first) = days.first().copied() else { continue };
            let entry = SHIPPED.entry(&id).unwrap();
            let values = &assessment.active_for(&id).unwrap().values;
            let number = |name: &str| values.get(name)?.value.as_ref()?.as_number();
            let follow_up = entry.rules.follow_up.unwrap();
            // Half a year and a whole one are months of the calendar.
            if let Some(wait) = [(180, 6), (365, 12)].into_iter().find(|(days, _)| *days == follow_up.first_after_days) {
                prop_assert!(in_time(first, after(start, Span::new().months(wait.1))), "{id}: {days:?}");
            }
            let due = entry.rules.follow_up_values.due.as_ref().and_then(|name| Some((name, number(name.as_str())?)));
            if let Some((name, n)) = due {
                #[expect(clippy::cast_possible_truncation, reason = "whole days and months")]
                let span = match domain::needs::facts::serde_name(&entry.rules.parameters[name].kind).as_str() {
                    "months" => Span::new().months(n as i64),
                    "weeks" => Span::new().weeks(n as i64),
                    _ => Span::new().days(n as i64),
                };
                prop_assert!(in_time(first, after(start, span)), "{id}: {days:?}");
            }
        }
    }

    /// A report is due so many days after its period, and is read then.
    #[test]
    fn a_report_is_read_when_it_is_due(day in 0..1500_i32) {
        let start = after(date(2026, 1, 1), Span::new().days(day));
        for (n, read) in (1..).zip(days_of("gen-report", start)) {
            let over = after(start, Span::new().months(6 * n)).yesterday().unwrap();
            let due = after(over, Span::new().days(15));
            prop_assert!(read >= due, "{read} before {due}");
            // At most over Christmas or Easter, to the next working day.
            prop_assert!(read <= after(due, Span::new().days(6)), "{read} long after {due}");
        }
    }
}
