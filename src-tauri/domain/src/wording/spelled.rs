//! A text written out for the check: letters in one piece, without signs that are not seen, and what is joined in one sentence as
//! sentences of their own. "Leverantören ska leverera i tid och ha tecknat kollektivavtal" asks for two things, and each is to be
//! found as surely as when it stands alone. Each letter knows where it came from, so that a finding is shown in the officer's text.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::finding::Span;
use super::lexicon::Concept;
use super::reading::{ClauseKind, Kind, Mention, Reading, Sentence, composed, is_invisible};

/// What can follow "ska": the words that stand there in wordings that people have judged.
static INFINITIVES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../../../assets/wording/infinitives.txt").lines().collect());

/// The longest beginning that is said again before what is joined, in words: "Leverantören och dess underleverantörer ska".
const LONGEST_HEAD: usize = 12;
/// So many words can stand before the verb in what is joined: "och varje månad redovisa".
const BEFORE_VERB: usize = 3;

/// A text with, for each of its letters, the place of the one that it was made of.
pub struct Spelled {
    /// The text.
    pub text: String,
    origins: Vec<usize>,
    /// Which letters stand in sentences that were written out, in order.
    changed: Vec<Span>,
}

impl Spelled {
    /// The text with letters in one piece and without what is not seen. None when it is so already.
    pub fn plain(text: &str) -> Option<Self> {
        let mut plain = Self { text: String::new(), origins: Vec::new(), changed: Vec::new() };
        let mut last = None;
        for (at, letter) in text.chars().enumerate().filter(|(_, letter)| !is_invisible(*letter)) {
            let whole = last.and_then(|last| composed(last, letter));
            if let Some(whole) = whole {
                plain.text.pop();
                plain.text.push(whole);
            } else {
                plain.push(letter, at);
            }
            last = Some(whole.unwrap_or(letter));
        }
        (plain.text != text).then_some(plain)
    }

    /// The text with what is joined in a sentence as sentences of their own. None when nothing is.
    pub fn out(text: &str, reading: &Reading) -> Option<Self> {
        let letters: Vec<char> = text.chars().collect();
        let mut out = Self { text: String::new(), origins: Vec::new(), changed: Vec::new() };
        let mut written = 0;
        for sentence in reading.sentences() {
            let joints = joints(sentence);
            let own = sentence.own_span();
            if joints.is_empty() || own.start < written {
                continue;
            }
            out.copy(&letters, Span { start: written, end: own.start });
            let from = out.origins.len();
            written = own.start;
            for joint in joints {
                out.copy(&letters, Span { start: written, end: joint.before });
                out.push('.', joint.before.saturating_sub(1));
                out.push(' ', joint.before.saturating_sub(1));
                if let Some(head) = joint.head {
                    out.copy(&letters, head);
                    out.push(' ', joint.before);
                    written = joint.after;
                } else {
                    for letter in letters.get(joint.after).into_iter().flat_map(|first| first.to_uppercase())
                    {
                        out.push(letter, joint.after);
                    }
                    written = joint.after + 1;
                }
            }
            out.copy(&letters, Span { start: written, end: own.end });
            written = own.end;
            out.changed.push(Span { start: from, end: out.origins.len() });
        }
        if out.changed.is_empty() {
            return None;
        }
        out.copy(&letters, Span { start: written, end: letters.len() });
        Some(out)
    }

    /// Whether a part of it was written out, and reads otherwise than in the text that it was made of.
    pub fn is_changed(&self, span: Span) -> bool {
        let first = self.changed.partition_point(|changed| changed.end <= span.start);
        self.changed.get(first).is_some_and(|changed| changed.touches(span))
    }

    /// Where a part of it stands in the text that it was made of.
    pub fn origin(&self, span: Span) -> Span {
        let at = |place: usize| self.origins.get(place).copied();
        let past = self.origins.last().map_or(0, |last| last + 1);
        let start = at(span.start).unwrap_or(past);
        if span.end <= span.start {
            return Span { start, end: start };
        }
        let within =
            self.origins[span.start.min(self.origins.len())..span.end.min(self.origins.len())].iter();
        let (first, last) = (within.clone().min(), within.max());
        match (first, last) {
            (Some(first), Some(last)) => Span { start: *first, end: last + 1 },
            _ => Span { start, end: start },
        }
    }

    /// Whether a part of it stands so, in one piece, in the text that it was made of too.
    pub fn is_one_piece(&self, span: Span) -> bool {
        let origin = self.origin(span);
        origin.end - origin.start == span.end.saturating_sub(span.start)
    }

    fn push(&mut self, letter: char, origin: usize) {
        self.text.push(letter);
        self.origins.push(origin);
    }

    fn copy(&mut self, letters: &[char], span: Span) {
        for (at, letter) in letters.iter().enumerate().take(span.end).skip(span.start) {
            self.push(*letter, at);
        }
    }
}

/// Where two things are joined in a sentence.
struct Joint {
    /// Where what stands before it ends.
    before: usize,
    /// Where what stands behind it begins.
    after: usize,
    /// What holds for both, and is said again: "Leverantören ska". None where a subject and a verb stand behind it.
    head: Option<Span>,
}

/// The places where a demand goes on with one more. What is denied, a condition or said of words is left as it is: there the parts
/// do not mean the same by themselves.
fn joints(sentence: &Sentence) -> Vec<Joint> {
    let Some(verb) = sentence.all(Concept::Must).find(|verb| demands(sentence, *verb)) else {
        return Vec::new();
    };
    if sentence.has(Concept::AboutWords) {
        return Vec::new();
    }
    let tokens = sentence.tokens();
    let own = sentence.own_span();
    let head = Span { start: own.start.max(sentence.whole().start), end: tokens[verb.to - 1].span.end };
    let sayable = verb.to <= LONGEST_HEAD && tokens[0].span.start >= own.start;
    let bindings: Vec<usize> = (verb.to..tokens.len()).filter(|at| takes_infinitive(sentence, *at)).collect();
    let mut joints = Vec::new();
    for at in verb.to + 1..tokens.len() {
        if !is_joint(sentence, at) || sentence.clause_at(at - 1).kind == ClauseKind::Condition {
            continue;
        }
        let last = joints.last().map_or(verb.to, |(_, at)| *at);
        let bound = bindings.iter().any(|binding| (last..at).contains(binding));
        let own_subject = has_own_demand(sentence, at + 1);
        let verb_behind = (at + 1..at + 2 + BEFORE_VERB).any(|at| INFINITIVES.contains(sentence.word(at)));
        let head = match (own_subject, verb_behind && !bound && sayable) {
            (true, _) => None,
            (false, true) => Some(head),
            (false, false) => continue,
        };
        let comma = matches!(tokens[at - 1].kind, Kind::Sign(','));
        let before = tokens[if comma { at - 2 } else { at - 1 }].span.end;
        let Some(next) = tokens.get(at + 1) else { continue };
        joints.push((Joint { before, after: next.span.start, head }, at));
    }
    joints.into_iter().map(|(joint, _)| joint).collect()
}

/// Whether a verb demands what stands behind it, of somebody who is named before it.
fn demands(sentence: &Sentence, verb: Mention) -> bool {
    let clause = sentence.clause(verb);
    clause.kind == ClauseKind::Main && !clause.negated && verb.from > 0
}

/// Whether what is joined behind can belong to this place and not to the demand: "för att minska …", "som ska kunna …". A clause that
/// says how things are takes no infinitive.
fn takes_infinitive(sentence: &Sentence, at: usize) -> bool {
    let to = sentence.word(at) == "att" && INFINITIVES.contains(sentence.word(at + 1));
    let verbs = [Concept::Must, Concept::May, Concept::Should];
    let other = |verb: Mention| sentence.all(Concept::MainVerb).any(|main| main.from == verb.from);
    to || sentence.any(&verbs).any(|verb| verb.from == at && other(verb))
}

fn is_joint(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.word(at), "och" | "samt" | ";")
}

/// Whether a subject with a demand of its own begins at a place: "och fakturan ska …".
fn has_own_demand(sentence: &Sentence, at: usize) -> bool {
    let verb = sentence.all(Concept::Must).find(|verb| verb.from >= at);
    verb.is_some_and(|verb| {
        let between = at..verb.from;
        let closed = |at: usize| {
            is_joint(sentence, at) || matches!(sentence.word(at), "som" | "att" | "om" | "," | "(" | ":")
        };
        !between.is_empty()
            && between.len() <= LONGEST_HEAD / 2
            && !between.into_iter().any(closed)
            && !sentence.clause(verb).negated
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out(text: &str) -> Option<String> {
        Spelled::out(text, &Reading::of(text)).map(|spelled| spelled.text)
    }

    #[test]
    fn what_is_joined_is_written_out() {
        let cases = [
            (
                "Leverantören ska leverera varorna i tid och ha tecknat kollektivavtal.",
                "Leverantören ska leverera varorna i tid. Leverantören ska ha tecknat kollektivavtal.",
            ),
            (
                "Leverantören ska ha kollektivavtal, och fakturan ska vara elektronisk.",
                "Leverantören ska ha kollektivavtal. Fakturan ska vara elektronisk.",
            ),
            (
                "Leverantören ska städa varje dag samt varje månad redovisa namnen.",
                "Leverantören ska städa varje dag. Leverantören ska varje månad redovisa namnen.",
            ),
        ];
        for (text, written) in cases {
            assert_eq!(out(text).as_deref(), Some(written));
        }
    }

    #[test]
    fn what_means_something_else_by_itself_stays() {
        for text in [
            "Leverantören ska ange namn och adress.",
            "Leverantören ska inte ta ut avgifter och begära intyg.",
            "Leverantören ska verka för att minska utsläppen och öka återbruket.",
            "Om leverantören ska byta personal och anställa nya, meddelas beställaren.",
            "Leverantören ansvarar för städning och tvätt.",
        ] {
            assert_eq!(out(text), None, "{text}");
        }
    }

    #[test]
    fn each_letter_knows_where_it_came_from() {
        let text = "🙂 Vi ska städa i tid och ha avtal. Slut.";
        let spelled = Spelled::out(text, &Reading::of(text)).unwrap();
        let place = |words: &str| {
            let start = spelled.text.find(words).map(|at| spelled.text[..at].chars().count()).unwrap();
            Span { start, end: start + words.chars().count() }
        };
        let words = |span: Span| text.chars().take(span.end).skip(span.start).collect::<String>();
        assert_eq!(words(spelled.origin(place("ha avtal"))), "ha avtal");
        assert!(spelled.is_one_piece(place("ha avtal")) && spelled.is_changed(place("ha avtal")));
        assert!(!spelled.is_changed(place("Slut")));
        assert_eq!(words(spelled.origin(place("Slut"))), "Slut");
    }

    #[test]
    fn letters_in_two_parts_and_what_is_not_seen_are_read_as_they_look() {
        let text = "Leveranto\u{308}ren ska ha kollektiv\u{ad}av\u{200b}tal.";
        let plain = Spelled::plain(text).unwrap();
        assert_eq!(plain.text, "Leverantören ska ha kollektivavtal.");
        assert_eq!(plain.origin(Span { start: 20, end: 34 }), Span { start: 21, end: 37 });
        assert!(Spelled::plain("Leverantören ska.").is_none());
    }

    #[test]
    fn a_long_row_of_joints_takes_time_in_proportion() {
        let text = format!("Vi ska ha avtal{}.", " och ha avtal".repeat(200));
        let written = out(&text).unwrap();
        assert!(written.len() < 4 * text.len());
    }
}
