//! Task 7: which version the documents are, and what has changed since the last one was fixed.

use domain::fixed::{Change, Changes, FixedRequirement, FixedVersion, Hinder, before, hinders, since};
use domain::format;
use domain::progress::Task;
use domain::requirements::words::Speaker;
use domain::text::{Bilingual, Language};
use serde::Serialize;
use ts_rs::TS;

/// The versions of a project.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FixedView {
    /// "1.0": what is proposed when the project is to be fixed.
    pub next: String,
    /// The versions that were fixed, the last first.
    pub versions: Vec<VersionView>,
    /// What one should know before the next is fixed: Stops that are set aside, sections of law that are to be checked.
    pub before: Vec<String>,
    /// All that hinders that it is fixed.
    pub hinders: Vec<HinderView>,
    /// What has changed since the last of them; nothing when the documents are as they were.
    pub changes: Vec<ChangeView>,
}

/// A version that was fixed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VersionView {
    /// "1.0"
    pub version: String,
    /// "Version 1.0 fastställdes 2026-11-26. Beslutsfattare: Anna Lindqvist."
    pub words: String,
}

/// One thing that hinders that the documents are fixed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HinderView {
    /// "Ett stopp i granskningen"
    pub text: String,
    /// "Fyll i det, eller ta bort kravet."
    pub hint: String,
    /// Where it is done.
    pub task: Task,
}

/// One thing that has changed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    /// "K3 Studiebesök: ny lydelse"
    pub words: String,
    /// The duties as they were, when these are others now.
    pub before: Vec<String>,
    /// The duties as they are now, then.
    pub after: Vec<String>,
}

impl FixedView {
    /// The versions of the project that the speaker speaks of.
    pub fn of(speaker: Speaker<'_>) -> Self {
        let project = speaker.project;
        let hinders = hinders(speaker.assessment);
        let changes = since(project, speaker.assessment).map(|Changes { changes, .. }| changes);
        let said = |words: &Bilingual| words.of(speaker.language).clone();
        Self {
            next: project.next_version().to_string(),
            versions: project.fixed.iter().rev().map(|version| VersionView::of(version, speaker)).collect(),
            before: before(project, speaker.assessment).words.iter().map(said).collect(),
            hinders: hinders.iter().map(|hinder| HinderView::of(hinder, speaker.language)).collect(),
            changes: changes.iter().flatten().map(|change| ChangeView::of(change, speaker)).collect(),
        }
    }
}

impl HinderView {
    fn of(hinder: &Hinder, language: Language) -> Self {
        let said = |words: &Bilingual| words.of(language).clone();
        Self { text: said(&hinder.what), hint: said(&hinder.hint), task: hinder.task }
    }
}

impl VersionView {
    fn of(fixed: &FixedVersion, speaker: Speaker<'_>) -> Self {
        let slots = [
            ("version", fixed.version.to_string()),
            ("on", format::date(fixed.on)),
            ("by", fixed.by.clone()),
        ];
        // Whoever decides need not be the one who pressed the button.
        let key = match fixed.by.trim() {
            "" => "version",
            by if by == speaker.project.procurement.decision_maker.trim() => "version_decided",
            _ => "version_by",
        };
        Self {
            version: fixed.version.to_string(),
            words: speaker.filled(&format!("window.fixed.{key}"), &slots),
        }
    }
}

impl ChangeView {
    fn of(change: &Change<'_>, speaker: Speaker<'_>) -> Self {
        let said =
            |key: &str, what: String| speaker.filled(&format!("window.fixed.{key}"), &[("what", what)]);
        let named = |requirement: &FixedRequirement| {
            format!("K{} {}", requirement.number, requirement.title.of(speaker.language))
        };
        let words = match change {
            Change::Fact(field) => said("fact", speaker.phrase(&format!("program.fields.{field}"))),
            Change::Answer(question) => said("answer", question_of(question, speaker)),
            Change::Added(requirement) => said("added", named(requirement)),
            Change::Reworded { after, .. } => said("reworded", named(after)),
            Change::Withdrawn(requirement) => said("withdrawn", named(requirement)),
            Change::Decision(theme) => {
                said("decision", speaker.phrase(&format!("general.themes.{}", theme.code())))
            }
        };
        let (before, after) = match change {
            Change::Reworded { before, after } if before.duties != after.duties => {
                (before.duties.of(speaker.language).clone(), after.duties.of(speaker.language).clone())
            }
            _ => Default::default(),
        };
        Self { words, before, after }
    }
}

fn question_of(question: &domain::catalogue::id::QuestionId, speaker: Speaker<'_>) -> String {
    let known = speaker.catalogue.questions.get(question);
    known.map_or_else(|| question.to_string(), |known| known.text.of(speaker.language).question.clone())
}
