//! Text with emphasis and marks in it.

use super::{Basis, Level};
use serde::Serialize;

/// Text with emphasis and marks in it. A plain `&str` or `String` is one already.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Rich(Vec<Inline>);

/// A piece of [`Rich`] text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Plain text. A line break in it starts a new line.
    Text(String),
    /// A word that is stressed.
    Emphasis(String),
    /// The § mark before a legal basis. It says nothing alone: the words after it say "lag" or "vägledning".
    Mark(Basis),
    /// The three bars of a level. They say nothing alone: the word after them names the level.
    Bars(Level),
    /// The page where the requirement with this number stands. Only a form with pages shows it.
    PageOf(String),
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
        let words = self.0.iter().filter_map(|inline| match inline {
            Inline::Text(text) | Inline::Emphasis(text) => Some(text.as_str()),
            Inline::Mark(_) | Inline::Bars(_) | Inline::PageOf(_) => None,
        });
        words.collect()
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
