//! What the search found: hits in groups, each with where it leads or what it does.

use domain::needs::facts::serde_name;
use domain::requirements::words::Speaker;
use domain::search::{self, Hit, Marked, Query};
use domain::spot::Spot;
use serde::Serialize;
use ts_rs::TS;

use super::action::Action;
use super::cpv::{MarkedText, marked};
use super::help;

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchView {
    /// "I projektet", "I kravbiblioteket", "CPV-koder", "I hjälpen", "Gör"; none that is empty.
    pub groups: Vec<HitGroup>,
    /// How many hits there are, also those that are not shown.
    pub total: usize,
}

/// Hits of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HitGroup {
    /// "I projektet"
    pub name: String,
    /// The best hits, in order.
    pub hits: Vec<HitView>,
}

/// A hit.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HitView {
    /// What it is called.
    pub title: Vec<MarkedText>,
    /// A part of its other words, when something was found there; else nothing.
    pub excerpt: Vec<MarkedText>,
    /// That is an everyday word that leads here, and none of its own.
    pub everyday: bool,
    /// "Krav", "Fråga"; nothing for what is done.
    pub note: String,
    /// What happens when it is taken.
    pub leads: Leads,
}

/// What happens when a hit is taken.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "leads")]
pub enum Leads {
    /// One goes there.
    To {
        /// Where.
        spot: Spot,
    },
    /// The help is opened there.
    Reads {
        /// A heading of the handbook, or a word of the trade.
        heading: String,
    },
    /// Something is done.
    Does {
        /// What.
        action: Action,
    },
}

/// What can be done from the search, wherever one is.
const ACTIONS: [Action; 6] = [
    Action::SavePdf,
    Action::SaveProjectFile,
    Action::NewProject,
    Action::OpenFile,
    Action::CheckText,
    Action::ChangeLanguage,
];

/// How many hits of a kind are shown.
const SHOWN: usize = 8;

impl SearchView {
    /// What is found in a project, in the catalogue, among the codes and among what can be done.
    pub fn of(typed: &str, speaker: Speaker<'_>) -> Self {
        let found = search::search(speaker, typed);
        let views = |hits: &[Hit]| hits.iter().map(|hit| HitView::of(hit, speaker)).collect::<Vec<_>>();
        let groups = [
            ("project", views(&found.project)),
            ("catalogue", views(&found.catalogue)),
            ("codes", views(&found.codes)),
            ("help", HitView::chapters(&Query::read(typed), speaker)),
            ("act", HitView::actions(&Query::read(typed), speaker)),
        ];
        let total = groups.iter().map(|(_, hits)| hits.len()).sum();
        let group = |(name, mut hits): (&str, Vec<HitView>)| {
            hits.truncate(SHOWN);
            HitGroup { name: speaker.phrase(&format!("window.search.{name}")), hits }
        };
        let groups = groups.into_iter().filter(|(_, hits)| !hits.is_empty()).map(group);
        Self { groups: groups.collect(), total }
    }
}

impl HitView {
    fn of(hit: &Hit, speaker: Speaker<'_>) -> Self {
        Self {
            title: pieces(&hit.title),
            excerpt: hit.excerpt.as_ref().map(pieces).unwrap_or_default(),
            everyday: hit.everyday,
            note: note(&hit.spot, speaker),
            leads: Leads::To { spot: hit.spot.clone() },
        }
    }

    fn chapters(query: &Query, speaker: Speaker<'_>) -> Vec<Self> {
        let chapters = help::chapters(speaker.language).iter().filter(|_| !query.is_empty());
        let found = chapters.filter_map(|help::Chapter { heading, meaning }| {
            let found = query.find_in(heading)?;
            let text = meaning.clone().unwrap_or_default();
            Some(Self {
                title: pieces(&Marked { text: heading.clone(), found }),
                excerpt: pieces(&Marked { text, found: Vec::new() }),
                everyday: false,
                note: String::new(),
                leads: Leads::Reads { heading: heading.clone() },
            })
        });
        found.collect()
    }

    fn actions(query: &Query, speaker: Speaker<'_>) -> Vec<Self> {
        let words = |action: &Action| speaker.phrase(&format!("window.search.do.{}", serde_name(action)));
        let found = ACTIONS.into_iter().filter_map(|action| {
            let text = words(&action);
            let found = query.find_in(&text)?;
            Some(Self {
                title: pieces(&Marked { text, found }),
                excerpt: Vec::new(),
                everyday: false,
                note: String::new(),
                leads: Leads::Does { action },
            })
        });
        found.collect()
    }
}

/// "Krav", "Följer med", "Fråga", "Stopp"
fn note(spot: &Spot, speaker: Speaker<'_>) -> String {
    let task = |name: &str| speaker.phrase(&format!("window.tasks.{name}"));
    match spot {
        Spot::Task(_) | Spot::Cpv(_) | Spot::Fact(_) => String::new(),
        Spot::Question(id) => {
            let group = speaker.catalogue.questions.get(id).map(|question| question.rules.group);
            let name = |group| speaker.phrase(&format!("general.question_groups.{}", serde_name(&group)));
            group.map(name).unwrap_or_default()
        }
        Spot::Theme(theme) => speaker.phrase(&format!("general.themes.{}", theme.code())),
        Spot::Requirement(entry) => {
            let theme = speaker.catalogue.entry(entry).map(|entry| entry.theme);
            theme.map(|theme| note(&Spot::Theme(theme), speaker)).unwrap_or_default()
        }
        Spot::Finding(_) => task("review"),
    }
}

fn pieces(text: &Marked) -> Vec<MarkedText> {
    marked(&text.text, &text.found)
}
