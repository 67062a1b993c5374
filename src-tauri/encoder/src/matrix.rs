//! Tables of weights, kept in few bits.

#![expect(clippy::inline_always, reason = "only so is it made for the processor that it runs on")]

use fearless_simd::{Level, dispatch};

use crate::bytes::Bytes;

/// So many weights of a piece share a scale, each of four bits.
pub const BLOCK: usize = 32;
/// What such a block takes: the scale, and two weights a byte.
pub const BLOCK_BYTES: usize = 2 + BLOCK / 2;

/// The largest step of a row that goes in: sums of the widest rows stay within 32 bits.
const STEPS: f32 = 2047.0;

/// What turns a row into another one.
pub struct Matrix {
    wide: usize,
    /// By number that comes out: a weight for each number that goes in, in steps. As wide as the processor multiplies.
    weights: Vec<i16>,
    /// What a step counts for.
    scales: Vec<f32>,
    bias: Vec<f32>,
}

impl Matrix {
    /// Reads one from rows of so many numbers to rows of so many.
    pub fn read(bytes: &mut Bytes, wide: usize, out: usize) -> Option<Self> {
        let scales = bytes.floats(out)?;
        let weights = bytes.take(wide * out)?.iter().map(|step| i16::from(step.cast_signed())).collect();
        Some(Self { wide, weights, scales, bias: bytes.floats(out)? })
    }

    /// Turns each row.
    pub fn apply(&self, rows: &[f32]) -> Vec<f32> {
        dispatch!(Level::new(), _ => self.turned(rows))
    }

    #[inline(always)]
    fn turned(&self, rows: &[f32]) -> Vec<f32> {
        let out = self.scales.len();
        let mut steps = vec![0; rows.len()];
        let mut each = vec![0.0; rows.len() / self.wide];
        let into = rows.chunks_exact(self.wide).zip(steps.chunks_exact_mut(self.wide));
        for ((row, steps), step) in into.zip(&mut each) {
            *step = in_steps(row, steps);
        }
        let mut turned = vec![0.0; each.len() * out];
        let own = self.weights.chunks_exact(self.wide).zip(self.scales.iter().zip(&self.bias));
        for (at, (weights, (scale, bias))) in own.enumerate() {
            for (row, (steps, step)) in steps.chunks_exact(self.wide).zip(&each).enumerate() {
                turned[row * out + at] = dot(weights, steps) * (scale * step) + bias;
            }
        }
        turned
    }
}

/// Puts a row in whole steps, and says what a step counts for.
#[expect(clippy::cast_possible_truncation, reason = "no step is larger than the largest")]
#[inline(always)]
fn in_steps(row: &[f32], steps: &mut [i16]) -> f32 {
    let largest = row.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
    let step = if largest > 0.0 { largest / STEPS } else { 1.0 };
    for (to, value) in steps.iter_mut().zip(row) {
        *to = (value / step).round_ties_even() as i16;
    }
    step
}

#[expect(clippy::cast_precision_loss, reason = "a sum is rounded once, when it is whole")]
#[inline(always)]
fn dot(weights: &[i16], steps: &[i16]) -> f32 {
    let products = weights.iter().zip(steps).map(|(weight, step)| i32::from(*weight) * i32::from(*step));
    products.sum::<i32>() as f32
}

/// Appends the row of a piece, which is kept in blocks.
pub fn unpack(packed: &[u8], row: usize, width: usize, to: &mut Vec<f32>) {
    let bytes = width / BLOCK * BLOCK_BYTES;
    for block in packed[row * bytes..][..bytes].chunks_exact(BLOCK_BYTES) {
        let [low, high, weights @ ..] = block else { continue };
        let scale = half(u16::from_le_bytes([*low, *high]));
        let weight = |four: u8| (f32::from(four) - 8.0) * scale;
        to.extend(weights.iter().map(|byte| weight(byte & 15)));
        to.extend(weights.iter().map(|byte| weight(byte >> 4)));
    }
}

/// A number of sixteen bits, as IEEE 754 writes it.
fn half(bits: u16) -> f32 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, rest) = (i32::from(bits >> 10 & 31), f32::from(bits & 1023) / 1024.0);
    match exponent {
        0 => sign * rest * 2_f32.powi(-14),
        _ => sign * (1.0 + rest) * 2_f32.powi(exponent - 15),
    }
}

/// A count as a number with a point.
#[expect(clippy::cast_precision_loss, reason = "a count of pieces or numbers in a row is small")]
pub fn float(count: usize) -> f32 {
    count as f32
}
