//! A sheet for each check that has steps: what to ask for, what to look at and what to write down, to fill in.

use domain::assess::Active;

use super::Builder;
use crate::front::number;
use crate::model::{Column, Fact, Field, Rich, Section, Table};

impl Builder<'_> {
    /// The sheets, numbered after the annexes before them.
    pub(super) fn check_sheets(&self, before: usize) -> Vec<Section> {
        let sheets = self.assessment.active.iter().filter_map(|active| {
            let steps = self.said(active)?.check_steps();
            (!steps.is_empty()).then_some((active, steps))
        });
        let numbered = sheets.enumerate();
        numbered.map(|(at, (active, steps))| self.check_sheet(before + at + 1, active, steps)).collect()
    }

    fn check_sheet(&self, n: usize, active: &Active, steps: Vec<String>) -> Section {
        let slots = [("n", n.to_string()), ("number", number(active)), ("title", self.title(active))];
        let section = Section::annex(
            &self.speaker().filled("specification.annex.number", &slots),
            &self.fill("sheet.title", &slots),
        );
        let heads = [("step", 6.0), ("done", 1.4), ("note", 3.4)];
        let columns = heads.map(|(key, share)| Column::text(&self.say(&format!("sheet.{key}")), share));
        let table = Table::new(columns.into()).caption(&self.fill("sheet.caption", &slots)).plain_row_heads();
        let steps = steps.into_iter().enumerate();
        let table = steps.fold(table, |table, (at, step)| table.row(self.step_of(active, at + 1, &step)));
        section.paragraph(self.fill("sheet.intro", &slots)).facts(self.sheet_head(active)).wide_table(table)
    }

    /// Who checks whom and when; of papers about persons also what for, and the day when they are disposed of.
    fn sheet_head(&self, active: &Active) -> Vec<Fact> {
        let about_persons = self.entry(active).is_some_and(|entry| entry.rules.about_persons);
        let keys = [
            ("supplier", true),
            ("date", true),
            ("by", true),
            ("purpose", about_persons),
            ("disposed_of", about_persons),
            ("result", true),
        ];
        let asked = keys.into_iter().filter(|(_, holds)| *holds);
        asked
            .map(|(key, _)| {
                let label = self.say(&format!("sheet.{key}"));
                Fact::new(&label, self.room(active, key, &label, 1))
            })
            .collect()
    }

    fn step_of(&self, active: &Active, at: usize, step: &str) -> [Rich; 3] {
        let room = |key: &str, lines| {
            let label = self.fill(&format!("sheet.{key}_of"), &[("n", at.to_string())]);
            Rich::from(self.room(active, &format!("{at}_{key}"), &label, lines))
        };
        [format!("{at}. {step}").into(), room("done", 1), room("note", 2)]
    }

    fn room(&self, active: &Active, key: &str, what: &str, lines: usize) -> Field {
        let number = number(active);
        let slots = [("number", number.clone()), ("title", self.title(active)), ("what", what.to_owned())];
        Field::text(&format!("{number}_sheet_{key}"), &self.fill("report.tooltip", &slots), lines)
    }
}
