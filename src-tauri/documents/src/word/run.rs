//! Text in a paragraph: runs with emphasis and line breaks.

use super::fill_in;
use super::xml::{Element, el, val};
use crate::model::{Inline, Rich};
use crate::phrase::{is_after_firm_hyphen, is_within_range, protect};

/// No line ends where it stands, and nothing is seen of it.
const WORD_JOINER: char = '\u{2060}';

/// Text as runs.
///
/// The § mark, the bars of a level and the page of a requirement are left out: the first two say nothing beside the words
/// after them, and which page something stands on only the word processor knows.
pub fn runs(text: &Rich) -> Vec<Element> {
    let mut runs: Vec<Element> = Vec::new();
    for inline in text.inlines() {
        match inline {
            // Where a mark has gone, so has the space after it.
            Inline::Text(text) if runs.is_empty() => runs.extend(lines(text.trim_start_matches(' '), &[])),
            Inline::Text(text) => runs.extend(lines(text, &[])),
            Inline::Swedish(text) => runs.extend(lines(text, &[val("w:lang", "sv-SE")])),
            Inline::Emphasis(text) => runs.extend(lines(text, &[el("w:i")])),
            Inline::Field(field) => runs.extend(fill_in::controls(field)),
            Inline::Mark(_) | Inline::Bars(_) | Inline::PageOf(_) => {}
        }
    }
    runs
}

/// Plain text as a run, in bold.
pub fn bold(text: &str) -> Vec<Element> {
    lines(text, &[el("w:b")])
}

/// Plain text as a run.
pub fn plain(text: &str) -> Vec<Element> {
    lines(text, &[])
}

/// A step to the next tab stop.
pub fn tab() -> Element {
    el("w:r").with([el("w:tab")])
}

/// A field that the word processor works out anew, with what it showed last.
pub fn field(instruction: &str, shown: &str) -> Vec<Element> {
    vec![el("w:fldSimple").set("w:instr", format!(" {instruction} ")).with(plain(shown))]
}

/// A piece of a field that spans several paragraphs.
pub fn field_mark(kind: &str) -> Element {
    el("w:r").with([el("w:fldChar").set("w:fldCharType", kind)])
}

/// What the field that spans several paragraphs is.
pub fn instruction(text: &str) -> Element {
    el("w:r").with([el("w:instrText").set("xml:space", "preserve").text(&format!(" {text} "))])
}

/// A line break in a text starts a new line.
fn lines(text: &str, properties: &[Element]) -> Vec<Element> {
    let text = text.replace("\r\n", "\n");
    let line = |(index, line): (usize, &str)| {
        let start = (index > 0).then(|| el("w:br"));
        let properties = (!properties.is_empty()).then(|| el("w:rPr").with(properties.to_vec()));
        el("w:r").with(properties).with(start).with(words(&protect(line)))
    };
    if text.is_empty() { Vec::new() } else { text.split(['\n', '\r']).enumerate().map(line).collect() }
}

/// The words of a line, with hyphens that do not break where the line must not, and the dash of a range joined to what
/// comes after it.
fn words(line: &str) -> Vec<Element> {
    let mut all = Vec::new();
    let mut text = String::new();
    let put = |text: &mut String, all: &mut Vec<Element>| {
        if !text.is_empty() {
            all.push(el("w:t").set("xml:space", "preserve").text(&std::mem::take(text)));
        }
    };
    for (start, c) in line.char_indices() {
        let end = start + c.len_utf8();
        if is_after_firm_hyphen(line, end) {
            put(&mut text, &mut all);
            all.push(el("w:noBreakHyphen"));
            continue;
        }
        text.push(c);
        if is_within_range(line, end) {
            text.push(WORD_JOINER);
        }
    }
    put(&mut text, &mut all);
    all
}

/// A paragraph of a style.
pub fn paragraph(style: &str, runs: impl IntoIterator<Item = Element>) -> Element {
    paragraph_with(style, [], runs)
}

/// A paragraph of a style with properties of its own.
pub fn paragraph_with(
    style: &str,
    properties: impl IntoIterator<Item = Element>,
    runs: impl IntoIterator<Item = Element>,
) -> Element {
    el("w:p").with([el("w:pPr").with([val("w:pStyle", style)]).with(properties)]).with(runs)
}
