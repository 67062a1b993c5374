//! Sentences that the program puts together, by key, with slots in braces.

use std::collections::BTreeMap;

use crate::text::{Bilingual, Language};

/// All phrases of the catalogue, keyed `reasons.goals.first_contact` and the like.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrases(pub(super) BTreeMap<String, Bilingual>);

impl Phrases {
    /// The phrase, or nothing when the catalogue has none.
    pub fn get(&self, key: &str) -> Option<&Bilingual> {
        self.0.get(key)
    }

    /// The phrase in both languages; the key itself when there is none, which stops a test.
    pub fn say(&self, key: &str) -> Bilingual {
        Bilingual::each(|language| self.word(key, language).to_owned())
    }

    /// The phrase in one language; the key itself when there is none, which stops a test.
    pub fn word<'p>(&'p self, key: &'p str, language: Language) -> &'p str {
        let phrase = self.get(key);
        debug_assert!(phrase.is_some(), "the catalogue has no phrase {key}");
        phrase.map_or(key, |phrase| phrase.of(language))
    }

    /// The phrase with its slots filled; each slot is filled by a text in both languages.
    pub fn fill(&self, key: &str, slots: &[(&str, Bilingual)]) -> Bilingual {
        let phrase = self.say(key);
        Bilingual::each(|language| {
            slots.iter().fold(phrase.of(language).clone(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), value.of(language))
            })
        })
    }

    /// The keys, for the checks of the catalogue.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
