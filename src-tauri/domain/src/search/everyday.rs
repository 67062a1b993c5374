//! Everyday words for what the catalogue and the codes name otherwise. They are data: `assets/search/everyday.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::word::{Closeness, Parts, Word};
use crate::catalogue::id::EntryId;
use crate::procurement::cpv::CpvCode;
use crate::spot::Spot;

/// Words, and what who types one of them means, the likeliest first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meaning {
    /// The words, in lower case.
    pub words: Vec<String>,
    /// Entries of the catalogue.
    #[serde(default)]
    pub entries: Vec<EntryId>,
    /// CPV codes.
    #[serde(default)]
    pub codes: Vec<CpvCode>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    meaning: Vec<Meaning>,
}

static MEANINGS: LazyLock<Vec<Meaning>> = LazyLock::new(|| {
    let file: File =
        toml::from_str(include_str!("../../../../assets/search/everyday.toml")).unwrap_or_default();
    file.meaning
});

/// Fewer letters than these are not taken for the beginning of an everyday word.
const FEWEST_BEGUN: usize = 4;

/// One thing that a word can mean.
#[derive(Clone, Copy, Debug)]
pub struct Meant {
    /// How near the word is to the everyday one.
    pub closeness: Closeness,
    /// The everyday word.
    pub known: &'static str,
    /// What it means.
    pub meaning: &'static Meaning,
}

/// What a word can mean; what it nearly is only when that is asked for.
pub fn meanings(word: &Word, nearly: bool) -> Vec<Meant> {
    let close = |meaning: &'static Meaning| {
        let near = meaning.words.iter().filter_map(|known| Some((closeness(word, known, nearly)?, known)));
        let (closeness, known) = near.min_by_key(|(closeness, _)| *closeness)?;
        Some(Meant { closeness, known, meaning })
    };
    MEANINGS.iter().filter_map(close).collect()
}

/// Whether words are one everyday word together.
pub fn is_phrase(words: &Word) -> bool {
    let text: String = words.0.iter().collect();
    MEANINGS.iter().any(|meaning| meaning.words.contains(&text))
}

fn closeness(word: &Word, known: &str, nearly: bool) -> Option<Closeness> {
    let known: Vec<char> = known.chars().collect();
    let found = word.in_word(&known, &Parts::default()).map(|(closeness, _)| closeness);
    let begun = |closeness: &Closeness| match closeness {
        Closeness::Same => true,
        Closeness::Begins => word.0.len() >= FEWEST_BEGUN,
        Closeness::Part | Closeness::Nearly => false,
    };
    let misspelled = (nearly && word.is_nearly(&known)).then_some(Closeness::Nearly);
    found.filter(begun).or(misspelled)
}

impl Meaning {
    /// The place of something among what is meant.
    pub fn place_of(&self, spot: &Spot) -> Option<usize> {
        match spot {
            Spot::Requirement(entry) => self.entries.iter().position(|meant| meant == entry),
            Spot::Cpv(code) => self.codes.iter().position(|meant| meant == code),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_meant_exists() {
        let catalogue = crate::built_in::catalogue().unwrap();
        assert!(!MEANINGS.is_empty());
        for meaning in MEANINGS.iter() {
            assert!(!meaning.words.is_empty());
            assert!(!meaning.entries.is_empty() || !meaning.codes.is_empty(), "{:?}", meaning.words);
            for entry in &meaning.entries {
                assert!(catalogue.is_offered(entry), "{entry}");
            }
            for code in &meaning.codes {
                assert!(catalogue.cpv.get(code).is_some(), "{code}");
            }
        }
    }

    #[test]
    fn a_word_stands_once_and_in_lower_case() {
        let mut seen = std::collections::HashSet::new();
        for word in MEANINGS.iter().flat_map(|meaning| &meaning.words) {
            assert!(seen.insert(word) && *word == word.to_lowercase(), "{word}");
        }
    }
}
