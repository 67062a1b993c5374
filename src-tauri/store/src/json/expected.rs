//! JSON that is whole but does not fit: which field, and what was expected there.

use domain::refusal::Refusal;
use serde_path_to_error::Error;

/// Fields that are dates; the library for dates answers in English only.
const DATES: [&str; 3] = ["notice_date", "on", "start"];

/// What the reader expected, as the library says it, in Swedish and English.
const EXPECTED: [(&str, &str, &str); 10] = [
    ("a string", "en text inom citattecken", "a text in quotes"),
    ("a boolean", "true eller false", "true or false"),
    ("\"field\" or \"value\"", "field eller value", "field or value"),
    ("a sequence", "en lista inom hakparenteser", "a list in brackets"),
    ("a map", "fält inom klammerparenteser", "fields in braces"),
    ("struct", "fält inom klammerparenteser", "fields in braces"),
    ("ett belopp", "ett belopp i kronor, till exempel 20 000 000", "an amount in kronor, such as 20 000 000"),
    (
        "ett antal hela månader",
        "ett antal hela månader, till exempel 48",
        "a number of whole months, such as 48",
    ),
    ("u", "ett helt tal", "a whole number"),
    ("f", "ett tal", "a number"),
];

/// What the reader found, as the library says it.
const FOUND: [(&str, &str, &str); 4] = [
    ("map", "fält", "fields"),
    ("sequence", "en lista", "a list"),
    ("null", "null", "null"),
    ("unit", "null", "null"),
];

/// A value or field that does not fit.
pub(super) struct Fault {
    /// Where, such as `procurement.value_sek`; empty for the whole file, of which only a field can be wrong.
    path: String,
    line: usize,
    /// What the library says, without where.
    message: String,
}

impl Fault {
    pub(super) fn of(error: &Error<serde_json::Error>) -> Self {
        let inner = error.inner();
        let place = format!(" at line {} column {}", inner.line(), inner.column());
        let message = inner.to_string();
        let path = error.path().to_string();
        Self {
            path: if path == "." { String::new() } else { path },
            line: inner.line(),
            message: message.strip_suffix(&place).unwrap_or(&message).to_owned(),
        }
    }

    pub(super) fn refusal(&self) -> Refusal {
        let starts = |with: &str| self.message.starts_with(with);
        match self.named() {
            Some(name) if starts("unknown field") => self.unknown(name),
            Some(name) if starts("missing field") => self.missing(name),
            Some(name) if starts("duplicate field") => self.twice(name),
            Some(name) if starts("unknown variant") => self.no_choice(name),
            _ if self.is_date() => self.no_date(),
            _ if starts("invalid type") || starts("invalid value") => self.misfit(),
            _ if starts("invalid length") || starts("data did not match") => self.no_value(),
            _ => self.own_words(),
        }
    }

    /// The first name that the library puts in backquotes.
    fn named(&self) -> Option<&str> {
        self.message.split('`').nth(1)
    }

    /// The names that would have done.
    fn choices(&self) -> Vec<&str> {
        self.message.split('`').skip(3).step_by(2).collect()
    }

    fn is_date(&self) -> bool {
        self.path.rsplit('.').next().is_some_and(|field| DATES.contains(&field))
    }

    /// The full name of a field that the fault is about.
    fn full(&self, name: &str) -> String {
        let parent = self.path.strip_suffix(name).map_or(&*self.path, |parent| parent.trim_end_matches('.'));
        if parent.is_empty() { name.to_owned() } else { format!("{parent}.{name}") }
    }

    fn unknown(&self, name: &str) -> Refusal {
        let (field, line) = (self.full(name), self.line);
        let refusal = Refusal::bad_input(
            format!("Fältet {field} på rad {line} finns inte."),
            format!("There is no field {field}, as in line {line}."),
        );
        self.did_you_mean(name, refusal)
    }

    fn no_choice(&self, name: &str) -> Refusal {
        let (path, line) = (&self.path, self.line);
        let refusal = Refusal::bad_input(
            format!("Fältet {path} på rad {line} kan inte vara ”{name}”."),
            format!("The field {path} in line {line} cannot be “{name}”."),
        );
        self.did_you_mean(name, refusal)
    }

    fn did_you_mean(&self, name: &str, refusal: Refusal) -> Refusal {
        let choices = self.choices();
        // Two letters are at most eight bytes; to compare more than a name takes long.
        let alike = |choice: &str| name.len().abs_diff(choice.len()) <= 8;
        let near = choices.iter().find(|choice| alike(choice) && strsim::levenshtein(name, choice) <= 2);
        let all = choices.join(", ");
        match near {
            Some(near) => refusal.hint(format!("Menade du {near}?"), format!("Did you mean {near}?")),
            None => refusal.hint(format!("Välj bland {all}."), format!("Choose among {all}.")),
        }
    }

    fn missing(&self, name: &str) -> Refusal {
        let field = self.full(name);
        Refusal::bad_input(format!("Fältet {field} saknas."), format!("The field {field} is missing."))
            .hint("Lägg till fältet eller be om filen på nytt.", "Add the field or ask for the file again.")
    }

    fn twice(&self, name: &str) -> Refusal {
        let (field, line) = (self.full(name), self.line);
        Refusal::bad_input(
            format!("Fältet {field} står två gånger, den andra på rad {line}."),
            format!("The field {field} stands twice, the second time in line {line}."),
        )
        .hint("Ta bort det ena.", "Remove one of them.")
    }

    fn no_date(&self) -> Refusal {
        let (path, line) = (&self.path, self.line);
        Refusal::bad_input(
            format!("Fältet {path} på rad {line} är inget datum."),
            format!("The field {path} in line {line} is not a date."),
        )
        .hint("Skriv till exempel 2027-04-01.", "Write for instance 2027-04-01.")
    }

    /// "invalid type: string "fem", expected u32"
    fn misfit(&self) -> Refusal {
        let (found, expected) = self.message.split_once(", expected ").unwrap_or_default();
        let found = found.split_once(": ").map_or(found, |(_, found)| found);
        let (found_sv, found_en) = in_words(found, &FOUND).unwrap_or_else(|| quoted(found));
        let (sv, en) =
            in_words(expected, &EXPECTED).unwrap_or(("något annat".into(), "something else".into()));
        let (path, line) = (&self.path, self.line);
        Refusal::bad_input(
            format!("{path} på rad {line} är {found_sv} men ska vara {sv}."),
            format!("{path} in line {line} is {found_en} but should be {en}."),
        )
    }

    fn no_value(&self) -> Refusal {
        let (path, line) = (&self.path, self.line);
        Refusal::bad_input(
            format!("{path} på rad {line} går inte att läsa som ett värde."),
            format!("{path} in line {line} cannot be read as a value."),
        )
        .hint(
            "Skriv ett tal, en text inom citattecken eller en lista av texter.",
            "Write a number, a text in quotes or a list of texts.",
        )
    }

    /// The types of domain say themselves, in Swedish, what does not fit and what to do.
    fn own_words(&self) -> Refusal {
        let (path, line) = (&self.path, self.line);
        Refusal::bad_input(
            format!("{path} på rad {line}: {}", self.message),
            format!("{path} in line {line} cannot be read."),
        )
    }
}

/// The first row that the words begin with.
fn in_words(words: &str, table: &[(&str, &str, &str)]) -> Option<(String, String)> {
    let row = table.iter().find(|(start, ..)| words.starts_with(start));
    row.map(|(_, sv, en)| ((*sv).to_owned(), (*en).to_owned()))
}

/// `string "fem"` and ``integer `5` `` as the value alone.
fn quoted(found: &str) -> (String, String) {
    let text = found.strip_prefix("string ").map(|text| text.trim_matches('"'));
    let plain = || found.split('`').nth(1).unwrap_or(found).to_owned();
    text.map_or_else(|| (plain(), plain()), |text| (format!("”{text}”"), format!("“{text}”")))
}
