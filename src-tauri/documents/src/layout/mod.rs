//! From a document to placed pages. Pure: the same document gives the same pages.
//!
//! Everything becomes [`item::Strip`]s, in reading order, beside a [`tree::Tree`] that says what each is; [`flow`]
//! fills pages with them. Since the table of contents tells pages, this is done until they no longer change.

mod contents;
mod cover;
mod flow;
mod furniture;
mod item;
mod paragraph;
mod requirement;
mod row;
mod section;
pub mod style;
mod syllable;
mod table;
pub mod tree;

pub use flow::{Page, Place, PlacedInput, PlacedLink};
use item::Part;
pub use item::{Ink, Input, Item, Mark, Owner};

use crate::font::Shaper;
use crate::model::{Block, Document, Requirement, Rich, Section};
use crate::phrase::one_line;
use crate::words::Words;
use item::Strip;
use paragraph::{Line, Pages};
use style::Style;
use tree::{NodeId, Tag, Tree};

/// A document on pages.
pub struct Layout {
    pub pages: Vec<Page>,
    pub tree: Tree,
    pub headings: Vec<Heading>,
    /// Where each heading stands.
    pub places: Vec<Place>,
}

/// A heading that contents and bookmarks lead to.
#[derive(Debug)]
pub struct Heading {
    /// "3" or "K1".
    pub number: String,
    pub title: String,
    /// A requirement, as against a section.
    pub nested: bool,
    /// Stands in the contents; every heading is a bookmark.
    pub listed: bool,
}

impl Heading {
    fn section(section: &Section) -> Self {
        Self {
            number: one_line(&section.number),
            title: one_line(&section.title),
            nested: false,
            listed: true,
        }
    }

    fn requirement(one: &Requirement, listed: bool) -> Self {
        Self { number: one_line(&one.number), title: one_line(&one.title), nested: true, listed }
    }

    /// "K1 Dialog om insatser"
    pub fn name(&self) -> String {
        format!("{} {}", self.number, self.title).trim().to_owned()
    }
}

/// Sections and requirements, in document order.
fn headings(document: &Document) -> Vec<Heading> {
    let mut headings = Vec::new();
    for section in &document.sections {
        headings.push(Heading::section(section));
        headings
            .extend(section.requirements().map(|one| Heading::requirement(one, section.lists_requirements)));
    }
    headings
}

/// How often pages are counted anew: once to know them, once to print them, once if a number made a line longer.
const PASSES: usize = 3;

/// Lays out the whole document.
pub fn lay_out(document: &Document) -> Layout {
    let headings = headings(document);
    let mut shaper = Shaper::default();
    let mut places = vec![Place::default(); headings.len()];
    let mut pass = 1;
    loop {
        let (strips, tree) = Builder::new(document, &headings, &places, &mut shaper).build();
        let (mut pages, found) = flow::paginate(strips, headings.len());
        let settled = found.iter().zip(&places).all(|(new, old)| new.page == old.page);
        if settled || pass == PASSES {
            furniture::add(&mut pages, document, &mut shaper);
            return Layout { pages, tree, headings, places: found };
        }
        places = found;
        pass += 1;
    }
}

/// A label in the margin may be this high beside the text.
const HANGING_LIMIT: f32 = 120.0;

/// Builds the strips, block by block.
struct Builder<'a> {
    document: &'a Document,
    words: &'static Words,
    headings: &'a [Heading],
    places: &'a [Place],
    shaper: &'a mut Shaper,
    tree: Tree,
    strips: Vec<Strip>,
    /// How many headings have been built.
    anchors: usize,
}

impl<'a> Builder<'a> {
    fn new(
        document: &'a Document,
        headings: &'a [Heading],
        places: &'a [Place],
        shaper: &'a mut Shaper,
    ) -> Self {
        let words = Words::of(document.meta.language);
        Self { document, words, headings, places, shaper, tree: Tree::new(), strips: Vec::new(), anchors: 0 }
    }

    fn build(mut self) -> (Vec<Strip>, Tree) {
        let document = self.document;
        self.cover();
        if document.contents && !document.sections.is_empty() {
            self.contents();
        }
        for (index, section) in document.sections.iter().enumerate() {
            self.section(section, index == 0);
        }
        (self.strips, self.tree)
    }

    /// Adds strips, with this much space above the first. Gives where they begin among all.
    fn push(&mut self, space: f32, strips: Vec<Strip>) -> usize {
        let start = self.strips.len();
        self.strips.extend(strips);
        if let Some(first) = self.strips.get_mut(start) {
            first.space = space;
        }
        start
    }

    /// What was added since `start` stands on the same page, and so does what comes next.
    fn keep_from(&mut self, start: usize) {
        self.strips[start..].iter_mut().for_each(|strip| strip.keep = true);
    }

    /// What was added last stands on the same page as what comes next.
    fn keep_last(&mut self) {
        if let Some(last) = self.strips.last_mut() {
            last.keep = true;
        }
    }

    /// Makes what was added since `start` take no height, so that what comes next stands beside it. Gives the height
    /// that it would have taken; what is too high for that stays above instead, and needs no more.
    fn hang_from(&mut self, start: usize) -> f32 {
        let height = self.strips[start..].iter().map(|strip| strip.height).sum();
        if height > HANGING_LIMIT {
            return 0.0;
        }
        let mut hanging = Strip { keep: true, ..Strip::default() };
        let mut top = 0.0;
        for strip in self.strips.drain(start..) {
            hanging.items.extend(strip.items.into_iter().map(|item| Item { y: item.y + top, ..item }));
            top += strip.height;
        }
        self.strips.push(hanging);
        height
    }

    fn lines(&mut self, text: &Rich, style: Style, width: f32) -> Vec<Line> {
        let pages = Known { headings: self.headings, places: self.places };
        paragraph::set(text, style, width, self.shaper, &pages)
    }

    /// The lines of a cell, with a node below the cell's for each place to fill in.
    fn lines_of(&mut self, cell: NodeId, text: &Rich, style: Style, width: f32) -> Vec<Line> {
        let mut lines = self.lines(text, style, width);
        for (_, ink) in lines.iter_mut().flat_map(|line| &mut line.inks) {
            if let Ink::Input(input) = ink {
                input.node = self.tree.add(cell, Tag::Form);
                input.words = input.choice.map_or(cell, |_| self.tree.add(cell, Tag::Words));
            }
        }
        self.tell_apart(cell, &mut lines);
        lines
    }

    /// Gives a node below the cell's to each stretch of words, where some of them are in Swedish in a document in English.
    fn tell_apart(&mut self, cell: NodeId, lines: &mut [Line]) {
        let parts = lines.iter_mut().flat_map(|line| &mut line.inks).filter_map(|(_, ink)| match ink {
            Ink::Text { part, .. } => Some(part),
            _ => None,
        });
        let mut parts: Vec<&mut Part> = parts.collect();
        if parts.iter().all(|part| **part == Part::Whole) {
            return;
        }
        for stretch in parts.chunk_by_mut(|one, next| one == next) {
            let told = match *stretch[0] {
                Part::Swedish(_) => Part::Swedish(self.tree.add(cell, Tag::SwedishWords)),
                Part::Whole | Part::Beside(_) => Part::Beside(self.tree.add(cell, Tag::Words)),
            };
            for part in stretch {
                **part = told;
            }
        }
    }

    fn node(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        self.tree.add(parent, tag)
    }
}

/// The pages that the headings stood on when they were last counted.
struct Known<'a> {
    headings: &'a [Heading],
    places: &'a [Place],
}

impl Pages for Known<'_> {
    fn page_of(&self, number: &str) -> String {
        let found = self.headings.iter().position(|heading| heading.nested && heading.number == number);
        found.map(|index| (self.places[index].page + 1).to_string()).unwrap_or_default()
    }
}

/// What kind of block stands above another, which decides the space between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading,
    Text,
    Note,
    Table,
    Labelled,
    Requirement,
}

impl Kind {
    fn of(block: &Block) -> Self {
        match block {
            Block::Passage(passage) => Self::of_passage(passage),
            Block::Labelled { .. } => Self::Labelled,
            Block::Requirement(_) => Self::Requirement,
            Block::WideTable(_) | Block::Facts(_) => Self::Table,
            Block::Definitions(_) => Self::Text,
        }
    }
}
