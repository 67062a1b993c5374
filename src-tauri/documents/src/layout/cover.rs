//! The first page: kind, title, lead and the table that tells what the document is.

use super::Builder;
use super::item::{Ink, Item, Mark, Owner, Part, Strip};
use super::paragraph::{self, Line, NoPages};
use super::row::{Cell, Row, Rule};
use super::style::{COVER, Colour, KIND, LABEL_WIDTH, LEAD, LEFT, Style, TEXT, TEXT_WIDTH, TITLE};
use super::tree::{NodeId, Tag};
use crate::font::Face;
use crate::model::{Align, Rich, Status};

/// From the upper edge of the body to the document's kind.
const ABOVE_KIND: f32 = 18.4;
const ABOVE_TITLE: f32 = 0.3;
/// Its upper edge is as high as the letters beside it.
const ABOVE_LOGO: f32 = 3.5;
const ABOVE_LEAD: f32 = 7.0;
const ABOVE_TABLE: f32 = 31.7;
const ABOVE_TABLE_OF_LEAFLET: f32 = 14.0;
/// Above and below the text of a row.
const PADDING: f32 = 2.9;
/// Left and right of the word in the status box: 2 mm.
const BOX_PADDING: f32 = 5.67;

impl Builder<'_> {
    pub(super) fn cover(&mut self) {
        let meta = &self.document.meta;
        let above = if self.document.contents { ABOVE_KIND } else { 0.0 };
        let items = self.logo(above).into_iter().collect();
        self.strips.push(Strip { height: above, items, keep: true, ..Strip::default() });
        self.cover_line(NodeId::ROOT, Tag::Paragraph, &meta.kind, KIND, 0.0);
        self.title(NodeId::ROOT, &meta.title);
        if let Some(lead) = &meta.lead {
            self.cover_line(NodeId::ROOT, Tag::Paragraph, lead, LEAD, ABOVE_LEAD);
        }
        self.cover_table();
    }

    /// The logo stands in the margin, beside kind and title, so that with or without it nothing else is elsewhere.
    fn logo(&self, y: f32) -> Option<Item> {
        let (width, height) = self.document.meta.logo.as_ref()?.size();
        Some(Item { owner: Owner::Decoration, x: LEFT, y: y + ABOVE_LOGO, ink: Ink::Logo { width, height } })
    }

    fn cover_line(&mut self, parent: NodeId, tag: Tag, text: &str, style: Style, space: f32) {
        let node = self.node(parent, tag);
        let cell = self.cell(node, TEXT, TEXT_WIDTH, &self.document.swedish.told_apart(text), style);
        self.push(space, Row { breaks: true, ..Row::new(style, vec![cell]) }.strips());
    }

    fn title(&mut self, parent: NodeId, text: &str) {
        let node = self.node(parent, Tag::Heading(1));
        let text = self.document.swedish.told_apart(text);
        let mut lines = paragraph::balance(&text, TITLE, TEXT_WIDTH, self.shaper, &NoPages);
        self.tell_apart(node, &mut lines);
        let cell = Cell { node, x: TEXT, width: TEXT_WIDTH, align: Align::Start, lines };
        self.push(ABOVE_TITLE, Row { breaks: true, ..Row::new(TITLE, vec![cell]) }.strips());
    }

    fn cover_table(&mut self) {
        let table = self.node(NodeId::ROOT, Tag::Table);
        let start = self.strips.len();
        let status = self.status_line();
        self.cover_row(table, &self.words.status.clone(), 0, |_| vec![status]);
        for (index, row) in self.document.cover.iter().enumerate() {
            self.cover_row(table, &row.label, index + 1, |builder| {
                builder.lines(&row.text, COVER, TEXT_WIDTH)
            });
        }
        self.strips[start].space = if self.document.contents { ABOVE_TABLE } else { ABOVE_TABLE_OF_LEAFLET };
    }

    fn cover_row(
        &mut self,
        table: NodeId,
        label: &str,
        index: usize,
        text: impl FnOnce(&mut Self) -> Vec<Line>,
    ) {
        let row = self.node(table, Tag::TableRow);
        let (head, data) = (self.node(row, Tag::RowHeader), self.node(row, Tag::Cell));
        let label = self.cell(head, LEFT, LABEL_WIDTH, &label.into(), COVER.with_colour(Colour::Secondary));
        let mut lines = text(self);
        self.tell_apart(data, &mut lines);
        let text = Cell { node: data, x: TEXT, width: TEXT_WIDTH, align: Align::Start, lines };
        let above =
            if index == 0 { Rule::page_wide(1.0, Colour::Ink) } else { Rule::page_wide(0.5, Colour::Row) };
        let last = index == self.document.cover.len();
        let below = last.then(|| Rule::page_wide(1.0, Colour::Ink));
        let padding = PADDING + if index == 0 { 0.3 } else { 0.0 };
        let row = Row { above: Some(above), below, padding, ..Row::new(COVER, vec![label, text]) };
        self.push(0.0, row.strips());
    }

    /// The status word in its box, and the version after it.
    fn status_line(&mut self) -> Line {
        let status = &self.document.meta.status;
        let fixed = matches!(status, Status::Final { .. });
        let colour = if fixed { Colour::Paper } else { Colour::Ink };
        let style = Style { size: 9.5, ..COVER.with_face(Face::SansBold).with_colour(colour) };
        let word = self.shaper.word(style.face, self.words.state(status));
        let width = style.width(&word) + 2.0 * BOX_PADDING;
        let mark = if fixed { Mark::Solid(width) } else { Mark::Dashed(width) };
        let space = self.shaper.word(style.face, " ");
        let mut line = Line {
            inks: vec![
                (0.0, Ink::Mark(mark)),
                (BOX_PADDING, Ink::Text { style, words: vec![word, space], part: Part::Whole }),
            ],
            width,
        };
        let version = Rich::from(self.words.version(status));
        for (at, ink) in self.lines(&version, COVER, TEXT_WIDTH - width).swap_remove(0).inks {
            line.inks.push((width + BOX_PADDING + at, ink));
        }
        line
    }

    /// A cell whose text begins at its left edge.
    pub(super) fn cell(&mut self, node: NodeId, x: f32, width: f32, text: &Rich, style: Style) -> Cell {
        let lines = self.lines_of(node, text, style, width);
        Cell { node, x, width, align: Align::Start, lines }
    }
}
