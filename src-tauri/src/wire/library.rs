//! The catalogue in use, and what a file would change in it.

use std::sync::Arc;

use domain::catalogue::entry::Entry;
use domain::catalogue::library::{Difference, FileKind};
use domain::catalogue::load::Fault;
use domain::catalogue::phrases::Phrases;
use domain::text::{Bilingual, Language};
use serde::Serialize;
use ts_rs::TS;

use super::refusal::RefusalView;
use crate::shelf::{Proposal, Shelf};

/// Which catalogue is in use.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryView {
    /// "Utgåva 2026:1 med 97 krav, varav 1 eget"
    pub words: String,
    /// The kinds of files that are imported.
    pub imported: Vec<FileKind>,
    /// What could not be used, and why.
    pub troubles: Vec<RefusalView>,
}

/// What a file holds, before anything of it is taken in.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueFileView {
    /// The name of the file.
    pub name: String,
    /// What it is and holds, or that it cannot be used.
    pub words: String,
    /// Whether it can be taken in.
    pub whole: bool,
    /// What is wrong, a line each; the first of many.
    pub faults: Vec<String>,
    /// How many more there are.
    pub more_faults: usize,
    /// What changes.
    pub groups: Vec<CatalogueFileGroup>,
    /// That thresholds change, or that nothing does.
    pub note: Option<String>,
}

/// Entries to which the same happens.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueFileGroup {
    /// "Tre krav är ändrade"
    pub label: String,
    /// Their titles.
    pub titles: Vec<String>,
}

/// The most faults that a dialog has room for.
const MOST_FAULTS: usize = 20;

impl LibraryView {
    /// The catalogue in use, in words.
    pub fn of(shelf: &Shelf, language: Language) -> Self {
        let catalogue = &shelf.catalogue;
        let kinds = [(FileKind::Edition, &shelf.library.edition), (FileKind::Own, &shelf.library.own)];
        let key = if catalogue.own.is_empty() { "in_use" } else { "in_use_with_own" };
        Self {
            words: Words { phrases: &catalogue.phrases, language }.holds(key, catalogue),
            imported: kinds.into_iter().filter(|(_, file)| file.is_some()).map(|(kind, _)| kind).collect(),
            troubles: shelf.troubles.iter().map(|trouble| RefusalView::of(trouble, language)).collect(),
        }
    }
}

impl CatalogueFileView {
    /// What a file holds, in words.
    pub fn of(proposal: &Proposal, phrases: &Phrases, language: Language) -> Self {
        let words = Words { phrases, language };
        let name = proposal.name.clone();
        match &proposal.held {
            Err(faults) => words.refused(name, faults),
            Ok((kind, next, difference)) => Self {
                name,
                words: words.holds(if *kind == FileKind::Own { "own_holds" } else { "edition_holds" }, next),
                whole: true,
                faults: Vec::new(),
                more_faults: 0,
                groups: words.groups(difference),
                note: words.note(difference),
            },
        }
    }
}

struct Words<'a> {
    phrases: &'a Phrases,
    language: Language,
}

impl Words<'_> {
    fn say(&self, key: &str, slots: &[(&str, String)]) -> String {
        self.phrases.fill_in(&format!("window.library.{key}"), slots, self.language)
    }

    fn holds(&self, key: &str, catalogue: &domain::catalogue::Catalogue) -> String {
        let slots = [
            ("edition", catalogue.edition.edition.clone()),
            ("entries", catalogue.entries.len().to_string()),
            ("own", catalogue.own.len().to_string()),
        ];
        self.say(key, &slots)
    }

    fn refused(&self, name: String, faults: &[Fault]) -> CatalogueFileView {
        CatalogueFileView {
            name,
            words: self.say("refused", &[]),
            whole: false,
            faults: faults.iter().take(MOST_FAULTS).map(ToString::to_string).collect(),
            more_faults: faults.len().saturating_sub(MOST_FAULTS),
            groups: Vec::new(),
            note: None,
        }
    }

    fn groups(&self, difference: &Difference) -> Vec<CatalogueFileGroup> {
        let group = |(head, entries): (Bilingual, &[Arc<Entry>])| CatalogueFileGroup {
            label: head.of(self.language).clone(),
            titles: entries.iter().map(|entry| self.title(entry)).collect(),
        };
        difference.groups(self.phrases).map(group).collect()
    }

    fn title(&self, entry: &Entry) -> String {
        entry.text.of(self.language).title.clone()
    }

    fn note(&self, difference: &Difference) -> Option<String> {
        let key = if difference.is_empty() { "nothing" } else { "thresholds" };
        (difference.is_empty() || difference.thresholds).then(|| self.say(key, &[]))
    }
}
