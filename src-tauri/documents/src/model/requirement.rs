//! A requirement with all that belongs to it.

use super::{Level, Rich, Table};
use serde::Serialize;

/// A requirement: what the supplier must do, and how that is shown, followed up and sanctioned.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Requirement {
    /// "K3". It comes from the builder, since a fixed document keeps its numbers.
    pub number: String,
    /// The heading.
    pub title: String,
    /// How demanding it is; none for what has no level, such as the follow-up companions.
    pub level: Option<LevelLine>,
    /// Kriterietyp in words: "Särskilt kontraktsvillkor". May be empty.
    pub placement: String,
    /// One duty a line.
    pub duties: Vec<Duty>,
    /// The table that the duties refer to.
    pub table: Option<Table>,
    /// Target group, evidence, follow-up, sanction, legal basis: in the order they are to be read.
    pub facts: Vec<Fact>,
}

impl Requirement {
    /// A requirement that so far has only number and heading.
    pub fn new(number: &str, title: &str) -> Self {
        Self {
            number: number.into(),
            title: title.into(),
            level: None,
            placement: String::new(),
            duties: Vec::new(),
            table: None,
            facts: Vec::new(),
        }
    }

    /// How demanding it is, as bars and in words ("Avancerad nivå").
    #[must_use]
    pub fn level(mut self, level: Level, words: &str) -> Self {
        self.level = Some(LevelLine { level, words: words.into() });
        self
    }

    /// Kriterietyp in words.
    #[must_use]
    pub fn placement(mut self, words: &str) -> Self {
        self.placement = words.into();
        self
    }

    /// Adds a duty with the next letter of the alphabet.
    #[must_use]
    pub fn duty(mut self, text: impl Into<Rich>) -> Self {
        let letter = letter(self.duties.len());
        self.duties.push(Duty { letter, text: text.into() });
        self
    }

    /// The table that the duties refer to.
    #[must_use]
    pub fn table(mut self, table: Table) -> Self {
        self.table = Some(table);
        self
    }

    /// Adds a fact: a label and what stands to the right of it.
    #[must_use]
    pub fn fact(mut self, label: &str, text: impl Into<Rich>) -> Self {
        self.facts.push(Fact::new(label, text));
        self
    }

    /// How a contract cites a duty: "K3 a".
    pub fn cite(&self, duty: &Duty) -> String {
        format!("{} {}", self.number, duty.letter)
    }
}

/// The letter of a duty: a to z, then aa, ab and so on.
pub(crate) fn letter(index: usize) -> String {
    let last = char::from(b'a' + u8::try_from(index % 26).unwrap_or_default());
    match index / 26 {
        0 => last.to_string(),
        rest => format!("{}{last}", letter(rest - 1)),
    }
}

/// One thing that the supplier must do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// "a"; together with the requirement's number it is what a contract cites.
    pub letter: String,
    /// The wording.
    pub text: Rich,
}

/// A label and what stands to the right of it: "Påföljd", "Rättelse inom 30 dagar."
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// "Påföljd"
    pub label: String,
    /// What is said about it.
    pub text: Rich,
}

impl Fact {
    /// A label and what is said about it.
    pub fn new(label: &str, text: impl Into<Rich>) -> Self {
        Self { label: label.into(), text: text.into() }
    }
}

/// The level of a requirement as mark and words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LevelLine {
    /// How many of the three bars are filled.
    pub level: Level,
    /// The words that carry the meaning.
    pub words: String,
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn duties_beyond_z_get_two_letters() {
        assert_eq!([0, 25, 26, 51, 52, 702].map(letter), ["a", "z", "aa", "az", "ba", "aaa"]);
    }
}
