//! Sections: heading, running text, labels in the margin, definitions.

use super::item::Starts;
use super::row::Row;
use super::style::{BODY, FACT, H2, LABEL, LABEL_WIDTH, LEFT, Style, TEXT, TEXT_WIDTH};
use super::tree::{NodeId, Numbering, Tag};
use super::{Builder, Kind};
use crate::model::{Block, Definition, List, Passage, Rich, Section};

impl Builder<'_> {
    /// Where there are contents the body never starts on the cover page; when the contents went on to the next page it follows them there.
    /// An annex starts on a page of its own.
    pub(super) fn section(&mut self, section: &Section, first: bool) {
        let node = self.node(NodeId::ROOT, Tag::Section);
        let heading = self.heading(node, section);
        self.strips[heading].starts = match section.annex {
            true => Starts::OnNewPage,
            false if first && self.document.contents => Starts::AfterCoverPage,
            false => Starts::Anywhere,
        };
        let mut above = Kind::Heading;
        for (index, block) in section.blocks.iter().enumerate() {
            let (kind, start) = (Kind::of(block), self.strips.len());
            self.block(node, block, gap(above, kind));
            match next_to(block, &section.blocks[index + 1..]) {
                Together::Whole => self.keep_from(start),
                Together::AtItsEnd => self.keep_last(),
                Together::Not => {}
            }
            above = kind;
        }
    }

    fn heading(&mut self, section: NodeId, text: &Section) -> usize {
        let node = self.node(section, Tag::Heading(2));
        let number = self.cell(node, LEFT, LABEL_WIDTH, &Rich::from(format!("{} ", text.number)), H2);
        let title = self.cell(node, TEXT, TEXT_WIDTH, &text.title.as_str().into(), H2);
        let above = if self.document.contents { ABOVE_HEADING } else { ABOVE_HEADING_OF_LEAFLET };
        let start = self.push(above, Row::new(H2, vec![number, title]).strips());
        self.strips[start].anchor = Some(self.next_anchor());
        if !text.blocks.is_empty() {
            self.keep_from(start);
        }
        start
    }

    /// The number of the heading that is being built, in the order of [`super::headings`].
    pub(super) fn next_anchor(&mut self) -> usize {
        self.anchors += 1;
        self.anchors - 1
    }

    fn block(&mut self, section: NodeId, block: &Block, space: f32) {
        match block {
            Block::Passage(passage) => self.passage(section, passage, space),
            Block::Labelled { label, passages } => self.labelled(section, label, passages, space),
            Block::Requirement(requirement) => self.requirement(section, requirement, space),
            Block::WideTable(table) => self.table(section, table, LEFT, space),
            Block::Definitions(definitions) => self.definitions(section, definitions, space),
            Block::Facts(facts) => self.facts(section, facts, space),
        }
    }

    fn passage(&mut self, parent: NodeId, passage: &Passage, space: f32) {
        match passage {
            Passage::Paragraph(text) => self.text(parent, text, self.body(), space),
            Passage::Note(text) => self.text(parent, text, FACT, space),
            Passage::Table(table) => self.table(parent, table, TEXT, space),
            Passage::List(list) => self.list(parent, list, space),
        }
    }

    fn list(&mut self, parent: NodeId, list: &List, space: f32) {
        if list.items.is_empty() {
            return;
        }
        let numbering = if list.numbered { Numbering::Figures } else { Numbering::Bullets };
        let (node, style) = (self.node(parent, Tag::List(numbering)), self.body());
        for (index, text) in list.items.iter().enumerate() {
            let item = self.node(node, Tag::ListItem);
            let (label, body) = (self.node(item, Tag::Label), self.node(item, Tag::ListBody));
            let label =
                self.cell(label, TEXT, LIST_INDENT, &Rich::from(format!("{} ", list.label(index))), style);
            let body = self.cell(body, TEXT + LIST_INDENT, TEXT_WIDTH - LIST_INDENT, text, style);
            let row = Row { breaks: true, ..Row::new(style, vec![label, body]) };
            let start = self.push(if index == 0 { space } else { BETWEEN_ITEMS }, row.strips());
            if is_end(index, list.items.len()) {
                self.keep_from(start);
            }
        }
    }

    /// Running text: a leaflet sets it smaller, so that two pages hold what a company needs to know.
    fn body(&self) -> Style {
        if self.document.contents { BODY } else { FACT }
    }

    fn text(&mut self, parent: NodeId, text: &Rich, style: Style, space: f32) {
        let node = self.node(parent, Tag::Paragraph);
        let cell = self.cell(node, TEXT, TEXT_WIDTH, text, style);
        self.push(space, Row { breaks: true, ..Row::new(style, vec![cell]) }.strips());
    }

    /// The label hangs in the margin; a label that is higher than what stands beside it pushes the next block down.
    fn labelled(&mut self, section: NodeId, label: &str, passages: &[Passage], space: f32) {
        let part = self.node(section, Tag::Section);
        let node = self.node(part, Tag::Heading(3));
        let cell = self.cell(node, LEFT, LABEL_WIDTH, &label.into(), LABEL);
        let start = self.push(0.0, Row::new(LABEL, vec![cell]).strips());
        let height = self.hang_from(start);
        let beside = self.strips.len();
        let mut above = None;
        for passage in passages {
            let kind = Kind::of_passage(passage);
            // What is said of a table or a text stands with the last of it.
            let about = matches!(passage, Passage::Note(_)) && above.is_some();
            if about || (above == Some(Kind::Table) && kind != Kind::Table) {
                self.keep_last();
            }
            self.passage(part, passage, above.map_or(0.0, |above| gap(above, kind)));
            above = Some(kind);
        }
        let space = if matches!(passages.first(), Some(Passage::Table(_))) {
            space.max(ABOVE_LABELLED_TABLE)
        } else {
            space
        };
        self.strips[start].space = space;
        self.make_room(beside, height);
    }

    fn make_room(&mut self, beside: usize, height: f32) {
        let taken: f32 = self.strips[beside..].iter().map(|strip| strip.space + strip.height).sum();
        if let Some(last) = self.strips.last_mut() {
            last.height += (height - taken).max(0.0);
        }
    }

    fn definitions(&mut self, section: NodeId, definitions: &[Definition], space: f32) {
        if definitions.is_empty() {
            return;
        }
        let table = self.node(section, Tag::Table);
        for (index, definition) in definitions.iter().enumerate() {
            let row = self.node(table, Tag::TableRow);
            let (label, body) = (self.node(row, Tag::RowHeader), self.node(row, Tag::Cell));
            let term =
                self.cell(label, LEFT, LABEL_WIDTH, &Rich::from(format!("{} ", definition.term)), TERM);
            let meaning = self.cell(body, TEXT, TEXT_WIDTH, &definition.meaning, BODY);
            let row = Row { breaks: true, ..Row::new(BODY, vec![term, meaning]) };
            self.push(if index == 0 { space } else { PARAGRAPH }, row.strips());
        }
    }
}

/// How much of a block stands on the same page as what follows it.
enum Together {
    Whole,
    AtItsEnd,
    Not,
}

/// Words that lead to a table, a requirement or something to sign never stand without it at the foot of a page, and those
/// after a table never without its last row at the head of one.
fn next_to(block: &Block, rest: &[Block]) -> Together {
    let is_note = |block: &&Block| matches!(block, Block::Passage(Passage::Note(_)));
    match (block, rest) {
        (Block::Passage(Passage::Paragraph(_)), [Block::Facts(_), ..]) => Together::Whole,
        (Block::Passage(_), _) if rest.iter().find(|block| !is_note(block)).is_some_and(begins_in_rows) => {
            Together::Whole
        }
        (Block::WideTable(_), [Block::Passage(_), ..]) => Together::AtItsEnd,
        _ => Together::Not,
    }
}

/// Whether a block begins with a table or a requirement.
fn begins_in_rows(block: &Block) -> bool {
    match block {
        Block::WideTable(_) | Block::Requirement(_) => true,
        Block::Labelled { passages, .. } => matches!(passages.first(), Some(Passage::Table(_))),
        _ => false,
    }
}

impl Kind {
    pub(super) fn of_passage(passage: &Passage) -> Self {
        match passage {
            Passage::Paragraph(_) | Passage::List(_) => Self::Text,
            Passage::Note(_) => Self::Note,
            Passage::Table(_) => Self::Table,
        }
    }
}

/// Whether the next of so many rows or items stands on the same page: neither the first nor the last is left alone.
pub(super) fn is_end(index: usize, count: usize) -> bool {
    count > 1 && (index == 0 || index + 2 == count)
}

/// A word that is defined, as small as the label of a fact, so that long compounds have room.
const TERM: Style = Style { size: FACT.size, ..LABEL };
const ABOVE_HEADING: f32 = 40.0;
const ABOVE_HEADING_OF_LEAFLET: f32 = 13.0;
const ABOVE_LABELLED_TABLE: f32 = 25.5;
/// Between two paragraphs: 2 mm.
const PARAGRAPH: f32 = 5.67;
/// From the label of an item to its text: room for "10.".
const LIST_INDENT: f32 = 18.0;
/// Between two items of a list.
const BETWEEN_ITEMS: f32 = 2.8;

/// The space between two blocks.
fn gap(above: Kind, below: Kind) -> f32 {
    match (above, below) {
        (Kind::Heading, Kind::Table) => 7.3,
        (Kind::Heading, Kind::Requirement) | (Kind::Requirement, _) => 12.4,
        (Kind::Heading, _) => PARAGRAPH,
        (_, Kind::Requirement) => 18.3,
        (Kind::Table, _) | (_, Kind::Table) | (Kind::Labelled, Kind::Labelled) => 14.0,
        (_, Kind::Labelled) => 9.4,
        (_, Kind::Note) => 5.0,
        _ => PARAGRAPH,
    }
}
