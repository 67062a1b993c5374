//! The wording check: legal traps in a text, found while it is written or pasted.
//!
//! A text is read first (`reading`: sentences, clauses, words in their forms), with the words that mean something here
//! (`lexicon`, data in `assets/wording`). The rules (`rules`, one file each) look at that reading and at what the text is
//! for (`context`). They say what they found and where. What was learned from judged wordings (`learned`) weighs that, and finds
//! what they miss; the words about it are phrases of the catalogue.

pub mod context;
pub mod finding;
mod ground;
pub mod learned;
mod lexicon;
mod reading;
mod rules;
mod speak;

use crate::catalogue::Catalogue;
use crate::review::finding::Severity;
use context::Context;
use finding::WordingFinding;
use reading::Reading;
use rules::Scene;

/// What is found in a text, in the order of the text. Takes time in proportion to its length, whatever it holds.
pub fn check(text: &str, context: &Context, catalogue: &Catalogue) -> Vec<WordingFinding> {
    let reading = Reading::of(text);
    let scene = Scene { reading: &reading, context, catalogue };
    let mut drafts = learned::weighed(&scene, text, rules::all(&scene));
    drafts.sort_by_key(|draft| (draft.span.start, draft.severity, draft.rule));
    drafts.into_iter().map(|draft| speak::say(draft, context, catalogue)).collect()
}

/// What is found in the aim of a procurement. It is no requirement: what could be advice on one is not said of it.
pub fn check_aim(text: &str, context: &Context, catalogue: &Catalogue) -> Vec<WordingFinding> {
    let mut found = check(text, context, catalogue);
    found.retain(|finding| finding.severity != Severity::Info);
    found
}
