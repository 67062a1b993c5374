//! A row a theme, with how it ends and why.

use domain::catalogue::phrases::Phrases;
use domain::requirements::decision::{Outcome, ThemeState};
use domain::text::Language;

use super::{Cell, Maker, Row, Sheet, name};

const COLUMNS: [(&str, u16); 7] = [
    ("id", 20),
    ("theme", 26),
    (OUTCOME, 18),
    (REASON, 60),
    ("chosen", 12),
    ("recommended", 14),
    ("why_none", 50),
];

/// The column with how the theme ends.
pub const OUTCOME: &str = "outcome";
/// The column with why.
pub const REASON: &str = "reason";
/// How a theme can end.
pub const OUTCOMES: [Outcome; 3] = [Outcome::Chosen, Outcome::NotRelevant, Outcome::NotNow];

impl Maker<'_> {
    pub(super) fn decisions(&self) -> Sheet {
        let rows = self.assessment.themes.iter().map(|theme| self.decision(theme)).collect();
        let mut sheet = self.sheet("decisions", &COLUMNS, rows);
        for column in sheet.columns.iter_mut().filter(|column| [OUTCOME, REASON].contains(&column.key)) {
            column.returns = true;
        }
        sheet
    }

    fn decision(&self, state: &ThemeState) -> Row {
        let word = |outcome| outcome_word(outcome, &self.assessment.catalogue.phrases, self.language);
        let among = OUTCOMES.map(word).into();
        let chosen = state.outcome.map(word).unwrap_or_default();
        let why_none = state.outlook(self.project, self.assessment).why_none;
        let why_none = why_none.map(|why| why.of(self.language).clone()).unwrap_or_default();
        let id = state.theme.code().to_owned();
        let cells = vec![
            Cell::text(&id),
            Cell::text(self.speaker().phrase(&format!("general.themes.{id}"))),
            Cell::Choice { chosen, among },
            Cell::text(&state.reason),
            count(state.chosen),
            count(state.recommended),
            Cell::text(why_none),
        ];
        Row { id, cells }
    }
}

/// "Inte relevant"
pub(crate) fn outcome_word(outcome: Outcome, phrases: &Phrases, language: Language) -> String {
    phrases.word(&format!("sheet.outcomes.{}", name(&outcome)), language).to_owned()
}

fn count(n: usize) -> Cell {
    Cell::Number(u32::try_from(n).map_or(f64::MAX, f64::from))
}
