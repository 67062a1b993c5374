//! Tables with a head, which is repeated where the table goes on over a page.

use super::Builder;
use super::item::Strip;
use super::row::{Cell, Row, Rule};
use super::section::is_end;
use super::style::{BODY_HEIGHT, Colour, GUTTER, RIGHT, Style, TABLE};
use super::tree::{NodeId, Tag};
use crate::font::Face;
use crate::model::{Align, Column, Rich, RowHeads, Table};
use std::rc::Rc;

/// Above and below the text of a row.
const PADDING: f32 = 3.5;
const PADDING_OF_LEAFLET: f32 = 2.2;
/// Between the caption and the table.
const BELOW_CAPTION: f32 = 4.2;
/// A head that takes more of a page than this is not repeated.
const HEAD_LIMIT: f32 = BODY_HEIGHT / 4.0;
/// The narrowest that a column becomes, however small its share.
const NARROWEST: f32 = 20.0;

const BOLD: Style = Style { face: Face::SansSemiBold, ..TABLE };

impl Builder<'_> {
    /// A table from `x` to the right margin.
    pub(super) fn table(&mut self, parent: NodeId, table: &Table, x: f32, space: f32) {
        if table.columns.is_empty() {
            return;
        }
        let node = self.node(parent, Tag::Table);
        let start = self.strips.len();
        if let Some(caption) = &table.caption {
            self.caption(node, caption, x);
        }
        let columns = Placed::of(&table.columns, x);
        let head = self.head(node, &columns, table.rows.is_empty());
        self.rows(node, table, &columns, head.as_ref());
        self.strips[start].space = space;
    }

    fn caption(&mut self, table: NodeId, caption: &str, x: f32) {
        let node = self.node(table, Tag::Caption);
        let cell = self.cell(node, x, RIGHT - x, &caption.into(), BOLD);
        let mut strips = Row::new(BOLD, vec![cell]).strips();
        if let Some(last) = strips.last_mut() {
            last.height += BELOW_CAPTION;
        }
        let start = self.push(0.0, strips);
        self.keep_from(start);
    }

    /// The head, also as it is repeated, if it may be.
    fn head(&mut self, table: NodeId, columns: &[Placed<'_>], alone: bool) -> Option<Rc<Strip>> {
        let head = self.node(table, Tag::TableHead);
        let row = self.node(head, Tag::TableRow);
        let cells = columns.iter().map(|placed| {
            let node = self.node(row, Tag::ColumnHeader);
            self.table_cell(node, placed, &placed.column.head.as_str().into(), BOLD)
        });
        let cells = cells.collect();
        let (above, below) = (rule(columns, 1.0, Colour::Ink), rule(columns, 0.75, Colour::Ink));
        let row = Row {
            above: Some(above),
            below: Some(below),
            padding: PADDING,
            at_foot: true,
            ..Row::new(TABLE, cells)
        };
        let start = self.push(0.0, row.strips());
        if !alone {
            self.keep_from(start);
        }
        let [strip] = &self.strips[start..] else { return None };
        (strip.height <= HEAD_LIMIT)
            .then(|| Rc::new(Strip { height: strip.height, items: strip.items.clone(), ..Strip::default() }))
    }

    fn rows(&mut self, table: NodeId, content: &Table, columns: &[Placed<'_>], head: Option<&Rc<Strip>>) {
        if content.rows.is_empty() {
            return;
        }
        let body = self.node(table, Tag::TableBody);
        let empty = Rich::default();
        let padding = if self.document.contents { PADDING } else { PADDING_OF_LEAFLET };
        for (index, texts) in content.rows.iter().enumerate() {
            let node = self.node(body, Tag::TableRow);
            let cells = columns.iter().enumerate().map(|(column, placed)| {
                let text = texts.get(column).unwrap_or(&empty);
                let (tag, style) = if column == 0 {
                    (Tag::RowHeader, row_head(content.row_heads))
                } else {
                    (Tag::Cell, TABLE)
                };
                let node = self.node(node, tag);
                self.table_cell(node, placed, text, style)
            });
            let cells = cells.collect();
            let last = index + 1 == content.rows.len();
            let row = body_row(columns, cells, index == 0, last);
            let start = self.push(0.0, Row { padding, ..row }.strips());
            self.strips[start..].iter_mut().for_each(|strip| strip.head = head.cloned());
            if is_end(index, content.rows.len()) {
                self.keep_from(start);
            }
        }
    }

    fn table_cell(&mut self, node: NodeId, placed: &Placed<'_>, text: &Rich, style: Style) -> Cell {
        let lines = self.lines_of(node, text, style, placed.width);
        Cell { node, x: placed.x, width: placed.width, align: placed.column.align, lines }
    }
}

/// A row of the body. The head's rule stands above the first, the foot's below the last.
fn body_row(columns: &[Placed<'_>], cells: Vec<Cell>, first: bool, last: bool) -> Row {
    let above = (!first).then(|| rule(columns, 0.5, Colour::Row));
    let below = last.then(|| rule(columns, 1.0, Colour::Ink));
    Row { above, below, padding: PADDING, ..Row::new(TABLE, cells) }
}

fn row_head(heads: RowHeads) -> Style {
    match heads {
        RowHeads::Bold => BOLD,
        RowHeads::Plain => TABLE,
    }
}

fn rule(columns: &[Placed<'_>], thickness: f32, colour: Colour) -> Rule {
    let x = columns.first().map_or(RIGHT, |placed| placed.x);
    Rule { x, width: RIGHT - x, thickness, colour }
}

/// A column and where its text stands.
struct Placed<'a> {
    column: &'a Column,
    x: f32,
    width: f32,
}

impl<'a> Placed<'a> {
    /// The columns by their shares of the width; all but the last leave a gutter, a wide one after figures.
    fn of(columns: &'a [Column], x: f32) -> Vec<Self> {
        let shares: f32 = columns.iter().map(share).sum();
        let mut left = x;
        let place = |(index, column): (usize, &'a Column)| {
            let whole = (RIGHT - x) * share(column) / shares;
            let gutter = match column.align {
                _ if index + 1 == columns.len() => 0.0,
                Align::Start => GUTTER,
                Align::End => 2.0 * GUTTER,
            };
            let placed = Self { column, x: left, width: (whole - gutter).max(NARROWEST) };
            left += whole;
            placed
        };
        columns.iter().enumerate().map(place).collect()
    }
}

/// A share that is no positive number counts as one.
fn share(column: &Column) -> f32 {
    if column.share.is_finite() && column.share > 0.0 { column.share } else { 1.0 }
}
