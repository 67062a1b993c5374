//! What every target works with: the catalogue, a day, a signature, and a project that always is the same.

use std::sync::LazyLock;

use domain::apply::apply;
use domain::built_in;
use domain::catalogue::Catalogue;
use domain::edit::Edit;
use domain::project::Project;
use domain::signature::Signature;
use jiff::civil::{Date, date};

pub const TODAY: Date = date(2026, 11, 25);

pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| built_in::catalogue().expect("the catalogue loads"));

pub fn signature() -> Signature {
    Signature { by: "Anna Lindqvist".into(), on: TODAY }
}

/// A project after an edit; one that does not fit is not made.
pub fn after(project: &Project, edit: &Edit) -> Project {
    apply(project, edit, &CATALOGUE, &signature()).unwrap_or_else(|_| project.clone())
}

/// The example of cleaning, with some requirements.
pub fn project() -> Project {
    let project = store::example::project("stadning", "p".into(), &CATALOGUE).expect("the example is whole");
    let chosen = ["emp-study-visit", "emp-language", "lab-daytime"];
    chosen.iter().fold(project, |project, &entry| after(&project, &Edit::Choose { entry: entry.into() }))
}
