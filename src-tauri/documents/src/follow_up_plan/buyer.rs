//! What the buyer is to do, and how long the follow-up takes.

use domain::assess::Active;
use domain::follow_up::hours;
use domain::format;

use super::Builder;
use crate::front::number;
use crate::model::{Block, Column, Passage, Rich, Section, Table};

impl Builder<'_> {
    /// Nothing when no requirement asks anything of the buyer.
    pub(super) fn buyer(&self) -> Option<Section> {
        let mut table = self.buyer_table();
        table.rows = self.assessment.active.iter().filter_map(|active| self.buyer_row(active)).collect();
        if table.rows.is_empty() {
            return None;
        }
        let sum: f64 = self.assessment.active.iter().map(|active| self.hours(active)).sum();
        let sum = [self.say("buyer.sum"), String::new(), self.shown(sum)];
        let table = table.row(sum.map(|text| Rich::default().emphasis(&text)));
        let section = self.headed("buyer.title").paragraph(self.say("buyer.intro"));
        Some(section.block(Block::Passage(Passage::Note(self.hours_told().into()))).wide_table(table))
    }

    /// What the hours are, and what they leave out: told before the table, whose sum would else be read alone.
    fn hours_told(&self) -> String {
        [vec![self.say("buyer.hours_note")], hours::beside(self.speaker())].concat().join(" ")
    }

    fn buyer_table(&self) -> Table {
        let columns = vec![
            Column::text(&self.say("buyer.requirement"), 3.3),
            Column::text(&self.say("buyer.duty"), 7.0),
            Column::number(&self.say("buyer.hours"), 1.5),
        ];
        Table::new(columns).caption(&self.say("buyer.caption"))
    }

    fn buyer_row(&self, active: &Active) -> Option<Vec<Rich>> {
        let said = self.said(active)?;
        let duties: Vec<String> = said.words.buyer_duties.iter().map(|duty| said.text(duty)).collect();
        let hours = self.hours(active);
        let heading = format!("{} {}", number(active), self.title(active));
        let row = vec![heading.into(), duties.join("\n").into(), self.shown(hours).into()];
        (!duties.is_empty() || hours > 0.0).then_some(row)
    }

    fn hours(&self, active: &Active) -> f64 {
        self.entry(active).map_or(0.0, |entry| hours::own(entry, &self.assessment.facts))
    }

    fn shown(&self, hours: f64) -> String {
        format::decimal(hours, 1, self.print.language)
    }
}
