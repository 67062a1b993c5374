//! What was proposed, why, and what came of it.

use domain::catalogue::entry::{Class, Entry};
use domain::catalogue::id::EntryId;
use domain::format;
use domain::requirements::recommend::{Reason, Recommendation, Standing};

use super::{Builder, note};
use crate::front::{name, number};
use crate::model::{Column, Rich, Section, Table};

impl Builder<'_> {
    pub(super) fn recommended(&self) -> Section {
        let section = self.headed("recommended.title").paragraph(self.say("recommended.intro"));
        let proposed = self.assessment.recommendations.iter();
        let proposed: Vec<&Recommendation> =
            proposed.filter(|one| one.standing != Standing::Companion).collect();
        let section = if proposed.is_empty() {
            section.paragraph(self.say("recommended.none"))
        } else {
            let table = Table::new(self.heads()).caption(&self.say("recommended.caption"));
            let table = proposed.iter().fold(table, |table, one| table.row(self.proposal(one)));
            section.wide_table(table).block(note(self.say("recommended.order")))
        };
        let own = self.chosen_beside();
        if own.is_empty() {
            return section;
        }
        let titles = format::list(&own, self.print.language);
        section.paragraph(self.fill("recommended.own", &[("titles", titles)]))
    }

    fn heads(&self) -> Vec<Column> {
        self.columns("recommended", &[("entry", 2.5), ("standing", 1.9), ("reasons", 5.5), ("taken", 1.6)])
    }

    fn proposal(&self, one: &Recommendation) -> [Rich; 4] {
        let standing = self.phrase(&format!("window.standing.{}", name(&one.standing)));
        [
            self.speaker().title(&one.entry).into(),
            standing.into(),
            self.reasons(&one.reasons).into(),
            self.taken(&one.entry).into(),
        ]
    }

    /// "Det är en tjänst. Branschen är i riskzonen."
    pub(super) fn reasons(&self, reasons: &[Reason]) -> String {
        let sentence =
            |reason: &Reason| format!("{}.", format::upper_first(reason.text.of(self.print.language)));
        reasons.iter().map(sentence).collect::<Vec<_>>().join(" ")
    }

    fn taken(&self, entry: &EntryId) -> String {
        let Some(active) = self.assessment.active_for(entry) else {
            let reminds = |entry: &Entry| entry.rules.class == Class::Reminder;
            let reminder = self.catalogue.entry(entry).is_some_and(reminds);
            return self.say(if reminder { "recommended.reminded" } else { "recommended.not_taken" });
        };
        let key = if active.companion { "recommended.along_as" } else { "recommended.taken_as" };
        self.fill(key, &[("number", number(active))])
    }

    /// What the officer chose without having been told to.
    fn chosen_beside(&self) -> Vec<String> {
        let is_proposed = |entry: &EntryId| {
            self.assessment.recommendations.iter().any(|recommendation| recommendation.entry == *entry)
        };
        self.project.chosen().filter(|entry| !is_proposed(entry)).map(|entry| self.named(entry)).collect()
    }
}
