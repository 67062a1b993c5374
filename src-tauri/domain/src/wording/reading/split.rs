//! Sentences: across line breaks, and with each point of a list read together with the words that introduce the list.

use std::ops::Range;

use super::token::{Kind, Token};

/// The longest introduction of a list that is read again with each of its points, in tokens.
const LONGEST_LEAD: usize = 40;
/// The longest sentence, in tokens. What goes on is read as a new one.
const LONGEST: usize = 400;
/// What ends in a stop without ending the sentence.
const ABBREVIATIONS: [&str; 40] = [
    "t", "ex", "bl", "a", "m", "fl", "dvs", "d", "v", "s", "k", "kap", "st", "resp", "ca", "cirka", "enl",
    "f", "nr", "art", "kl", "tel", "osv", "etc", "inkl", "exkl", "max", "min", "ev", "jfr", "mom", "p",
    "sid", "o", "dyl", "h", "tr", "vs", "milj", "mkr",
];

/// Where a sentence stands among the tokens.
pub struct Drawn {
    /// The words before a list that hold for this point of it too.
    pub lead: Range<usize>,
    /// The sentence itself.
    pub own: Range<usize>,
}

/// Divides a text into sentences.
pub fn sentences(tokens: &[Token]) -> Vec<Drawn> {
    let mut drawn: Vec<Drawn> = Vec::new();
    let (mut from, mut lead) = (0, 0..0);
    for at in 0..=tokens.len() {
        let ends = at == tokens.len() || at > from && (begins_at(tokens, at) || at - from >= LONGEST);
        if !ends {
            continue;
        }
        if at > from {
            let point = is_point(tokens, from);
            if !point && !lead.is_empty() && tokens[from].breaks != 1 {
                lead = 0..0;
            }
            drawn.push(Drawn { lead: lead.clone(), own: from..at });
            if introduces(tokens, at) && at - from <= LONGEST_LEAD {
                lead = from..at;
            }
        }
        from = at;
    }
    drawn
}

/// Whether a sentence begins at a token.
fn begins_at(tokens: &[Token], at: usize) -> bool {
    let (before, here) = (&tokens[at - 1], &tokens[at]);
    match here.breaks {
        0 => after_stop(tokens, at),
        1 => {
            after_stop(tokens, at)
                || is_point(tokens, at)
                || ends_in_colon(tokens, at)
                || after_heading(before, here)
        }
        _ => !(before.kind == Kind::Word && is_open(&before.text) && !here.capital),
    }
}

/// A short line without a stop, before one that begins with a capital, is a heading.
fn after_heading(before: &Token, here: &Token) -> bool {
    let closed = before.kind != Kind::Sign(',') && !is_open(&before.text);
    here.after_short_line && here.capital && closed
}

/// Words that a line can end in but no sentence.
fn is_open(word: &str) -> bool {
    const OPEN: [&str; 32] = [
        "i", "på", "av", "från", "till", "för", "med", "om", "och", "eller", "som", "att", "ska", "skall",
        "enligt", "den", "det", "de", "en", "ett", "inom", "vid", "samt", "under", "efter", "får", "kan",
        "har", "är", "inte", "hos", "ur",
    ];
    OPEN.contains(&word)
}

fn after_stop(tokens: &[Token], at: usize) -> bool {
    let here = &tokens[at];
    let Some(stop) = (0..at).rev().take(3).find(|i| !is_closing(&tokens[*i])) else { return false };
    match tokens[stop].kind {
        Kind::Sign('!' | '?' | '…') => true,
        // "3.2.1" and "www.x.se" go on: a stop that ends a sentence has air behind it.
        Kind::Sign('.') => here.span.start > tokens[at - 1].span.end && !is_abbreviation(tokens, stop, here),
        _ => false,
    }
}

fn is_closing(token: &Token) -> bool {
    matches!(token.kind, Kind::Sign('"' | '”' | '“' | ')' | '»' | '\'' | '’'))
}

fn is_abbreviation(tokens: &[Token], stop: usize, next: &Token) -> bool {
    let Some(word) = stop.checked_sub(1).map(|i| &tokens[i]) else { return false };
    let small = next.kind == Kind::Word && !next.capital;
    let numbering = matches!(word.kind, Kind::Number(_)) && (stop == 1 || word.breaks > 0);
    numbering
        || small
        || ABBREVIATIONS.contains(&&*word.text) && next.breaks == 0 && !ends_after(&word.text, next)
}

/// "m.m." and the like end a sentence before a capital.
fn ends_after(word: &str, next: &Token) -> bool {
    next.capital && matches!(word, "m" | "etc" | "osv" | "st" | "dyl")
}

/// Whether a token is the mark of a point in a list: "–", "•", "1.", "a)".
fn is_point(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if token.breaks == 0 && at > 0 {
        return false;
    }
    let next = tokens.get(at + 1);
    let marked = |signs: &[char]| {
        next.is_some_and(|next| matches!(next.kind, Kind::Sign(c) if signs.contains(&c)) && next.breaks == 0)
    };
    match token.kind {
        Kind::Sign(c) => matches!(c, '-' | '–' | '—' | '•' | '*' | '·' | '▪' | '◦' | '●' | '\u{f0b7}' | '‣'),
        Kind::Number(_) => marked(&[')', '.']),
        Kind::Word => token.text.chars().count() == 1 && marked(&[')', '.']),
    }
}

fn ends_in_colon(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at - 1].kind == Kind::Sign(':')
}

/// Whether what comes before a token introduces a list that begins there: "… gäller:", "Leverantören behöver inte", "Leverantören ska".
fn introduces(tokens: &[Token], at: usize) -> bool {
    let goes_on = tokens.get(at).is_some_and(|token| token.breaks > 0);
    let is_unfinished =
        || tokens[at - 1].kind == Kind::Word && is_open(&tokens[at - 1].text) && is_point(tokens, at);
    goes_on && (ends_in_colon(tokens, at) || is_unfinished())
}
