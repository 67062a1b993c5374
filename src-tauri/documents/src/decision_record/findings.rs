//! The review: findings as they stand, and each Stop that was kept, with reason, name and day.

use domain::format;
use domain::review::finding::{Finding, FindingOverride, Place, Severity};
use domain::review::rule::Rule;

use super::Builder;
use crate::front::name;
use crate::model::{Section, Status, Table};

impl Builder<'_> {
    pub(super) fn findings(&self) -> Section {
        let section = self.headed("findings.title");
        // That the catalogue has gone on is told once for all, in the section on its edition.
        let news =
            |finding: &&Finding| finding.rule == Rule::EntryChanged && finding.severity == Severity::Info;
        let findings: Vec<&Finding> =
            self.assessment.findings.iter().filter(|finding| !news(finding)).collect();
        let section = if findings.is_empty() {
            section.paragraph(self.say("findings.none"))
        } else {
            let what = if self.is_final() { "what_final" } else { "what" };
            let heads = [("severity", 1.2), ("place", 2.2), (what, 4.6), ("legal", 2.2)];
            let table = Table::new(self.columns("findings", &heads)).caption(&self.say("findings.caption"));
            let table = findings.into_iter().fold(table, |table, finding| table.row(self.finding(finding)));
            section.paragraph(self.say("findings.intro")).wide_table(table)
        };
        if self.project.overrides.is_empty() { section } else { section.wide_table(self.overrides()) }
    }

    fn finding(&self, finding: &Finding) -> [String; 4] {
        let language = self.print.language;
        let severity = self.phrase(&format!("window.severity.{}", name(&finding.severity)));
        let severity = match finding.overridden {
            Some(_) => self.fill("findings.kept", &[("severity", severity)]),
            None => severity,
        };
        let message = finding.message.of(language);
        let what = if self.is_final() {
            message.clone()
        } else {
            format!("{message}\n{}", finding.remedy.of(language))
        };
        [severity, self.place(finding), what, finding.legal_basis.of(language).clone()]
    }

    /// What to do is told as long as it can be done: in what has been decided it would stand as not done.
    fn is_final(&self) -> bool {
        matches!(self.print.status, Status::Final { .. })
    }

    /// Where it is; only the number when the message begins with the whole name, and no one theme where it is about several.
    fn place(&self, finding: &Finding) -> String {
        if matches!((&finding.place, &*finding.also), (Place::Theme(_), [Place::Theme(_), ..])) {
            return self.say("findings.themes");
        }
        let place = finding.place.words(self.assessment).of(self.print.language).clone();
        match place.split_once(' ') {
            Some((number, _)) if finding.message.of(self.print.language).starts_with(&place) => {
                number.to_owned()
            }
            _ => place,
        }
    }

    fn overrides(&self) -> Table {
        let heads = [("finding", 3.4), ("reason", 4.6), ("who", 2.2)];
        let table =
            Table::new(self.columns("findings", &heads)).caption(&self.say("findings.overrides_caption"));
        self.project.overrides.iter().fold(table, |table, kept| table.row(self.kept(kept)))
    }

    fn kept(&self, kept: &FindingOverride) -> [String; 3] {
        let here = self.assessment.findings.iter().any(|finding| finding.key() == kept.finding);
        let place = kept.finding.place.words(self.assessment).of(self.print.language).clone();
        let slots = [("place", place)];
        let finding = self.fill(if here { "findings.present" } else { "findings.gone" }, &slots);
        let by = kept.by.trim();
        let by = if by.is_empty() { self.say("findings.unnamed") } else { by.to_owned() };
        let who = self.fill("findings.who_text", &[("by", by), ("on", format::date(kept.on))]);
        [finding, kept.reason.trim().to_owned(), who]
    }
}
