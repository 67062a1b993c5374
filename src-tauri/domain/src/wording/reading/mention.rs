//! Where in a sentence a concept is meant.

use std::collections::HashMap;
use std::rc::Rc;

use super::number;
use super::token::{Kind, Token};
use crate::wording::lexicon::{Concept, Key, LEXICON, Place};

/// A concept in a sentence, by the places of its first word and of the one after its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What is meant.
    pub concept: Concept,
    /// The place of the first word.
    pub from: usize,
    /// The place after the last word.
    pub to: usize,
}

impl Mention {
    /// The words between this and another.
    pub fn distance(self, other: Self) -> usize {
        if self.from <= other.from {
            other.from.saturating_sub(self.to)
        } else {
            self.from.saturating_sub(other.to)
        }
    }
}

/// A token with the keys of the lexicon that it matches.
pub struct Keyed<'t> {
    token: &'t Token,
    keys: Rc<[Key]>,
    number: bool,
}

impl Place for Keyed<'_> {
    fn has(&self, keys: &[Key]) -> bool {
        keys.iter().any(|key| self.keys.contains(key))
    }

    fn is_number(&self) -> bool {
        self.number
    }

    fn is_capital(&self) -> bool {
        self.token.kind == Kind::Word && self.token.capital
    }

    fn is_word(&self) -> bool {
        !matches!(self.token.kind, Kind::Sign(_))
    }
}

/// Finds mentions; a word is looked up once in a text, however often it stands there.
#[derive(Default)]
pub struct Finder {
    known: HashMap<String, Rc<[Key]>>,
}

impl Finder {
    /// What is meant in a sentence, in order.
    pub fn mentions(&mut self, tokens: &[&Token]) -> Vec<Mention> {
        let places: Vec<Keyed<'_>> = tokens.iter().map(|token| self.keyed(token)).collect();
        let mut mentions = Vec::new();
        for from in 0..places.len() {
            let rest = &places[from..];
            let worded = rest[0].keys.iter().flat_map(|key| LEXICON.beginning_with(*key));
            let numbered = rest[0].number.then(|| LEXICON.beginning_with_number()).into_iter().flatten();
            let meant = worded.chain(numbered).filter_map(|phrase| {
                let length = phrase.length_in(rest)?;
                Some(Mention { concept: phrase.concept, from, to: from + length })
            });
            mentions.extend(meant);
            if let Some(next) = rest.get(1) {
                split_word(rest[0].token, next.token, from, &mut mentions);
            }
        }
        mentions
    }

    fn keyed<'t>(&mut self, token: &'t Token) -> Keyed<'t> {
        let word = token.kind == Kind::Word;
        // What stands in braces is the name of a value.
        let named = !word && token.text.contains(char::is_alphabetic);
        let keys = if named { Rc::default() } else { self.keys(&token.text) };
        let number = matches!(token.kind, Kind::Number(_)) || word && number::in_words(&token.text).is_some();
        Keyed { token, keys, number }
    }

    fn keys(&mut self, word: &str) -> Rc<[Key]> {
        if let Some(keys) = self.known.get(word) {
            return Rc::clone(keys);
        }
        let keys: Rc<[Key]> = LEXICON.keys_of(word).into();
        self.known.insert(word.to_owned(), Rc::clone(&keys));
        keys
    }
}

/// A compound that is written as two words: "kollektiv avtal".
fn split_word(first: &Token, second: &Token, from: usize, mentions: &mut Vec<Mention>) {
    let words = first.kind == Kind::Word && second.kind == Kind::Word && !second.capital;
    let long = first.text.len() >= 4 && second.text.len() >= 4 && first.text.len() + second.text.len() >= 10;
    if !words || !long {
        return;
    }
    let whole = format!("{}{}", first.text, second.text);
    let linked = format!("{}s{}", first.text, second.text);
    for key in [whole, linked].iter().filter_map(|whole| LEXICON.whole_word(whole)) {
        for phrase in LEXICON.beginning_with(key).filter(|phrase| phrase.is_one_word()) {
            mentions.push(Mention { concept: phrase.concept, from, to: from + 2 });
        }
    }
}
