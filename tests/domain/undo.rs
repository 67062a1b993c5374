//! Which state undo and redo lead to, against a plain model: what is done in one stack, what is undone in another.

use domain::revision::RevisionId;
use domain::undo::{Mark, Steps, Way};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

/// What the officer does: types in a field after some seconds, changes what is no field, or goes back or forth.
#[derive(Clone, Copy, Debug)]
enum Act {
    Types { field: u8, after: i64 },
    Chooses,
    Goes(Way),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..2u8, 0..90i64).prop_map(|(field, after)| Act::Types { field, after }),
        1 => Just(Act::Chooses),
        3 => Just(Act::Goes(Way::Undo)),
        2 => Just(Act::Goes(Way::Redo)),
    ]
}

/// Revisions as they are kept, and the state that each leaves: the edit that made it.
#[derive(Default)]
struct Work {
    marks: Vec<Mark>,
    now: i64,
}

impl Work {
    fn begun() -> Self {
        let mut work = Self::default();
        work.keep(None, None);
        work
    }

    fn keep(&mut self, field: Option<u8>, brings_back: Option<RevisionId>) -> RevisionId {
        let id = RevisionId::from(format!("{:06}", self.marks.len()));
        let at = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(self.now);
        let field = field.map(|field| field.to_string());
        self.marks.push(Mark { id: id.clone(), at, field, brings_back, fixes: false });
        id
    }

    /// The edit whose state is shown after a step, when there is such a step.
    fn goes(&mut self, way: Way) -> Option<RevisionId> {
        let step = Steps::after(&self.marks).in_way(way)?;
        self.keep(None, Some(step.to.clone()));
        Some(step.to)
    }
}

/// The plain model: the steps that are done and those that are undone, each with the state that it leads to.
struct Model {
    done: Vec<State>,
    undone: Vec<State>,
    /// Nothing has been undone or redone since the last edit.
    fresh: bool,
}

#[derive(Clone)]
struct State {
    id: RevisionId,
    field: Option<u8>,
    begun: i64,
}

impl Model {
    fn edits(&mut self, id: RevisionId, field: Option<u8>, now: i64) {
        self.undone.clear();
        let last = self.done.last_mut().unwrap();
        if self.fresh && field.is_some() && last.field == field && now - last.begun <= 120 {
            last.id = id;
        } else {
            self.done.push(State { id, field, begun: now });
        }
        self.fresh = true;
    }

    fn goes(&mut self, way: Way) -> Option<RevisionId> {
        match way {
            Way::Undo if self.done.len() > 1 => self.undone.push(self.done.pop()?),
            Way::Undo => return None,
            Way::Redo => self.done.push(self.undone.pop()?),
        }
        self.fresh = false;
        self.done.last().map(|state| state.id.clone())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_go_where_two_stacks_would(acts in prop::collection::vec(act(), 0..60)) {
        let mut work = Work::begun();
        let first = State { id: work.marks[0].id.clone(), field: None, begun: 0 };
        let mut model = Model { done: vec![first], undone: Vec::new(), fresh: true };
        for act in acts {
            match act {
                Act::Goes(way) => prop_assert_eq!(work.goes(way), model.goes(way)),
                Act::Chooses => model.edits(work.keep(None, None), None, work.now),
                Act::Types { field, after } => {
                    work.now += after;
                    model.edits(work.keep(Some(field), None), Some(field), work.now);
                }
            }
        }
    }
}

/// What undo leads to after fields were typed in, each so many seconds after the one before.
#[track_caller]
fn check(typed: &[(u8, i64)], to: usize) {
    let mut work = Work::begun();
    for (field, after) in typed {
        work.now += after;
        work.keep(Some(*field), None);
    }
    assert_eq!(Steps::after(&work.marks).undo.unwrap().to, work.marks[to].id);
}

#[test]
fn typing_in_one_field_within_two_minutes_is_one_step() {
    check(&[(1, 0), (1, 60), (1, 60)], 0);
    check(&[(1, 0), (1, 60), (1, 61)], 2);
    check(&[(1, 0), (2, 1), (1, 1)], 2);
    check(&[(1, 0), (1, -3600)], 1);
}

#[test]
fn a_step_is_named_after_its_last_edit_in_both_ways() {
    let mut work = Work::begun();
    work.keep(Some(1), None);
    let last = work.keep(Some(1), None);
    assert_eq!(Steps::after(&work.marks).undo.unwrap().edit, last);
    work.goes(Way::Undo);
    let steps = Steps::after(&work.marks);
    assert_eq!((steps.undo, steps.redo.map(|step| (step.edit, step.to))), (None, Some((last.clone(), last))));
}

#[test]
fn there_is_nothing_to_undo_in_a_project_that_has_just_begun() {
    assert_eq!(Steps::after(&[]), Steps::default());
    assert_eq!(Steps::after(&Work::begun().marks), Steps::default());
}
