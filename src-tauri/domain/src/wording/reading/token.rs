//! Words, numbers and signs of a text, each with where it stands.

use crate::text::is_invisible;
use crate::wording::finding::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A word.
    Word,
    /// A number written with digits, or a value that is filled in later.
    Number(f64),
    /// A sign other than a hyphen inside a word.
    Sign(char),
}

/// A word, number or sign.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own")]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// In lower case, without soft hyphens and division at the end of a line.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it is written in capitals only, two at least.
    pub capitals: bool,
    /// Whether it is joined to the token before by a hyphen.
    pub joined: bool,
    /// How many line breaks stand before it.
    pub breaks: u8,
    /// Whether the line before it was short, as a heading is.
    pub after_short_line: bool,
}

/// A line up to this long, in characters, that ends without a stop can be a heading.
const SHORT_LINE: usize = 48;
/// A word is read up to this many characters; what is longer is no word.
const LONGEST_WORD: usize = 60;

/// Takes a text apart.
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut scanner =
        Scanner { chars: &chars, at: 0, tokens: Vec::new(), breaks: 0, line: 0, short: false, joined: false };
    while scanner.at < chars.len() {
        scanner.step();
    }
    scanner.tokens
}

struct Scanner<'c> {
    chars: &'c [char],
    at: usize,
    tokens: Vec<Token>,
    breaks: u8,
    /// Where the line began.
    line: usize,
    short: bool,
    joined: bool,
}

impl Scanner<'_> {
    fn step(&mut self) {
        let c = self.chars[self.at];
        match c {
            '\n' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => self.line_break(),
            '{' => self.slot(),
            c if is_hyphen(c) && self.is_inside_word() => {
                self.joined = true;
                self.at += 1;
            }
            c if c.is_numeric() => self.number(),
            c if c.is_alphabetic() => self.word(),
            c if c.is_whitespace() || c.is_control() || is_invisible(c) => self.at += 1,
            c => self.push(Kind::Sign(c), &c.to_string(), self.at + 1),
        }
    }

    fn line_break(&mut self) {
        let length = self.at - self.line;
        if self.breaks == 0 {
            self.short = length <= SHORT_LINE;
        }
        self.breaks = self.breaks.saturating_add(1);
        self.at += 1;
        self.line = self.at;
    }

    /// A hyphen right after a word or number and right before another.
    fn is_inside_word(&self) -> bool {
        let before = self.at.checked_sub(1).is_some_and(|i| self.chars[i].is_alphanumeric());
        before && self.chars.get(self.at + 1).is_some_and(|c| c.is_alphanumeric())
    }

    /// A value in braces stands for a number or a phrase that is filled in: `{visits|ett besök|besök}`.
    fn slot(&mut self) {
        let rest = &self.chars[self.at..];
        let end = rest.iter().take(400).position(|c| *c == '}').map(|i| self.at + i + 1);
        match end {
            Some(end) => {
                let inside: String = self.chars[self.at + 1..end - 1].iter().collect();
                self.push(Kind::Number(f64::NAN), &inside.to_lowercase(), end);
            }
            None => self.push(Kind::Sign('{'), "{", self.at + 1),
        }
    }

    /// Digits, with the spaces between thousands and a decimal comma: "50 000", "2,5", "7.5".
    fn number(&mut self) {
        let mut end = self.at;
        let digit = |i: usize| self.chars.get(i).is_some_and(char::is_ascii_digit);
        let mut text = String::new();
        while end < self.chars.len() && end - self.at < LONGEST_WORD {
            let c = self.chars[end];
            let thousands =
                is_space(c) && (1..=3).all(|n| digit(end + n)) && !digit(end + 4) && text.len() <= 9;
            if c.is_numeric() {
                text.push(c);
            } else if matches!(c, ',' | '.') && digit(end + 1) {
                text.push('.');
            } else if !(thousands && end > self.at) {
                break;
            }
            end += 1;
        }
        let value = text.parse().unwrap_or(f64::NAN);
        // Letters right behind belong to it: "3xx", "8h", "19a".
        self.push(Kind::Number(value), &text, end.max(self.at + 1));
    }

    fn word(&mut self) {
        let mut text = String::new();
        let mut end = self.at;
        while let Some(c) = self.chars.get(end).copied() {
            if c.is_alphanumeric() || is_combining(c) {
                if text.len() < LONGEST_WORD {
                    text.push(c);
                }
                end += 1;
            } else if let Some(after) = self.divided_at(end) {
                end = after;
            } else if c == '\u{ad}' {
                end += 1;
            } else {
                break;
            }
        }
        self.push(Kind::Word, &text, end);
    }

    /// Where a word that is divided at the end of a line goes on.
    fn divided_at(&self, at: usize) -> Option<usize> {
        let c = *self.chars.get(at)?;
        if !is_hyphen(c) && c != '\u{ad}' {
            return None;
        }
        let blank = self.chars[at + 1..].iter().take(40).take_while(|c| c.is_whitespace()).count();
        let blanks = &self.chars[at + 1..at + 1 + blank];
        let one_break = blanks.iter().filter(|c| **c == '\n').count() == 1;
        let next = self.chars.get(at + 1 + blank)?;
        let word: String = self.chars[at + 1 + blank..].iter().take(6).collect();
        let is_list = ["och ", "eller "].iter().any(|and| word.starts_with(and));
        (one_break && next.is_lowercase() && !is_list).then_some(at + 1 + blank)
    }

    fn push(&mut self, kind: Kind, text: &str, end: usize) {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        let capitals = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase);
        let capital = text.chars().next().is_some_and(char::is_uppercase);
        self.tokens.push(Token {
            kind,
            text: in_one_piece(&text.to_lowercase()),
            span: Span { start: self.at, end },
            capital,
            capitals,
            joined: self.joined,
            breaks: self.breaks,
            after_short_line: self.short,
        });
        (self.breaks, self.joined, self.at) = (0, false, end);
    }
}

/// A letter of Swedish that came in two parts.
pub fn composed(letter: char, mark: char) -> Option<char> {
    Some(match (letter, mark) {
        ('a', '\u{30a}') => 'å',
        ('A', '\u{30a}') => 'Å',
        ('a', '\u{308}') => 'ä',
        ('A', '\u{308}') => 'Ä',
        ('o', '\u{308}') => 'ö',
        ('O', '\u{308}') => 'Ö',
        ('e', '\u{301}') => 'é',
        ('E', '\u{301}') => 'É',
        _ => return None,
    })
}

/// A word with its letters in one piece.
fn in_one_piece(word: &str) -> String {
    let mut whole = String::with_capacity(word.len());
    for letter in word.chars() {
        let last = whole.chars().next_back();
        if let Some(both) = last.and_then(|last| composed(last, letter)) {
            whole.pop();
            whole.push(both);
        } else {
            whole.push(letter);
        }
    }
    whole
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// A hyphen, or a dash that is used as one.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2012}')
}
