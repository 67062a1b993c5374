//! The typefaces of the page: what they look like, and how text is set in them.

mod shape;

pub use shape::{Shaper, Word};

use std::sync::LazyLock;

/// Stands where a character stood that none of the faces can show. All sans faces have it.
pub const REPLACEMENT: char = '□';

/// A typeface in one weight and style. All have 1000 units an em and the same figures, one width each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    Sans,
    SansItalic,
    SansSemiBold,
    SansBold,
    Serif,
    SerifItalic,
}

impl Face {
    pub const ALL: [Self; 6] =
        [Self::Sans, Self::SansItalic, Self::SansSemiBold, Self::SansBold, Self::Serif, Self::SerifItalic];

    /// The whole font file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Sans => include_bytes!("../../../../assets/fonts/SourceSans3_400Regular.ttf"),
            Self::SansItalic => include_bytes!("../../../../assets/fonts/SourceSans3_400Regular_Italic.ttf"),
            Self::SansSemiBold => include_bytes!("../../../../assets/fonts/SourceSans3_600SemiBold.ttf"),
            Self::SansBold => include_bytes!("../../../../assets/fonts/SourceSans3_700Bold.ttf"),
            Self::Serif => include_bytes!("../../../../assets/fonts/SourceSerif4_400Regular.ttf"),
            Self::SerifItalic => {
                include_bytes!("../../../../assets/fonts/SourceSerif4_400Regular_Italic.ttf")
            }
        }
    }

    /// The name the font is embedded under.
    pub fn post_script_name(self) -> &'static str {
        match self {
            Self::Sans => "SourceSans3-Regular",
            Self::SansItalic => "SourceSans3-Italic",
            Self::SansSemiBold => "SourceSans3-SemiBold",
            Self::SansBold => "SourceSans3-Bold",
            Self::Serif => "SourceSerif4-Regular",
            Self::SerifItalic => "SourceSerif4-Italic",
        }
    }

    /// The face for stressed words in text that is set in this one.
    pub fn stressed(self) -> Self {
        match self {
            Self::Serif | Self::SerifItalic => Self::SerifItalic,
            Self::Sans | Self::SansItalic => Self::SansItalic,
            Self::SansSemiBold | Self::SansBold => Self::SansBold,
        }
    }

    /// The face that shows `c`: this one, else the sans, which has the most characters.
    pub fn showing(self, c: char) -> Option<Self> {
        [self, Self::Sans].into_iter().find(|face| face.has(drawn(c)))
    }

    /// Glyph 0 is what a font shows for a character that it lacks; some fonts name it for U+FFFF.
    fn has(self, c: char) -> bool {
        self.outlines().glyph_index(c).is_some_and(|glyph| glyph.0 != 0)
    }

    /// The font's tables, read for outlines, characters and measures.
    #[expect(
        clippy::expect_used,
        reason = "the fonts are part of the program, and a test reads each of them"
    )]
    pub fn outlines(self) -> &'static ttf_parser::Face<'static> {
        static FACES: LazyLock<[ttf_parser::Face<'static>; 6]> = LazyLock::new(|| {
            Face::ALL.map(|face| {
                ttf_parser::Face::parse(face.bytes(), 0).expect("a font that is built in can be read")
            })
        });
        &FACES[self as usize]
    }
}

/// What is drawn for a character that only differs in how lines break around it. A glyph can stand for one
/// character alone when text is read back, so these share the plain one's.
pub fn drawn(c: char) -> char {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{2007}' => ' ',
        '\u{2011}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Face, REPLACEMENT};

    #[test]
    fn every_face_shows_swedish_and_says_so_when_it_cannot_show_a_character() {
        for face in Face::ALL {
            assert_eq!(face.outlines().units_per_em(), 1000);
            for c in "åäöÅÄÖ§–”’…·0123456789 -".chars() {
                assert_eq!(face.showing(c), Some(face), "{face:?} {c}");
            }
            assert_eq!(face.showing('م'), None);
            assert_eq!(face.showing('\u{ffff}'), None);
        }
        assert_eq!(Face::Serif.showing(REPLACEMENT), Some(Face::Sans));
    }
}
