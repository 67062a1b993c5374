//! Text: Swedish and English side by side, Swedish first; and what comes from outside.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language of the window and of the documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Swedish: the language of the authority, and the one that counts.
    #[default]
    Sv,
    /// English: for tenderers and colleagues who read no Swedish.
    En,
}

impl Language {
    /// The other of the two.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Sv => Self::En,
            Self::En => Self::Sv,
        }
    }
}

/// The same thing in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual<T = String> {
    /// In Swedish.
    pub sv: T,
    /// In English.
    pub en: T,
}

impl<T> Bilingual<T> {
    /// What stands in `language`.
    pub fn of(&self, language: Language) -> &T {
        match language {
            Language::Sv => &self.sv,
            Language::En => &self.en,
        }
    }

    /// The same, made once for each language.
    pub fn each(mut make: impl FnMut(Language) -> T) -> Self {
        Self { sv: make(Language::Sv), en: make(Language::En) }
    }
}

impl Bilingual<String> {
    /// Two ready texts.
    pub fn new(sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self { sv: sv.into(), en: en.into() }
    }
}

impl fmt::Display for Bilingual<String> {
    /// The Swedish text: error lines and the command line speak Swedish.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sv)
    }
}

/// Whether a character steers how text is shown instead of being text: it breaks the line, turns the direction of what
/// follows, or commands a terminal.
pub fn steers(c: char) -> bool {
    let turns =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || turns
}

/// Whether a character is none: Unicode gives it to nobody. U+FFFE stands in what is copied from some PDF viewers, where a
/// word was divided at the end of a line.
pub fn is_no_character(c: char) -> bool {
    u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}')
}

/// A sign that is not seen, and parts no word.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') || is_no_character(c)
}

/// Bytes from outside as text.
///
/// # Errors
/// When they are not UTF-8: the line, from one, in which that shows.
pub fn utf8(bytes: Vec<u8>) -> Result<String, usize> {
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        before.split(|byte| *byte == b'\n').count()
    })
}
