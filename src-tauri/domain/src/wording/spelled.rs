//! A text written out for the check: letters in one piece, without signs that are not seen, and what is joined in one sentence as
//! sentences of their own. "Leverantören ska leverera i tid och ha tecknat kollektivavtal" asks for two things, and each is to be
//! found as surely as when it stands alone. Each letter knows where it came from, so that a finding is shown in the officer's text.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::finding::Span;
use super::lexicon::Concept;
use super::reading::{ClauseKind, Kind, Mention, Reading, Sentence, composed};
use crate::text::is_invisible;

/// What can follow "ska": verbs of contracts and specifications. Words that are as often something else, as "hyra" or "säkra", are
/// left out where they are not needed.
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
            let own = sentence.own_span();
            let (joints, marks) = (joints(sentence), needless_marks(sentence, reading));
            if joints.is_empty() && marks.is_empty() || own.start < written {
                continue;
            }
            out.copy(&letters, Span { start: written, end: own.start }, &[]);
            let from = out.origins.len();
            written = own.start;
            for joint in joints {
                out.copy(&letters, Span { start: written, end: joint.before }, &marks);
                out.push('.', joint.before.saturating_sub(1));
                out.push(' ', joint.before.saturating_sub(1));
                if let Some(head) = joint.head {
                    out.begin(&letters, head.start);
                    out.copy(&letters, Span { start: head.start + 1, ..head }, &marks);
                    out.push(' ', joint.before);
                    written = joint.after;
                } else {
                    out.begin(&letters, joint.after);
                    written = joint.after + 1;
                }
            }
            out.copy(&letters, Span { start: written, end: own.end }, &marks);
            written = own.end;
            out.changed.push(Span { start: from, end: out.origins.len() });
        }
        if out.changed.is_empty() {
            return None;
        }
        out.copy(&letters, Span { start: written, end: letters.len() }, &[]);
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

    /// A sentence begins with a capital.
    fn begin(&mut self, letters: &[char], at: usize) {
        for letter in letters.get(at).into_iter().flat_map(|first| first.to_uppercase()) {
            self.push(letter, at);
        }
    }

    fn copy(&mut self, letters: &[char], span: Span, without: &[usize]) {
        let kept = |(at, _): &(usize, &char)| !without.contains(at);
        for (at, letter) in letters.iter().enumerate().take(span.end).skip(span.start).filter(kept) {
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
    if sentence.has(Concept::AboutWords) {
        return Vec::new();
    }
    let mut joints: Vec<Joint> = announced(sentence).into_iter().collect();
    if let Some(verb) = sentence.all(Concept::Must).find(|verb| demands(sentence, *verb)) {
        joints.extend(lone_names(sentence, verb));
        joints.extend(more_demands(sentence, verb));
    }
    joints.sort_by_key(|joint| joint.after);
    joints.dedup_by_key(|joint| joint.after);
    joints
}

/// Where a verb that is demanded is followed by one more, or by a subject with a demand of its own.
fn more_demands(sentence: &Sentence, verb: Mention) -> Vec<Joint> {
    let bindings: Vec<usize> =
        (verb.to..sentence.tokens().len()).filter(|at| takes_infinitive(sentence, *at)).collect();
    let mut joints = Vec::new();
    let mut last = verb.to;
    for at in verb.to + 1..sentence.tokens().len() {
        if sentence.clause_at(at - 1).kind == ClauseKind::Condition && !leaves_condition(sentence, at) {
            continue;
        }
        let bound = || bindings.iter().any(|binding| (last..at).contains(binding));
        let own_subject = is_joint(sentence, at) && has_own_demand(sentence, at + 1);
        let head = match (own_subject, goes_on(sentence, at) && !bound()) {
            (true, _) => None,
            (false, true) if verb.to <= LONGEST_HEAD => Some(verb.to),
            (false, _) => continue,
        };
        joints.extend(joint(sentence, at, head));
        last = at;
    }
    joints
}

/// "… innan en underleverantör anlitas och ha sin verkstad …": an infinitive at once behind the joint takes up the demand again. A
/// passive may go on with the condition: "när varor hämtas och lämnas".
fn leaves_condition(sentence: &Sentence, at: usize) -> bool {
    let next = sentence.word(at + 1);
    (is_joint(sentence, at) || sentence.word(at) == "eller")
        && INFINITIVES.contains(next)
        && !next.ends_with('s')
}

/// A joint at a word or sign; the words up to `head` are said again behind it.
fn joint(sentence: &Sentence, at: usize, head: Option<usize>) -> Option<Joint> {
    let tokens = sentence.tokens();
    let own = sentence.own_span();
    let comma = matches!(tokens[at - 1].kind, Kind::Sign(','));
    let before = tokens.get(at.checked_sub(if comma { 2 } else { 1 })?)?.span.end;
    let head = match head {
        None => None,
        // What introduces a list is said before each of its points.
        Some(to) if tokens[to - 1].span.start < own.start => return None,
        Some(to) => Some(Span { start: head_start(sentence, to), end: tokens[to - 1].span.end }),
    };
    (before > own.start).then_some(())?;
    Some(Joint { before, after: tokens.get(at + 1)?.span.start, head })
}

/// Where what is said again begins: without the mark of a point, and behind what announces it.
fn head_start(sentence: &Sentence, to: usize) -> usize {
    let colon = (1..to).rev().find(|at| sentence.word(*at) == ":");
    let announced = colon.and_then(|colon| sentence.tokens().get(colon + 1));
    announced.map_or(0, |first| first.span.start).max(sentence.own_span().start).max(sentence.whole().start)
}

/// Whether a verb that the demand takes stands behind a joint; in a row at once. What is of the same worth can take its place.
fn goes_on(sentence: &Sentence, at: usize) -> bool {
    let free = |at: &usize| !matches!(sentence.word(*at), "att" | "som");
    let verb = |words: usize| {
        (at + 1..at + 2 + words).take_while(free).any(|at| INFINITIVES.contains(sentence.word(at)))
    };
    match sentence.word(at) {
        "," => verb(0),
        "eller" => verb(BEFORE_VERB) && !sentence.has(Concept::Equivalent),
        _ => is_joint(sentence, at) && verb(BEFORE_VERB),
    }
}

/// "Sedex eller likvärdig märkning och BSCI": the name behind has no equivalent, and is to be found by itself.
fn lone_names(sentence: &Sentence, verb: Mention) -> Vec<Joint> {
    let kinds = [Concept::Label, Concept::StandardName];
    let names: Vec<Mention> = sentence.any(&kinds).filter(|name| name.from >= verb.to).collect();
    let Some(head) = names.first().map(|first| first.from).filter(|head| *head <= LONGEST_HEAD) else {
        return Vec::new();
    };
    let mut joints = Vec::new();
    let mut last = head;
    for at in head..sentence.tokens().len() {
        let row = is_joint(sentence, at) || matches!(sentence.word(at), "," | "eller");
        let is_name = || names.iter().any(|name| name.from == at + 1);
        let equal = || sentence.all(Concept::Equivalent).any(|equal| last <= equal.from && equal.to <= at);
        if row && is_name() && equal() {
            joints.extend(joint(sentence, at, Some(head)));
            last = at;
        }
    }
    joints
}

/// "… gäller följande: leverantören ska …": what is announced stands by itself. What holds only in some case does not.
fn announced(sentence: &Sentence) -> Option<Joint> {
    let colon = (1..sentence.tokens().len()).find(|at| sentence.word(*at) == ":")?;
    let case = matches!(sentence.word(0), "om" | "när" | "vid" | "ifall");
    let any_case = matches!(sentence.word(1), "inte" | "ej" | "inget" | "ingenting");
    let quoted = matches!(sentence.tokens().get(colon + 1)?.kind, Kind::Sign(_));
    ((!case || any_case) && !quoted).then_some(())?;
    has_own_demand(sentence, colon + 1).then(|| joint(sentence, colon, None)).flatten()
}

/// Quotation marks around what is demanded, that only dress it. Who speaks of words or of what another has written is quoting.
fn needless_marks(sentence: &Sentence, reading: &Reading) -> Vec<usize> {
    let before = sentence.index.checked_sub(1).and_then(|index| reading.sentences().get(index));
    let led = before.is_some_and(|before| {
        before.has(Concept::AboutWords) || before.tokens().iter().any(|t| t.text == ":")
    });
    let tokens = sentence.tokens();
    let mark = |at: &usize| matches!(tokens[*at].kind, Kind::Sign('"' | '”' | '“' | '»' | '«'));
    let marks: Vec<usize> = (0..tokens.len()).filter(mark).collect();
    let [open, close] = marks[..] else { return Vec::new() };
    let asked = open == 0 || sentence.all(Concept::Must).any(|verb| verb.to == open);
    let at_end = tokens.len() - close <= 2;
    if led || !asked || !at_end || sentence.has(Concept::AboutWords) {
        return Vec::new();
    }
    vec![tokens[open].span.start, tokens[close].span.start]
}

/// Whether a verb demands what stands behind it, of somebody who is named before it.
fn demands(sentence: &Sentence, verb: Mention) -> bool {
    let clause = sentence.clause(verb);
    // "ska se till att ingen …": what is denied there is not the demand.
    let within = |at: usize| (verb.to..at).any(|that| sentence.word(that) == "att");
    let denied = clause.negations.iter().any(|at| !within(*at));
    clause.kind == ClauseKind::Main && !denied && verb.from > 0
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
    matches!(sentence.word(at), "och" | "samt" | ";" | "(")
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
    fn a_row_an_announcement_and_what_only_dresses_a_demand_are_written_out() {
        let cases = [
            (
                "Leverantören ska ha avtal, skicka fakturor eller anställa två.",
                "Leverantören ska ha avtal. Leverantören ska skicka fakturor. Leverantören ska anställa två.",
            ),
            (
                "Om inte annat avtalas gäller följande: leverantören ska ha avtal.",
                "Om inte annat avtalas gäller följande. Leverantören ska ha avtal.",
            ),
            (
                "För uppdraget gäller följande: leverantören ska städa varje vardag, skicka fakturor och ha avtal.",
                "För uppdraget gäller följande. Leverantören ska städa varje vardag. Leverantören ska skicka fakturor. \
                 Leverantören ska ha avtal.",
            ),
            (
                "Leverantören ska fråga facket innan någon anlitas och ha sin verkstad i kommunen.",
                "Leverantören ska fråga facket innan någon anlitas. Leverantören ska ha sin verkstad i kommunen.",
            ),
            (
                "Leverantören ska se till att ingen är äldre än 60 år och skicka fakturor.",
                "Leverantören ska se till att ingen är äldre än 60 år. Leverantören ska skicka fakturor.",
            ),
            ("”Leverantören ska ha avtal.”", "Leverantören ska ha avtal."),
            (
                "Leverantören ska ha Sedex eller likvärdig märkning och BSCI.",
                "Leverantören ska ha Sedex eller likvärdig märkning. Leverantören ska ha BSCI.",
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
            "Leverantören ska ha en rutin och plan för att minska avfallet.",
            "Om personal byts gäller följande: leverantören ska ha avtal.",
            "Myndigheten skriver: ”Leverantören ska ha avtal.”",
            "Leverantören ska ha avtal eller ge motsvarande villkor.",
            ",: leverantören ska ha avtal.",
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
