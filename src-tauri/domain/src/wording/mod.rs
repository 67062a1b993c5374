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
mod spelled;

use crate::catalogue::Catalogue;
use crate::review::finding::Severity;
use crate::review::rule::Rule;
use context::Context;
use finding::{Span, WordingFinding};
use lexicon::Concept;
use reading::{Reading, Sentence};
use rules::{Draft, Scene};
use spelled::Spelled;

/// What is found in a text, in the order of the text. Takes time in proportion to its length, whatever it holds.
pub fn check(text: &str, context: &Context, catalogue: &Catalogue) -> Vec<WordingFinding> {
    let plain = Spelled::plain(text);
    let mut drafts = drafts(plain.as_ref().map_or(text, |plain| &plain.text), context, catalogue);
    if let Some(plain) = &plain {
        for draft in &mut drafts {
            draft.move_to(|span| plain.origin(span));
        }
    }
    drafts.sort_by_key(|draft| (draft.span.start, draft.severity, draft.rule));
    drafts.into_iter().map(|draft| speak::say(draft, context, catalogue)).collect()
}

/// What is found in a text as it stands, and what is found for certain when its sentences are written out.
fn drafts(text: &str, context: &Context, catalogue: &Catalogue) -> Vec<Draft> {
    let reading = Reading::of(text);
    let scene = Scene { reading: &reading, context, catalogue };
    let drafts = learned::weighed(&scene, text, rules::all(&scene));
    let Some(spelled) = Spelled::out(text, &reading) else { return drafts };
    // What is found twice is sought in its sentence alone, so that the time grows with the length of the text.
    let mut by_sentence: Vec<Vec<Draft>> = reading.sentences().iter().map(|_| Vec::new()).collect();
    for draft in drafts {
        by_sentence[draft.sentence].push(draft);
    }
    for draft in written_out(&spelled, context, catalogue) {
        let begun = reading.sentences().partition_point(|one| one.own_span().start <= draft.span.start);
        let here = &mut by_sentence[begun.saturating_sub(1)];
        let same = |known: &Draft| known.rule == draft.rule && known.span.touches(draft.span);
        if !here.iter().any(|known| same(known) && known.severity <= draft.severity) {
            here.retain(|known| !same(known));
            here.push(draft);
        }
    }
    by_sentence.into_iter().flatten().collect()
}

/// What is found for certain in sentences that were written out, where it stands in the text that they were made of.
fn written_out(spelled: &Spelled, context: &Context, catalogue: &Catalogue) -> Vec<Draft> {
    let reading = Reading::of(&spelled.text);
    let scene = Scene { reading: &reading, context, catalogue };
    let mut drafts = learned::weighed_written_out(&scene, &spelled.text, rules::all(&scene));
    // What is only a part of the terms (R08) is seen where they all stand.
    let is_part = |draft: &Draft| draft.rule == Rule::PartialLabourTerms;
    drafts.retain(|draft| !draft.perhaps && !is_part(draft) && spelled.is_changed(draft.span));
    for draft in &mut drafts {
        draft.keep_words_if(|span| spelled.is_one_piece(span));
        draft.move_to(|span| spelled.origin(span));
    }
    drafts
}

/// The sentences of a text with the rules that do not mean what they say, whatever else they find.
pub fn spared(text: &str, context: &Context, catalogue: &Catalogue) -> Vec<(Span, Vec<Rule>)> {
    let reading = Reading::of(text);
    let scene = Scene { reading: &reading, context, catalogue };
    let of = |sentence: &Sentence| {
        let spared = learned::model::MODEL
            .rules()
            .keys()
            .copied()
            .filter(|rule| rules::is_spared(&scene, sentence, *rule));
        (sentence.own_span(), spared.collect())
    };
    reading.sentences().iter().map(of).collect()
}

/// Where an aim promises somebody a place or a job, and not only a chance of one.
pub fn promised_place(text: &str) -> Option<Span> {
    let reading = Reading::of(text);
    let promise = |sentence: &Sentence| {
        let mut promises = sentence.all(Concept::PromisedPlace).filter(|place| sentence.holds(*place));
        let only_a_way = |at: usize| sentence.all(Concept::WayToPlace).any(|way| way.from == at);
        let promise = promises.find(|place| !(place.from..place.to).any(only_a_way))?;
        Some(sentence.span(promise))
    };
    reading.sentences().iter().find_map(promise)
}

/// What is found in the aim of a procurement. It is no requirement: what could be advice on one is not said of it.
pub fn check_aim(text: &str, context: &Context, catalogue: &Catalogue) -> Vec<WordingFinding> {
    let mut found = check(text, context, catalogue);
    found.retain(|finding| finding.severity != Severity::Info);
    found
}
