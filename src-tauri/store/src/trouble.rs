//! What the disk and the database may answer, in words: what is so, and what to do.

use std::io::{self, ErrorKind};
use std::path::Path;

use domain::refusal::{Kind, Refusal};
use rusqlite::{ErrorCode, ffi};

use crate::user_folder::OTHER_FOLDER;
use crate::whole::folder_of;

/// Why work on the database came to nothing.
pub(crate) enum Trouble {
    /// It was refused.
    Refused(Refusal),
    /// The database could not do it.
    Database(rusqlite::Error),
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Self {
        unreadable(error.into())
    }
}

impl From<json_patch::PatchError> for Trouble {
    fn from(error: json_patch::PatchError) -> Self {
        unreadable(error.into())
    }
}

impl From<rusqlite::types::FromSqlError> for Trouble {
    fn from(error: rusqlite::types::FromSqlError) -> Self {
        Self::Database(error.into())
    }
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Refused(refusal) => refusal,
            Trouble::Database(error) => database(&error),
        }
    }
}

impl Trouble {
    /// Whether the file is damaged: its pages are no longer those of a database.
    pub(crate) fn is_damage(&self) -> bool {
        let Self::Database(error) = self else { return false };
        matches!(error.sqlite_error_code(), Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt))
    }

    /// Whether it lacks a table or a column that the program has made.
    pub(crate) fn is_without_table(&self) -> bool {
        matches!(self, Self::Database(error) if error.sqlite_error_code() == Some(ErrorCode::Unknown))
    }

    /// Whether the pages are whole, but what stands in them cannot be read as what was kept there.
    pub(crate) fn is_unreadable(&self) -> bool {
        match self {
            Self::Refused(refusal) => refusal.kind == Kind::Broken,
            Self::Database(error) => is_unreadable(error),
        }
    }
}

/// The pages of the database do not say one and the same.
pub(crate) fn damage() -> Trouble {
    let corrupt = ffi::Error::new(ffi::SQLITE_CORRUPT);
    Trouble::Database(rusqlite::Error::SqliteFailure(corrupt, None))
}

/// What stood in the database is no JSON of ours.
fn unreadable(error: Box<dyn std::error::Error + Send + Sync>) -> Trouble {
    Trouble::Database(rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, error))
}

/// Whether a value is not of the kind that was kept there.
pub(crate) fn is_unreadable(error: &rusqlite::Error) -> bool {
    matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..)
            | rusqlite::Error::QueryReturnedNoRows
    )
}

/// Why a file was not written.
pub(crate) fn cannot_write(path: &Path, error: &io::Error) -> Refusal {
    let folder = folder_of(path).display();
    match error.kind() {
        ErrorKind::PermissionDenied if is_read_only(path) => not_now(
            format!("Filen {} går bara att läsa.", path.display()),
            format!("The file {} can only be read.", path.display()),
        )
        .hint(
            "Välj ett annat namn eller ändra filens rättigheter.",
            "Choose another name or change its rights.",
        ),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => not_now(
            format!("Mappen {folder} går bara att läsa."),
            format!("The folder {folder} can only be read."),
        )
        .hint("Välj en annan mapp.", "Choose another folder."),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => full_disk(),
        ErrorKind::NotFound if path.as_os_str().is_empty() => {
            not_now("Filen har inget namn.", "The file has no name.")
                .hint("Ange vad filen ska heta.", "Say what the file is to be called.")
        }
        ErrorKind::NotFound if folder_of(path).is_dir() => not_now(
            format!("I mappen {folder} går det inte att skriva."),
            format!("Nothing can be written in the folder {folder}."),
        )
        .hint("Välj en annan mapp.", "Choose another folder."),
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            not_now(format!("Mappen {folder} finns inte."), format!("There is no folder {folder}."))
                .hint("Skapa mappen eller välj en annan.", "Create the folder or choose another.")
        }
        ErrorKind::IsADirectory => {
            not_now(format!("{} är en mapp.", path.display()), format!("{} is a folder.", path.display()))
                .hint("Välj ett namn på en fil.", "Choose the name of a file.")
        }
        ErrorKind::InvalidFilename => not_now("Så kan en fil inte heta.", "A file cannot have that name.")
            .hint("Välj ett kortare namn.", "Choose a shorter name."),
        _ => not_now(
            format!("{} går inte att skriva.", path.display()),
            format!("{} cannot be written.", path.display()),
        )
        .hint(technical_sv(error), technical_en(error)),
    }
}

fn is_read_only(path: &Path) -> bool {
    path.metadata().is_ok_and(|there| there.permissions().readonly())
}

/// Why a file was not read.
pub(crate) fn cannot_read(path: &Path, error: &io::Error) -> Refusal {
    let file = path.display();
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Refusal::new(
            Kind::NotFound,
            format!("Filen {file} finns inte."),
            format!("There is no file {file}."),
        )
        .hint("Kontrollera namnet och mappen.", "Check the name and the folder."),
        ErrorKind::IsADirectory => {
            Refusal::bad_input(format!("{file} är en mapp."), format!("{file} is a folder."))
                .hint("Välj en fil.", "Choose a file.")
        }
        ErrorKind::PermissionDenied => not_now(
            format!("Du får inte läsa {file}."),
            format!("You may not read {file}."),
        )
        .hint("Be den som äger filen om rätt att läsa den.", "Ask its owner for the right to read it."),
        _ => not_now(format!("{file} går inte att läsa."), format!("{file} cannot be read."))
            .hint(technical_sv(error), technical_en(error)),
    }
}

/// Why the folder of the database cannot be used.
pub(crate) fn folder(path: &Path, error: &io::Error) -> Refusal {
    let folder = path.display();
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => full_disk(),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
            other_folder(not_now(format!("{folder} är ingen mapp."), format!("{folder} is not a folder.")))
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => other_folder(not_now(
            format!("Mappen {folder} går bara att läsa."),
            format!("The folder {folder} can only be read."),
        )),
        _ => not_now(
            format!("Mappen {folder} går inte att använda."),
            format!("The folder {folder} cannot be used."),
        )
        .hint(
            format!("Ange en annan mapp i miljövariabeln {OTHER_FOLDER}. {}", technical_sv(error)),
            format!(
                "Name another folder in the environment variable {OTHER_FOLDER}. {}",
                technical_en(error)
            ),
        ),
    }
}

fn other_folder(refusal: Refusal) -> Refusal {
    refusal.hint(
        format!("Ändra mappens rättigheter, eller ange en annan mapp i miljövariabeln {OTHER_FOLDER}."),
        format!(
            "Change the rights of the folder, or name another in the environment variable {OTHER_FOLDER}."
        ),
    )
}

fn full_disk() -> Refusal {
    not_now("Disken är full.", "The disk is full.").hint(
        "Frigör plats eller välj en annan disk. Det som redan är sparat finns kvar.",
        "Make room or choose another disk. What was saved before is still there.",
    )
}

/// What `SQLite` answers when something could not be written. Of a disk that lets each user have so much, or that finds out
/// late that it is full, it does not say that there is no room.
const NOT_WRITTEN: [i32; 5] = [
    ffi::SQLITE_IOERR_WRITE,
    ffi::SQLITE_IOERR_FSYNC,
    ffi::SQLITE_IOERR_DIR_FSYNC,
    ffi::SQLITE_IOERR_TRUNCATE,
    ffi::SQLITE_IOERR_SHMMAP,
];

fn extended_code(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|error| error.extended_code)
}

fn not_written(error: &rusqlite::Error) -> Refusal {
    not_now("Disken är full eller går inte att skriva på.", "The disk is full or cannot be written on.").hint(
        format!("Frigör plats eller välj en annan disk. Det som redan är sparat finns kvar. Teknisk uppgift: {error}."),
        format!("Make room or choose another disk. What was saved before is still there. Technical detail: {error}."),
    )
}

fn database(error: &rusqlite::Error) -> Refusal {
    if is_unreadable(error) {
        return unreadable_value();
    }
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => full_disk(),
        // There is no room for the file by which windows share the database.
        _ if extended_code(error) == Some(ffi::SQLITE_IOERR_SHMSIZE) => full_disk(),
        _ if extended_code(error).is_some_and(|code| NOT_WRITTEN.contains(&code)) => not_written(error),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            not_now("Ett annat fönster sparar just nu.", "Another window is saving just now.")
                .hint("Vänta en stund och försök igen.", "Wait a little and try again.")
        }
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            other_folder(not_now("Databasen går bara att läsa.", "The database can only be read."))
        }
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => damaged(),
        Some(ErrorCode::SystemIoFailure) => {
            not_now("Disken svarar inte som den ska.", "The disk does not respond as it should.")
                .hint(technical_sv(error), technical_en(error))
        }
        _ => Refusal::new(
            Kind::Broken,
            "Databasen svarade oväntat.",
            "The database gave an unexpected answer.",
        )
        .hint(technical_sv(error), technical_en(error)),
    }
}

fn damaged() -> Refusal {
    Refusal::new(
        Kind::Broken,
        "Databasen samkrav.sqlite är skadad.",
        "The database samkrav.sqlite is damaged.",
    )
    .hint(
        "Starta om Samkrav. Då läggs filen åt sidan och den senaste säkerhetskopian öppnas. Inget raderas.",
        "Start Samkrav again: the file is set aside and the newest backup opened. Nothing is deleted.",
    )
}

fn unreadable_value() -> Refusal {
    Refusal::new(
        Kind::Broken,
        "Något i projektet är skadat i databasen.",
        "Something in the project is damaged in the database.",
    )
    .hint(
        "Öppna projektet ur en säkerhetskopia. Där är det som det var då. De andra projekten berörs inte.",
        "Open the project from a backup, where it is as it was then. The other projects are not touched.",
    )
}

fn not_now(sv: impl Into<String>, en: impl Into<String>) -> Refusal {
    Refusal::new(Kind::NotNow, sv, en)
}

fn technical_sv(error: &impl std::fmt::Display) -> String {
    format!("Försök igen. Teknisk uppgift: {error}.")
}

fn technical_en(error: &impl std::fmt::Display) -> String {
    format!("Try again. Technical detail: {error}.")
}
