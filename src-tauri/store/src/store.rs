//! The projects of one user, in one database.

mod ahead;
mod arrive;
mod base;
mod fixed;
mod history;
mod marks;
mod restore;
mod send;
mod undo;

pub use arrive::Arrival;
pub(crate) use arrive::lineage;
pub use base::Base;
pub use fixed::MadeDocument;
use restore::KeptDocument;
pub use restore::OpenBackup;
pub use undo::{Stepped, StepsInWords};

use std::path::{Path, PathBuf};

use domain::apply::apply;
use domain::assess::{Assessment, assess};
use domain::catalogue::Catalogue;
use domain::catalogue::library::{FileKind, Library};
use domain::edit::Edit;
use domain::merge::{Choices, differences, merge};
use domain::project::{Project, ProjectId};
use domain::refusal::{Kind, Refusal};
use domain::revision::{Revision, RevisionId};
use domain::text::Bilingual;
use json_patch::Patch;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::backup;
use crate::clock;
use crate::database::{self, FILE, Look};
use crate::project_file::ProjectFile;
use crate::recovery::{self, Recovery};
use crate::stamp::Stamp;
use crate::table::project::{Progress, ProjectRow};
use crate::table::ways::Ways;
use crate::table::{ancestor, fixed_document, library, project, revision};
use crate::trouble::Trouble;
use crate::whole::{self, Identity};

/// The projects of one user. Several windows may have the same one open.
pub struct Store {
    connection: Connection,
    folder: PathBuf,
    recovery: Option<Recovery>,
    /// The project that was edited last, so that the next edit need not read it: what a revision left is the same for ever.
    last: Option<Loaded>,
    /// Which files are open, so that nothing is answered as kept in one that no longer stands where the next start looks.
    files: Files,
    /// Nothing is written before it has been found whole: in a damaged one, what is written can end up on what is there.
    look: Option<Look>,
}

/// A project as it is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The project.
    pub project: Project,
    /// Its last revision: what the next edit builds on.
    pub head: RevisionId,
}

/// What came out of an edit.
#[derive(Clone, Debug)]
pub struct Edited {
    /// The project after it.
    pub project: Project,
    /// What follows from it.
    pub assessment: Assessment,
    /// The revision that was kept.
    pub revision: Revision,
}

impl Store {
    /// Opens the database in `folder`; both are made when they are not there. A damaged one is set aside, and the newest
    /// good backup opened.
    ///
    /// # Errors
    /// When the folder cannot be written, the disk is full, or the database is newer or another program's.
    pub fn open(folder: &Path) -> Result<Self, Refusal> {
        let (connection, recovery) = recovery::open(folder)?;
        let look = database::begin_to_look(folder);
        let files = Files::in_folder(folder);
        Ok(Self { connection, folder: folder.to_owned(), recovery, last: None, files, look })
    }

    /// What had to be done to open the database, when something had.
    pub fn recovery(&self) -> Option<&Recovery> {
        self.recovery.as_ref()
    }

    /// All projects, the last changed first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn projects(&self) -> Result<Vec<ProjectRow>, Refusal> {
        self.read(|connection| Ok(project::list(connection)?))
    }

    /// The files that the user has imported beside the catalogue that is built in.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn library(&self) -> Result<Library, Refusal> {
        self.read(|connection| Ok(library::holding(connection)?))
    }

    /// Puts a file into the library, in the place of the one of its kind. Whoever does so has checked it. The file that
    /// holds already is not put there again: what held before it would not come back when it is taken out.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn import(&mut self, kind: FileKind, file: &str, stamp: &Stamp) -> Result<(), Refusal> {
        self.transact(|transaction| Ok(library::insert(transaction, kind, file, stamp.at)?))
    }

    /// Takes the last file of a kind out of the library: the one before it holds again, or the program's own.
    ///
    /// # Errors
    /// When there is none, or the database cannot be written.
    pub fn take_back(&mut self, kind: FileKind) -> Result<(), Refusal> {
        self.transact(|transaction| {
            let had_one = library::remove_last(transaction, kind)?;
            if had_one { Ok(()) } else { Err(nothing_imported().into()) }
        })
    }

    /// Keeps a new project; `words` says how it came about.
    ///
    /// # Errors
    /// When a project with its id is here, or the database cannot be written.
    pub fn create(
        &mut self,
        project: &Project,
        catalogue: &Catalogue,
        stamp: &Stamp,
        words: Bilingual,
    ) -> Result<Revision, Refusal> {
        self.begin(project, &[], &[], catalogue, stamp, words)
    }

    /// Keeps what a project file holds as a project of its own, that keeps what it comes from as its ancestry.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn open_as_copy(
        &mut self,
        file: ProjectFile,
        catalogue: &Catalogue,
        stamp: &Stamp,
    ) -> Result<ProjectId, Refusal> {
        let copy = Project { id: stamp.project_id(), ..file.project };
        let words = catalogue.phrases.say("program.edit.opened_copy");
        self.begin(&copy, &file.lineage, &[], catalogue, stamp, words)?;
        Ok(copy.id)
    }

    /// A project as it is now.
    ///
    /// # Errors
    /// When it is not here, or the database cannot be read.
    pub fn load(&self, id: &ProjectId) -> Result<Loaded, Refusal> {
        self.read(|connection| {
            let (project, head) = project::find(connection, id)?;
            Ok(Loaded { project, head })
        })
    }

    /// The last revision of a project.
    ///
    /// # Errors
    /// When it is not here, or the database cannot be read.
    pub fn head(&self, id: &ProjectId) -> Result<RevisionId, Refusal> {
        self.read(|connection| project::head(connection, id))
    }

    /// Applies an edit to the project as it was at `head`, and keeps it as one revision.
    ///
    /// # Errors
    /// When the edit does not fit, the project has been changed since `head`, or the database cannot be written.
    pub fn edit(
        &mut self,
        id: &ProjectId,
        head: &RevisionId,
        edit: &Edit,
        catalogue: &Catalogue,
        stamp: &Stamp,
    ) -> Result<Edited, Refusal> {
        names_no_document(edit)?;
        let known = self.last.take();
        let edited = self.transact(|transaction| {
            let before = known_at_head(transaction, known, id, head)?;
            edited(transaction, &before, head, edit, catalogue, stamp)
        })?;
        self.last = Some(Loaded { project: edited.project.clone(), head: edited.revision.id.clone() });
        Ok(edited)
    }

    /// Applies an edit that was meant for the project as it was at `head`, and that has been changed since: made when what
    /// has been changed is something else, and nothing otherwise.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn edit_beside(
        &mut self,
        id: &ProjectId,
        head: &RevisionId,
        edit: &Edit,
        catalogue: &Catalogue,
        stamp: &Stamp,
    ) -> Result<Option<Edited>, Refusal> {
        names_no_document(edit)?;
        self.transact(|transaction| {
            let (now, last) = project::find(transaction, id)?;
            let before = revision::state(transaction, id, head)?;
            let goes = goes_beside(&before, &now, edit, catalogue, stamp).unwrap_or(false);
            if goes { edited(transaction, &now, &last, edit, catalogue, stamp).map(Some) } else { Ok(None) }
        })
    }

    /// The revisions of a project that were made here, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn revisions(&self, id: &ProjectId) -> Result<Vec<Revision>, Refusal> {
        self.read(|connection| Ok(revision::list(connection, id)?))
    }

    /// How many changes of a project were made here; also when they cannot be read.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn changes(&self, id: &ProjectId) -> Result<usize, Refusal> {
        self.read(|connection| Ok(revision::count(connection, id)?))
    }

    /// A project as it goes into a file: with all the revisions behind it.
    ///
    /// # Errors
    /// When it is not here, or the database cannot be read.
    pub fn project_file(&self, id: &ProjectId) -> Result<ProjectFile, Refusal> {
        self.read(|connection| {
            let (project, _) = project::find(connection, id)?;
            let lineage = lineage(connection, id)?;
            Ok(ProjectFile { project, lineage, changed: revision::last_change(connection, id)? })
        })
    }

    fn begin(
        &mut self,
        project: &Project,
        lineage: &[RevisionId],
        documents: &[KeptDocument],
        catalogue: &Catalogue,
        stamp: &Stamp,
        words: Bilingual,
    ) -> Result<Revision, Refusal> {
        let parents = lineage.last().cloned().into_iter().collect();
        let revision = made(stamp, parents, words);
        let progress = Progress::of(&assess(project, catalogue, stamp.day()).progress);
        self.transact(|transaction| {
            project::insert(transaction, project, progress, &revision)?;
            revision::insert(transaction, &project.id, &revision, &Ways::to_first(project)?)?;
            // The state that came in is the one that is kept.
            ancestor::insert(transaction, &project.id, lineage, &revision.id, &Patch::default())?;
            for (version, document, pdf) in documents {
                fixed_document::insert(transaction, &project.id, *version, document, pdf)?;
            }
            Ok(())
        })?;
        Ok(revision)
    }

    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Trouble>) -> Result<T, Refusal> {
        let snapshot = self.connection.unchecked_transaction().map_err(Trouble::from);
        Ok(snapshot.and_then(|snapshot| work(&snapshot)).inspect_err(|trouble| self.suspects(trouble))?)
    }

    /// The one door for change: all of it is kept, or none.
    fn transact<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Trouble>,
    ) -> Result<T, Refusal> {
        let done = self.looked_through().and_then(|()| {
            transacted(&mut self.connection, |transaction| {
                let done = work(transaction)?;
                self.files.still_stand(&self.folder)?;
                Ok(done)
            })
        });
        if done.is_err() {
            self.opens_what_stands_there()?;
        }
        Ok(done.inspect_err(|trouble| self.suspects(trouble))?)
    }

    /// Opens the database that has come in the place of the one that is open, or the one that is open with a new log.
    fn opens_what_stands_there(&mut self) -> Result<(), Refusal> {
        let there = Files::in_folder(&self.folder);
        if there.database.is_none() || there == self.files {
            return Ok(());
        }
        if there.database == self.files.database {
            // What stood in the log that has gone is known as long as this is open: it is backed up, and written where it belongs.
            drop(backup::make_of(&self.connection, &self.folder, clock::moment()));
            let written = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
            written.map_err(Trouble::from)?;
        }
        *self = Self::open(&self.folder)?;
        Ok(())
    }

    /// Waits until the database has been looked through. What is damaged is asked about again before each write.
    fn looked_through(&mut self) -> Result<(), Trouble> {
        let Some(look) = self.look.take() else { return Ok(()) };
        let found = look.join().unwrap_or_else(|_| Err(Trouble::Database(rusqlite::Error::InvalidQuery)));
        found.inspect_err(|_| self.look = database::begin_to_look(&self.folder))
    }

    /// What is damaged is looked through when it is opened next.
    fn suspects(&self, trouble: &Trouble) {
        if trouble.is_damage() || trouble.is_unreadable() {
            database::suspect(&self.folder);
        }
    }
}

fn transacted<T>(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let result = work(&transaction)?;
    transaction.commit()?;
    Ok(result)
}

/// Which files a database stands in: its own, and the log of what was written last.
#[derive(PartialEq, Eq)]
struct Files {
    database: Option<Identity>,
    log: Option<Identity>,
}

impl Files {
    fn in_folder(folder: &Path) -> Self {
        let file = folder.join(FILE);
        let log = recovery::with_ending(&file, "-wal");
        Self { database: whole::identity(&file), log: whole::identity(&log) }
    }

    /// Refuses what would be kept in a file that the next start does not open.
    fn still_stand(&self, folder: &Path) -> Result<(), Refusal> {
        match Self::in_folder(folder) {
            there if there == *self => Ok(()),
            Self { database: None, .. } => Err(gone(folder)),
            there if there.database == self.database => Err(log_gone()),
            _ => Err(replaced()),
        }
    }
}

fn log_gone() -> Refusal {
    Refusal::new(
        Kind::NotNow,
        "Filen samkrav.sqlite-wal har tagits bort medan databasen var öppen. Ändringen är inte sparad.",
        "The file samkrav.sqlite-wal has been taken away while the database was open. The change has not been saved.",
    )
    .hint(
        "Det som var sparat finns kvar. Gör om ändringen, och rör inte filerna bredvid databasen medan Samkrav är igång.",
        "What was saved is still there. Repeat the change, and leave the files beside the database alone while Samkrav runs.",
    )
}

fn replaced() -> Refusal {
    Refusal::new(
        Kind::NotNow,
        "Databasen har bytts ut sedan den öppnades. Ändringen är inte sparad.",
        "The database has been replaced since it was opened. The change has not been saved.",
    )
    .hint(
        "Den som ligger där nu är öppnad. Öppna projektet igen och gör om ändringen.",
        "The one that is there now has been opened. Open the project again and repeat the change.",
    )
}

fn gone(folder: &Path) -> Refusal {
    let path = folder.join(FILE);
    Refusal::new(
        Kind::NotNow,
        format!("Databasen {} finns inte längre. Ändringen är inte sparad.", path.display()),
        format!("The database {} is no longer there. The change has not been saved.", path.display()),
    )
    .hint(
        "Lägg tillbaka filen eller mappen och gör om ändringen. Går det inte, starta om Samkrav: då öppnas den senaste \
         säkerhetskopia som finns i mappen.",
        "Put the file or the folder back and repeat the change. If you cannot, start Samkrav again: the newest backup in the \
         folder is opened.",
    )
}

/// The project, when `head` is still its last revision.
fn at_head(at: &Connection, id: &ProjectId, head: &RevisionId) -> Result<Project, Trouble> {
    let (project, now) = project::find(at, id)?;
    if now == *head { Ok(project) } else { Err(changed_since().into()) }
}

/// The same, without reading what is known already.
fn known_at_head(
    at: &Connection,
    known: Option<Loaded>,
    id: &ProjectId,
    head: &RevisionId,
) -> Result<Project, Trouble> {
    match known.filter(|known| known.project.id == *id && known.head == *head) {
        Some(known) if project::head(at, id)? == *head => Ok(known.project),
        _ => at_head(at, id, head),
    }
}

/// Whether an edit that was meant for one state does to another just what it does beside what has come since: none of that
/// is undone by what an edit takes along.
fn goes_beside(
    before: &Project,
    now: &Project,
    edit: &Edit,
    catalogue: &Catalogue,
    stamp: &Stamp,
) -> Result<bool, Refusal> {
    let applied = |project| apply(project, edit, catalogue, &stamp.signature());
    let merged = merge(Some(before), now, &applied(before)?, &Choices::default())?;
    Ok(merged.conflicts.is_empty() && differences(&merged.project, &applied(now)?).is_empty())
}

/// Applies an edit to the project as `head` left it, and keeps what comes of it.
fn edited(
    at: &Connection,
    before: &Project,
    head: &RevisionId,
    edit: &Edit,
    catalogue: &Catalogue,
    stamp: &Stamp,
) -> Result<Edited, Trouble> {
    let after = apply(before, edit, catalogue, &stamp.signature())?;
    let words = edit.words(before, catalogue);
    let revision = Revision { edit: Some(edit.clone()), ..made(stamp, vec![head.clone()], words) };
    keep(at, before, after, revision, catalogue, stamp)
}

/// Keeps what a project has become, as one revision.
fn keep(
    at: &Connection,
    before: &Project,
    after: Project,
    revision: Revision,
    catalogue: &Catalogue,
    stamp: &Stamp,
) -> Result<Edited, Trouble> {
    let assessment = assess(&after, catalogue, stamp.day());
    revision::insert(at, &after.id, &revision, &Ways::between(before, &after)?)?;
    project::update(at, &after, Progress::of(&assessment.progress), &revision)?;
    Ok(Edited { project: after, assessment, revision })
}

fn made(stamp: &Stamp, parents: Vec<RevisionId>, words: Bilingual) -> Revision {
    let id = stamp.revision_id(&parents);
    let officer = stamp.officer.clone();
    Revision { id, parents, at: stamp.at, officer, words, edit: None, brings_back: None, name: None }
}

/// A version that names documents is kept together with them, by [`Store::fix`], or not at all.
fn names_no_document(edit: &Edit) -> Result<(), Refusal> {
    match edit {
        Edit::Fix { documents, .. } if !documents.is_empty() => Err(Refusal::bad_input(
            "En version kan inte ange kontrollsummor för dokument som inte finns här.",
            "A version cannot name checksums of documents that are not here.",
        )),
        _ => Ok(()),
    }
}

fn nothing_imported() -> Refusal {
    Refusal::new(Kind::NotFound, "Ingen sådan fil är importerad.", "No such file has been imported.")
        .hint("Programmets eget kravbibliotek gäller.", "The program's own catalogue holds.")
}

/// The files that the user of `folder` has imported. Nothing is made or changed there.
///
/// # Errors
/// When there is a database that cannot be read.
pub fn library_in(folder: &Path) -> Result<Library, Refusal> {
    let read = database::look(folder).and_then(|connection| match connection {
        Some(connection) => Ok(library::holding(&connection)?),
        None => Ok(Library::default()),
    });
    Ok(read?)
}

fn changed_since() -> Refusal {
    Refusal::new(
        Kind::NotNow,
        "Projektet har ändrats i ett annat fönster sedan du öppnade det.",
        "The project has been changed in another window since you opened it.",
    )
    .hint("Öppna projektet igen och gör om ändringen.", "Open the project again and repeat the change.")
}
