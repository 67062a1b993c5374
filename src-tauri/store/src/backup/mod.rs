//! Backups: copies of the whole database beside it, each opened and checked before it counts.

mod check;
mod erase;
mod folders;
mod ladder;
mod look;

pub(crate) use check::{harm, not_whole};
use erase::Erased;
pub use erase::damaged;
pub(crate) use erase::erase;
pub use look::{Looked, Rotten};

use std::collections::HashSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use domain::project::ProjectId;
use domain::refusal::{Kind, Refusal};
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;

use crate::backup::check::Harm;
use crate::clock;
use crate::database::{self, FILE};
use crate::table::revision;
use crate::trouble::{self, Trouble};
use crate::whole::{self, hold_folder};

/// The folder beside the database.
const FOLDER: &str = "backups";

/// How long after a backup the next is due, when something has been changed since.
const EVERY: SignedDuration = SignedDuration::from_mins(5);

/// By how much the names of two backups differ at least.
const A_MOMENT: SignedDuration = SignedDuration::from_millis(1);

/// What a backup is called: when it was made, in UTC and to the millisecond.
const NAME: &str = "samkrav-%Y%m%dT%H%M%S%.3fZ.sqlite";

/// What tells a database from what it was before: its revisions and their names, the marks on its projects, and its library.
const FINGERPRINT: &str = "
    SELECT (SELECT count(*) || ' ' || coalesce(max(id), '') FROM revision)
        || (SELECT coalesce(group_concat(id || name), '') FROM revision WHERE name IS NOT NULL)
        || (SELECT count(*) || ' ' || coalesce(group_concat(coalesce(template, '-') || coalesce(archived, '-')
            || coalesce(removed, '-')), '') FROM project)
        || (SELECT count(*) || ' ' || coalesce(max(position), '') FROM library)";

/// What tells how far the work had come: the last change, and how many there were, since one that was made when the clock was
/// ahead stays the last by its id.
/// Each is found at the end of an index, where both at once would be looked for among all.
const LAST_CHANGE: &str = "
    SELECT (SELECT coalesce(max(id), '') FROM revision), (SELECT coalesce(max(rowid), 0) FROM revision)";

/// A backup that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// When it was made.
    pub at: Timestamp,
}

/// The backups of the database in `folder`, the newest first.
pub fn list(folder: &Path) -> Vec<Backup> {
    list_in(&folder.join(FOLDER))
}

/// Whether there are any of the database in `folder`, also in a second folder, or may be in one that is out of reach.
pub(crate) fn are_there(folder: &Path) -> bool {
    named_with(folder, None).next().is_some() || out_of_reach(folder).is_some()
}

/// A second folder that backups of the database in `folder` have been copied to, and that has none now: its disk is not
/// connected, and can have left the empty folder that it is shown in.
fn out_of_reach(folder: &Path) -> Option<PathBuf> {
    let remembered = folders::remembered(folder).unwrap_or_default();
    remembered.into_iter().find(|away| named_in(away).next().is_none())
}

/// Refuses to begin anew as long as the only good backup can lie where nothing can be read now.
///
/// # Errors
/// When none that can be read is good, and a second folder is out of reach.
pub(crate) fn none_is_out_of_reach(folder: &Path) -> Result<(), Refusal> {
    let away = out_of_reach(folder).filter(|_| newest_good(folder).is_none());
    away.map_or(Ok(()), |away| Err(may_lie_in(&away, folder)))
}

fn may_lie_in(away: &Path, folder: &Path) -> Refusal {
    let (away, list) = (away.display(), folders::file(folder));
    Refusal::new(
        Kind::NotNow,
        format!("Databasen saknas eller är skadad, och mappen {away}, där det kan finnas säkerhetskopior, är tom eller går inte att nå. Inget är ändrat."),
        format!("The database is missing or damaged, and the folder {away}, where there may be backups, is empty or out of reach. Nothing has been changed."),
    )
    .hint(
        format!("Anslut disken och försök igen. Finns mappen inte längre, ta bort den ur filen {}.", list.display()),
        format!("Connect the disk and try again. If the folder is no more, take it out of the file {}.", list.display()),
    )
}

/// The newest that is good, wherever it lies: of one that lies in two folders, one copy can be damaged.
pub(crate) fn newest_good(folder: &Path) -> Option<Backup> {
    newest_first(named_with(folder, None)).into_iter().find(Backup::is_good)
}

/// The backups that lie in a folder, the newest first.
pub fn list_in(backups: &Path) -> Vec<Backup> {
    newest_first(named_in(backups))
}

/// The backups of the database in `folder` and those in its second folders, the newest first. One that lies in both is told once.
pub fn list_with(folder: &Path, second: Option<&Path>) -> Vec<Backup> {
    let mut told = HashSet::new();
    let mut backups = newest_first(named_with(folder, second));
    backups.retain(|backup| told.insert(backup.at));
    backups
}

/// The backup with a name, of those in `folder` and in its second folders the one that passes the check; none when there is
/// none.
///
/// # Errors
/// When there is one, and it does not pass.
pub fn checked(folder: &Path, second: Option<&Path>, name: &str) -> Result<Option<Backup>, Refusal> {
    let mut refused = None;
    for backup in named_with(folder, second).filter(|backup| backup.name() == name) {
        match backup.check() {
            Ok(()) => return Ok(Some(backup)),
            Err(refusal) => refused = refused.or(Some(refusal)),
        }
    }
    refused.map_or(Ok(None), Err)
}

/// The newest is the one with the last change: the time in a name is only what the clock said. One that cannot be read comes
/// last.
fn newest_first(backups: impl Iterator<Item = Backup>) -> Vec<Backup> {
    let mut backups: Vec<Backup> = backups.collect();
    backups.sort_by_cached_key(|backup| std::cmp::Reverse((backup.last_change(), backup.at)));
    backups
}

/// The backups of the database in `folder` and those in its second folders, also those that it had before, by their names alone.
fn named_with(folder: &Path, second: Option<&Path>) -> impl Iterator<Item = Backup> {
    folders::all(folder, second).into_iter().flat_map(|place| named_in(&place).collect::<Vec<_>>())
}

/// The backups that lie in a folder, by their names alone.
fn named_in(backups: &Path) -> impl Iterator<Item = Backup> {
    fs::read_dir(backups).into_iter().flatten().flatten().filter_map(|entry| Backup::at(entry.path()))
}

/// The backup of the database in `folder` that was made last, when it is good and has later changes than the database, or a
/// project that this lacks and that was not deleted for good: then another has come in its place.
pub(crate) fn ahead_of(connection: &Connection, folder: &Path) -> Option<Backup> {
    let latest = latest_in(&folder.join(FOLDER), clock::moment())?;
    let [here, there] = [last_change(connection)?, latest.last_change()?];
    (there.0 > here.0 || latest.has_more_than(connection, folder)).then_some(latest).filter(Backup::is_good)
}

/// Whether none of the projects in a database is in another, though some were not deleted for good. None when that is not known.
pub(crate) fn shares_nothing(one: &Connection, other: &Connection, folder: &Path) -> Option<bool> {
    let [mine, theirs] = [erase::ids(one).ok()?, erase::ids(other).ok()?];
    let erased = Erased::of(folder).ok()?;
    Some(mine.iter().any(|id| !erased.holds(id)) && !mine.iter().any(|id| theirs.contains(id)))
}

/// The backup in a folder that was made last, by its name alone: as a rule the newest.
fn latest_in(backups: &Path, now: Timestamp) -> Option<Backup> {
    named_in(backups).filter(|made| made.at <= now).max_by_key(|made| made.at)
}

/// Whether none has been made in the last five minutes; what was made when the clock was ahead does not count.
pub fn is_due(folder: &Path, now: Timestamp) -> bool {
    !named_in(&folder.join(FOLDER)).any(|made| made.at <= now && now.duration_since(made.at) < EVERY)
}

/// What tells the database in `folder`, and the name of its newest backup, from what they were before; none when there is
/// nothing to be read. It is found out in a moment, whereas [`make`] reads all of the newest backup.
pub fn state(folder: &Path) -> Option<String> {
    let connection = database::look(folder).ok()??;
    let newest = named_in(&folder.join(FOLDER)).map(|backup| backup.at).max();
    Some(format!("{:?} {newest:?}", fingerprint(&connection)?))
}

/// Makes a backup when something has been changed since the last, or that no longer counts, and takes away those that the
/// ladder does not keep.
///
/// # Errors
/// When the database is not there, cannot be read or does not pass the check, the folder cannot be written, or the disk is
/// full. The backups that were there are left as they were. Also when something is damaged in a project: then the backup is
/// made, and counts for the others.
pub fn make(folder: &Path, now: Timestamp) -> Result<Option<Backup>, Refusal> {
    if !folder.join(FILE).exists() {
        return Err(no_database(folder));
    }
    let Some(connection) = database::look(folder)? else { return Ok(None) };
    let made = make_of(&connection, folder, now);
    thin(folder, &folder.join(FOLDER));
    let told = made.and_then(|(made, harm)| harm.told().map(|()| made));
    told.inspect_err(|refusal| {
        // What cannot be copied whole is looked through when it is opened next.
        if refusal.kind == Kind::Broken {
            database::suspect(folder);
        }
    })
}

fn no_database(folder: &Path) -> Refusal {
    Refusal::new(
        Kind::NotFound,
        format!("Det finns ingen databas i {}, så ingen säkerhetskopia är gjord.", folder.display()),
        format!("There is no database in {}, so no backup has been made.", folder.display()),
    )
    .hint(
        "Har mappen flyttats, lägg tillbaka den. Annars starta om Samkrav.",
        "If the folder has been moved, put it back. Otherwise start Samkrav again.",
    )
}

/// Says which projects are damaged in the newest backup, as long as damage is suspected.
///
/// # Errors
/// When there are any, or the backup cannot be read.
pub fn told(folder: &Path) -> Result<(), Refusal> {
    if !database::is_suspected(folder) {
        return Ok(());
    }
    list(folder).first().map_or(Ok(()), |newest| check::check(&newest.path)?.told())
}

/// Copies the newest backup of the database in `folder` to a second folder, that holds nothing else, and takes away there
/// what the ladder does not keep.
///
/// # Errors
/// When a folder cannot be written, the disk is full, or what was written there does not pass the check.
pub fn copy_newest(folder: &Path, second: &Path, now: Timestamp) -> Result<(), Refusal> {
    let backups = folder.join(FOLDER);
    let there = |backup: &Backup| second.join(backup.at.strftime(NAME).to_string());
    // No other is opened to find out which is the newest.
    if latest_in(&backups, now).is_some_and(|latest| there(&latest).exists()) {
        return folders::remember(folder, second);
    }
    // What is deleted for good is not copied at the same moment.
    let _held = hold_folder(&backups.join(FILE));
    let Some(newest) = list(folder).into_iter().next() else { return Ok(()) };
    let path = there(&newest);
    if path.exists() {
        return folders::remember(folder, second);
    }
    fs::create_dir_all(second).map_err(|error| trouble::folder(second, &error))?;
    folders::remember(folder, second)?;
    sweep(second);
    let bytes = fs::read(&newest.path).map_err(|error| trouble::cannot_read(&newest.path, &error))?;
    whole::write_whole(&path, &bytes)?;
    if let Err(refusal) = check::check(&path) {
        let _ = fs::remove_file(&path);
        return Err(refusal);
    }
    thin(folder, second);
    Ok(())
}

/// Makes a backup of an open database, when it is another than the last, and says what is damaged in the newest one.
pub(crate) fn make_of(
    connection: &Connection,
    folder: &Path,
    now: Timestamp,
) -> Result<(Option<Backup>, Harm), Refusal> {
    let backups = folder.join(FOLDER);
    fs::create_dir_all(&backups).map_err(|error| trouble::folder(&backups, &error))?;
    let _held = hold_folder(&backups.join(FILE));
    sweep(&backups);
    let held = list(folder);
    let mut same = held.iter().take_while(|backup| backup.is_of(connection));
    let known = same.find_map(|backup| check::check(&backup.path).ok());
    if known.as_ref().is_some_and(Harm::is_none) {
        return Ok((None, Harm::default()));
    }
    // Of those with the same last change the one that is made last is the newest, also when the clock has gone back.
    let last = last_change(connection);
    let as_far = held.iter().take_while(|backup| backup.last_change() == last);
    let at = as_far.filter_map(|backup| backup.at.checked_add(A_MOMENT).ok()).fold(now, Timestamp::max);
    let backup = Backup { path: backups.join(at.strftime(NAME).to_string()), at };
    backup.write(connection, known.as_ref())
}

/// Takes away what a process left that was killed while it made a backup; nobody else makes one now.
fn sweep(backups: &Path) {
    let entries = fs::read_dir(backups).into_iter().flatten().flatten();
    let unfinished = entries.map(|entry| entry.path()).filter(|path| whole::is_unfinished(path));
    unfinished.for_each(|path| drop(fs::remove_file(path)));
}

/// Takes away what the ladder does not keep, but none with a project that is damaged in those that are kept in its place, or
/// that they lack though it was not deleted for good. One that cannot be taken away now is tried again next time; while it
/// cannot be read what was deleted, none is taken away.
fn thin(folder: &Path, backups: &Path) {
    let Ok(erased) = Erased::of(folder) else { return };
    let backups = list_in(backups);
    let kept = ladder::kept(&backups.iter().map(|backup| backup.at).collect::<Vec<_>>());
    let mut keepers: Vec<Keeper> = Vec::new();
    for (backup, kept) in backups.iter().zip(kept) {
        if kept || keepers.is_empty() {
            keepers = vec![Keeper { backup, worth: None }];
        } else if keepers.iter_mut().any(|keeper| keeper.serves_for(backup, &erased)) {
            let _ = fs::remove_file(&backup.path);
        } else {
            keepers.push(Keeper { backup, worth: None });
        }
    }
}

/// A backup that is kept in the place of others, and what it is good for, once that is known.
struct Keeper<'b> {
    backup: &'b Backup,
    worth: Option<Worth>,
}

impl Keeper<'_> {
    fn serves_for(&mut self, other: &Backup, erased: &Erased) -> bool {
        let held = self.backup.projects();
        if other.projects().difference(&held).any(|id| !erased.holds(id)) {
            return false;
        }
        match self.worth.get_or_insert_with(|| self.backup.worth()) {
            held if held.is_whole() => true,
            held => held.serves_for(&other.worth()),
        }
    }
}

/// What a backup is good for.
enum Worth {
    Nothing,
    /// All projects but those that are damaged.
    Held(Harm),
}

impl Worth {
    /// Whether nothing is lost with the other one.
    fn serves_for(&self, other: &Self) -> bool {
        match (self, other) {
            (_, Self::Nothing) => true,
            (Self::Nothing, Self::Held(_)) => false,
            (Self::Held(own), Self::Held(others)) => own.is_within(others),
        }
    }

    fn is_whole(&self) -> bool {
        matches!(self, Self::Held(harm) if harm.is_none())
    }
}

impl Backup {
    /// The backup that a file is, by its name.
    fn at(path: PathBuf) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let at = jiff::fmt::strtime::parse(NAME, name).ok()?.to_datetime().ok()?;
        Some(Self { at: at.to_zoned_datetime(jiff::tz::TimeZone::UTC).ok()?.timestamp(), path })
    }

    /// The name that tells it from all others.
    pub fn name(&self) -> String {
        self.at.strftime("%Y%m%dT%H%M%S%.3fZ").to_string()
    }

    /// How large it is, in bytes.
    pub fn size(&self) -> u64 {
        self.path.metadata().map_or(0, |data| data.len())
    }

    /// The last change in it; none when it cannot be read.
    fn last_change(&self) -> Option<(String, i64)> {
        last_change(&database::read_only(&self.path).ok()?)
    }

    /// The ids of the projects in it; none when it cannot be read.
    fn projects(&self) -> HashSet<String> {
        let read = database::read_only(&self.path).and_then(|backup| erase::ids(&backup));
        read.unwrap_or_default().into_iter().collect()
    }

    /// Whether it has a project that a database lacks and that was not deleted for good. What cannot be read is not known.
    fn has_more_than(&self, connection: &Connection, folder: &Path) -> bool {
        let (Ok(here), Ok(erased)) = (erase::ids(connection), Erased::of(folder)) else { return false };
        let here: HashSet<String> = here.into_iter().collect();
        self.projects().difference(&here).any(|id| !erased.holds(id))
    }

    /// How many of its changes a project has in it; none when it cannot be read.
    pub fn changes(&self, project: &ProjectId) -> Option<usize> {
        let backup = database::read_only(&self.path).ok()?;
        revision::count(&backup, project).ok()
    }

    /// Whether nothing has been changed since. One that cannot be read is of nothing.
    fn is_of(&self, connection: &Connection) -> bool {
        let mark = database::read_only(&self.path).ok().and_then(|backup| fingerprint(&backup));
        mark.is_some_and(|mark| fingerprint(connection) == Some(mark))
    }

    /// Writes a copy, and lets it count once it has been opened, checked and loaded, unless just the same is `known` to be
    /// damaged in one that is there. Says what is damaged in it.
    fn write(self, connection: &Connection, known: Option<&Harm>) -> Result<(Option<Self>, Harm), Refusal> {
        let folder = whole::folder_of(&self.path);
        let copy = whole::beside(folder).map_err(|error| trouble::folder(folder, &error))?.into_temp_path();
        connection.execute("VACUUM INTO ?1", [copy.to_str()]).map_err(Trouble::from)?;
        let harm = check::check(&copy)?;
        if known == Some(&harm) {
            return Ok((None, harm));
        }
        let synced = File::options().write(true).open(&copy).and_then(|file| file.sync_all());
        let named = synced.and_then(|()| Ok(copy.persist(&self.path)?));
        named
            .and_then(|()| whole::sync_folder(folder))
            .map_err(|error| trouble::cannot_write(&self.path, &error))?;
        Ok((Some(self), harm))
    }

    /// Opens it, checks it and reads all of it.
    ///
    /// # Errors
    /// When it does not count. What is damaged in one project is said when that is opened.
    pub fn check(&self) -> Result<(), Refusal> {
        check::check(&self.path).map(drop)
    }

    fn worth(&self) -> Worth {
        check::check(&self.path).map_or(Worth::Nothing, Worth::Held)
    }

    /// Whether it can be opened, passes the check and loads.
    pub(crate) fn is_good(&self) -> bool {
        self.check().is_ok()
    }
}

fn last_change(connection: &Connection) -> Option<(String, i64)> {
    connection.query_row(LAST_CHANGE, [], |row| Ok((row.get(0)?, row.get(1)?))).ok()
}

fn fingerprint(connection: &Connection) -> Option<(String, usize)> {
    let found = connection.query_row(FINGERPRINT, [], |row| row.get(0));
    found.ok().zip(database::version(connection).ok())
}

/// The backup with a name, from any folder, when it passes the check.
///
/// # Errors
/// When there is none, or it does not pass.
pub fn find(folder: &Path, name: &str) -> Result<Backup, Refusal> {
    let found = checked(folder, None, name).map_err(|refusal| {
        refusal.hint(
            "Välj en annan: samkrav backup list visar vilka som är hela.",
            "Choose another: samkrav backup list shows which are whole.",
        )
    })?;
    found.ok_or_else(|| {
        Refusal::new(
            Kind::NotFound,
            format!("Det finns ingen säkerhetskopia {name}."),
            format!("There is no backup {name}."),
        )
        .hint("samkrav backup list visar vilka som finns.", "samkrav backup list shows which there are.")
    })
}
