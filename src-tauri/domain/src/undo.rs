//! Which earlier state undo and redo lead to.
//!
//! Nothing is erased: to go back or forth is a revision of its own, whose state is that of an earlier one. What was done is
//! a tree. An edit grows from the state that it was made on, and a revision that brings a state back moves to where that
//! state stands; undo goes towards the root, and redo to what grew last.

use std::collections::{HashMap, HashSet};

use jiff::{SignedDuration, Timestamp};

use crate::revision::RevisionId;

/// How long typing in one field goes on being one step, from its first revision.
const ONE_STEP: SignedDuration = SignedDuration::from_mins(2);

/// What undo has to know of a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The revision.
    pub id: RevisionId,
    /// When it was made.
    pub at: Timestamp,
    /// The field that was typed in, when one was.
    pub field: Option<String>,
    /// The earlier revision whose state it brings back, when it does.
    pub brings_back: Option<RevisionId>,
    /// Whether it fixed a version: that is for good, and so nothing before it is undone either.
    pub fixes: bool,
}

/// Back or forth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Ångra.
    Undo,
    /// Gör om.
    Redo,
}

/// One step back or forth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The last edit of what is undone or redone; its words name the step.
    pub edit: RevisionId,
    /// The revision whose state comes back.
    pub to: RevisionId,
}

/// What can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// The step back; none where the project began.
    pub undo: Option<Step>,
    /// The step forth; none after an edit.
    pub redo: Option<Step>,
}

impl Steps {
    /// What can be undone and redone after all the revisions of a project, oldest first.
    pub fn after(marks: &[Mark]) -> Self {
        let tree = Tree::of(marks);
        tree.at.map_or_else(Self::default, |at| Self { undo: tree.back(at), redo: tree.forth(at) })
    }

    /// The step in one way.
    pub fn in_way(self, way: Way) -> Option<Step> {
        match way {
            Way::Undo => self.undo,
            Way::Redo => self.redo,
        }
    }
}

/// The revisions that the project has grown from as it is now: what has been undone is not among them.
pub fn in_effect(marks: &[Mark]) -> HashSet<RevisionId> {
    let tree = Tree::of(marks);
    let path = std::iter::successors(tree.at, |place| tree.nodes[*place].from);
    path.map(|place| marks[place].id.clone()).collect()
}

/// A revision in the tree; others are named by their place among the revisions.
struct Node {
    /// What it grew from.
    from: Option<usize>,
    /// The first edit of its step; itself when it begins one.
    first: usize,
    /// What grew from it last.
    next: Option<usize>,
}

struct Tree<'m> {
    marks: &'m [Mark],
    nodes: Vec<Node>,
    /// Where one stands.
    at: Option<usize>,
}

impl<'m> Tree<'m> {
    fn of(marks: &'m [Mark]) -> Self {
        let places: HashMap<&RevisionId, usize> = marks.iter().map(|mark| &mark.id).zip(0..).collect();
        let mut tree = Self { marks, nodes: Vec::with_capacity(marks.len()), at: None };
        for mark in marks {
            let earlier = mark.brings_back.as_ref().and_then(|id| places.get(id)).copied();
            tree.grow(earlier);
        }
        tree
    }

    /// Takes in the next revision: one that moves to an earlier one, or one that grows.
    fn grow(&mut self, earlier: Option<usize>) {
        let place = self.nodes.len();
        let first = self.step_before(place).filter(|_| earlier.is_none()).unwrap_or(place);
        self.nodes.push(Node { from: self.at, first, next: None });
        if earlier.is_none()
            && let Some(from) = self.at
        {
            self.nodes[from].next = Some(place);
        }
        self.at = earlier.or(Some(place));
    }

    /// The step that a new edit goes on with: typing in the field of the revision right before it, begun a while ago.
    fn step_before(&self, place: usize) -> Option<usize> {
        let before = self.at.filter(|at| at + 1 == place)?;
        let first = self.nodes[before].first;
        let (mark, last, begun) = (&self.marks[place], &self.marks[before], &self.marks[first]);
        let passed = mark.at.duration_since(begun.at);
        let same_field = mark.field.is_some() && mark.field == last.field;
        (same_field && !passed.is_negative() && passed <= ONE_STEP).then_some(first)
    }

    fn back(&self, at: usize) -> Option<Step> {
        if self.marks[at].fixes {
            return None;
        }
        let to = self.nodes[self.nodes[at].first].from?;
        Some(self.step(at, to))
    }

    fn forth(&self, at: usize) -> Option<Step> {
        let first = self.nodes[at].next?;
        let in_step = |next: &usize| self.nodes[*next].first == first;
        let last =
            std::iter::successors(Some(first), |place| self.nodes[*place].next.filter(in_step)).last()?;
        Some(self.step(last, last))
    }

    fn step(&self, edit: usize, to: usize) -> Step {
        Step { edit: self.marks[edit].id.clone(), to: self.marks[to].id.clone() }
    }
}
