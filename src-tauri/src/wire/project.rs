//! An open project: everything that the officer can see about it, made whole after every edit.

use domain::progress::{Task, TaskState};
use domain::project::ProjectId;
use domain::revision::RevisionId;
use serde::Serialize;
use ts_rs::TS;

use super::facts::FactsView;
use super::follow_up::FollowUpPlan;
use super::needs::{QuestionGroupView, WaitingView};
use super::offer::OfferView;
use super::regime::RegimeCard;
use super::review::FindingView;
use super::theme::ThemeView;

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
    /// What else can be added.
    pub offers: Vec<OfferView>,
    /// Task 5.
    pub follow_up: FollowUpPlan,
    /// Task 6, gravest first.
    pub findings: Vec<FindingView>,
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
}

/// What became of an edit.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "outcome")]
#[expect(clippy::large_enum_variant, reason = "it is made once an edit and sent at once")]
pub enum Edited {
    /// It was kept.
    Kept {
        /// The project after it.
        project: ProjectView,
        /// What was done, in words: "Värde: 20 000 000 kr".
        words: String,
    },
    /// The project had changed since it was shown: nothing was done.
    Stale {
        /// The project as it is now.
        project: ProjectView,
    },
}
