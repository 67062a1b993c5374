//! What the pages can ask for. A command unpacks, calls and answers, nothing more.

#[expect(clippy::unnecessary_wraps, reason = "to the table every command is one that may refuse")]
pub mod about;
pub mod backups;
#[cfg(test)]
pub mod declared;
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the table hands every argument on by reference")]
pub mod documents;
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the table hands every argument on by reference")]
#[expect(clippy::ref_option, reason = "the table hands every argument on by reference")]
pub mod find;
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the table hands every argument on by reference")]
#[expect(clippy::unnecessary_wraps, reason = "to the table every command is one that may refuse")]
pub mod library;
pub mod places;
#[expect(clippy::ref_option, reason = "the table hands every argument on by reference")]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the table hands every argument on by reference")]
#[expect(clippy::unnecessary_wraps, reason = "to the table every command is one that may refuse")]
pub mod project;
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the table hands every argument on by reference")]
pub mod receive;
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the table hands every argument on by reference")]
#[expect(clippy::unnecessary_wraps, reason = "to the table every command is one that may refuse")]
pub mod settings;
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the table hands every argument on by reference")]
#[expect(clippy::unnecessary_wraps, reason = "to the table every command is one that may refuse")]
pub mod start;
#[expect(clippy::ref_option, reason = "the table hands every argument on by reference")]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the table hands every argument on by reference")]
pub mod wording;

use ::documents::file::{DocumentName, Form};
use domain::catalogue::library::FileKind;
use domain::catalogue::theme::{Placement, Theme};
use domain::edit::Edit;
use domain::fixed::Version;
use domain::merge::Choices;
use domain::procurement::cpv::CpvCode;
use domain::project::ProjectId;
use domain::refusal::Refusal;
use domain::revision::RevisionId;
use domain::text::Language;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tauri::async_runtime::spawn_blocking;
use tauri::{State, WebviewWindow};

use crate::desk::{Desk, broken};
use crate::wire::about::AboutView;
use crate::wire::backup::{BackupView, BackupsView};
use crate::wire::cpv::CpvHits;
use crate::wire::difference::DifferenceRow;
use crate::wire::document::{Content, DocumentView, Saved};
use crate::wire::history::HistoryRow;
use crate::wire::library::{CatalogueFileView, LibraryView};
use crate::wire::offer::OffersView;
use crate::wire::project::{Edited, ProjectView, Stepped};
use crate::wire::receive::{FileView, ReceivedView, Way};
use crate::wire::refusal::RefusalView;
use crate::wire::search::SearchView;
use crate::wire::settings::{MatchingLeadView, Setting, Settings, StandardsView};
use crate::wire::sheet::SheetView;
use crate::wire::start::{Mark, StartView};
use crate::wire::wording::TrapView;

/// Declares the commands once: from the table come what the window may call and the TypeScript that calls it. Each names
/// the module of its body. A plain one is done on a thread of its own; an asking one waits for a dialog.
macro_rules! commands {
    (
        plain { $($(#[doc = $words:literal])+ fn $task:ident::$name:ident($($given:ident: $kind:ty),*) -> $answer:ty;)+ }
        asking { $($(#[doc = $ask_words:literal])+ fn $ask_task:ident::$ask_name:ident($($ask_given:ident: $ask_kind:ty),*) -> $ask_answer:ty;)+ }
    ) => {
        mod handlers {
            use super::*;

            $(#[tauri::command]
            async fn $name(desk: State<'_, Desk>, $($given: Value),*) -> Result<$answer, RefusalView> {
                in_background(desk.inner(), move |desk| {
                    super::$task::$name(desk, $(&read::<$kind>($given)?),*)
                })
                .await
            })+

            $(#[tauri::command]
            async fn $ask_name(
                window: WebviewWindow,
                desk: State<'_, Desk>,
                $($ask_given: Value),*
            ) -> Result<$ask_answer, RefusalView> {
                let asked = async { super::$ask_task::$ask_name(&desk, &window, $(&read::<$ask_kind>($ask_given)?),*).await };
                asked.await.map_err(|refusal| RefusalView::of(&refusal, desk.language()))
            })+

            /// Answers what the window asks for.
            pub fn all() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
                tauri::generate_handler![$($name,)+ $($ask_name),+]
            }
        }

        /// The commands for TypeScript.
        #[cfg(test)]
        pub fn declared(config: &ts_rs::Config) -> Vec<declared::Command> {
            vec![
                $(declared::Command {
                    name: stringify!($name),
                    words: &[$($words),+],
                    arguments: vec![$((stringify!($given), declared::name::<$kind>(config))),*],
                    answer: declared::name::<$answer>(config),
                },)+
                $(declared::Command {
                    name: stringify!($ask_name),
                    words: &[$($ask_words),+],
                    arguments: vec![$((stringify!($ask_given), declared::name::<$ask_kind>(config))),*],
                    answer: declared::name::<$ask_answer>(config),
                },)+
            ]
        }

        /// Visits every type that a command takes or gives.
        #[cfg(test)]
        pub fn types<V: ts_rs::TypeVisitor>(mut visitor: V) -> V {
            $($(visitor.visit::<$kind>();)* visitor.visit::<$answer>();)+
            $($(visitor.visit::<$ask_kind>();)* visitor.visit::<$ask_answer>();)+
            visitor
        }
    };
}

pub use handlers::all as handler;

commands! {
    plain {
        /// The start page.
        fn start::start_view() -> StartView;
        /// What the officer has set for the program.
        fn settings::settings() -> Settings;
        /// Sets one thing for the program.
        fn settings::change_setting(setting: Setting) -> Settings;
        /// Takes the authority's logo away.
        fn settings::remove_logo() -> Settings;
        /// What there is to choose among for the matching lead; nothing when the catalogue does not ask.
        fn settings::matching_leads() -> Option<MatchingLeadView>;
        /// The values in the common terms that the authority can have a standard for, as a new project has them.
        fn settings::standards() -> Vec<StandardsView>;
        /// Shows everything so much larger or smaller than the officer has set, in per cent.
        fn settings::zoom(percent: u16) -> ();
        /// Closes the window.
        fn settings::quit() -> ();
        /// Begins a procurement.
        fn start::new_project() -> ProjectView;
        /// Opens an example as a copy.
        fn start::open_example(name: String) -> ProjectView;
        /// Begins a procurement with what a template holds.
        fn start::new_from_template(id: ProjectId) -> ProjectView;
        /// Opens a project.
        fn start::open_project(id: ProjectId) -> ProjectView;
        /// Shows what the project file holds that the program was started with or that was dropped on the window; once.
        fn receive::look_at_asked_file() -> Option<FileView>;
        /// Shows again what the project file holds that was shown last, with what the officer has chosen.
        fn receive::look_at_file(choices: Choices) -> ReceivedView;
        /// Does with the project file that was shown last what the officer says.
        fn receive::take_in_file(way: Way, choices: Choices) -> ProjectView;
        /// Makes a copy of a project that shares nothing with it.
        fn start::copy_project(id: ProjectId) -> StartView;
        /// Marks a project, or takes the mark away.
        fn start::mark_project(id: ProjectId, mark: Mark, on: bool) -> StartView;
        /// The files that are so damaged that no project can be taken out of them: they are deleted whole with one.
        fn start::damaged_files() -> Vec<String>;
        /// Deletes a removed project for good, and the damaged files that the officer was told of.
        fn start::erase_project(id: ProjectId, damaged: Vec<String>) -> StartView;
        /// Applies an edit to the project as it was at `head`.
        fn project::edit(id: ProjectId, head: RevisionId, edit: Edit) -> Edited;
        /// Takes back the last step, when `head` is still the last revision.
        fn project::undo(id: ProjectId, head: RevisionId) -> Stepped;
        /// Makes the step that was taken back last once more.
        fn project::redo(id: ProjectId, head: RevisionId) -> Stepped;
        /// What has been done to a project, the last first.
        fn project::history(id: ProjectId) -> Vec<HistoryRow>;
        /// What differs between an earlier version and a later one, or the project as it is now.
        fn project::compare_versions(id: ProjectId, before: RevisionId, after: Option<RevisionId>) -> Vec<DifferenceRow>;
        /// Calls the version that a revision left by a name; an empty one takes the name away.
        fn project::name_version(id: ProjectId, revision: RevisionId, name: String) -> Vec<HistoryRow>;
        /// Brings an earlier version back, as a new change, when `head` is still the last revision.
        fn project::bring_back(id: ProjectId, head: RevisionId, revision: RevisionId) -> Edited;
        /// The project as it is now, when it has been changed elsewhere since `head`.
        fn project::changed_elsewhere(id: ProjectId, head: RevisionId) -> Option<ProjectView>;
        /// The backups that a project is in, the newest first.
        fn backups::backups(id: ProjectId) -> BackupsView;
        /// What a backup holds of a project, against what is here now.
        fn backups::look_in_backup(id: ProjectId, name: String) -> BackupView;
        /// Makes a project of its own of what a backup holds of one.
        fn backups::restore_backup(id: ProjectId, name: String) -> ProjectView;
        /// Searches a project, the catalogue, the codes, and what can be done.
        fn find::search(id: ProjectId, text: String) -> SearchView;
        /// What can be added to a project, in a theme or in all, with the words that are typed; what fits comes first.
        fn find::offers(id: ProjectId, theme: Option<Theme>, text: String, most: usize) -> OffersView;
        /// Finds legal traps in a text: for a project when one is open, of a kriterietyp when that is known.
        fn wording::check_text(id: Option<ProjectId>, placement: Option<Placement>, text: String) -> Vec<TrapView>;
        /// Finds legal traps in the aim of a project's procurement.
        fn wording::check_aim(id: ProjectId, text: String) -> Vec<TrapView>;
        /// Saves a project as a file of its own in the folder that was chosen last; nothing there is written over.
        fn project::send_project(id: ProjectId, content: Content) -> Saved;
        /// Searches CPV: digits from the start of a code, words in any order; codes near the main one first.
        fn project::search_cpv(text: String, near: Option<CpvCode>) -> CpvHits;
        /// Makes the pages of a document.
        fn documents::preview(id: ProjectId, document: DocumentName, language: Language) -> DocumentView;
        /// Shows a document in the program that the system shows PDF files with, to be printed from there.
        fn documents::print_document(id: ProjectId, document: DocumentName, language: Language) -> ();
        /// Fixes the project as it was at `head` as a version, with all its documents in both languages.
        fn documents::fix(id: ProjectId, head: RevisionId, version: Version) -> Edited;
        /// What the program is, what it is made of, and where it keeps things.
        fn about::about() -> AboutView;
        /// Shows the folder that everything is kept in.
        fn about::show_folder() -> ();
        /// Shows the folder that the file saved last lies in.
        fn places::show_saved() -> ();
        /// Which catalogue is in use.
        fn library::library() -> LibraryView;
        /// Takes in the catalogue file that was shown last.
        fn library::take_in_catalogue() -> LibraryView;
        /// Takes the last catalogue file of a kind out: the one before it holds again.
        fn library::take_back_catalogue(kind: FileKind) -> LibraryView;
    }
    asking {
        /// Asks where, and saves a document in a form.
        fn documents::save_document(id: ProjectId, document: DocumentName, form: Form, language: Language) -> Saved;
        /// Asks where, and saves a document of a fixed version, as it was made then.
        fn documents::save_fixed(id: ProjectId, version: Version, document: DocumentName, language: Language) -> Saved;
        /// Asks which sheet, and shows what it would change. Nothing when the officer changed their mind.
        fn documents::choose_sheet(id: ProjectId) -> Option<SheetView>;
        /// Asks where, and saves the project as a file.
        fn project::save_project_file(id: ProjectId, content: Content) -> Saved;
        /// Asks in which folder projects are to be saved, each as a file of its own. Nothing when the officer changed their mind.
        fn project::choose_folder_to_send() -> Option<String>;
        /// Asks which catalogue file, and shows what it holds. Nothing when the officer changed their mind.
        fn library::choose_catalogue() -> Option<CatalogueFileView>;
        /// Asks which project file, and shows what it holds. Nothing when the officer changed their mind.
        fn receive::choose_project_file() -> Option<FileView>;
        /// Asks which folder files are to be saved in.
        fn settings::choose_export_folder() -> Settings;
        /// Asks which folder backups are to be copied to.
        fn settings::choose_backup_folder() -> Settings;
        /// Asks which picture is the authority's logo.
        fn settings::choose_logo() -> Settings;
    }
}

/// Does the work on a thread of its own, so that the window goes on.
async fn in_background<T: Send + 'static>(
    desk: &Desk,
    work: impl FnOnce(&Desk) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, RefusalView> {
    let at = desk.clone();
    let done = spawn_blocking(move || work(&at)).await.unwrap_or_else(|error| Err(broken(&error)));
    done.map_err(|refusal| RefusalView::of(&refusal, desk.language()))
}

/// An argument; what does not fit is refused in words, like everything else.
fn read<T: DeserializeOwned>(given: Value) -> Result<T, Refusal> {
    serde_json::from_value(given).map_err(|error| Refusal::bad_input(error.to_string(), error.to_string()))
}
