//! Facts files: the facts and answers of a procurement, written by a person or another program.

use std::collections::BTreeMap;

use domain::apply;
use domain::catalogue::Catalogue;
use domain::catalogue::id::QuestionId;
use domain::needs::answer::Answer;
use domain::procurement::Procurement;
use domain::project::{Project, ProjectId};
use domain::refusal::Refusal;
use serde::Deserialize;

use crate::{json, text_file};

/// Facts and answers, as read.
pub type Facts = (Procurement, BTreeMap<QuestionId, Answer>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    procurement: Procurement,
    #[serde(default)]
    answers: BTreeMap<QuestionId, Answer>,
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
    apply::begin(id, procurement, answers, catalogue)
}
