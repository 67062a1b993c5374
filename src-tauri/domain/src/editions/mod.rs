//! What a project has taken over, against what the catalogue says now: requirement by requirement, the officer keeps the
//! old, takes over the new, or lets it wait.

mod compare;
mod side_by_side;
mod take_over;

pub use compare::Change;
pub use side_by_side::{Row, rows};
pub(crate) use take_over::{accept, keep};

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::{EntryId, ParameterName};
use crate::catalogue::parameter::ParameterValue;
use crate::format;
use crate::needs::facts::serde_name;
use crate::project::Project;
use crate::requirements::requirement::Requirement;
use crate::requirements::words::Speaker;
use crate::text::{Bilingual, Language};

/// How the entry of a requirement stands in the catalogue now.
#[derive(Clone, Debug, PartialEq)]
pub enum Now {
    /// It has changed; the entry as it is now.
    Changed(Arc<Entry>),
    /// It is withdrawn: no longer to be used, replaced by one, or split into several.
    Withdrawn {
        /// The entry as it is now, with the reason.
        entry: Arc<Entry>,
        /// What stands in its place.
        by: Vec<EntryId>,
    },
    /// It is not in this catalogue: it comes from another authority, or from another edition.
    Elsewhere,
}

/// A requirement whose entry is another in the catalogue than in the project.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    /// The entry.
    pub entry: EntryId,
    /// How it stands now.
    pub now: Now,
    /// What has changed.
    pub changes: Vec<Change>,
    /// What the officer has set and would be lost, since nothing takes it any longer.
    pub lost: Vec<(ParameterName, ParameterValue)>,
    /// Whether the officer has chosen to keep the old one; not asked again until the entry changes anew.
    pub kept: bool,
}

impl Pending {
    /// Whether the officer has something to decide.
    pub fn asks(&self) -> bool {
        !self.kept && self.now != Now::Elsewhere
    }

    /// How it stands now: "Ändrat", "Återkallat", "Ersatt", "Uppdelat", "Finns inte i den här katalogen".
    pub fn state(&self, speaker: Speaker<'_>) -> String {
        let key = match &self.now {
            Now::Changed(_) => "changed",
            Now::Withdrawn { by, .. } => match by.len() {
                0 => "withdrawn",
                1 => "replaced",
                _ => "split",
            },
            Now::Elsewhere => "elsewhere",
        };
        speaker.phrase(&format!("program.editions.{key}"))
    }

    /// What has changed: "kravtext och värden".
    pub fn changed(&self, speaker: Speaker<'_>) -> String {
        let word =
            |change: &Change| speaker.phrase(&format!("program.editions.changes.{}", serde_name(change)));
        format::list(&self.changes.iter().map(word).collect::<Vec<_>>(), speaker.language)
    }

    /// Why it was withdrawn; `None` when it was not.
    pub fn why(&self, speaker: Speaker<'_>) -> Option<&str> {
        let Now::Withdrawn { entry, .. } = &self.now else { return None };
        Some(&entry.text.of(speaker.language).withdrawn)
    }

    /// What stands in the place of a withdrawn one, by name.
    pub fn successors(&self, speaker: Speaker<'_>) -> Vec<String> {
        titles(&self.now, speaker.catalogue, speaker.language)
    }

    /// What becomes of the officer's own text; `None` when there is none.
    pub fn own_text(&self, requirement: &Requirement, speaker: Speaker<'_>) -> Option<String> {
        own_text(requirement, &self.now, speaker.catalogue, speaker.language)
    }

    /// The values that would be lost, each with its name: "Antal besök: 3".
    pub fn lost_values(&self, requirement: &Requirement, speaker: Speaker<'_>) -> Vec<String> {
        let said = speaker.as_if_new(&requirement.entry);
        let value = |name: &ParameterName| {
            format!("{}: {}", label(requirement, name, speaker.language), said.shown(name.as_str()))
        };
        self.lost.iter().map(|(name, _)| value(name)).collect()
    }
}

/// The requirements that stand in a project and whose entries are others now, in the order of the project.
pub fn pending(project: &Project, catalogue: &Catalogue) -> Vec<Pending> {
    project.standing().into_iter().filter_map(|requirement| of(requirement, catalogue)).collect()
}

/// How a requirement stands against the catalogue; nothing when it is as it was.
pub(crate) fn of(requirement: &Requirement, catalogue: &Catalogue) -> Option<Pending> {
    if requirement.entry.is_custom() {
        return None;
    }
    let Some(entry) = catalogue.entries.get(requirement.id()) else {
        let entry = requirement.id().clone();
        return Some(Pending {
            entry,
            now: Now::Elsewhere,
            changes: Vec::new(),
            lost: Vec::new(),
            kept: false,
        });
    };
    let changes = compare::changes(&requirement.entry, entry);
    if changes.is_empty() {
        return None;
    }
    let now = if entry.is_withdrawn() {
        Now::Withdrawn { entry: Arc::clone(entry), by: entry.rules.replaced_by.clone() }
    } else {
        Now::Changed(Arc::clone(entry))
    };
    let lost = lost(requirement, &now, catalogue);
    let kept = requirement.kept_before.as_ref().is_some_and(|mark| *mark == compare::mark(entry));
    Some(Pending { entry: requirement.id().clone(), now, changes, lost, kept })
}

/// The values that fit nowhere in what stands in the place of the old.
fn lost(requirement: &Requirement, now: &Now, catalogue: &Catalogue) -> Vec<(ParameterName, ParameterValue)> {
    let takers: Vec<&Entry> = match now {
        Now::Changed(entry) => vec![entry],
        Now::Withdrawn { by, .. } => by.iter().filter_map(|id| catalogue.entry(id)).collect(),
        Now::Elsewhere => return Vec::new(),
    };
    let lost = requirement
        .values
        .iter()
        .filter(|(name, value)| !takers.iter().any(|entry| takes(entry, name, value)));
    lost.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// What becomes of a requirement when the new is taken over, after the name of the edit: ". Ersatt av Studiebesök. Värden
/// som inte längre passar: Antal besök."
pub(crate) fn outcome_words(project: &Project, entry: &EntryId, catalogue: &Catalogue) -> Bilingual {
    let of = |requirement| Some((requirement, of(requirement, catalogue)?));
    let Some((requirement, pending)) = project.requirement(entry).and_then(of) else {
        return Bilingual::default();
    };
    Bilingual::each(|language| {
        let lost: Vec<_> = pending.lost.iter().map(|(name, _)| label(requirement, name, language)).collect();
        let sentences = [
            sentence("by", "others", &titles(&pending.now, catalogue, language), catalogue, language),
            sentence("lost", "values", &lost, catalogue, language),
            own_text(requirement, &pending.now, catalogue, language),
        ];
        let said = sentences.into_iter().flatten().collect::<Vec<_>>().join(" ");
        if said.is_empty() { said } else { format!(". {said}") }
    })
}

/// An own text is never changed by the catalogue: it stays, goes along to a single successor, or goes with the
/// requirement.
fn own_text(
    requirement: &Requirement,
    now: &Now,
    catalogue: &Catalogue,
    language: Language,
) -> Option<String> {
    if requirement.own_wording.is_empty() {
        return None;
    }
    let key = match now {
        Now::Changed(_) | Now::Elsewhere => "kept",
        Now::Withdrawn { by, .. } if by.len() == 1 => "moves",
        Now::Withdrawn { .. } => "goes",
    };
    Some(catalogue.phrases.word(&format!("program.editions.own.{key}"), language).to_owned())
}

/// The names of what stands in the place of a withdrawn one.
fn titles(now: &Now, catalogue: &Catalogue, language: Language) -> Vec<String> {
    let Now::Withdrawn { by, .. } = now else { return Vec::new() };
    let known = by.iter().filter_map(|id| catalogue.entry(id));
    known.map(|entry| entry.text.of(language).title.clone()).collect()
}

pub(crate) fn sentence(
    key: &str,
    slot: &str,
    items: &[String],
    catalogue: &Catalogue,
    language: Language,
) -> Option<String> {
    let listed = format::list(items, language);
    let key = format!("program.editions.{key}");
    (!items.is_empty()).then(|| catalogue.phrases.fill_in(&key, &[(slot, listed)], language))
}

/// What a value is called in the words that the project took over.
pub fn label(requirement: &Requirement, name: &ParameterName, language: Language) -> String {
    let label = requirement.entry.text.of(language).parameters.get(name);
    label.cloned().unwrap_or_else(|| name.to_string())
}

/// Whether an entry has a parameter of this name that takes the value.
pub(crate) fn takes(entry: &Entry, name: &ParameterName, value: &ParameterValue) -> bool {
    entry.rules.parameters.get(name).is_some_and(|parameter| parameter.take(value).is_ok())
}
