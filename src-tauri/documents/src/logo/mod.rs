//! The authority's logo: a picture that an officer has chosen, made ready for paper.
//!
//! PNG and SVG are taken. What is kept is a picture of our own: opaque on white, no larger than paper needs, and without
//! anything else that the file carried. So no file that others have made gets into a document.

mod pixels;
mod raster;
mod svg;

use std::fmt;
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::format;
use domain::refusal::Refusal;
use domain::text::Language;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use pixels::Pixels;

/// The largest file that is taken, in bytes: logos are a tenth of it.
const LARGEST: usize = 5 * 1024 * 1024;

/// The room for it on the page, in points: 31 mm by 20 mm.
pub(crate) const ROOM: (f32, f32) = (87.8, 56.7);
/// The room in dots, at 600 an inch.
const DOTS: (u32, u32) = (732, 472);

/// A logo, as a PNG file of three bytes a dot, line by line.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct Logo {
    width: u32,
    height: u32,
    png: Arc<[u8]>,
}

impl Logo {
    /// Reads a file that an officer has chosen.
    ///
    /// # Errors
    /// When it is too large, no PNG or SVG, damaged, or shows nothing on white paper: says what to do.
    pub fn read(file: &[u8]) -> Result<Self, Refusal> {
        if file.len() > LARGEST {
            return Err(too_large(file.len()));
        }
        let pixels = if raster::is_png(file) {
            raster::read(file)?
        } else if svg::is_svg(file) {
            svg::read(file)?
        } else {
            return Err(other_kind(file));
        };
        if pixels.are_white() {
            return Err(invisible());
        }
        Self::of(&pixels.within(DOTS)).ok_or_else(damaged)
    }

    fn of(pixels: &Pixels) -> Option<Self> {
        let png = raster::write(pixels)?.into();
        Some(Self { width: pixels.width, height: pixels.height, png })
    }

    /// The PNG file.
    pub fn png(&self) -> &[u8] {
        &self.png
    }

    /// Width and height in dots.
    pub(crate) fn dots(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Width and height on paper in points, as large as the room allows.
    #[expect(clippy::cast_precision_loss, reason = "a logo has at most some hundred dots each way")]
    pub(crate) fn size(&self) -> (f32, f32) {
        let (width, height) = (self.width as f32, self.height as f32);
        let scale = (ROOM.0 / width).min(ROOM.1 / height);
        (width * scale, height * scale)
    }

    /// The dots, packed and filtered as PNG has them, which a PDF takes as they are.
    pub(crate) fn packed(&self) -> Vec<u8> {
        raster::packed(&self.png)
    }
}

/// Its bytes would fill a page.
impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Logo {}x{} {:x?}", self.width, self.height, Sha256::digest(&self.png).as_slice())
    }
}

impl From<Logo> for String {
    fn from(logo: Logo) -> Self {
        BASE64_STANDARD.encode(&logo.png)
    }
}

/// What was kept, if it is still whole.
impl TryFrom<String> for Logo {
    type Error = String;

    fn try_from(kept: String) -> Result<Self, String> {
        let png = BASE64_STANDARD.decode(kept).map_err(|error| error.to_string())?;
        let pixels = raster::read(&png).map_err(|refusal| refusal.to_string())?;
        let fits = pixels.width <= DOTS.0 && pixels.height <= DOTS.1;
        Self::of(&pixels).filter(|_| fits).ok_or_else(|| damaged().to_string())
    }
}

const HINT_SV: &str =
    "Välj logotypen som PNG eller SVG. Den som har hand om den grafiska profilen brukar ha den.";
const HINT_EN: &str =
    "Choose the logo as PNG or SVG. Whoever looks after the graphic profile usually has it.";

/// Kinds of file that logos come in, by how they begin.
const KINDS: [(&[u8], &str, &str); 7] = [
    (b"\xff\xd8\xff", "en JPEG-bild", "a JPEG picture"),
    (b"GIF8", "en GIF-bild", "a GIF picture"),
    (b"RIFF", "en WebP-bild", "a WebP picture"),
    (b"BM", "en BMP-bild", "a BMP picture"),
    (b"%PDF", "ett PDF-dokument", "a PDF document"),
    (b"%!PS", "en EPS-bild", "an EPS picture"),
    (b"PK", "ett paket, som ett Word-dokument", "a package, such as a Word document"),
];

fn other_kind(file: &[u8]) -> Refusal {
    let known = KINDS.iter().find(|(start, ..)| file.starts_with(start));
    let (sv, en) = known
        .map_or(("ingen bild som går att läsa", "no picture that can be read"), |(_, sv, en)| (sv, en));
    Refusal::bad_input(format!("Filen är {sv}."), format!("The file is {en}.")).hint(HINT_SV, HINT_EN)
}

#[expect(clippy::cast_precision_loss, reason = "a size in megabytes with one decimal")]
fn too_large(bytes: usize) -> Refusal {
    let megabytes = |language| format::decimal(bytes as f64 / 1_048_576.0, 1, language);
    Refusal::bad_input(
        format!("Filen är {} MB. En logotyp får vara högst 5 MB.", megabytes(Language::Sv)),
        format!("The file is {} MB. A logo can be at most 5 MB.", megabytes(Language::En)),
    )
    .hint(
        "Välj en mindre bild: på papper räcker 800 bildpunkter på bredden.",
        "Choose a smaller picture: on paper 800 dots across are enough.",
    )
}

fn damaged() -> Refusal {
    Refusal::bad_input(
        "Bilden är skadad och går inte att läsa.",
        "The picture is damaged and cannot be read.",
    )
    .hint(
        "Öppna den i ett bildprogram och spara den på nytt.",
        "Open it in a picture program and save it anew.",
    )
}

fn invisible() -> Refusal {
    Refusal::bad_input("Bilden syns inte på vitt papper.", "The picture does not show on white paper.").hint(
        "Välj logotypen för ljus bakgrund, i färg eller svart.",
        "Choose the logo for a light background, in colour or black.",
    )
}
