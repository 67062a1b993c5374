//! The desk: what the commands work with, without any window. Every test can sit at one.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use domain::assess::assess;
use domain::catalogue::Catalogue;
use domain::catalogue::library::FileKind;
use domain::project::{Project, ProjectId};
use domain::refusal::{Kind, Refusal};
use domain::requirements::words::Speaker;
use domain::revision::RevisionId;
use domain::text::Language;
use jiff::Timestamp;
use store::backup::{self, Backup, Looked, Rotten};
use store::{Stamp, Store};

use crate::pages::Pages;
use crate::screen::Screen;
use crate::shelf::{Proposal, Shelf};
use crate::tray::{self, Received};
use crate::wire::document::Saved;
use crate::wire::project::ProjectView;
use crate::wire::settings::Settings;

/// Tells the time: the system's clock, or a test's own.
pub type Clock = fn() -> Result<Timestamp, Refusal>;

/// Copies of documents that the officer prints, beside the database.
const TO_PRINT: &str = "utskrift";
/// Beside the database.
const SETTINGS: &str = "settings.json";

/// What the commands work with. A copy is the same desk.
#[derive(Clone)]
pub struct Desk(Arc<Drawers>);

struct Drawers {
    folder: PathBuf,
    shelf: Mutex<Shelf>,
    clock: Clock,
    settings: Mutex<Settings>,
    /// One thing at a time is done to what is kept; opened when first needed, and anew after a failure.
    store: Mutex<Option<Store>>,
    pages: Pages,
    /// Files that the officer asked for outside the pages, until these take them.
    asked: Mutex<Vec<PathBuf>>,
    /// The project file that was shown to the officer last, and waits.
    received: Mutex<Option<Received>>,
    /// The file that was saved last.
    saved: Mutex<Option<PathBuf>>,
    /// The folder that projects were last sent to.
    sent_to: Mutex<Option<PathBuf>>,
    /// What was kept when there was nothing to back up: that is not looked into again until it is something else.
    unchanged: Mutex<Option<String>>,
    /// Why the last backup could not be made.
    unbacked: Mutex<Option<Refusal>>,
    /// The backups that have been looked through since the program started.
    looked: Mutex<Looked>,
    /// Those of them that were damaged.
    rotten: Mutex<Vec<Rotten>>,
    /// None while there is no window.
    screen: OnceLock<Box<dyn Screen>>,
}

impl Desk {
    /// A desk whose projects are kept in `folder`. The folder is not touched until something is asked for.
    ///
    /// # Errors
    /// When the catalogue that is built in cannot be read.
    pub fn new(folder: PathBuf, clock: Clock) -> Result<Self, Refusal> {
        let shelf = Mutex::new(Shelf::of(&folder)?);
        let settings = Mutex::new(read_settings(&folder));
        let store = Mutex::new(None);
        Ok(Self(Arc::new(Drawers {
            folder,
            shelf,
            clock,
            settings,
            store,
            pages: Pages::default(),
            asked: Mutex::default(),
            received: Mutex::default(),
            saved: Mutex::default(),
            sent_to: Mutex::default(),
            unchanged: Mutex::default(),
            unbacked: Mutex::default(),
            looked: Mutex::default(),
            rotten: Mutex::default(),
            screen: OnceLock::new(),
        })))
    }

    /// The catalogue in use.
    pub fn catalogue(&self) -> Arc<Catalogue> {
        Arc::clone(&lock(&self.0.shelf).catalogue)
    }

    /// What the catalogue in use is made of.
    pub fn shelf(&self) -> Shelf {
        lock(&self.0.shelf).clone()
    }

    /// Reads a catalogue file and says what it holds; nothing of it is taken in.
    ///
    /// # Errors
    /// When it cannot be read, or is of an older edition than the one in use.
    pub fn propose(&self, path: &Path) -> Result<Proposal, Refusal> {
        lock(&self.0.shelf).propose(path)
    }

    /// Takes in the catalogue file that was shown last.
    ///
    /// # Errors
    /// When none waits, or the database cannot be written.
    pub fn take_in(&self) -> Result<(), Refusal> {
        let (kind, file) = lock(&self.0.shelf).proposed()?;
        self.with_library(|store, stamp| store.import(kind, &file, stamp))
    }

    /// Takes the last catalogue file of a kind out: the one before it holds again.
    ///
    /// # Errors
    /// When there is none, or the database cannot be written.
    pub fn take_back(&self, kind: FileKind) -> Result<(), Refusal> {
        self.with_library(|store, _| store.take_back(kind))
    }

    /// Changes the library, and works with what it holds from then on.
    fn with_library(
        &self,
        change: impl FnOnce(&mut Store, &Stamp) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let library = self.with_store(|store, stamp| {
            change(store, stamp)?;
            store.library()
        })?;
        lock(&self.0.shelf).put(library);
        Ok(())
    }

    /// The pages that were made.
    pub fn pages(&self) -> &Pages {
        &self.0.pages
    }

    /// Lays files out to be opened after those that lie there, and says how many lie there then.
    pub fn ask_for(&self, files: Vec<PathBuf>) -> usize {
        let mut asked = lock(&self.0.asked);
        asked.extend(files);
        asked.len()
    }

    /// Lays files out to be opened before those that lie there.
    pub fn ask_for_first(&self, files: Vec<PathBuf>) {
        lock(&self.0.asked).splice(..0, files);
    }

    /// Takes the first of the files that lie there to be opened, and says how many are left.
    pub fn next_asked(&self) -> Option<(PathBuf, usize)> {
        let mut asked = lock(&self.0.asked);
        let first = (!asked.is_empty()).then(|| asked.remove(0))?;
        Some((first, asked.len()))
    }

    /// Lays out a project file that waits for the officer, in place of any before.
    pub fn lay_out(&self, received: Received) {
        *lock(&self.0.received) = Some(received);
    }

    /// The project file that was shown to the officer last.
    ///
    /// # Errors
    /// When none has been.
    pub fn received(&self) -> Result<Received, Refusal> {
        lock(&self.0.received).clone().ok_or_else(tray::nothing_waits)
    }

    /// Remembers that a file was saved there.
    pub fn has_saved(&self, file: PathBuf) -> Saved {
        let saved = Saved::Written { place: file.display().to_string() };
        *lock(&self.0.saved) = Some(file);
        saved
    }

    /// The file that was saved last; none since the program started.
    pub fn last_saved(&self) -> Option<PathBuf> {
        lock(&self.0.saved).clone()
    }

    /// Remembers the folder that projects are to be sent to, and says where it is.
    pub fn sends_to(&self, folder: PathBuf) -> String {
        let place = folder.display().to_string();
        *lock(&self.0.sent_to) = Some(folder);
        place
    }

    /// The folder that projects are to be sent to.
    ///
    /// # Errors
    /// When none has been chosen.
    pub fn folder_to_send(&self) -> Result<PathBuf, Refusal> {
        lock(&self.0.sent_to).clone().ok_or_else(|| {
            Refusal::new(Kind::NotNow, "Ingen mapp är vald.", "No folder has been chosen.")
                .hint("Välj mappen först.", "Choose the folder first.")
        })
    }

    /// Stands before a window from now on.
    pub fn stand_before(&self, screen: impl Screen + 'static) {
        self.0.screen.get_or_init(|| Box::new(screen));
    }

    /// What is around the pages, when there is a window.
    pub fn screen(&self) -> Option<&dyn Screen> {
        self.0.screen.get().map(AsRef::as_ref)
    }

    /// The folder that everything is kept in.
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// Lays a copy of a document out to be printed, in the place of any that lies there from before.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn copy_to_print(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Refusal> {
        self.clear_copies();
        let folder = self.0.folder.join(TO_PRINT);
        // What hinders it is told by the writing of the file.
        let _ = fs::create_dir_all(&folder);
        let path = folder.join(name);
        store::write_whole(&path, bytes)?;
        Ok(path)
    }

    /// Takes away what was laid out to be printed. One that a program still shows can stay until the next time.
    pub fn clear_copies(&self) {
        let _ = fs::remove_dir_all(self.0.folder.join(TO_PRINT));
    }

    /// What the officer has set.
    pub fn settings(&self) -> Settings {
        lock(&self.0.settings).clone()
    }

    /// The language of the window.
    pub fn language(&self) -> Language {
        lock(&self.0.settings).language
    }

    /// Changes what the officer has set, and keeps it; one change at a time, like all that is kept, beside what another window
    /// has set. A file that cannot be read to the last value is set aside as it was.
    ///
    /// # Errors
    /// When the folder cannot be written; then nothing is changed.
    pub fn set(&self, change: impl FnOnce(&mut Settings)) -> Result<Settings, Refusal> {
        let (before, next) = self.with_store(|_, _| {
            let (before, file) = (self.settings(), self.0.folder.join(SETTINGS));
            let _held = store::hold_folder(&file);
            let (kept, is_all) = settings_in(&file);
            if !is_all {
                set_aside(&file)?;
            }
            let mut next = kept.unwrap_or_else(|| before.clone());
            change(&mut next);
            let text = serde_json::to_vec_pretty(&next).map_err(|error| broken(&error))?;
            store::write_whole(&file, &text)?;
            lock(&self.0.settings).clone_from(&next);
            Ok((before, next))
        })?;
        if let Some(screen) = self.screen().filter(|_| !next.looks_like(&before)) {
            screen.wears(&next, &self.catalogue().phrases);
        }
        Ok(next)
    }

    /// Does something with what is kept, alone, at a moment.
    ///
    /// # Errors
    /// When the folder cannot be used, or the work is refused.
    pub fn with_store<T>(
        &self,
        work: impl FnOnce(&mut Store, &Stamp) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let stamp = self.stamp()?;
        let mut store = lock(&self.0.store);
        match &mut *store {
            Some(store) => work(store, &stamp),
            none => work(none.insert(self.opened()?), &stamp),
        }
    }

    /// Opens what is kept. What was imported comes back with a database that had to be recovered.
    fn opened(&self) -> Result<Store, Refusal> {
        let store = Store::open(&self.0.folder)?;
        if store.recovery().is_some() {
            lock(&self.0.shelf).put(store.library()?);
        }
        Ok(store)
    }

    /// Now, by the officer.
    ///
    /// # Errors
    /// When the clock tells no time.
    pub fn stamp(&self) -> Result<Stamp, Refusal> {
        Ok(Stamp { at: (self.0.clock)()?, officer: self.settings().officer })
    }

    /// Makes a backup when one is due and something has changed, copies it to the second folder, when there is one, and looks
    /// through one of those that are there.
    ///
    /// # Errors
    /// When a folder cannot be written, or the database does not pass the check.
    pub fn back_up(&self) -> Result<(), Refusal> {
        let done = self.makes_backups();
        *lock(&self.0.unbacked) = done.as_ref().err().cloned();
        let second = self.second_backup_folder();
        let rotten = lock(&self.0.looked).look_at_one(&self.0.folder, second.as_deref());
        lock(&self.0.rotten).extend(rotten);
        done
    }

    fn makes_backups(&self) -> Result<(), Refusal> {
        // At a first start there is no database until it is opened; one that is missing later has gone.
        self.with_store(|_, _| Ok(()))?;
        // By the real time, also when the desk has a day of its own: by it the old ones are taken away.
        let now = store::clock::moment();
        let made = self.makes_one(now);
        let second = self.second_backup_folder();
        // What is damaged in one project keeps no other from the second folder.
        let copied = second.map_or(Ok(()), |second| backup::copy_newest(&self.0.folder, &second, now));
        made.and(copied)
    }

    /// Makes a backup when one is due and something has changed.
    fn makes_one(&self, now: Timestamp) -> Result<(), Refusal> {
        let folder = &self.0.folder;
        let state = backup::state(folder);
        let mut unchanged = lock(&self.0.unchanged);
        if !backup::is_due(folder, now) || (state.is_some() && *unchanged == state) {
            return backup::told(folder);
        }
        let made = backup::make(folder, now)?;
        *unchanged = state.filter(|_| made.is_none());
        Ok(())
    }

    /// Why the last backup could not be made, when it could not.
    pub fn unbacked(&self) -> Option<Refusal> {
        lock(&self.0.unbacked).clone()
    }

    /// The second folder for backups, when the officer has set one.
    pub fn second_backup_folder(&self) -> Option<PathBuf> {
        self.settings().backup_folder.map(PathBuf::from)
    }

    /// The same, when what the officer has set can be read.
    ///
    /// # Errors
    /// When it cannot: then it is not known whether there is one.
    pub fn known_second_backup_folder(&self) -> Result<Option<PathBuf>, Refusal> {
        let file = self.0.folder.join(SETTINGS);
        if settings_in(&file).1 { Ok(self.second_backup_folder()) } else { Err(unknown_folder(&file)) }
    }

    /// What is to be said of what the officer has set, when that cannot be read to the last value.
    pub fn unread_settings(&self) -> Option<Refusal> {
        let file = self.0.folder.join(SETTINGS);
        (!settings_in(&file).1).then(|| unread(&file))
    }

    /// All backups, the newest first; one that lies in both folders is told once.
    pub fn backups(&self) -> Vec<Backup> {
        backup::list_with(&self.0.folder, self.second_backup_folder().as_deref())
    }

    /// The backup with a name, from either folder, when it passes the check; none when there is none.
    ///
    /// # Errors
    /// When there is one, and it does not pass.
    pub fn checked_backup(&self, name: &str) -> Result<Option<Backup>, Refusal> {
        backup::checked(&self.0.folder, self.second_backup_folder().as_deref(), name)
    }

    /// What was found damaged of the backups, and what has been done about it.
    pub fn damaged_backups(&self) -> Vec<Refusal> {
        lock(&self.0.rotten).iter().filter_map(Rotten::told).collect()
    }

    /// Works out everything that follows from a project, and speaks of it in the language of the window.
    ///
    /// # Errors
    /// When the clock tells no time.
    pub fn speak<T>(&self, project: &Project, speak: impl FnOnce(Speaker<'_>) -> T) -> Result<T, Refusal> {
        let assessment = assess(project, &self.catalogue(), self.stamp()?.day());
        let language = self.language();
        Ok(speak(Speaker::new(project, &assessment, language)))
    }

    /// A project as the window sees it.
    ///
    /// # Errors
    /// When the clock tells no time, or the database cannot be read.
    pub fn show(
        &self,
        project: &Project,
        head: RevisionId,
        saved: Timestamp,
    ) -> Result<ProjectView, Refusal> {
        self.speak(project, |speaker| self.view(speaker, head, saved))?
    }

    /// A project that has just been edited, as the window sees it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn show_edited(&self, edited: &store::Edited) -> Result<ProjectView, Refusal> {
        let store::Edited { project, assessment, revision } = edited;
        self.view(Speaker::new(project, assessment, self.language()), revision.id.clone(), revision.at)
    }

    fn view(&self, speaker: Speaker<'_>, head: RevisionId, saved: Timestamp) -> Result<ProjectView, Refusal> {
        let steps = self.with_store(|store, _| store.steps(&speaker.project.id))?;
        Ok(ProjectView::of(speaker, self.stamp()?.day(), head, saved, steps))
    }

    /// A project that is kept, as the window sees it.
    ///
    /// # Errors
    /// When it is not here, or the database cannot be read.
    pub fn open(&self, id: &ProjectId) -> Result<ProjectView, Refusal> {
        let (loaded, saved) = self.with_store(|store, stamp| {
            let loaded = store.load(id)?;
            let row = store.projects()?.into_iter().find(|row| row.id == *id);
            Ok((loaded, row.map_or(stamp.at, |row| row.changed)))
        })?;
        self.show(&loaded.project, loaded.head, saved)
    }
}

/// What a thread left when it failed is still whole: each change is made in one step.
pub(crate) fn lock<T>(drawer: &Mutex<T>) -> MutexGuard<'_, T> {
    drawer.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What can be read in the file, none when it is not there or nothing in it can; and whether that is all that stands there.
fn settings_in(file: &Path) -> (Option<Settings>, bool) {
    match fs::read(file).map(|text| Settings::read(&text)) {
        Ok(Ok((settings, is_all))) => (Some(settings), is_all),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => (None, true),
        _ => (None, false),
    }
}

/// Copies settings that cannot be read to a name of their own, before new ones take their place.
fn set_aside(file: &Path) -> Result<(), Refusal> {
    let mut names = (1_u32..).map(|number| file.with_file_name(format!("settings-skadad-{number}.json")));
    let free = names.find(|name| !name.exists());
    free.map_or(Ok(()), |free| store::write_whole(&free, &store::read_bytes(file)?))
}

fn unread(file: &Path) -> Refusal {
    let file = file.display();
    Refusal::new(
        Kind::Broken,
        format!("Filen {file} går inte att läsa, eller inte allt i den. Det som inte går att läsa är som i ett nytt program."),
        format!("The file {file} cannot be read, or not all of it. What cannot be read is as in a new program."),
    )
    .hint(
        "Gå igenom Inställningar. När du ändrar något där läggs filen som den är nu åt sidan bredvid, som settings-skadad.",
        "Go through Settings. When you change something there, the file as it is now is set aside beside it, as settings-skadad.",
    )
}

fn unknown_folder(file: &Path) -> Refusal {
    let file = file.display();
    Refusal::new(
        Kind::NotNow,
        format!("Filen {file} går inte att läsa, så det går inte att veta om säkerhetskopiorna också ligger i en annan mapp."),
        format!("The file {file} cannot be read, so there is no knowing whether the backups lie in another folder too."),
    )
    .hint(
        "Gå igenom Inställningar, välj mappen för säkerhetskopior på nytt om du har en, och försök igen.",
        "Go through Settings, choose the folder for backups anew if you have one, and try again.",
    )
}

/// Settings that are not there, or cannot be read, are those of a new program.
fn read_settings(folder: &Path) -> Settings {
    settings_in(&folder.join(SETTINGS)).0.unwrap_or_default()
}

/// A fault of the program's own.
pub fn broken(cause: &impl std::fmt::Display) -> Refusal {
    Refusal::new(
        Kind::Broken,
        "Programmet gjorde fel. Inget är ändrat.",
        "The program failed. Nothing has been changed.",
    )
    .hint(format!("Teknisk uppgift: {cause}."), format!("Technical detail: {cause}."))
}
