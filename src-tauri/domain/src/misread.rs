//! What does not fit in a file that others wrote, in words: the libraries that read TOML and JSON answer in English only.

use crate::text::Bilingual;

/// What was expected, as the libraries say it, in Swedish and English; the first row that the words begin with holds.
const EXPECTED: [(&str, &str, &str); 13] = [
    ("a string", "en text inom citattecken", "a text in quotes"),
    ("a boolean", "true eller false", "true or false"),
    ("\"field\" or \"value\"", "field eller value", "field or value"),
    ("a sequence", "en lista inom hakparenteser", "a list in brackets"),
    ("a map", "fält med värden", "fields with values"),
    ("struct", "fält med värden", "fields with values"),
    ("ett belopp", "ett belopp i kronor, till exempel 20 000 000", "an amount in kronor, such as 20 000 000"),
    (
        "ett antal hela månader",
        "ett antal hela månader, till exempel 48",
        "a number of whole months, such as 48",
    ),
    ("a TOML value", "ett värde", "a value"),
    ("u", "ett helt tal, minst 0", "a whole number, at least 0"),
    ("i", "ett helt tal", "a whole number"),
    ("a nonzero", "ett helt tal över 0", "a whole number above 0"),
    ("f", "ett tal", "a number"),
];

/// What was found, as the libraries say it.
const FOUND: [(&str, &str, &str); 5] = [
    ("map", "fält", "fields"),
    ("sequence", "en lista", "a list"),
    ("null", "null", "null"),
    ("unit", "null", "null"),
    ("newtype", "ett värde", "a value"),
];

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread<'m> {
    /// There is no such field.
    NoField(Strange<'m>),
    /// A word that is none of those that can stand here.
    NoChoice(Strange<'m>),
    /// A field that has to be there is not.
    Missing(&'m str),
    /// A field stands twice.
    Twice(&'m str),
    /// One sort of value was found where another belongs.
    Misfit {
        /// What was found.
        found: Bilingual,
        /// What belongs there.
        expected: Bilingual,
    },
    /// None of the sorts of value that can stand here.
    NoValue,
    /// What a type of ours says itself, in Swedish.
    Told(&'m str),
}

/// A name that is not known, and those that are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strange<'m> {
    /// The name.
    pub name: &'m str,
    /// Those that would have done.
    pub choices: Vec<&'m str>,
}

impl<'m> Misread<'m> {
    /// Reads what a library says, without where it says it of.
    pub fn of(message: &'m str) -> Self {
        let starts = |with: &str| message.starts_with(with);
        // The libraries put names in backquotes: first the one that is meant, then those that would have done.
        let mut names = message.split('`').skip(1).step_by(2);
        match names.next() {
            Some(name) if starts("unknown field") => {
                Self::NoField(Strange { name, choices: names.collect() })
            }
            Some(name) if starts("unknown variant") => {
                Self::NoChoice(Strange { name, choices: names.collect() })
            }
            Some(name) if starts("missing field") => Self::Missing(name),
            Some(name) if starts("duplicate field") => Self::Twice(name),
            _ if starts("invalid type") || starts("invalid value") => Self::misfit(message),
            _ if starts("invalid length") || starts("data did not match") => Self::NoValue,
            _ => Self::Told(message),
        }
    }

    /// `invalid type: string "fem", expected u32`
    fn misfit(message: &str) -> Self {
        let (found, expected) = message.split_once(", expected ").unwrap_or((message, ""));
        let found = found.split_once(": ").map_or(found, |(_, found)| found);
        Self::Misfit {
            found: in_words(found, &FOUND).unwrap_or_else(|| quoted(found)),
            expected: in_words(expected, &EXPECTED)
                .unwrap_or_else(|| Bilingual::new("något annat", "something else")),
        }
    }
}

impl Strange<'_> {
    /// What to do about it, as a sentence: the name that differs in two letters at most, or all there are.
    pub fn hint(&self) -> Bilingual {
        if let Some(near) = self.nearest() {
            return Bilingual::new(format!("Menade du {near}?"), format!("Did you mean {near}?"));
        }
        let all = self.choices.join(", ");
        Bilingual::new(format!("Välj bland {all}."), format!("Choose among {all}."))
    }

    fn nearest(&self) -> Option<&str> {
        // Two letters are at most eight bytes; to compare more than a name takes long.
        let alike = |choice: &&&str| self.name.len().abs_diff(choice.len()) <= 8;
        let mut near = self.choices.iter().filter(alike);
        near.find(|choice| strsim::levenshtein(self.name, choice) <= 2).copied()
    }
}

fn in_words(words: &str, table: &[(&str, &str, &str)]) -> Option<Bilingual> {
    let row = table.iter().find(|(start, ..)| words.starts_with(start));
    row.map(|(_, sv, en)| Bilingual::new(*sv, *en))
}

/// `string "fem"` and ``integer `5` `` as the value alone.
fn quoted(found: &str) -> Bilingual {
    let text = found.strip_prefix("string ").map(|text| text.trim_matches('"'));
    let plain = || found.split('`').nth(1).unwrap_or(found).to_owned();
    text.map_or_else(
        || Bilingual::each(|_| plain()),
        |text| Bilingual::new(format!("”{text}”"), format!("“{text}”")),
    )
}
