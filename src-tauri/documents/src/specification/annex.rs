//! Annexes: a page of its own for each table that a requirement needs, such as the lowest pay.

use domain::assess::Active;
use domain::catalogue::id::ParameterName;
use domain::catalogue::parameter::{Parameter, ParameterKind, ParameterValue};
use domain::catalogue::theme::Placement;

use super::Builder;
use crate::front::number;
use crate::model::{Column, Fact, Rich, Section, Table};

/// Empty rows in a table that has not been filled in, so that there is room to write.
const EMPTY_ROWS: usize = 3;

impl Builder<'_> {
    pub(super) fn annexes(&self) -> Vec<Section> {
        let own = |active: &&Active| {
            self.entry(active).is_some_and(|e| e.rules.placement == Placement::AwardCriterion)
        };
        let tables = self
            .assessment
            .active
            .iter()
            .filter(|active| !own(active))
            .flat_map(|active| self.tables(active));
        tables.enumerate().map(|(i, (active, parameter))| self.annex(i + 1, active, parameter)).collect()
    }

    fn tables<'b>(&'b self, active: &'b Active) -> impl Iterator<Item = (&'b Active, &'b ParameterName)> {
        let parameters = self.entry(active).map(|entry| &entry.rules.parameters);
        let here = |p: &Parameter| p.kind == ParameterKind::Table && p.is_needed(&self.assessment.facts);
        let tables = parameters.into_iter().flatten().filter(move |(_, parameter)| here(parameter));
        tables.map(move |(name, _)| (active, name))
    }

    fn annex(&self, n: usize, active: &Active, parameter: &ParameterName) -> Section {
        let words = self.words(active);
        let title = words.map(|words| words.title.clone()).unwrap_or_default();
        let refers = self.fill("annex.reference", &[("number", number(active)), ("title", title.clone())]);
        let section =
            Section::annex(&self.fill("annex.number", &[("n", n.to_string())]), &title).paragraph(refers);
        let empty = rows(active, parameter).is_empty();
        let section = section.facts(self.stated(active));
        let section = if empty { section.paragraph(self.say("annex.empty")) } else { section };
        section.wide_table(self.table(active, parameter))
    }

    /// What the requirement states beside the table, so that the annex holds all of it.
    fn stated(&self, active: &Active) -> Vec<Fact> {
        let (Some(entry), Some(said)) = (self.entry(active), self.said(active)) else { return Vec::new() };
        let parameters = entry.rules.parameters.iter();
        let stated = parameters
            .filter(|(_, p)| p.kind != ParameterKind::Table && p.is_needed(&self.assessment.facts))
            .filter_map(|(name, _)| Some((said.words.parameters.get(name)?, said.shown(name.as_str()))));
        stated.map(|(label, value)| Fact::new(label, value)).collect()
    }

    /// The scale of an award criterion stands under the criterion itself: tenderers are judged by it.
    pub(super) fn own_table(&self, active: &Active) -> Option<Table> {
        self.tables(active).next().map(|(_, parameter)| self.table(active, parameter))
    }

    fn table(&self, active: &Active, parameter: &ParameterName) -> Table {
        let words = self.words(active);
        let label = words.and_then(|words| words.parameters.get(parameter)).cloned().unwrap_or_default();
        let heads = words.and_then(|words| words.columns.get(parameter)).cloned().unwrap_or_default();
        table(&label, &heads, rows(active, parameter))
    }
}

/// The rows that have been filled in.
fn rows(active: &Active, parameter: &ParameterName) -> Vec<Vec<String>> {
    match active.values.get(parameter).and_then(|filled| filled.value.as_ref()) {
        Some(ParameterValue::Table(rows)) => rows.clone(),
        _ => Vec::new(),
    }
}

fn table(caption: &str, heads: &[String], rows: Vec<Vec<String>>) -> Table {
    let columns = heads.iter().map(|head| Column::text(head, 1.0)).collect();
    let empty = vec![vec![String::new(); heads.len()]; EMPTY_ROWS];
    let rows = if rows.is_empty() { empty } else { rows };
    let mut table = Table::new(columns).caption(caption);
    table.rows = rows.into_iter().map(|row| row.into_iter().map(Rich::from).collect()).collect();
    table
}
