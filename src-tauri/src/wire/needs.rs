//! Tasks 2 and 3: questions with their answers, and whom an answer is awaited from.

use domain::catalogue::condition::UNKNOWN;
use domain::catalogue::id::{Code, FactName, QuestionId};
use domain::catalogue::question::{Field, Question};
use domain::catalogue::question::{FieldKind, QuestionGroup};
use domain::format;
use domain::needs::answer::{Answer, FieldValue};
use domain::needs::facts::serde_name;
use domain::needs::question_state::{QuestionState, State};
use domain::requirements::blocked::closing;
use domain::requirements::words::Speaker;
use serde::Serialize;
use ts_rs::TS;

use super::OptionView;
use super::need_assessment::NeedAssessment;
use super::offer::BlockView;
use super::project::left_note;

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
    /// How many others are to find out.
    pub waits: usize,
    /// "3 kvar", "1 väntar", "Klar"
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
    /// The options that cannot be chosen now.
    pub closed: Vec<ClosedView>,
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
    /// What it rests on, when it is an assessment that the law can demand.
    pub assessment: Option<NeedAssessment>,
    /// Advice on a no that calls for it, or that the answer is kept for the record and changes nothing else.
    pub advice: Option<String>,
}

/// An option that does not go with what else is answered.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClosedView {
    /// The option.
    pub code: Code,
    /// "Fast antal platser"
    pub label: String,
    /// What it depends on; none when no answer would open it.
    pub blocks: Vec<BlockView>,
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
    /// It may be left empty, with what else is answered: neither the answer nor the review asks for it.
    pub optional: bool,
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

/// The groups of task 3, in the order of the screen.
pub const NEEDS: [QuestionGroup; 8] = [
    QuestionGroup::Object,
    QuestionGroup::Employment,
    QuestionGroup::LabourTerms,
    QuestionGroup::Accessibility,
    QuestionGroup::Goods,
    QuestionGroup::People,
    QuestionGroup::Reservation,
    QuestionGroup::FollowUp,
];

impl QuestionGroupView {
    /// The questions of a group that matter.
    pub fn of(group: QuestionGroup, speaker: Speaker<'_>) -> Self {
        let questions =
            speaker.assessment.questions.iter().filter(|state| state.visible && state.group == group);
        let states: Vec<&QuestionState> = questions.collect();
        let left = states.iter().filter(|state| speaker.assessment.is_left(state)).count();
        let waits = states.iter().filter(|state| speaker.assessment.is_to_find_out(state)).count();
        let questions = states.into_iter().filter_map(|state| QuestionView::of(state, speaker)).collect();
        let name = speaker.phrase(&format!("general.question_groups.{}", serde_name(&group)));
        Self { group, name, left, waits, note: left_note(left, waits, speaker), questions }
    }
}

impl QuestionView {
    fn of(state: &QuestionState, speaker: Speaker<'_>) -> Option<Self> {
        let question = speaker.catalogue.questions.get(&state.id)?;
        let text = question.text.of(speaker.language);
        let answer = speaker.project.answers.get(&state.id);
        let required = answer.map_or_else(
            || question.required_fields().collect(),
            |answer| question.required_in(answer).collect(),
        );
        let fields = question.asked_fields(answer, &speaker.assessment.facts);
        let asker = Asker { question, answer, disabled: &state.disabled, required, speaker };
        Some(Self {
            id: state.id.clone(),
            text: text.question.clone(),
            why: text.why.clone(),
            help: question.help(&speaker.assessment.facts, speaker.language).to_owned(),
            fields: fields.map(|(name, field)| asker.field(name, field)).collect(),
            closed: state.disabled.iter().map(|code| asker.closed(code)).collect(),
            none_of: question.rules.none_of.clone(),
            unknown_label: asker.own_unknown(),
            assessment: NeedAssessment::of(question, speaker),
            advice: asker.advice(answer),
            answer: answer.cloned(),
            state: state.state,
            mark: mark(state.state, speaker),
            proposal: state.proposal.as_ref().map(|proposal| ProposalView {
                answer: proposal.answer.clone(),
                shown: speaker.answer(question, &proposal.answer),
                source: proposal.source.of(speaker.language).clone(),
            }),
            ask: text.ask.clone(),
        })
    }
}

/// The answer to a question in words, when it is a value.
pub fn answered(question: &Question, speaker: Speaker<'_>) -> Option<String> {
    let answer = speaker.project.answers.get(&question.id)?;
    Some(speaker.answer(question, answer)).filter(|words| !words.is_empty())
}

fn mark(state: State, speaker: Speaker<'_>) -> Option<String> {
    let marked = state.is_left() || state == State::Unknown;
    marked.then(|| speaker.phrase(&format!("window.mark.{}", serde_name(&state))))
}

struct Asker<'a> {
    question: &'a Question,
    answer: Option<&'a Answer>,
    disabled: &'a [Code],
    required: Vec<&'a FactName>,
    speaker: Speaker<'a>,
}

impl Asker<'_> {
    fn field(&self, name: &FactName, field: &Field) -> FieldView {
        let text = self.question.text.of(self.speaker.language);
        let options = field.options.iter().filter(|code| **code != UNKNOWN);
        FieldView {
            name: name.clone(),
            label: text.fields.get(name).cloned().unwrap_or_default(),
            kind: field.kind,
            options: options.map(|code| self.option(code)).collect(),
            most: field.max,
            range: field.range,
            required: self.required.contains(&name),
            optional: !self.required.contains(&name) && !self.may_be_wanted(field),
            unit: text.unit.clone(),
        }
    }

    /// Whether the review looks for a field, with what is answered or may yet be.
    fn may_be_wanted(&self, field: &Field) -> bool {
        let wanted = |answer: &Answer| answer.names_any(&field.wanted_with, self.question);
        !field.wanted_with.is_empty() && self.answer.is_none_or(wanted)
    }

    fn option(&self, code: &Code) -> OptionView {
        OptionView {
            code: code.clone(),
            label: self.speaker.option(self.question, code),
            disabled: self.disabled.contains(code),
        }
    }

    fn closed(&self, code: &Code) -> ClosedView {
        let Speaker { project, assessment, language, .. } = self.speaker;
        let blocks = closing(code, self.question, project, assessment);
        ClosedView {
            code: code.clone(),
            label: self.speaker.option(self.question, code),
            blocks: blocks.iter().map(|block| BlockView::of(block, language)).collect(),
        }
    }

    /// A don't-know of the question's own is shown once, as Vet inte.
    fn own_unknown(&self) -> Option<String> {
        let has =
            self.question.rules.fields.values().flat_map(|field| &field.options).any(|code| *code == UNKNOWN);
        has.then(|| self.speaker.option(self.question, &UNKNOWN.into()))
    }

    fn advice(&self, answer: Option<&Answer>) -> Option<String> {
        let advice = &self.question.text.of(self.speaker.language).advice_no;
        let no = answer == Some(&Answer::Single(FieldValue::Text("no".to_owned())));
        // Whether the house is ready changes nothing else: the task says so once, for all its questions.
        let whole_task = self.question.rules.group == QuestionGroup::Readiness;
        let recorded = !whole_task && answer.is_some_and(|answer| self.question.only_records(answer));
        match advice.as_str() {
            _ if answer == Some(&Answer::Single(FieldValue::Text(CALCULATE.to_owned()))) => self.counted(),
            advice if no && !advice.is_empty() => Some(advice.to_owned()),
            _ if recorded => Some(self.speaker.phrase("window.records_only")),
            _ => self.ends_before(answer?),
        }
    }

    /// What holds until a day before the contract starts is said where the day is written.
    fn ends_before(&self, answer: &Answer) -> Option<String> {
        let start = self.speaker.project.procurement.start?;
        let ends = self.question.ends_before(answer, start)?;
        let slots = [("ends", format::date(ends)), ("start", format::date(start))];
        Some(self.speaker.filled("window.answer.ends_before", &slots))
    }
}

/// The answer that leaves a number to the program.
const CALCULATE: &str = "calculate";

impl Asker<'_> {
    /// The number that the program counts with, once it is known.
    fn counted(&self) -> Option<String> {
        let used = self.speaker.assessment.capacity.as_ref()?.headcount.used;
        let n = format::decimal(used, 1, self.speaker.language);
        Some(self.speaker.filled("window.counts_with", &[("n", n)]))
    }
}

/// Everything that somebody else is to answer.
pub fn waiting(speaker: Speaker<'_>) -> Vec<WaitingView> {
    let visible = speaker.assessment.questions.iter().filter(|state| state.visible);
    visible.filter_map(|state| WaitingView::of(state, speaker)).collect()
}

impl WaitingView {
    fn of(state: &QuestionState, speaker: Speaker<'_>) -> Option<Self> {
        let unknown = match speaker.project.answers.get(&state.id)? {
            Answer::Unknown { unknown } => unknown.as_str(),
            // An answer that says that somebody is yet to be asked names nobody.
            _ if state.state == State::Unknown => "",
            _ => return None,
        };
        let text = speaker.catalogue.questions.get(&state.id)?.text.of(speaker.language);
        let whom = if unknown.trim().is_empty() { text.ask.clone() } else { unknown.to_owned() };
        Some(Self { question: state.id.clone(), group: state.group, text: text.question.clone(), whom })
    }
}
