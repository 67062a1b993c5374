//! The fonts of a file: cut down to the glyphs that are drawn, and telling which characters those show.

use super::{Error, File, draw};
use crate::font::{Face, Word};
use crate::layout::{Ink, Page};
use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use lopdf::{Object, Stream};
use printpdf::{FontId, Op, ParsedFont, PdfFont, PdfFontHandle, PdfPage, Pt, TextItem, ToUnicodeCMap};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

/// The fonts that a file embeds.
pub struct Fonts(BTreeMap<Face, Embedded>);

/// A font with only the glyphs that are drawn.
struct Embedded {
    font: ParsedFont,
    /// From a glyph of the whole font to its place in this one, and the characters that it shows.
    glyphs: BTreeMap<u16, (u16, String)>,
}

impl Fonts {
    pub fn used_on(pages: &[Page]) -> Result<Self, Error> {
        let fonts = used_glyphs(pages).into_iter().map(|(face, used)| Ok((face, Embedded::of(face, used)?)));
        fonts.collect::<Result<_, Error>>().map(Self)
    }

    /// The character that stands for a glyph of the whole font in the embedded one.
    pub fn code(&self, face: Face, glyph: u16) -> char {
        code(self.0.get(&face).and_then(|font| font.glyphs.get(&glyph)).map_or(0, |(id, _)| *id))
    }

    /// The fonts as printpdf takes them. The names are ours: those that it would make up differ each time.
    pub fn resources(&self) -> BTreeMap<FontId, PdfFont> {
        self.0.iter().map(|(face, embedded)| (id(*face), PdfFont::new(embedded.font.clone()))).collect()
    }

    /// A page with every glyph of each, since printpdf embeds and measures only what its pages use.
    pub fn tried_out(&self) -> PdfPage {
        let show = |(face, font): (&Face, &Embedded)| {
            let text = font.glyphs.values().map(|(place, _)| code(*place)).collect();
            let font = PdfFontHandle::External(id(*face));
            [Op::SetFont { font, size: Pt(1.0) }, Op::ShowText { items: vec![TextItem::Text(text)] }]
        };
        let ops = self.0.iter().flat_map(show);
        draw::page([Op::StartTextSection].into_iter().chain(ops).chain([Op::EndTextSection]).collect())
    }

    /// Writes what printpdf leaves out or guesses: which characters each glyph shows, and how high capitals are.
    pub fn complete(&self, file: &mut File) -> Result<(), Error> {
        let resources = file.pdf.get_dictionary(file.pages[0])?.get(b"Resources")?.as_reference()?;
        let fonts = file.pdf.get_dictionary(resources)?.get(b"Font")?.as_reference()?;
        for (face, embedded) in &self.0 {
            let name = id(*face);
            let font = file.pdf.get_dictionary(fonts)?.get(name.0.as_bytes())?.as_reference()?;
            let to_unicode = file.pdf.get_dictionary(font)?.get(b"ToUnicode")?.as_reference()?;
            let map = Stream::new(lopdf::Dictionary::new(), embedded.characters(&name).into_bytes());
            file.pdf.set_object(to_unicode, map);
            let descriptor = descriptor(file, font)?;
            let cap_height = face.outlines().capital_height().unwrap_or_default();
            file.pdf.get_dictionary_mut(descriptor)?.set("CapHeight", i64::from(cap_height));
        }
        Ok(())
    }
}

/// The name of a font within the file.
pub fn id(face: Face) -> FontId {
    FontId(face.post_script_name().replace('-', ""))
}

fn descriptor(file: &File, font: lopdf::ObjectId) -> Result<lopdf::ObjectId, Error> {
    let descendants = file.pdf.get_dictionary(font)?.get(b"DescendantFonts")?.as_array()?;
    let descendant = descendants.first().unwrap_or(&Object::Null).as_dict()?;
    Ok(descendant.get(b"FontDescriptor")?.as_reference()?)
}

/// The glyphs of each face and the characters they show; the first use of a glyph decides.
fn used_glyphs(pages: &[Page]) -> BTreeMap<Face, BTreeMap<u16, String>> {
    let mut used: BTreeMap<Face, BTreeMap<u16, String>> = BTreeMap::new();
    let mut seen = HashSet::new();
    for word in pages.iter().flat_map(words).filter(|word| seen.insert(Rc::as_ptr(word))) {
        let glyphs = used.entry(word.face).or_default();
        for (glyph, text) in word.spelled() {
            let shown = glyphs.entry(glyph.id).or_default();
            if shown.is_empty() {
                text.clone_into(shown);
            }
        }
    }
    used
}

fn words(page: &Page) -> impl Iterator<Item = &Rc<Word>> {
    page.items.iter().flat_map(|item| match &item.ink {
        Ink::Text { words, .. } => words.as_slice(),
        _ => &[],
    })
}

impl Embedded {
    fn of(face: Face, used: BTreeMap<u16, String>) -> Result<Self, Error> {
        let failed = |cause: String| Error::Font { font: face.post_script_name(), cause };
        // Glyph 0 is what a font shows for nothing; it must be there and come first.
        let kept: Vec<u16> = std::iter::once(0).chain(used.keys().copied().filter(|&id| id != 0)).collect();
        let file =
            ReadScope::new(face.bytes()).read::<FontData<'_>>().map_err(|cause| failed(cause.to_string()))?;
        let tables = file.table_provider(0).map_err(|cause| failed(cause.to_string()))?;
        let bytes = subset(&tables, &kept, &SubsetProfile::Pdf, CmapTarget::Unicode)
            .map_err(|cause| failed(cause.to_string()))?;
        let mut font =
            ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()).ok_or_else(|| failed("subset".into()))?;
        font.font_name = Some(format!("{}+{}", tag(&bytes), face.post_script_name()));
        font.codepoint_to_glyph =
            (0..).take(kept.len()).map(|place| (u32::from(code(place)), place)).collect();
        let places = (0_u16..).zip(&kept).map(|(place, id)| (*id, place)).collect::<BTreeMap<_, _>>();
        let glyphs =
            used.into_iter().map(|(id, text)| (id, (places.get(&id).copied().unwrap_or_default(), text)));
        Ok(Self { font, glyphs: glyphs.collect() })
    }

    /// The map by which text is read back from glyphs.
    fn characters(&self, name: &FontId) -> String {
        let entry = |(id, text): &(u16, String)| {
            let text = if text.is_empty() { "\u{fffd}" } else { text };
            (u32::from(*id), text.chars().map(u32::from).collect())
        };
        ToUnicodeCMap { mappings: self.glyphs.values().map(entry).collect() }.to_cmap_string(&name.0)
    }
}

/// In an embedded font each glyph is called by its place, as a character that has no meaning of its own. printpdf then
/// writes a run of glyphs as one string, which takes half the room of writing each for itself.
fn code(place: u16) -> char {
    const FIRST: u32 = 0xE000;
    char::from_u32(FIRST + u32::from(place)).unwrap_or_default()
}

/// Six capitals that tell this subset from another of the same font.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
