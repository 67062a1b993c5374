//! Cells side by side: the one shape that everything on the page has, from a paragraph to a row of a table.

use super::item::{Ink, Item, Owner, Part, Strip};
use super::paragraph::Line;
use super::style::{BODY_HEIGHT, Colour, LEFT, Style, WIDTH};
use super::tree::NodeId;
use crate::model::Align;
use std::ops::Range;

/// Cells that begin at the same height.
pub struct Row {
    pub above: Option<Rule>,
    pub below: Option<Rule>,
    /// Free space above and below the text.
    pub padding: f32,
    /// How lines are spaced, and where their baseline lies: the same in all cells.
    pub style: Style,
    pub cells: Vec<Cell>,
    /// Heads of tables end at the same height instead.
    pub at_foot: bool,
    /// Whether it may break over a page between two lines.
    pub breaks: bool,
}

/// A line across the page.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub x: f32,
    pub width: f32,
    pub thickness: f32,
    pub colour: Colour,
}

/// Text in a row.
pub struct Cell {
    pub node: NodeId,
    pub x: f32,
    pub width: f32,
    pub align: Align,
    pub lines: Vec<Line>,
}

impl Row {
    pub fn new(style: Style, cells: Vec<Cell>) -> Self {
        Self { above: None, below: None, padding: 0.0, style, cells, at_foot: false, breaks: false }
    }

    /// The row as strips: one, or one a line if it may break, or if no page could hold it.
    pub fn strips(mut self) -> Vec<Strip> {
        let count = self.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default().max(1);
        if !(self.breaks && self.inputs().next().is_none()) && self.height(count) <= BODY_HEIGHT {
            return vec![self.part(0..count, count)];
        }
        let mut strips: Vec<Strip> = (0..count).map(|line| self.part(line..line + 1, count)).collect();
        keep_ends_together(&mut strips);
        strips
    }

    /// What is filled in is never broken over a page.
    fn inputs(&self) -> impl Iterator<Item = &Ink> {
        let inks = self.cells.iter().flat_map(|cell| &cell.lines).flat_map(|line| &line.inks);
        inks.map(|(_, ink)| ink).filter(|ink| matches!(ink, Ink::Input(_)))
    }

    fn height(&self, count: usize) -> f32 {
        // A row of more lines than this is higher than any page.
        let lines = u16::try_from(count).map_or(f32::INFINITY, f32::from);
        let rules = [self.above, self.below].into_iter().flatten().map(|rule| rule.thickness).sum::<f32>();
        rules + 2.0 * self.padding + lines * self.style.leading
    }

    /// The strip that holds some of the row's `count` lines.
    fn part(&mut self, lines: Range<usize>, count: usize) -> Strip {
        let mut strip = Strip::default();
        if lines.start == 0 {
            strip.items.extend(self.above.map(|rule| rule.at(0.0)));
            strip.height = self.above.map_or(0.0, |rule| rule.thickness) + self.padding;
        }
        // Cell by cell, as it is read.
        let top = strip.height;
        for cell in &mut self.cells {
            strip.height = top;
            for line in lines.clone() {
                let y = strip.height + self.style.baseline();
                strip.items.extend(cell.line(line, count, self.at_foot, y));
                strip.height += self.style.leading;
            }
        }
        if lines.end == count {
            strip.height += self.padding;
            strip.items.extend(self.below.map(|rule| rule.at(strip.height)));
            strip.height += self.below.map_or(0.0, |rule| rule.thickness);
        }
        strip
    }
}

/// Neither the first line of a text nor its last is left alone on a page.
fn keep_ends_together(strips: &mut [Strip]) {
    let count = strips.len();
    for (index, strip) in strips.iter_mut().enumerate() {
        strip.keep = count > 1 && (index == 0 || index + 2 == count);
    }
}

impl Rule {
    /// Over the whole width of the page.
    pub fn page_wide(thickness: f32, colour: Colour) -> Self {
        Self { x: LEFT, width: WIDTH, thickness, colour }
    }

    pub fn at(self, y: f32) -> Item {
        let ink = Ink::Rule { width: self.width, thickness: self.thickness, colour: self.colour };
        Item { owner: Owner::Decoration, x: self.x, y, ink }
    }
}

impl Cell {
    /// Line number `line` of the row, placed with its baseline at `y`.
    fn line(&mut self, line: usize, count: usize, at_foot: bool, y: f32) -> Vec<Item> {
        let skipped = if at_foot { count - self.lines.len() } else { 0 };
        let own = line.checked_sub(skipped).and_then(|index| self.lines.get_mut(index));
        own.map(|line| items(std::mem::take(line), self.node, self.x, self.width, self.align, y))
            .unwrap_or_default()
    }
}

/// The inks of a line as items: marks first, so that the text of a line hangs together.
fn items(line: Line, node: NodeId, x: f32, width: f32, align: Align, y: f32) -> Vec<Item> {
    let x = match align {
        Align::Start => x,
        Align::End => x + width - line.width,
    };
    let mut node = node;
    let item = |(at, ink)| {
        if let Ink::Input(input) = &ink {
            node = input.words;
        }
        placed(ink, node, x + at, y)
    };
    let mut items: Vec<Item> = line.inks.into_iter().map(item).collect();
    items.sort_by_key(|item| item.owner != Owner::Decoration);
    items
}

fn placed(ink: Ink, node: NodeId, x: f32, y: f32) -> Item {
    match &ink {
        Ink::Text { part, .. } => {
            let owner = match part {
                Part::Whole => Owner::Node(node),
                Part::Beside(own) | Part::Swedish(own) => Owner::Node(*own),
            };
            Item { owner, x, y, ink }
        }
        Ink::Input(input) => Item { owner: Owner::Node(input.node), x, y: y - input.rise, ink },
        Ink::Rule { .. } | Ink::Dots { .. } | Ink::Mark(_) | Ink::Logo { .. } => {
            Item { owner: Owner::Decoration, x, y, ink }
        }
    }
}
