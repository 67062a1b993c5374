//! The words that mean something to the check, by concept. They are data: `assets/wording/*.toml`.
//!
//! A concept is a list of phrases. Their words are written like this:
//!
//! | written | matches |
//! |---|---|
//! | `bosatt` | the word with any ending: bosatta, bosattas |
//! | `=bör` | that form and no other: not börja |
//! | `-policy` | a compound with this last part, and the word itself: hållbarhetspolicyn |
//! | `lönebidrag-` | a compound with this first part, and the word itself |
//! | `a\|b` | either |
//! | `word?` | the word or nothing |
//! | `#` | a number, in digits or in words |
//! | `^` | a word with a capital |
//! | `_` | any word |
//! | `..` | up to four words |

mod concept;
mod endings;
mod phrase;

use std::collections::HashMap;
use std::sync::LazyLock;

pub use concept::Concept;
pub use phrase::{Phrase, Place};

/// The files, each a table of concepts.
const FILES: [&str; 6] = [
    include_str!("../../../../../assets/wording/parties.toml"),
    include_str!("../../../../../assets/wording/grammar.toml"),
    include_str!("../../../../../assets/wording/work.toml"),
    include_str!("../../../../../assets/wording/goods.toml"),
    include_str!("../../../../../assets/wording/law.toml"),
    include_str!("../../../../../assets/wording/spared.toml"),
];

/// The lexicon, read once.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&FILES));

/// The number of a word of the lexicon, in one of the ways in which it can match.
pub type Key = u32;

/// All phrases, found by their first word.
pub struct Lexicon {
    exact: HashMap<String, Key>,
    forms: HashMap<String, Key>,
    heads: HashMap<String, Key>,
    firsts: HashMap<String, Key>,
    keys: Key,
    phrases: Vec<Phrase>,
    by_key: Vec<Vec<usize>>,
    by_number: Vec<usize>,
}

/// The longest part of a compound that is looked up, in characters.
const LONGEST_PART: usize = 30;

impl Lexicon {
    fn read(files: &[&str]) -> Self {
        let mut lexicon = Self {
            exact: HashMap::new(),
            forms: HashMap::new(),
            heads: HashMap::new(),
            firsts: HashMap::new(),
            keys: 0,
            phrases: Vec::new(),
            by_key: Vec::new(),
            by_number: Vec::new(),
        };
        for file in files {
            let concepts: HashMap<Concept, Vec<String>> = toml::from_str(file).unwrap_or_default();
            for (concept, phrases) in concepts {
                for phrase in &phrases {
                    lexicon.add(concept, phrase);
                }
            }
        }
        lexicon.index();
        lexicon
    }

    /// A phrase that begins with a word that may be missing is two.
    fn add(&mut self, concept: Concept, phrase: &str) {
        if let Some((first, rest)) = phrase.split_once(' ')
            && let Some(first) = first.strip_suffix('?')
        {
            self.add(concept, rest);
            return self.add(concept, &format!("{first} {rest}"));
        }
        let phrase = Phrase::read(concept, phrase, &mut |word| self.key(word));
        self.phrases.push(phrase);
    }

    /// The key of a word as it is written in the data.
    fn key(&mut self, written: &str) -> Key {
        let (map, word) = if let Some(word) = written.strip_prefix('=') {
            (&mut self.exact, word)
        } else if let Some(word) = written.strip_prefix('-') {
            (&mut self.heads, word)
        } else if let Some(word) = written.strip_suffix('-') {
            (&mut self.firsts, word)
        } else {
            (&mut self.forms, written)
        };
        // "städare" is "städarna" when they are known: the base is what both have.
        let agent = word.ends_with("are") && word.len() > 5 && !written.starts_with('=');
        let word = if agent { &word[..word.len() - 1] } else { word };
        let next = self.keys;
        let key = *map.entry(word.to_owned()).or_insert(next);
        if key == next {
            self.keys += 1;
        }
        key
    }

    fn index(&mut self) {
        self.by_key = vec![Vec::new(); self.keys as usize];
        for (i, phrase) in self.phrases.iter().enumerate() {
            if phrase.begins_with_number() {
                self.by_number.push(i);
            }
            for key in phrase.first() {
                self.by_key[*key as usize].push(i);
            }
        }
    }

    /// The keys that a word matches.
    pub fn keys_of(&self, word: &str) -> Vec<Key> {
        let mut keys = Vec::new();
        keys.extend(self.exact.get(word));
        for base in endings::bases(word) {
            keys.extend(self.forms.get(base));
            keys.extend(parts_from_end(base).filter_map(|head| self.heads.get(head)));
        }
        if let Some(base) = endings::base_in_a(word) {
            keys.extend(self.forms.get(&base));
            keys.extend(parts_from_end(&base).filter_map(|head| self.heads.get(head)));
        }
        keys.extend(parts_from_start(word).filter_map(|first| self.firsts.get(first)));
        keys
    }

    /// The key of a word that stands in the lexicon as a whole, in one of its forms.
    pub fn whole_word(&self, word: &str) -> Option<Key> {
        endings::bases(word).find_map(|base| self.forms.get(base)).copied()
    }

    /// The phrases that begin with a number.
    pub fn beginning_with_number(&self) -> impl Iterator<Item = &Phrase> {
        self.by_number.iter().map(|i| &self.phrases[*i])
    }

    /// The phrases that can begin with a word that matches a key.
    pub fn beginning_with(&self, key: Key) -> impl Iterator<Item = &Phrase> {
        self.by_key[key as usize].iter().map(|i| &self.phrases[*i])
    }
}

fn parts_from_end(word: &str) -> impl Iterator<Item = &str> {
    word.char_indices().rev().take(LONGEST_PART).map(|(i, _)| &word[i..])
}

fn parts_from_start(word: &str) -> impl Iterator<Item = &str> {
    word.char_indices().take(LONGEST_PART).map(|(i, c)| &word[..i + c.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read_and_every_concept_has_words() {
        let mut seen = std::collections::HashSet::new();
        for file in FILES {
            let concepts: HashMap<Concept, Vec<String>> = toml::from_str(file).unwrap();
            for (concept, phrases) in concepts {
                assert!(!phrases.is_empty(), "{concept:?}");
                assert!(seen.insert(concept), "{concept:?} stands twice");
            }
        }
        for concept in Concept::ALL {
            assert!(seen.contains(concept), "{concept:?} has no words");
        }
    }

    fn matches(written: &str, word: &str) -> bool {
        let mut lexicon = Lexicon::read(&[]);
        let key = lexicon.key(written);
        lexicon.keys_of(word).contains(&key)
    }

    #[test]
    fn words_are_found_in_their_forms_and_nowhere_else() {
        assert!(matches("leverantör", "leverantörernas"));
        assert!(matches("anställ", "anställs"));
        assert!(matches("avtal", "avtalet"));
        assert!(!matches("=bör", "börja"));
        assert!(!matches("vite", "aktiviteter"));
        assert!(matches("-policy", "hållbarhetspolicyn"));
        assert!(matches("lönebidrag-", "lönebidragsanställning"));
        assert!(!matches("verka", "påverka"));
    }
}
