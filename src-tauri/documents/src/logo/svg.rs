//! SVG, drawn as dots. Nothing that it refers to outside itself is fetched.

use domain::refusal::Refusal;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::pixels::Pixels;
use super::{DOTS, damaged};

/// How far into the file its first element may stand.
const BEGINNING: usize = 4096;

pub fn is_svg(file: &[u8]) -> bool {
    let beginning = &file[..file.len().min(BEGINNING)];
    String::from_utf8_lossy(beginning).contains("<svg")
}

pub fn read(file: &[u8]) -> Result<Pixels, Refusal> {
    let text = std::str::from_utf8(file).map_err(|_| damaged())?;
    if ["<text", "<image", "<foreignObject"].iter().any(|element| text.contains(element)) {
        return Err(not_shapes());
    }
    let tree = Tree::from_str(text, &Options::default()).map_err(|_| damaged())?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = (dots(DOTS.0) / width).min(dots(DOTS.1) / height);
    let mut paper =
        Pixmap::new(whole(width * scale, DOTS.0), whole(height * scale, DOTS.1)).ok_or_else(damaged)?;
    paper.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut paper.as_mut());
    Ok(Pixels::on_white(paper.width(), paper.height(), paper.data()))
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred dots")]
fn dots(count: u32) -> f32 {
    count as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between one and some hundred dots"
)]
fn whole(length: f32, most: u32) -> u32 {
    (length.round() as u32).clamp(1, most)
}

fn not_shapes() -> Refusal {
    Refusal::bad_input(
        "Logotypen har text eller en bild i sig som inte är omvandlad till kurvor.",
        "The logo has text or a picture in it that has not been turned into curves.",
    )
    .hint(
        "Välj den som PNG i stället, eller be om den med kurvor.",
        "Choose it as PNG instead, or ask for it as curves.",
    )
}
