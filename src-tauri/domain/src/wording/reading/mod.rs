//! A text as the rules see it: sentences with their clauses, and the words in them that mean something.

mod clause;
mod mention;
mod number;
mod sentence;
mod split;
mod token;

pub use clause::{ClauseKind, Modality};
pub use mention::Mention;
pub use sentence::Sentence;
pub use token::{Kind, Token, composed};

use super::lexicon::Concept;
use mention::Finder;

/// How many sentences before and after one belong to the same requirement, as far as the check can tell.
const NEAR: usize = 6;

/// A text that has been read.
pub struct Reading {
    sentences: Vec<Sentence>,
}

impl Reading {
    /// Reads a text.
    pub fn of(text: &str) -> Self {
        let tokens = token::tokens(text);
        let mut finder = Finder::default();
        let sentences = split::sentences(&tokens).into_iter().enumerate();
        let sentences = sentences.map(|(i, drawn)| Sentence::read(i, &drawn, &tokens, &mut finder)).collect();
        Self { sentences }
    }

    /// The sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// A sentence and those around it that can belong to the same requirement.
    pub fn around(&self, sentence: &Sentence) -> &[Sentence] {
        let from = sentence.index.saturating_sub(NEAR);
        let to = (sentence.index + NEAR + 1).min(self.sentences.len());
        &self.sentences[from..to]
    }

    /// Whether one of the concepts is meant in a sentence or around it.
    pub fn has_near(&self, sentence: &Sentence, concepts: &[Concept]) -> bool {
        self.around(sentence).iter().any(|near| near.has_any(concepts))
    }

    /// The sentence after one.
    pub fn after(&self, sentence: &Sentence) -> Option<&Sentence> {
        self.sentences.get(sentence.index + 1)
    }
}
