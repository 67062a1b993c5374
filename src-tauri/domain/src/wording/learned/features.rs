//! What is looked at in a sentence: its words and what they mean, in its place in the text.
//!
//! A feature is a number that stands for something that is there. Whoever changes what is looked at raises `VERSION` and
//! teaches anew: weights belong to the features that they were learned with.

use super::stem::stem;
use crate::wording::context::Context;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{ClauseKind, Kind, Mention, Modality, Reading, Sentence, Token};

/// Which features these are.
pub const VERSION: u32 = 2;

/// A kind of feature.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    /// A word by its stem.
    Word,
    /// A word where the text is no contract term.
    PlacedWord,
    /// Two words after each other.
    Pair,
    /// How a word begins.
    Start,
    /// How a word ends: the last part of a compound.
    End,
    /// A word with who is to do it, and whether it is demanded, allowed or wished.
    Said,
    /// A word that is denied or stands in a condition.
    Denied,
    /// What is meant.
    Meant,
    /// What is meant where the text is no contract term.
    PlacedMeant,
    /// Two things that are meant, in their order.
    MeantPair,
    /// A word or what is meant in the sentence before or behind.
    Beside,
    /// A word or what is meant in a sentence near it.
    Near,
    /// What the text is for.
    For,
}

/// How much each group counts for, in the order of the groups: so much in all, however many of its features there are.
const SHARES: [f32; 13] = [1.0, 0.3, 0.8, 0.4, 0.4, 0.3, 0.3, 1.0, 0.3, 0.5, 0.2, 0.2, 0.3];
/// How many words two things that belong together can be apart.
const PAIR_DISTANCE: usize = 6;
/// How many sentences away is near.
const NEAR: usize = 3;
/// The lengths in characters of the parts of words.
const PARTS: std::ops::RangeInclusive<usize> = 3..=7;
/// Below which number of months a contract is short, and how short.
const SHORT: [u32; 4] = [4, 6, 12, 24];

/// Something that is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Feature {
    /// What.
    pub key: u32,
    /// How much it counts for.
    pub value: f32,
}

/// The words of a text, by sentence, ready to be looked at.
pub struct Look<'r> {
    reading: &'r Reading,
    words: Vec<Vec<Word<'r>>>,
}

struct Word<'r> {
    stem: &'r str,
    token: &'r Token,
    at: usize,
}

impl<'r> Look<'r> {
    /// The words of a text that has been read.
    pub fn at(reading: &'r Reading) -> Self {
        Self { reading, words: reading.sentences().iter().map(words).collect() }
    }

    /// What is there in a sentence.
    pub fn features(&self, sentence: &Sentence, context: &Context) -> Vec<Feature> {
        let mut seen = Seen::default();
        seen.context(context);
        let placed = context.placement.map_or(0, |placement| placement as u8 + 1);
        seen.words(&self.words[sentence.index], sentence, placed);
        seen.meant(sentence, placed);
        self.around(sentence.index, &mut seen);
        seen.features()
    }

    fn around(&self, index: usize, seen: &mut Seen) {
        let (from, to) = (index.saturating_sub(NEAR), (index + NEAR + 1).min(self.words.len()));
        for near in (from..to).filter(|near| *near != index) {
            let side = if near < index { b'<' } else { b'>' };
            let beside = near + 1 == index || near == index + 1;
            let sentence = &self.reading.sentences()[near];
            let words = self.words[near].iter().map(|word| word.stem.as_bytes());
            let meant = learned(sentence).map(|mention| code(mention.concept));
            let meant: Vec<[u8; 2]> = meant.collect();
            for what in words.chain(meant.iter().map(|code| &code[..])) {
                seen.add(Group::Near, &[what]);
                if beside {
                    seen.add(Group::Beside, &[&[side], what]);
                }
            }
        }
    }
}

/// The words and numbers of a sentence, and the signs that mean something.
fn words(sentence: &Sentence) -> Vec<Word<'_>> {
    let word = |(at, token): (usize, &'_ Token)| match token.kind {
        Kind::Sign('%' | '§' | ':') | Kind::Word => Some((at, None)),
        Kind::Number(_) => Some((at, Some("#"))),
        Kind::Sign(_) => None,
    };
    let kept = sentence.tokens().iter().enumerate().filter_map(word);
    kept.map(|(at, stands_for)| {
        let token = &sentence.tokens()[at];
        Word { stem: stands_for.unwrap_or_else(|| stem(&token.text)), token, at }
    })
    .collect()
}

/// What is meant in a sentence, as far as it is looked at.
fn learned(sentence: &Sentence) -> impl Iterator<Item = Mention> {
    sentence.mentions().iter().filter(|mention| mention.concept.is_learned()).copied()
}

fn code(concept: Concept) -> [u8; 2] {
    (concept as u16).to_le_bytes()
}

#[derive(Default)]
struct Seen {
    found: Vec<(u32, Group)>,
}

impl Seen {
    fn add(&mut self, group: Group, parts: &[&[u8]]) {
        self.found.push((key(group, parts), group));
    }

    fn context(&mut self, context: &Context) {
        let placement = context.placement.map_or(0, |placement| placement as u8 + 1);
        let regime = context.regime.map_or(0, |regime| regime as u8 + 1);
        let nature = context.nature.map_or(0, |nature| nature as u8 + 1);
        let months = context
            .months
            .map_or(0, |months| 1 + SHORT.iter().map(|short| u8::from(months.count() >= *short)).sum::<u8>());
        let facts = [placement, context.act as u8, regime, nature, months];
        for (i, fact) in (0_u8..).zip(facts) {
            self.add(Group::For, &[&[i, fact]]);
        }
        self.add(Group::For, &[b"always"]);
    }

    fn words(&mut self, words: &[Word<'_>], sentence: &Sentence, placed: u8) {
        for (i, word) in words.iter().enumerate() {
            let stem = word.stem.as_bytes();
            self.add(Group::Word, &[stem]);
            if is_elsewhere(placed) {
                self.add(Group::PlacedWord, &[&[placed], stem]);
            }
            if let Some(next) = words.get(i + 1) {
                self.add(Group::Pair, &[stem, b" ", next.stem.as_bytes()]);
            }
            self.clause(stem, word.at, sentence);
            if word.token.kind == Kind::Word {
                self.parts(&word.token.text, word.stem);
            }
        }
    }

    fn clause(&mut self, stem: &[u8], at: usize, sentence: &Sentence) {
        let clause = sentence.clause_at(at);
        if clause.modality != Modality::Plain {
            self.add(Group::Said, &[&[clause.modality as u8], stem]);
        }
        if let Some(subject) = clause.subject {
            self.add(Group::Said, &[b"s", &code(subject), stem]);
        }
        if clause.negated {
            self.add(Group::Denied, &[b"n", stem]);
        }
        if clause.kind == ClauseKind::Condition {
            self.add(Group::Denied, &[b"c", stem]);
        }
    }

    fn parts(&mut self, word: &str, stem: &str) {
        for length in PARTS {
            if let Some((end, _)) = word.char_indices().nth(length) {
                self.add(Group::Start, &[&word.as_bytes()[..end]]);
            }
            let tail = stem.char_indices().rev().nth(length - 1);
            if let Some((from, _)) = tail.filter(|(from, _)| *from > 0 && length > 3) {
                self.add(Group::End, &[&stem.as_bytes()[from..]]);
            }
        }
    }

    fn meant(&mut self, sentence: &Sentence, placed: u8) {
        let mut mentions: Vec<Mention> = learned(sentence).collect();
        mentions.dedup_by_key(|mention| (mention.from, mention.concept));
        for (i, mention) in mentions.iter().enumerate() {
            let what = code(mention.concept);
            self.add(Group::Meant, &[&what]);
            self.add(Group::Meant, &[&what, &[standing(sentence, *mention)]]);
            if is_elsewhere(placed) {
                self.add(Group::PlacedMeant, &[&[placed], &what]);
            }
            let close = mentions[i + 1..].iter().take_while(|next| next.from <= mention.from + PAIR_DISTANCE);
            for next in close.filter(|next| next.from > mention.from) {
                self.add(Group::MeantPair, &[&what, &code(next.concept)]);
            }
        }
    }

    /// Each once, with its part of what its group counts for.
    fn features(mut self) -> Vec<Feature> {
        self.found.sort_by_key(|(key, _)| *key);
        self.found.dedup_by_key(|(key, _)| *key);
        let mut counts = [0_f32; SHARES.len()];
        for (_, group) in &self.found {
            counts[*group as usize] += 1.0;
        }
        let value = |group: Group| (SHARES[group as usize] / counts[group as usize]).sqrt();
        self.found.iter().map(|(key, group)| Feature { key: *key, value: value(*group) }).collect()
    }
}

/// Whether the text stands elsewhere than among the contract terms.
fn is_elsewhere(placed: u8) -> bool {
    placed != 0 && placed != crate::catalogue::theme::Placement::ContractTerm as u8 + 1
}

/// How a mention stands: as it is to be, denied, quoted, or else.
fn standing(sentence: &Sentence, mention: Mention) -> u8 {
    if sentence.holds(mention) {
        b'h'
    } else if sentence.is_denied(mention) {
        b'd'
    } else if sentence.is_quoted(mention) {
        b'q'
    } else {
        b'x'
    }
}

/// The number of a feature: FNV-1a over its group and parts.
fn key(group: Group, parts: &[&[u8]]) -> u32 {
    let bytes = std::iter::once(group as u8).chain(parts.iter().flat_map(|part| part.iter().copied()));
    bytes.fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
