//! Own wording: the duties of a requirement as the officer writes them, in the place of the catalogue's.
//!
//! Values stay values: a slot is written as in the catalogue, `{visits}` or `{visits|ett besök|besök}`, and follows what is
//! set and worked out. The text is one, in the language of the authority, and is printed as it is written in both
//! languages. It always stands, without conditions.

use std::collections::HashSet;

use indexmap::IndexMap;
use jiff::civil::Date;

use super::requirement::Requirement;
use super::wording::{Part, parts};
use super::words::{Said, Speaker};
use crate::assess::assess;
use crate::catalogue::Catalogue;
use crate::catalogue::check_words::is_plain;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::ParameterName;
use crate::catalogue::parameter::{Parameter, ParameterKind};
use crate::format;
use crate::project::Project;
use crate::refusal::Refusal;
use crate::text::{Language, steers};

/// The most duties of one requirement: the letters of a contract, K3 a to K3 z.
pub const MOST_DUTIES: usize = 26;
/// The longest duty, in characters: some three pages.
pub const LONGEST_DUTY: usize = 10_000;
/// A value that reads longer than this, in characters, is shown by its name while the text is edited.
const LONGEST_SHOWN: usize = 60;

/// The values that a text can have.
type Parameters = IndexMap<ParameterName, Parameter>;

/// The duties as they are kept: without spaces around them.
///
/// # Errors
/// When there are none or too many, or one is empty, too long, steers how text is shown, or names a value that the
/// requirement lacks.
pub(crate) fn checked(duties: &[String], parameters: &Parameters) -> Result<Vec<String>, Refusal> {
    if duties.is_empty() {
        let refusal = Refusal::bad_input("Kravet har ingen skyldighet.", "The requirement has no duty.");
        return Err(
            refusal.hint("Skriv minst en mening om vad som ska göras.", "Write at least one sentence.")
        );
    }
    if duties.len() > MOST_DUTIES {
        return Err(Refusal::bad_input(
            format!("Kravet har fler än {MOST_DUTIES} skyldigheter."),
            format!("The requirement has more than {MOST_DUTIES} duties."),
        )
        .hint("Dela det i två krav.", "Divide it into two requirements."));
    }
    let each = duties.iter().enumerate().map(|(i, duty)| one(i + 1, duty.trim(), parameters));
    each.collect()
}

fn one(number: usize, duty: &str, parameters: &Parameters) -> Result<String, Refusal> {
    let (sv, en) = (format!("Skyldighet {number}"), format!("Duty {number}"));
    let duty = line(&sv, &en, duty, LONGEST_DUTY)?;
    match unknown_slot(&duty, parameters) {
        Some(braced) => Err(no_value(&braced, parameters)),
        None => Ok(duty),
    }
}

/// A text of one paragraph without values, named in the refusals, without spaces around it.
///
/// # Errors
/// As [`checked`].
pub(crate) fn text(sv: &str, en: &str, text: &str) -> Result<String, Refusal> {
    let text = line(sv, en, text, LONGEST_DUTY)?;
    match unknown_slot(&text, &Parameters::new()) {
        Some(braced) => Err(no_value(&braced, &Parameters::new())),
        None => Ok(text),
    }
}

/// A text of one paragraph, named in the refusals, without spaces around it.
///
/// # Errors
/// When it is empty, has more than `most` characters, or steers how text is shown.
pub(crate) fn line(sv: &str, en: &str, text: &str, most: usize) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::bad_input(format!("{sv} är tomt."), format!("{en} is empty."))
            .hint("Skriv en mening eller ta bort det.", "Write a sentence or take it away."));
    }
    if text.chars().count() > most {
        let (sv, en) =
            (format!("{sv} har fler än {most} tecken."), format!("{en} has more than {most} characters."));
        return Err(
            Refusal::bad_input(sv, en).hint("Skriv kortare eller dela upp det.", "Shorten or divide it.")
        );
    }
    match text.chars().find(|c| steers(*c)) {
        Some(sign) => Err(steering(sv, en, sign)),
        None => Ok(text.to_owned()),
    }
}

fn steering(sv: &str, en: &str, sign: char) -> Refusal {
    let code = format!("U+{:04X}", u32::from(sign));
    let refusal = Refusal::bad_input(
        format!("{sv} har ett tecken som styr hur text visas ({code})."),
        format!("{en} has a sign that steers how text is shown ({code})."),
    );
    refusal.hint("Skriv texten utan det, i ett stycke.", "Write it without that, as one paragraph.")
}

/// What stands between braces and is no value of the requirement, with the braces.
fn unknown_slot(duty: &str, parameters: &Parameters) -> Option<String> {
    let odd = |part: &Part<'_>| match part {
        Part::Text(_) => !is_plain(part),
        Part::Slot(slot) => !parameters.contains_key(slot.name) || !is_plain(part),
    };
    let odd = parts(duty).into_iter().find(odd)?;
    Some(odd.to_string())
}

fn no_value(braced: &str, parameters: &Parameters) -> Refusal {
    let refusal = Refusal::bad_input(
        format!("”{braced}” är inget värde i kravet. Klamrar står bara kring ett värde."),
        format!("“{braced}” is no value of the requirement. Braces stand around a value only."),
    );
    let names: Vec<String> = slottable(parameters).map(|name| format!("{{{name}}}")).collect();
    if names.is_empty() {
        return refusal.hint("Skriv texten utan klamrar.", "Write the text without braces.");
    }
    let names = names.join(", ");
    refusal.hint(
        format!("Ta bort klamrarna, eller välj ett av värdena {names}."),
        format!("Take the braces away, or choose one of {names}."),
    )
}

/// The values that can stand in a sentence: a table stands under it, and a yes or no decides about the catalogue's text.
fn slottable(parameters: &Parameters) -> impl Iterator<Item = &ParameterName> {
    let stands = |parameter: &Parameter| {
        !matches!(parameter.kind, ParameterKind::Flag | ParameterKind::Table) && !parameter.locked
    };
    parameters.iter().filter(move |(_, parameter)| stands(parameter)).map(|(name, _)| name)
}

/// Whether every value that the own text names is one of the entry's.
pub(crate) fn fits(duties: &[String], entry: &Entry) -> bool {
    duties.iter().all(|duty| unknown_slot(duty, &entry.rules.parameters).is_none())
}

/// The own text of a requirement as it can stand on another entry: a value that the other lacks becomes words, as it
/// reads now.
pub(crate) fn carried(
    requirement: &Requirement,
    to: &Entry,
    project: &Project,
    catalogue: &Catalogue,
    today: Date,
) -> Vec<String> {
    if fits(&requirement.own_wording, to) {
        return requirement.own_wording.clone();
    }
    let assessment = assess(project, catalogue, today);
    let said = Speaker::new(project, &assessment, Language::Sv).requirement(&requirement.entry);
    let part = |part: Part<'_>| match part {
        Part::Slot(slot) if !to.rules.parameters.contains_key(slot.name) => in_words(&part, &said),
        part => part.to_string(),
    };
    requirement.own_wording.iter().map(|duty| parts(duty).into_iter().map(part).collect()).collect()
}

/// A slot as it reads: what was typed as a value neither opens a slot nor steers the text.
fn in_words(slot: &Part<'_>, said: &Said<'_>) -> String {
    said.text(&slot.to_string()).replace(['{', '}'], "").replace(steers, " ")
}

/// Around a value in a text that is edited: signs that set a text apart and are not seen. Nothing that is kept has them.
pub const AROUND_VALUE: [char; 2] = ['\u{2068}', '\u{2069}'];

/// The duties of a requirement as they are edited: with `2 studiebesök`, set apart, where a value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editable {
    /// The duties that stand.
    pub duties: Vec<String>,
    /// The values that can stand in them, those that do first.
    pub values: Vec<EditableValue>,
}

/// A value in a text that is edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditableValue {
    /// As it is shown and may be moved: `2 studiebesök`, between the signs that set it apart. No two are alike.
    pub shown: String,
    /// As it is kept: `{visits|ett studiebesök|studiebesök}`.
    pub slot: String,
    /// What the value is called.
    pub label: String,
}

/// The duties that stand, ready to be edited.
pub fn editable(said: &Said<'_>, entry: &Entry) -> Editable {
    let templates = said.templates();
    let mut values: Vec<EditableValue> = Vec::new();
    let mut seen = HashSet::new();
    let used = templates.iter().flat_map(|template| parts(template)).filter_map(|part| match part {
        Part::Slot(slot) => Some((slot.name.to_owned(), part.to_string())),
        Part::Text(_) => None,
    });
    let used: Vec<(String, String)> = used.filter(|(_, slot)| seen.insert(slot.clone())).collect();
    let named = |name: &ParameterName| used.iter().any(|(other, _)| *name == other.as_str());
    let unused = slottable(&entry.rules.parameters).filter(|name| !named(name));
    let unused: Vec<_> = unused.map(|name| (name.to_string(), format!("{{{name}}}"))).collect();
    for (name, slot) in used.iter().cloned().chain(unused) {
        let label = said.words.parameters.get(&*name).cloned().unwrap_or(name);
        let shown = shown(&slot, &label, said, &values);
        values.push(EditableValue { shown, slot, label });
    }
    let read = |template: &String| parts(template).iter().map(|part| in_editor(part, &values)).collect();
    Editable { duties: templates.iter().map(read).collect(), values }
}

fn in_editor(part: &Part<'_>, values: &[EditableValue]) -> String {
    let text = part.to_string();
    values.iter().find(|value| value.slot == text).map_or(text, |value| value.shown.clone())
}

/// The value as it reads; with its name where another reads the same, or where it does not read well by itself.
fn shown(slot: &str, label: &str, said: &Said<'_>, others: &[EditableValue]) -> String {
    // With plain spaces, as they are typed.
    let reads = said.text(slot).replace(format::NBSP, " ");
    let reads = reads.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(&reads);
    let odd = reads.is_empty() || reads.chars().count() > LONGEST_SHOWN || reads.contains(steers);
    let label = format::lower_first(label).replace(steers, " ");
    let first = if odd { label.clone() } else { reads.to_owned() };
    let [open, close] = AROUND_VALUE;
    let set_apart = |words: &str| format!("{open}{words}{close}");
    let ways = [&first, &format!("{first}, {label}"), slot].map(set_apart);
    let free = |way: &&String| others.iter().all(|other| other.shown != **way);
    ways.iter().find(free).unwrap_or(&ways[2]).clone()
}
