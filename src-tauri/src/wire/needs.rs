//! Tasks 2 and 3: questions with their answers, and whom an answer is awaited from.

use domain::catalogue::id::{Code, FactName, QuestionId};
use domain::catalogue::question::{FieldKind, QuestionGroup};
use domain::needs::answer::Answer;
use domain::needs::question_state::State;
use serde::Serialize;
use ts_rs::TS;

use super::OptionView;

/// Questions that stand together.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionGroupView {
    /// The group.
    pub group: QuestionGroup,
    /// "Det som köps"
    pub name: String,
    /// How many are left.
    pub left: usize,
    /// "3 kvar", "Klar"
    pub note: String,
    /// The questions that matter, in order.
    pub questions: Vec<QuestionView>,
}

/// A question as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionView {
    /// Its id.
    pub id: QuestionId,
    /// The question.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// How to answer; may be empty.
    pub help: String,
    /// What an answer consists of, in order.
    pub fields: Vec<FieldView>,
    /// The code that excludes the others of the first field: "none".
    pub none_of: Option<Code>,
    /// Own words for Vet inte, when the question has a don't-know of its own: "Oklart".
    pub unknown_label: Option<String>,
    /// As the officer answered; absent is unanswered.
    pub answer: Option<Answer>,
    /// How it stands.
    pub state: State,
    /// "Bekräfta", "Väntar på svar", "Kvar", or nothing.
    pub mark: Option<String>,
    /// What is proposed while nobody has answered.
    pub proposal: Option<ProposalView>,
    /// Whom to ask, as a proposal; may be empty.
    pub ask: String,
    /// Advice, when the answer is a no that calls for it.
    pub advice: Option<String>,
}

/// One part of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldView {
    /// Its name in the answer.
    pub name: FactName,
    /// Its label; empty when the question says it all.
    pub label: String,
    /// What kind of value.
    pub kind: FieldKind,
    /// What to choose among.
    pub options: Vec<OptionView>,
    /// How many may be chosen.
    pub most: Option<usize>,
    /// The least and the largest number.
    pub range: Option<[f64; 2]>,
    /// The answer is not whole without it.
    pub required: bool,
    /// What a number counts; may be empty.
    pub unit: String,
}

/// A proposed answer.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposalView {
    /// The answer, to send back when the officer says that it is right.
    pub answer: Answer,
    /// The answer in words: "Ja".
    pub shown: String,
    /// Who says so.
    pub source: String,
}

/// A question that somebody else is to answer.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WaitingView {
    /// The question.
    pub question: QuestionId,
    /// Where it stands.
    pub group: QuestionGroup,
    /// The question in words.
    pub text: String,
    /// Whom to ask; may be empty.
    pub whom: String,
}
