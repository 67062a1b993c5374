//! The needs analysis: every question that matters, with its answer as it stands.

use domain::catalogue::question::Question;
use domain::format;
use domain::needs::answer::Answer;
use domain::needs::answer_words;
use domain::needs::question_state::{QuestionState, State};
use domain::procurement::regime::Regime;

use super::Builder;
use crate::front::name;
use crate::model::{Passage, Section, Table};

impl Builder<'_> {
    pub(super) fn answers(&self) -> Section {
        let visible: Vec<&QuestionState> =
            self.assessment.questions.iter().filter(|question| question.visible).collect();
        let section = self.headed("answers.title").paragraph(self.say("answers.intro"));
        visible.chunk_by(|one, next| one.group == next.group).fold(section, |section, group| {
            let label = self.phrase(&format!("general.question_groups.{}", name(&group[0].group)));
            section.labelled(&label, self.group(group))
        })
    }

    fn group(&self, questions: &[&QuestionState]) -> Vec<Passage> {
        let known =
            questions.iter().filter_map(|state| Some((*state, self.catalogue.questions.get(&state.id)?)));
        let known: Vec<(&QuestionState, &Question)> = known.collect();
        let row = |(state, question): &(&QuestionState, &Question)| {
            let text = question.text.of(self.print.language).question.clone();
            let (answer, why) = self.answered(state, question);
            [text, answer, why]
        };
        let rows: Vec<[String; 3]> = known.iter().map(row).collect();
        let columns = self.columns("answers", &[("question", 3.0), ("answer", 2.2), ("why", 2.4)]);
        // No column for reasons where no answer in the group has one.
        let reasoned = rows.iter().any(|[.., why]| !why.is_empty());
        let shown = columns.into_iter().take(if reasoned { 3 } else { 2 });
        let table = Table::new(shown.collect()).plain_row_heads();
        let table = rows.into_iter().fold(table, |table, [text, answer, why]| {
            if reasoned { table.row([text, answer, why]) } else { table.row([text, answer]) }
        });
        let demands = known.iter().filter_map(|(_, question)| self.demanded(question));
        std::iter::once(Passage::Table(table)).chain(demands).collect()
    }

    /// The answer in words, and why it was given or where it comes from.
    fn answered(&self, state: &QuestionState, question: &Question) -> (String, String) {
        let speaker = self.speaker();
        let answer = self.project.answers.get(&state.id);
        let said = answer.map(|answer| speaker.answer_lines(question, answer).join("\n")).unwrap_or_default();
        let reason = answer.and_then(|answer| answer_words::reason(answer, question)).unwrap_or_default();
        match (state.state, answer) {
            (State::Prefilled, _) => self.proposed(state, question),
            (State::Unknown, Some(Answer::Unknown { unknown })) => {
                (self.say("answers.unknown"), self.asked(unknown, question))
            }
            (State::Unknown, _) => (said, self.asked("", question)),
            (State::NotRelevant, Some(Answer::NotRelevant { not_relevant })) => {
                (self.say("answers.not_relevant"), not_relevant.trim().to_owned())
            }
            (State::Incomplete, _) => {
                (self.fill("answers.incomplete", &[("answer", said)]), reason.to_owned())
            }
            (State::Unanswered, _) => (self.say("answers.unanswered"), String::new()),
            (State::Answered | State::NotRelevant, _) => (said, self.grounds(reason, state)),
        }
    }

    /// The officer's reason, and where the answer comes from when it was proposed.
    fn grounds(&self, reason: &str, state: &QuestionState) -> String {
        let source = state.confirmed.as_ref().map(|source| source.of(self.print.language).clone());
        let source = source.map(|source| self.fill("answers.confirmed", &[("source", source)]));
        let reason = Some(reason.to_owned()).filter(|reason| !reason.is_empty());
        reason.into_iter().chain(source).collect::<Vec<_>>().join("\n")
    }

    fn proposed(&self, state: &QuestionState, question: &Question) -> (String, String) {
        let Some(proposal) = &state.proposal else { return (self.say("answers.unanswered"), String::new()) };
        let answer = self.speaker().answer_lines(question, &proposal.answer).join("\n");
        let source = proposal.source.of(self.print.language).clone();
        (self.fill("answers.proposed", &[("answer", answer)]), source)
    }

    fn asked(&self, who: &str, question: &Question) -> String {
        let usual = question.text.of(self.print.language).ask.as_str();
        let who = if who.trim().is_empty() { usual } else { who.trim() };
        if who.is_empty() { String::new() } else { self.fill("answers.ask", &[("who", who.to_owned())]) }
    }

    /// Whether the law demands the answer here, when it may.
    fn demanded(&self, question: &Question) -> Option<Passage> {
        let demand = question.rules.demanded.as_ref()?;
        // The provision that may demand it, also where it does not apply.
        let basis = self.catalogue.legal_bases.get(&demand.legal_basis);
        let act = self.project.procurement.act;
        let cited = basis.and_then(|basis| basis.citations(act, Regime::DirectiveGoverned).first());
        let mut slots = vec![
            ("question", question.text.of(self.print.language).question.clone()),
            ("demanded", self.speaker().demanded(demand)),
        ];
        let sections = |citation| format::lower_first(&self.speaker().sections(citation));
        slots.extend(cited.map(|citation| ("sections", sections(citation))));
        let key = if cited.is_some() { "answers.demanded_by" } else { "answers.demanded" };
        Some(Passage::Note(self.fill(key, &slots).into()))
    }
}
