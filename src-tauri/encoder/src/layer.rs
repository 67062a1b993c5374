//! A layer: each piece looks at all the others, and then at itself (Vaswani and others, 2017).

#![expect(clippy::inline_always, reason = "only so is it made for the processor that it runs on")]

use std::sync::LazyLock;

use fearless_simd::{Level, dispatch};

use crate::add;
use crate::bytes::Bytes;
use crate::matrix::{Matrix, float};

/// What is added before a root is taken, so that it is never of nothing.
const LEAST: f32 = 1e-12;

/// A layer.
pub struct Layer {
    width: usize,
    heads: usize,
    looked: Matrix,
    seen: Matrix,
    after_seen: Norm,
    wider: Matrix,
    narrower: Matrix,
    after: Norm,
}

impl Layer {
    /// Reads one.
    pub fn read(bytes: &mut Bytes, width: usize, inner: usize, heads: usize) -> Option<Self> {
        Some(Self {
            width,
            heads,
            looked: Matrix::read(bytes, width, 3 * width)?,
            seen: Matrix::read(bytes, width, width)?,
            after_seen: Norm::read(bytes, width)?,
            wider: Matrix::read(bytes, width, inner)?,
            narrower: Matrix::read(bytes, inner, width)?,
            after: Norm::read(bytes, width)?,
        })
    }

    /// Takes the rows through it.
    pub fn apply(&self, rows: &mut [f32]) {
        let asked = self.looked.apply(rows);
        let seen = dispatch!(Level::new(), _ => self.look(&asked));
        add(rows, &self.seen.apply(&seen));
        self.after_seen.apply(rows);
        let mut inner = self.wider.apply(rows);
        for value in &mut inner {
            *value = gelu(*value);
        }
        add(rows, &self.narrower.apply(&inner));
        self.after.apply(rows);
    }

    /// What each row sees in the others: what it asks for (first third of a row), what they have (second), what they say (third).
    #[inline(always)]
    fn look(&self, asked: &[f32]) -> Vec<f32> {
        let (width, wide) = (self.width, 3 * self.width);
        let count = asked.len() / wide;
        let part = width / self.heads;
        let scale = 1.0 / float(part).sqrt();
        let mut seen = vec![0.0; count * width];
        let mut shares = vec![0.0; count];
        for row in 0..count {
            for at in (0..width).step_by(part) {
                let asks = &asked[row * wide + at..][..part];
                for (share, other) in shares.iter_mut().zip(asked.chunks_exact(wide)) {
                    *share = dot(asks, &other[width + at..][..part]) * scale;
                }
                softmax(&mut shares);
                let into = &mut seen[row * width + at..][..part];
                for (share, other) in shares.iter().zip(asked.chunks_exact(wide)) {
                    let says = &other[2 * width + at..][..part];
                    into.iter_mut().zip(says).for_each(|(sum, value)| *sum += share * value);
                }
            }
        }
        seen
    }
}

/// Sums eight at a time, always in the same order.
#[inline(always)]
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        sums.iter_mut().zip(a.iter().zip(b)).for_each(|(sum, (a, b))| *sum += a * b);
    }
    sums.iter().sum()
}

/// Turns numbers into shares of one.
#[inline(always)]
fn softmax(numbers: &mut [f32]) {
    let highest = numbers.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for number in &mut *numbers {
        *number = exponential(*number - highest);
    }
    for number in &*numbers {
        sum += number;
    }
    for number in numbers {
        *number /= sum;
    }
}

/// The exponential of a number that is not above nothing: two to the whole part of its logarithm, which is written as it is kept,
/// times two to the rest, by the first terms of its series.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "it is held within what fits"
)]
#[inline(always)]
fn exponential(number: f32) -> f32 {
    let power = (number * std::f32::consts::LOG2_E).max(-126.0);
    let whole = (power + 127.0) as u32;
    let rest = (power + 127.0 - whole as f32) * std::f32::consts::LN_2;
    let mut series = 1.0;
    for term in [6.0, 5.0, 4.0, 3.0, 2.0, 1.0] {
        series = 1.0 + series * rest / term;
    }
    f32::from_bits(whole << 23) * series
}

/// How finely and how far the curve is kept; beyond, it is a straight line.
const FINE: usize = 256;
const FAR: usize = 8;

/// The curve of Hendrycks and Gimpel (2016), between whose kept points a straight line is drawn.
fn gelu(value: f32) -> f32 {
    static CURVE: LazyLock<Vec<f32>> = LazyLock::new(|| {
        let at = |step: usize| float(step) / float(FINE) - float(FAR);
        let curve = |x: f32| 0.5 * x * (1.0 + libm::erff(x * std::f32::consts::FRAC_1_SQRT_2));
        (0..=2 * FAR * FINE + 1).map(|step| curve(at(step))).collect()
    });
    let place = (value + float(FAR)) * float(FINE);
    if place <= 0.0 {
        return 0.0;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place on the curve")]
    let step = place as usize;
    match CURVE.get(step..step + 2) {
        Some([low, high]) => low + (high - low) * (place - float(step)),
        _ => value,
    }
}

/// Brings a row to a mean and a spread.
pub struct Norm {
    weights: Vec<f32>,
    bias: Vec<f32>,
}

impl Norm {
    /// Reads one.
    pub fn read(bytes: &mut Bytes, width: usize) -> Option<Self> {
        Some(Self { weights: bytes.floats(width)?, bias: bytes.floats(width)? })
    }

    /// Brings each row to it.
    pub fn apply(&self, rows: &mut [f32]) {
        let width = self.weights.len();
        for row in rows.chunks_exact_mut(width) {
            let mean = row.iter().sum::<f32>() / float(width);
            let spread = row.iter().map(|value| (value - mean) * (value - mean)).sum::<f32>() / float(width);
            let scale = 1.0 / (spread + LEAST).sqrt();
            for (value, (weight, bias)) in row.iter_mut().zip(self.weights.iter().zip(&self.bias)) {
                *value = (*value - mean) * scale * weight + bias;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{exponential, gelu, softmax};

    #[test]
    fn the_exponential_is_one() {
        for step in 0_u16..800 {
            let number = -f32::from(step) / 10.0;
            let right = libm::expf(number);
            assert!((exponential(number) - right).abs() <= right * 1e-4, "{number}");
        }
    }

    #[test]
    fn shares_are_of_one_and_follow_the_numbers() {
        let mut numbers = [1.0, 3.0, -200.0];
        softmax(&mut numbers);
        assert!((numbers.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        assert!(numbers[1] > numbers[0] && numbers[2] < 1e-30);
    }

    #[test]
    fn the_curve_is_straight_far_out() {
        assert!((gelu(20.0) - 20.0).abs() < 1e-6 && gelu(-20.0).abs() < 1e-6);
        assert!((gelu(1.0) - 0.841_345).abs() < 1e-4);
    }
}
