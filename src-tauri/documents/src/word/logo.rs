//! The authority's logo, in the head of the first page, where the PDF has it.

use super::LINKS;
use super::xml::{Element, el};
use crate::logo::Logo;
use crate::model::{Document, Meta};
use crate::phrase::one_line;
use crate::words::Words;

/// Its file, and what leads the head to it.
pub const FILE: &str = "word/media/logo.png";
pub const RELATIONS: (&str, &str) = ("word/_rels/header1.xml.rels", include_str!("parts/header1.rels"));
/// What kind of file it is, to stand among the others.
pub const KIND: &str = r#"<Default Extension="png" ContentType="image/png"/>"#;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const SHAPES: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// A point in the measure of drawings.
const POINT: f32 = 12_700.0;
/// The page's left margin, and the upper edge of the text with and without contents, in points: 22, 34 and 27 mm.
const LEFT: f32 = 62.4;
const TOP: f32 = 95.6;
const TOP_OF_LEAFLET: f32 = 77.2;

/// The head of the first page with the logo in it.
pub fn in_head(head: Element, document: &Document) -> Element {
    let Some(logo) = &document.meta.logo else { return head };
    let top = if document.contents { TOP } else { TOP_OF_LEAFLET };
    let run = el("w:r").with([el("w:drawing").with([anchor(logo, &document.meta, top)])]);
    let paragraph = el("w:p").with([run]);
    head.set("xmlns:r", LINKS)
        .set("xmlns:wp", DRAWING)
        .set("xmlns:a", SHAPES)
        .set("xmlns:pic", PICTURE)
        .with([paragraph])
}

/// Placed on the page, behind no text and moving none.
fn anchor(logo: &Logo, meta: &Meta, top: f32) -> Element {
    let (width, height) = logo.size();
    let place = |name, from: &str, offset: f32| {
        let offset = el("wp:posOffset").text(&units(offset).to_string());
        el(name).set("relativeFrom", from).with([offset])
    };
    let mut anchor = el("wp:anchor");
    for (name, value) in [
        ("distT", 0),
        ("distB", 0),
        ("distL", 0),
        ("distR", 0),
        ("simplePos", 0),
        ("relativeHeight", 1),
        ("behindDoc", 1),
        ("locked", 0),
        ("layoutInCell", 1),
        ("allowOverlap", 1),
    ] {
        anchor = anchor.set(name, value);
    }
    let words = Words::of(meta.language).logo(&one_line(&meta.authority));
    anchor.with([
        el("wp:simplePos").set("x", 0).set("y", 0),
        place("wp:positionH", "page", LEFT),
        place("wp:positionV", "page", top),
        extent("wp:extent", width, height),
        el("wp:wrapNone"),
        el("wp:docPr").set("id", 1).set("name", "Logo").set("descr", &words),
        el("a:graphic").with([el("a:graphicData").set("uri", PICTURE).with([picture(width, height)])]),
    ])
}

fn picture(width: f32, height: f32) -> Element {
    let named = el("pic:cNvPr").set("id", 1).set("name", "Logo");
    let outline = el("a:prstGeom").set("prst", "rect").with([el("a:avLst")]);
    let frame = el("a:xfrm").with([el("a:off").set("x", 0).set("y", 0), extent("a:ext", width, height)]);
    el("pic:pic").with([
        el("pic:nvPicPr").with([named, el("pic:cNvPicPr")]),
        el("pic:blipFill")
            .with([el("a:blip").set("r:embed", "rId1"), el("a:stretch").with([el("a:fillRect")])]),
        el("pic:spPr").with([frame, outline]),
    ])
}

fn extent(name: &'static str, width: f32, height: f32) -> Element {
    el(name).set("cx", units(width)).set("cy", units(height))
}

#[expect(clippy::cast_possible_truncation, reason = "a length on a page")]
fn units(points: f32) -> i64 {
    (points * POINT).round() as i64
}
