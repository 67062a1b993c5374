//! A number that is written without a decimal point when it has none, and read as Swedes write it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::format;
use crate::refusal::Refusal;
use crate::text::Bilingual;

/// A number in an answer or a parameter.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number"))]
pub struct Number(pub f64);

impl Number {
    /// The number when it is whole and not negative, such as a count.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
    pub fn whole(self) -> Option<u64> {
        let countable = self.0.fract() == 0.0 && (0.0..9e15).contains(&self.0);
        countable.then_some(self.0 as u64)
    }

    /// Reads what a person typed: "12", "2,5", "1 200".
    ///
    /// # Errors
    /// When it is not a number, or is below zero.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        decimal(text.trim()).map(Self).ok_or_else(|| not_a_number(text))
    }
}

fn not_a_number(text: &str) -> Refusal {
    Refusal::bad_input(
        format!("”{text}” går inte att läsa som ett tal."),
        format!("“{text}” is not a number."),
    )
    .hint(
        "Skriv talet med siffror, till exempel 12 eller 2,5.",
        "Write it in digits, for instance 12 or 2,5.",
    )
}

/// Whether a number lies within a range; says the range when it does not.
pub(crate) fn within(number: f64, [least, most]: [f64; 2]) -> Result<(), Bilingual> {
    if (least..=most).contains(&number) {
        return Ok(());
    }
    let [number, least, most] =
        [number, least, most].map(|n| Bilingual::each(|language| format::decimal(n, 2, language)));
    Err(Bilingual::new(
        format!("{} ska vara {} till {}", number.sv, least.sv, most.sv),
        format!("{} should be {} to {}", number.en, least.en, most.en),
    ))
}

/// A Swedish decimal number: comma before decimals, spaces or points only between groups of three digits, so that
/// a zero too few is not taken for a smaller number.
pub(crate) fn decimal(number: &str) -> Option<f64> {
    let (whole, decimals) = number.split_once(',').unwrap_or((number, ""));
    let groups: Vec<&str> = whole.split('.').flat_map(groups_between_spaces).collect();
    let first = if groups.len() > 1 { 1..=3 } else { 1..=whole.len() };
    let grouped = first.contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    let digits = groups.concat();
    let clean = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    (grouped && clean(&digits) && clean(decimals))
        .then(|| format!("{digits}.{decimals}0").parse().ok())
        .flatten()
}

/// However many spaces stand between two groups; where there is nothing, that is one group with no digits.
fn groups_between_spaces(digits: &str) -> Vec<&str> {
    if digits.is_empty() { vec![digits] } else { digits.split_whitespace().collect() }
}

impl<'de> Deserialize<'de> for Number {
    /// TOML has inf and nan. JSON has not: a project that held one could be written and never read.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(from)?;
        if number.is_finite() { Ok(Self(number)) } else { Err(serde::de::Error::custom("ska vara ett tal")) }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => to.serialize_u64(whole),
            None => to.serialize_f64(self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_a_decimal_comma() {
        let read = |text: &str| Number::read(text).map(|number| number.0);
        assert_eq!(read("2,5"), Ok(2.5));
        assert_eq!(read("1 200"), Ok(1200.0));
        assert_eq!(read("1.200"), Ok(1200.0));
        for text in ["", "två", "-1", "2.5", "NaN", "1e3"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
