//! Sentences that the program puts together, by key, with slots in braces as in a wording.

use std::collections::BTreeMap;

use crate::format::NBSP;
use crate::requirements::wording::Slot;
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
        Bilingual::each(|language| {
            let slots: Vec<(&str, &String)> =
                slots.iter().map(|(name, text)| (*name, text.of(language))).collect();
            filled(self.word(key, language), &slots)
        })
    }

    /// The phrase in one language with its slots filled.
    pub fn fill_in(&self, key: &str, slots: &[(&str, String)], language: Language) -> String {
        let slots: Vec<(&str, &String)> = slots.iter().map(|(name, text)| (*name, text)).collect();
        filled(self.word(key, language), &slots)
    }

    /// The keys, for the checks of the catalogue.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// What stands in a slot is said as it is, also when somebody has typed braces there. A slot that nobody fills stays.
fn filled(phrase: &str, slots: &[(&str, &String)]) -> String {
    let mut said = String::new();
    let mut rest = phrase;
    while let Some((before, after)) = rest.split_once('{') {
        let slot = after.split_once('}').and_then(|(inside, behind)| {
            let Slot { name, forms } = Slot::read(inside);
            let (_, text) = slots.iter().find(|(slot, _)| *slot == name)?;
            Some((counted(text, forms), behind))
        });
        said.push_str(before);
        let (text, behind) = slot.unwrap_or(("{".to_owned(), after));
        said.push_str(&text);
        // What ends in a full stop, as "19 kap.", ends the sentence too.
        let ends = text.ends_with('.') && behind.starts_with('.') && !behind.starts_with("..");
        rest = if ends { &behind[1..] } else { behind };
    }
    said + rest
}

/// A number with its word: "en person", "1,5 personer".
fn counted(text: &str, forms: Option<(&str, &str)>) -> String {
    match (forms, text) {
        (None, text) => text.to_owned(),
        (Some((one, _)), "1") => one.to_owned(),
        (Some((_, more)), text) => format!("{text}{NBSP}{more}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(phrase: &str, slots: &[(&str, &str)], expected: &str) {
        let texts: Vec<(&str, String)> = slots.iter().map(|(name, text)| (*name, (*text).into())).collect();
        let both: Vec<(&str, Bilingual)> =
            slots.iter().map(|(name, text)| (*name, Bilingual::new(*text, *text))).collect();
        let phrases = Phrases([("k".to_owned(), Bilingual::new(phrase, phrase))].into());
        assert_eq!(phrases.fill_in("k", &texts, Language::Sv), expected);
        assert_eq!(phrases.fill("k", &both).en, expected);
    }

    #[test]
    fn slots_are_filled_and_what_stands_in_them_is_left_as_it_is() {
        check("{a} och {b}, {a}", &[("a", "ett"), ("b", "två")], "ett och två, ett");
        check("{a} och {b}", &[("a", "{b}"), ("b", "två")], "{b} och två");
        check("{a|en person|personer}", &[("a", "1")], "en person");
        check("{a|en person|personer}", &[("a", "1,5")], "1,5\u{a0}personer");
        check("{a} {c} {", &[("a", "ett")], "ett {c} {");
        check("Enligt {a}.", &[("a", "19 kap.")], "Enligt 19 kap.");
        check("{a}..", &[("a", "19 kap.")], "19 kap...");
    }
}
