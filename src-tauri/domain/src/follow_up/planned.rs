//! Who checks a requirement and when, with the officer's own values where the catalogue lets a value decide.

use std::iter;

use jiff::Span;
use jiff::civil::Date;

use super::working_day;
use crate::assess::{Active, Assessment};
use crate::catalogue::entry::{CheckKind, Checker, Entry, FollowUp};
use crate::catalogue::id::ParameterName;
use crate::catalogue::parameter::ParameterKind;
use crate::catalogue::theme::Placement;
use crate::procurement::{Procurement, last_day};
use crate::requirements::values::Values;

const MONTHS_A_YEAR: f64 = 12.0;
/// The catalogue gives the first check in days. Those that are whole months or a year mean months of the calendar.
const DAYS_A_MONTH: i32 = 30;
/// See [`DAYS_A_MONTH`].
const DAYS_A_YEAR: i32 = 365;
pub(crate) const DAYS_A_WEEK: f64 = 7.0;

/// The follow-up of a requirement as it is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Who checks.
    pub who: Checker,
    /// In what way.
    pub kind: CheckKind,
    /// When the first check is.
    pub first: Wait,
    /// Whether the day is the last for it: a meeting is held by then. Other checks look at what is over by then.
    pub no_later: bool,
    /// Months between checks; once when absent.
    pub every_months: Option<u32>,
    /// Whether it is checked when the tenders are, which is a day that the contract does not give.
    pub in_tender: bool,
    /// Days from the start within which something is handed in.
    pub due_days: Option<i32>,
}

/// How long after the start of the contract: when so many months of the calendar are over and so many days have gone,
/// and then some days more.
///
/// A period of six months from 1 September is over when February is, whether that has 28 days or 29.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wait {
    /// Whole months.
    pub months: i32,
    /// Days from the start; negative before it.
    pub days: i32,
    /// Days after those.
    pub more: i32,
}

/// The first day of a contract, or the day that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The day.
    pub day: Date,
    /// Whether it is known. Else only how far other days are from it means anything, and none of them is moved.
    pub known: bool,
    /// The last day of the firm period, when that is known.
    pub end: Option<Date>,
}

/// Stands for the start of a contract while that is not known.
const SOME_START: Date = jiff::civil::date(2001, 1, 1);

impl From<&Procurement> for Start {
    fn from(procurement: &Procurement) -> Self {
        let day = procurement.start.unwrap_or(SOME_START);
        Self { day, known: procurement.start.is_some(), end: procurement.end_from(day) }
    }
}

impl Planned {
    /// The day of the first check, counted from a start; none when that is while the tenders are checked.
    pub fn first_day(self, start: Start) -> Option<Date> {
        if self.in_tender { None } else { self.day(start, 0) }
    }

    /// The day of the check so many months later: a working day once days are days. What is over when the contract is can be
    /// asked for while it lasts, so that its check is on the last working day of the contract at the latest. A report comes
    /// after what it tells of, and so does what is read with it.
    pub fn day(self, start: Start, later: i64) -> Option<Date> {
        let period_end = self.period_end(start, later)?;
        let day = match self.cut_short(start, later) {
            Some(end) => plus_days(end.tomorrow().ok()?, self.first.more)?,
            None => self.first.again(start.day, later)?,
        };
        // Nothing is read before the last day to hand it in, which the requirement gives however short the contract is.
        let due = self.handed_in_once(start).filter(|_| later == 0);
        let in_time =
            |end: &Date| self.first.more == 0 && period_end <= *end && due.is_none_or(|due| due <= *end);
        let last = start.end.filter(in_time);
        let day = last.map_or(day, |last| day.min(last));
        let day = due.map_or(day, |due| day.max(due));
        match (start.known, self.no_later && self.is_held_by(later)) {
            (false, _) => Some(day),
            (true, true) => working_day::on_or_before(day),
            (true, false) => {
                let day = working_day::on_or_after(day)?;
                match last.filter(|last| day > *last) {
                    Some(last) => working_day::on_or_before(last),
                    None => Some(day),
                }
            }
        }
    }

    /// The last day of what is checked, so many months later. A contract that is over before the period is makes that shorter:
    /// what is checked is then checked when the contract ends.
    pub fn period_end(self, start: Start, later: i64) -> Option<Date> {
        self.cut_short(start, later).or_else(|| self.first.period_end(start.day, later))
    }

    /// The end of a contract that is over before the period is.
    fn cut_short(self, start: Start, later: i64) -> Option<Date> {
        let over = self.first.period_end(start.day, later);
        start.end.filter(|end| over.is_none_or(|over| over > *end))
    }

    /// How many months after the first each check of the firm period is: the first, then those of what is over by its end. So
    /// many meetings and reports are owed a year, in proportion and rounded up, so that one belongs to each period that has
    /// begun. None while the length is not known, and of what is settled by the tender.
    pub fn times(self, start: Start) -> Vec<i64> {
        let Some(end) = start.end.filter(|_| !self.in_tender) else { return Vec::new() };
        let every = self.every_months.map(i64::from);
        let again = every.into_iter().flat_map(|every| (1..).map(move |n| n * every));
        let before = |day: Option<Date>| day.is_some_and(|day| day < end);
        let is_within = |later: &i64| match self.kind {
            CheckKind::Meeting | CheckKind::Report => {
                before(last_day(start.day, *later)) && before(self.first.period_end(start.day, 0))
            }
            CheckKind::Check => self.first.period_end(start.day, *later).is_some_and(|over| over <= end),
        };
        iter::once(0).chain(again.take_while(is_within)).collect()
    }

    /// The same, once where the contract leaves no room for a second time: when it cannot go on after the firm period.
    #[must_use]
    pub fn within(self, procurement: &Procurement) -> Self {
        let only = procurement.extends() == Some(false) && self.times(procurement.into()).len() == 1;
        Self { every_months: self.every_months.filter(|_| !only), ..self }
    }

    /// Whether the day is the last for it each time: what is gone through at a meeting once is later checked by itself.
    fn is_held_by(self, later: i64) -> bool {
        later == 0 || self.kind == CheckKind::Meeting || self.first.days < 0
    }

    /// The last day to hand in the report that is read on [`Self::day`]. It is the day that the term says, on whatever day of
    /// the week it falls: moved it would be another term.
    pub fn handed_in(self, start: Start, later: i64) -> Option<Date> {
        let period_end = self.period_end(start, later)?;
        (self.kind == CheckKind::Report).then(|| plus_days(period_end, self.first.more))?
    }

    /// The last day to hand in what is handed in once, so many days after the start.
    pub fn handed_in_once(self, start: Start) -> Option<Date> {
        plus_days(start.day, self.due_days?)
    }
}

impl Wait {
    /// A time that the catalogue gives in days.
    fn stated(days: i32) -> Self {
        let months = match days {
            ..=0 => 0,
            days if days % DAYS_A_YEAR == 0 => days / DAYS_A_YEAR * 12,
            days if days % DAYS_A_MONTH == 0 => days / DAYS_A_MONTH,
            _ => 0,
        };
        // What is said in months is counted in months alone, whatever the number of days they have.
        let days = if months > 0 { 0 } else { days };
        Self { months, days, more: 0 }
    }

    /// Not before the other either.
    fn not_before(self, other: Self) -> Self {
        Self {
            months: self.months.max(other.months),
            days: self.days.max(other.days),
            more: self.more.max(other.more),
        }
    }

    /// The last day of what is checked, so many months later: of a period in months it is the day before the months are over.
    pub fn period_end(self, start: Date, later: i64) -> Option<Date> {
        let months = later + i64::from(self.months);
        if self.months > 0 { last_day(start, months) } else { self.again(start, later) }
    }

    /// The same day so many months later. It is counted from the start each time, so that a short month shortens no other.
    fn again(self, start: Date, later: i64) -> Option<Date> {
        let by_days = plus_days(plus_months(start, later)?, self.days)?;
        let by_months = plus_months(start, later + i64::from(self.months))?;
        let day = if self.months > 0 { by_days.max(by_months) } else { by_days };
        plus_days(day, self.more)
    }
}

/// The last day on which a place may begin in a contract that starts on a day, where the requirement says one.
pub fn last_start(active: &Active, entry: &Entry, start: Date) -> Option<Date> {
    plus_months(start, whole(active.last_start(entry)?).into())
}

/// So many days later; none where no calendar reaches. A catalogue of the authority's own may say any number.
fn plus_days(day: Date, days: i32) -> Option<Date> {
    day.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// See [`plus_days`].
fn plus_months(day: Date, months: i64) -> Option<Date> {
    day.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// The follow-up of an entry with these values; none when nobody has to check it. What is checked together with another
/// that stands follows that.
pub fn planned(entry: &Entry, values: &Values, assessment: &Assessment) -> Option<Planned> {
    let own = alone(entry, values)?;
    let with = entry.rules.follow_up_values.with.as_ref();
    let other = with.and_then(|id| {
        let other = assessment.active_for(id)?;
        alone(assessment.catalogue.entry(id)?, &other.values)
    });
    let together = |other: Planned| Planned {
        first: other.first,
        no_later: other.no_later,
        every_months: other.every_months.or(own.every_months),
        ..own
    };
    Some(other.map_or(own, together))
}

/// The follow-up of an entry by its own figures and values. It is never checked before what it demands is due.
fn alone(entry: &Entry, values: &Values) -> Option<Planned> {
    let stated = entry.rules.follow_up?;
    let by = &entry.rules.follow_up_values;
    let number = |name: &Option<ParameterName>| values.get(name.as_ref()?)?.value.as_ref()?.as_number();
    let planned = Planned { in_tender: is_of_the_tender(entry), ..stated.into() };
    let Planned { first, every_months, .. } = match number(&by.times_a_year) {
        Some(times) => times_a_year(planned, stated.first_after_days, times),
        None => planned,
    };
    let days = |days: f64| Wait { days: whole(days), ..Wait::default() };
    let first = number(&by.first_after_days).map_or(first, days);
    let first = number(&by.later_by_days).map_or(first, |more| Wait { more: whole(more), ..first });
    let kind = by.due.as_ref().and_then(|due| Some(entry.rules.parameters.get(due)?.kind));
    let due = number(&by.due).map(|n| match kind {
        Some(ParameterKind::Months) => Wait { months: whole(n), ..Wait::default() },
        Some(ParameterKind::Weeks) => days(n * DAYS_A_WEEK),
        _ => days(n),
    });
    let first = due.map_or(first, |due| first.not_before(due));
    // Months and weeks are for what is to be in place by then, days for what is handed in.
    let due_days = due.filter(|_| kind == Some(ParameterKind::Days)).map(|due| due.days);
    Some(Planned { first, every_months, due_days, ..planned })
}

/// Whether what an entry asks is settled once and for all by the tender.
fn is_of_the_tender(entry: &Entry) -> bool {
    let lasts = matches!(entry.rules.placement, Placement::ContractTerm | Placement::TechnicalSpecification);
    !lasts && entry.rules.follow_up.is_some_and(|check| check.every_months.is_none())
}

impl From<FollowUp> for Planned {
    fn from(stated: FollowUp) -> Self {
        let FollowUp { who, kind, first_after_days, every_months } = stated;
        let no_later = kind == CheckKind::Meeting || first_after_days < 0;
        let first = Wait::stated(first_after_days);
        Self { who, kind, first, no_later, every_months, in_tender: false, due_days: None }
    }
}

/// So many times a year, at least a month apart. The first check keeps its place in the first period: a period that is
/// half as long has it in half the time.
fn times_a_year(planned: Planned, first_after_days: i32, times: f64) -> Planned {
    let before = planned.every_months.map_or(MONTHS_A_YEAR, f64::from);
    let months = (MONTHS_A_YEAR / times.max(1.0)).round().max(1.0);
    let first = f64::from(first_after_days) * months / before;
    Planned { first: Wait::stated(whole(first)), every_months: u32::try_from(whole(months)).ok(), ..planned }
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

    fn setting(entry: &str, set: &[(&str, f64)]) -> (Wait, Option<u32>) {
        let filled = |value| Filled { value: Some(ParameterValue::number(value)), origin: Origin::Officer };
        let values = set.iter().map(|(name, value)| ((*name).into(), filled(*value))).collect();
        let planned = alone(CATALOGUE.entry(&entry.into()).unwrap(), &values).unwrap();
        (planned.first, planned.every_months)
    }

    #[test]
    fn reports_come_as_often_as_the_officer_says_and_are_read_when_the_first_is_due() {
        let reports = [1.0, 2.0, 3.0, 4.0].map(|times| {
            let (first, every) = setting("gen-report", &[("per_year", times), ("days", 20.0)]);
            (first.months, first.more, every)
        });
        assert_eq!(reports, [(12, 20, Some(12)), (6, 20, Some(6)), (4, 20, Some(4)), (3, 20, Some(3))]);
    }

    #[test]
    fn the_start_meeting_is_planned_on_the_last_day_that_the_officer_gives_it() {
        let twenty_days = Wait { days: 20, ..Wait::default() };
        assert_eq!(setting("gen-start-meeting", &[("days", 20.0)]), (twenty_days, None));
        let (thirty, _) = setting("gen-start-meeting", &[("days", 30.0)]);
        assert_eq!(thirty.months, 0, "thirty days in the text are thirty days");
    }

    #[test]
    fn other_values_change_nothing_in_the_plan() {
        assert_eq!(setting("gen-start-meeting", &[("reply_days", 30.0)]).0.days, 45);
    }

    #[test]
    fn nothing_is_checked_before_it_is_due() {
        let ready = |months| setting("sup-dd", &[("ready_months", months)]).0.months;
        assert_eq!([ready(0.0), ready(6.0), ready(9.0)], [6, 6, 9]);
    }
}
