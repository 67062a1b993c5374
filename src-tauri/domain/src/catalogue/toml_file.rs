//! Reading one file of the catalogue: what does not fit is said with line, entry and field.

use serde::de::DeserializeOwned;

use super::load::Fault;
use crate::misread::Misread;

/// The tables of an authority's file that hold entries; in the other files the entries stand outermost.
const TABLES: [&str; 4] = ["entries.", "texts.sv.", "texts.en.", "defaults."];

/// Reads a file whole.
///
/// # Errors
/// The first thing in it that is no TOML, or not what should stand there.
pub(super) fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Fault> {
    let from = toml::Deserializer::parse(text).map_err(|error| no_toml(file, text, &error))?;
    serde_path_to_error::deserialize(from).map_err(|error| {
        let path = error.path().to_string();
        misread(file, line(text, error.inner()), path.trim_start_matches('.'), error.inner().message())
    })
}

fn line(text: &str, error: &toml::de::Error) -> usize {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or("");
    before.matches('\n').count() + 1
}

/// The entry is the heading on the line of the fault, or the nearest above it.
fn no_toml(file: &str, text: &str, error: &toml::de::Error) -> Fault {
    let line = line(text, error);
    let above: Vec<&str> = text.lines().take(line).collect();
    let entry = above.into_iter().rev().find_map(heading).unwrap_or("");
    let what = match error.message() {
        twice if twice.starts_with("duplicate key") => "står redan tidigare i filen",
        deep if deep.contains("recursion") => "värdena ligger för djupt i varandra",
        _ => "går inte att läsa som TOML",
    };
    Fault::new(file, entry, format!("rad {line}: {what}"))
}

fn heading(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('[')?.trim_start_matches('[');
    below_tables(inner).split([']', '.']).next()
}

fn below_tables(path: &str) -> &str {
    TABLES.iter().find_map(|table| path.strip_prefix(table)).unwrap_or(path)
}

fn misread(file: &str, line: usize, path: &str, message: &str) -> Fault {
    let (name, what) = told(message);
    let (entry, field) = place(path, name);
    Fault::new(file, entry, format!("rad {line}: {}", with_field(&field, &what)))
}

/// Reads a table that has been read as values. What does not fit is said with the field in it, for the one who read the
/// table to add where that stands.
pub(super) fn from_table<T: DeserializeOwned>(table: toml::Table) -> Result<T, String> {
    serde_path_to_error::deserialize(toml::Value::Table(table)).map_err(|error| {
        let path = error.path().to_string();
        let (name, what) = told(error.inner().message());
        with_field(&joined(before(path.trim_start_matches('.'), name), name), &what)
    })
}

fn with_field(field: &str, what: &str) -> String {
    if field.is_empty() { what.to_owned() } else { format!("{field}: {what}") }
}

/// The field that a fault is about, when the fault names it, and what is wrong.
fn told(message: &str) -> (&str, String) {
    match Misread::of(message) {
        Misread::NoField(strange) => (strange.name, format!("fältet finns inte. {}", strange.hint().sv)),
        Misread::NoChoice(strange) => {
            ("", format!("kan inte vara ”{}”. {}", strange.name, strange.hint().sv))
        }
        Misread::Missing(name) => (name, "fältet saknas".to_owned()),
        Misread::Twice(name) => (name, "fältet står två gånger".to_owned()),
        Misread::Misfit { found, expected } => ("", format!("är {} men ska vara {}", found.sv, expected.sv)),
        Misread::NoValue => ("", "värdet är inget av dem som kan stå här".to_owned()),
        Misread::Told(what) => ("", what.to_owned()),
    }
}

/// The entry that a path leads into, and the field in it.
fn place<'p>(path: &'p str, name: &str) -> (&'p str, String) {
    let parent = before(path, name);
    let inside = below_tables(parent);
    match inside.split_once('.') {
        // A row of a list has no name of its own.
        _ if inside.split('.').next().is_some_and(|first| first.contains('[')) => ("", joined(parent, name)),
        Some((entry, rest)) => (entry, joined(rest, name)),
        None if name.is_empty() && inside == parent => ("", parent.to_owned()),
        None => (inside, name.to_owned()),
    }
}

/// What stands before the field that a fault names: the field ends the path, or is missing at the end of it.
fn before<'p>(path: &'p str, name: &str) -> &'p str {
    path.strip_suffix(name).unwrap_or(path).trim_end_matches('.')
}

fn joined(path: &str, name: &str) -> String {
    [path, name].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(".")
}
