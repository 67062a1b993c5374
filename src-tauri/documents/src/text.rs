//! A document as plain text, to paste into a message or a notice.
//!
//! A block a paragraph, a requirement under its number, one duty a line, facts as "Label: text", tables with a tab
//! between the cells so that they also paste into a sheet. Nothing is wrapped: the place it is pasted into does that.
//! Signs that only pages need, such as spaces that do not break, are plain ones, so that no e-tender system shows a box.

use crate::model::{
    Block, Definition, Document, Fact, Inline, List, Passage, Requirement, Rich, Section, Table,
};
use crate::phrase::one_line;
use crate::words::Words;
use domain::text::is_no_character;

/// The whole document as plain text, ending in a line break.
pub fn render(document: &Document) -> String {
    let mut blocks = vec![title(document), cover(document)];
    blocks.extend(document.sections.iter().flat_map(section));
    blocks.retain(|block| !block.is_empty());
    plain_signs(&blocks.join("\n\n")) + "\n"
}

/// The line that a heading stands on in it.
pub fn heading(number: &str, title: &str) -> String {
    plain_signs(&one_line(&format!("{number} {title}")))
}

/// Every space is a space and every hyphen a hyphen; what has no width is left out.
fn plain_signs(text: &str) -> String {
    let plain = |c| match c {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => Some(' '),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => None,
        c if is_no_character(c) => None,
        c => Some(c),
    };
    text.chars().filter_map(plain).collect()
}

fn title(document: &Document) -> String {
    let meta = &document.meta;
    let lines = [Some(&meta.kind), Some(&meta.title), meta.lead.as_ref(), Some(&meta.authority)];
    join(lines.into_iter().flatten().filter(|line| !line.is_empty()).map(|line| one_line(line)))
}

fn cover(document: &Document) -> String {
    let words = Words::of(document.meta.language);
    let state = words.state(&document.meta.status);
    let status = format!("{}: {state}, {}", words.status, words.version(&document.meta.status));
    let rows = document.cover.iter().map(|row| labelled(&row.label, &row.text));
    join(std::iter::once(status).chain(rows))
}

fn section(section: &Section) -> Vec<String> {
    std::iter::once(heading(&section.number, &section.title))
        .chain(section.blocks.iter().map(block))
        .collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Passage(one) => passage(one),
        Block::Labelled { label, passages } => {
            join(std::iter::once(one_line(label)).chain(passages.iter().map(passage)))
        }
        Block::Requirement(one) => requirement(one),
        Block::WideTable(one) => table(one),
        Block::Definitions(all) => {
            join(all.iter().map(|Definition { term, meaning }| labelled(term, meaning)))
        }
        Block::Facts(all) => facts(all),
    }
}

fn passage(passage: &Passage) -> String {
    match passage {
        Passage::Paragraph(text) | Passage::Note(text) => one_line(&text.plain()),
        Passage::Table(one) => table(one),
        Passage::List(one) => list(one),
    }
}

fn list(list: &List) -> String {
    let item = |(index, item): (usize, &Rich)| one_line(&format!("{} {}", list.label(index), item.plain()));
    join(list.items.iter().enumerate().map(item))
}

fn facts(facts: &[Fact]) -> String {
    join(facts.iter().map(|fact| labelled(&fact.label, &fact.text)))
}

fn requirement(requirement: &Requirement) -> String {
    let heading = heading(&requirement.number, &requirement.title);
    let level = requirement.level.iter().map(|line| line.words.as_str());
    let kind: Vec<&str> =
        level.chain([requirement.placement.as_str()]).filter(|words| !words.is_empty()).collect();
    let duties =
        requirement.duties.iter().map(|duty| format!("{} {}", requirement.cite(duty), duty.text.plain()));
    let head = [heading, kind.join(", ")].into_iter().chain(duties).map(|line| one_line(&line));
    join(head.chain(requirement.table.iter().map(table)).chain([facts(&requirement.facts)]))
}

fn table(table: &Table) -> String {
    let shown: Vec<usize> =
        (0..table.columns.len()).filter(|&column| !is_page_column(table, column)).collect();
    let head =
        shown.iter().map(|&column| one_line(&table.columns[column].head)).collect::<Vec<_>>().join("\t");
    let rows = table.rows.iter().map(|row| cells(row, &shown));
    join(table.caption.iter().map(|caption| one_line(caption)).chain([head]).chain(rows))
}

fn cells(row: &[Rich], shown: &[usize]) -> String {
    let cell = |&column: &usize| row.get(column).map(|cell| one_line(&cell.plain())).unwrap_or_default();
    shown.iter().map(cell).collect::<Vec<_>>().join("\t")
}

/// A column that only points at pages says nothing where there are none.
fn is_page_column(table: &Table, column: usize) -> bool {
    let points =
        |row: &Vec<Rich>| row.get(column).is_some_and(|cell| matches!(cell.inlines(), [Inline::PageOf(_)]));
    !table.rows.is_empty() && table.rows.iter().all(points)
}

fn labelled(label: &str, text: &Rich) -> String {
    one_line(&format!("{label}: {}", lines_told_apart(&text.plain())))
}

/// Lines that follow each other in one: after a full stop as they are, else with a semicolon between.
fn lines_told_apart(text: &str) -> String {
    let between = |line: &str| if line.ends_with(['.', '?', '!', ':', ';']) { " " } else { "; " };
    let mut lines = text.trim_end().split('\n').map(str::trim_end).peekable();
    let mut told = String::new();
    while let Some(line) = lines.next() {
        told.push_str(line);
        told.push_str(if lines.peek().is_some() { between(line) } else { "" });
    }
    told
}

fn join(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
