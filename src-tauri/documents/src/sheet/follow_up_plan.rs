//! A row a meeting, a report and a check, in the order of their days.

use domain::follow_up::schedule::{Checks, Event, Schedule};
use jiff::civil::Date;

use super::{Cell, Maker, Row, Sheet, name};

pub(super) const COLUMNS: [(&str, u16); 10] = [
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
                rows.extend(checks.events().filter_map(|event| self.check(schedule, checks, event)));
            }
        }
        rows.sort_by_key(|(day, number, _)| (*day, *number));
        self.sheet("follow_up_plan", &COLUMNS, rows.into_iter().map(|(_, _, row)| row).collect())
    }

    /// With its day and its requirement's number, to be sorted by.
    fn check(
        &self,
        schedule: &Schedule,
        checks: &Checks,
        (day, event): (Date, Event),
    ) -> Option<(Date, usize, Row)> {
        let active = self.assessment.active_for(&checks.entry)?;
        let entry = self.assessment.catalogue.entry(&checks.entry)?;
        let said = self.speaker().requirement(entry);
        let supplier = || self.speaker().phrase("specification.overview.supplier");
        let (who, how) = match event {
            Event::HandedIn => (supplier(), String::new()),
            _ => (said.who().unwrap_or_default(), said.how_checked()),
        };
        let cells = vec![
            if schedule.start.known { Cell::Date(day) } else { Cell::Empty },
            Cell::Number(schedule.month_of(day).into()),
            Cell::text(format!("K{}", active.number)),
            Cell::text(&said.words.title),
            Cell::text(who),
            Cell::text(self.say(&format!("check_kinds.{}", name(&event)))),
            Cell::text(how),
            Cell::text(said.evidence_contract()),
            Cell::text(said.sanction()),
            Cell::Empty,
        ];
        Some((day, active.number, Row { id: String::new(), cells }))
    }
}
