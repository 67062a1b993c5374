//! How far each of the seven tasks has come.

use serde::{Deserialize, Serialize};

use crate::assess::Active;
use crate::catalogue::question::QuestionGroup;
use crate::needs::question_state::{QuestionState, State};
use crate::project::Project;
use crate::requirements::decision::ThemeState;
use crate::requirements::values::Origin;
use crate::review::{Finding, Severity};

/// A task, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// 1 Upphandlingen.
    Procurement,
    /// 2 Förutsättningar.
    Readiness,
    /// 3 Behov och risker.
    Needs,
    /// 4 Krav.
    Requirements,
    /// 5 Uppföljning.
    FollowUp,
    /// 6 Granskning.
    Review,
    /// 7 Dokument.
    Documents,
}

/// How far a task has come. There are no more states than these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum TaskState {
    /// Inte börjad.
    NotBegun,
    /// n kvar, of so many.
    Left {
        /// What is left.
        left: usize,
        /// What there is in all.
        of: usize,
    },
    /// Klar.
    Done,
    /// n stopp.
    Stops {
        /// Open Stops.
        count: usize,
    },
}

/// A task with its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TaskProgress {
    /// The task.
    pub task: Task,
    /// How far it has come.
    pub state: TaskState,
}

/// What the state of the tasks follows from.
pub struct Basis<'a> {
    /// The project.
    pub project: &'a Project,
    /// The questions.
    pub questions: &'a [QuestionState],
    /// The themes.
    pub themes: &'a [ThemeState],
    /// The requirements that stand.
    pub active: &'a [Active],
    /// The findings.
    pub findings: &'a [Finding],
}

/// All seven tasks.
pub fn of(basis: &Basis<'_>) -> Vec<TaskProgress> {
    let begun = !basis.active.is_empty();
    let follow_up = if begun { TaskState::Done } else { TaskState::NotBegun };
    [
        (Task::Procurement, procurement(basis.project)),
        (Task::Readiness, questions(basis, |group| group == QuestionGroup::Readiness)),
        (Task::Needs, questions(basis, |group| group != QuestionGroup::Readiness)),
        (Task::Requirements, requirements(basis)),
        (Task::FollowUp, follow_up),
        (Task::Review, review(basis, begun)),
        (Task::Documents, TaskState::NotBegun),
    ]
    .map(|(task, state)| TaskProgress { task, state })
    .into()
}

fn counted(left: usize, of: usize) -> TaskState {
    match left {
        0 => TaskState::Done,
        left if left == of => TaskState::NotBegun,
        left => TaskState::Left { left, of },
    }
}

/// What the specification cannot do without.
fn procurement(project: &Project) -> TaskState {
    let p = &project.procurement;
    let filled = [
        !p.title.trim().is_empty(),
        !p.authority_name.trim().is_empty(),
        !p.cpv.is_empty(),
        p.nature.is_some(),
        p.value_sek.is_some(),
        p.months.is_some(),
        p.framework.is_some(),
        p.start.is_some(),
    ];
    counted(filled.iter().filter(|is| !**is).count(), filled.len())
}

fn questions(basis: &Basis<'_>, wanted: impl Fn(QuestionGroup) -> bool) -> TaskState {
    let asked: Vec<&QuestionState> =
        basis.questions.iter().filter(|q| q.visible && wanted(q.group)).collect();
    let left = asked.iter().filter(|question| question.state.is_left()).count();
    let touched = asked.iter().any(|q| !matches!(q.state, State::Unanswered | State::Prefilled));
    if left > 0 && touched { TaskState::Left { left, of: asked.len() } } else { counted(left, asked.len()) }
}

fn requirements(basis: &Basis<'_>) -> TaskState {
    let open = basis.themes.iter().filter(|theme| theme.is_open()).count();
    let unfilled = basis
        .active
        .iter()
        .filter(|active| active.values.values().any(|v| v.origin == Origin::Missing))
        .count();
    let begun = basis.themes.iter().any(|theme| theme.outcome.is_some());
    match (begun, open + unfilled) {
        (false, _) => TaskState::NotBegun,
        (true, 0) => TaskState::Done,
        (true, left) => TaskState::Left { left, of: basis.themes.len() + basis.active.len() },
    }
}

fn review(basis: &Basis<'_>, begun: bool) -> TaskState {
    let stops = basis.findings.iter().filter(|f| f.severity == Severity::Stop && !f.overridden).count();
    match (begun, stops) {
        (false, _) => TaskState::NotBegun,
        (true, 0) => TaskState::Done,
        (true, count) => TaskState::Stops { count },
    }
}
