//! "Lägg till krav": what else the catalogue has.

use domain::catalogue::entry::{Class, Entry};
use domain::catalogue::id::EntryId;
use domain::catalogue::theme::{Level, Placement, Theme};
use domain::requirements::misfit::misfits;
use domain::requirements::words::Speaker;
use serde::Serialize;
use ts_rs::TS;

use super::requirement::{level_word, placement_word};
use super::theme::has_card;

/// An entry of the catalogue that has no card.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferView {
    /// The entry.
    pub entry: EntryId,
    /// What it is about.
    pub theme: Theme,
    /// Its name.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// How far it goes.
    pub level: Level,
    /// "Avancerad"
    pub level_word: String,
    /// Kriterietyp.
    pub placement: Placement,
    /// "Särskilt kontraktsvillkor"
    pub placement_word: String,
    /// Why it does not fit here, a sentence each; empty when it does.
    pub misfits: Vec<String>,
}

impl OfferView {
    /// What can be added: all that is offered, has no card, and does not only come along with others.
    pub fn all(speaker: Speaker<'_>) -> Vec<Self> {
        let entries = speaker.catalogue.offered().filter(|entry| entry.rules.class != Class::Companion);
        entries.filter(|entry| !has_card(entry, speaker)).map(|entry| Self::of(entry, speaker)).collect()
    }

    fn of(entry: &Entry, speaker: Speaker<'_>) -> Self {
        let text = entry.text.of(speaker.language);
        let Speaker { project, assessment, language, .. } = speaker;
        let misfits = misfits(entry, project, assessment);
        Self {
            entry: entry.id.clone(),
            theme: entry.theme,
            title: text.title.clone(),
            summary: text.summary.clone(),
            level: entry.rules.level,
            level_word: level_word(entry.rules.level, speaker),
            placement: entry.rules.placement,
            placement_word: placement_word(entry.rules.placement, speaker),
            misfits: misfits.iter().map(|misfit| misfit.of(language).clone()).collect(),
        }
    }
}
