//! Task 5: the follow-up of the firm period on one time line, an image whose content is said in words too.

use std::collections::BTreeMap;

use domain::catalogue::entry::CheckKind;
use domain::catalogue::id::EntryId;
use domain::follow_up::planned::Start;
use domain::follow_up::schedule::Schedule;
use domain::format;
use domain::needs::facts::serde_name;
use domain::requirements::words::Speaker;
use jiff::Span;
use jiff::civil::Date;
use serde::Serialize;
use ts_rs::TS;

/// At most so many years are marked: more would not be told apart.
const MOST_YEARS: usize = 7;
/// A year so near the end of the contract, or nearer, has no room for its label.
const NEAR_END: f64 = 0.12;

/// The time line. Places on it go from 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Timeline {
    /// All that it shows, in words.
    pub summary: String,
    /// Where the contract begins.
    pub start: f64,
    /// Where its firm period ends.
    pub end: f64,
    /// The years of the contract, its start first, and its end last.
    pub ticks: Vec<TimeTick>,
    /// A row for meetings, for reports and for other checks, as far as there are any.
    pub rows: Vec<TimeRow>,
}

/// A year on the time line.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimeTick {
    /// Where.
    pub at: f64,
    /// "sep 2027", "12 månader"
    pub label: String,
}

/// Checks of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimeRow {
    /// Their kind, and with it the shape of the marks.
    pub kind: CheckKind,
    /// "Möten"
    pub name: String,
    /// A mark a day, in order.
    pub marks: Vec<TimeMark>,
}

/// A day on which something is checked.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimeMark {
    /// Where.
    pub at: f64,
    /// What is checked on that day.
    pub entries: Vec<EntryId>,
}

impl Timeline {
    /// The time line of a project; none while the length of the contract is not known, or nothing is checked.
    pub fn of(schedule: &Schedule, speaker: Speaker<'_>) -> Option<Self> {
        let days = || schedule.checks.iter().flat_map(|checks| checks.days.iter().copied());
        let first = days().min()?.min(schedule.start.day);
        let last = days().max()?.max(schedule.end);
        let axis = Axis { schedule, first, last, speaker };
        let rows = axis.rows();
        Some(Self {
            summary: axis.summary(&rows),
            start: axis.place(schedule.start.day),
            end: axis.place(schedule.end),
            ticks: axis.ticks(),
            rows: rows.into_iter().map(|(kind, days)| axis.row(kind, days)).collect(),
        })
    }
}

/// A day: its date, or the month of the contract that it is in while no start is known.
pub fn day(day: Date, schedule: &Schedule, speaker: Speaker<'_>) -> String {
    if schedule.start.known {
        return format::date(day);
    }
    speaker.filled("window.timeline.month", &[("n", schedule.month_of(day).to_string())])
}

/// What is checked on each day.
type Days<'a> = BTreeMap<Date, Vec<&'a EntryId>>;

struct Axis<'a> {
    schedule: &'a Schedule,
    first: Date,
    last: Date,
    speaker: Speaker<'a>,
}

impl<'a> Axis<'a> {
    #[expect(clippy::cast_precision_loss, reason = "a contract lasts less than 2^52 days")]
    fn place(&self, day: Date) -> f64 {
        let days = |from: Date, to: Date| from.duration_until(to).as_hours() as f64;
        let whole = days(self.first, self.last);
        if whole > 0.0 { days(self.first, day) / whole } else { 0.0 }
    }

    fn rows(&self) -> BTreeMap<CheckKind, Days<'a>> {
        let mut rows: BTreeMap<CheckKind, Days<'a>> = BTreeMap::new();
        for checks in &self.schedule.checks {
            let row = rows.entry(checks.follow_up.kind).or_default();
            for day in &checks.days {
                row.entry(*day).or_default().push(&checks.entry);
            }
        }
        rows
    }

    fn row(&self, kind: CheckKind, days: Days<'a>) -> TimeRow {
        let mark = |(day, entries): (Date, Vec<&EntryId>)| TimeMark {
            at: self.place(day),
            entries: entries.into_iter().cloned().collect(),
        };
        TimeRow { kind, name: self.name(kind), marks: days.into_iter().map(mark).collect() }
    }

    fn name(&self, kind: CheckKind) -> String {
        self.speaker.phrase(&format!("window.timeline.{}", serde_name(&kind)))
    }

    /// The start, each year after it, or every other when there are many, and the end.
    fn ticks(&self) -> Vec<TimeTick> {
        let Schedule { start: Start { day: start, .. }, end, .. } = *self.schedule;
        let years = (1..).map_while(|year| start.checked_add(Span::new().years(year)).ok());
        let last = self.place(end) - NEAR_END;
        let years: Vec<Date> = years.take_while(|day| self.place(*day) < last).collect();
        let every = years.len().div_ceil(MOST_YEARS).max(1);
        let years = years.into_iter().skip(every - 1).step_by(every);
        let days = [start].into_iter().chain(years);
        let tick = |day| TimeTick { at: self.place(day), label: self.month(day) };
        let over = TimeTick { at: self.place(end), label: self.over(end) };
        days.map(tick).chain([over]).collect()
    }

    /// "sep 2027", or how long after the start while that is not known.
    fn month(&self, day: Date) -> String {
        let Start { day: start, known, .. } = self.schedule.start;
        if known {
            let month = self.speaker.phrase(&format!("window.timeline.months.{}", day.month()));
            return format!("{month}{}{}", format::NBSP, day.year());
        }
        match self.schedule.month_of(day) - 1 {
            0 if day == start => self.speaker.phrase("window.timeline.at_start"),
            months => self.speaker.filled("window.timeline.after", &[("n", months.to_string())]),
        }
    }

    fn over(&self, end: Date) -> String {
        let month = end.tomorrow().map(|after| if self.schedule.start.known { end } else { after });
        self.speaker.filled("window.timeline.over", &[("month", self.month(month.unwrap_or(end)))])
    }

    fn summary(&self, rows: &BTreeMap<CheckKind, Days<'a>>) -> String {
        let rows = rows.iter().map(|(kind, days)| self.row_in_words(*kind, days));
        [self.whole()].into_iter().chain(rows).collect::<Vec<_>>().join(" ")
    }

    fn whole(&self) -> String {
        let Schedule { start: Start { day: start, known, .. }, end, .. } = *self.schedule;
        if known {
            let slots = [("start", format::date(start)), ("end", format::date(end))];
            return self.speaker.filled("window.timeline.dated", &slots);
        }
        let months = ("n", self.schedule.month_of(end).to_string());
        self.speaker.filled("window.timeline.undated", &[months])
    }

    fn row_in_words(&self, kind: CheckKind, days: &Days<'a>) -> String {
        let said = |date: Option<&Date>| date.map(|date| day(*date, self.schedule, self.speaker));
        let said = |date| said(date).unwrap_or_default();
        let slots = [
            ("name", self.name(kind)),
            ("n", days.len().to_string()),
            ("first", said(days.keys().next())),
            ("last", said(days.keys().next_back())),
        ];
        let key = if days.len() == 1 { "once" } else { "often" };
        self.speaker.filled(&format!("window.timeline.{key}"), &slots)
    }
}
