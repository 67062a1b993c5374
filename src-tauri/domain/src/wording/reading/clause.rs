//! Clauses: what is demanded, what is a condition, what only says which one is meant; whose duty it is, and what is denied.

use super::mention::Mention;
use super::token::{Kind, Token};
use crate::wording::lexicon::Concept;

/// What a clause does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// It says something.
    Main,
    /// It says when something holds: "om …", "i den mån …".
    Condition,
    /// It says which one is meant: "som …".
    Relative,
}

/// What a clause does to its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modality {
    /// It demands: "ska".
    Must,
    /// It allows: "får", "kan".
    May,
    /// It wishes: "bör".
    Should,
    /// It says how things are; in a contract that is a demand too.
    Plain,
}

/// A clause.
#[derive(Clone, Debug)]
pub struct Clause {
    /// What it does in its sentence.
    pub kind: ClauseKind,
    /// The place of its first word.
    pub from: usize,
    /// The place after its last word.
    pub to: usize,
    /// Who is to do it, or of whom it is said.
    pub subject: Option<Concept>,
    /// What it does to its subject.
    pub modality: Modality,
    /// Whether it is denied.
    pub negated: bool,
    /// Where the words stand that deny it.
    pub negations: Vec<usize>,
}

/// Those who can be the subject of a clause.
const PARTIES: [Concept; 10] = [
    Concept::Supplier,
    Concept::Subcontractor,
    Concept::Buyer,
    Concept::Participant,
    Concept::Worker,
    Concept::Union,
    Concept::Agency,
    Concept::Users,
    Concept::Tender,
    Concept::Goods,
];

/// Divides a sentence into clauses.
pub fn clauses(tokens: &[Token], mentions: &[Mention]) -> Vec<Clause> {
    let sentence = Drawing { tokens, mentions };
    let mut starts: Vec<(usize, ClauseKind)> = vec![(0, ClauseKind::Main)];
    for at in 0..tokens.len() {
        let (from, kind) = starts.last().copied().unwrap_or((0, ClauseKind::Main));
        if let Some(next) = sentence.begins(at, from, kind) {
            if at == from {
                starts.pop();
            }
            starts.push((at, next));
        }
    }
    let ends = starts.iter().skip(1).map(|(from, _)| *from).chain([tokens.len()]);
    let mut clauses: Vec<Clause> =
        starts.iter().zip(ends).map(|((from, kind), to)| sentence.clause(*kind, *from, to)).collect();
    join_subjects(&mut clauses, &sentence);
    clauses
}

/// "Viten som … ska inte redovisas": what stands before a relative clause without a verb belongs to the verb behind it.
fn join_subjects(clauses: &mut [Clause], sentence: &Drawing<'_>) {
    for i in 2..clauses.len() {
        let (before, here) = clauses.split_at_mut(i);
        let ([.., first, relative], [main, ..]) = (before, here) else { continue };
        let verbless = !(first.from..first.to).any(|at| sentence.is(at, Concept::MainVerb));
        let parted =
            sentence.is_sign(main.from.saturating_sub(1)) || sentence.is(main.from, Concept::Conjunction);
        if first.kind == ClauseKind::Main && relative.kind == ClauseKind::Relative && verbless && !parted {
            main.negations.splice(0..0, first.negations.iter().copied());
            main.negated = !main.negations.is_empty();
            (first.modality, first.negated) = (main.modality, main.negated);
            first.negations.clone_from(&main.negations);
            main.subject = main.subject.or(first.subject);
        }
    }
}

struct Drawing<'s> {
    tokens: &'s [Token],
    mentions: &'s [Mention],
}

impl Drawing<'_> {
    fn at(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let first = self.mentions.partition_point(|mention| mention.from < at);
        self.mentions[first..].iter().take_while(move |mention| mention.from == at)
    }

    fn is(&self, at: usize, concept: Concept) -> bool {
        self.at(at).any(|mention| mention.concept == concept)
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.text)
    }

    fn is_sign(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign(_)))
    }

    /// The kind of the clause that begins at a place, when one does.
    fn begins(&self, at: usize, from: usize, kind: ClauseKind) -> Option<ClauseKind> {
        let whenever = self.word(at) == "när" && self.word(at + 1) == "som";
        let since = self.word(at) == "sedan" && !self.has_subject(at + 1);
        if self.is(at, Concept::ConditionWord) && !whenever && !since
            || self.is_om(at)
            || self.is_inverted(at)
        {
            return Some(ClauseKind::Condition);
        }
        if self.is_relative(at) {
            return Some(ClauseKind::Relative);
        }
        let after_sign = at > 0 && self.is_sign(at - 1) && !self.is_sign(at) && !self.is_in_mark(at);
        if after_sign && matches!(self.word(at - 1), ";" | ":" | "(" | ")" | "–") {
            return Some(ClauseKind::Main);
        }
        // Things in a row before the verb, "namn, adress och ålder ska …", are one clause with it.
        let row = kind == ClauseKind::Main && !(from..at).any(|at| self.is(at, Concept::MainVerb));
        if after_sign && self.word(at - 1) == "," && !row && self.has_verb_near(at) {
            return Some(ClauseKind::Main);
        }
        if self.is(at, Concept::Conjunction) && !row && self.has_verb_near(at + 1) {
            return Some(if self.word(at) == "och" && kind == ClauseKind::Condition {
                kind
            } else {
                ClauseKind::Main
            });
        }
        let turned = kind == ClauseKind::Condition && self.is_turned(from, at);
        let bound = kind != ClauseKind::Main && at > from + 1 && (self.is(at, Concept::MainVerb) || turned);
        (bound && self.has_finite_between(from, at)).then_some(ClauseKind::Main)
    }

    /// Whether the mark of a point ends or begins at a place: "1.", "a)", "–". A point belongs to the clause that introduces it.
    fn is_in_mark(&self, at: usize) -> bool {
        let letter = |at: usize| self.word(at).chars().count() == 1 && !self.is_sign(at);
        let number =
            |at: usize| self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Number(_)));
        let closed = |at: usize| matches!(self.word(at + 1), ")" | ".");
        let begins = |at: usize| closed(at) && (letter(at) || number(at) && at > 0 && self.is_sign(at - 1));
        let dash = at > 1 && self.word(at - 1) == "–" && self.word(at - 2) == ":";
        begins(at) || dash || at > 1 && begins(at - 2)
    }

    /// "om" begins a condition before a subject; else it is a preposition: "villkor om lön".
    fn is_om(&self, at: usize) -> bool {
        if self.word(at) != "om" {
            return false;
        }
        let opens = at == 0 || self.is_sign(at - 1);
        opens || self.has_subject(at + 1) || self.is(at + 1, Concept::Negation)
    }

    fn has_subject(&self, at: usize) -> bool {
        let party = self.at(at).any(|mention| PARTIES.contains(&mention.concept));
        party && !self.word(at).ends_with("ns") || self.is(at, Concept::SubjectWord)
    }

    /// "Saknas en kandidat …", "Har leverantören …": a condition without a word for it.
    fn is_inverted(&self, at: usize) -> bool {
        at == 0 && self.is(0, Concept::InvertedVerb)
    }

    /// "När någon är sjuk hoppar praktikanten in": a verb and then its subject, behind a clause that has its own verb.
    fn is_turned(&self, from: usize, at: usize) -> bool {
        let verb = self.word(at).len() > 3 && self.word(at).ends_with(['r', 's']);
        let subject = self.at(at + 1).any(|mention| PARTIES.contains(&mention.concept));
        let own = (from + 1..at).any(|i| self.is(i, Concept::MainVerb));
        let passive = self.word(at).ends_with("as") || self.word(at).ends_with("lls");
        verb && (subject || passive) && own && !self.at(at).any(|mention| PARTIES.contains(&mention.concept))
    }

    fn is_relative(&self, at: usize) -> bool {
        at > 0
            && self.is(at, Concept::RelativeWord)
            && !self.is(at + 1, Concept::Superlative)
            && !self.is(at.saturating_sub(1), Concept::AsWord)
    }

    fn has_verb_near(&self, at: usize) -> bool {
        let verb = |i: usize| self.is(i, Concept::MainVerb);
        (at..at + 5).take_while(|i| !self.is_sign(*i)).any(verb)
    }

    fn has_finite_between(&self, from: usize, to: usize) -> bool {
        let finite = |i: usize| {
            let word = self.word(i);
            self.is(i, Concept::MainVerb)
                || word.len() > 3
                    && (word.ends_with('r')
                        || word.ends_with('s') && !word.ends_with("ts")
                        || word.ends_with("it")
                        || word.ends_with("at"))
        };
        self.is_inverted(from) || (from + 1..to).any(finite)
    }

    fn clause(&self, kind: ClauseKind, from: usize, to: usize) -> Clause {
        let verb = (from..to).find(|i| self.is(*i, Concept::MainVerb));
        let negations = self.negations(from, to);
        Clause {
            kind,
            from,
            to,
            subject: self.subject(from, to, verb),
            modality: verb.map_or(Modality::Plain, |verb| self.modality(verb)),
            negated: !negations.is_empty(),
            negations,
        }
    }

    fn modality(&self, verb: usize) -> Modality {
        if self.is(verb, Concept::Must) {
            Modality::Must
        } else if self.is(verb, Concept::Should) {
            Modality::Should
        } else if self.is(verb, Concept::May) && (verb + 1..verb + 3).any(|at| self.is(at, Concept::NotOnly))
        {
            Modality::Must
        } else if self.is(verb, Concept::May) && !self.is_receiving(verb) {
            Modality::May
        } else {
            Modality::Plain
        }
    }

    /// "får" before a thing and no verb: somebody gets it.
    fn is_receiving(&self, verb: usize) -> bool {
        const SHORT: [&str; 9] = ["ta", "ge", "gå", "se", "bo", "få", "ske", "stå", "bli"];
        const OTHERS: [&str; 9] = ["samma", "egna", "alla", "andra", "sina", "hela", "goda", "bra", "lika"];
        let infinitive = |word: &str| {
            (word.ends_with('a') || word.ends_with("as")) && !OTHERS.contains(&word) || SHORT.contains(&word)
        };
        let least = matches!(self.word(verb + 1), "minst" | "lägst");
        self.word(verb) == "får" && (least || !(verb + 1..verb + 6).any(|at| infinitive(self.word(at))))
    }

    /// Who stands before the verb, else right behind it. "Leverantörens personal" is the personnel.
    fn subject(&self, from: usize, to: usize, verb: Option<usize>) -> Option<Concept> {
        let party = |at: usize| {
            let named = self.at(at).find(|mention| PARTIES.contains(&mention.concept))?;
            let genitive = self.word(named.to - 1).ends_with('s') && self.word(named.to - 1).len() > 4;
            (!genitive && !self.is(at.wrapping_sub(1), Concept::Preposition)).then_some(named.concept)
        };
        let verb = verb.unwrap_or(to);
        let before = (from..verb).find_map(party);
        before.or_else(|| (verb..to.min(verb + 4)).find_map(party))
    }

    fn negations(&self, from: usize, to: usize) -> Vec<usize> {
        let only =
            |at: usize| self.is(at, Concept::NotOnly) || self.is(at.saturating_sub(1), Concept::NotOnly);
        (from..to).filter(|at| self.is(*at, Concept::Negation) && !only(*at)).collect()
    }
}
