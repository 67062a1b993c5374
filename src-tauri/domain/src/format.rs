//! Numbers, money and dates as they are written in Swedish and English, with spaces that do not break.

use jiff::civil::Date;

use crate::text::Language;

/// A space that keeps a number in one piece.
pub const NBSP: char = '\u{a0}';

/// A number with at most so many decimals, without trailing zeros.
pub fn decimal(number: f64, decimals: usize, language: Language) -> String {
    let rounded = format!("{:.decimals$}", number.abs());
    let (whole, rest) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let rest = rest.trim_end_matches('0');
    let sign = if number < 0.0 && (whole != "0" || !rest.is_empty()) { "−" } else { "" };
    let (point, group) = match language {
        Language::Sv => (',', NBSP),
        Language::En => ('.', ','),
    };
    let whole = grouped(whole, group);
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{point}{rest}") }
}

/// Digits in groups of three from the right.
fn grouped(digits: &str, separator: char) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// An amount: "20 000 000 kr", "SEK 20,000,000".
pub fn money(kronor: f64, language: Language) -> String {
    let number = decimal(kronor, 0, language);
    match language {
        Language::Sv => format!("{number}{NBSP}kr"),
        Language::En => format!("SEK{NBSP}{number}"),
    }
}

/// A share of one as per cent: "2,4 %".
pub fn percent(share: f64, language: Language) -> String {
    match language {
        Language::Sv => format!("{}{NBSP}%", decimal(share * 100.0, 1, language)),
        Language::En => format!("{}%", decimal(share * 100.0, 1, language)),
    }
}

/// A date: 2027-04-01.
pub fn date(date: Date) -> String {
    date.to_string()
}

/// A count up to twelve in words; above in digits. Whole numbers only are worded.
pub fn count(number: f64, language: Language) -> String {
    const SV: [&str; 13] =
        ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    const EN: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let words = match language {
        Language::Sv => SV,
        Language::En => EN,
    };
    let index = crate::number::Number(number).whole().and_then(|whole| usize::try_from(whole).ok());
    index.and_then(|i| words.get(i)).map_or_else(|| decimal(number, 1, language), ToString::to_string)
}

/// A list in words: "a, b och c".
pub fn list(items: &[String], language: Language) -> String {
    let and = match language {
        Language::Sv => "och",
        Language::En => "and",
    };
    joined(items, and)
}

/// A name that may hold commas, in the quotation marks of the language.
pub fn quoted(text: &str, language: Language) -> String {
    match language {
        Language::Sv => format!("”{text}”"),
        Language::En => format!("“{text}”"),
    }
}

/// A list of which one holds: "a, b eller c".
pub fn alternatives(items: &[String], language: Language) -> String {
    let or = match language {
        Language::Sv => "eller",
        Language::En => "or",
    };
    joined(items, or)
}

/// The text with a small first letter, to go on within a sentence; an abbreviation such as CPV keeps its letters.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    if chars.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

/// The text with a capital first letter, to begin a sentence or a cell.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn joined(items: &[String], last_word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {last_word} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_in_each_language() {
        assert_eq!(decimal(20_000_000.0, 0, Language::Sv), "20\u{a0}000\u{a0}000");
        assert_eq!(decimal(2.50, 1, Language::Sv), "2,5");
        assert_eq!(decimal(3.0, 1, Language::En), "3");
        assert_eq!(decimal(-0.04, 1, Language::Sv), "0");
        assert_eq!(money(2_451_816.0, Language::Sv), "2\u{a0}451\u{a0}816\u{a0}kr");
        assert_eq!(money(700_000.0, Language::En), "SEK\u{a0}700,000");
        assert_eq!(percent(0.024, Language::Sv), "2,4\u{a0}%");
        assert_eq!(count(2.0, Language::Sv), "två");
        assert_eq!(count(13.0, Language::Sv), "13");
        assert_eq!(count(1.5, Language::Sv), "1,5");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()], Language::Sv), "a, b och c");
        assert_eq!(alternatives(&["a".into(), "b".into()], Language::En), "a or b");
    }

    #[test]
    fn a_first_letter_fits_its_place() {
        assert_eq!(lower_first("Ämne för praktik"), "ämne för praktik");
        assert_eq!(lower_first("ILO:s kärnkonventioner"), "ILO:s kärnkonventioner");
        assert_eq!(upper_first("ärenden"), "Ärenden");
        assert_eq!([lower_first(""), upper_first("")], ["", ""]);
    }
}
