//! Task 3: what a need assessment (behövlighetsbedömning) rests on, and whether the law demands it here.

use domain::catalogue::id::QuestionId;
use domain::catalogue::question::{Demand, Question};
use domain::needs::question_state::State;
use domain::requirements::words::Speaker;
use serde::Serialize;
use ts_rs::TS;

use super::needs::answered;
use super::requirement::CitationView;

/// What the answers say before the assessment, and whether it is law here.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeedAssessment {
    /// The answers that were given before it in the same group, in order.
    pub grounds: Vec<Ground>,
    /// Whether the law demands it here, in words.
    pub demanded: String,
    /// The sections that it rests on here.
    pub citations: Vec<CitationView>,
}

/// An answer that the assessment rests on.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Ground {
    /// The question.
    pub question: QuestionId,
    /// In words.
    pub text: String,
    /// The answer in words; absent while there is none.
    pub answer: Option<String>,
    /// Nobody knows yet, and somebody is asked.
    pub unknown: bool,
}

impl NeedAssessment {
    /// What a question that is such an assessment rests on; nothing for other questions.
    pub fn of(question: &Question, speaker: Speaker<'_>) -> Option<Self> {
        let demand = question.rules.demanded.as_ref()?;
        Some(Self {
            grounds: grounds(question, speaker),
            demanded: speaker.demanded(demand),
            citations: citations(demand, speaker),
        })
    }
}

fn grounds(question: &Question, speaker: Speaker<'_>) -> Vec<Ground> {
    let asked = speaker.assessment.questions.iter().filter(|q| q.visible && q.group == question.rules.group);
    let before = asked.take_while(|other| other.id != question.id);
    let ground = |state: &domain::needs::question_state::QuestionState| {
        let other = speaker.catalogue.questions.get(&state.id)?;
        let unknown = state.state == State::Unknown;
        Some(Ground {
            question: state.id.clone(),
            text: other.text.of(speaker.language).question.clone(),
            answer: (!unknown && !state.state.is_left()).then(|| answered(other, speaker)).flatten(),
            unknown,
        })
    };
    before.filter_map(ground).collect()
}

fn citations(demand: &Demand, speaker: Speaker<'_>) -> Vec<CitationView> {
    let basis = speaker.catalogue.legal_bases.get(&demand.legal_basis);
    let cited = basis.zip(speaker.assessment.regime.regime());
    let act = speaker.project.procurement.act;
    let cited = cited.map(|(basis, regime)| basis.citations(act, regime)).unwrap_or_default();
    cited.iter().map(|one| CitationView::of(one, speaker)).collect()
}
