//! JSON that others wrote: what is wrong and where, in words.

mod expected;

use domain::refusal::Refusal;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use serde_path_to_error::Error;

use expected::Fault;

/// Reads a JSON object.
pub(crate) fn object<T: DeserializeOwned>(text: &str) -> Result<T, Refusal> {
    read(text, '{', |_, refusal| refusal)
}

/// Reads a JSON list; `numbered` says of which item, counted from one, a refusal speaks.
pub(crate) fn list<T: DeserializeOwned>(
    text: &str,
    numbered: impl Fn(usize, Refusal) -> Refusal,
) -> Result<Vec<T>, Refusal> {
    read(text, '[', numbered)
}

/// A mark of byte order in front, which some editors leave, is passed over.
fn read<T: DeserializeOwned>(
    text: &str,
    opening: char,
    numbered: impl Fn(usize, Refusal) -> Refusal,
) -> Result<T, Refusal> {
    let text = text.trim_start_matches('\u{feff}');
    if !text.trim_start().starts_with(opening) {
        return Err(not_opened(opening));
    }
    let mut from = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut from).map_err(|error| refused(&error, numbered))?;
    from.end().map_err(|error| no_json(error.line()))?;
    Ok(value)
}

fn refused(error: &Error<serde_json::Error>, numbered: impl Fn(usize, Refusal) -> Refusal) -> Refusal {
    let inner = error.inner();
    let message = inner.to_string();
    match inner.classify() {
        Category::Eof => cut_short(error),
        Category::Syntax if message.starts_with("recursion") => too_deep(inner.line()),
        Category::Syntax | Category::Io => no_json(inner.line()),
        Category::Data => {
            let fault = Fault::of(error);
            let refusal = fault.refusal();
            fault.item.map_or(refusal.clone(), |item| numbered(item + 1, refusal))
        }
    }
}

fn not_opened(opening: char) -> Refusal {
    Refusal::bad_input(
        format!("Filen är inte den JSON som väntades: den ska börja med {opening}."),
        format!("The file is not the JSON that was expected: it should begin with {opening}."),
    )
    .hint("Kontrollera att du har valt rätt fil.", "Check that you chose the right file.")
}

fn no_json(line: usize) -> Refusal {
    Refusal::bad_input(
        format!("Filen är skadad: rad {line} går inte att läsa som JSON."),
        format!("The file is damaged: line {line} cannot be read as JSON."),
    )
    .hint("Rätta raden eller be om filen på nytt.", "Correct the line or ask for the file again.")
}

fn too_deep(line: usize) -> Refusal {
    Refusal::bad_input(
        format!("Filen är skadad: värdena på rad {line} ligger för djupt i varandra."),
        format!("The file is damaged: the values in line {line} are nested too deep."),
    )
    .hint("Be om filen på nytt.", "Ask for the file again.")
}

fn cut_short(error: &Error<serde_json::Error>) -> Refusal {
    let line = error.inner().line();
    let (sv, en) = match section(&error.path().to_string()) {
        Some((sv, en)) => (format!("mitt i avsnittet {sv}"), format!("in the middle of {en}")),
        None => (format!("på rad {line}"), format!("in line {line}")),
    };
    Refusal::bad_input(
        format!("Filen är inte hel. Den slutar {sv}."),
        format!("The file is not whole. It ends {en}."),
    )
    .hint("Be om filen på nytt.", "Ask for the file again.")
}

/// The task in which the officer filled in what stands at `path`.
fn section(path: &str) -> Option<(&'static str, &'static str)> {
    let field = path.strip_prefix("project.").unwrap_or(path).split(['.', '[']).next();
    match field? {
        "procurement" | "regime_override" => Some(("Upphandlingen", "The procurement")),
        "answers" => Some(("Behov och risker", "Needs and risks")),
        "requirements" | "decisions" => Some(("Krav", "Requirements")),
        "overrides" => Some(("Granskning", "Review")),
        _ => None,
    }
}
