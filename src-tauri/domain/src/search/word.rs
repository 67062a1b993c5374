//! How a word that was typed stands in another: in one of its forms, at its beginning, as a part of a compound, nearly.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// How a word holds one that was typed; the less, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// It is the same, in one of its forms: "städa", "städning".
    Same,
    /// It begins so: "städmaterial".
    Begins,
    /// A part of it is the same: "kontorsstädning".
    Part,
    /// It is spelled nearly so: "stäning".
    Nearly,
}

/// A word that was typed, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word(pub Vec<char>);

/// A word of a text, in lower case, and where each of its letters begins in the text and its last one ends.
#[derive(Clone, Debug)]
pub struct Spelled {
    /// Its letters.
    pub letters: Vec<char>,
    /// Their places, in bytes.
    pub places: Vec<usize>,
}

/// What a word can end in when it is the same word.
const ENDINGS: [&str; 45] = [
    "", "a", "e", "n", "t", "s", "r", "en", "et", "er", "ar", "or", "an", "ad", "at", "as", "es", "ns", "ts",
    "na", "ens", "ets", "ers", "ars", "ors", "are", "ade", "ande", "arna", "erna", "orna", "aren", "arnas",
    "ernas", "ornas", "arens", "ning", "ningar", "ningen", "nings", "ningarna", "else", "ing", "ed", "ings",
];
/// So many letters two forms of a word share, when both end in something.
const FEWEST_SHARED: usize = 4;
/// So many letters a part of a compound has, and what stands before it.
const SHORTEST_PART: usize = 3;
/// So many has a part that is no word by itself, and what goes on after it.
const SHORTEST_BEGINNING: usize = 4;
/// Fewer letters than these are taken as they are spelled; so many can have two faults.
const FEWEST_MISSPELLED: usize = 5;
const TWO_FAULTS: usize = 9;

impl Word {
    /// How another word holds it, and which of its letters.
    pub fn in_word(&self, other: &[char], parts: &Parts) -> Option<(Closeness, Range<usize>)> {
        if self.is_form_of(other) {
            return Some((Closeness::Same, 0..other.len().min(self.0.len())));
        }
        if self.stands_at(other, 0) {
            return Some((Closeness::Begins, 0..self.0.len()));
        }
        let at = (SHORTEST_PART.min(2)..other.len()).find(|at| self.is_part(other, *at, parts))?;
        Some((Closeness::Part, at..at + self.0.len()))
    }

    /// Whether another word is spelled nearly so, or begins nearly so.
    pub fn is_nearly(&self, other: &[char]) -> bool {
        let faults = match self.0.len() {
            0..FEWEST_MISSPELLED => return false,
            FEWEST_MISSPELLED..TWO_FAULTS => 1,
            _ => 2,
        };
        let first = self.0.first().zip(other.first()).is_some_and(|(a, b)| plain(*a) == plain(*b));
        let begun = &other[..other.len().min(self.0.len())];
        first && (self.faults_in(other) <= faults || self.faults_in(begun) <= faults)
    }

    fn faults_in(&self, other: &[char]) -> usize {
        if other.len().abs_diff(self.0.len()) > 2 {
            return usize::MAX;
        }
        let text = |letters: &[char]| letters.iter().map(|letter| plain(*letter)).collect::<String>();
        strsim::osa_distance(&text(&self.0), &text(other))
    }

    fn is_form_of(&self, other: &[char]) -> bool {
        let shared = self.0.iter().zip(other).take_while(|(typed, here)| same(**typed, **here)).count();
        let (typed, here) = (&self.0[shared..], &other[shared..]);
        let enough = if typed.is_empty() {
            shared >= SHORTEST_PART || here.is_empty()
        } else {
            shared >= FEWEST_SHARED
        };
        // A consonant that is doubled belongs to the word: "flytt" is no form of "flytande".
        let split = shared > 0 && typed.first() == Some(&self.0[shared - 1]);
        enough && !split && is_ending(typed) && is_ending(here)
    }

    /// Where another word holds its letters.
    pub fn within(&self, other: &[char]) -> Option<Range<usize>> {
        let at = (0..other.len()).find(|at| self.stands_at(other, *at))?;
        Some(at..at + self.0.len())
    }

    fn stands_at(&self, other: &[char], at: usize) -> bool {
        let here = other.get(at..at + self.0.len());
        here.is_some_and(|here| self.0.iter().zip(here).all(|(typed, here)| same(*typed, *here)))
    }

    /// Both sides of it are words too: "praktik" is no part of "kiropraktik", nor "vite" of "aktiviteter".
    fn is_part(&self, other: &[char], at: usize, parts: &Parts) -> bool {
        self.0.len() >= SHORTEST_PART && self.stands_at(other, at) && {
            let after = &other[at + self.0.len()..];
            parts.has_first(&other[..at]) && (is_ending(after) || parts.has_last(after))
        }
    }
}

/// Letters that are the same, or typed without dots and accent.
fn same(typed: char, here: char) -> bool {
    typed == here || typed == plain(here)
}

fn is_ending(letters: &[char]) -> bool {
    ENDINGS.iter().any(|ending| ending.chars().eq(letters.iter().copied()))
}

/// A letter without dots and accent.
pub fn plain(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

/// The words of a text. A section that is written in short, "4:18", is one.
pub fn words_of(text: &str) -> Vec<Spelled> {
    let mut words: Vec<Spelled> = Vec::new();
    let mut inside = false;
    for (at, letter) in text.char_indices() {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let parts_section = letter == ':'
            && is_digit(text[..at].chars().next_back())
            && is_digit(text[at + 1..].chars().next());
        let belongs = letter.is_alphanumeric() || parts_section;
        if belongs {
            if !inside {
                words.push(Spelled { letters: Vec::new(), places: Vec::new() });
            }
            if let Some(word) = words.last_mut() {
                word.letters.push(letter.to_lowercase().next().unwrap_or(letter));
                word.places.push(at);
            }
        } else if let Some(word) = words.last_mut().filter(|_| inside) {
            word.places.push(at);
        }
        inside = belongs;
    }
    if let Some(word) = words.last_mut().filter(|_| inside) {
        word.places.push(text.len());
    }
    words
}

/// Words that compounds are made of; none are known by default, and then any part of a word will do.
#[derive(Clone, Debug, Default)]
pub struct Parts(Option<Known>);

#[derive(Clone, Debug)]
struct Known {
    words: HashSet<Vec<char>>,
    /// What is no word by itself and yet begins compounds: "engångs", of "engångshandskar" and "engångsservetter".
    beginnings: HashSet<Vec<char>>,
}

impl Parts {
    /// The words, each with what is left of it without an ending.
    pub fn of<'w>(words: impl Iterator<Item = &'w [char]>) -> Self {
        let all: HashSet<&[char]> = words.collect();
        let mut parts = HashSet::new();
        for word in &all {
            let ends = (SHORTEST_PART..word.len()).filter(|end| is_ending(&word[*end..]));
            parts.extend(ends.map(|end| word[..end].to_vec()));
            parts.insert(word.to_vec());
        }
        let beginnings = beginnings(&all);
        Self(Some(Known { words: parts, beginnings }))
    }

    /// Whether a compound can begin so, with or without the "s" that joins.
    fn has_first(&self, letters: &[char]) -> bool {
        self.knows(letters)
            || letters.strip_suffix(&['s']).is_some_and(|word| self.knows(word))
            || self.0.as_ref().is_some_and(|known| known.beginnings.contains(letters))
    }

    fn knows(&self, word: &[char]) -> bool {
        self.0.as_ref().is_none_or(|known| known.words.contains(word))
    }

    /// Whether a compound can go on so.
    fn has_last(&self, letters: &[char]) -> bool {
        let whole = |word: &[char]| word.len() >= SHORTEST_PART && self.knows(word);
        whole(letters) || letters.strip_prefix(&['s']).is_some_and(whole)
    }
}

/// What begins two words that go on in different ways, each with a word: "transport" and "transporter" go on in one.
fn beginnings(words: &HashSet<&[char]>) -> HashSet<Vec<char>> {
    let mut first: HashMap<&[char], &[char]> = HashMap::new();
    let mut found = HashSet::new();
    for word in words {
        for at in SHORTEST_BEGINNING..word.len().saturating_sub(SHORTEST_BEGINNING - 1) {
            let (beginning, rest) = word.split_at(at);
            if words.contains(rest) {
                let other = *first.entry(beginning).or_insert(rest);
                if other[..SHORTEST_PART] != rest[..SHORTEST_PART] {
                    found.insert(beginning.to_vec());
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(word: &str) -> Vec<char> {
        word.chars().collect()
    }

    fn parts() -> Parts {
        let words = ["kontor", "aktier", "skola", "leveranser", "städning", "praktik"].map(letters);
        Parts::of(words.iter().map(Vec::as_slice))
    }

    #[track_caller]
    fn check(typed: &str, word: &str, expected: Option<(Closeness, &str)>) {
        let word = letters(word);
        let found = Word(letters(typed)).in_word(&word, &parts());
        let found = found.map(|(closeness, at)| (closeness, word[at].iter().collect::<String>()));
        assert_eq!(found, expected.map(|(closeness, part)| (closeness, part.to_owned())), "{typed}");
    }

    #[test]
    fn a_word_is_found_in_its_forms_at_beginnings_and_in_compounds() {
        check("städning", "städning", Some((Closeness::Same, "städning")));
        check("städa", "städning", Some((Closeness::Same, "städn")));
        check("dator", "datorer", Some((Closeness::Same, "dator")));
        check("lärl", "lärlingsplatser", Some((Closeness::Begins, "lärl")));
        check("larl", "lärlingsplatser", Some((Closeness::Begins, "lärl")));
        check("städ", "kontorsstädning", Some((Closeness::Part, "städ")));
        check("måltid", "skolmåltidsleveranser", Some((Closeness::Part, "måltid")));
    }

    #[test]
    fn letters_inside_a_word_are_no_part_of_it() {
        check("praktik", "kiropraktik", None);
        check("vite", "aktiviteter", None);
        check("städ", "stadsplanering", None);
        check("flytt", "flytande", None);
        check("flytt", "flyttning", Some((Closeness::Same, "flytt")));
    }

    #[test]
    fn what_begins_two_compounds_begins_others_too() {
        let words = [
            "handskar",
            "servetter",
            "port",
            "porter",
            "engångshandskar",
            "engångsservetter",
            "transport",
            "transporter",
        ];
        let words = words.map(letters);
        let parts = Parts::of(words.iter().map(Vec::as_slice));
        let found = |typed: &str, word: &str| Word(letters(typed)).in_word(&letters(word), &parts).is_some();
        assert!(found("handskar", "engångshandskar"));
        assert!(!found("port", "transport"));
    }

    #[test]
    fn a_small_fault_in_spelling_is_forgiven_in_longer_words() {
        let nearly = |typed: &str, word: &str| Word(letters(typed)).is_nearly(&letters(word));
        assert!(nearly("lärlign", "lärling"));
        assert!(nearly("praktkplats", "praktikplatser"));
        assert!(!nearly("mat", "man"));
        assert!(!nearly("praktik", "produkt"));
    }

    #[test]
    fn words_have_their_places() {
        let text = "Två å, tre";
        let words = words_of(text);
        let said: Vec<&str> =
            words.iter().map(|word| &text[word.places[0]..*word.places.last().unwrap()]).collect();
        assert_eq!(said, ["Två", "å", "tre"]);
    }
}
