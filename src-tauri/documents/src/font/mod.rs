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

    /// Each character of a document is asked for, so what the fonts have is looked up once.
    fn has(self, c: char) -> bool {
        static CHARACTERS: LazyLock<[Characters; 6]> = LazyLock::new(|| Face::ALL.map(Characters::of));
        CHARACTERS[self as usize].has(c)
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

/// The characters that a typeface shows, a bit each.
struct Characters(Vec<u64>);

impl Characters {
    /// Glyph 0 is what a font shows for a character that it lacks; some fonts name it for U+FFFF.
    fn of(face: Face) -> Self {
        let mut bits = Vec::new();
        let shown = |c: u32| {
            let glyph = char::from_u32(c).and_then(|c| face.outlines().glyph_index(c));
            glyph.is_some_and(|glyph| glyph.0 != 0)
        };
        let tables = face.outlines().tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
        for table in tables.filter(ttf_parser::cmap::Subtable::is_unicode) {
            table.codepoints(|c| {
                if shown(c) {
                    let (word, bit) = place(c);
                    bits.resize(bits.len().max(word + 1), 0);
                    bits[word] |= bit;
                }
            });
        }
        Self(bits)
    }

    fn has(&self, c: char) -> bool {
        let (word, bit) = place(c.into());
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }
}

/// In which word the bit of a character stands, and the bit.
fn place(c: u32) -> (usize, u64) {
    ((c / u64::BITS) as usize, 1 << (c % u64::BITS))
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
