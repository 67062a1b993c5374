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
    alone: Vec<String>,
    in_brackets: Vec<String>,
}

/// Where a duty has something in place of what is to be written, in bytes.
pub fn in_wording(text: &str) -> Option<Range<usize>> {
    bracketed(text).next().or_else(|| blanks(text).next()).or_else(|| phrase(text, &WORDS.anywhere))
}

/// Whether a value, or a cell of a table, has. One without a letter or a figure, as "-" or "””", says nothing, and braces
/// are left from a template.
pub fn in_value(text: &str) -> bool {
    let template = text.find('{').is_some_and(|from| text[from..].contains('}'));
    let phrased = || [&WORDS.anywhere, &WORDS.in_values].iter().any(|words| phrase(text, words).is_some());
    let blank = || blanks(text).any(|place| !is_between_words(text, &place));
    !text.is_empty() && !says_something(text) || template || holds_bracketed(text) || blank() || phrased()
}

/// Whether a value is nothing else than a word that holds the place of one: "x", "0". In a cell of a table it can be a mark
/// or a number.
pub fn is_alone(text: &str) -> bool {
    WORDS.alone.contains(&text.trim().to_lowercase())
}

/// Whether a value, or a cell of a table, has what can be text or hold the place of a word that is lacking: dots between
/// words, "svenska … engelska", or words in brackets, "svenska [engelska]".
pub fn is_doubtful(text: &str) -> bool {
    blanks(text).any(|place| is_between_words(text, &place)) || bracketed(text).next().is_some()
}

fn is_between_words(text: &str, place: &Range<usize>) -> bool {
    let dots = text[place.clone()].chars().all(|c| matches!(c, '…' | '.'));
    dots && says_something(&text[..place.start]) && says_something(&text[place.end..])
}

fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// "[ange datum]" and "<datum>", but no footnote, "[1]", and no address, "<namn@kommun.se>".
fn bracketed(text: &str) -> impl Iterator<Item = Range<usize>> {
    let square = |inside: &str| inside.is_empty() || !inside.chars().all(|c| c.is_ascii_digit());
    let angle = |inside: &str| {
        inside.starts_with(char::is_alphabetic)
            && inside.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'))
    };
    pairs(text, ['[', ']'], square).chain(pairs(text, ['<', '>'], angle))
}

fn pairs(
    text: &str,
    [open, close]: [char; 2],
    holds: impl Fn(&str) -> bool,
) -> impl Iterator<Item = Range<usize>> {
    let pairs = text
        .match_indices(open)
        .filter_map(move |(from, _)| Some(from..from + text[from..].find(close)? + 1));
    pairs.filter(move |pair| holds(&text[pair.start + 1..pair.end - 1]))
}

/// Whether brackets in a value hold the place of one: they say what to write, or nothing is said outside them.
fn holds_bracketed(text: &str) -> bool {
    let asks = |pair: &Range<usize>| {
        let mut inside =
            text[pair.clone()].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        inside.next().is_none_or(|first| WORDS.in_brackets.contains(&first.to_lowercase()))
    };
    let pairs: Vec<Range<usize>> = bracketed(text).collect();
    let is_outside = |at: usize| !pairs.iter().any(|pair| pair.contains(&at));
    let says_more = || text.char_indices().any(|(at, c)| c.is_alphanumeric() && is_outside(at));
    pairs.iter().any(asks) || !pairs.is_empty() && !says_more()
}

/// Words of nothing but dots, lines or X: "…", "____", "20XX-XX-XX".
fn blanks(text: &str) -> impl Iterator<Item = Range<usize>> {
    words(text).filter(|word| {
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
            ("Leverantören ska börja senast <ange datum>.", "<ange datum>"),
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
            "Fakturan ska skickas till Åre kommun <faktura@are.se>.",
            "Temperaturen ska vara < 8 grader och > 2 grader.",
            "Besöket ska pågå i 2 timmar...",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn a_value_is_filled_in_by_nobody_afterwards() {
        assert!(in_value("Måleriavtalet; övriga avtal fylls i"));
        assert!(!in_value("Måleriavtalet"));
        for nothing in [
            "{persons} {x}",
            "””",
            ".",
            "-",
            " ",
            "<språk>",
            "[språk]",
            "Kontakt: [namn]",
            "svenska [ ]",
            "[kommun], [förvaltning]",
            "[namn/telefon] hos er",
            "[Ange!] svenska",
            "[ange, t.ex. svenska] m.m.",
        ] {
            assert!(in_value(nothing), "{nothing}");
        }
        for nothing in [
            "N/A",
            "ej klart",
            "kommer senare",
            "se nedan",
            "svenska, [fyll i: språk]",
            "svenska …",
            "a … b ____",
        ] {
            assert!(in_value(nothing), "{nothing}");
        }
        for text in
            ["svenska [engelska]", "Anna <anna@kommun.se>", "svenska … engelska", "temperatur <5 och >2", "0"]
        {
            assert!(!in_value(text), "{text}");
        }
    }

    #[test]
    fn a_value_can_be_a_mark_that_says_nothing() {
        for mark in ["x", "X ", "0", "Kompletteras"] {
            assert!(is_alone(mark), "{mark}");
        }
        assert!(!is_alone("Bemanningen kompletteras vid sjukdom") && !is_alone("10"));
    }

    #[test]
    fn dots_between_words_and_brackets_beside_them_can_be_text() {
        for text in ["svenska … engelska", "svenska [engelska]", "Avtalet [avtalsnamn]", "<kommun> och andra"]
        {
            assert!(is_doubtful(text) && !in_value(text), "{text}");
        }
        for text in ["svenska …", "svenska och engelska", "svenska ____ engelska", "temperatur <5 och >2"] {
            assert!(!is_doubtful(text), "{text}");
        }
    }
}
