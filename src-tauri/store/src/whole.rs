//! Files are written whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use domain::refusal::Refusal;

use crate::trouble;

/// Writes a file. Whoever looks at `path` sees what was there before or all of `bytes`, never a part,
/// also when the disk is full or the power goes.
///
/// # Errors
/// When the folder is missing or cannot be written, or the disk is full; what was there before is left as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    write(path, bytes).map_err(|error| trouble::cannot_write(path, &error))
}

/// Writes a file that is not there yet, whole or not at all. False when something with that name is there.
///
/// # Errors
/// When the folder is missing or cannot be written, or the disk is full.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, Refusal> {
    let write = || {
        let folder = folder_of(path);
        let file = filled(folder, bytes)?;
        match file.persist_noclobber(path) {
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            named => named.map_err(io::Error::from).and_then(|_| sync_folder(folder)).map(|()| true),
        }
    };
    write().map_err(|error| trouble::cannot_write(path, &error))
}

/// Keeps other programs of ours from changing a file in the same folder, until what is handed back is dropped: whoever
/// reads a file, changes it and writes it waits here, and so begins with what the one before wrote.
///
/// There is nothing to hand back where the disk cannot do it.
#[cfg(unix)]
pub fn hold_folder(path: &Path) -> Option<File> {
    let folder = File::open(folder_of(&followed(path))).ok()?;
    folder.lock().ok().map(|()| folder)
}

/// Windows lets no folder be locked: a file of the user's that is named after it stands for it.
#[cfg(not(unix))]
pub fn hold_folder(path: &Path) -> Option<File> {
    let folder = folder_of(&followed(path)).canonicalize().ok()?;
    let name = crate::hex_digest(folder.as_os_str().as_encoded_bytes());
    let lock = std::env::temp_dir().join(format!("samkrav-{name}.lock"));
    let held = File::options().create(true).truncate(false).write(true).open(lock).ok()?;
    held.lock().ok().map(|()| held)
}

/// What tells a file from every other, whatever it is called.
#[cfg(unix)]
pub(crate) type Identity = (u64, u64);
#[cfg(not(unix))]
pub(crate) type Identity = same_file::Handle;

/// Which file stands at a path. It is not opened: to close it again would let go of what the database holds of it.
#[cfg(unix)]
pub(crate) fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    path.metadata().ok().map(|there| (there.dev(), there.ino()))
}

/// Windows tells it only of a file that is open, and lets go of nothing when that is closed.
#[cfg(not(unix))]
pub(crate) fn identity(path: &Path) -> Option<Identity> {
    same_file::Handle::from_path(path).ok()
}

/// Whether two paths lead to one file, also through a link.
pub fn is_one_file(one: &Path, other: &Path) -> bool {
    let file = |path: &Path| identity(path).filter(|_| path.is_file());
    file(one).is_some_and(|one| file(other) == Some(one))
}

/// Where a link leads: the file there would otherwise be left behind when the link is replaced.
fn followed(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = &followed(path);
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if is_device(path) {
        return File::options().write(true).open(path)?.write_all(bytes);
    }
    let rights = rights_of(path)?;
    let folder = folder_of(path);
    let file = filled(folder, bytes)?;
    rights.map_or(Ok(()), |rights| file.as_file().set_permissions(rights))?;
    file.persist(path)?;
    sync_folder(folder)
}

/// Whether there is something that is no file of its own, such as a pipe or `/dev/full`: it is written to, never
/// replaced.
fn is_device(path: &Path) -> bool {
    path.metadata().is_ok_and(|there| !there.is_file())
}

/// Who may do what with the file that is there already; the new one keeps it. A file that nobody may write is left
/// alone, though the folder would let it be replaced.
fn rights_of(path: &Path) -> io::Result<Option<Permissions>> {
    match path.metadata() {
        Ok(there) if there.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        Ok(there) => Ok(Some(there.permissions())),
        Err(_) => Ok(None),
    }
}

/// How a file is named until it is whole.
const BEFORE: &str = ".samkrav-";
const AFTER: &str = ".tmp";

/// How one is named that is locked as long as it is being written: whoever comes after a kill knows it by that.
const LOCKED: &str = ".skrivs.tmp";

/// Whether a file is one that has not been finished, or what `SQLite` laid beside it.
pub(crate) fn is_unfinished(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(BEFORE) && name.strip_suffix("-journal").unwrap_or(&name).ends_with(AFTER)
}

/// A file in the same folder, since only there can it be renamed in one step.
pub(crate) fn beside(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    begun(folder, AFTER)
}

fn begun(folder: &Path, ending: &str) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(BEFORE).suffix(ending);
    // A temporary file is its owner's alone; what comes out of this is an ordinary file, as the user's umask has it.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// The same with all of what is to stand in it, on the disk as far as a file can be before it has its name.
fn filled(folder: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    sweep_left(folder);
    let mut file = begun(folder, LOCKED)?;
    // Where the disk knows no locks, nothing is swept either.
    let _ = file.as_file().lock();
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Takes away what was left in a folder by a process that was killed while it wrote there.
fn sweep_left(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let left = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(BEFORE) && name.ends_with(LOCKED) && is_let_go(path)
    };
    entries.filter(left).for_each(|path| drop(fs::remove_file(path)));
}

/// Whether no process holds a file any longer that was locked as long as it was needed. One that is empty may have been begun
/// this moment, and not be locked yet.
fn is_let_go(path: &Path) -> bool {
    let is_free = |file: File| file.metadata().is_ok_and(|file| file.len() > 0) && file.try_lock().is_ok();
    File::options().write(true).open(path).is_ok_and(is_free)
}

/// A folder for a copy that is needed for a while, where the system keeps such, and what holds it.
pub(crate) fn folder_for_a_while() -> io::Result<(tempfile::TempDir, File)> {
    let folder = tempfile::Builder::new().prefix(BEFORE).suffix(AFTER).tempdir()?;
    let mut held = File::create(folder.path().join(HELD))?;
    let _ = held.lock();
    held.write_all(HELD.as_bytes())?;
    Ok((folder, held))
}

/// Lies in such a folder, locked as long as somebody needs it.
const HELD: &str = "i-bruk";

/// Takes away such folders that were left by a process that was killed.
pub(crate) fn sweep_folders() {
    let entries =
        fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten().map(|entry| entry.path());
    let left = entries.filter(|path| is_unfinished(path) && is_let_go(&path.join(HELD)));
    left.for_each(|path| drop(fs::remove_dir_all(path)));
}

/// The new name is on the disk only when the folder is.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows writes the name through when it renames, and lets no folder be opened as a file.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
