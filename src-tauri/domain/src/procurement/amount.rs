//! Money and time as people write them: "20 000 000 kr", "20 Mkr", "48 månader".

use std::fmt;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

use crate::number::decimal;
use crate::refusal::Refusal;

/// An amount in whole kronor, without VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number"))]
#[serde(transparent)]
pub struct Sek(pub u64);

/// The largest amount that is taken for a procurement: a thousand billion kronor.
/// Above it a figure is a slip of the hand, and sums could no longer be kept exactly.
const LARGEST: u64 = 1_000_000_000_000;

impl Sek {
    /// The amount as a number to calculate with.
    #[expect(clippy::cast_precision_loss, reason = "amounts are far below 2^53 kronor")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64
    }

    /// Reads what a person typed. Understands "20 000 000", "20000000 kr", "20 Mkr", "2,5 miljoner", "700 tkr", "1 mdr".
    ///
    /// # Errors
    /// When it is not a number, is below zero, or is too large.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let (number, unit) = split_unit(text);
        if number.starts_with('-') || number.starts_with('−') {
            return Err(below_zero(text));
        }
        let factor = factor_of(&unit).ok_or_else(|| not_digits(text))?;
        let kronor = decimal(&number).ok_or_else(|| not_digits(text))? * factor;
        Self::from_f64(kronor).ok_or_else(|| too_large(text))
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
    pub(super) fn from_f64(kronor: f64) -> Option<Self> {
        let rounded = kronor.round();
        (0.0..=Sek(LARGEST).as_f64()).contains(&rounded).then_some(Self(rounded as u64))
    }
}

/// Digits and signs first, then letters; spaces of every kind fall away.
fn split_unit(text: &str) -> (String, String) {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let at = plain.find(|c: char| c.is_alphabetic() || c == ':').unwrap_or(plain.len());
    let (number, unit) = plain.split_at(at);
    (number.to_owned(), unit.trim_end_matches(['.', '-', ':']).to_owned())
}

fn factor_of(unit: &str) -> Option<f64> {
    match unit {
        "" | "kr" | "kronor" | "sek" => Some(1.0),
        "tkr" | "tusen" | "tusenkr" | "tusenkronor" => Some(1e3),
        "mkr" | "mnkr" | "msek" | "miljon" | "miljoner" | "miljonerkr" | "miljonerkronor" => Some(1e6),
        "mdr" | "mdkr" | "mdrkr" | "miljard" | "miljarder" | "miljarderkr" | "miljarderkronor" => Some(1e9),
        _ => None,
    }
}

fn not_digits(text: &str) -> Refusal {
    Refusal::bad_input(
        format!("”{text}” går inte att läsa som ett belopp."),
        format!("“{text}” is not an amount."),
    )
    .hint(
        "Skriv värdet med siffror, till exempel 20 000 000.",
        "Write the value in digits, for instance 20 000 000.",
    )
}

fn below_zero(text: &str) -> Refusal {
    Refusal::bad_input(format!("Värdet {text} är under noll."), format!("The value {text} is below zero."))
        .hint("Skriv värdet utan minustecken.", "Write the value without a minus sign.")
}

fn too_large(text: &str) -> Refusal {
    Refusal::bad_input(
        format!("Värdet {text} är större än tusen miljarder kronor."),
        format!("The value {text} is more than a thousand billion kronor."),
    )
    .hint("Kontrollera antalet nollor.", "Check the number of zeros.")
}

struct SekVisitor;

impl Visitor<'_> for SekVisitor {
    type Value = Sek;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ett belopp i kronor")
    }

    fn visit_u64<E: de::Error>(self, kronor: u64) -> Result<Sek, E> {
        if kronor > LARGEST { Err(E::custom(too_large(&kronor.to_string()))) } else { Ok(Sek(kronor)) }
    }

    fn visit_i64<E: de::Error>(self, kronor: i64) -> Result<Sek, E> {
        u64::try_from(kronor)
            .map_err(|_| E::custom(below_zero(&kronor.to_string())))
            .and_then(|k| self.visit_u64(k))
    }

    fn visit_f64<E: de::Error>(self, kronor: f64) -> Result<Sek, E> {
        let text = kronor.to_string();
        if kronor < 0.0 {
            return Err(E::custom(below_zero(&text)));
        }
        Sek::from_f64(kronor).ok_or_else(|| E::custom(too_large(&text)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Sek, E> {
        Sek::read(text).map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Sek {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(SekVisitor)
    }
}

/// A length in whole months, never zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number"))]
#[serde(transparent)]
pub struct Months(u32);

/// The longest contract that is taken: fifty years. Longer is a slip of the hand.
const LONGEST: u32 = 600;

impl Months {
    /// A length of `count` months.
    ///
    /// # Errors
    /// When it is zero or more than fifty years.
    pub fn new(count: u32) -> Result<Self, Refusal> {
        if (1..=LONGEST).contains(&count) { Ok(Self(count)) } else { Err(odd_length(&count.to_string())) }
    }

    /// Reads "48" or "48 månader".
    ///
    /// # Errors
    /// When it is not a whole number of months, or zero.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let (number, unit) = split_unit(text);
        let known = matches!(&*unit, "" | "mån" | "månad" | "månader" | "months" | "month");
        let digits = number.chars().all(|c| c.is_ascii_digit());
        number.parse().ok().filter(|_| known && digits).ok_or_else(|| odd_length(text)).and_then(Self::new)
    }

    /// The number of months.
    pub fn count(self) -> u32 {
        self.0
    }

    /// The number of months to calculate with.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0)
    }
}

fn odd_length(text: &str) -> Refusal {
    Refusal::bad_input(
        format!("Tiden ”{text}” går inte att använda."),
        format!("The length “{text}” cannot be used."),
    )
    .hint(
        "Skriv antal hela månader, minst 1, till exempel 48.",
        "Write a whole number of months, at least 1, for instance 48.",
    )
}

struct MonthsVisitor;

impl Visitor<'_> for MonthsVisitor {
    type Value = Months;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ett antal hela månader")
    }

    fn visit_u64<E: de::Error>(self, count: u64) -> Result<Months, E> {
        u32::try_from(count)
            .map_err(|_| odd_length(&count.to_string()))
            .and_then(Months::new)
            .map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, count: i64) -> Result<Months, E> {
        u64::try_from(count)
            .map_err(|_| E::custom(odd_length(&count.to_string())))
            .and_then(|c| self.visit_u64(c))
    }

    fn visit_f64<E: de::Error>(self, count: f64) -> Result<Months, E> {
        Err(E::custom(odd_length(&count.to_string())))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Months, E> {
        Months::read(text).map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Months {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(MonthsVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, kronor: u64) {
        assert_eq!(Sek::read(text).unwrap(), Sek(kronor), "{text}");
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        check("20000000", 20_000_000);
        check("20 000 000 kr", 20_000_000);
        check("20\u{a0}000\u{a0}000 kronor", 20_000_000);
        check("20 Mkr", 20_000_000);
        check("2,5 miljoner", 2_500_000);
        check("700 tkr", 700_000);
        check("1 mdr", 1_000_000_000);
        check("1,5 mdr kr", 1_500_000_000);
        check("1.250.000:-", 1_250_000);
        check("0", 0);
    }

    #[test]
    fn what_is_not_an_amount_is_refused() {
        for text in ["tjugo", "", "kr", "-5", "12,5,1", "1.25", "20 000 euro", "9999999999999999", "1e9"] {
            assert!(Sek::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_and_texts_are_both_read_from_json() {
        let read = |json: &str| serde_json::from_str::<Sek>(json);
        assert_eq!(read("36000000").unwrap(), Sek(36_000_000));
        assert_eq!(read("\"36 Mkr\"").unwrap(), Sek(36_000_000));
        assert!(read("-1").unwrap_err().to_string().contains("under noll"));
        assert!(read("\"tjugo\"").unwrap_err().to_string().contains("Skriv värdet med siffror"));
    }

    #[test]
    fn a_contract_lasts_at_least_one_month() {
        assert_eq!(Months::read("48 månader").unwrap().count(), 48);
        for text in ["0", "-3", "fyra", "+5", "601", "1,5"] {
            assert!(Months::read(text).is_err(), "{text}");
        }
        assert!(serde_json::from_str::<Months>("0").unwrap_err().to_string().contains("minst 1"));
    }
}
