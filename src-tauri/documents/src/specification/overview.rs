//! The requirements in brief: one table with all of them, and one of who does what.

use domain::assess::Active;
use domain::catalogue::entry::{CheckKind, EntryText, Role};
use domain::catalogue::theme::Level;
use domain::format;

use super::Builder;
use crate::front::{name, number};
use crate::model::{Column, Passage, Rich, Section, Table};

impl Builder<'_> {
    pub(super) fn overview(&self, number: &str) -> Section {
        let section = Section::new(number, &self.say("overview.title")).wide_table(self.overview_table());
        let along = self.common_terms().count();
        let common = (along > 0).then(|| {
            let n = format::count(count_as_f64(along), self.print.language);
            let key = if along == 1 { "overview.common_one" } else { "overview.common_many" };
            self.fill(key, &[("n", n), ("numbers", self.numbers(self.common_terms()))])
        });
        common
            .into_iter()
            .fold(section, Section::paragraph)
            .labelled(&self.say("overview.roles_label"), vec![Passage::Table(self.roles())])
    }

    fn overview_table(&self) -> Table {
        let columns = vec![
            Column::text(&self.say("overview.requirement"), 1.0),
            Column::text(&self.say("overview.heading"), 4.7),
            Column::text(&self.say("overview.level"), 2.3),
            Column::text(&self.say("overview.evidence"), 4.3),
            Column::text(&self.say("overview.first_check"), 1.9),
            Column::number(&self.say("overview.page"), 0.9),
        ];
        let count = self.own_requirements().count();
        let key = if count == 1 { "overview.caption_one" } else { "overview.caption_many" };
        let n = format::upper_first(&format::count(count_as_f64(count), self.print.language));
        let caption = self.fill(key, &[("table", "1".to_owned()), ("n", n)]);
        let table = Table::new(columns).caption(&caption);
        self.own_requirements().fold(table, |table, active| table.row(self.overview_row(active)))
    }

    fn overview_row(&self, active: &Active) -> [Rich; 6] {
        let words = self.words(active);
        let text =
            |read: fn(&EntryText) -> &String| words.map(|words| read(words).clone()).unwrap_or_default();
        let level = self.entry(active).map(|entry| entry.rules.level);
        let level = level.map(|level| Rich::default().level(level, &format!(" {}", self.level_word(level))));
        [
            number(active).into(),
            text(|words| &words.title).into(),
            level.unwrap_or_default(),
            text(|words| &words.evidence_short).into(),
            self.said(active).map(|said| said.first_check()).unwrap_or_default().into(),
            Rich::default().page_of(&number(active)),
        ]
    }

    fn level_word(&self, level: Level) -> String {
        self.phrase(&format!("general.levels.{}", name(&level)))
    }

    fn roles(&self) -> Table {
        let columns = vec![
            Column::text(&self.say("overview.role"), 2.0),
            Column::text(&self.say("overview.duty"), 4.4),
        ];
        let p = &self.project.procurement;
        let manager = [&p.contract_manager, &p.unit, &p.authority_name]
            .into_iter()
            .find(|text| !text.trim().is_empty());
        let manager = manager.cloned().unwrap_or_else(|| self.say("overview.buyer"));
        let mut table = Table::new(columns).row(self.contract_manager(&format::upper_first(&manager)));
        if self.relies_on("officer") {
            table = table.row(self.role("officer", ""));
        }
        if self.relies_on("matching_lead") {
            table = table.row(self.role("matching_lead", &self.matching_lead_or_none()));
        }
        let reports = self.speaker().in_role(Role::Report).is_some();
        let duty = if reports { "overview.supplier_duty_report" } else { "overview.supplier_duty" };
        table.row([self.say("overview.supplier"), self.say(duty)])
    }

    /// Who it is, and only what the requirements that stand give to do.
    fn contract_manager(&self, who: &str) -> [String; 2] {
        let entries = self.assessment.active.iter().filter_map(|active| self.entry(active));
        let kinds: Vec<CheckKind> = entries.filter_map(|entry| Some(entry.rules.follow_up?.kind)).collect();
        let tasks = [
            (kinds.contains(&CheckKind::Meeting), "calls"),
            (kinds.contains(&CheckKind::Report), "receives"),
            (true, "checks"),
        ];
        let tasks = tasks.into_iter().filter(|(holds, _)| *holds);
        let tasks: Vec<String> = tasks.map(|(_, key)| self.say(&format!("overview.{key}"))).collect();
        let tasks = format::upper_first(&format::list(&tasks, self.print.language));
        let slots = [("who", who.to_owned()), ("tasks", tasks)];
        [self.say("overview.contract_manager"), self.fill("overview.contract_manager_duty", &slots)]
    }

    fn role(&self, role: &str, who: &str) -> [String; 2] {
        let duty = self.fill(&format!("overview.{role}_duty"), &[("who", who.to_owned())]);
        [self.say(&format!("overview.{role}")), duty]
    }

    pub(super) fn matching_lead_or_none(&self) -> String {
        self.matching_lead().unwrap_or_else(|| self.say("matching.none_yet"))
    }
}

#[expect(clippy::cast_precision_loss, reason = "a document has far fewer than 2^53 requirements")]
fn count_as_f64(count: usize) -> f64 {
    count as f64
}
