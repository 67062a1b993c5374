//! The typeface that readers type in: a simple font, which every reader knows how to write with.
//!
//! The fonts of the pages know only the glyphs that are drawn, each under a number of its own. Here each character of
//! the Windows encoding (Western European, with å, ä, ö, ”, § and €) is found by its own code.

use super::{Error, File};
use crate::font::Face;
use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use lopdf::{Object, ObjectId, Stream, dictionary};

const FACE: Face = Face::Sans;
const FIRST: u8 = 0x20;
/// From 0x80, what stands in the Windows encoding where Unicode has control characters. Five codes stand for nothing.
const FROM_80: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";
/// The flag of a font whose characters are those of the Latin alphabet (ISO 32000-1, 9.8.2).
const NONSYMBOLIC: i64 = 1 << 5;

/// Adds the font.
pub fn add(file: &mut File) -> Result<ObjectId, Error> {
    let program = program()?;
    let length = i64::try_from(program.len()).unwrap_or_default();
    let program = file.add(Stream::new(dictionary! { "Length1" => length }, program));
    let name = format!("SAMKRA+{}", FACE.post_script_name());
    let descriptor = descriptor(&name, program);
    let descriptor = file.add(descriptor);
    let widths: Vec<Object> = (FIRST..=u8::MAX).map(|code| width(character(code)).into()).collect();
    Ok(file.add(dictionary! {
        "Type" => "Font",
        "Subtype" => "TrueType",
        "BaseFont" => Object::Name(name.into_bytes()),
        "FirstChar" => i64::from(FIRST),
        "LastChar" => i64::from(u8::MAX),
        "Widths" => widths,
        "FontDescriptor" => descriptor,
        "Encoding" => "WinAnsiEncoding",
    }))
}

fn descriptor(name: &str, program: ObjectId) -> lopdf::Dictionary {
    let font = FACE.outlines();
    let bounds = font.global_bounding_box();
    let corners = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => Object::Name(name.as_bytes().to_vec()),
        "Flags" => NONSYMBOLIC,
        "FontBBox" => corners.map(|corner| Object::from(i64::from(corner))).to_vec(),
        "ItalicAngle" => 0,
        "Ascent" => i64::from(font.ascender()),
        "Descent" => i64::from(font.descender()),
        "CapHeight" => i64::from(font.capital_height().unwrap_or_default()),
        // No reader needs it of a font that is embedded, but it must be there.
        "StemV" => 80,
        "FontFile2" => program,
    }
}

/// The font file with only these characters.
fn program() -> Result<Vec<u8>, Error> {
    let failed = |cause: String| Error::Font { font: FACE.post_script_name(), cause };
    let mut kept: Vec<u16> = (FIRST..=u8::MAX).filter_map(|code| glyph(character(code))).collect();
    kept.push(0);
    kept.sort_unstable();
    kept.dedup();
    let file =
        ReadScope::new(FACE.bytes()).read::<FontData<'_>>().map_err(|cause| failed(cause.to_string()))?;
    let tables = file.table_provider(0).map_err(|cause| failed(cause.to_string()))?;
    let mut program = subset(&tables, &kept, &SubsetProfile::Pdf, CmapTarget::Unicode)
        .map_err(|cause| failed(cause.to_string()))?;
    name_as_windows(&mut program).ok_or_else(|| failed("cmap".into()))?;
    Ok(program)
}

/// A simple font must have the character map that Windows knows (platform 3, encoding 1); the subsetter writes the same
/// map under the platform of Unicode.
fn name_as_windows(program: &mut [u8]) -> Option<()> {
    let count = usize::from(u16::from_be_bytes(program.get(4..6)?.try_into().ok()?));
    let record =
        (0..count).map(|index| 12 + 16 * index).find(|at| program.get(*at..at + 4) == Some(b"cmap"))?;
    let offset = u32::from_be_bytes(program.get(record + 8..record + 12)?.try_into().ok()?);
    let encoding = usize::try_from(offset).ok()? + 4;
    program.get_mut(encoding..encoding + 4)?.copy_from_slice(&[0, 3, 0, 1]);
    Some(())
}

/// The character that a code stands for in the Windows encoding.
fn character(code: u8) -> char {
    match code {
        0x80..=0x9F => FROM_80.chars().nth(usize::from(code - 0x80)).unwrap_or_default(),
        code => char::from(code),
    }
}

fn glyph(character: char) -> Option<u16> {
    FACE.outlines().glyph_index(character).map(|glyph| glyph.0)
}

fn width(character: char) -> i64 {
    let glyph = ttf_parser::GlyphId(glyph(character).unwrap_or_default());
    FACE.outlines().glyph_hor_advance(glyph).map_or(0, i64::from)
}
