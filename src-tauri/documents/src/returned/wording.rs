//! A wording that was changed as plain text, with its values put back in.
//!
//! A duty that reads as it did stays as it was written. In one that does not, a value stays a value where it still reads as
//! it did beside a word that it stood beside; otherwise it has become text.

use domain::requirements::wording::{Part, Piece, parts, plain};
use domain::requirements::words::Said;

use crate::sheet::plain_text;

/// The duties anew, with slots, and the values that no longer stand in them.
#[derive(Debug, PartialEq, Eq)]
pub struct Reworded {
    /// The duties, as they are written.
    pub duties: Vec<String>,
    /// The names of values that have become text.
    pub lost: Vec<String>,
}

/// A duty as it stands: written, and read.
struct Duty {
    template: String,
    pieces: Vec<Piece>,
}

/// The lines of a changed cell as duties.
pub fn reworded(said: &Said<'_>, text: &str) -> Reworded {
    let duties = said.templates().into_iter().zip(said.duties());
    let mut left: Vec<Option<Duty>> =
        duties.map(|(template, pieces)| Some(Duty { template, pieces })).collect();
    let text = plain_text(text);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let unchanged: Vec<Option<String>> = lines.iter().map(|line| take_same(&mut left, line)).collect();
    let mut changed = left.into_iter().flatten();
    let mut lost = Vec::new();
    let duties = lines.iter().zip(unchanged).map(|(line, same)| {
        same.unwrap_or_else(|| {
            changed.next().map_or_else(|| (*line).to_owned(), |duty| refilled(&duty, line, &mut lost))
        })
    });
    let duties = duties.collect();
    Reworded { duties, lost }
}

/// Takes out the duty that reads like a line.
fn take_same(duties: &mut [Option<Duty>], line: &str) -> Option<String> {
    let same = |duty: &&mut Option<Duty>| {
        duty.as_ref().is_some_and(|duty| plain_text(&plain(&duty.pieces)).trim() == line)
    };
    duties.iter_mut().find(same)?.take().map(|duty| duty.template)
}

/// The line with the duty's values back in their places.
fn refilled(duty: &Duty, line: &str, lost: &mut Vec<String>) -> String {
    let slots = parts(&duty.template);
    let mut written = String::new();
    let mut rest = line;
    for (index, (slot, piece)) in slots.iter().zip(&duty.pieces).enumerate() {
        let (Part::Slot(slot_parts), Piece::Value { text, .. }) = (slot, piece) else { continue };
        let beside = Beside::of(&duty.pieces, index);
        match beside.find(&plain_text(text), &written, rest) {
            Some((at, length)) => {
                written.push_str(&rest[..at]);
                written.push_str(&slot.to_string());
                rest = &rest[at + length..];
            }
            None => lost.push(slot_parts.name.to_owned()),
        }
    }
    written + rest
}

/// The words on either side of a value.
struct Beside {
    before: String,
    after: String,
}

impl Beside {
    fn of(pieces: &[Piece], index: usize) -> Self {
        let before = plain_text(&plain(&pieces[..index]));
        let after = plain_text(&plain(&pieces[index + 1..]));
        Self { before: last_word(&before).to_owned(), after: first_word(&after).to_owned() }
    }

    /// Where the value stands in the rest of a line: whole, and beside a word that it stood beside.
    fn find(&self, value: &str, written: &str, rest: &str) -> Option<(usize, usize)> {
        if value.is_empty() {
            return None;
        }
        let here = |(at, _): &(usize, &str)| {
            let (before, after) = (&rest[..*at], &rest[at + value.len()..]);
            let whole = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
            let before = if last_word(before).is_empty() { last_word(written) } else { last_word(before) };
            whole && (before == self.before || first_word(after) == self.after)
        };
        rest.match_indices(value).find(here).map(|(at, found)| (at, found.len()))
    }
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

fn last_word(text: &str) -> &str {
    text.split_whitespace().next_back().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::requirements::values::Origin;

    /// A duty with its values as they read, changed to a line.
    fn check(template: &str, values: &[&str], line: &str, expected: &str, lost: &[&str]) {
        let mut values = values.iter();
        let pieces = parts(template).into_iter().map(|part| match part {
            Part::Text(text) => Piece::Text { text: text.to_owned() },
            Part::Slot(slot) => Piece::Value {
                parameter: slot.name.into(),
                text: (*values.next().unwrap_or(&"")).to_owned(),
                origin: Origin::Default,
            },
        });
        let duty = Duty { template: template.into(), pieces: pieces.collect() };
        let mut gone = Vec::new();
        assert_eq!(refilled(&duty, line, &mut gone), expected);
        assert_eq!(gone, lost);
    }

    const VISITS: &str = "Ta emot {n|ett besök|besök} per år i {h} timmar.";

    #[test]
    fn a_value_stays_a_value_where_it_still_reads_as_it_did() {
        check(
            VISITS,
            &["två\u{a0}besök", "3"],
            "Ta emot minst två besök per år i 3 timmar.",
            "Ta emot minst {n|ett besök|besök} per år i {h} timmar.",
            &[],
        );
        check(
            VISITS,
            &["två\u{a0}besök", "3"],
            "Ta emot två besök per år.",
            "Ta emot {n|ett besök|besök} per år.",
            &["h"],
        );
    }

    #[test]
    fn a_value_that_was_typed_anew_has_become_text() {
        check(
            VISITS,
            &["två\u{a0}besök", "3"],
            "Ta emot fyra besök per år i 3 timmar.",
            "Ta emot fyra besök per år i {h} timmar.",
            &["n"],
        );
        check(
            "Svara inom {n} dagar.",
            &["2"],
            "Svara före 2027, inom 12 dagar.",
            "Svara före 2027, inom 12 dagar.",
            &["n"],
        );
    }

    #[test]
    fn the_same_number_elsewhere_is_not_taken_for_the_value() {
        check(
            "Ta emot {n} besök.",
            &["två"],
            "Ta emot tre besök under två dagar.",
            "Ta emot tre besök under två dagar.",
            &["n"],
        );
    }
}
