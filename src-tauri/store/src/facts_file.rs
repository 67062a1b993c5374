//! Facts files: the facts and answers of a procurement, written by a person or another program.

use domain::apply::apply;
use domain::catalogue::Catalogue;
use domain::catalogue::id::QuestionId;
use domain::edit::{Edit, FactEdit};
use domain::needs::answer::Answer;
use domain::procurement::Procurement;
use domain::project::{Project, ProjectId};
use domain::refusal::Refusal;
use indexmap::IndexMap;
use serde::Deserialize;

use crate::{json, text_file};

/// Facts and answers, as read.
pub type Facts = (Procurement, IndexMap<QuestionId, Answer>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    procurement: Procurement,
    #[serde(default)]
    answers: IndexMap<QuestionId, Answer>,
}

/// Reads a facts file: `{"procurement": {…}, "answers": {…}}`.
///
/// # Errors
/// When it is not JSON, has a field that does not exist, or a value that cannot be read.
pub fn parse(text: &str) -> Result<Facts, Refusal> {
    text_file::not_too_large(text.len())?;
    let Written { procurement, answers } = json::object(text)?;
    Ok((procurement, answers))
}

/// A new project with these facts and answers.
///
/// # Errors
/// When a CPV code or a question does not exist, or a value does not fit the others or its question.
pub fn project(id: ProjectId, facts: Facts, catalogue: &Catalogue) -> Result<Project, Refusal> {
    let (procurement, answers) = facts;
    let checked =
        [FactEdit::Cpv(procurement.cpv.clone()), FactEdit::OptionValueSek(procurement.option_value_sek)];
    let answered = |(question, answer)| Edit::Answer { question, answer: Some(answer) };
    let edits = checked.map(Edit::Fact).into_iter().chain(answers.into_iter().map(answered));
    let unchecked = Project { procurement, ..Project::new(id, &*catalogue.edition.edition) };
    edits.into_iter().try_fold(unchecked, |project, edit| apply(&project, &edit, catalogue))
}
