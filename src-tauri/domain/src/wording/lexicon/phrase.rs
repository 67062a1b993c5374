//! A phrase of the lexicon: words that stand after each other.

use super::{Concept, Key};

/// The most words that a gap can be.
const GAP: usize = 4;

/// What one place in a phrase asks for.
#[derive(Clone, Debug)]
enum Item {
    /// One of these words.
    Words(Vec<Key>),
    /// One of these words, or nothing.
    Maybe(Vec<Key>),
    /// A number.
    Number,
    /// A word with a capital.
    Capital,
    /// Any word.
    Any,
    /// A few words.
    Gap,
}

/// What a phrase asks of a place in a text.
pub trait Place {
    /// Whether the word there has one of these keys.
    fn has(&self, keys: &[Key]) -> bool;
    /// Whether there is a number.
    fn is_number(&self) -> bool;
    /// Whether there is a word with a capital.
    fn is_capital(&self) -> bool;
    /// Whether there is a word or a number, and no sign.
    fn is_word(&self) -> bool;
}

/// A phrase and what it means.
#[derive(Debug)]
pub struct Phrase {
    /// What it means.
    pub concept: Concept,
    items: Vec<Item>,
}

impl Phrase {
    /// Reads a phrase as the data writes it.
    pub fn read(concept: Concept, written: &str, key: &mut impl FnMut(&str) -> Key) -> Self {
        let apart = parted(written);
        let items = apart.split_whitespace().map(|item| {
            match item.strip_prefix('=').filter(|rest| is_mark(rest)).unwrap_or(item) {
                "#" => Item::Number,
                "^" => Item::Capital,
                "_" => Item::Any,
                ".." => Item::Gap,
                words => {
                    let (words, maybe) =
                        words.strip_suffix('?').map_or((words, false), |words| (words, true));
                    let keys = alternatives(words).iter().map(|word| key(word)).collect();
                    if maybe { Item::Maybe(keys) } else { Item::Words(keys) }
                }
            }
        });
        Self { concept, items: items.collect() }
    }

    /// The words that it can begin with.
    pub fn first(&self) -> &[Key] {
        match self.items.first() {
            Some(Item::Words(keys)) => keys,
            _ => &[],
        }
    }

    /// Whether it begins with a number.
    pub fn begins_with_number(&self) -> bool {
        matches!(self.items.first(), Some(Item::Number))
    }

    /// Whether it is a single word.
    pub fn is_one_word(&self) -> bool {
        self.items.len() == 1
    }

    /// How many places it takes up from the beginning of `places`, when it stands there.
    pub fn length_in<P: Place>(&self, places: &[P]) -> Option<usize> {
        end_of(&self.items, places, 0)
    }
}

/// A hyphen inside a word parts it, as it does in a text: "f-skatt" is two words.
fn parted(written: &str) -> String {
    let chars: Vec<char> = written.chars().collect();
    let inside = |i: usize| {
        i > 0 && chars[i - 1].is_alphanumeric() && chars.get(i + 1).is_some_and(|c| c.is_alphanumeric())
    };
    let part = |(i, c): (usize, &char)| if *c == '-' && inside(i) { ' ' } else { *c };
    chars.iter().enumerate().map(part).collect()
}

/// Whether an item is no word but stands for any of a kind.
fn is_mark(item: &str) -> bool {
    matches!(item, "#" | "^" | "_" | "..")
}

/// The words between bars. An `=` before the first holds for all; a sign has only one form.
fn alternatives(words: &str) -> Vec<String> {
    let (list, exact) = words.strip_prefix('=').map_or((words, false), |list| (list, true));
    let part = |word: &str| word.len() > 1 && (word.starts_with('-') || word.ends_with('-'));
    let sign = |word: &str| !word.contains(char::is_alphanumeric);
    let marked = |word: &str| (exact && !part(word) || sign(word)) && !word.starts_with('=');
    list.split('|').map(|word| if marked(word) { format!("={word}") } else { word.to_owned() }).collect()
}

/// Phrases are short and gaps few, so that the search is bounded whatever the text.
fn end_of<P: Place>(items: &[Item], places: &[P], at: usize) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else { return Some(at) };
    let one = |fits: bool| if fits { end_of(rest, places, at + 1) } else { None };
    let place = places.get(at);
    match item {
        Item::Words(keys) => one(place?.has(keys)),
        Item::Maybe(keys) => {
            let taken =
                if place.is_some_and(|place| place.has(keys)) { end_of(rest, places, at + 1) } else { None };
            taken.or_else(|| end_of(rest, places, at))
        }
        Item::Number => one(place?.is_number()),
        Item::Capital => one(place?.is_capital()),
        Item::Any => one(place?.is_word()),
        Item::Gap => {
            let words = places[at..].iter().take(GAP).take_while(|place| place.is_word()).count();
            (0..=words).find_map(|skipped| end_of(rest, places, at + skipped))
        }
    }
}
