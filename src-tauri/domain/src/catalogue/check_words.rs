//! Checks on the words of an entry: every slot has its parameter, every parameter its label, in both languages.

use std::collections::BTreeSet;

use super::check_facts::KnownFacts;
use super::condition::Condition;
use super::entry::{Duty, Entry, EntryText};
use super::id::Code;
use super::load::Fault;
use super::parameter::{Parameter, ParameterKind};
use crate::requirements::wording::{Part, parts};
use crate::text::Language;

/// What is wrong with the words of an entry.
pub(super) fn faults(entry: &Entry, known: &KnownFacts) -> Vec<Fault> {
    let text = &entry.text;
    let mut faults = Vec::new();
    for language in [Language::Sv, Language::En] {
        let file = format!(
            "texts/{}.{}.toml",
            entry.theme.code(),
            if language == Language::Sv { "sv" } else { "en" }
        );
        let found = words_faults(entry, text.of(language), known);
        faults.extend(found.into_iter().map(|message| Fault::new(&*file, entry.id.as_str(), message)));
    }
    let file = format!("texts/{}.en.toml", entry.theme.code());
    let apart = [
        ("duties", conditions(all_duties(&text.sv)) == conditions(all_duties(&text.en))),
        ("check_steps", conditions(&text.sv.check_steps) == conditions(&text.en.check_steps)),
    ];
    let apart = apart.into_iter().filter(|(_, same)| !same);
    let apart = apart.map(|(key, _)| format!("{key}: språken har olika många meningar eller olika villkor"));
    faults.extend(apart.map(|message| Fault::new(&*file, entry.id.as_str(), message)));
    faults
}

/// What each of some sentences stands on.
fn conditions<'t>(sentences: impl IntoIterator<Item = &'t Duty>) -> Vec<Option<&'t Condition>> {
    sentences.into_iter().map(|sentence| sentence.when.as_ref()).collect()
}

pub(crate) fn all_duties(text: &EntryText) -> impl Iterator<Item = &Duty> {
    text.duties.iter().chain(&text.relief)
}

fn words_faults(entry: &Entry, text: &EntryText, known: &KnownFacts) -> Vec<String> {
    let parameters = &entry.rules.parameters;
    let used: BTreeSet<&str> = templates(text).flat_map(slots).collect();
    let strange = used
        .iter()
        .filter(|name| !parameters.contains_key(**name))
        .map(|name| format!("värdet {{{name}}} finns inte"));
    let shown = |name: &str, parameter: &Parameter| {
        used.contains(name) || decides_a_duty(text, name) || parameter.kind == ParameterKind::Table
    };
    let unused = parameters
        .iter()
        .filter(|(n, p)| !shown(n.as_str(), p))
        .map(|(n, _)| format!("värdet {n} står inte i någon text"));
    let unlabelled = parameters
        .keys()
        .filter(|n| !text.parameters.contains_key(*n))
        .map(|n| format!("parameters: {n} saknar namn"));
    let options = parameters.iter().flat_map(|(name, parameter)| {
        let labels = text.options.get(name);
        let missing = move |code: &&Code| labels.is_none_or(|labels| !labels.contains_key(*code));
        parameter
            .options
            .iter()
            .filter(missing)
            .map(move |code| format!("options.{name}: {code} saknar namn"))
    });
    let columns =
        parameters.iter().filter(|(n, p)| p.kind == ParameterKind::Table && !text.columns.contains_key(*n));
    let columns = columns.map(|(name, _)| format!("columns: {name} saknar rubriker"));
    let conditional = all_duties(text).chain(&text.check_steps);
    let conditions = conditional.filter_map(|duty| duty.when.as_ref()).flat_map(|when| known.faults(when));
    let rest = broken_slots(text)
        .chain(columns)
        .chain(conditions)
        .chain(arguments(entry, text))
        .chain(empty_words(text));
    strange.chain(unused).chain(unlabelled).chain(options).chain(rest).collect()
}

/// A brace that makes no slot would be printed as it stands.
fn broken_slots(text: &EntryText) -> impl Iterator<Item = String> {
    let said = |template: &str| {
        let start: String = template.chars().take(40).collect();
        format!("”{start}…”: klamrar står bara kring ett värde, {{namn}} eller {{namn|ett besök|besök}}")
    };
    let broken = templates(text).filter(|template| !parts(template).iter().all(is_plain));
    let fixed = fixed_words(text).filter(|words| words.contains(['{', '}']));
    broken.chain(fixed).map(said)
}

/// Whether braces stand only around slots, which are whole.
pub(crate) fn is_plain(part: &Part<'_>) -> bool {
    match part {
        Part::Text(words) => !words.contains(['{', '}']),
        Part::Slot(slot) => {
            let forms = slot.forms.into_iter().flat_map(|(one, more)| [one, more]);
            forms.into_iter().all(|form| !form.trim().is_empty() && !form.contains(['{', '|']))
        }
    }
}

/// The words that are printed as they stand, without values.
fn fixed_words(text: &EntryText) -> impl Iterator<Item = &str> {
    let one = [
        &text.title,
        &text.summary,
        &text.motive,
        &text.suitable,
        &text.necessary,
        &text.balanced,
        &text.choose_when,
        &text.evidence_short,
        &text.notice_aim,
        &text.notice_term,
        &text.unit,
        &text.withdrawn,
    ];
    let several =
        text.pitfalls.iter().chain(&text.buyer_duties).chain(text.practice.iter().map(|note| &note.text));
    one.into_iter().chain(several).map(String::as_str)
}

/// What opinions differ about is shown with both sides.
fn arguments(entry: &Entry, text: &EntryText) -> Option<String> {
    let missing = entry.rules.contested && text.arguments.is_none();
    missing.then(|| "arguments: saknas, fast kravet är omstritt".to_owned())
}

/// A text that is there and says nothing is a text that is missing.
fn empty_words(text: &EntryText) -> impl Iterator<Item = String> {
    let all = [
        ("title", &text.title),
        ("summary", &text.summary),
        ("motive", &text.motive),
        ("suitable", &text.suitable),
        ("necessary", &text.necessary),
        ("balanced", &text.balanced),
        ("evidence_tender", &text.evidence_tender),
        ("evidence_contract", &text.evidence_contract),
        ("evidence_short", &text.evidence_short),
        ("follow_up", &text.follow_up),
    ];
    let empty = all.into_iter().filter(|(_, words)| says_nothing(words)).map(|(name, _)| name);
    let no_duty = text.duties.iter().all(|duty| says_nothing(&duty.text)).then_some("duties");
    empty.chain(no_duty).map(|name| format!("{name}: texten saknas"))
}

/// Also of spaces that are not seen.
fn says_nothing(words: &str) -> bool {
    !words.chars().any(char::is_alphanumeric)
}

/// Whether a duty stands or falls with a value.
pub(crate) fn decides_a_duty(text: &EntryText, name: &str) -> bool {
    let leaves = all_duties(text).filter_map(|duty| duty.when.as_ref()).flat_map(Condition::leaves);
    leaves.into_iter().any(|leaf| matches!(leaf, Condition::Parameter(parameter, _) if *parameter == name))
}

/// The texts that have slots for values.
fn templates(text: &EntryText) -> impl Iterator<Item = &str> {
    all_duties(text).map(|duty| &*duty.text).chain(beside_duties(text))
}

/// Those of them that are no duties.
pub(crate) fn beside_duties(text: &EntryText) -> impl Iterator<Item = &str> {
    let rest = [&text.evidence_tender, &text.evidence_contract, &text.follow_up, &text.sanction];
    let steps = text.check_steps.iter().map(|step| &step.text);
    rest.into_iter().chain(&text.guide).chain(steps).map(String::as_str)
}

/// The values that a text names.
pub(crate) fn slots(template: &str) -> Vec<&str> {
    parts(template)
        .into_iter()
        .filter_map(|part| if let Part::Slot(slot) = part { Some(slot.name) } else { None })
        .collect()
}
