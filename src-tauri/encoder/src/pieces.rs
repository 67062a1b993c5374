//! A text in pieces of words: those whose likelihoods are highest together (Kudo, 2018).

use std::collections::HashMap;

use crate::bytes::Bytes;

/// What each window begins and ends with, and what stands for a character that no piece has.
pub const BEGIN: u32 = 0;
pub const END: u32 = 2;
const UNKNOWN: u32 = 3;
/// What stands for a space, before each word.
const SPACE: char = '\u{2581}';
/// How much less likely than the least likely piece an unknown character is.
const UNLIKELY: f32 = 10.0;

/// A piece, and where it stands in the text, in characters.
#[derive(Clone, Copy)]
pub struct Piece {
    pub id: u32,
    pub start: usize,
    pub end: usize,
}

/// The pieces that there are.
pub struct Pieces {
    ids: HashMap<&'static str, u32>,
    likelihoods: Vec<f32>,
    unknown: f32,
    /// The longest, in characters.
    longest: usize,
    /// What a character is read as, when not as itself.
    read_as: HashMap<char, Vec<char>>,
}

/// The best way to a place in the text: how likely, by which piece, from where.
#[derive(Clone, Copy)]
struct Way {
    likelihood: f32,
    id: u32,
    from: usize,
}

impl Pieces {
    /// Reads them: first their texts, then how likely each is, then what characters are read as.
    pub fn read(bytes: &mut Bytes) -> Option<Self> {
        let count = bytes.number()?;
        let mut ids = HashMap::new();
        for id in 0..count {
            let length = bytes.byte()?;
            ids.insert(str::from_utf8(bytes.take(length.into())?).ok()?, id);
        }
        ids.remove("");
        let likelihoods = bytes.floats(count as usize)?;
        let least = likelihoods.iter().copied().fold(0.0, f32::min);
        let longest = ids.keys().map(|piece| piece.chars().count()).max()?;
        let mut read_as = HashMap::new();
        for _ in 0..bytes.number()? {
            let character = char::from_u32(bytes.number()?)?;
            let count = bytes.byte()?;
            let others = (0..count).map(|_| char::from_u32(bytes.number()?)).collect::<Option<_>>()?;
            read_as.insert(character, others);
        }
        Some(Self { ids, likelihoods, unknown: least - UNLIKELY, longest, read_as })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.likelihoods.len()
    }

    /// The pieces of a text.
    pub fn of(&self, text: &str) -> Vec<Piece> {
        let characters = self.characters(text);
        let ways = self.ways(&characters);
        let mut pieces = Vec::new();
        let mut at = characters.len();
        while at > 0 {
            let way = ways[at];
            pieces.push(Piece { id: way.id, start: characters[way.from].1, end: characters[at - 1].1 + 1 });
            at = way.from;
        }
        pieces.reverse();
        pieces
    }

    /// The characters as they are read, each with where it stands: a space before each word, and never two.
    fn characters(&self, text: &str) -> Vec<(char, usize)> {
        let mut characters: Vec<(char, usize)> = Vec::new();
        let mut push = |character: char, at: usize| {
            let character = if character == ' ' { SPACE } else { character };
            let after_space = characters.last().is_none_or(|(before, _)| *before == SPACE);
            match (character, after_space) {
                (SPACE, true) if !characters.is_empty() => {}
                (SPACE, _) | (_, false) => characters.push((character, at)),
                (_, true) if characters.is_empty() => characters.extend([(SPACE, at), (character, at)]),
                (_, true) => characters.push((character, at)),
            }
        };
        for (at, character) in text.chars().enumerate() {
            match self.read_as.get(&character) {
                Some(others) => others.iter().for_each(|other| push(*other, at)),
                None => push(character, at),
            }
        }
        characters
    }

    /// The best way to each place.
    fn ways(&self, characters: &[(char, usize)]) -> Vec<Way> {
        let mut ways = vec![Way { likelihood: f32::MIN, id: UNKNOWN, from: 0 }; characters.len() + 1];
        ways[0].likelihood = 0.0;
        let mut piece = String::new();
        for from in 0..characters.len() {
            let before = ways[from].likelihood;
            piece.clear();
            for (to, (character, _)) in characters.iter().enumerate().skip(from).take(self.longest) {
                piece.push(*character);
                if let Some(id) = self.ids.get(piece.as_str()).filter(|id| **id != UNKNOWN) {
                    let likelihood = before + self.likelihoods[*id as usize];
                    better(&mut ways[to + 1], Way { likelihood, id: *id, from });
                }
            }
            better(&mut ways[from + 1], Way { likelihood: before + self.unknown, id: UNKNOWN, from });
        }
        ways
    }
}

fn better(known: &mut Way, way: Way) {
    if way.likelihood > known.likelihood {
        *known = way;
    }
}
