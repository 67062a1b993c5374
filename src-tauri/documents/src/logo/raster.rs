//! PNG, in and out.

use std::io::Cursor;

use domain::refusal::Refusal;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Limits, Transformations};

use super::pixels::Pixels;
use super::{HINT_EN, HINT_SV, damaged};

/// The most dots: what a file of a few bytes may unfold to.
const MOST: u64 = 25_000_000;
/// What the reading of a file may take in bytes: four for each dot.
const MEMORY: usize = 100_000_000;
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

pub fn is_png(file: &[u8]) -> bool {
    file.starts_with(SIGNATURE)
}

pub fn read(file: &[u8]) -> Result<Pixels, Refusal> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: MEMORY });
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    let mut reader = decoder.read_info().map_err(|_| damaged())?;
    let (width, height) = (reader.info().width, reader.info().height);
    if u64::from(width) * u64::from(height) > MOST {
        return Err(too_many(width, height));
    }
    let mut dots = vec![0; reader.output_buffer_size().ok_or_else(damaged)?];
    let frame = reader.next_frame(&mut dots).map_err(|_| damaged())?;
    let dots = &dots[..frame.buffer_size()];
    let rgba: Vec<u8> = match frame.color_type {
        ColorType::Rgba => dots.to_vec(),
        ColorType::GrayscaleAlpha => {
            dots.chunks_exact(2).flat_map(|dot| [dot[0], dot[0], dot[0], dot[1]]).collect()
        }
        _ => return Err(damaged()),
    };
    Ok(Pixels::on_white(width, height, &rgba))
}

/// Three bytes a dot, line by line.
pub fn write(pixels: &Pixels) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width, pixels.height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&pixels.rgb).ok()?;
    writer.finish().ok()?;
    Some(file)
}

/// The dots of a file that [`write`] made, still packed: what its IDAT chunks hold, one after the other.
pub fn packed(file: &[u8]) -> Vec<u8> {
    let mut rest = file.get(SIGNATURE.len()..).unwrap_or_default();
    let mut packed = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = u32::from_be_bytes(*length) as usize;
        let Some((kind, data)) = after.split_first_chunk::<4>() else { break };
        if kind == b"IDAT" {
            packed.extend_from_slice(data.get(..length).unwrap_or_default());
        }
        // Four bytes of checksum stand after the data.
        rest = data.get(length + 4..).unwrap_or_default();
    }
    packed
}

fn too_many(width: u32, height: u32) -> Refusal {
    Refusal::bad_input(
        format!("Bilden är {width} × {height} bildpunkter. Det är för stort för en logotyp."),
        format!("The picture is {width} × {height} dots. That is too large for a logo."),
    )
    .hint(HINT_SV, HINT_EN)
}
