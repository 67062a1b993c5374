//! A requirement whose entry is another in the catalogue now: old and new side by side.

use domain::catalogue::id::EntryId;
use domain::editions::{self, Pending};
use domain::requirements::requirement::Requirement;
use domain::requirements::words::Speaker;
use domain::word_by_word::Run;
use serde::Serialize;
use ts_rs::TS;

use super::requirement::number;

/// A requirement that differs from the catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditionView {
    /// The entry.
    pub entry: EntryId,
    /// "K3 Studiebesök", as the project has it.
    pub title: String,
    /// "Ändrat", "Återkallat", "Ersatt", "Uppdelat", "Finns inte i den här katalogen"
    pub state: String,
    /// "kravtext, värden"
    pub changes: String,
    /// Why it was withdrawn.
    pub why: Option<String>,
    /// The titles of what stands in its place.
    pub successors: Vec<String>,
    /// What differs.
    pub rows: Vec<EditionRow>,
    /// Values that nothing takes any longer: "Antal besök: 3".
    pub lost: Option<String>,
    /// What becomes of the officer's own text.
    pub own_text: Option<String>,
    /// The officer has chosen to keep the old one.
    pub kept: bool,
    /// There is something to decide.
    pub asks: bool,
}

/// One part, such as the duties: a paragraph each.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditionRow {
    /// "Kravtext"
    pub label: String,
    /// As the project has it.
    pub old: Vec<Vec<TextRun>>,
    /// As the catalogue has it now.
    pub new: Vec<Vec<TextRun>>,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TextRun {
    /// The text.
    pub text: String,
    /// Whether the other side lacks it.
    pub changed: bool,
}

impl EditionView {
    /// All requirements that differ, those to be decided first, as they are numbered.
    pub fn all(speaker: Speaker<'_>) -> Vec<Self> {
        let mut views: Vec<Self> =
            speaker.assessment.editions.iter().filter_map(|pending| Self::of(pending, speaker)).collect();
        let place = |view: &Self| {
            speaker.assessment.active_for(&view.entry).map_or(usize::MAX, |active| active.number)
        };
        views.sort_by_key(|view| (!view.asks, place(view)));
        views
    }

    fn of(pending: &Pending, speaker: Speaker<'_>) -> Option<Self> {
        let requirement = speaker.project.requirement(&pending.entry)?;
        let lost = pending.lost_values(requirement, speaker);
        Some(Self {
            entry: pending.entry.clone(),
            title: title(requirement, speaker),
            state: pending.state(speaker),
            changes: pending.changed(speaker),
            why: pending.why(speaker).map(str::to_owned),
            successors: pending.successors(speaker),
            rows: editions::rows(requirement, pending, speaker).into_iter().map(EditionRow::of).collect(),
            lost: (!lost.is_empty()).then(|| domain::format::list(&lost, speaker.language)),
            own_text: pending.own_text(requirement, speaker),
            kept: pending.kept,
            asks: pending.asks(),
        })
    }
}

fn title(requirement: &Requirement, speaker: Speaker<'_>) -> String {
    let title = requirement.entry.text.of(speaker.language).title.clone();
    match speaker.assessment.active_for(requirement.id()) {
        Some(active) => format!("{} {title}", number(active)),
        None => title,
    }
}

impl EditionRow {
    fn of(row: editions::Row) -> Self {
        Self { label: row.label, old: TextRun::lines(row.old), new: TextRun::lines(row.new) }
    }
}

impl TextRun {
    /// A text, a paragraph each line.
    pub fn lines(lines: Vec<Vec<Run>>) -> Vec<Vec<Self>> {
        let run = |run: Run| Self { text: run.text, changed: run.changed };
        lines.into_iter().map(|line| line.into_iter().map(run).collect()).collect()
    }
}
