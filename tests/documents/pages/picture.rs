//! The pages of a PDF file as one small picture, and what differs between two such.

#![expect(clippy::unwrap_used, reason = "a page that cannot be drawn or read back fails the test")]

use std::io::Cursor;
use std::iter::repeat_n;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use png::{BitDepth, ColorType, Compression, Filter};

/// Dots a point: 36 an inch.
const FINE: f32 = 0.5;
/// 14 an inch: lines, tables and pages, but no letters.
const COARSE: f32 = 0.2;
/// Pages side by side.
const ACROSS: usize = 6;
/// The lightest of sixteen greys.
const WHITEST: u8 = 15;
/// By so many greys a dot may differ. Processors round differently, so that a dot can fall on either side of the border between
/// two greys; a line that is moved by half a point changes dots by two and more.
const ROUNDING: u8 = 1;

/// Grey dots row by row, from 0, which is black, to 15.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    /// Of a page; a sheet has several below and beside each other.
    page: (usize, usize),
    dots: Vec<u8>,
}

impl Picture {
    /// All pages of a file on one sheet, six in a row.
    pub fn of(pdf: &[u8]) -> Self {
        Self::at_scale(pdf, FINE)
    }

    /// The same, of a file that another program has drawn.
    pub fn coarse(pdf: &[u8]) -> Self {
        Self::at_scale(pdf, COARSE)
    }

    fn at_scale(pdf: &[u8], scale: f32) -> Self {
        let pdf = Pdf::new(pdf.to_vec()).unwrap();
        let letters = RenderCache::new();
        let pages: Vec<Self> = pdf.pages().iter().map(|page| drawn(page, scale, &letters)).collect();
        let (wide, high) = pages[0].page;
        let across = pages.len().min(ACROSS);
        let mut dots = Vec::new();
        for row in pages.chunks(across) {
            for line in 0..high {
                for page in row {
                    dots.extend(&page.dots[line * wide..][..wide]);
                }
                dots.extend(repeat_n(WHITEST, (across - row.len()) * wide));
            }
        }
        Self { width: across * wide, page: (wide, high), dots }
    }

    fn height(&self) -> usize {
        self.dots.len() / self.width
    }

    /// The pages, from 1, on which this one differs from another; the first when there are not as many.
    pub fn differs_from(&self, other: &Self) -> Vec<usize> {
        if (self.width, self.dots.len()) != (other.width, other.dots.len()) {
            return vec![1];
        }
        let (wide, high) = self.page;
        let both = self.dots.iter().zip(&other.dots).enumerate();
        let apart = both.filter(|(_, (one, two))| one.abs_diff(**two) > ROUNDING);
        let page = |at: usize| at / self.width / high * (self.width / wide) + at % self.width / wide + 1;
        let mut pages: Vec<usize> = apart.map(|(at, _)| page(at)).collect();
        pages.dedup();
        pages.sort_unstable();
        pages.dedup();
        pages
    }

    /// As a PNG file.
    pub fn png(&self) -> Vec<u8> {
        let packed = |line: &[u8]| line.chunks(2).map(|two| two[0] << 4 | two.get(1).unwrap_or(&0)).collect();
        let lines: Vec<Vec<u8>> = self.dots.chunks(self.width).map(packed).collect();
        encoded(self.width, self.height(), (ColorType::Grayscale, BitDepth::Four), &lines.concat())
    }

    /// Reads back what [`Self::png`] made, of pages as large as those of `like`.
    pub fn read(file: &[u8], like: &Self) -> Self {
        let mut reader = png::Decoder::new(Cursor::new(file)).read_info().unwrap();
        let mut packed = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut packed).unwrap();
        let width = frame.width as usize;
        let unpacked = |line: &[u8]| -> Vec<u8> {
            line.iter().flat_map(|two| [two >> 4, two & WHITEST]).take(width).collect()
        };
        let dots = packed.chunks(frame.line_size).flat_map(unpacked).collect();
        Self { width, page: like.page, dots }
    }

    /// A picture in colour of where it differs from an earlier one: red is gone, blue is new, the rest pale.
    pub fn difference(&self, earlier: &Self) -> Vec<u8> {
        let (width, height) = (self.width.max(earlier.width), self.height().max(earlier.height()));
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let colour = |(x, y)| match (self.at(x, y), earlier.at(x, y)) {
            (new, old) if new.abs_diff(old) <= ROUNDING => [240 + new; 3],
            (new, old) if new > old => [255, old * 17, old * 17],
            (new, _) => [new * 17, new * 17, 255],
        };
        let dots: Vec<u8> = places.flat_map(colour).collect();
        encoded(width, height, (ColorType::Rgb, BitDepth::Eight), &dots)
    }

    fn at(&self, x: usize, y: usize) -> u8 {
        let here = (x < self.width).then(|| self.dots.get(y * self.width + x));
        *here.flatten().unwrap_or(&WHITEST)
    }
}

fn drawn<'a>(page: &'a Page<'a>, scale: f32, letters: &RenderCache<'a>) -> Picture {
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    // Letters where they stand, not where they look best.
    let drawing = RenderSettings { hinting: false, glyph_caching: false, ..RenderSettings::default() };
    let reading = InterpreterSettings::default();
    let pixels = hayro::render(page, letters, &reading, &drawing, &size);
    let (wide, high) = (pixels.width().into(), pixels.height().into());
    Picture { width: wide, page: (wide, high), dots: pixels.data_as_u8_slice().chunks(4).map(grey).collect() }
}

/// How light a dot is, as an eye sees red, green and blue (ITU-R BT.601), in sixteen steps.
fn grey(dot: &[u8]) -> u8 {
    let light = (299 * u32::from(dot[0]) + 587 * u32::from(dot[1]) + 114 * u32::from(dot[2])) / 1000;
    u8::try_from((light + 8) / 17).unwrap()
}

fn encoded(width: usize, height: usize, (colour, depth): (ColorType, BitDepth), dots: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let [width, height] = [width, height].map(|length| u32::try_from(length).unwrap());
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    encoder.write_header().unwrap().write_image_data(dots).unwrap();
    file
}
