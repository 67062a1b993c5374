//! A number that is written without a decimal point when it has none, and read as Swedes write it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::format;
use crate::refusal::Refusal;
use crate::text::{Bilingual, Language};

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

    /// Reads what a person typed: "12", "2,5", "2.5", "1 200".
    ///
    /// # Errors
    /// When it is not a number, or is below zero.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let read = |text: &str| decimal(text).or_else(|| pointed(text)).map(Self);
        read(text.trim())
            .ok_or_else(|| lower_of(text).map_or_else(|| not_a_number(text), |lower| one_of(text, lower)))
    }
}

/// A number with a decimal point, "2.5". Three digits after it could be a group as well, and are not guessed at.
fn pointed(text: &str) -> Option<f64> {
    let (whole, decimals) = text.split_once('.')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
    (digits(whole) && digits(decimals) && decimals.len() <= 2).then(|| text.parse().ok()).flatten()
}

/// The lower of two numbers that something lies between, "6-8": what is asked of a supplier has to fit also then.
fn lower_of(text: &str) -> Option<f64> {
    let (lower, upper) =
        ["-", "–", "—", " till ", " to "].iter().find_map(|between| text.split_once(between))?;
    let [lower, upper] = [lower, upper].map(|part| decimal(part.trim()));
    lower.filter(|lower| upper.is_some_and(|upper| *lower < upper))
}

fn one_of(text: &str, lower: f64) -> Refusal {
    let [sv, en] = [Language::Sv, Language::En].map(|language| format::decimal(lower, 2, language));
    Refusal::bad_input(format!("”{text}” är två tal."), format!("“{text}” is two numbers.")).hint(
        format!("Skriv ett tal. Räkna med det lägre, till exempel {sv}, om antalet varierar."),
        format!("Write one number. Count with the lower, for example {en}, if it varies."),
    )
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

    /// What the window reads and refuses too: `ui/lib/read.test.ts` goes through the same.
    #[derive(Deserialize)]
    struct Readings {
        reads: Vec<(String, f64)>,
        refuses: Vec<String>,
        between: Vec<(String, String)>,
    }

    fn readings() -> Readings {
        let all: serde_json::Value =
            serde_json::from_str(include_str!("../../../tests/readings.json")).unwrap();
        serde_json::from_value(all["numbers"].clone()).unwrap()
    }

    #[track_caller]
    fn hint(text: &str) -> String {
        Number::read(text).unwrap_err().hint.unwrap().sv.replace('\u{a0}', " ")
    }

    #[test]
    fn numbers_are_read_with_a_decimal_comma() {
        let Readings { reads, refuses, .. } = readings();
        let more = [("1.200".to_owned(), 1200.0)];
        for (text, number) in reads.into_iter().chain(more) {
            assert_eq!(Number::read(&text), Ok(Number(number)), "{text}");
        }
        for text in refuses.iter().map(String::as_str).chain(["NaN"]) {
            assert_eq!(hint(text), "Skriv talet med siffror, till exempel 12 eller 2,5.", "{text}");
        }
    }

    #[test]
    fn of_two_numbers_the_lower_is_the_one_to_write() {
        for (text, lower) in readings().between {
            let said =
                format!("Skriv ett tal. Räkna med det lägre, till exempel {lower}, om antalet varierar.");
            assert_eq!(hint(&text), said, "{text}");
        }
    }
}
