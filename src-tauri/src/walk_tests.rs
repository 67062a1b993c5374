//! A hundred walks back and forth through the tasks: what the officer has given is what each screen shows when they come
//! back, and undo leads through every state that there was. Nothing is lost, and nothing changes by itself.

mod given;
mod moves;

use std::cell::RefCell;
use std::path::Path;

use domain::edit::Edit;
use domain::undo::Way;
use given::Given;
use moves::{Move, edit_of, one_move};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use tempfile::TempDir;

use crate::commands::{project, start};
use crate::desk::Desk;
use crate::desk_tests::{content, desk, stepped};
use crate::wire::project::{Edited, ProjectView};

const WALKS: u32 = 100;

/// A state that undo or redo leads to.
type Stop = (Given, ProjectView);

/// An officer on a walk.
struct Walker<'d> {
    desk: &'d Desk,
    view: ProjectView,
    given: Given,
    back: Vec<Stop>,
    forth: Vec<Stop>,
    /// The field that was typed in last, when nothing has come between: typing goes on being one step.
    typing: Option<String>,
}

impl<'d> Walker<'d> {
    fn begins(desk: &'d Desk) -> Self {
        let view = start::new_project(desk).unwrap();
        Self { desk, view, given: Given::default(), back: Vec::new(), forth: Vec::new(), typing: None }
    }

    fn goes(&mut self, step: &Move) {
        match step {
            Move::Steps(way) => drop(self.steps(*way)),
            Move::ComesBack => assert_eq!(start::open_project(self.desk, &self.view.id).unwrap(), self.view),
            _ => edit_of(step, &self.view, &self.given).into_iter().for_each(|edit| self.edits(edit)),
        }
        self.looks();
    }

    fn looks(&self) {
        self.given.is_shown_by(&self.view);
        self.given.is_kept(self.desk, &self.view);
    }

    /// What is refused changes nothing; so does what is as it was.
    fn edits(&mut self, edit: Edit) {
        let before = self.view.clone();
        let Ok(edited) = project::edit(self.desk, &before.id, &before.head, &edit) else { return };
        let Edited::Kept { project, .. } = edited else { panic!("nobody else has changed it") };
        if project.head != before.head {
            let field = edit.typed_in();
            if field.is_none() || field != self.typing {
                self.back.push((self.given.clone(), before.clone()));
            }
            self.typing = field;
            self.forth.clear();
        }
        self.given.take(edit, &before);
        self.view = project;
    }

    /// One step back or forth, to exactly what was there. False where there is none.
    fn steps(&mut self, way: Way) -> bool {
        let (id, head) = (&self.view.id, &self.view.head);
        let (from, to, answer) = match way {
            Way::Undo => (&mut self.back, &mut self.forth, project::undo(self.desk, id, head)),
            Way::Redo => (&mut self.forth, &mut self.back, project::redo(self.desk, id, head)),
        };
        let Some((given, before)) = from.pop() else {
            assert!(answer.is_err(), "there is nothing to go to");
            return false;
        };
        let view = stepped(answer.unwrap()).0;
        assert_eq!(content(&view), content(&before));
        to.push((std::mem::replace(&mut self.given, given), std::mem::replace(&mut self.view, view)));
        self.typing = None;
        true
    }
}

/// Walks, and then all the way back and forth again; gives what is on the screens in the end.
fn walk(desk: &Desk, moves: &[Move]) -> ProjectView {
    let mut walker = Walker::begins(desk);
    for step in moves {
        walker.goes(step);
    }
    while walker.steps(Way::Undo) {}
    assert_eq!((walker.view.undo.as_ref(), walker.view.title.as_str()), (None, ""));
    while walker.steps(Way::Redo) {}
    walker.looks();
    walker.view
}

fn after_a_restart(folder: &Path, seen: &[ProjectView]) {
    let again = desk(folder);
    for view in seen {
        assert_eq!(start::open_project(&again, &view.id).unwrap(), *view);
    }
}

#[test]
fn nothing_given_on_a_walk_back_and_forth_is_lost_or_changed() {
    let home = TempDir::new().unwrap();
    let desk_of_all = desk(home.path());
    let config = ProptestConfig { cases: WALKS, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let seen = RefCell::new(Vec::new());
    let walks = runner.run(&prop::collection::vec(one_move(), 8..20), |moves| {
        seen.borrow_mut().push(walk(&desk_of_all, &moves));
        Ok(())
    });
    walks.unwrap_or_else(|failure| panic!("{failure}"));
    drop(desk_of_all);
    after_a_restart(home.path(), &seen.into_inner());
}
