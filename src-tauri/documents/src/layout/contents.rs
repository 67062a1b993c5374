//! The table of contents: numbers, titles, dots and pages; each line leads to its heading.

use super::item::{Ink, Item, Link, Owner, Strip};
use super::row::{Cell, Row};
use super::style::{BODY_HEIGHT, CONTENTS, H3, LABEL_WIDTH, LEFT, RIGHT, Style, TEXT};
use super::tree::{NodeId, Tag};
use super::{Builder, Heading};
use crate::font::Face;
use crate::model::{Align, Rich};

const ABOVE: f32 = 36.4;
/// From one line to the next where they are set closest: letters of 10 points are still told apart at a glance.
const CLOSEST: f32 = 13.0;
/// What adding up heights may come to more than the page.
const ROUNDING: f32 = 0.1;
/// Above a section that is not the first.
const ABOVE_SECTION: f32 = 2.5;
/// From a number to its title.
const INDENT: f32 = 25.5;
/// What the widest page number takes.
const PAGE_WIDTH: f32 = 24.0;
/// From the dots to what stands on either side.
const DOTS_GAP: f32 = 6.2;
/// The dots stand at half the height of small letters.
const DOTS_RISE: f32 = 2.9;

impl Builder<'_> {
    pub(super) fn contents(&mut self) {
        let title = self.node(NodeId::ROOT, Tag::Heading(2));
        let label = self.cell(title, LEFT, LABEL_WIDTH, &self.words.contents.as_str().into(), H3);
        let start = self.push(0.0, Row::new(H3, vec![label]).strips());
        self.hang_from(start);
        let (contents, headings) = (self.node(NodeId::ROOT, Tag::Contents), self.headings);
        let (mut section, mut nested) = (contents, None);
        for (anchor, heading) in headings.iter().enumerate().filter(|(_, heading)| heading.listed) {
            let parent = if heading.nested {
                *nested.get_or_insert_with(|| self.tree.add(section, Tag::Contents))
            } else {
                contents
            };
            let item = self.node(parent, Tag::ContentsItem);
            self.contents_line(item, anchor, heading);
            if !heading.nested {
                (section, nested) = (item, None);
            }
        }
        self.strips[start].space = ABOVE;
        self.fit_on_first_page(start);
        // When the last line has to go over to the next page, the one before keeps it company.
        if let [.., before, _] = &mut self.strips[start..] {
            before.keep = true;
        }
    }

    /// Sets the lines closer where that keeps the last few from standing alone on the next page.
    fn fit_on_first_page(&mut self, start: usize) {
        let height = |strips: &[Strip]| strips.iter().map(|strip| strip.space + strip.height).sum::<f32>();
        let excess = height(&self.strips) - BODY_HEIGHT;
        let lines = self.strips[start..].iter_mut().filter(|strip| strip.height > CLOSEST);
        let count = u16::try_from(lines.count()).map_or(0.0, f32::from);
        let closer = (excess + ROUNDING) / count;
        if excess > 0.0 && closer <= CONTENTS.leading - CLOSEST {
            let lines = self.strips[start..].iter_mut().filter(|strip| strip.height > CLOSEST);
            lines.for_each(|strip| strip.height -= closer);
        }
    }

    fn contents_line(&mut self, item: NodeId, anchor: usize, heading: &Heading) {
        let reference = self.node(item, Tag::Reference);
        let node = self.node(reference, Tag::Link);
        let bold = if heading.nested { CONTENTS } else { CONTENTS.with_face(Face::SansSemiBold) };
        let page = self.places[anchor].page + 1;
        let row = self.contents_row(node, heading, bold, page);
        let x = row[0].x;
        let dots = row.last().zip(row.get(1)).map(|(page, title)| dots(title, page));
        let mut strips = Row::new(bold, row).strips();
        if let Some(last) = strips.last_mut() {
            let y = last.height - bold.leading + bold.baseline() - DOTS_RISE;
            last.items.extend(dots.map(|(x, ink)| Item { owner: Owner::Decoration, x, y, ink }));
        }
        let name = Some(heading.name()).filter(|name| !name.is_empty()).unwrap_or_else(|| page.to_string());
        strips[0].link = Some(Link { node, target: anchor, x, width: RIGHT - x, name });
        let space = if heading.nested || anchor == 0 { 0.0 } else { ABOVE_SECTION };
        self.push(space, strips);
    }

    /// Number, title and page.
    fn contents_row(&mut self, node: NodeId, heading: &Heading, style: Style, page: usize) -> Vec<Cell> {
        let x = if heading.nested { TEXT + INDENT } else { TEXT };
        let number = self.cell(node, x, RIGHT - x, &Rich::from(format!("{} ", heading.number)), style);
        let indent = INDENT.max(number.lines[0].width + DOTS_GAP);
        let title_width = (RIGHT - PAGE_WIDTH - x - indent).max(PAGE_WIDTH);
        let words = self.document.swedish.told_apart(&format!("{} ", heading.title));
        let title = self.cell(node, x + indent, title_width, &words, style);
        let lines = self.lines(&Rich::from(page.to_string()), style, PAGE_WIDTH);
        let mut page = Cell { node, x: RIGHT - PAGE_WIDTH, width: PAGE_WIDTH, align: Align::End, lines };
        lower(&mut page, title.lines.len());
        vec![number, title, page]
    }
}

/// The page stands beside the last line of the title.
fn lower(page: &mut Cell, lines: usize) {
    for _ in page.lines.len()..lines {
        page.lines.insert(0, super::Line::default());
    }
}

/// The dots between a title and its page.
fn dots(title: &Cell, page: &Cell) -> (f32, Ink) {
    let width = |cell: &Cell| cell.lines.last().map_or(0.0, |line| line.width);
    let from = title.x + width(title) + DOTS_GAP;
    let to = page.x + page.width - width(page) - DOTS_GAP;
    (from, Ink::Dots { width: (to - from).max(0.0) })
}
