//! A theme with its requirements and its decision.

use std::collections::HashSet;

use domain::catalogue::entry::Entry;
use domain::catalogue::id::EntryId;
use domain::catalogue::theme::Theme;
use domain::requirements::blocked::Blocked;
use domain::requirements::decision::{Outcome, ThemeState};
use domain::requirements::recommend::Standing;
use domain::requirements::words::Speaker;
use serde::Serialize;
use ts_rs::TS;

use super::offer::{BlockView, MisfitView};
use super::requirement::RequirementCard;

/// A theme, or Gemensamma villkor.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ThemeView {
    /// The theme.
    pub theme: Theme,
    /// "Sysselsättning"
    pub name: String,
    /// "3 valda", "1 att fylla i", "Inte nu", "Kvar"
    pub note: String,
    /// What is left: its decision, requirements to fill in, and those that are due and not chosen.
    pub left: usize,
    /// How it ends; absent for Gemensamma villkor, which need no decision.
    pub decision: Option<DecisionView>,
    /// What the answers point at and that something keeps away, with what that is.
    pub blocked: Vec<BlockedView>,
    /// While nothing is recommended and nothing is kept away: the questions and facts that could lead to a requirement.
    pub openers: Vec<BlockView>,
    /// The requirements: duties first, then what is recommended, then what the officer added.
    pub cards: Vec<RequirementCard>,
}

/// A requirement that the answers point at, with what keeps it away.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BlockedView {
    /// The entry.
    pub entry: EntryId,
    /// "Praktik"
    pub title: String,
    /// Why it is not recommended.
    pub misfits: Vec<MisfitView>,
    /// The law would demand it, once an answer is given.
    pub awaited: bool,
}

/// How a theme ends.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionView {
    /// As decided, or chosen as soon as a requirement is; absent while open.
    pub outcome: Option<Outcome>,
    /// The officer's reason.
    pub reason: String,
    /// It still waits for its decision or reason.
    pub open: bool,
    /// How many requirements the officer has chosen.
    pub chosen: usize,
    /// How many stand in it because others require them.
    pub along: usize,
    /// How many are recommended, with those that the law demands.
    pub recommended: usize,
    /// How many of them the law demands.
    pub duties: usize,
    /// Why nothing is recommended, when nothing is.
    pub why_none: Option<String>,
    /// The answers rule the theme out: ended as not relevant, it needs no other reason.
    pub ruled_out: bool,
    /// The reason that the answers give, as it is printed, once the theme that they rule out has ended as not relevant.
    pub said: Option<String>,
}

impl ThemeView {
    /// The nine themes and Gemensamma villkor.
    pub fn all(shown: &Cards<'_>, speaker: Speaker<'_>) -> Vec<Self> {
        let decided = speaker.assessment.themes.iter().map(|state| Self::decided(state, shown, speaker));
        decided.chain([Self::common(shown, speaker)]).collect()
    }

    fn decided(state: &ThemeState, shown: &Cards<'_>, speaker: Speaker<'_>) -> Self {
        let outlook = state.outlook(speaker.project, speaker.assessment);
        let opener = |block| BlockView::of(block, speaker.language);
        let by_the_answers = outlook.ruled_out && state.outcome == Some(Outcome::NotRelevant);
        let said = outlook.nothing(&speaker.assessment.catalogue.phrases).filter(|_| by_the_answers);
        let decision = DecisionView {
            outcome: state.outcome,
            reason: state.reason.clone(),
            open: state.is_open(),
            chosen: state.chosen,
            along: state.along,
            recommended: state.recommended,
            duties: state.duties,
            ruled_out: outlook.ruled_out,
            said: said.map(|said| said.of(speaker.language).clone()),
            why_none: outlook.why_none.map(|why| why.of(speaker.language).clone()),
        };
        Self {
            theme: state.theme,
            name: name(state.theme, speaker),
            note: note(state, speaker),
            left: usize::from(state.is_open())
                + unfilled(state.theme, speaker)
                + speaker.assessment.due(state.theme),
            decision: Some(decision),
            openers: outlook.openers.iter().map(opener).collect(),
            blocked: outlook.blocked.iter().map(|one| BlockedView::of(one, speaker)).collect(),
            cards: cards(state.theme, shown, speaker),
        }
    }

    fn common(shown: &Cards<'_>, speaker: Speaker<'_>) -> Self {
        let cards = cards(Theme::CommonTerms, shown, speaker);
        let along = cards.iter().filter(|card| card.number.is_some()).count();
        let unfilled = unfilled(Theme::CommonTerms, speaker);
        Self {
            theme: Theme::CommonTerms,
            name: name(Theme::CommonTerms, speaker),
            note: if unfilled > 0 {
                speaker.phrase("window.theme.unfilled")
            } else {
                follows(along, speaker)
            },
            left: unfilled,
            decision: None,
            blocked: Vec::new(),
            openers: Vec::new(),
            cards,
        }
    }
}

impl BlockedView {
    fn of(blocked: &Blocked<'_>, speaker: Speaker<'_>) -> Self {
        let misfits = blocked.misfits.iter().map(|misfit| MisfitView::of(misfit, speaker.language));
        Self {
            entry: blocked.entry.id.clone(),
            title: blocked.entry.text.of(speaker.language).title.clone(),
            misfits: misfits.collect(),
            awaited: blocked.awaited,
        }
    }
}

fn name(theme: Theme, speaker: Speaker<'_>) -> String {
    speaker.phrase(&format!("general.themes.{}", theme.code()))
}

fn note(state: &ThemeState, speaker: Speaker<'_>) -> String {
    let say = |key: &str| speaker.filled(&format!("window.theme.{key}"), &[("n", state.chosen.to_string())]);
    let unfilled = unfilled(state.theme, speaker);
    match state.outcome {
        _ if state.is_open() || speaker.assessment.due(state.theme) > 0 => say("open"),
        _ if unfilled > 0 => speaker.phrase("window.theme.unfilled"),
        Some(Outcome::NotRelevant) => say("not_relevant"),
        Some(Outcome::NotNow) => say("not_now"),
        _ if state.chosen == 0 => follows(state.along, speaker),
        _ if state.chosen == 1 => say("one"),
        _ => say("many"),
    }
}

/// How many come along with others; of none nothing is said.
fn follows(along: usize, speaker: Speaker<'_>) -> String {
    let said = || speaker.filled("window.theme.along", &[("n", along.to_string())]);
    if along > 0 { said() } else { String::new() }
}

/// How many requirements of a theme have something left to fill in.
fn unfilled(theme: Theme, speaker: Speaker<'_>) -> usize {
    let here = speaker.assessment.active.iter().filter(|active| active.theme == theme);
    here.filter(|active| speaker.assessment.has_gaps(active)).count()
}

/// In the order of the document, with what is only shown beside last. No card moves when it is chosen.
fn cards(theme: Theme, shown: &Cards<'_>, speaker: Speaker<'_>) -> Vec<RequirementCard> {
    let entries = speaker.catalogue.entries.values();
    let here = entries.filter(|entry| entry.theme == theme && shown.have(entry));
    let mut cards: Vec<RequirementCard> = here.map(|entry| RequirementCard::of(entry, speaker)).collect();
    cards.sort_by_key(|card| (card.standing == Some(Standing::Beside), card.placement));
    cards
}

/// The entries that have a card.
pub struct Cards<'a>(HashSet<&'a EntryId>);

impl<'a> Cards<'a> {
    /// What is recommended, stands, or waits for what requires it.
    pub fn of(speaker: Speaker<'a>) -> Self {
        let recommended = speaker.assessment.recommendations.iter().map(|recommended| &recommended.entry);
        let active = speaker.assessment.active.iter().map(|active| &active.entry);
        Self(recommended.chain(active).collect())
    }

    /// Whether an entry has one; the officer's own always do.
    pub fn have(&self, entry: &Entry) -> bool {
        entry.is_custom() || self.0.contains(&entry.id)
    }
}
