//! The small drawings in a line: § signs, level bars, the box around the status. All are paths.

use super::draw::{Pen, at};
use crate::font::Face;
use crate::layout::Mark;
use crate::layout::style::Colour;
use crate::model::Level;
use printpdf::{LinePoint, Op, PaintMode, Polygon, PolygonRing, WindingOrder};
use ttf_parser::OutlineBuilder;

/// The § sign's box: height, and how much of it lies below the baseline.
const SIGN_HEIGHT: f32 = 9.0;
const SIGN_DEPTH: f32 = 2.05;
const SIGN_RADIUS: f32 = 1.0;
/// The § within it: from its lowest point to its highest.
const SIGN_INNER: f32 = 6.3;
const FRAME: f32 = 0.75;
/// Width of a level bar, and from one to the next.
const BAR: f32 = 2.4;
const BAR_STEP: f32 = 3.75;
const BAR_HEIGHTS: [f32; 3] = [3.7, 6.0, 8.2];
/// The status box above and below the baseline.
const STATUS_RISE: f32 = 11.3;
const STATUS_DEPTH: f32 = 4.5;

/// Draws a mark whose line has its baseline at `y`.
pub fn draw(pen: &mut Pen<'_>, mark: Mark, x: f32, y: f32) {
    let (top, height) = (y - STATUS_RISE, STATUS_RISE + STATUS_DEPTH);
    match mark {
        Mark::Law => sign(pen, x, y, true),
        Mark::Guidance => sign(pen, x, y, false),
        Mark::Bars(level) => bars(pen, x, y, level),
        Mark::Hyphen(size) => hyphen(pen, x, y, size),
        Mark::Solid(width) => pen.fill(x, top, width, height, Colour::Ink),
        Mark::Dashed(width) => pen.frame(x, top, width, height, 1.0, &[2.5, 2.0]),
    }
}

/// As high up, as wide and as thick as the hyphen of the face, in parts of its size.
fn hyphen(pen: &mut Pen<'_>, x: f32, y: f32, size: f32) {
    pen.fill(x + 0.03 * size, y - 0.285 * size, 0.24 * size, 0.065 * size, Colour::Ink);
}

fn bars(pen: &mut Pen<'_>, x: f32, y: f32, level: Level) {
    let filled = match level {
        Level::Base => 1,
        Level::Advanced => 2,
        Level::Spearhead => 3,
    };
    let mut left = x;
    for (index, height) in BAR_HEIGHTS.into_iter().enumerate() {
        if index < filled {
            pen.fill(left, y - height, BAR, height, Colour::Ink);
        } else {
            pen.frame(left, y - height, BAR, height, FRAME, &[]);
        }
        left += BAR_STEP;
    }
}

fn sign(pen: &mut Pen<'_>, x: f32, y: f32, law: bool) {
    let (top, width) = (y - SIGN_HEIGHT + SIGN_DEPTH, Mark::SIGN_WIDTH);
    if law {
        pen.colour(Colour::Ink);
        polygon(pen, vec![rounded(x, top, width, SIGN_HEIGHT)], PaintMode::Fill);
    } else {
        let half = FRAME / 2.0;
        pen.stroke(Colour::Ink, FRAME, &[]);
        polygon(
            pen,
            vec![rounded(x + half, top + half, width - FRAME, SIGN_HEIGHT - FRAME)],
            PaintMode::Stroke,
        );
    }
    pen.colour(if law { Colour::Paper } else { Colour::Ink });
    polygon(pen, section_sign(x + width / 2.0, top + SIGN_HEIGHT / 2.0), PaintMode::Fill);
}

fn polygon(pen: &mut Pen<'_>, rings: Vec<PolygonRing>, mode: PaintMode) {
    pen.push(Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order: WindingOrder::NonZero } });
}

/// A rectangle with its corners cut round.
fn rounded(x: f32, y: f32, width: f32, height: f32) -> PolygonRing {
    let (right, foot, r) = (x + width, y + height, SIGN_RADIUS);
    // How far a curve's handles reach towards the corner to make a quarter of a circle.
    let k = r * 0.45;
    let corner = |from: (f32, f32), one: (f32, f32), two: (f32, f32), to: (f32, f32)| {
        [(from, false), (one, true), (two, true), (to, false)]
    };
    let corners = [
        corner((right - r, y), (right - k, y), (right, y + k), (right, y + r)),
        corner((right, foot - r), (right, foot - k), (right - k, foot), (right - r, foot)),
        corner((x + r, foot), (x + k, foot), (x, foot - k), (x, foot - r)),
        corner((x, y + r), (x, y + k), (x + k, y), (x + r, y)),
    ];
    let points = corners.into_iter().flatten().map(|((x, y), bezier)| LinePoint { p: at(x, y), bezier });
    PolygonRing { points: points.collect() }
}

/// The § of the boldest face, with its middle at this point.
fn section_sign(x: f32, y: f32) -> Vec<PolygonRing> {
    let font = Face::SansBold.outlines();
    let mut outline = Outline::default();
    let bounds = font.glyph_index('§').and_then(|glyph| font.outline_glyph(glyph, &mut outline));
    let Some(bounds) = bounds else { return Vec::new() };
    let scale = SIGN_INNER / f32::from(bounds.height());
    let middle_x = f32::midpoint(f32::from(bounds.x_min), f32::from(bounds.x_max));
    let middle_y = f32::midpoint(f32::from(bounds.y_min), f32::from(bounds.y_max));
    let place = |(px, py): (f32, f32)| at(x + (px - middle_x) * scale, y - (py - middle_y) * scale);
    let ring = |points: &Vec<((f32, f32), bool)>| PolygonRing {
        points: points.iter().map(|&(point, bezier)| LinePoint { p: place(point), bezier }).collect(),
    };
    outline.rings.iter().map(ring).collect()
}

/// Collects an outline as rings of points; a point that bends the line is marked.
#[derive(Default)]
struct Outline {
    rings: Vec<Vec<((f32, f32), bool)>>,
}

impl Outline {
    fn push(&mut self, points: &[((f32, f32), bool)]) {
        if let Some(ring) = self.rings.last_mut() {
            ring.extend_from_slice(points);
        }
    }

    fn last(&self) -> (f32, f32) {
        self.rings.last().and_then(|ring| ring.last()).map_or((0.0, 0.0), |(point, _)| *point)
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.rings.push(vec![((x, y), false)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push(&[((x, y), false)]);
    }

    /// A PDF bends lines with two handles: each lies two thirds of the way to the one that there is.
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (x0, y0) = self.last();
        let towards = |from: f32, handle: f32| from + (handle - from) * 2.0 / 3.0;
        let one = (towards(x0, x1), towards(y0, y1));
        let two = (towards(x, x1), towards(y, y1));
        self.push(&[(one, true), (two, true), ((x, y), false)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.push(&[((x1, y1), true), ((x2, y2), true), ((x, y), false)]);
    }

    fn close(&mut self) {}
}
