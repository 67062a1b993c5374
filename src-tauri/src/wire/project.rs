//! An open project: everything that the officer can see about it, made whole after every edit.

use domain::catalogue::question::QuestionGroup;
use domain::needs::facts::serde_name;
use domain::progress::{self, Task, TaskProgress, TaskState};
use domain::project::ProjectId;
use domain::requirements::words::Speaker;
use domain::revision::RevisionId;
use domain::spot::Spot;
use domain::text::Bilingual;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use store::StepsInWords;
use ts_rs::TS;

use super::document::DocumentRow;
use super::edition::EditionView;
use super::facts::FactsView;
use super::fixed::FixedView;
use super::follow_up::FollowUpPlan;
use super::needs::{self, QuestionGroupView, WaitingView};
use super::offer::OfferPlace;
use super::own_requirement::OwnRequirementForm;
use super::regime::RegimeCard;
use super::review::FindingView;
use super::theme::{Cards, ThemeView};

/// An open project.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProjectView {
    /// Its id.
    pub id: ProjectId,
    /// The revision that is shown; an edit names it.
    pub head: RevisionId,
    /// What the procurement is called; may be empty.
    pub title: String,
    /// Diarienummer; may be empty.
    pub reference: String,
    /// When it was last saved, UTC: 2026-11-25T14:32:00Z.
    pub saved_at: String,
    /// What undo takes back, in the words of the edit; none where the project began.
    pub undo: Option<String>,
    /// What redo does again; none after an edit.
    pub redo: Option<String>,
    /// How many of the seven tasks are done.
    pub tasks_done: usize,
    /// The seven tasks.
    pub tasks: Vec<TaskView>,
    /// Task 1.
    pub facts: FactsView,
    /// What follows from the facts.
    pub regime: RegimeCard,
    /// Task 2.
    pub readiness: QuestionGroupView,
    /// Task 3: the groups that have any question that matters.
    pub needs: Vec<QuestionGroupView>,
    /// Whom answers are awaited from.
    pub waiting: Vec<WaitingView>,
    /// Task 4: the nine themes, then Gemensamma villkor.
    pub themes: Vec<ThemeView>,
    /// What else can be added, with the theme of each; more of them is told when it is asked for.
    pub offers: Vec<OfferPlace>,
    /// What an own requirement is written with.
    pub own_requirement: OwnRequirementForm,
    /// Requirements whose entries are others in the catalogue now.
    pub editions: Vec<EditionView>,
    /// Task 5.
    pub follow_up: FollowUpPlan,
    /// Task 6, gravest first.
    pub findings: Vec<FindingView>,
    /// Task 7.
    pub documents: Vec<DocumentRow>,
    /// The versions of the documents.
    pub fixed: FixedView,
}

/// A task with its state.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TaskView {
    /// The task.
    pub task: Task,
    /// 1 to 7.
    pub number: usize,
    /// "Upphandlingen"
    pub name: String,
    /// How far it has come.
    pub state: TaskState,
    /// "3 kvar"
    pub note: String,
    /// How many answers others are to give, or warnings there are to go through, when nothing else is left.
    pub waits: usize,
}

/// What became of an edit.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "outcome")]
pub enum Edited {
    /// It was kept.
    Kept {
        /// The project after it.
        project: ProjectView,
        /// What was done, in words: "Värde: 20 000 000 kr".
        words: String,
    },
    /// It was kept beside what had been changed in the project since it was shown.
    Beside {
        /// The project after both.
        project: ProjectView,
        /// What was done, in words.
        words: String,
    },
    /// The same had been changed in the project since it was shown: nothing was done.
    Stale {
        /// The project as it is now.
        project: ProjectView,
    },
}

/// What became of a step back or forth.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "outcome")]
pub enum Stepped {
    /// It was made, and kept.
    Kept {
        /// The project after it.
        project: ProjectView,
        /// What was done, in words: "Ångrat: Värde: 20 000 000 kr".
        words: String,
        /// Where what was undone or redone stands.
        spot: Spot,
    },
    /// The project had changed since it was shown: nothing was done.
    Stale {
        /// The project as it is now.
        project: ProjectView,
    },
}

impl ProjectView {
    /// A project as it stands on a day, at a revision that was kept at `saved`, with what can be undone and redone there.
    pub fn of(
        speaker: Speaker<'_>,
        today: Date,
        head: RevisionId,
        saved: Timestamp,
        steps: StepsInWords,
    ) -> Self {
        let words = |words: Option<Bilingual>| words.map(|words| words.of(speaker.language).clone());
        let cards = Cards::of(speaker);
        let groups = needs::NEEDS.map(|group| QuestionGroupView::of(group, speaker));
        Self {
            id: speaker.project.id.clone(),
            head,
            title: speaker.project.procurement.title.clone(),
            reference: speaker.project.procurement.reference.clone(),
            saved_at: saved.to_string(),
            undo: words(steps.undo),
            redo: words(steps.redo),
            tasks_done: progress::done(&speaker.assessment.progress),
            tasks: speaker.assessment.progress.iter().map(|task| TaskView::of(task, speaker)).collect(),
            facts: FactsView::of(speaker),
            regime: RegimeCard::of(speaker),
            readiness: QuestionGroupView::of(QuestionGroup::Readiness, speaker),
            needs: groups.into_iter().filter(|group| !group.questions.is_empty()).collect(),
            waiting: needs::waiting(speaker),
            themes: ThemeView::all(&cards, speaker),
            offers: OfferPlace::all(&cards, speaker),
            own_requirement: OwnRequirementForm::of(speaker),
            editions: EditionView::all(speaker),
            follow_up: FollowUpPlan::of(speaker, today),
            findings: speaker.assessment.findings.iter().map(|one| FindingView::of(one, speaker)).collect(),
            documents: DocumentRow::all(speaker),
            fixed: FixedView::of(speaker),
        }
    }
}

impl TaskView {
    fn of(task: &TaskProgress, speaker: Speaker<'_>) -> Self {
        let note = match task.state {
            state if task.task == Task::Documents => documents_note(state, speaker),
            TaskState::NotBegun => speaker.phrase("window.state.not_begun"),
            TaskState::Left { left, .. } => left_note(left, 0, speaker),
            TaskState::Done if task.task == Task::Review && task.warnings > 0 => {
                speaker.filled("window.state.warnings", &[("n", task.warnings.to_string())])
            }
            TaskState::Done if task.task == Task::Review && task.unsettled > 0 => {
                speaker.filled("window.state.set_aside", &[("n", task.unsettled.to_string())])
            }
            TaskState::Done => left_note(0, task.unsettled, speaker),
            TaskState::Stops { count } => speaker.filled("window.state.stops", &[("n", count.to_string())]),
        };
        let name = speaker.phrase(&format!("window.tasks.{}", serde_name(&task.task)));
        let waits = task.waits();
        Self { task: task.task, number: task.task as usize + 1, name, state: task.state, note, waits }
    }
}

/// "Utkast" until a version is fixed, and "Ändrat" when the project says something else than the last one.
fn documents_note(state: TaskState, speaker: Speaker<'_>) -> String {
    let fixed = !speaker.project.fixed.is_empty();
    speaker.phrase(match state {
        TaskState::Done => "window.state.fixed",
        _ if fixed => "window.state.changed",
        _ => "window.state.draft",
    })
}

/// "3 kvar"; when nothing is, "2 väntar" or else "Klar".
pub fn left_note(left: usize, to_find_out: usize, speaker: Speaker<'_>) -> String {
    match (left, to_find_out) {
        (0, 0) => speaker.phrase("window.state.done"),
        (0, n) => speaker.filled("window.state.unsettled", &[("n", n.to_string())]),
        (n, _) => speaker.filled("window.state.left", &[("n", n.to_string())]),
    }
}
