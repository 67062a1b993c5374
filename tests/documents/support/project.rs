//! Documents made from projects: the examples, and one with everything in it.

#![expect(clippy::unwrap_used, reason = "a project that cannot be made fails the test")]

use std::path::Path;
use std::sync::LazyLock;

use documents::front::Print;
use documents::model::{Document, Status};
use documents::notice_fields::document;
use domain::assess::assess;
use domain::catalogue::Catalogue;
use domain::catalogue::id::EntryId;
use domain::edit::Edit;
use domain::project::Project;
use domain::requirements::recommend::Standing;
use domain::signature::Signature;
use domain::text::Language;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| domain::built_in::catalogue().unwrap());
pub const TODAY: Date = date(2026, 11, 25);

/// The project after an edit.
pub fn doing(project: &Project, edit: &Edit) -> Project {
    let signature = Signature { by: "Anna Lindqvist".into(), on: TODAY };
    domain::apply::apply(project, edit, &CATALOGUE, &signature).unwrap()
}
pub const EXAMPLES: [&str; 4] = ["byggtjanster", "stadning", "it-system", "arbetsklader"];

/// A file of the repository as JSON.
pub fn read(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

pub fn begun(facts: &Value) -> Project {
    let mut project = Project::new("01a21512-be28-7ee0-8f47-4871ddb9112b".into(), "2026:1");
    project.procurement = serde_json::from_value(facts["procurement"].clone()).unwrap();
    project.answers = serde_json::from_value(facts["answers"].clone()).unwrap();
    project
}

pub fn with(project: Project, entries: impl IntoIterator<Item = EntryId>) -> Project {
    let choose = |project, entry| doing(&project, &Edit::Choose { entry });
    entries.into_iter().fold(project, choose)
}

/// An example with what is recommended.
pub fn example(name: &str) -> Project {
    let project = begun(&read(&format!("assets/examples/{name}.json")));
    let recommended = assess(&project, &CATALOGUE, TODAY).recommendations.into_iter();
    let taken = recommended.filter(|r| matches!(r.standing, Standing::Duty | Standing::Candidate));
    with(project, taken.map(|recommendation| recommendation.entry))
}

/// A procurement in lots with every requirement of the catalogue; the reservation is of the first lot.
pub fn everything() -> Project {
    let mut facts = read("assets/examples/stadning.json");
    facts["procurement"]["lots"] = json!(["Fönsterputs", "Golvvård"]);
    let project = with(begun(&facts), CATALOGUE.offered().map(|entry| entry.id.clone()));
    let lot =
        json!({ "edit": "set_parameter", "entry": "res-lot", "parameter": "lot", "value": "Fönsterputs" });
    doing(&project, &serde_json::from_value(lot).unwrap())
}

pub fn print(language: Language) -> Print {
    Print { language, date: TODAY, status: Status::draft("0.1") }
}

/// The notice fields of a project.
pub fn notice_fields(project: &Project, language: Language) -> Document {
    document(project, &assess(project, &CATALOGUE, TODAY), &print(language))
}
