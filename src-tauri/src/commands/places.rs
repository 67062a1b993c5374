//! Places on the officer's disk, chosen in the system's own dialogs.

use std::future::Future;
use std::path::{Path, PathBuf};

use documents::file::Form;
use domain::format;
use domain::refusal::Refusal;
use rfd::AsyncFileDialog;
use store::safe_name;
use tauri::WebviewWindow;

use crate::desk::Desk;

/// Shows in the system's file manager the folder that the file saved last lies in, so that it can be sent.
pub fn show_saved(desk: &Desk) -> Result<(), Refusal> {
    let saved = desk.last_saved();
    let shown = desk.screen().zip(saved.as_deref().and_then(Path::parent));
    shown.map_or(Ok(()), |(screen, folder)| screen.shows(folder))
}

/// Who asks the officer for a place on the disk. The answer is empty when the officer changed their mind.
pub trait Ask {
    /// Asks where a file is to be saved.
    fn where_to_save(&self, place: Place) -> impl Future<Output = Option<PathBuf>> + Send;
    /// Asks which file is to be opened.
    fn what_to_open(&self, place: Place) -> impl Future<Output = Option<PathBuf>> + Send;
    /// Asks which files are to be opened; none when the officer changed their mind.
    fn which_to_open(&self, place: Place) -> impl Future<Output = Vec<PathBuf>> + Send;
    /// Asks for a folder.
    fn which_folder(&self, place: Place) -> impl Future<Output = Option<PathBuf>> + Send;
}

/// What is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The title of the dialog.
    pub title: String,
    /// The proposed name, with its ending; not for a file to be opened.
    pub name: String,
    /// The kind of file in words: "Projektfil".
    pub kind: String,
    /// The endings that it can have, the usual first: "samkrav".
    pub endings: &'static [&'static str],
    /// The folder that the officer has set for files; the system proposes one when there is none.
    pub folder: Option<PathBuf>,
}

impl Place {
    /// A document of a kind, about something.
    pub fn document(kind: &str, form: Form, about: &str, desk: &Desk) -> Self {
        let name = format!("{kind} {about}");
        let kind_of_file = format!("window.file.{}", form.code());
        let place = Self::of("window.file.save_document", &name, &kind_of_file, endings(form), desk);
        Self { title: place.title.replace("{kind}", &format::lower_first(kind)), ..place }
    }

    /// A project file.
    pub fn project_file(title: &str, about: &str, desk: &Desk) -> Self {
        Self::of(title, about, "window.file.project", &["samkrav"], desk)
    }

    /// A catalogue file.
    pub fn catalogue(desk: &Desk) -> Self {
        Self::of("window.file.open_catalogue", "", "window.file.catalogue", &["toml"], desk)
    }

    /// A folder for files.
    pub fn folder(desk: &Desk) -> Self {
        Self::of("window.file.export_folder", "", "window.file.export_folder", &[], desk)
    }

    /// A folder for projects that leave as files.
    pub fn folder_to_send(desk: &Desk) -> Self {
        Self::of("window.file.send_folder", "", "window.file.send_folder", &[], desk)
    }

    /// A second folder for backups.
    pub fn backup_folder(desk: &Desk) -> Self {
        Self::of("window.file.backup_folder", "", "window.file.backup_folder", &[], desk)
    }

    /// The authority's logo.
    pub fn logo(desk: &Desk) -> Self {
        Self::of("window.file.open_logo", "", "window.file.logo", &["png", "svg"], desk)
    }

    /// A sheet that was changed.
    pub fn sheet(desk: &Desk) -> Self {
        Self::of("window.file.open_sheet", "", "window.file.xlsx", &["xlsx"], desk)
    }

    fn of(title: &str, name: &str, kind: &str, endings: &'static [&'static str], desk: &Desk) -> Self {
        let say = |key: &str| desk.catalogue().phrases.word(key, desk.language()).to_owned();
        let name = Some(safe_name(name)).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| say("window.file.unnamed"));
        let folder = desk.settings().export_folder.map(PathBuf::from).filter(|folder| folder.is_dir());
        let ending = endings.first().copied().unwrap_or_default();
        Self { title: say(title), name: format!("{name}.{ending}"), kind: say(kind), endings, folder }
    }
}

fn endings(form: Form) -> &'static [&'static str] {
    match form {
        Form::Pdf => &["pdf"],
        Form::Docx => &["docx"],
        Form::Xlsx => &["xlsx"],
        Form::Csv => &["csv"],
        Form::Txt => &["txt"],
        Form::Json => &["json"],
    }
}

impl Ask for WebviewWindow {
    async fn where_to_save(&self, place: Place) -> Option<PathBuf> {
        let chosen = starting(dialog(self, &place), &place).set_file_name(place.name).save_file().await?;
        Some(chosen.path().to_owned())
    }

    async fn what_to_open(&self, place: Place) -> Option<PathBuf> {
        let chosen = dialog(self, &place).pick_file().await?;
        Some(chosen.path().to_owned())
    }

    async fn which_to_open(&self, place: Place) -> Vec<PathBuf> {
        let chosen = dialog(self, &place).pick_files().await.unwrap_or_default();
        chosen.iter().map(|file| file.path().to_owned()).collect()
    }

    async fn which_folder(&self, place: Place) -> Option<PathBuf> {
        let dialog = AsyncFileDialog::new().set_parent(self).set_title(&place.title);
        Some(starting(dialog, &place).pick_folder().await?.path().to_owned())
    }
}

fn dialog(window: &WebviewWindow, place: &Place) -> AsyncFileDialog {
    let dialog = AsyncFileDialog::new().set_parent(window).set_title(&place.title);
    dialog.add_filter(&place.kind, place.endings)
}

/// The dialog, open at the folder that the officer has set.
fn starting(dialog: AsyncFileDialog, place: &Place) -> AsyncFileDialog {
    match &place.folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}
