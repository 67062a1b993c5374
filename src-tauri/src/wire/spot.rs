//! Where in the window something is filled in, answered or chosen.

use domain::catalogue::id::{EntryId, FactName, QuestionId};
use domain::requirements::words::Speaker;
use serde::Serialize;
use ts_rs::TS;

/// A place that a link leads to.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Spot {
    /// A fact of the procurement.
    Fact(FactName),
    /// A question.
    Question(QuestionId),
    /// A requirement.
    Requirement(EntryId),
}

impl Spot {
    /// The question whose answer gives a fact; none when no question does.
    pub fn asking(fact: &str, speaker: Speaker<'_>) -> Option<Self> {
        let fact: FactName = fact.into();
        let answered = speaker.assessment.facts.source(&fact).cloned();
        let asks = || {
            let mut questions = speaker.catalogue.questions.values();
            questions.find(|q| q.rules.fields.contains_key(&fact)).map(|question| question.id.clone())
        };
        answered.or_else(asks).map(Self::Question)
    }
}
