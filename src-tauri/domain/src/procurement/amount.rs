//! Money and time as people write them: "20 000 000 kr", "20 Mkr", "48 månader".

use std::fmt;

use serde::de::{self, DeserializeOwned, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

use crate::format;
use crate::number::decimal;
use crate::refusal::Refusal;
use crate::text::Language;

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

    /// Reads what a person typed, rounded to whole kronor. Understands "20 000 000", "20000000 kr", "20 Mkr", "2,5 miljoner", "700 tkr", "1 mdr".
    ///
    /// # Errors
    /// When it is not a number, is below zero, is too large, or is less than half a krona and not zero.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        if let Some(year) = Self::read_yearly(text) {
            return Err(of_one_year(text, year));
        }
        let (number, unit) = split_unit(text);
        if number.starts_with('-') || number.starts_with('−') {
            return Err(below_zero(text));
        }
        let factor = factor_of(&unit).ok_or_else(|| not_digits(text))?;
        let number = if factor > 1.0 { with_comma(&number) } else { in_full(number) };
        let kronor = number.and_then(|number| decimal(&number)).ok_or_else(|| not_digits(text))? * factor;
        Self::rounded(kronor, text)
    }

    /// The amount in whole kronor, of what was written so; what is something never becomes nothing.
    fn rounded(kronor: f64, text: &str) -> Result<Self, Refusal> {
        match Self::from_f64(kronor) {
            Some(Self(0)) if kronor > 0.0 => Err(not_whole(text)),
            amount => amount.ok_or_else(|| too_large(text)),
        }
    }

    /// The amount of one year in "2,8 mnkr per år", which is no whole amount until it has been multiplied.
    fn read_yearly(text: &str) -> Option<Self> {
        let plain = text.trim().to_lowercase();
        let amount = A_YEAR.iter().find_map(|year| plain.strip_suffix(year))?;
        Self::read(amount.trim_end().trim_end_matches('/')).ok()
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
    pub(super) fn from_f64(kronor: f64) -> Option<Self> {
        let rounded = kronor.round();
        (0.0..=Sek(LARGEST).as_f64()).contains(&rounded).then_some(Self(rounded as u64))
    }
}

/// Digits and signs first, then letters, which are read without spaces.
fn split_unit(text: &str) -> (String, String) {
    let plain = text.trim().to_lowercase();
    let at = plain.find(|c: char| c.is_alphabetic() || c == ':').unwrap_or(plain.len());
    let (number, unit) = plain.split_at(at);
    let unit: String = unit.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    (number.trim_end().to_owned(), unit.trim_end_matches(['-', ':']).to_owned())
}

/// Without such a unit more than two decimals are perhaps a group that was meant: "1,500".
fn in_full(number: String) -> Option<String> {
    let decimals = number.split_once(',').map_or(0, |(_, decimals)| decimals.len());
    (decimals <= 2).then_some(number)
}

/// Before a unit that multiplies, a point stands before decimals, as in "1.5 Mkr". Three of them could be a group as well,
/// and are not guessed at.
fn with_comma(number: &str) -> Option<String> {
    match number.split_once('.') {
        Some((_, decimals)) if decimals.len() > 2 => None,
        _ => Some(number.replace('.', ",")),
    }
}

/// "mkr" says all itself; after "miljoner" may stand what is counted in.
fn factor_of(unit: &str) -> Option<f64> {
    let counted = || ["kronor", "kr", "sek"].iter().find_map(|word| unit.strip_suffix(word));
    factor_of_word(unit).or_else(|| counted().and_then(factor_of_word))
}

fn factor_of_word(word: &str) -> Option<f64> {
    match word {
        "" | "kr" | "kronor" | "sek" => Some(1.0),
        "tkr" | "kkr" | "tusen" => Some(1e3),
        "mkr" | "mnkr" | "msek" | "mn" | "milj" | "miljon" | "miljoner" | "million" | "millions" => Some(1e6),
        "mdr" | "mdkr" | "miljard" | "miljarder" => Some(1e9),
        _ => None,
    }
}

/// What says that an amount is of one year.
const A_YEAR: [&str; 8] = [" per år", " om året", "/år", "/ år", " a year", " per year", "/year", "/ year"];

fn of_one_year(text: &str, year: Sek) -> Refusal {
    let [sv, en] = [Language::Sv, Language::En].map(|language| format::money(year.as_f64(), language));
    Refusal::bad_input(
        format!("”{text}” är värdet för ett år."),
        format!("“{text}” is the value of one year."),
    )
    .hint(
        format!("Skriv värdet för hela avtalstiden, med förlängningar: {sv} gånger antalet år."),
        format!("Write the value of the whole contract, with extensions: {en} times the number of years."),
    )
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

fn not_whole(text: &str) -> Refusal {
    Refusal::bad_input(
        format!("Värdet {text} är mindre än en krona."),
        format!("The value {text} is less than one krona."),
    )
    .hint("Skriv beloppet i hela kronor.", "Write the amount in whole kronor.")
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
        Sek::rounded(kronor, &text).map_err(E::custom)
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

    /// Reads "48", "48 månader", "4 år" or "1,5 år".
    ///
    /// # Errors
    /// When it is not a whole number of months, or zero.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let (number, unit) = split_unit(text);
        let months = decimal(&number).zip(months_in(&unit)).map(|(number, months)| number * months);
        let whole = months.filter(|n| n.fract() == 0.0 && (1.0..=f64::from(LONGEST)).contains(n));
        whole.map(|n| Self(n as u32)).ok_or_else(|| odd_length(text))
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

fn months_in(unit: &str) -> Option<f64> {
    match unit {
        "" | "mån" | "månad" | "månader" | "month" | "months" => Some(1.0),
        "år" | "year" | "years" => Some(12.0),
        _ => None,
    }
}

fn odd_length(text: &str) -> Refusal {
    Refusal::bad_input(
        format!("Tiden ”{text}” går inte att använda."),
        format!("The length “{text}” cannot be used."),
    )
    .hint(
        "Skriv antal hela månader, minst 1 och högst 600, till exempel 48.",
        "Write a whole number of months, at least 1 and at most 600, for instance 48.",
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

/// Reads an amount, a length or a count, or that there is none: null, or a text that was emptied.
pub(crate) fn number_or_none<'de, D, T>(from: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let written = Option::<serde_json::Value>::deserialize(from)?;
    let written = written.filter(|written| written.as_str().is_none_or(|text| !text.trim().is_empty()));
    written.map(T::deserialize).transpose().map_err(de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the window reads and refuses too: `ui/lib/read.test.ts` goes through the same.
    fn readings(kind: &str) -> (Vec<(String, u64)>, Vec<String>) {
        (read_of(kind, "reads"), read_of(kind, "refuses"))
    }

    fn read_of<T: DeserializeOwned>(kind: &str, part: &str) -> T {
        let all: serde_json::Value =
            serde_json::from_str(include_str!("../../../../tests/readings.json")).unwrap();
        serde_json::from_value(all[kind][part].clone()).unwrap()
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let (reads, refuses) = readings("money");
        for (text, kronor) in reads {
            assert_eq!(Sek::read(&text), Ok(Sek(kronor)), "{text}");
        }
        for text in refuses.iter().map(String::as_str).chain(["1.25", "9999999999999999"]) {
            assert!(Sek::read(text).is_err(), "{text}");
        }
        for text in read_of::<Vec<String>>("money", "notWhole") {
            assert_eq!(Sek::read(&text), Err(not_whole(&text)), "{text}");
        }
    }

    #[test]
    fn the_value_of_one_year_is_no_whole_value() {
        let all: serde_json::Value =
            serde_json::from_str(include_str!("../../../../tests/readings.json")).unwrap();
        let yearly: Vec<(String, u64)> = serde_json::from_value(all["money"]["yearly"].clone()).unwrap();
        for (text, year) in yearly {
            let hint = Sek::read(&text).unwrap_err().hint.unwrap().sv;
            let said = format::money(Sek(year).as_f64(), Language::Sv);
            assert!(hint.contains(&format!("{said} gånger antalet år")), "{text}: {hint}");
        }
    }

    #[test]
    fn months_are_read_as_people_write_them() {
        let (reads, refuses) = readings("months");
        for (text, months) in reads {
            assert_eq!(Months::read(&text).map(|read| u64::from(read.count())), Ok(months), "{text}");
        }
        for text in refuses.iter().map(String::as_str).chain(["0", "601", "51 år"]) {
            assert!(Months::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_and_texts_are_both_read_from_json() {
        let read = |json: &str| serde_json::from_str::<Sek>(json);
        assert_eq!(read("36000000").unwrap(), Sek(36_000_000));
        assert_eq!(read("\"36 Mkr\"").unwrap(), Sek(36_000_000));
        assert_eq!(read("1234.5").unwrap(), Sek(1235));
        assert!(read("0.4").unwrap_err().to_string().contains("Skriv beloppet i hela kronor"));
        assert!(read("-1").unwrap_err().to_string().contains("under noll"));
        assert!(read("\"tjugo\"").unwrap_err().to_string().contains("Skriv värdet med siffror"));
    }

    #[test]
    fn a_contract_lasts_at_least_one_month() {
        assert!(serde_json::from_str::<Months>("0").unwrap_err().to_string().contains("minst 1"));
    }
}
