//! "Lägg till krav": what else the catalogue has.

use domain::catalogue::entry::{self, Class, Entry};
use domain::catalogue::id::EntryId;
use domain::catalogue::theme::{Level, Placement, Theme};
use domain::requirements::block::{Block, Role};
use domain::requirements::misfit::{Misfit, misfits};
use domain::requirements::recommend::{exclude_each_other, fits};
use domain::requirements::words::Speaker;
use domain::search;
use domain::spot::Spot;
use domain::text::{Bilingual, Language};
use serde::Serialize;
use ts_rs::TS;

use super::requirement::{ExcludedView, level_word, placement_word};
use super::theme::Cards;

/// An entry of the catalogue that has no card, and where it belongs: [`OfferView`] says the rest of it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferPlace {
    /// The entry.
    pub entry: EntryId,
    /// What it is about.
    pub theme: Theme,
}

/// What can be added, as much of it as was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OffersView {
    /// What fits comes first.
    pub rows: Vec<OfferView>,
    /// How many there are.
    pub total: usize,
    /// How many of them fit.
    pub fitting: usize,
}

/// What is said of an entry of the catalogue that has no card.
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
    /// What is chosen or recommended and cannot stand beside it.
    pub excludes: Vec<ExcludedView>,
    /// Why it does not fit here; empty when it does, or when only something chosen excludes it.
    pub misfits: Vec<MisfitView>,
    /// It can be added as it is: nothing here speaks against it, and nothing that is chosen excludes it.
    pub fits: bool,
}

/// Why an entry does not fit.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MisfitView {
    /// "Kravet förutsätter att volymen är säker."
    pub text: String,
    /// Where that is answered or filled in.
    pub blocks: Vec<BlockView>,
}

/// Where something is answered or filled in that an entry depends on.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BlockView {
    /// Where.
    pub spot: Spot,
    /// "Hur kommer behovet?"
    pub what: String,
    /// What is said there now: "Avrop utan garanterad volym".
    pub now: String,
    /// "svaret är ”I säsong”"; may be empty.
    pub wanted: String,
    /// Nothing is said there yet, or that nobody knows.
    pub waits: bool,
    /// How it stands to the others beside it.
    pub role: Role,
}

impl MisfitView {
    /// Why an entry does not fit, in words.
    pub fn of(misfit: &Misfit, language: Language) -> Self {
        let blocks = misfit.blocks.iter().map(|block| BlockView::of(block, language));
        Self { text: misfit.text.of(language).clone(), blocks: blocks.collect() }
    }
}

impl BlockView {
    /// What keeps an entry away, in words.
    pub fn of(block: &Block, language: Language) -> Self {
        let said = |text: &Bilingual| text.of(language).clone();
        Self {
            spot: block.spot.clone(),
            what: said(&block.what),
            now: said(&block.now),
            wanted: said(&block.wanted),
            waits: block.waits,
            role: block.role,
        }
    }
}

impl OfferPlace {
    /// What can be added: all that is offered, has no card, and does not only come along with others.
    pub fn all(cards: &Cards<'_>, speaker: Speaker<'_>) -> Vec<Self> {
        let place = |entry: &Entry| Self { entry: entry.id.clone(), theme: entry.theme };
        speaker.catalogue.offered().filter(|entry| is_offer(entry, cards)).map(place).collect()
    }
}

impl OffersView {
    /// What can be added in a theme, or in all, and has the words that are typed; what fits comes first.
    pub fn found(typed: &str, theme: Option<Theme>, most: usize, speaker: Speaker<'_>) -> Self {
        let cards = Cards::of(speaker);
        let wanted =
            |entry: &Entry| theme.is_none_or(|theme| entry.theme == theme) && is_offer(entry, &cards);
        let mut found: Vec<&Entry> = if typed.trim().is_empty() {
            speaker.catalogue.offered().filter(|entry| wanted(entry)).collect()
        } else {
            let ids = search::among(speaker.catalogue, typed, speaker.language, wanted);
            ids.iter().filter_map(|id| speaker.catalogue.entry(id)).collect()
        };
        found.sort_by_cached_key(|entry| !can_be_added(entry, speaker));
        let rows = found.iter().take(most).map(|entry| OfferView::of(entry, speaker)).collect();
        let fitting = found.iter().filter(|entry| can_be_added(entry, speaker)).count();
        Self { rows, total: found.len(), fitting }
    }
}

impl OfferView {
    fn of(entry: &Entry, speaker: Speaker<'_>) -> Self {
        let text = entry.text.of(speaker.language);
        let Speaker { project, assessment, language, .. } = speaker;
        let misfits = misfits(entry, project, assessment);
        let excludes = ExcludedView::all(entry, speaker);
        Self {
            entry: entry.id.clone(),
            theme: entry.theme,
            title: text.title.clone(),
            summary: text.summary.clone(),
            level: entry.rules.level,
            level_word: level_word(entry.rules.level, speaker),
            placement: entry.rules.placement,
            placement_word: placement_word(entry.rules.placement, speaker),
            fits: can_be_added(entry, speaker),
            excludes,
            misfits: misfits.iter().map(|misfit| MisfitView::of(misfit, language)).collect(),
        }
    }
}

/// Whether nothing speaks against an entry, and nothing that is chosen excludes it.
fn can_be_added(entry: &Entry, speaker: Speaker<'_>) -> bool {
    let chosen = speaker.project.requirements.iter().filter(|one| one.chosen);
    fits(entry, &speaker.assessment.facts)
        && !chosen.into_iter().any(|one| exclude_each_other(entry, &one.entry))
}

/// What only comes along with others is no offer. Damages come along with little and are the buyer's own choice.
fn is_offer(entry: &Entry, cards: &Cards<'_>) -> bool {
    let comes_along = entry.rules.class == Class::Companion && entry.rules.role != Some(entry::Role::Damages);
    !comes_along && !cards.have(entry)
}
