//! How far each of the seven tasks has come.

use serde::{Deserialize, Serialize};

use crate::assess::Assessment;
use crate::catalogue::question::QuestionGroup;
use crate::fixed;
use crate::follow_up::left::{OF_THE_WHOLE, left};
use crate::needs::question_state::{QuestionState, State};
use crate::project::Project;
use crate::requirements::values;

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

/// All seven tasks, once the findings are known.
pub fn of(project: &Project, assessment: &Assessment) -> Vec<TaskProgress> {
    let readiness = |group| group == QuestionGroup::Readiness;
    [
        (Task::Procurement, procurement(project)),
        (Task::Readiness, questions(assessment, readiness)),
        (Task::Needs, questions(assessment, |group| !readiness(group))),
        (Task::Requirements, requirements(assessment)),
        (Task::FollowUp, follow_up(project, assessment)),
        (Task::Review, review(assessment)),
        (Task::Documents, documents(project, assessment)),
    ]
    .map(|(task, state)| TaskProgress { task, state })
    .into()
}

/// Done while the last fixed version says what the project says.
fn documents(project: &Project, assessment: &Assessment) -> TaskState {
    match fixed::since(project, assessment) {
        Some(changes) if changes.changes.is_empty() => TaskState::Done,
        _ => TaskState::NotBegun,
    }
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

fn questions(assessment: &Assessment, wanted: impl Fn(QuestionGroup) -> bool) -> TaskState {
    let asked: Vec<&QuestionState> =
        assessment.questions.iter().filter(|q| q.visible && wanted(q.group)).collect();
    let left = asked.iter().filter(|question| question.state.is_left()).count();
    let touched = asked.iter().any(|q| !matches!(q.state, State::Unanswered | State::Prefilled));
    if left > 0 && touched { TaskState::Left { left, of: asked.len() } } else { counted(left, asked.len()) }
}

fn requirements(assessment: &Assessment) -> TaskState {
    let Assessment { themes, active, catalogue, facts, .. } = assessment;
    let open = themes.iter().filter(|theme| theme.is_open()).count();
    let unfilled = active.iter().filter(|active| {
        catalogue.entry(&active.entry).is_some_and(|e| !values::missing(e, &active.values, facts).is_empty())
    });
    let begun = themes.iter().any(|theme| theme.outcome.is_some());
    match (begun, open + unfilled.count()) {
        (false, _) => TaskState::NotBegun,
        (true, 0) => TaskState::Done,
        (true, left) => TaskState::Left { left, of: themes.len() + active.len() },
    }
}

/// The plan is done when nothing of it is left; there is none while nothing stands.
fn follow_up(project: &Project, assessment: &Assessment) -> TaskState {
    match left(project, assessment).len() {
        _ if assessment.active.is_empty() => TaskState::NotBegun,
        0 => TaskState::Done,
        left => TaskState::Left { left, of: OF_THE_WHOLE + assessment.active.len() },
    }
}

/// A Stop is told as soon as it is there; without one there is nothing to review until something has been decided.
fn review(assessment: &Assessment) -> TaskState {
    let begun = assessment.themes.iter().any(|theme| theme.outcome.is_some());
    match assessment.findings.iter().filter(|finding| finding.is_open_stop()).count() {
        0 if begun => TaskState::Done,
        0 => TaskState::NotBegun,
        count => TaskState::Stops { count },
    }
}
