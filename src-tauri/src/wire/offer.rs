//! "Lägg till krav": what else the catalogue has.

use domain::catalogue::id::EntryId;
use domain::catalogue::theme::{Level, Placement, Theme};
use serde::Serialize;
use ts_rs::TS;

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
