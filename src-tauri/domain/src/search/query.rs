//! What was typed, and where it stands in a text.

use std::ops::Range;

use super::Marked;

/// The words that were typed, plain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query(Vec<Vec<char>>);

/// Where all the words of a query were found.
pub struct Found {
    /// The lower, the better: at the start of a word in the name, inside one, then the same in the other words.
    pub rank: usize,
    /// In the name.
    pub in_title: Vec<Range<usize>>,
    /// In the first of the other words that holds what the name does not.
    pub in_words: Option<(usize, Vec<Range<usize>>)>,
}

/// Fewer letters than these are looked for at the start of words only: "el" is in half of all words.
const FEWEST_INSIDE: usize = 3;

/// Characters of an excerpt before what was found, and in all.
const BEFORE: usize = 30;
const LONGEST: usize = 110;

impl Query {
    /// The words of a text.
    pub fn read(typed: &str) -> Self {
        Self(typed.split_whitespace().map(|word| word.chars().map(plain).collect()).collect())
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where every word stands, in a name or else in other words; nothing when one of them does not.
    pub fn find(&self, title: &str, words: &[String]) -> Option<Found> {
        let title = Plain::of(title);
        let mut found = Found { rank: 0, in_title: Vec::new(), in_words: None };
        for word in &self.0 {
            match title.find(word) {
                Some((at, inside)) => {
                    found.in_title.push(at);
                    found.rank += usize::from(inside);
                }
                None => found.rank += 2 + self.find_beside(word, words, &mut found.in_words)?,
            }
        }
        found.in_title.sort_by_key(|at| at.start);
        Some(found)
    }

    /// Whether it was found inside a word only.
    fn find_beside(
        &self,
        word: &[char],
        words: &[String],
        shown: &mut Option<(usize, Vec<Range<usize>>)>,
    ) -> Option<usize> {
        let hits = words.iter().enumerate();
        let mut hits = hits.filter_map(|(at, text)| Some((at, Plain::of(text).find(word)?)));
        let (at, (_, inside)) = hits.next()?;
        shown.get_or_insert_with(|| (at, self.all_in(&words[at])));
        Some(usize::from(inside))
    }

    /// Where those of the words that stand in a text do so.
    fn all_in(&self, text: &str) -> Vec<Range<usize>> {
        let text = Plain::of(text);
        let mut all: Vec<_> = self.0.iter().filter_map(|word| Some(text.find(word)?.0)).collect();
        all.sort_by_key(|at| at.start);
        all
    }
}

/// A text without case, dots and accents, character for character.
struct Plain {
    chars: Vec<char>,
    /// Where each character begins in the text, and where the last ends.
    places: Vec<usize>,
}

impl Plain {
    fn of(text: &str) -> Self {
        let places = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { chars: text.chars().map(plain).collect(), places }
    }

    /// The first place where a word begins so, or else the first inside a word; and which of the two.
    fn find(&self, word: &[char]) -> Option<(Range<usize>, bool)> {
        let begins = |at: usize| at == 0 || !self.chars[at - 1].is_alphanumeric();
        let places = || self.chars.windows(word.len().max(1)).enumerate().filter(|(_, part)| *part == word);
        let first = places().map(|(at, _)| at).find(|at| begins(*at));
        let inside = || places().map(|(at, _)| at).next().filter(|_| word.len() >= FEWEST_INSIDE);
        let at = first.or_else(inside)?;
        Some((self.places[at]..self.places[at + word.len()], first.is_none()))
    }
}

/// A letter without case, dots and accent.
fn plain(letter: char) -> char {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    match small {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        '\u{a0}' => ' ',
        other => other,
    }
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
        let found = Query::read(typed).find(title, &[words.to_owned()]);
        let seen = found.map(|found| {
            let marked: Vec<&str> = found.in_title.iter().map(|at| &title[at.clone()]).collect();
            (found.rank, marked)
        });
        assert_eq!(seen, expected.map(|(rank, marked)| (rank, marked.to_vec())), "{typed}");
    }

    #[test]
    fn words_are_found_in_any_order_with_or_without_their_dots() {
        check("larl", "Lärlingsplatser", "", Some((0, &["Lärl"])));
        check("LÄRLING", "Larlingsplatser", "", Some((0, &["Larling"])));
        check("tak vite", "Vite med tak", "", Some((0, &["Vite", "tak"])));
        check("platser", "Lärlingsplatser", "", Some((1, &["platser"])));
        check("el", "Enkelt", "", None);
        check("vite", "Plats", "sedan vite per plats", Some((2, &[])));
        check("vite hus", "Plats", "sedan vite per plats", None);
    }

    #[test]
    fn an_excerpt_shows_what_was_found_with_what_stands_around_it() {
        let text = "Brister rättas först inom den tid som avtalet säger, och sedan betalas vite med tiotusen kronor per plats, \
                    dock högst det tak som står i avtalet för hela avtalstiden.";
        let vite = Query::read("vite");
        let shown = excerpt(text, &vite.all_in(text));
        assert_eq!(&shown.text[shown.found[0].clone()], "vite");
        assert!(shown.text.starts_with("… ") && shown.text.ends_with(" …"), "{}", shown.text);
        let short = excerpt("åå vite", &vite.all_in("åå vite"));
        assert_eq!((&*short.text, &short.text[short.found[0].clone()]), ("åå vite", "vite"));
    }
}
