//! Task 4: a requirement as a card.

use domain::catalogue::id::{EntryId, ParameterName, QuestionId};
use domain::catalogue::legal::Basis;
use domain::catalogue::parameter::{ParameterKind, ParameterValue};
use domain::catalogue::theme::{Level, Placement, Theme};
use domain::requirements::recommend::Standing;
use domain::requirements::values::Origin;
use domain::requirements::wording::Piece;
use serde::Serialize;
use ts_rs::TS;

use super::OptionView;
use super::calculation::CalculationView;

/// A requirement that is recommended or stands in the project.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequirementCard {
    /// The entry.
    pub entry: EntryId,
    /// What it is about.
    pub theme: Theme,
    /// "K3", when it stands.
    pub number: Option<String>,
    /// Its name.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// The officer chose it.
    pub chosen: bool,
    /// It comes along with another and stands without being chosen.
    pub companion: bool,
    /// What it is recommended as; absent when it is not recommended.
    pub standing: Option<Standing>,
    /// "Följer av lag", "Rekommenderas"
    pub standing_word: Option<String>,
    /// How far it goes.
    pub level: Level,
    /// "Avancerad"
    pub level_word: String,
    /// The entries on the same ladder, itself included; empty when there is only one level.
    pub ladder: Vec<LadderStep>,
    /// Kriterietyp.
    pub placement: Placement,
    /// "Särskilt kontraktsvillkor"
    pub placement_word: String,
    /// Stand after "Därför:".
    pub reasons: Vec<ReasonView>,
    /// The duties that stand, each in pieces.
    pub duties: Vec<Vec<Piece>>,
    /// The values in the text.
    pub parameters: Vec<ParameterView>,
    /// The calculation, when the requirement counts something and there is something to count on.
    pub calculation: Option<CalculationView>,
    /// The facts under the text, in reading order: target group, evidence, follow-up, sanction.
    pub facts: Vec<RequirementFact>,
    /// The sections that it rests on.
    pub citations: Vec<CitationView>,
    /// Why, and the link to what is bought.
    pub motive: String,
    /// Common mistakes.
    pub pitfalls: Vec<String>,
    /// Why it is marked as contested.
    pub contested: Option<String>,
    /// Why it is marked as a rule of thumb.
    pub rule_of_thumb: Option<String>,
}

/// A step on a ladder.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LadderStep {
    /// The entry of that level.
    pub entry: EntryId,
    /// The level.
    pub level: Level,
    /// "Avancerad"
    pub level_word: String,
}

/// A reason for a recommendation.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReasonView {
    /// "målet är arbetslivserfarenhet"
    pub text: String,
    /// The question whose answer led to it.
    pub question: Option<QuestionId>,
}

/// What is said of a requirement beside its text.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequirementFact {
    /// What it is.
    pub fact: FactKind,
    /// "Bevis i avtalet"
    pub label: String,
    /// What is said.
    pub text: String,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// Målgrupp.
    TargetGroup,
    /// Bevis i anbudet.
    EvidenceTender,
    /// Bevis i avtalet.
    EvidenceContract,
    /// Uppföljning.
    FollowUp,
    /// Påföljd.
    Sanction,
}

/// A reference to sections.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CitationView {
    /// "19 kap. 3 och 9 §§ LOU"
    pub text: String,
    /// Law here, or a model.
    pub basis: Basis,
    /// "lag"
    pub basis_word: String,
    /// The section has been seen in a source; otherwise it is to be checked.
    pub verified: bool,
}

/// A value in a text.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ParameterView {
    /// Its name.
    pub name: ParameterName,
    /// "Antal besök"
    pub label: String,
    /// What kind of value.
    pub kind: ParameterKind,
    /// The least and the largest number that is reasonable.
    pub range: Option<[f64; 2]>,
    /// What to choose among.
    pub options: Vec<OptionView>,
    /// Heads of a table.
    pub columns: Vec<String>,
    /// The value; absent when it has to be filled in.
    pub value: Option<ParameterValue>,
    /// As it reads in a sentence: "7 500 000 kr"; "[fyll i: datum]" when missing.
    pub shown: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Fixed by law: shown, never edited.
    pub locked: bool,
}
