//! Old and new words side by side, part by part.

use super::{Now, Pending};
use crate::catalogue::entry::Entry;
use crate::needs::facts::serde_name;
use crate::requirements::requirement::Requirement;
use crate::requirements::wording::plain;
use crate::requirements::words::{Said, Speaker};
use crate::word_by_word::{Run, beside};

/// One part of a requirement, such as its duties: a paragraph each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// As the project has it.
    pub old: Vec<Vec<Run>>,
    /// As the catalogue has it now.
    pub new: Vec<Vec<Run>>,
}

/// The parts that differ; none when nothing of the old comes back in another shape.
pub fn rows(requirement: &Requirement, pending: &Pending, speaker: Speaker<'_>) -> Vec<Row> {
    let Now::Changed(new) = &pending.now else { return Vec::new() };
    let (old, new) = (parts(&requirement.entry, speaker), parts(new, speaker));
    let pairs = old.into_iter().zip(new).filter(|((_, old), (_, new))| old != new);
    let row = |((label, old), (_, new)): ((String, Vec<String>), (String, Vec<String>))| {
        let (old, new) = beside(&old, &new);
        Row { label, old, new }
    };
    pairs.map(row).collect()
}

/// All that is said of an entry as it would be if it were chosen now, part by part.
fn parts(entry: &Entry, speaker: Speaker<'_>) -> Vec<(String, Vec<String>)> {
    let said = speaker.as_if_new(entry);
    let label = |key: &str| speaker.phrase(&format!("program.editions.parts.{key}"));
    let words = said.words;
    let kind = |group: &str, code: &str| speaker.phrase(&format!("general.{group}.{code}"));
    let parts: [(&str, Vec<String>); 14] = [
        ("title", vec![words.title.clone()]),
        ("level", vec![kind("levels", &serde_name(&entry.rules.level))]),
        ("placement", vec![kind("placements", &serde_name(&entry.rules.placement))]),
        ("duties", said.duties().iter().map(|duty| plain(duty)).collect()),
        ("values", values(entry, &said)),
        ("evidence_tender", vec![said.evidence_tender()]),
        ("evidence_contract", vec![said.evidence_contract()]),
        ("follow_up", std::iter::once(said.follow_up()).chain(said.check_steps()).collect()),
        ("sanction", vec![said.sanction()]),
        ("legal_basis", said.citations().into_iter().map(|citation| speaker.sections(citation)).collect()),
        ("companions", companions(entry, speaker)),
        ("motive", vec![words.motive.clone()]),
        ("proportionality", vec![words.suitable.clone(), words.necessary.clone(), words.balanced.clone()]),
        ("advice", words.pitfalls.iter().chain(&words.buyer_duties).cloned().collect()),
    ];
    parts.into_iter().map(|(key, lines)| (label(key), lines)).collect()
}

fn values(entry: &Entry, said: &Said<'_>) -> Vec<String> {
    let line = |name: &str| {
        let label = said.words.parameters.get(name).map_or(name, String::as_str);
        format!("{label}: {}", said.shown(name))
    };
    entry.rules.parameters.keys().map(|name| line(name.as_str())).collect()
}

fn companions(entry: &Entry, speaker: Speaker<'_>) -> Vec<String> {
    entry.rules.requires.iter().map(|id| speaker.title(id)).collect()
}
