//! A row a check, in the order of their days.

use domain::follow_up::schedule::{Checks, Schedule};
use jiff::civil::Date;

use super::{Cell, Maker, Row, Sheet, name};

const COLUMNS: [(&str, u16); 10] = [
    ("day", 13),
    ("month", 10),
    ("number", 7),
    ("heading", 30),
    ("who", 22),
    ("check_kind", 14),
    ("how_checked", 44),
    ("evidence_contract", 36),
    ("sanction", 36),
    ("outcome_of_check", 36),
];

impl Maker<'_> {
    pub(super) fn follow_up_plan(&self) -> Sheet {
        let schedule = Schedule::of(&self.project.procurement, self.assessment);
        let mut rows: Vec<(Date, usize, Row)> = Vec::new();
        if let Some(schedule) = &schedule {
            for checks in &schedule.checks {
                rows.extend(checks.days.iter().filter_map(|day| self.check(schedule, checks, *day)));
            }
        }
        rows.sort_by_key(|(day, number, _)| (*day, *number));
        self.sheet("follow_up_plan", &COLUMNS, rows.into_iter().map(|(_, _, row)| row).collect())
    }

    /// With its day and its requirement's number, to be sorted by.
    fn check(&self, schedule: &Schedule, checks: &Checks, day: Date) -> Option<(Date, usize, Row)> {
        let active = self.assessment.active_for(&checks.entry)?;
        let entry = self.assessment.catalogue.entry(&checks.entry)?;
        let said = self.speaker().requirement(entry);
        let cells = vec![
            if schedule.dated { Cell::Date(day) } else { Cell::Empty },
            Cell::Number(schedule.month_of(day).into()),
            Cell::text(format!("K{}", active.number)),
            Cell::text(&said.words.title),
            Cell::text(said.who().unwrap_or_default()),
            Cell::text(self.say(&format!("check_kinds.{}", name(&checks.follow_up.kind)))),
            Cell::text(said.how_checked()),
            Cell::text(said.evidence_contract()),
            Cell::text(said.sanction()),
            Cell::Empty,
        ];
        Some((day, active.number, Row { id: String::new(), cells }))
    }
}
