//! Text with emphasis and marks in it.

use super::{Basis, Field, Level};
use serde::Serialize;
use std::borrow::Cow;

/// Text with emphasis and marks in it. A plain `&str` or `String` is one already.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Rich(pub(super) Vec<Inline>);

/// A piece of [`Rich`] text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Plain text. A line break in it starts a new line.
    Text(String),
    /// Plain text in Swedish in a document in English.
    Swedish(String),
    /// A word that is stressed.
    Emphasis(String),
    /// The § mark before a legal basis. It says nothing alone: the words after it say "lag" or "vägledning".
    Mark(Basis),
    /// The three bars of a level. They say nothing alone: the word after them names the level.
    Bars(Level),
    /// The page where the requirement with this number stands. Only a form with pages shows it.
    PageOf(String),
    /// A place to fill in. Room for a text takes the whole width of the cell.
    Field(Field),
}

impl Rich {
    /// Text that starts with `text`.
    pub fn new(text: &str) -> Self {
        Self::default().text(text)
    }

    /// Adds plain text.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.with(Inline::Text(text.into()))
    }

    /// Adds stressed text.
    #[must_use]
    pub fn emphasis(self, text: &str) -> Self {
        self.with(Inline::Emphasis(text.into()))
    }

    /// Adds a § mark and the words after it.
    #[must_use]
    pub fn basis(self, basis: Basis, words: &str) -> Self {
        self.with(Inline::Mark(basis)).text(words)
    }

    /// Adds the bars of a level and the words after them.
    #[must_use]
    pub fn level(self, level: Level, words: &str) -> Self {
        self.with(Inline::Bars(level)).text(words)
    }

    /// Adds the page where the requirement with this number stands.
    #[must_use]
    pub fn page_of(self, number: &str) -> Self {
        self.with(Inline::PageOf(number.into()))
    }

    /// Adds a place to fill in.
    #[must_use]
    pub fn field(self, field: Field) -> Self {
        self.with(Inline::Field(field))
    }

    fn with(mut self, inline: Inline) -> Self {
        self.0.push(inline);
        self
    }

    /// The pieces, in reading order.
    pub fn inlines(&self) -> &[Inline] {
        &self.0
    }

    /// The words alone, without emphasis, marks and page numbers.
    pub fn plain(&self) -> String {
        let words = self.0.iter().map(|inline| match inline {
            Inline::Text(text) | Inline::Swedish(text) | Inline::Emphasis(text) => {
                Cow::Borrowed(text.as_str())
            }
            Inline::Field(field) => Cow::Owned(field.plain()),
            Inline::Mark(_) | Inline::Bars(_) | Inline::PageOf(_) => Cow::Borrowed(""),
        });
        words.collect()
    }
}

impl From<Field> for Rich {
    fn from(field: Field) -> Self {
        Self::default().field(field)
    }
}

impl From<&str> for Rich {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Rich {
    fn from(text: String) -> Self {
        Self(vec![Inline::Text(text)])
    }
}
