//! CPV codes: those that are chosen, and what a search found.

use std::ops::Range;

use domain::procurement::cpv::{Cpv, CpvCode, CpvItem};
use domain::search::codes::{self, Hit, Wish};
use domain::text::Language;
use serde::Serialize;
use ts_rs::TS;

/// A code with its label.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CpvView {
    /// Eight digits.
    pub code: CpvCode,
    /// With check digit: "45453000-7".
    pub printed: String,
    /// The official label.
    pub label: String,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CpvHits {
    /// The best hits, in order.
    pub hits: Vec<CpvHit>,
    /// How many there are in all.
    pub total: usize,
    /// The code that was typed with a check digit that is not its own.
    pub other_check_digit: Option<CpvView>,
}

/// A hit, with what was searched for marked.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CpvHit {
    /// The code.
    pub item: CpvView,
    /// The printed code in pieces.
    pub printed: Vec<MarkedText>,
    /// The label in pieces.
    pub label: Vec<MarkedText>,
    /// The everyday word that led here, in pieces; none when the label says it.
    pub meant: Vec<MarkedText>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkedText {
    /// The piece.
    pub text: String,
    /// It is what was searched for.
    pub hit: bool,
}

/// How many hits are shown.
const SHOWN: usize = 50;

impl CpvView {
    /// The code with its label in one language.
    pub fn of(item: &CpvItem, language: Language) -> Self {
        Self { code: item.code.clone(), printed: item.printed(), label: item.label.of(language).clone() }
    }
}

impl CpvHits {
    /// Searches the codes.
    pub fn search(cpv: &Cpv, text: &str, near: Option<&CpvCode>, language: Language) -> Self {
        let found = codes::search(cpv, Wish { typed: text, near, language, most: SHOWN });
        let other = codes::with_other_check_digit(cpv, text);
        Self {
            hits: found.hits.iter().map(|hit| CpvHit::of(hit, language)).collect(),
            total: found.total,
            other_check_digit: other.map(|item| CpvView::of(item, language)),
        }
    }
}

impl CpvHit {
    fn of(hit: &Hit<'_>, language: Language) -> Self {
        let item = CpvView::of(hit.item, language);
        let printed = marked(&item.printed, &hit.in_code);
        let label = marked(&item.label, &hit.in_label);
        let meant = hit.meant.as_ref().map(|word| marked(&word.text, &word.found)).unwrap_or_default();
        Self { item, printed, label, meant }
    }
}

/// A text in pieces, where what was found is marked; the places come in order.
pub fn marked(text: &str, found: &[Range<usize>]) -> Vec<MarkedText> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for Range { start, end } in found.iter().filter(|found| found.end > 0) {
        pieces.extend(piece(text, at..*start, false));
        pieces.extend(piece(text, at.max(*start)..*end, true));
        at = at.max(*end);
    }
    pieces.extend(piece(text, at..text.len(), false));
    pieces
}

fn piece(text: &str, place: Range<usize>, hit: bool) -> Option<MarkedText> {
    let text = text.get(place).filter(|text| !text.is_empty())?;
    Some(MarkedText { text: text.to_owned(), hit })
}
