//! What the domain's tests share: the built-in catalogue, projects from facts, a fixed day.

#![allow(dead_code, reason = "each test target uses its part")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use domain::catalogue::Catalogue;
use domain::edit::Edit;
use domain::needs::answer::Answer;
use domain::procurement::Procurement;
use domain::project::Project;
use domain::refusal::Refusal;
use domain::signature::Signature;
use jiff::civil::{Date, date};
use serde::Deserialize;

use domain::catalogue::id::QuestionId;

/// The catalogue as it is shipped.
pub static SHIPPED: LazyLock<Catalogue> = LazyLock::new(|| domain::built_in::catalogue().unwrap());

/// The day on which the tests look at the law.
pub const TODAY: Date = date(2026, 11, 25);

/// Applies an edit as an officer with a name does on that day.
pub fn apply(project: &Project, edit: &Edit, catalogue: &Catalogue) -> Result<Project, Refusal> {
    domain::apply::apply(project, edit, catalogue, &signature())
}

pub fn signature() -> Signature {
    Signature { by: "Anna Lindqvist".into(), on: TODAY }
}

/// A facts file: what `assets/examples` holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FactsFile {
    pub procurement: Procurement,
    pub answers: BTreeMap<QuestionId, Answer>,
}

/// A project with these facts.
pub fn project(facts: FactsFile) -> Project {
    let mut project = Project::new("p1".into(), "2026:1");
    project.procurement = facts.procurement;
    project.answers = facts.answers;
    project
}

/// An example's file as JSON.
pub fn example_json(name: &str) -> serde_json::Value {
    let path = root().join("assets/examples").join(format!("{name}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The project of an example.
pub fn example(name: &str) -> Project {
    project(serde_json::from_value(example_json(name)).unwrap())
}

pub const EXAMPLES: [&str; 4] = ["byggtjanster", "stadning", "it-system", "arbetsklader"];

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
