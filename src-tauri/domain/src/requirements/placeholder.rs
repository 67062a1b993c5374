//! What stands in a text until somebody has written what is to stand there: "fylls i av handläggaren", "[…]", "XX".

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

/// The words, which are data.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../../assets/wording/placeholders.toml")).unwrap_or_default()
});

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    anywhere: Vec<String>,
    in_values: Vec<String>,
}

/// Where a duty has something in place of what is to be written, in bytes.
pub fn in_wording(text: &str) -> Option<Range<usize>> {
    bracketed(text).or_else(|| blank(text)).or_else(|| phrase(text, &WORDS.anywhere))
}

/// Whether a value has. One without a letter or a figure, as "-" or "””", says nothing, and braces are left from a template.
pub fn in_value(text: &str) -> bool {
    let says_nothing = !text.is_empty() && !text.chars().any(char::is_alphanumeric);
    let template = text.find('{').is_some_and(|from| text[from..].contains('}'));
    says_nothing || template || in_wording(text).is_some() || phrase(text, &WORDS.in_values).is_some()
}

/// "[ange datum]", but no footnote: "[1]".
fn bracketed(text: &str) -> Option<Range<usize>> {
    let pairs =
        text.match_indices('[').filter_map(|(from, _)| Some(from..from + text[from..].find(']')? + 1));
    pairs.into_iter().find(|pair| {
        let inside = &text[pair.start + 1..pair.end - 1];
        inside.is_empty() || !inside.chars().all(|c| c.is_ascii_digit())
    })
}

/// A word of nothing but dots, lines or X: "…", "____", "20XX-XX-XX".
fn blank(text: &str) -> Option<Range<usize>> {
    words(text).find(|word| {
        let word = &text[word.clone()];
        let line = word.chars().all(|c| matches!(c, '…' | '.' | '_')) && word != "." && word != "..";
        let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
        line || letters.len() > 1 && letters.chars().all(|c| matches!(c, 'x' | 'X'))
    })
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().map(|word| {
        // A word lies in the text that it was split from.
        let from = word.as_ptr() as usize - text.as_ptr() as usize;
        from..from + word.len()
    })
}

fn phrase(text: &str, phrases: &[String]) -> Option<Range<usize>> {
    let lower = text.to_lowercase();
    let stands = |phrase: &String| {
        let here = |(from, _): (usize, &str)| from..from + phrase.len();
        lower.match_indices(phrase.as_str()).map(here).find(|range| is_whole(&lower, range))
    };
    // Letters that change length with case are no Swedish or English ones; what is pointed out then is the whole.
    phrases.iter().find_map(stands).map(|range| if lower.len() == text.len() { range } else { 0..text.len() })
}

fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !letter(text[..range.start].chars().next_back()) && !letter(text[range.end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        in_wording(text).map(|range| &text[range])
    }

    #[test]
    fn what_is_still_to_be_written_is_pointed_out() {
        let cases = [
            ("Leverantören ska börja senast [ange datum].", "[ange datum]"),
            ("Leverantören ska ta emot XX besök.", "XX"),
            ("Leverantören ska börja 20XX-XX-XX.", "20XX-XX-XX."),
            ("Leverantören ska utse … som kontaktperson.", "…"),
            ("Leverantören ska utse ____ som kontaktperson.", "____"),
            ("Nivåerna fylls i av handläggaren.", "fylls i av handläggaren"),
            ("Antalet anges senare.", "anges senare"),
        ];
        for (text, words) in cases {
            assert_eq!(found(text), Some(words), "{text}");
        }
        assert_eq!(found("İ leverantören ska fyll i."), Some("İ leverantören ska fyll i."));
    }

    #[test]
    fn what_the_supplier_is_to_fill_in_is_no_placeholder() {
        for text in [
            "Rapportmallen fylls i av leverantören.",
            "Leverantören ska fylla i beställarens formulär [1].",
            "Kläderna ska finnas i storlek XXL och X.",
            "Besöket ska pågå i 2 timmar...",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn a_value_is_filled_in_by_nobody_afterwards() {
        assert!(in_value("Måleriavtalet; övriga avtal fylls i"));
        assert!(!in_value("Måleriavtalet"));
        for nothing in ["{persons} {x}", "””", ".", "-", " "] {
            assert!(in_value(nothing), "{nothing}");
        }
    }
}
