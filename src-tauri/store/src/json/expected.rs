//! JSON that is whole but does not fit: which field, and what was expected there.

use domain::misread::{Misread, Strange};
use domain::refusal::Refusal;
use domain::text::Bilingual;
use serde_path_to_error::Error;

/// Fields that are dates; the library for dates answers in English only.
const DATES: [&str; 4] = ["notice_date", "on", "start", "tender_deadline"];

/// The field that is a moment, which only the program writes.
const MOMENT: &str = "changed.at";

/// A value or field that does not fit.
pub(super) struct Fault {
    /// The item of a list of which all is read, counted from zero.
    pub(super) item: Option<usize>,
    /// Where, in the item or in the whole, such as `procurement.value_sek`; empty for the whole file, of which only a field can be wrong.
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
        let (item, path) = item(path.trim_start_matches('.'));
        Self {
            item,
            path: path.to_owned(),
            line: inner.line(),
            message: message.strip_suffix(&place).unwrap_or(&message).to_owned(),
        }
    }

    pub(super) fn refusal(&self) -> Refusal {
        match Misread::of(&self.message) {
            Misread::NoField(strange) => self.unknown(&strange),
            Misread::Missing(name) => self.missing(name),
            Misread::Twice(name) => self.twice(name),
            Misread::NoChoice(strange) => self.no_choice(&strange),
            _ if self.is_date() => self.no_date(),
            _ if self.path == MOMENT => self.no_moment(),
            Misread::Misfit { found, expected } => self.misfit(&found, &expected),
            Misread::NoValue => self.no_value(),
            Misread::Told(words) => self.own_words(words),
        }
    }

    fn is_date(&self) -> bool {
        self.path.rsplit('.').next().is_some_and(|field| DATES.contains(&field))
    }

    /// The full name of a field that the fault is about.
    fn full(&self, name: &str) -> String {
        let parent = self.path.strip_suffix(name).map_or(&*self.path, |parent| parent.trim_end_matches('.'));
        if parent.is_empty() { name.to_owned() } else { format!("{parent}.{name}") }
    }

    fn unknown(&self, strange: &Strange<'_>) -> Refusal {
        let (field, line, hint) = (self.full(strange.name), self.line, strange.hint());
        Refusal::bad_input(
            format!("Fältet {field} på rad {line} finns inte."),
            format!("There is no field {field}, as in line {line}."),
        )
        .hint(hint.sv, hint.en)
    }

    /// What the fault is about; where the library knows no field, as in the value of an edit, the line alone.
    fn subject(&self) -> Bilingual {
        let (path, line) = (&self.path, self.line);
        if path.is_empty() {
            return Bilingual::new(format!("Värdet på rad {line}"), format!("The value in line {line}"));
        }
        Bilingual::new(format!("Fältet {path} på rad {line}"), format!("The field {path} in line {line}"))
    }

    fn no_choice(&self, strange: &Strange<'_>) -> Refusal {
        let (Bilingual { sv, en }, name, hint) = (self.subject(), strange.name, strange.hint());
        Refusal::bad_input(format!("{sv} kan inte vara ”{name}”."), format!("{en} cannot be “{name}”."))
            .hint(hint.sv, hint.en)
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
        let Bilingual { sv, en } = self.subject();
        Refusal::bad_input(format!("{sv} är inget datum."), format!("{en} is not a date."))
            .hint("Skriv till exempel 2027-04-01.", "Write for instance 2027-04-01.")
    }

    fn no_moment(&self) -> Refusal {
        let (path, line) = (&self.path, self.line);
        Refusal::bad_input(
            format!("Filen är skadad: {path} på rad {line} är ingen tidpunkt."),
            format!("The file is damaged: {path} in line {line} is not a moment."),
        )
        .hint("Be om filen på nytt.", "Ask for the file again.")
    }

    fn misfit(&self, found: &Bilingual, expected: &Bilingual) -> Refusal {
        let Bilingual { sv, en } = self.subject();
        Refusal::bad_input(
            format!("{sv} är {} men ska vara {}.", found.sv, expected.sv),
            format!("{en} is {} but should be {}.", found.en, expected.en),
        )
    }

    fn no_value(&self) -> Refusal {
        let Bilingual { sv, en } = self.subject();
        Refusal::bad_input(
            format!("{sv} går inte att läsa som ett värde."),
            format!("{en} cannot be read as a value."),
        )
        .hint(
            "Skriv ett tal, en text inom citattecken eller en lista av texter.",
            "Write a number, a text in quotes or a list of texts.",
        )
    }

    /// The types of domain say themselves, in Swedish, what does not fit and what to do.
    fn own_words(&self, words: &str) -> Refusal {
        let (path, line) = (&self.path, self.line);
        if path.is_empty() {
            return Refusal::bad_input(
                format!("Rad {line}: {words}"),
                format!("Line {line} cannot be read."),
            );
        }
        Refusal::bad_input(
            format!("{path} på rad {line}: {words}"),
            format!("{path} in line {line} cannot be read."),
        )
    }
}

/// `[3].entry` as the fourth item of a list, and the rest.
fn item(path: &str) -> (Option<usize>, &str) {
    let parts = path.strip_prefix('[').and_then(|inner| inner.split_once(']'));
    let numbered = parts.and_then(|(item, rest)| Some((item.parse().ok()?, rest)));
    numbered.map_or((None, path), |(item, rest)| (Some(item), rest.trim_start_matches('.')))
}
