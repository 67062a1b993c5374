//! The page's measures, type and greys. All lengths are in points (1/72 inch), from the page's upper left corner.
//!
//! The page is made for black and white first. Contrasts are against white paper (WCAG 2 formula).

use crate::font::{Face, Word};

const MM: f32 = 72.0 / 25.4;

/// A4.
pub const PAGE_WIDTH: f32 = 210.0 * MM;
pub const PAGE_HEIGHT: f32 = 297.0 * MM;
/// Left and right margin 22 mm, body from 26 mm to 24 mm above the edge.
pub const LEFT: f32 = 22.0 * MM;
pub const RIGHT: f32 = PAGE_WIDTH - LEFT;
pub const TOP: f32 = 26.0 * MM;
pub const BOTTOM: f32 = PAGE_HEIGHT - 24.0 * MM;
pub const BODY_HEIGHT: f32 = BOTTOM - TOP;
/// Numbers, labels and row headers stand left of this axis, text right of it: 33 mm and 133 mm, about 70 characters.
pub const TEXT: f32 = LEFT + 33.0 * MM;
/// What a cell leaves free to its right, so that it does not touch the next.
pub const GUTTER: f32 = 2.0 * MM;

pub const WIDTH: f32 = RIGHT - LEFT;
pub const TEXT_WIDTH: f32 = RIGHT - TEXT;
pub const LABEL_WIDTH: f32 = TEXT - LEFT - GUTTER;

/// A colour of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Text, and the rules of tables and requirements: 18.9 : 1.
    Ink,
    /// Secondary text: 9.7 : 1.
    Secondary,
    /// The lead: 12.6 : 1.
    Lead,
    /// Rules of header and footer, leader dots: 4.5 : 1.
    Rule,
    /// Lines between rows, which carry no meaning.
    Row,
    /// Numbers of requirements and the document's kind: 8.5 : 1, grey 27 % on a printer without colour.
    Petrol,
    /// Text on ink.
    Paper,
}

impl Colour {
    /// Red, green and blue in sRGB, from 0 to 255.
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Self::Ink => [0x11; 3],
            Self::Secondary => [0x44; 3],
            Self::Lead => [0x33; 3],
            Self::Rule => [0x76; 3],
            Self::Row => [0xBD; 3],
            Self::Petrol => [0x0B, 0x54, 0x62],
            Self::Paper => [0xFF; 3],
        }
    }
}

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    pub face: Face,
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    pub colour: Colour,
}

impl Style {
    const fn new(face: Face, size: f32, leading: f32, colour: Colour) -> Self {
        Self { face, size, leading, colour }
    }

    /// From the top of the line to its baseline: what leading adds is shared above and below.
    pub fn baseline(self) -> f32 {
        let font = self.face.outlines();
        let (ascender, descender) = (f32::from(font.ascender()), f32::from(font.descender()));
        f32::midpoint(self.leading, self.points(ascender + descender))
    }

    /// How wide a word is.
    pub fn width(self, word: &Word) -> f32 {
        self.points(word.advance())
    }

    /// Thousandths of an em in points.
    pub fn points(self, units: f32) -> f32 {
        units * self.size / 1000.0
    }

    pub fn with_face(self, face: Face) -> Self {
        Self { face, ..self }
    }

    pub fn with_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }
}

pub const KIND: Style = Style::new(Face::SansSemiBold, 10.5, 15.0, Colour::Petrol);
pub const TITLE: Style = Style::new(Face::SansSemiBold, 25.0, 29.0, Colour::Ink);
// The serif is cut for 10.5 pt and runs wider above it than the page was designed with; 11 and 13 pt are therefore set
// a little smaller, so that a line holds as many words.
pub const LEAD: Style = Style::new(Face::Serif, 12.6, 18.0, Colour::Lead);
pub const H2: Style = Style::new(Face::SansSemiBold, 14.5, 18.0, Colour::Ink);
pub const H3: Style = Style::new(Face::SansSemiBold, 12.0, 15.0, Colour::Ink);
pub const NUMBER: Style = Style::new(Face::SansBold, 12.0, 15.0, Colour::Petrol);
/// A heading in the margin.
pub const LABEL: Style = Style::new(Face::SansSemiBold, 10.5, 15.0, Colour::Ink);
pub const BODY: Style = Style::new(Face::Serif, 10.5, 15.0, Colour::Ink);
/// The text of a requirement.
pub const WORDING: Style = Style::new(Face::Serif, 10.9, 15.5, Colour::Ink);
/// "K3 a", beside the wording.
pub const LETTER: Style = Style::new(Face::Sans, 9.5, 15.5, Colour::Secondary);
/// Level and placement, below a requirement's title.
pub const META: Style = Style::new(Face::Sans, 9.5, 12.75, Colour::Secondary);
pub const FACT: Style = Style::new(Face::Sans, 9.5, 12.75, Colour::Ink);
pub const TABLE: Style = Style::new(Face::Sans, 9.5, 12.5, Colour::Ink);
pub const COVER: Style = Style::new(Face::Sans, 10.0, 14.0, Colour::Ink);
pub const CONTENTS: Style = Style::new(Face::Sans, 10.0, 15.5, Colour::Ink);
/// Header and footer, the smallest there is.
pub const FURNITURE: Style = Style::new(Face::Sans, 8.5, 11.0, Colour::Secondary);
