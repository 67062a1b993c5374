//! The form that the supplier reports in: numbers, and no word about who.

use domain::assess::Active;
use domain::catalogue::entry::Role;
use domain::catalogue::id::EntryId;
use domain::catalogue::theme::Placement;

use super::Builder;
use crate::front::number;
use crate::model::{Column, Fact, Field, Rich, Section, Table};

impl Builder<'_> {
    /// Nothing when no requirement asks for reports.
    pub(super) fn report(&self) -> Option<Section> {
        let asks = &self.speaker().in_role(Role::Report)?.entry;
        let heads = [("requirement", 3.4), ("offered", 1.3), ("done", 1.4), ("reason", 4.2)];
        let columns = heads.map(|(key, share)| Column::text(&self.say(&format!("report.{key}")), share));
        let table = Table::new(columns.into()).caption(&self.say("report.caption"));
        let table = self.reported_on(asks).fold(table, |table, active| table.row(self.reported(active)));
        let section = Section::annex(&self.say("report.number"), &self.say("report.title"));
        Some(section.paragraph(self.say("report.intro")).facts(self.head()).wide_table(table))
    }

    /// The terms that something is offered by, and others that bring the report with them; all terms when the officer has
    /// chosen it for its own sake.
    fn reported_on(&self, asks: &EntryId) -> impl Iterator<Item = &Active> {
        let brings = |active: &&Active| {
            self.entry(active).is_some_and(|e| e.rules.form.is_some() || e.rules.requires.contains(asks))
        };
        let alone = !self.own_requirements().any(|active| brings(&active));
        self.placed(Placement::ContractTerm).filter(move |active| alone || brings(active))
    }

    fn head(&self) -> Vec<Fact> {
        let keys = ["supplier", "period", "by", "date"];
        let line = |key| {
            let label = self.say(&format!("report.{key}"));
            Fact::new(&label, Field::text(&format!("report_{key}"), &label, 1))
        };
        keys.map(line).into()
    }

    fn reported(&self, active: &Active) -> [Rich; 4] {
        let title = self.title(active);
        let unit = self.said(active).map(|said| said.words.unit.clone()).unwrap_or_default();
        let heading = match unit.as_str() {
            "" => title.clone(),
            _ => self.fill("report.unit", &[("title", title.clone()), ("unit", unit)]),
        };
        let field = |key: &str, lines| {
            let slots = [
                ("number", number(active)),
                ("title", title.clone()),
                ("what", self.say(&format!("report.{key}"))),
            ];
            let tooltip = self.fill("report.tooltip", &slots);
            Rich::from(Field::text(&format!("{}_{key}", number(active)), &tooltip, lines))
        };
        let heading = Rich::new(&format!("{} {heading}", number(active)));
        [heading, field("offered", 1), field("done", 1), field("reason", 2)]
    }
}
