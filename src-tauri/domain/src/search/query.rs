//! What was typed, and where it stands in a text.

use std::cell::LazyCell;
use std::ops::Range;

use super::Marked;
use super::everyday::{Meant, is_phrase, meanings};
use super::section;
use super::word::{Closeness, Parts, Spelled, Word, words_of};
use crate::procurement::cpv::CpvCode;
use crate::spot::Spot;

/// The words that were typed, with what they mean in everyday speech.
#[derive(Clone, Debug)]
pub struct Query {
    words: Vec<Asked>,
    reading: Reading,
}

/// How strictly the words are taken; each is tried when the one before finds nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// All of them, as they are spelled.
    Strict,
    /// All of them, or what is spelled nearly so.
    Nearly,
    /// Some of them, as they are spelled.
    Loose,
}

impl Reading {
    /// From the strictest on.
    pub const ALL: [Self; 3] = [Self::Strict, Self::Nearly, Self::Loose];
}

/// One of the words, with what it can mean.
#[derive(Clone, Debug)]
pub struct Asked {
    word: Word,
    meanings: Vec<Meant>,
    /// What it costs when it is not found, where not all have to be.
    lacking: usize,
}

/// Where all the words of a query were found.
pub struct Found {
    /// The lower, the better: the name before other words, the same word before its beginning, that before a part.
    pub rank: usize,
    /// In the name.
    pub in_title: Vec<Range<usize>>,
    /// In the first of the other words that holds what the name does not.
    pub in_words: Option<(usize, Vec<Range<usize>>)>,
    /// The everyday word that means this, when one of the words does and does not stand in the name.
    pub meant: Option<&'static str>,
}

/// Small words that say nothing of what is looked for.
const SMALL: [&str; 22] = [
    "av", "i", "på", "för", "till", "och", "med", "en", "ett", "som", "om", "den", "det", "de", "vid", "of",
    "for", "and", "the", "in", "to", "with",
];
/// What stands only in other words than the name comes after all that is named so.
const BESIDE: usize = 40;
/// What is meant by an everyday word comes in its order, before what is named so.
const MEANT: usize = 5;
/// A name that begins with the word comes before one that goes on with it.
const NAMED: usize = MEANT + 1;
/// What is nearly so comes after what is so.
const STEP: usize = 10;
/// What lacks a word comes after all that has it, and what lacks a thing after what only lacks a word that describes one.
const LACKING: usize = 300;
const LACKING_DESCRIBING: usize = 200;
/// How a word ends that describes a thing: "begagnade möbler", "ekologiska varor".
const DESCRIBING: [&str; 6] = ["ade", "iga", "iska", "ska", "ande", "ende"];

/// A known word of so many letters is no beginning of others.
const LONGEST_WHOLE: usize = 3;

/// Characters of an excerpt before what was found, and in all.
const BEFORE: usize = 30;
const LONGEST: usize = 110;

impl Query {
    /// The words of a text; small ones only when there are no others.
    pub fn read(typed: &str) -> Self {
        Self::reading(typed, Reading::Strict)
    }

    /// The same, taken more or less strictly.
    pub fn reading(typed: &str, reading: Reading) -> Self {
        let all = words_of(&section::in_short(typed)).into_iter().map(|word| Word(word.letters));
        let all = phrases(all.collect());
        let small = |word: &Word| SMALL.iter().any(|small| small.chars().eq(word.0.iter().copied()));
        let only_small = all.iter().all(small);
        let words = all.into_iter().filter(|word| only_small || !small(word));
        Self { words: words.map(|word| Asked::new(word, reading)).collect(), reading }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether all its words are everyday words.
    pub(super) fn is_known(&self) -> bool {
        self.words.iter().all(Asked::is_known)
    }

    /// The words.
    pub(super) fn asked(&self) -> &[Asked] {
        &self.words
    }

    /// How good a word of a name is for one of the words.
    pub(super) fn rank_in_word(&self, asked: &Asked, here: &[char], parts: &Parts) -> Option<usize> {
        let closeness = asked.in_word(here, parts).map(|(closeness, _)| closeness);
        let nearly = || (self.is_lenient() && asked.word.is_nearly(here)).then_some(Closeness::Nearly);
        closeness.or_else(nearly).map(|closeness| closeness as usize * STEP + NAMED)
    }

    /// What a word costs that is not found, when not all have to be.
    pub(super) fn lacking(&self, asked: &Asked) -> Option<usize> {
        (self.reading == Reading::Loose && self.words.len() > 1).then_some(asked.lacking)
    }

    /// What all words cost together when none is found.
    pub(super) fn lacking_all(&self) -> usize {
        self.words.iter().map(|asked| asked.lacking).sum()
    }

    fn is_lenient(&self) -> bool {
        self.reading == Reading::Nearly
    }

    /// Where every word stands, in a name or else in other words; nothing when one of them does not.
    pub(super) fn find(
        &self,
        spot: Option<&Spot>,
        title: &str,
        words: &[String],
        parts: &Parts,
    ) -> Option<Found> {
        let title = words_of(title);
        // Only when a word does not stand in the name, and then once for all words.
        let spelled = LazyCell::new(|| words.iter().map(|text| words_of(text)).collect::<Vec<_>>());
        let mut found = Found { rank: 0, in_title: Vec::new(), in_words: None, meant: None };
        for asked in &self.words {
            let named = self.place(asked, &title, parts);
            let meant = spot.and_then(|spot| asked.meant(spot));
            let held = meant.filter(|_| named.is_none()).map(|(_, known)| (known, asked.held_in(&title)));
            match held {
                Some((_, Some(at))) => found.in_title.push(at),
                Some((known, None)) => found.meant = found.meant.or(Some(known)),
                None => {}
            }
            let meant = meant.map(|(rank, _)| rank);
            found.in_title.extend(named.iter().map(|(_, at)| at.clone()));
            let first = |at: &Range<usize>| usize::from(at.start > 0);
            let named = named.map(|(closeness, at)| closeness as usize * STEP + NAMED + first(&at));
            let best = named.into_iter().chain(meant).min();
            let beside =
                || Some(BESIDE + self.find_beside(asked, words, &spelled, parts, &mut found.in_words)?);
            found.rank += best.or_else(beside).or(self.lacking(asked))?;
        }
        found.in_title.sort_by_key(|at| at.start);
        let lacks_all = !self.is_empty() && found.rank >= self.lacking_all();
        (!lacks_all).then_some(found)
    }

    /// The everyday word that means something, when one of the words does and does not stand in its name.
    pub(super) fn meant_beside(&self, spot: &Spot, name: &str, parts: &Parts) -> Option<Marked> {
        let name = words_of(name);
        let is_said =
            |asked: &Asked| self.place(asked, &name, parts).is_some() || asked.held_in(&name).is_some();
        let mut beside = self.words.iter().filter(|asked| !is_said(asked));
        let known = beside.find_map(|asked| Some(asked.meant(spot)?.1))?;
        Some(self.marked_in(known))
    }

    /// An everyday word, with what was typed of it marked.
    pub(super) fn marked_in(&self, known: &str) -> Marked {
        Marked { text: known.to_owned(), found: self.all_in(known, &Parts::default()) }
    }

    /// Where every word stands in a name that has no other words.
    pub fn find_in(&self, name: &str) -> Option<Vec<Range<usize>>> {
        Some(self.find(None, name, &[], &Parts::default())?.in_title)
    }

    /// The best place of a word among others, and how good it is.
    fn place(&self, asked: &Asked, words: &[Spelled], parts: &Parts) -> Option<(Closeness, Range<usize>)> {
        let places = words.iter().filter_map(|here| self.in_word(asked, here, parts));
        places.min_by_key(|(closeness, _)| *closeness)
    }

    fn in_word(&self, asked: &Asked, here: &Spelled, parts: &Parts) -> Option<(Closeness, Range<usize>)> {
        if let Some((closeness, at)) = asked.in_word(&here.letters, parts) {
            return Some((closeness, here.places[at.start]..here.places[at.end]));
        }
        let whole = here.places[0]..here.places[here.letters.len()];
        (self.is_lenient() && asked.word.is_nearly(&here.letters)).then_some((Closeness::Nearly, whole))
    }

    /// How good the place of a word is outside the name.
    fn find_beside(
        &self,
        asked: &Asked,
        words: &[String],
        spelled: &[Vec<Spelled>],
        parts: &Parts,
        shown: &mut Option<(usize, Vec<Range<usize>>)>,
    ) -> Option<usize> {
        let hits = spelled.iter().enumerate();
        let hits = hits.filter_map(|(at, text)| Some((at, self.place(asked, text, parts)?.0)));
        let (at, closeness) = hits.min_by_key(|(at, closeness)| (*closeness, *at))?;
        shown.get_or_insert_with(|| (at, self.all_in(&words[at], parts)));
        Some(closeness as usize * STEP)
    }

    /// Where those of the words that stand in a text do so.
    pub(super) fn all_in(&self, text: &str, parts: &Parts) -> Vec<Range<usize>> {
        let text = words_of(text);
        let places = self.words.iter().filter_map(|asked| Some(self.place(asked, &text, parts)?.1));
        let mut all: Vec<_> = places.collect();
        all.sort_by_key(|at| at.start);
        all
    }
}

impl Asked {
    fn new(word: Word, reading: Reading) -> Self {
        let letters: String = word.0.iter().collect();
        let describes = DESCRIBING.iter().any(|ending| letters.ends_with(ending));
        let lacking = if describes { LACKING_DESCRIBING } else { LACKING };
        Self { meanings: meanings(&word, reading == Reading::Nearly), word, lacking }
    }

    fn is_known(&self) -> bool {
        self.meanings.iter().any(|meant| meant.closeness == Closeness::Same)
    }

    /// How a word holds it. What is short and known, as "mat" and "el", is whole, and no beginning of "matchning" or "eller".
    fn in_word(&self, here: &[char], parts: &Parts) -> Option<(Closeness, Range<usize>)> {
        let is_whole = self.is_known() && self.word.0.len() <= LONGEST_WHOLE;
        self.word.in_word(here, parts).filter(|(closeness, _)| !(is_whole && *closeness == Closeness::Begins))
    }

    /// Where a name holds its letters, whatever stands on either side of them: "besök" in "Studiebesök". Enough where the name
    /// is meant by the word, and then the name says so by itself.
    fn held_in(&self, name: &[Spelled]) -> Option<Range<usize>> {
        let held = |here: &Spelled| {
            let at = self.word.within(&here.letters)?;
            Some(here.places[at.start]..here.places[at.end])
        };
        (self.word.0.len() > LONGEST_WHOLE).then(|| name.iter().find_map(held)).flatten()
    }

    /// How near something is to what the word means in everyday speech, and the everyday word.
    fn meant(&self, spot: &Spot) -> Option<(usize, &'static str)> {
        let places = self.meanings.iter().filter_map(|meant| {
            Some((rank_of_meant(meant.closeness, meant.meaning.place_of(spot)?), meant.known))
        });
        places.min()
    }

    /// The codes that it means in everyday speech.
    pub(super) fn meant_codes(&self) -> impl Iterator<Item = (&'static CpvCode, usize)> {
        let ranked = |meant: &Meant| {
            let Meant { closeness, meaning, .. } = *meant;
            meaning.codes.iter().enumerate().map(move |(at, code)| (code, rank_of_meant(closeness, at)))
        };
        self.meanings.iter().flat_map(ranked)
    }
}

/// The words, where two that mean something only together, as "vita jobb", are one.
fn phrases(words: Vec<Word>) -> Vec<Word> {
    let mut joined: Vec<Word> = Vec::new();
    for word in words {
        let both = joined.last().map(|before| Word([&before.0[..], &[' '], &word.0].concat()));
        match both.filter(is_phrase).zip(joined.last_mut()) {
            Some((both, before)) => *before = both,
            None => joined.push(word),
        }
    }
    joined
}

fn rank_of_meant(closeness: Closeness, place: usize) -> usize {
    closeness as usize * STEP + place.min(MEANT)
}

/// The part of a text around what was found first.
pub(super) fn excerpt(text: &str, found: &[Range<usize>]) -> Marked {
    let first = found.first().map_or(0, |found| found.start);
    let before = text[..first].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let start =
        text[before..first].find(' ').filter(|_| before > 0).map_or(before, |space| before + space + 1);
    let cut = text[start..].char_indices().nth(LONGEST).map(|(at, _)| start + at);
    let whole_words = |cut: usize| text[first..cut].rfind(' ').map_or(cut, |space| first + space);
    let end = cut.map_or(text.len(), whole_words);
    let (head, tail) = (if start > 0 { "… " } else { "" }, if end < text.len() { " …" } else { "" });
    let moved = found.iter().filter(|found| found.start >= start && found.end <= end);
    Marked {
        text: format!("{head}{}{tail}", &text[start..end]),
        found: moved.map(|found| found.start - start + head.len()..found.end - start + head.len()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, title: &str, words: &str, expected: Option<(usize, &[&str])>) {
        let found = Query::read(typed).find(None, title, &[words.to_owned()], &Parts::default());
        let seen = found.map(|found| {
            let marked: Vec<&str> = found.in_title.iter().map(|at| &title[at.clone()]).collect();
            (found.rank, marked)
        });
        assert_eq!(seen, expected.map(|(rank, marked)| (rank, marked.to_vec())), "{typed}");
    }

    #[test]
    fn words_are_found_in_any_order_and_typed_without_their_dots() {
        check("larl", "Lärlingsplatser", "", Some((16, &["Lärl"])));
        check("tak vite", "Vite med tak", "", Some((13, &["Vite", "tak"])));
        check("vite med tak", "Vite med tak", "", Some((13, &["Vite", "tak"])));
        check("el", "Enkelt", "", None);
        check("vite", "Plats", "sedan vite per plats", Some((40, &[])));
        check("vite hus", "Plats", "sedan vite per plats", None);
    }

    #[test]
    fn an_excerpt_shows_what_was_found_with_what_stands_around_it() {
        let text = "Brister rättas först inom den tid som avtalet säger, och sedan betalas vite med tiotusen kronor per plats, \
                    dock högst det tak som står i avtalet för hela avtalstiden.";
        let vite = Query::read("vite");
        let shown = excerpt(text, &vite.all_in(text, &Parts::default()));
        assert_eq!(&shown.text[shown.found[0].clone()], "vite");
        assert!(shown.text.starts_with("… ") && shown.text.ends_with(" …"), "{}", shown.text);
        let short = excerpt("åå vite", &vite.all_in("åå vite", &Parts::default()));
        assert_eq!((&*short.text, &short.text[short.found[0].clone()]), ("åå vite", "vite"));
    }
}
