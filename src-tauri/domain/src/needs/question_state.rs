//! How each question stands: hidden, unanswered, proposed, answered, waiting.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, FieldValue};
use super::facts::Facts;
use crate::catalogue::Catalogue;
use crate::catalogue::id::{Code, QuestionId};
use crate::catalogue::profile::{LabourRisk, Profile};
use crate::catalogue::question::{Field, Prefill, Question, QuestionGroup};
use crate::project::Project;
use crate::requirements::proportionality::shares;
use crate::text::Bilingual;

/// How a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has answered.
    Unanswered,
    /// An answer is proposed and waits to be confirmed.
    Prefilled,
    /// Something that the question needs is left out, or what was chosen can no longer be.
    Incomplete,
    /// Answered.
    Answered,
    /// Vet inte, or an answer that says that somebody is yet to be asked.
    Unknown,
    /// Inte aktuellt.
    NotRelevant,
}

impl State {
    /// Whether the officer has said nothing about it yet, or not all. That nobody knows is an answer too.
    pub fn is_left(self) -> bool {
        !matches!(self, Self::Answered | Self::NotRelevant | Self::Unknown)
    }
}

/// An answer that the program proposes, with where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The answer.
    pub answer: Answer,
    /// Who says so.
    pub source: Bilingual,
}

/// A question as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionState {
    /// The question.
    pub id: QuestionId,
    /// Where it stands.
    pub group: QuestionGroup,
    /// Whether it matters for this procurement.
    pub visible: bool,
    /// How it stands.
    pub state: State,
    /// What is proposed, while nobody has answered.
    pub proposal: Option<Proposal>,
    /// Where the answer comes from, when it says what was proposed.
    pub confirmed: Option<Bilingual>,
    /// Options that cannot be chosen now.
    pub disabled: Vec<Code>,
}

/// How a question stands.
pub fn of(
    question: &Question,
    visible: bool,
    project: &Project,
    facts: &Facts,
    catalogue: &Catalogue,
) -> QuestionState {
    let answer = project.answers.get(&question.id);
    let proposed = propose(question, project, facts, catalogue).filter(|_| visible);
    let says = |proposal: &&Proposal| answer.is_some_and(|answer| agrees(answer, &proposal.answer, question));
    let confirmed = proposed.as_ref().filter(says).map(|proposal| proposal.source.clone());
    let proposal = proposed.filter(|_| answer.is_none());
    let disabled = disabled(question, facts);
    let state = match answer {
        None if proposal.is_some() => State::Prefilled,
        None => State::Unanswered,
        Some(answer)
            if !answer.is_whole(question)
                || answer.check(question, &catalogue.phrases).is_err()
                || answer.names_any(&disabled, question) =>
        {
            State::Incomplete
        }
        Some(Answer::Unknown { .. }) => State::Unknown,
        Some(Answer::NotRelevant { .. }) => State::NotRelevant,
        Some(answer) if awaits_somebody(answer, question) => State::Unknown,
        Some(_) => State::Answered,
    };
    QuestionState {
        id: question.id.clone(),
        group: question.rules.group,
        visible,
        state,
        proposal,
        confirmed,
        disabled,
    }
}

/// Whether an answer says what was proposed, whatever else it says.
fn agrees(answer: &Answer, proposed: &Answer, question: &Question) -> bool {
    let said = answer.values(question);
    let proposed = proposed.values(question);
    !proposed.is_empty() && proposed.iter().all(|value| said.contains(value))
}

/// Whether the answer itself says that it waits for somebody else.
fn awaits_somebody(answer: &Answer, question: &Question) -> bool {
    question.rules.fields.values().any(|field| answer.names_any(&field.not_known_yet, question))
}

/// The options that cannot be chosen now.
fn disabled(question: &Question, facts: &Facts) -> Vec<Code> {
    let conditions = question.rules.fields.values().flat_map(|field| &field.option_when);
    conditions.filter(|(_, when)| !when.holds(facts)).map(|(code, _)| code.clone()).collect()
}

fn propose(question: &Question, project: &Project, facts: &Facts, catalogue: &Catalogue) -> Option<Proposal> {
    let field = question.rules.fields.values().next()?;
    let proposes = field.prefill_when.as_ref().is_none_or(|when| when.holds(facts));
    if !proposes {
        return None;
    }
    let profile = || catalogue.profile(project.procurement.main_cpv()?);
    let (value, source) = match field.prefill? {
        Prefill::Constant => (FieldValue::Text(field.prefill_value.as_ref()?.to_string()), None),
        Prefill::LabourShare => (band(profile()?.labour_share, field)?, profile()?.source.clone()),
        Prefill::LabourRisk => branch_risk(profile()?)?,
        Prefill::GoodsRisk => (
            FieldValue::Codes(Some(profile()?.goods_risk.clone()).filter(|g| !g.is_empty())?),
            profile()?.source.clone(),
        ),
    };
    let usual = || catalogue.phrases.say(&format!("program.prefill.{}", question.id));
    Some(Proposal { answer: Answer::Single(value), source: source.unwrap_or_else(usual) })
}

/// The band that the profile's share lies in; a share on a border lies in the lower band.
fn band(share: f64, field: &Field) -> Option<FieldValue> {
    let holds = |code: &&Code| shares(code.as_str()).is_some_and(|band| band.contains(&share));
    field.options.iter().find(holds).map(|code| FieldValue::Text(code.to_string()))
}

/// A published assessment of the branch before the profile's own estimate.
fn branch_risk(profile: &Profile) -> Option<(FieldValue, Option<Bilingual>)> {
    if let Some(risk) = &profile.risk {
        return Some((FieldValue::Text(risk.value.to_string()), Some(risk.source.clone())));
    }
    let answer = if profile.labour_risk? == LabourRisk::Low { "no" } else { "yes" };
    Some((FieldValue::Text(answer.to_owned()), profile.source.clone()))
}
