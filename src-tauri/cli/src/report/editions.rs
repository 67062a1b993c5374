//! The requirements that differ from the catalogue: what is other, old and new, and what to do.

use domain::editions::{self, Pending};
use domain::format;
use domain::requirements::words::Speaker;
use domain::text::Language;
use domain::word_by_word::Run;

use super::Report;

const HOW: &str =
    "Ta över det nya med accept_edition eller behåll det gamla med keep_edition, med samkrav edit.";

impl Report<'_> {
    pub(super) fn editions(&mut self) {
        let differing: Vec<&Pending> = self.assessment.editions.iter().filter(|p| !p.kept).collect();
        if differing.is_empty() {
            return;
        }
        self.page.heading("Ändrat i kravbiblioteket");
        for pending in &differing {
            self.edition(pending);
        }
        if differing.iter().any(|pending| pending.asks()) {
            self.page.air();
            self.page.line(HOW);
        }
    }

    fn edition(&mut self, pending: &Pending) {
        let speaker = Speaker::new(self.project, self.assessment, Language::Sv);
        let Some(requirement) = self.project.requirement(&pending.entry) else { return };
        let (title, entry) = (&requirement.entry.text.sv.title, &pending.entry);
        self.page.air();
        self.page.line(&format!("{}: {title} ({entry})", pending.state(speaker)));
        let list = |items: &[String]| format::list(items, Language::Sv);
        let rest = [
            ("Skäl", pending.why(speaker).unwrap_or_default().to_owned()),
            ("Ersätts av", list(&pending.successors(speaker))),
            ("Det som är ändrat", pending.changed(speaker)),
            ("Värden som inte passar", list(&pending.lost_values(requirement, speaker))),
            ("Egen text", pending.own_text(requirement, speaker).unwrap_or_default()),
        ];
        for (label, said) in rest.iter().filter(|(_, said)| !said.is_empty()) {
            self.page.row(label, said);
        }
        for row in editions::rows(requirement, pending, speaker) {
            self.page.row(&format!("{}, i projektet", row.label), &text(&row.old));
            self.page.row(&format!("{}, nu", row.label), &text(&row.new));
        }
    }
}

/// The paragraphs of one side after each other.
fn text(lines: &[Vec<Run>]) -> String {
    let whole = |line: &Vec<Run>| line.iter().map(|run| &*run.text).collect::<String>();
    lines.iter().map(whole).collect::<Vec<_>>().join(" ")
}
