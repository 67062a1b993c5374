//! What stands in Swedish in a document in English: what the officer has written is printed as it is written, and a screen
//! reader has to be told.

use super::{Block, Document, Inline, Passage, Requirement, Rich, Section, Table};
use std::collections::HashSet;
use std::mem;

/// The officer's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Swedish {
    /// What is printed as a whole.
    whole: HashSet<String>,
    /// What is also printed within a sentence, the longest first.
    within: Vec<String>,
}

impl Swedish {
    /// Texts that are printed as a whole, and texts that are also printed within a sentence. One without two letters says
    /// nothing in any language.
    pub fn of(whole: impl IntoIterator<Item = String>, within: impl IntoIterator<Item = String>) -> Self {
        let says = |text: &String| text.chars().filter(|c| c.is_alphabetic()).count() > 1;
        let trimmed = |text: String| text.trim().to_owned();
        let whole = whole.into_iter().map(trimmed).filter(says).collect();
        let mut within: Vec<String> = within.into_iter().map(trimmed).filter(says).collect();
        within.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        within.dedup();
        Self { whole, within }
    }

    /// The text with what is Swedish in it told apart.
    pub fn told_apart(&self, text: &str) -> Rich {
        if self.whole.contains(text.trim()) {
            return Rich(vec![Inline::Swedish(text.into())]);
        }
        let mut rest = text;
        let mut inlines = Vec::new();
        while let Some((start, end)) = self.first_in(rest) {
            inlines.extend((start > 0).then(|| Inline::Text(rest[..start].into())));
            inlines.push(Inline::Swedish(rest[start..end].into()));
            rest = &rest[end..];
        }
        inlines.extend((!rest.is_empty()).then(|| Inline::Text(rest.into())));
        Rich(inlines)
    }

    /// Where the first of the officer's words stand; of two that begin at the same place, the longer.
    fn first_in(&self, text: &str) -> Option<(usize, usize)> {
        let places = self.within.iter().filter_map(|own| {
            let found = text.match_indices(own.as_str()).find(|(at, _)| is_whole(text, *at, at + own.len()));
            found.map(|(at, _)| (at, at + own.len()))
        });
        places.min_by_key(|(start, _)| *start)
    }

    fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.within.is_empty()
    }
}

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !letter(text[..start].chars().next_back()) && !letter(text[end..].chars().next())
}

impl Document {
    /// Tells apart what is Swedish in a document in English.
    #[must_use]
    pub fn telling_apart(mut self, swedish: Swedish) -> Self {
        if !swedish.is_empty() {
            self.cover.iter_mut().for_each(|row| tell(&mut row.text, &swedish));
            self.sections.iter_mut().for_each(|section| tell_section(section, &swedish));
        }
        Self { swedish, ..self }
    }
}

fn tell_section(section: &mut Section, swedish: &Swedish) {
    for block in &mut section.blocks {
        match block {
            Block::Passage(passage) => tell_passage(passage, swedish),
            Block::Labelled { passages, .. } => {
                for passage in passages {
                    tell_passage(passage, swedish);
                }
            }
            Block::Requirement(one) => tell_requirement(one, swedish),
            Block::WideTable(table) => tell_table(table, swedish),
            Block::Definitions(all) => all.iter_mut().for_each(|one| tell(&mut one.meaning, swedish)),
            Block::Facts(all) => all.iter_mut().for_each(|fact| tell(&mut fact.text, swedish)),
        }
    }
}

fn tell_passage(passage: &mut Passage, swedish: &Swedish) {
    match passage {
        Passage::Paragraph(text) | Passage::Note(text) => tell(text, swedish),
        Passage::Table(table) => tell_table(table, swedish),
        Passage::List(list) => list.items.iter_mut().for_each(|item| tell(item, swedish)),
    }
}

fn tell_requirement(requirement: &mut Requirement, swedish: &Swedish) {
    requirement.duties.iter_mut().for_each(|duty| tell(&mut duty.text, swedish));
    requirement.table.iter_mut().for_each(|table| tell_table(table, swedish));
    requirement.facts.iter_mut().for_each(|fact| tell(&mut fact.text, swedish));
}

fn tell_table(table: &mut Table, swedish: &Swedish) {
    table.rows.iter_mut().flatten().for_each(|cell| tell(cell, swedish));
}

fn tell(rich: &mut Rich, swedish: &Swedish) {
    let apart = mem::take(&mut rich.0).into_iter().flat_map(|inline| match inline {
        Inline::Text(text) => swedish.told_apart(&text).0,
        other => vec![other],
    });
    rich.0 = apart.collect();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let swedish =
            Swedish::of(["Hela stycket, som det är.".into()], ["Åsviks kommun".into(), "Åsvik".into()]);
        let shown = |inline: &Inline| match inline {
            Inline::Swedish(text) => format!("<{text}>"),
            Inline::Text(text) => text.clone(),
            _ => String::new(),
        };
        swedish.told_apart(text).inlines().iter().map(shown).collect()
    }

    #[test]
    fn the_officers_words_are_told_apart_from_the_sentence_around_them() {
        assert_eq!(told("Buyer: Åsviks kommun, in Åsvik."), "Buyer: <Åsviks kommun>, in <Åsvik>.");
        assert_eq!(told("Hela stycket, som det är."), "<Hela stycket, som det är.>");
        assert_eq!(told("Åsviks kommunhus"), "Åsviks kommunhus");
        assert_eq!(told("Nothing of theirs"), "Nothing of theirs");
    }

    #[test]
    fn a_number_is_no_language() {
        assert!(Swedish::of(["12".into()], ["  ".into(), "–".into()]).is_empty());
    }
}
