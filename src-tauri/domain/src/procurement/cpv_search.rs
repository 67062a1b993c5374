//! The search among the CPV codes: digits from the start of a code, words of its label in any order.

use std::cmp::Reverse;
use std::ops::Range;

use super::cpv::{Cpv, CpvCode, CpvItem};
use crate::text::Language;

/// A code that was found, and where in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit<'c> {
    /// The code.
    pub item: &'c CpvItem,
    /// What was found of the printed code, in bytes.
    pub in_code: Vec<Range<usize>>,
    /// What was found of the label, in bytes.
    pub in_label: Vec<Range<usize>>,
    inside: bool,
}

/// All codes that hold everything that was searched for, best first: words from their start before words inside others,
/// then what shares most digits with the main code, then the widest codes. Nothing is found by nothing.
pub fn search<'c>(cpv: &'c Cpv, text: &str, near: Option<&CpvCode>, language: Language) -> Vec<Hit<'c>> {
    let lowered = text.to_lowercase();
    let wanted: Vec<&str> = lowered.split_whitespace().collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit<'_>> = cpv.items().filter_map(|item| hit(item, &wanted, language)).collect();
    hits.sort_by_key(|hit| (hit.inside, Reverse(near.map_or(0, |code| shared(code, &hit.item.code)))));
    hits
}

/// How many digits two codes share from the start.
fn shared(one: &CpvCode, other: &CpvCode) -> usize {
    one.as_str().bytes().zip(other.as_str().bytes()).take_while(|(a, b)| a == b).count()
}

fn hit<'c>(item: &'c CpvItem, wanted: &[&str], language: Language) -> Option<Hit<'c>> {
    let label = item.label.of(language).to_lowercase();
    let mut hit = Hit { item, in_code: Vec::new(), in_label: Vec::new(), inside: false };
    for word in wanted {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            hit.in_code.push(item.printed().starts_with(word).then_some(0..word.len())?);
        } else {
            let (at, inside) = find(&label, word)?;
            hit.in_label.push(at..at + word.len());
            hit.inside |= inside;
        }
    }
    hit.in_label.sort_by_key(|found| found.start);
    Some(hit)
}

/// Where a word stands, and whether it is inside another: from the start of a word before inside one.
fn find(label: &str, word: &str) -> Option<(usize, bool)> {
    let starts_word = |at: usize| !label[..at].ends_with(char::is_alphanumeric);
    let first = label.match_indices(word).map(|(at, _)| at).find(|at| starts_word(*at));
    first.map(|at| (at, false)).or_else(|| Some((label.find(word)?, true)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    fn catalogue() -> Catalogue {
        crate::built_in::catalogue().unwrap()
    }

    fn found(text: &str, near: Option<&str>) -> Vec<String> {
        let near = near.map(|code| CpvCode::read(code).unwrap());
        let catalogue = catalogue();
        let hits = search(&catalogue.cpv, text, near.as_ref(), Language::Sv);
        hits.iter().map(|hit| format!("{} {}", hit.item.printed(), hit.item.label.sv)).collect()
    }

    #[test]
    fn digits_are_the_start_of_a_code_with_or_without_its_check_digit() {
        assert!(found("4544", None).iter().all(|hit| hit.starts_with("4544")));
        assert_eq!(found("45453000", None), found("45453000-7", None));
        assert_eq!(found("45453000", None).len(), 1);
        assert_eq!(found("45453000-1", None).len(), 0);
    }

    #[test]
    fn words_come_in_any_order_and_from_their_start_first() {
        assert_eq!(found("underhåll reparation", None), found("Reparation underhåll", None));
        let hits = found("städ", None);
        let starts = |hit: &String| hit.to_lowercase().contains(" städ");
        assert!(
            starts(&hits[0])
                && hits.iter().any(|hit| !starts(hit))
                && hits.is_sorted_by_key(|hit| !starts(hit))
        );
    }

    #[test]
    fn codes_near_the_main_one_come_first() {
        assert!(found("reparation", Some("45400000"))[0].starts_with("45"));
        assert!(found("reparation", Some("50000000"))[0].starts_with("50"));
    }

    #[test]
    fn digits_and_words_go_together_and_nothing_finds_nothing() {
        assert!(found("909 städ", None).iter().all(|hit| hit.starts_with("909")));
        assert!(!found("909 städ", None).is_empty());
        assert!(found("  ", None).is_empty());
        assert!(found("städ xyzzy", None).is_empty());
    }
}
