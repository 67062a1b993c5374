//! What the pages can ask for. A command unpacks, calls and answers, nothing more.

#[cfg(test)]
pub mod declared;
pub mod places;

use domain::edit::Edit;
use domain::procurement::cpv::CpvCode;
use domain::project::ProjectId;
use domain::revision::RevisionId;
use domain::text::Language;

use crate::wire::cpv::CpvHits;
use crate::wire::document::{DocumentView, Saved};
use crate::wire::project::{Edited, ProjectView};
use crate::wire::settings::Settings;
use crate::wire::start::StartView;

/// Declares the commands once: from the table come what the window may call and the TypeScript that calls it.
macro_rules! commands {
    ($($(#[doc = $words:literal])+ fn $name:ident($($argument:ident: $kind:ty),*) -> $answer:ty;)+) => {
        /// The commands for TypeScript.
        #[cfg(test)]
        pub fn declared(config: &ts_rs::Config) -> Vec<declared::Command> {
            vec![$(declared::Command {
                name: stringify!($name),
                words: &[$($words),+],
                arguments: vec![$((stringify!($argument), declared::name::<$kind>(config))),*],
                answer: declared::name::<$answer>(config),
            }),+]
        }

        /// Visits every type that a command takes or gives.
        #[cfg(test)]
        pub fn types<V: ts_rs::TypeVisitor>(mut visitor: V) -> V {
            $($(visitor.visit::<$kind>();)* visitor.visit::<$answer>();)+
            visitor
        }
    };
}

commands! {
    /// The start page.
    fn start_view() -> StartView;
    /// What the officer has set for the program.
    fn settings() -> Settings;
    /// Changes the language of the window.
    fn set_language(language: Language) -> Settings;
    /// Changes the name that changes are kept with.
    fn set_officer(name: String) -> Settings;
    /// Begins a procurement.
    fn new_project() -> ProjectView;
    /// Opens an example as a copy.
    fn open_example(name: String) -> ProjectView;
    /// Opens a project.
    fn open_project(id: ProjectId) -> ProjectView;
    /// Applies an edit to the project as it was at `head`.
    fn edit(id: ProjectId, head: RevisionId, edit: Edit) -> Edited;
    /// Searches CPV: digits from the start of a code, words in any order; codes near the main one first.
    fn search_cpv(text: String, near: Option<CpvCode>) -> CpvHits;
    /// Makes the pages of the specification.
    fn preview(id: ProjectId, language: Language) -> DocumentView;
    /// Asks where, and saves the specification as PDF.
    fn save_pdf(id: ProjectId, language: Language) -> Saved;
    /// Asks where, and saves the project as a file.
    fn save_project_file(id: ProjectId) -> Saved;
    /// Asks which project file, and opens it as a copy. Nothing when the officer changed their mind.
    fn open_project_file() -> Option<ProjectView>;
}
