//! Header and footer, as on the pages of the PDF.

use super::run::{bold, field, paragraph, plain, tab};
use super::xml::{Element, el};
use crate::model::Meta;
use crate::phrase::one_line;
use crate::words::Words;

/// Authority to the left, from the second page on with the document's name, and the reference to the right, whole on its
/// line.
pub fn header(meta: &Meta, first: bool) -> Element {
    let name = format!("\u{2002}{}: {}", one_line(&meta.kind), one_line(&meta.title));
    let name = if first { Vec::new() } else { plain(&name) };
    let reference = one_line(meta.reference.as_deref().unwrap_or_default()).replace(' ', "\u{a0}");
    let runs =
        bold(&one_line(&meta.authority)).into_iter().chain(name).chain([tab()]).chain(plain(&reference));
    el("w:hdr").set("xmlns:w", super::MAIN).with([paragraph("Header", runs)])
}

/// State and version to the left, the date in the middle, the page to the right.
pub fn footer(meta: &Meta) -> Element {
    let words = Words::of(meta.language);
    let state = bold(words.state(&meta.status))
        .into_iter()
        .chain(plain(&format!(", {}", words.version(&meta.status))));
    let middle = [tab()].into_iter().chain(plain(&one_line(&meta.date))).chain([tab()]);
    el("w:ftr")
        .set("xmlns:w", super::MAIN)
        .with([paragraph("Footer", state.chain(middle).chain(pages(words)))])
}

/// "Sida 3 av 7", counted by the word processor.
fn pages(words: &Words) -> Vec<Element> {
    let [before, between, after] = words.around_page();
    [plain(before), field("PAGE", "1"), plain(between), field("NUMPAGES", "1"), plain(after)].concat()
}
