//! The search among the CPV codes: digits from the start of a code, words of its label in any order, everyday words.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::Marked;
use super::query::{Query, Reading};
use super::word::{Parts, words_of};
use crate::procurement::cpv::{Cpv, CpvCode, CpvItem};
use crate::spot::Spot;
use crate::text::Language;

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'w> {
    /// What was typed.
    pub typed: &'w str,
    /// The code near which others are likelier.
    pub near: Option<&'w CpvCode>,
    /// The language of the labels.
    pub language: Language,
    /// At most so many hits are wanted.
    pub most: usize,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found<'c> {
    /// The best hits, in order.
    pub hits: Vec<Hit<'c>>,
    /// How many there are in all.
    pub total: usize,
}

/// A code that was found, and where in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit<'c> {
    /// The code.
    pub item: &'c CpvItem,
    /// What was found of the printed code, in bytes.
    pub in_code: Vec<Range<usize>>,
    /// What was found of the label, in bytes.
    pub in_label: Vec<Range<usize>>,
    /// The everyday word that means it, when one of the words does and does not stand in the label.
    pub meant: Option<Marked>,
}

/// An item, by its place among all, and whether a word is the first of its label.
type Holder = (usize, bool);

/// The words of all labels in a language.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    /// Each word once, with the items whose labels hold it.
    words: Vec<(Vec<char>, Vec<Holder>)>,
    /// How many words each label has.
    lengths: Vec<usize>,
    parts: Parts,
}

impl Labels {
    /// The words of all labels.
    pub fn of(cpv: &Cpv, language: Language) -> Self {
        let mut words: HashMap<Vec<char>, Vec<Holder>> = HashMap::new();
        let mut lengths = Vec::new();
        for (place, item) in cpv.items().enumerate() {
            let label = words_of(item.label.of(language));
            lengths.push(label.len());
            for (at, word) in label.into_iter().enumerate() {
                words.entry(word.letters).or_default().push((place, at == 0));
            }
        }
        let parts = Parts::of(words.keys().map(Vec::as_slice));
        Self { words: words.into_iter().collect(), lengths, parts }
    }

    /// The words that compounds are made of.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }
}

/// The codes that hold everything that was typed, best first: the same word before what begins so, then what shares most
/// digits with the main code, then the shortest labels, or of digits alone the widest code. What is spelled nearly so is found when nothing else is.
pub fn search<'c>(cpv: &'c Cpv, wish: Wish<'_>) -> Found<'c> {
    let found = Reading::ALL.into_iter().map(|reading| search_as(cpv, wish, reading));
    found.into_iter().find(|found| found.total > 0).unwrap_or_default()
}

/// The codes that hold what was typed, taken more or less strictly.
pub(super) fn search_as<'c>(cpv: &'c Cpv, wish: Wish<'_>, reading: Reading) -> Found<'c> {
    let typed = in_one_piece(wish.typed);
    if let Some(item) = with_other_check_digit(cpv, wish.typed) {
        let hit = hit(item, &[], &Query::read(""), wish.language, cpv.labels(wish.language).parts());
        return Found { hits: vec![hit], total: 1 };
    }
    let is_digits = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let (digits, words): (Vec<&str>, Vec<&str>) = typed.split_whitespace().partition(is_digits);
    let typed = words.join(" ");
    let query = Query::reading(&typed, reading);
    if digits.is_empty() && query.is_empty() {
        return Found::default();
    }
    let labels = cpv.labels(wish.language);
    let items: Vec<&CpvItem> = cpv.items().collect();
    let ranks = ranks(&query, labels, &items);
    let shared_with = |item: &CpvItem| wish.near.map_or(0, |code| shared(code, &item.code));
    let named = items.iter().enumerate().filter_map(|(place, item)| Some((ranks[place]?, place, *item)));
    let nearly = reading == Reading::Nearly;
    let mut found: Vec<(usize, usize, &CpvItem)> =
        named.filter(|(.., item)| digits.iter().all(|digits| is_code(item, digits, nearly))).collect();
    // Of codes that begin alike the widest comes first.
    let length = |place: usize| if query.is_empty() { place } else { labels.lengths[place] };
    found.sort_by_key(|(rank, place, item)| (*rank, Reverse(shared_with(item)), length(*place)));
    let hit = |item| hit(item, &digits, &query, wish.language, &labels.parts);
    Found { hits: found.iter().take(wish.most).map(|(.., item)| hit(item)).collect(), total: found.len() }
}

/// The codes whose whole name is what was typed, however short it is.
pub(super) fn called<'c>(cpv: &'c Cpv, typed: &str, language: Language) -> Vec<Hit<'c>> {
    let name = typed.trim().to_lowercase();
    let is_called = |item: &&CpvItem| {
        let label = item.label.of(language);
        label.len() == name.len() && label.to_lowercase() == name
    };
    let (query, parts) = (Query::read(&name), &cpv.labels(language).parts);
    cpv.items().filter(is_called).map(|item| hit(item, &[], &query, language, parts)).collect()
}

/// A code that is written in groups, "90 91 00 00", "90.91", or with a sign for what follows, "9091*", as the digits that it means.
fn in_one_piece(typed: &str) -> Cow<'_, str> {
    let parts = |c: char| c.is_whitespace() || matches!(c, '.' | '*');
    let is_code = typed.chars().all(|c| c.is_ascii_digit() || c == '-' || parts(c));
    let digits: String = typed.chars().filter(|c| !parts(*c)).collect();
    if is_code && (1..=LONGEST_CODE).contains(&digits.len()) { digits.into() } else { typed.into() }
}

/// The code that was typed whole, with a check digit that is not its own.
pub fn with_other_check_digit<'c>(cpv: &'c Cpv, typed: &str) -> Option<&'c CpvItem> {
    let digits = in_one_piece(typed).trim().replace('-', "");
    let (code, check) = digits.split_at_checked(CODE)?;
    let item = cpv.get(&CpvCode::read(code).ok()?)?;
    (check.len() == 1 && !item.printed().ends_with(check)).then_some(item)
}

/// The digits of a code without its check digit.
const CODE: usize = 8;
/// The most signs of a code: eight digits, a hyphen and the check digit.
const LONGEST_CODE: usize = 10;

/// How good each item is for all the words of a query; nothing for those that lack one.
fn ranks(query: &Query, labels: &Labels, items: &[&CpvItem]) -> Vec<Option<usize>> {
    let mut ranks = vec![Some(0); items.len()];
    for asked in query.asked() {
        let mut here = vec![None; items.len()];
        let mut better = |place: usize, rank: usize| {
            here[place] = Some(here[place].map_or(rank, |known: usize| known.min(rank)));
        };
        for (word, places) in &labels.words {
            if let Some(rank) = query.rank_in_word(asked, word, &labels.parts) {
                for (place, first) in places {
                    better(*place, rank + usize::from(!first));
                }
            }
        }
        for (code, rank) in asked.meant_codes() {
            if let Ok(place) = items.binary_search_by(|item| item.code.cmp(code)) {
                better(place, rank);
            }
        }
        let lacking = query.lacking(asked);
        let sum = |(sum, rank): (&Option<usize>, Option<usize>)| Some((*sum)? + rank.or(lacking)?);
        ranks = ranks.iter().zip(here).map(sum).collect();
    }
    let none = query.lacking_all();
    ranks.into_iter().map(|rank| rank.filter(|rank| query.is_empty() || *rank < none)).collect()
}

/// How many digits two codes share from the start.
fn shared(one: &CpvCode, other: &CpvCode) -> usize {
    one.as_str().bytes().zip(other.as_str().bytes()).take_while(|(a, b)| a == b).count()
}

/// Digits are the beginning of a code. A whole code with a fault, such as a check digit that is not its own, is nearly so.
fn is_code(item: &CpvItem, digits: &str, nearly: bool) -> bool {
    let printed = item.printed();
    printed.starts_with(digits)
        || nearly && digits.len() >= item.code.as_str().len() && strsim::osa_distance(&printed, digits) <= 1
}

fn hit<'c>(item: &'c CpvItem, digits: &[&str], query: &Query, language: Language, parts: &Parts) -> Hit<'c> {
    let printed = item.printed();
    let in_code = digits.iter().filter(|digits| printed.starts_with(*digits)).map(|digits| 0..digits.len());
    let label = item.label.of(language);
    Hit {
        item,
        in_code: in_code.collect(),
        in_label: query.all_in(label, parts),
        meant: query.meant_beside(&Spot::Cpv(item.code.clone()), label, parts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    fn catalogue() -> Catalogue {
        crate::built_in::catalogue().unwrap()
    }

    fn found(typed: &str, near: Option<&str>) -> Vec<String> {
        let near = near.map(|code| CpvCode::read(code).unwrap());
        let catalogue = catalogue();
        let wish = Wish { typed, near: near.as_ref(), language: Language::Sv, most: 10_000 };
        let hits = search(&catalogue.cpv, wish).hits;
        hits.iter().map(|hit| format!("{} {}", hit.item.printed(), hit.item.label.sv)).collect()
    }

    #[test]
    fn digits_are_the_start_of_a_code_with_or_without_its_check_digit() {
        assert!(found("4544", None).iter().all(|hit| hit.starts_with("4544")));
        assert_eq!(found("45453000", None), found("45453000-7", None));
        assert_eq!(found("45453000", None).len(), 1);
    }

    #[test]
    fn a_code_may_be_written_in_groups() {
        for typed in ["90 91 00 00", "90 910 000", "90.91", "9091*", "90910000 - 9"] {
            assert_eq!(
                found(typed, None).first().map(String::as_str),
                Some("90910000-9 Städning"),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_check_digit_that_is_not_the_codes_own_shows_a_typing_error() {
        let hits = found("45453000-1", None);
        assert!(hits.iter().any(|hit| hit.starts_with("45453000-7")));
        assert!(!hits.iter().any(|hit| hit.starts_with("45453000-1")));
    }

    #[test]
    fn words_come_in_any_order_and_whole_words_first() {
        assert_eq!(found("underhåll reparation", None), found("Reparation underhåll", None));
        assert!(found("städning", None)[0].starts_with("90910000"));
        assert!(found("dator", None).iter().any(|hit| hit.contains("Persondatorer")));
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
        assert!(found("qwrtz xyzzyplugh", None).is_empty());
        assert!(found("städ xyzzyplugh", None)[0].starts_with("90910000"));
    }
}
