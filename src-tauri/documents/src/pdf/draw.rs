//! Placed items as printpdf operations, each within the mark that says which node of the structure it belongs to.

use super::fonts::{self, Fonts};
use super::{logo, mark, structure};
use crate::font::Word;
use crate::layout::style::{Colour, PAGE_HEIGHT, PAGE_WIDTH, Style};
use crate::layout::tree::{NodeId, Tree};
use crate::layout::{Ink, Input, Item, Owner, Page, PlacedInput};
use printpdf::{
    Color, DictItem, Line, LineCapStyle, LineDashPattern, LinePoint, Mm, Op, PaintMode, PdfFontHandle,
    PdfPage, Point, Pt, Rect, Rgb, TextItem, TextMatrix,
};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Pages as operations.
pub struct Drawn {
    pub pages: Vec<PdfPage>,
    /// For each page, which node its first, second … marked content belongs to.
    pub contents: Vec<Vec<NodeId>>,
}

/// Draws pages; what they showed is let go of.
pub fn pages(pages: &mut [Page], tree: &Tree, fonts: &Fonts) -> Drawn {
    let (pages, contents) = pages.iter_mut().map(|page| draw(page, tree, fonts)).unzip();
    Drawn { pages, contents }
}

fn draw(page: &mut Page, tree: &Tree, fonts: &Fonts) -> (PdfPage, Vec<NodeId>) {
    let mut pen = Pen { ops: Vec::new(), fonts, colour: None, stroke: None };
    let mut contents = Vec::new();
    let items = std::mem::take(&mut page.items);
    for group in items.chunk_by(|one, next| one.owner == next.owner) {
        pen.ops.push(begin(group[0].owner, tree, &mut contents));
        for item in group {
            pen.item(item);
        }
        pen.ops.push(Op::EndMarkedContent);
    }
    if !page.inputs.is_empty() {
        pen.ops.push(begin(Owner::Decoration, tree, &mut contents));
        page.inputs.iter().for_each(|placed| pen.input(placed));
        pen.ops.push(Op::EndMarkedContent);
    }
    (self::page(pen.ops), contents)
}

/// A page of the one size that there is.
pub fn page(ops: Vec<Op>) -> PdfPage {
    PdfPage::new(Mm::from(Pt(PAGE_WIDTH)), Mm::from(Pt(PAGE_HEIGHT)), ops)
}

/// Opens a marked content: numbered, if it is part of what is read, else as an artifact.
fn begin(owner: Owner, tree: &Tree, contents: &mut Vec<NodeId>) -> Op {
    let (tag, properties) = match owner {
        Owner::Node(node) => {
            contents.push(node);
            let number = i64::try_from(contents.len() - 1).unwrap_or_default();
            (structure::name(tree.tag(node)), vec![("MCID", DictItem::Int(number))])
        }
        Owner::Header => ("Artifact", vec![("Type", name("Pagination")), ("Subtype", name("Header"))]),
        Owner::Footer => ("Artifact", vec![("Type", name("Pagination")), ("Subtype", name("Footer"))]),
        Owner::Decoration => ("Artifact", vec![("Type", name("Layout"))]),
    };
    let map: BTreeMap<String, DictItem> =
        properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Op::BeginMarkedContentWithProperties { tag: tag.into(), properties: DictItem::Dict { map } }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.into())
}

/// Draws on a page, whose origin is the lower left corner.
pub struct Pen<'a> {
    ops: Vec<Op>,
    fonts: &'a Fonts,
    colour: Option<Colour>,
    stroke: Option<Stroke>,
}

/// Colour, thickness and dashes of a line.
type Stroke = (Colour, f32, Vec<f32>);

impl Pen<'_> {
    fn item(&mut self, item: &Item) {
        match &item.ink {
            Ink::Text { style, words, .. } => self.text(item.x, item.y, *style, words),
            Ink::Rule { width, thickness, colour } => self.rule(item.x, item.y, *width, *thickness, *colour),
            Ink::Dots { width } => self.dots(item.x, item.y, *width),
            Ink::Logo { width, height } => {
                self.ops.extend(logo::draw(at(item.x, item.y + height), *width, *height));
            }
            Ink::Mark(mark) => mark::draw(self, *mark, item.x, item.y),
            // What is filled in is no item of a page, but one of its inputs.
            Ink::Input(_) => {}
        }
    }

    /// The frame of what is filled in, drawn on the page, so that it is there whoever fills it in.
    fn input(&mut self, placed: &PlacedInput) {
        let Input { width, height, .. } = placed.input;
        self.outline(placed.x, placed.y, width, height, (Colour::Rule, 0.75, Vec::new()));
    }

    fn text(&mut self, x: f32, y: f32, style: Style, words: &[Rc<Word>]) {
        let Some(first) = words.first() else { return };
        self.colour(style.colour);
        let point = at(x, y);
        let font = PdfFontHandle::External(fonts::id(first.face));
        self.ops.extend([
            Op::StartTextSection,
            Op::SetFont { font, size: Pt(style.size) },
            Op::SetTextMatrix { matrix: TextMatrix::Translate(point.x, point.y) },
            Op::ShowText { items: self.glyphs(words) },
            Op::EndTextSection,
        ]);
    }

    /// Runs of glyphs, with kerning between them.
    fn glyphs(&self, words: &[Rc<Word>]) -> Vec<TextItem> {
        let mut items = Vec::new();
        let mut run = String::new();
        for (face, glyph) in
            words.iter().flat_map(|word| word.glyphs().iter().map(|glyph| (word.face, glyph)))
        {
            run.push(self.fonts.code(face, glyph.id));
            if glyph.kern != 0.0 {
                items.extend([TextItem::Text(std::mem::take(&mut run)), TextItem::Offset(glyph.kern)]);
            }
        }
        if !run.is_empty() {
            items.push(TextItem::Text(run));
        }
        items
    }

    /// A stroke and not a filled box, so that readers draw all rules of one thickness alike.
    fn rule(&mut self, x: f32, y: f32, width: f32, thickness: f32, colour: Colour) {
        self.stroke(colour, thickness, &[]);
        self.line(x, y + thickness / 2.0, width);
    }

    /// Round dots of three quarters of a point, twice that apart.
    fn dots(&mut self, x: f32, y: f32, width: f32) {
        self.stroke(Colour::Rule, 0.75, &[0.0, 1.5]);
        self.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Round });
        self.line(x, y, width);
        self.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Butt });
    }

    fn line(&mut self, x: f32, y: f32, width: f32) {
        let ends = [at(x, y), at(x + width, y)];
        let points = ends.into_iter().map(|p| LinePoint { p, bezier: false }).collect();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    /// A filled rectangle.
    pub fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        self.colour(colour);
        self.rectangle(x, y, width, height, PaintMode::Fill);
    }

    /// A rectangle's outline, drawn within its edges.
    pub fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, thickness: f32, dash: &[f32]) {
        self.outline(x, y, width, height, (Colour::Ink, thickness, dash.to_vec()));
    }

    fn outline(&mut self, x: f32, y: f32, width: f32, height: f32, stroke: Stroke) {
        let (colour, thickness, dash) = stroke;
        self.stroke(colour, thickness, &dash);
        let half = thickness / 2.0;
        self.rectangle(x + half, y + half, width - thickness, height - thickness, PaintMode::Stroke);
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, mode: PaintMode) {
        let corner = at(x, y + height);
        let (width, height) = (Pt(round(width)), Pt(round(height)));
        let rectangle =
            Rect { x: corner.x, y: corner.y, width, height, mode: Some(mode), winding_order: None };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    pub fn colour(&mut self, colour: Colour) {
        if self.colour.replace(colour) != Some(colour) {
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
        }
    }

    pub fn stroke(&mut self, colour: Colour, thickness: f32, dash: &[f32]) {
        let stroke = (colour, thickness, dash.to_vec());
        if self.stroke.as_ref() == Some(&stroke) {
            return;
        }
        self.stroke = Some(stroke);
        self.ops.extend([
            Op::SetOutlineColor { col: rgb(colour) },
            Op::SetOutlineThickness { pt: Pt(thickness) },
            Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, dash) },
        ]);
    }

    pub fn push(&mut self, op: Op) {
        self.ops.push(op);
    }
}

fn rgb(colour: Colour) -> Color {
    let [r, g, b] = colour.rgb().map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
    Color::Rgb(Rgb::new(r, g, b, None))
}

/// A point that is given from the upper left corner.
pub fn at(x: f32, y: f32) -> Point {
    Point { x: Pt(round(x)), y: Pt(round(PAGE_HEIGHT - y)) }
}

/// To hundredths of a point, finer than any printer.
fn round(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}
