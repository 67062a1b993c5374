//! Decisions that have been changed.

use domain::edit::Edit;
use domain::refusal::Refusal;
use domain::requirements::decision::{Decision, Outcome, ThemeState};
use domain::text::{Bilingual, Language};

use super::cells::{CellNow, Touched};
use super::read::Seen;
use super::{Change, Taker};
use crate::sheet::{OUTCOME, OUTCOMES, REASON, outcome_word, plain_text};

impl Taker<'_> {
    /// A decision whose outcome or reason has been changed.
    pub(super) fn decision(&self, row: &Touched<'_>) -> Option<Change> {
        let state = self.assessment.themes.iter().find(|state| state.theme.code() == row.id)?;
        let changed = [("heads.outcome", row.cells.get(OUTCOME)), ("heads.reason", row.cells.get(REASON))];
        let changed = changed.into_iter().filter_map(|(key, cell)| Some((key, cell?)));
        let odd = row.cells.values().find_map(|cell| cell.odd.clone());
        let outcome = odd.map_or_else(|| self.decided(state, row), Err);
        if is_decided_so(state, &outcome) {
            return None;
        }
        Some(Change {
            about: self.assessment.catalogue.phrases.say(&format!("general.themes.{}", row.id)),
            place: row.place.clone(),
            differences: changed.map(|(key, cell)| self.difference(self.say(key), cell)).collect(),
            remarks: against_choice(state, &outcome)
                .then(|| self.say("returned.against_choice"))
                .into_iter()
                .collect(),
            outcome,
        })
    }

    fn decided(&self, state: &ThemeState, row: &Touched<'_>) -> Result<Edit, Refusal> {
        let text = |cell: &CellNow<'_>| cell.seen.as_ref().map(Seen::text).unwrap_or_default();
        let reason = row
            .cells
            .get(REASON)
            .map_or_else(|| state.reason.clone(), |cell| plain_text(&text(cell)).replace('\n', " "));
        let outcome = match row.cells.get(OUTCOME).map(text) {
            None => state.outcome,
            Some(word) if word.trim().is_empty() && follows(state) => return Err(self.stands()),
            Some(word) if word.trim().is_empty() => None,
            Some(word) => Some(self.outcome(&word)?),
        };
        let decision = match outcome {
            Some(outcome) => Some(Decision { outcome, reason }),
            None if reason.trim().is_empty() => None,
            None => return Err(self.no_outcome("")),
        };
        Ok(Edit::Decide { theme: state.theme, decision })
    }

    fn outcome(&self, word: &str) -> Result<Outcome, Refusal> {
        let phrases = &self.assessment.catalogue.phrases;
        let says = |outcome: &Outcome| {
            [Language::Sv, Language::En]
                .map(|language| outcome_word(*outcome, phrases, language))
                .iter()
                .any(|known| known.to_lowercase() == word.trim().to_lowercase())
        };
        OUTCOMES.into_iter().find(says).ok_or_else(|| self.no_outcome(word))
    }

    /// A theme that is Valt for its requirements stays so, so that to empty it would change nothing.
    fn stands(&self) -> Refusal {
        let [text, hint] = ["stands", "stands_hint"].map(|key| self.say(&format!("returned.{key}")));
        Refusal::bad_input(text.sv, text.en).hint(hint.sv, hint.en)
    }

    fn no_outcome(&self, word: &str) -> Refusal {
        let phrases = &self.assessment.catalogue.phrases;
        let words = Bilingual::each(|language| {
            OUTCOMES.map(|outcome| outcome_word(outcome, phrases, language)).join(", ")
        });
        let slots = [("word", Bilingual::new(word, word)), ("words", words)];
        let text = self.fill("returned.unknown_word", &slots);
        Refusal::bad_input(text.sv, text.en)
    }
}

/// Whether the outcome of a theme follows from its requirements.
fn follows(state: &ThemeState) -> bool {
    state.outcome == Some(Outcome::Chosen) && state.stands() > 0
}

/// Whether a theme would end without requirements while some of its own are chosen, which the review asks about.
fn against_choice(state: &ThemeState, outcome: &Result<Edit, Refusal>) -> bool {
    let Ok(Edit::Decide { decision: Some(decision), .. }) = outcome else { return false };
    state.chosen > 0 && decision.outcome != Outcome::Chosen
}

/// Whether the theme ends so already, and the word is only typed otherwise: "VALT".
fn is_decided_so(state: &ThemeState, outcome: &Result<Edit, Refusal>) -> bool {
    let Ok(Edit::Decide { decision: Some(Decision { outcome, reason }), .. }) = outcome else { return false };
    state.outcome == Some(*outcome) && state.reason == *reason
}
