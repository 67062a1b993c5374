//! From words to glyphs, each word once.

use super::{Face, drawn};
use harfrust::{
    Buffer, ClusterLevel, Direction, Font, Language, Script, ShapeOptions, ShapePlan, ShaperFont,
};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

/// A word, or a run of spaces, as it is drawn in one face. Measures are in thousandths of an em.
#[derive(Debug, PartialEq)]
pub struct Word {
    pub face: Face,
    text: Box<str>,
    glyphs: Vec<Glyph>,
    advance: f32,
}

/// A glyph of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Its place in the font.
    pub id: u16,
    /// How far the next glyph is moved to the left of where this one ends: kerning.
    pub kern: f32,
    /// Where in the word's text the characters that it shows begin.
    cluster: u32,
}

impl Word {
    pub fn glyphs(&self) -> &[Glyph] {
        &self.glyphs
    }

    /// How wide the word is.
    pub fn advance(&self) -> f32 {
        self.advance
    }

    /// The glyphs with the characters that each shows: one, several for a ligature, none for the rest of a
    /// character that takes more than one glyph.
    pub fn spelled(&self) -> impl Iterator<Item = (Glyph, &str)> {
        let ends = self.glyphs.iter().skip(1).map(|glyph| glyph.cluster as usize).chain([self.text.len()]);
        self.glyphs.iter().zip(ends).map(|(glyph, end)| (*glyph, &self.text[glyph.cluster as usize..end]))
    }

    /// How many characters of the text fit within `width`; at least the first.
    pub fn characters_within(&self, width: f32) -> usize {
        let mut used = 0.0;
        for (glyph, text) in self.spelled() {
            used += natural_width(self.face, glyph.id) - glyph.kern;
            if used > width && glyph.cluster > 0 && !text.is_empty() {
                return self.text[..glyph.cluster as usize].chars().count();
            }
        }
        self.text.chars().count()
    }
}

/// Sets words, and remembers each that it has set: a document says "leverantören ska" a hundred times.
#[derive(Default)]
pub struct Shaper {
    setters: HashMap<Face, Setter>,
    words: HashMap<Face, HashMap<Box<str>, Rc<Word>>>,
    buffer: Option<Buffer>,
}

impl Shaper {
    /// The word as it is drawn in `face`, which has all its characters.
    pub fn word(&mut self, face: Face, text: &str) -> Rc<Word> {
        if let Some(word) = self.words.get(&face).and_then(|words| words.get(text)) {
            return Rc::clone(word);
        }
        let word = Rc::new(self.set(face, text));
        self.words.entry(face).or_default().insert(text.into(), Rc::clone(&word));
        word
    }

    fn set(&mut self, face: Face, text: &str) -> Word {
        let text: Box<str> = text.chars().map(drawn).collect();
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.reset();
        buffer.push_str(&text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::LATIN));
        // Each character keeps its place, so that it can be told which glyph shows it.
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        buffer.set_language(Language::new("sv"));
        self.setters.entry(face).or_insert_with(|| Setter::new(face)).set(&mut buffer);
        let glyphs = glyphs(face, &buffer);
        let advance = buffer.glyph_positions().iter().map(|position| units(position.x_advance)).sum();
        self.buffer = Some(buffer);
        Word { face, text, glyphs, advance }
    }
}

fn glyphs(face: Face, buffer: &Buffer) -> Vec<Glyph> {
    let (infos, positions) = (buffer.glyph_infos(), buffer.glyph_positions());
    let glyph = |index: usize| {
        let id = u16::try_from(infos[index].glyph_id).unwrap_or_default();
        let offset = positions[index].x_offset - positions.get(index + 1).map_or(0, |next| next.x_offset);
        let advance = units(positions[index].x_advance - offset);
        Glyph { id, kern: natural_width(face, id) - advance, cluster: infos[index].cluster }
    };
    (0..infos.len()).map(glyph).collect()
}

/// A length within one glyph; none is 32 em wide.
fn units(length: i32) -> f32 {
    i16::try_from(length).map_or(0.0, f32::from)
}

/// How far the pen moves after a glyph when nothing else is said.
fn natural_width(face: Face, glyph: u16) -> f32 {
    face.outlines().glyph_hor_advance(ttf_parser::GlyphId(glyph)).map_or(0.0, f32::from)
}

/// A font made ready for setting Latin text from left to right.
struct Setter {
    font: ShaperFont<'static, 'static>,
    plan: ShapePlan,
}

impl Setter {
    fn new(face: Face) -> Self {
        let font = font(face);
        let language = Language::new("sv");
        let plan = ShapePlan::new(font, Direction::LeftToRight, Some(Script::LATIN), language.as_ref(), &[]);
        Self { font: ShaperFont::new(font), plan }
    }

    /// Sets the text in the buffer; what the plan refuses stays without glyphs.
    fn set(&self, buffer: &mut Buffer) {
        if harfrust::shape(&self.font, buffer, ShapeOptions::new().plan(Some(&self.plan))).is_err() {
            buffer.reset();
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "the fonts are part of the program, and every document that a test makes sets text"
)]
fn font(face: Face) -> &'static Font {
    static FONTS: LazyLock<[Font; 6]> = LazyLock::new(|| {
        Face::ALL.map(|face| Font::new(face.bytes(), 0).expect("a font that is built in can be read"))
    });
    &FONTS[face as usize]
}

#[cfg(test)]
mod tests {
    use super::{Face, Shaper};

    #[test]
    fn a_glyph_tells_the_characters_that_it_shows() {
        let word = Shaper::default().word(Face::Serif, "offert å\u{a0}b\u{2011}c");
        let spelled: Vec<&str> = word.spelled().map(|(_, text)| text).collect();
        assert_eq!(spelled.concat(), "offert å b-c");
        assert!(spelled.contains(&"å"));
    }

    #[test]
    fn kerning_makes_a_word_narrower_than_its_glyphs() {
        let mut shaper = Shaper::default();
        let pair = shaper.word(Face::Sans, "AV").advance();
        assert!(pair < shaper.word(Face::Sans, "A").advance() + shaper.word(Face::Sans, "V").advance());
    }

    #[test]
    fn a_word_that_is_too_wide_is_cut_between_characters() {
        let word = Shaper::default().word(Face::Sans, &"å".repeat(100));
        let cut = word.characters_within(word.advance() / 2.0);
        assert!((49..=50).contains(&cut), "{cut}");
        assert_eq!(word.characters_within(0.0), 1);
    }
}
