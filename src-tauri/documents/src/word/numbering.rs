//! Numbers that Word counts: sections, requirements with their duties, lists.
//!
//! Each heading has a list of its own that begins at its number, so that a requirement keeps its number when another is
//! taken out in Word, as a contract that cites it needs; its duties are the next level of the same list.

use super::xml::{Element, el, val};
use super::{MAIN, MARGIN};

/// The lists of a document.
#[derive(Debug, Default)]
pub struct Lists {
    kinds: Vec<Kind>,
    lists: Vec<List>,
}

/// How a list looks.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// Numbers after these words: "", "Bilaga ", "K". Below each, letters after the number: "K3 a".
    Heading(String),
    /// "1."
    Steps,
    /// "•"
    Bullets,
}

#[derive(Debug)]
struct List {
    kind: usize,
    start: u32,
}

/// A place in a list: which list, and how deep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    list: usize,
    level: usize,
}

impl Place {
    /// The properties of a paragraph that stands there.
    pub fn property(self) -> Element {
        el("w:numPr").with([val("w:ilvl", self.level), val("w:numId", self.list + 1)])
    }

    /// One level below.
    pub fn below(self) -> Self {
        Self { level: self.level + 1, ..self }
    }
}

impl Lists {
    /// The list that begins with the number of a heading: "3", "Bilaga 1", "K12". None when no list can count to it.
    pub fn heading(&mut self, number: &str) -> Option<Place> {
        let words = number.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &number[words.len()..];
        // A word processor counts to 32 767, and writes no zero before a number.
        let start = digits.parse().ok().filter(|n| (1..=32_767).contains(n) && !digits.starts_with('0'))?;
        (!words.contains('%')).then(|| self.list(Kind::Heading(words.to_owned()), start))
    }

    /// A list in order, or one whose order means nothing.
    pub fn items(&mut self, numbered: bool) -> Place {
        self.list(if numbered { Kind::Steps } else { Kind::Bullets }, 1)
    }

    fn list(&mut self, kind: Kind, start: u32) -> Place {
        let known = self.kinds.iter().position(|other| *other == kind);
        let kind = known.unwrap_or_else(|| {
            self.kinds.push(kind);
            self.kinds.len() - 1
        });
        self.lists.push(List { kind, start });
        Place { list: self.lists.len() - 1, level: 0 }
    }

    /// The part of the file that defines them.
    pub fn part(&self) -> Element {
        let kinds = self.kinds.iter().enumerate().map(|(id, kind)| kind.definition(id));
        let lists = self.lists.iter().enumerate().map(|(id, list)| list.instance(id));
        el("w:numbering").set("xmlns:w", MAIN).with(kinds).with(lists)
    }
}

impl Kind {
    fn definition(&self, id: usize) -> Element {
        let multi = val("w:multiLevelType", "multilevel");
        el("w:abstractNum").set("w:abstractNumId", id).with([multi]).with(self.levels())
    }

    fn levels(&self) -> Vec<Element> {
        match self {
            Self::Heading(words) => vec![
                level(0, "decimal", &format!("{words}%1"), [MARGIN, MARGIN]),
                level(1, "lowerLetter", &format!("{words}%1 %2"), [MARGIN, MARGIN]),
            ],
            Self::Steps => vec![level(0, "decimal", "%1.", [MARGIN + ITEM, ITEM])],
            Self::Bullets => vec![level(0, "bullet", "•", [MARGIN + ITEM, ITEM])],
        }
    }
}

/// From the sign of an item to its text, in twentieths of a point: 6 mm.
const ITEM: u32 = 340;

/// `indent` is how far in the text stands, and how far out of it the number.
fn level(index: usize, format: &str, text: &str, [left, hanging]: [u32; 2]) -> Element {
    let tab = val("w:tab", "num").set("w:pos", left);
    let indent = el("w:ind").set("w:left", left).set("w:hanging", hanging);
    el("w:lvl").set("w:ilvl", index).with([
        val("w:start", 1),
        val("w:numFmt", format),
        val("w:suff", "tab"),
        val("w:lvlText", text),
        val("w:lvlJc", "left"),
        el("w:pPr").with([el("w:tabs").with([tab]), indent]),
    ])
}

impl List {
    fn instance(&self, id: usize) -> Element {
        let first = el("w:lvlOverride").set("w:ilvl", 0).with([val("w:startOverride", self.start)]);
        el("w:num").set("w:numId", id + 1).with([val("w:abstractNumId", self.kind), first])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_begins_at_any_number_that_a_word_processor_counts_to() {
        let mut lists = Lists::default();
        for number in ["1", "Bilaga 2", "K12", "1.3", "Annex 32767"] {
            assert!(lists.heading(number).is_some(), "{number}");
        }
        for number in ["", "K", "K03", "0", "Bilaga A", "99999", "50 %1"] {
            assert_eq!(lists.heading(number), None, "{number}");
        }
    }
}
