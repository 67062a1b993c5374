//! What the document says, from the cover to the last annex.

use super::MARGIN;
use super::numbering::{Lists, Place};
use super::run::{self, bold, paragraph, paragraph_with, plain, runs};
use super::table;
use super::xml::{Element, el};
use crate::model::{
    Block, Definition, Document, Duty, Fact, Inline, List, Passage, Requirement, Rich, Section, Swedish,
};
use crate::phrase::one_line;
use crate::words::Words;

/// Builds the paragraphs and tables, and counts the lists that they stand in.
#[derive(Default)]
pub struct Body {
    /// The lists so far.
    pub lists: Lists,
    headings: usize,
    /// What stands in Swedish in a document in English.
    swedish: Swedish,
}

/// A heading that the contents lead to.
struct Entry<'d> {
    number: &'d str,
    title: &'d str,
    level: usize,
    /// In the order of all headings with a number, listed or not.
    index: usize,
}

impl Body {
    /// The whole document, without header and footer.
    pub fn of(&mut self, document: &Document) -> Vec<Element> {
        self.swedish.clone_from(&document.swedish);
        let mut body = cover(document);
        body.extend(contents(document));
        // The text goes on after the contents: only the word processor knows whether they end high up on a page.
        body.extend(document.sections.iter().flat_map(|section| self.section(section)));
        body
    }

    fn section(&mut self, section: &Section) -> Vec<Element> {
        let mut all = vec![self.heading("Heading1", &section.number, &section.title, section.annex).0];
        let brief = if section.lists_requirements { "Heading2" } else { "HeadingInBrief" };
        let mut blocks = section.blocks.as_slice();
        while let [block, rest @ ..] = blocks {
            blocks = rest;
            match (block, rest) {
                // What is signed, and the lines for it.
                (Block::Passage(Passage::Paragraph(text)), [Block::Facts(facts), rest @ ..]) => {
                    all.push(leading("BodyText", text));
                    all.extend(table::kept_together(facts));
                    blocks = rest;
                }
                (Block::Passage(Passage::Paragraph(text)), [next, ..]) if is_led_to(next) => {
                    all.push(leading("BodyText", text));
                }
                (Block::Passage(Passage::Note(text)), [next, ..]) if is_led_to(next) => {
                    all.push(leading("Note", text));
                }
                (Block::Facts(facts), _) if is_filled_in(facts) => all.extend(table::kept_together(facts)),
                _ => all.extend(self.block(block, brief)),
            }
        }
        all
    }

    /// A heading with its number, and where that stands when a list counts to it.
    fn heading(
        &mut self,
        style: &str,
        number: &str,
        title: &str,
        on_new_page: bool,
    ) -> (Element, Option<Place>) {
        let place = self.lists.heading(number);
        let breaks = on_new_page.then(|| el("w:pageBreakBefore"));
        let properties = breaks.into_iter().chain(place.map(Place::property));
        let written = if place.is_none() && !number.is_empty() {
            [plain(number), vec![run::tab()]].concat()
        } else {
            Vec::new()
        };
        let name = bookmark(self.headings);
        let mark = [
            el("w:bookmarkStart").set("w:id", self.headings).set("w:name", name),
            el("w:bookmarkEnd").set("w:id", self.headings),
        ];
        self.headings += 1;
        let [start, end] = mark;
        let title = runs(&self.swedish.told_apart(&one_line(title)));
        let text = written.into_iter().chain(title);
        (paragraph_with(style, properties, [start].into_iter().chain(text).chain([end])), place)
    }

    fn block(&mut self, block: &Block, requirement: &str) -> Vec<Element> {
        match block {
            Block::Passage(passage) => self.passage(passage),
            Block::Labelled { label, passages } => {
                let label = paragraph("MarginLabel", plain(&one_line(label)));
                [label].into_iter().chain(self.passages(passages)).collect()
            }
            Block::Requirement(one) => self.requirement(one, requirement),
            Block::WideTable(one) => table::headed(one, 0, false),
            Block::Definitions(all) => table::labelled("", all.iter().map(definition)),
            Block::Facts(all) => table::labelled("", all.iter().map(fact)),
        }
    }

    /// Passages that hang together: a table ends on the page of the note that explains it.
    fn passages(&mut self, mut passages: &[Passage]) -> Vec<Element> {
        let mut all = Vec::new();
        while let [passage, rest @ ..] = passages {
            passages = rest;
            all.extend(match (passage, rest) {
                (Passage::Table(one), [Passage::Note(_), ..]) => table::headed(one, MARGIN, true),
                _ => self.passage(passage),
            });
        }
        all
    }

    fn passage(&mut self, passage: &Passage) -> Vec<Element> {
        match passage {
            Passage::Paragraph(text) => vec![paragraph("BodyText", runs(text))],
            Passage::Note(text) => vec![paragraph("Note", runs(text))],
            Passage::Table(one) => table::headed(one, MARGIN, false),
            Passage::List(one) => self.list(one),
        }
    }

    fn list(&mut self, list: &List) -> Vec<Element> {
        let place = self.lists.items(list.numbered);
        let style = if list.numbered { "ListNumber" } else { "ListBullet" };
        list.items.iter().map(|item| paragraph_with(style, [place.property()], runs(item))).collect()
    }

    fn requirement(&mut self, requirement: &Requirement, style: &str) -> Vec<Element> {
        let (heading, place) = self.heading(style, &requirement.number, &requirement.title, false);
        let kind = requirement.level.iter().map(|line| &line.words).chain([&requirement.placement]);
        let kind: Vec<&str> = kind.map(String::as_str).filter(|words| !words.is_empty()).collect();
        let kind = (!kind.is_empty()).then(|| paragraph("Level", plain(&kind.join("\u{a0}\u{a0}·\u{a0} "))));
        let duties = requirement.duties.iter().enumerate().map(|(index, duty)| {
            duty_paragraph(duty, &requirement.cite(duty), place.filter(|_| index < LETTERS))
        });
        let facts = requirement.facts.iter().map(fact);
        let about = one_line(&format!("{} {}", requirement.number, requirement.title));
        let table = requirement.table.iter().flat_map(|table| table::headed(table, MARGIN, false));
        let all = [heading].into_iter().chain(kind).chain(duties).chain(table);
        all.chain(table::labelled(&about, facts)).collect()
    }
}

/// A paragraph that stands on the page of what it leads to.
fn leading(style: &str, text: &Rich) -> Element {
    paragraph_with(style, [el("w:keepNext")], runs(text))
}

/// Whether what stands before a block leads to it: to a table, or a note above one, or what has a heading of its own.
fn is_led_to(block: &Block) -> bool {
    matches!(
        block,
        Block::WideTable(_)
            | Block::Labelled { .. }
            | Block::Requirement(_)
            | Block::Passage(Passage::Table(_) | Passage::Note(_))
    )
}

/// Whether there is something to fill in on each line.
fn is_filled_in(facts: &[Fact]) -> bool {
    let has_field = |fact: &Fact| fact.text.inlines().iter().any(|part| matches!(part, Inline::Field(_)));
    facts.iter().all(has_field)
}

/// A word processor goes on after z with aa, bb, cc, where a contract says aa, ab, ac.
const LETTERS: usize = 26;

/// A duty under its letter, counted by the list or written.
fn duty_paragraph(duty: &Duty, cite: &str, place: Option<Place>) -> Element {
    let text = runs(&duty.text);
    match place {
        Some(place) => paragraph_with("Duty", [place.below().property()], text),
        None => paragraph("Duty", [plain(cite), vec![run::tab()], text].concat()),
    }
}

fn fact(fact: &Fact) -> (String, Element) {
    (fact.label.clone(), paragraph("TableText", runs(&fact.text)))
}

fn definition(definition: &Definition) -> (String, Element) {
    (definition.term.clone(), paragraph("TableText", runs(&definition.meaning)))
}

/// Kind, title, lead, and the table that tells what the document is.
fn cover(document: &Document) -> Vec<Element> {
    let meta = &document.meta;
    let words = Words::of(meta.language);
    let version = plain(&format!(" {}", words.version(&meta.status)));
    let status = paragraph("TableText", bold(words.state(&meta.status)).into_iter().chain(version));
    let rows = document.cover.iter().map(|row| (row.label.clone(), paragraph("TableText", runs(&row.text))));
    let told = |text: &str| runs(&document.swedish.told_apart(&one_line(text)));
    let lead = meta.lead.iter().map(|lead| paragraph("Subtitle", told(lead)));
    let top = [paragraph("Kind", plain(&one_line(&meta.kind))), paragraph("Title", told(&meta.title))];
    let table = table::labelled(&meta.kind, [(words.status.clone(), status)].into_iter().chain(rows));
    top.into_iter().chain(lead).chain(table).collect()
}

/// The contents, each line leading to its heading, without page numbers: only the word processor knows those, and one
/// that is out of date leads astray. It is a field all the same, and is worked out anew when the officer asks for it.
fn contents(document: &Document) -> Vec<Element> {
    let entries = entries(document);
    let last = entries.len().saturating_sub(1);
    let title = paragraph("TOCHeading", plain(&Words::of(document.meta.language).contents));
    let lines = entries.iter().enumerate().map(|(index, entry)| {
        let begin = [run::field_mark("begin"), run::instruction(CONTENTS), run::field_mark("separate")];
        let begin = begin.into_iter().filter(|_| index == 0);
        let end = (index == last).then(|| run::field_mark("end"));
        paragraph(
            if entry.level == 1 { "TOC1" } else { "TOC2" },
            begin.chain([entry.link(&document.swedish)]).chain(end),
        )
    });
    if entries.is_empty() || !document.contents {
        Vec::new()
    } else {
        [title].into_iter().chain(lines).collect()
    }
}

/// Headings of the first two levels, as links, without page numbers.
const CONTENTS: &str = r#"TOC \o "1-2" \n \h \z"#;

fn entries(document: &Document) -> Vec<Entry<'_>> {
    let mut all = Vec::new();
    let mut index = 0;
    for section in &document.sections {
        all.push(Entry { number: &section.number, title: &section.title, level: 1, index });
        index += 1;
        for requirement in section.requirements() {
            if section.lists_requirements {
                all.push(Entry { number: &requirement.number, title: &requirement.title, level: 2, index });
            }
            index += 1;
        }
    }
    all
}

impl Entry<'_> {
    fn link(&self, swedish: &Swedish) -> Element {
        let number = one_line(self.number);
        let tab = (!number.is_empty()).then(run::tab);
        let text =
            plain(&number).into_iter().chain(tab).chain(runs(&swedish.told_apart(&one_line(self.title))));
        el("w:hyperlink").set("w:anchor", bookmark(self.index)).set("w:history", 1).with(text)
    }
}

/// As Word names what its contents lead to.
fn bookmark(heading: usize) -> String {
    format!("_Toc{heading:08}")
}
