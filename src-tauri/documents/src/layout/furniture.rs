//! Header and footer. They are the same on every page but for the page number, and no part of what is read.

use super::flow::Page;
use super::item::{Ink, Item, Owner};
use super::paragraph::{self, Line};
use super::style::{Colour, FURNITURE, LEFT, RIGHT, Style, WIDTH};
use crate::font::{Face, Shaper};
use crate::model::{Document, Meta};
use crate::words::Words;

const HEADER_BASELINE: f32 = 41.2;
const HEADER_RULE: f32 = 51.0;
const FOOTER_RULE: f32 = 793.5;
const FOOTER_BASELINE: f32 = 807.0;
const RULE: f32 = 0.75;
/// Between the authority and the document's name.
const GAP: f32 = 4.4;
/// What a reference may take of the width, and what the authority may.
const PART: f32 = WIDTH / 3.0;

const BOLD: Style = Style { face: Face::SansSemiBold, colour: Colour::Ink, ..FURNITURE };

/// Draws header and footer on every page.
pub fn add(pages: &mut [Page], document: &Document, shaper: &mut Shaper) {
    let words = Words::of(document.meta.language);
    let count = pages.len();
    let first = header(&document.meta, true, shaper);
    let other = header(&document.meta, false, shaper);
    let footer = footer(&document.meta, words, shaper);
    for (index, page) in pages.iter_mut().enumerate() {
        let mut items = if index == 0 { first.clone() } else { other.clone() };
        items.append(&mut page.items);
        items.extend_from_slice(&footer);
        items.extend(page_number(&words.page(index + 1, count), shaper));
        page.items = items;
    }
}

/// Authority to the left, from the second page on with the document's name, and the reference to the right.
fn header(meta: &Meta, first: bool, shaper: &mut Shaper) -> Vec<Item> {
    let mut row = Furniture { owner: Owner::Header, y: HEADER_BASELINE, items: Vec::new() };
    let reference = paragraph::fit(meta.reference.as_deref().unwrap_or_default(), FURNITURE, PART, shaper);
    let authority = paragraph::fit(&meta.authority, BOLD, PART, shaper);
    let start = if meta.authority.is_empty() { LEFT } else { LEFT + authority.width + GAP };
    let end = RIGHT - reference.width - GAP;
    row.put(LEFT, authority);
    if !first {
        row.put(
            start,
            paragraph::fit(&format!("{}: {}", meta.kind, meta.title), FURNITURE, end - start, shaper),
        );
    }
    row.put(RIGHT - reference.width, reference);
    row.rule(HEADER_RULE);
    row.items
}

/// State and version to the left, the date in the middle.
fn footer(meta: &Meta, words: &Words, shaper: &mut Shaper) -> Vec<Item> {
    let mut row = Furniture { owner: Owner::Footer, y: FOOTER_BASELINE, items: Vec::new() };
    row.rule(FOOTER_RULE);
    let state = paragraph::fit(words.state(&meta.status), BOLD, PART, shaper);
    let version = format!(", {}", words.version(&meta.status));
    let version_at = LEFT + state.width;
    row.put(LEFT, state);
    row.put(version_at, paragraph::fit(&version, FURNITURE, PART / 2.0, shaper));
    let date = paragraph::fit(&meta.date, FURNITURE, PART, shaper);
    row.put(LEFT + (WIDTH - date.width) / 2.0, date);
    row.items
}

/// To the right in the footer.
fn page_number(text: &str, shaper: &mut Shaper) -> Vec<Item> {
    let mut row = Furniture { owner: Owner::Footer, y: FOOTER_BASELINE, items: Vec::new() };
    let page = paragraph::fit(text, FURNITURE, PART, shaper);
    row.put(RIGHT - page.width, page);
    row.items
}

struct Furniture {
    owner: Owner,
    y: f32,
    items: Vec<Item>,
}

impl Furniture {
    fn put(&mut self, x: f32, line: Line) {
        let (owner, y) = (self.owner, self.y);
        self.items.extend(line.inks.into_iter().map(|(at, ink)| Item { owner, x: x + at, y, ink }));
    }

    fn rule(&mut self, y: f32) {
        let ink = Ink::Rule { width: WIDTH, thickness: RULE, colour: Colour::Rule };
        self.items.push(Item { owner: self.owner, x: LEFT, y, ink });
    }
}
