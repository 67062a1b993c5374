//! How far each of the seven tasks has come.

use serde::{Deserialize, Serialize};

use crate::assess::Assessment;
use crate::catalogue::question::QuestionGroup;
use crate::fixed;
use crate::follow_up::left::{OF_THE_WHOLE, left};
use crate::needs::question_state::{QuestionState, State};
use crate::project::Project;
use crate::review::finding::Severity;

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
    /// What is done for now and yet not settled: answers that somebody is to find out, and Stops that stand with a reason.
    pub unsettled: usize,
    /// Warnings: they hinder nothing, and are still there to go through.
    pub warnings: usize,
}

impl TaskProgress {
    /// What keeps a task in which nothing is left to do from being done: answers that somebody is to find out, and warnings.
    pub fn waits(&self) -> usize {
        match (self.state, self.task) {
            (TaskState::Done, Task::Review) => self.warnings,
            (TaskState::Done, _) => self.unsettled,
            _ => 0,
        }
    }
}

/// How many tasks are done, wherever it is said.
pub fn done(tasks: &[TaskProgress]) -> usize {
    tasks.iter().filter(|task| task.state == TaskState::Done && task.waits() == 0).count()
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
    .map(|(task, state)| {
        let warnings = if task == Task::Review { warnings(assessment) } else { 0 };
        TaskProgress { task, state, unsettled: unsettled(task, assessment), warnings }
    })
    .into()
}

fn warnings(assessment: &Assessment) -> usize {
    assessment.findings.iter().filter(|finding| finding.severity == Severity::Warning).count()
}

fn unsettled(task: Task, assessment: &Assessment) -> usize {
    let Assessment { questions, findings, .. } = assessment;
    let asked = |is_here: fn(QuestionGroup) -> bool| {
        questions.iter().filter(|q| is_here(q.group) && assessment.is_to_find_out(q)).count()
    };
    match task {
        Task::Readiness => asked(|group| group == QuestionGroup::Readiness),
        Task::Needs => asked(|group| group != QuestionGroup::Readiness),
        Task::Review => findings.iter().filter(|finding| finding.overridden.is_some()).count(),
        _ => 0,
    }
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
        p.framework.is_some_and(|is_framework| !is_framework || p.call_off.is_some()) && !p.lacks_suppliers(),
        p.start.is_some(),
    ];
    counted(filled.iter().filter(|is| !**is).count(), filled.len())
}

fn questions(assessment: &Assessment, wanted: impl Fn(QuestionGroup) -> bool) -> TaskState {
    let asked: Vec<&QuestionState> =
        assessment.questions.iter().filter(|q| q.visible && wanted(q.group)).collect();
    let left = asked.iter().filter(|question| assessment.is_left(question)).count();
    let touched = asked.iter().any(|q| !matches!(q.state, State::Unanswered | State::Prefilled));
    if left > 0 && touched { TaskState::Left { left, of: asked.len() } } else { counted(left, asked.len()) }
}

fn requirements(assessment: &Assessment) -> TaskState {
    let Assessment { themes, active, .. } = assessment;
    let open = themes.iter().filter(|theme| theme.is_open()).count();
    let unfilled = active.iter().filter(|active| assessment.has_gaps(active));
    let due: usize = themes.iter().map(|state| assessment.due(state.theme)).sum();
    let begun = themes.iter().any(|theme| theme.outcome.is_some());
    match (begun, open + unfilled.count() + due) {
        (false, _) => TaskState::NotBegun,
        (true, 0) => TaskState::Done,
        (true, left) => TaskState::Left { left, of: themes.len() + active.len() + due },
    }
}

/// The plan is done when nothing of it is left, or there is nothing to plan; there is none while nothing stands yet.
fn follow_up(project: &Project, assessment: &Assessment) -> TaskState {
    match left(project, assessment).len() {
        _ if assessment.asks_for_nothing() => TaskState::Done,
        _ if assessment.active.is_empty() => TaskState::NotBegun,
        0 => TaskState::Done,
        left => TaskState::Left { left, of: OF_THE_WHOLE + assessment.active.len() },
    }
}

/// A Stop is told as soon as it is there; without one there is nothing to review until something has been decided. A Stop
/// that stands with a reason has been decided.
fn review(assessment: &Assessment) -> TaskState {
    let kept = assessment.findings.iter().any(|finding| finding.overridden.is_some());
    // What there is to find depends on the regime: before it is known, nothing is all clear.
    let decided = assessment.themes.iter().any(|theme| theme.outcome.is_some());
    let begun = kept || decided && assessment.regime.regime().is_some();
    match assessment.findings.iter().filter(|finding| finding.is_open_stop()).count() {
        0 if begun => TaskState::Done,
        0 => TaskState::NotBegun,
        count => TaskState::Stops { count },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::theme::Theme;
    use crate::edit::Edit;
    use crate::requirements::decision::{Decision, Outcome};
    use crate::review::finding::Finding;
    use crate::review::try_out::{CATALOGUE, answering, doing, example, guards, signature};
    use serde_json::json;

    fn task(project: &Project, task: Task) -> TaskProgress {
        let all = crate::assess::assess(project, &CATALOGUE, signature().on).progress;
        all.into_iter().find(|progress| progress.task == task).unwrap()
    }

    #[test]
    fn what_nobody_knows_is_answered_and_yet_to_find_out() {
        let ready: serde_json::Map<_, _> = (1..=6).map(|n| (format!("r0{n}"), json!("yes"))).collect();
        let ready = answering(example("stadning"), &ready.into());
        assert_eq!(
            (task(&ready, Task::Readiness).state, task(&ready, Task::Readiness).unsettled),
            (TaskState::Done, 0)
        );
        let asked = answering(ready, &json!({ "r03": { "unknown": "arbetsmarknadsenheten" } }));
        assert_eq!(
            (task(&asked, Task::Readiness).state, task(&asked, Task::Readiness).unsettled),
            (TaskState::Done, 1)
        );
    }

    #[test]
    fn what_the_law_cannot_do_without_is_left_until_somebody_knows_it_also_when_its_stop_stands_with_a_reason()
     {
        let before = task(&example("stadning"), Task::Needs);
        let unknown = answering(example("stadning"), &json!({ "q17": { "unknown": "parterna" } }));
        let left = |project: &Project| match task(project, Task::Needs).state {
            TaskState::Left { left, .. } => left,
            _ => 0,
        };
        assert_eq!((left(&unknown), task(&unknown, Task::Needs).unsettled), (1, 0), "{before:?}");
        let found = crate::assess::assess(&unknown, &CATALOGUE, signature().on).findings;
        let stop = found.iter().find(|finding| finding.rule.code() == "R07").unwrap().key();
        let reason = "Parterna har inte svarat än, och annonsen kan inte vänta.".to_owned();
        let kept = doing(&unknown, &Edit::Override { finding: stop, reason });
        assert_eq!(left(&kept), 1, "a reason makes nobody know it");
        assert_eq!(task(&kept, Task::Review).unsettled, 1);
        let open = crate::assess::assess(&kept, &CATALOGUE, signature().on).findings;
        let open: Vec<_> = open.iter().filter(|finding| finding.is_open_stop()).map(Finding::key).collect();
        let reason = "Avgörs när parterna har svarat, före annonsen.";
        let all = open.into_iter().fold(kept, |project, finding| {
            doing(&project, &Edit::Override { finding, reason: reason.to_owned() })
        });
        assert_eq!(task(&all, Task::Review).state, TaskState::Done, "what is decided is begun");
    }

    #[test]
    fn a_task_counts_as_done_once_nobody_is_to_find_anything_out_and_no_warning_is_left() {
        let all = |project: &Project| {
            let progress = crate::assess::assess(project, &CATALOGUE, signature().on).progress;
            (done(&progress), progress.into_iter().find(|progress| progress.task == Task::Review).unwrap())
        };
        let ready: serde_json::Map<_, _> = (1..=6).map(|n| (format!("r0{n}"), json!("yes"))).collect();
        let ready = answering(example("stadning"), &ready.into());
        let asked = answering(ready.clone(), &json!({ "r03": { "unknown": "arbetsmarknadsenheten" } }));
        assert_eq!(all(&ready).0, all(&asked).0 + 1);
        let visits = doing(&ready, &Edit::Choose { entry: "emp-study-visit".into() });
        let narrow = answering(visits.clone(), &json!({ "q35": 1 }));
        let (_, review) = all(&narrow);
        assert_eq!(review.warnings, all(&visits).1.warnings + 1);
        let without_stops = TaskProgress { state: TaskState::Done, ..review };
        assert_eq!((without_stops.waits(), done(&[without_stops])), (review.warnings, 0));
    }

    /// What is due is left, in whatever theme and whether the law or the officer's own answer asks for it.
    #[test]
    fn the_requirements_are_not_done_while_one_that_is_due_is_not_chosen() {
        let decided = |project: &Project, chosen: &str| {
            let begun = doing(project, &Edit::Choose { entry: chosen.into() });
            Theme::DECIDED.into_iter().fold(begun, |project, theme| {
                let open = crate::assess::assess(&project, &CATALOGUE, signature().on).themes;
                let open = open.iter().any(|state| state.theme == theme && state.is_open());
                let decision =
                    Decision { outcome: Outcome::NotNow, reason: "Prövas nästa gång.".to_owned() };
                if open {
                    doing(&project, &Edit::Decide { theme, decision: Some(decision) })
                } else {
                    project
                }
            })
        };
        let left = |project: &Project| match task(project, Task::Requirements).state {
            TaskState::Left { left, .. } => left,
            _ => 0,
        };
        let levels = json!({ "q17": { "pay_level": "yes", "levels": ["pay", "holiday", "hours"] } });
        let cases = [
            (guards(), "lab-exclusion", None, 0),
            (answering(guards(), &levels), "lab-exclusion", Some("lab-terms-voluntary"), 1),
            (example("stadning"), "lab-exclusion", Some("lab-terms-duty"), 1),
            (example("it-system"), "acc-ict", Some("acc-documents"), 1),
        ];
        for (project, first, due, n) in cases {
            let project = decided(&project, first);
            let gaps = |project: &Project| {
                let assessment = crate::assess::assess(project, &CATALOGUE, signature().on);
                assessment.active.iter().filter(|active| assessment.has_gaps(active)).count()
            };
            assert_eq!(left(&project) - gaps(&project), n, "{first}: {due:?}");
            if let Some(due) = due {
                let chosen = doing(&project, &Edit::Choose { entry: due.into() });
                assert_eq!(left(&chosen), gaps(&chosen), "{due}");
            }
        }
    }

    /// A yes that says nothing of the levels is half an answer.
    #[test]
    fn a_level_that_can_be_stated_is_left_to_state() {
        let whole =
            answering(example("stadning"), &json!({ "q17": { "pay_level": "yes", "levels": ["pay"] } }));
        let bare = answering(whole.clone(), &json!({ "q17": { "pay_level": "yes" } }));
        let left = |project: &Project| match task(project, Task::Needs).state {
            TaskState::Left { left, .. } => left,
            _ => 0,
        };
        assert_eq!(left(&bare), left(&whole) + 1);
    }

    #[test]
    fn the_review_is_not_all_clear_before_it_is_known_which_rules_govern() {
        let choose = Edit::Choose { entry: "emp-study-visit".into() };
        let known = doing(&example("byggtjanster"), &choose);
        let fact = |value| {
            serde_json::from_value(json!({ "edit": "fact", "field": "value_sek", "value": value })).unwrap()
        };
        let unknown = doing(&known, &fact(json!(null)));
        assert_eq!(task(&unknown, Task::Review).state, TaskState::NotBegun);
    }
}
