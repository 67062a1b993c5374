//! CPV codes: those that are chosen, and what a search found.

use domain::procurement::cpv::CpvCode;
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
