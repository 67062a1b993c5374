//! What stands on a page, and the unbreakable strips that pages are filled with.

use super::style::{Colour, Style};
use super::tree::NodeId;
use crate::font::Word;
use crate::model::{Field, Level};
use std::rc::Rc;

/// Something drawn on a page.
#[derive(Debug, Clone)]
pub struct Item {
    pub owner: Owner,
    pub x: f32,
    /// For text and marks the baseline, else the upper edge.
    pub y: f32,
    pub ink: Ink,
}

/// To whom it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// It is part of what the document says.
    Node(NodeId),
    /// It repeats on every page.
    Header,
    Footer,
    /// It only helps the eye: rules, marks, heads of tables that go on.
    Decoration,
}

/// What is drawn.
#[derive(Debug, Clone)]
pub enum Ink {
    Text {
        style: Style,
        words: Vec<Rc<Word>>,
        part: Part,
    },
    Rule {
        width: f32,
        thickness: f32,
        colour: Colour,
    },
    /// Leader dots up to a page number.
    Dots {
        width: f32,
    },
    Mark(Mark),
    /// The authority's logo, so wide and so high.
    Logo {
        width: f32,
        height: f32,
    },
    Input(Input),
}

/// What part of its cell a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The cell has no other: all of it is in the language of the document.
    Whole,
    /// It stands beside Swedish, as this node.
    Beside(NodeId),
    /// It is in Swedish, as this node.
    Swedish(NodeId),
}

/// A place to fill in: room for a text, or the box of one choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    pub field: Rc<Field>,
    /// Which of the field's choices; none when it takes a text.
    pub choice: Option<usize>,
    pub width: f32,
    pub height: f32,
    /// From the baseline of its first line up to its upper edge.
    pub rise: f32,
    /// What it is in the structure.
    pub node: NodeId,
    /// To whom the words after it belong: a part of the form holds nothing but itself.
    pub words: NodeId,
}

/// A small drawing in a line of text. None has a meaning of its own: the words beside it say the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    /// White § on black: a provision that applies.
    Law,
    /// Black § in a frame: a provision that has served as a model.
    Guidance,
    /// A hyphen of letters of this size, where a word goes on below. It is no letter: the word has none.
    Hyphen(f32),
    /// Three bars, the first ones filled.
    Bars(Level),
    /// A black box of this width, behind the word that a document is final.
    Solid(f32),
    /// A dashed box of this width, around the word that a document is a draft.
    Dashed(f32),
}

impl Mark {
    /// How much of the line it takes, with the space after it.
    pub fn advance(self) -> f32 {
        match self {
            Self::Law | Self::Guidance => Self::SIGN_WIDTH + 2.4,
            Self::Bars(_) => Self::BARS_WIDTH + 3.2,
            Self::Solid(width) | Self::Dashed(width) => width,
            Self::Hyphen(size) => Self::HYPHEN_WIDTH * size,
        }
    }

    /// Of the size of the letters.
    pub const HYPHEN_WIDTH: f32 = 0.31;
    pub const SIGN_WIDTH: f32 = 9.8;
    pub const BARS_WIDTH: f32 = 9.9;
}

/// A place that a link leads to: the heading with this number in the order of [`super::headings`].
pub type Anchor = usize;

/// A strip of the page that is never broken.
#[derive(Debug, Default)]
pub struct Strip {
    /// Free space above it, unless it comes first on a page.
    pub space: f32,
    pub height: f32,
    /// Placed from the strip's upper edge.
    pub items: Vec<Item>,
    /// The next strip stands on the same page.
    pub keep: bool,
    pub starts: Starts,
    /// The heading that it is.
    pub anchor: Option<Anchor>,
    /// Where the whole strip leads.
    pub link: Option<Link>,
    /// The head of the table that it belongs to, for when it comes first on a page.
    pub head: Option<Rc<Strip>>,
}

/// Whether a strip is pushed to a new page for reasons of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Starts {
    /// Only if there is no room for it.
    #[default]
    Anywhere,
    OnNewPage,
    /// On a new page if it would stand on the first one.
    AfterCoverPage,
    /// On a new page if what begins here, of this height, would break within its first third.
    Third(f32),
}

/// A link over a strip.
#[derive(Debug, Clone)]
pub struct Link {
    pub node: NodeId,
    pub target: Anchor,
    /// From where to where it reaches.
    pub x: f32,
    pub width: f32,
    /// What it is called for those who do not see it.
    pub name: String,
}

impl Strip {
    /// Makes room above what is in the strip.
    pub fn raise(&mut self, by: f32) {
        self.items.iter_mut().for_each(|item| item.y += by);
        self.height += by;
    }

    /// The strip as it is repeated on the next page: for the eye only, since it has been read once.
    pub fn as_decoration(&self) -> impl Iterator<Item = Item> {
        self.items.iter().cloned().map(|item| Item { owner: Owner::Decoration, ..item })
    }
}
