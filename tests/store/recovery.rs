//! A database that something has happened to: there is always a way on, and nothing is deleted.

use std::fs;
use std::path::Path;

use domain::project::ProjectId;
use domain::refusal::Kind;
use rusqlite::Connection;
use store::backup::{self, Backup};
use store::{Store, library_in};

use crate::support::{CATALOGUE, begun, names, older, stamp};

const FILE: &str = "samkrav.sqlite";

/// A folder with a project, a backup of it, and an edit that came later.
fn worked_in() -> (tempfile::TempDir, ProjectId, Backup) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    let head = names(&mut store, &id, &head, "Före kopian").unwrap().revision.id;
    let backup = backup::make(folder.path(), stamp(300).at).unwrap().unwrap();
    names(&mut store, &id, &head, "Efter kopian").unwrap();
    (folder, id, backup)
}

fn title(store: &Store, id: &ProjectId) -> String {
    store.load(id).unwrap().project.procurement.title
}

/// What an officer reads who opens the folder after something has happened to the database: the backup is there, what was
/// damaged is kept, and the next start is as usual.
#[track_caller]
fn check(happens: impl Fn(&Path)) -> String {
    let (folder, id, backup) = worked_in();
    let file = folder.path().join(FILE);
    happens(&file);
    let damaged = fs::read(&file).ok();
    let mut store = Store::open(folder.path()).unwrap();
    let recovery = store.recovery().unwrap().clone();
    assert_eq!(recovery.backup, Some(backup.at));
    assert_eq!(recovery.set_aside.as_ref().map(|path| fs::read(path).unwrap()), damaged);
    assert_eq!(title(&store, &id), "Före kopian");
    let head = store.head(&id).unwrap();
    names(&mut store, &id, &head, "Vidare").unwrap();
    drop(store);
    let again = Store::open(folder.path()).unwrap();
    assert_eq!((again.recovery(), title(&again, &id)), (None, "Vidare".to_owned()));
    recovery.words().to_string()
}

fn scribbled(file: &Path, from: usize) {
    let mut bytes = fs::read(file).unwrap();
    bytes[from..].fill(b'x');
    fs::write(file, bytes).unwrap();
}

#[test]
fn a_damaged_database_is_set_aside_and_the_newest_backup_opens() {
    let said = check(|file| scribbled(file, 0));
    assert!(
        said.starts_with(
            "Databasen klarade inte kontrollen och har lagts åt sidan. Säkerhetskopian från 2026-11-25 "
        ),
        "{said}"
    );
    assert!(said.ends_with("Inget är raderat. Ändringar efter säkerhetskopian kan finnas i samkrav-skadad-1.sqlite. Spara filen."), "{said}");
    check(|file| scribbled(file, 4096));
}

#[test]
fn a_truncated_or_empty_database_is_set_aside() {
    check(|file| fs::File::options().write(true).open(file).unwrap().set_len(5000).unwrap());
    check(|file| fs::File::options().write(true).open(file).unwrap().set_len(0).unwrap());
}

#[test]
fn a_database_that_has_gone_is_brought_back() {
    let said = check(|file| fs::remove_file(file).unwrap());
    assert!(said.starts_with("Databasen saknades. Säkerhetskopian från "), "{said}");
    assert!(said.ends_with(" är öppnad. Inget är raderat."), "{said}");
}

#[test]
fn the_second_folder_brings_back_what_is_no_longer_whole_beside_the_database() {
    let gone = |folder: &Path, _: &Path| {
        fs::remove_file(folder.join(FILE)).unwrap();
        fs::remove_dir_all(folder.join("backups")).unwrap();
    };
    let rotten = |folder: &Path, backup: &Path| {
        scribbled(&folder.join(FILE), 0);
        // What tells how far it had come can still be read.
        let mut bytes = fs::read(backup).unwrap();
        bytes[100..140].fill(b'x');
        fs::write(backup, bytes).unwrap();
    };
    for happens in [&gone as &dyn Fn(&Path, &Path), &rotten] {
        let (folder, id, backup) = worked_in();
        let second = tempfile::tempdir().unwrap();
        backup::copy_newest(folder.path(), second.path(), stamp(600).at).unwrap();
        happens(folder.path(), &backup.path);
        let store = Store::open(folder.path()).unwrap();
        let recovery = store.recovery().unwrap();
        assert_eq!(recovery.backup, Some(backup.at), "{}", recovery.words());
        assert_eq!(title(&store, &id), "Före kopian");
    }
}

/// What is said at the start when neither the database nor a backup beside it is whole, and the second folder is as it is
/// when its disk has not been connected; and that all comes back once it has.
#[track_caller]
fn waits_for_the_second_folder(happens: impl Fn(&Path), goes: impl Fn(&Path, &Path)) -> String {
    let (folder, id, _) = worked_in();
    let disk = tempfile::tempdir().unwrap();
    let [second, away] = ["Kopior", "Inte ansluten"].map(|name| disk.path().join(name));
    backup::copy_newest(folder.path(), &second, stamp(600).at).unwrap();
    happens(folder.path());
    fs::rename(&second, &away).unwrap();
    goes(&second, &away);
    let there = || {
        let mut names: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = there();
    let refusal = Store::open(folder.path()).err().unwrap();
    assert_eq!((refusal.kind, there()), (Kind::NotNow, before), "nothing is made");
    let _ = fs::remove_dir(&second);
    fs::rename(&away, &second).unwrap();
    assert_eq!(title(&Store::open(folder.path()).unwrap(), &id), "Före kopian");
    refusal
        .to_string()
        .replace(&second.display().to_string(), "K:")
        .replace(&folder.path().display().to_string(), "C:")
}

#[test]
fn a_start_waits_for_the_second_folder_when_only_there_a_backup_can_be_whole() {
    let gone = |folder: &Path| {
        fs::remove_file(folder.join(FILE)).unwrap();
        fs::remove_dir_all(folder.join("backups")).unwrap();
    };
    let rotten = |folder: &Path| {
        scribbled(&folder.join(FILE), 0);
        for backup in backup::list(folder) {
            scribbled(&backup.path, 0);
        }
    };
    let said = waits_for_the_second_folder(gone, |_, _| {});
    assert_eq!(
        said,
        "Databasen saknas eller är skadad, och mappen K:, där det kan finnas säkerhetskopior, är tom eller går inte att nå. \
         Inget är ändrat. Anslut disken och försök igen. Finns mappen inte längre, ta bort den ur filen \
         C:/backup-folders.txt."
    );
    // A disk that is not connected can leave the empty folder that it is shown in.
    let emptied = |second: &Path, _: &Path| fs::create_dir(second).unwrap();
    assert_eq!(waits_for_the_second_folder(gone, emptied), said);
    assert_eq!(waits_for_the_second_folder(rotten, emptied), said);
}

#[test]
fn a_second_folder_that_is_no_more_is_given_up_by_taking_it_out_of_the_file() {
    let (folder, _, _) = worked_in();
    let second = tempfile::tempdir().unwrap();
    backup::copy_newest(folder.path(), second.path(), stamp(600).at).unwrap();
    fs::remove_file(folder.path().join(FILE)).unwrap();
    fs::remove_dir_all(folder.path().join("backups")).unwrap();
    second.close().unwrap();
    Store::open(folder.path()).err().unwrap();
    fs::write(folder.path().join("backup-folders.txt"), "").unwrap();
    assert_eq!(Store::open(folder.path()).unwrap().projects().unwrap(), []);
}

#[test]
fn a_second_folder_out_of_reach_hinders_no_start_while_a_backup_beside_the_database_is_whole() {
    let (folder, id, _) = worked_in();
    let second = tempfile::tempdir().unwrap();
    backup::copy_newest(folder.path(), second.path(), stamp(600).at).unwrap();
    second.close().unwrap();
    scribbled(&folder.path().join(FILE), 0);
    assert_eq!(title(&Store::open(folder.path()).unwrap(), &id), "Före kopian");
}

#[test]
fn a_backup_that_is_damaged_too_is_passed_over() {
    let (folder, id, first) = worked_in();
    let second = backup::make(folder.path(), stamp(900).at).unwrap().unwrap();
    scribbled(&second.path, 3000);
    scribbled(&folder.path().join(FILE), 0);
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.recovery().unwrap().backup, Some(first.at));
    assert_eq!(title(&store, &id), "Före kopian");
}

#[test]
fn without_a_backup_one_begins_anew_and_is_told_where_the_old_lies() {
    let folder = tempfile::tempdir().unwrap();
    let scribble = "inte en databas ".repeat(1000);
    for number in 1..3 {
        fs::write(folder.path().join(FILE), &scribble).unwrap();
        let said = Store::open(folder.path()).unwrap().recovery().unwrap().words().to_string();
        assert!(
            said.contains("Det finns ingen säkerhetskopia som går att öppna, så en ny databas är påbörjad."),
            "{said}"
        );
        let kept = folder.path().join(format!("samkrav-skadad-{number}.sqlite"));
        assert_eq!(fs::read_to_string(kept).unwrap(), scribble);
    }
}

#[test]
fn an_empty_folder_is_a_new_beginning_and_nothing_is_said() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(Store::open(folder.path()).unwrap().recovery(), None);
    fs::write(folder.path().join(FILE), "").unwrap();
    assert_eq!(Store::open(folder.path()).unwrap().recovery(), None);
}

#[test]
fn windows_that_meet_a_damaged_database_together_all_open_the_backup() {
    let (folder, id, _) = worked_in();
    scribbled(&folder.path().join(FILE), 0);
    std::thread::scope(|scope| {
        let windows = [(); 4].map(|()| scope.spawn(|| title(&Store::open(folder.path()).unwrap(), &id)));
        for window in windows {
            assert_eq!(window.join().unwrap(), "Före kopian");
        }
    });
    assert!(!folder.path().join("samkrav-skadad-2.sqlite").exists(), "it is set aside once");
}

#[test]
fn to_look_in_the_library_of_a_damaged_database_changes_nothing() {
    let (folder, _, _) = worked_in();
    scribbled(&folder.path().join(FILE), 0);
    assert_eq!(library_in(folder.path()).unwrap_err().kind, Kind::Broken);
    assert!(!folder.path().join("samkrav-skadad-1.sqlite").exists());
}

#[test]
fn a_database_that_cannot_be_brought_up_to_date_is_left_as_it_was_and_backed_up() {
    let folder = tempfile::tempdir().unwrap();
    let (project, _) = older(folder.path(), 2);
    let database = Connection::open(folder.path().join(FILE)).unwrap();
    database.execute_batch("CREATE TABLE fixed_document (x TEXT)").unwrap();
    let refusal = Store::open(folder.path()).err().unwrap();
    assert_eq!(refusal.kind, Kind::Broken);
    assert!(refusal.to_string().starts_with("Databasen gick inte att göra om till den här versionen av Samkrav. Inget i den är ändrat. Använd den förra versionen"), "{refusal}");
    let version: u32 = database.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let columns: u32 = database
        .query_one("SELECT count(*) FROM pragma_table_info('project') WHERE name = 'archived'", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!((version, columns), (2, 0), "the migrations before it are taken back too");
    assert_eq!(backup::list(folder.path()).len(), 1);

    database.execute_batch("DROP TABLE fixed_document").unwrap();
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.load(&project.id).unwrap().project, project);
}

/// A project of an older program beside another, in which something is damaged.
fn older_with_damage(sql: &str) -> (tempfile::TempDir, ProjectId, ProjectId) {
    let folder = tempfile::tempdir().unwrap();
    let (project, _) = older(folder.path(), 2);
    let other = ProjectId::from("skadat");
    let database = Connection::open(folder.path().join(FILE)).unwrap();
    for copy in [
        "INSERT INTO project (id, title, reference, created, changed, tasks_done, left_to_do, stops, head, state)
         SELECT ?1, 'Skadat', '', created, changed, 1, 2, 0, ?1, replace(state, id, ?1) FROM project",
        "INSERT INTO revision (id, project, at, officer, words_sv, words_en, patch)
         SELECT ?1, ?1, at, '', '', '', replace(patch, project, ?1) FROM revision",
    ] {
        assert_eq!(database.execute(copy, [other.as_str()]).unwrap(), 1);
    }
    assert_eq!(database.execute(sql, []).unwrap(), 1);
    (folder, project.id, other)
}

#[test]
fn a_project_that_is_damaged_keeps_no_other_out_of_a_newer_program() {
    for part in
        ["project SET state = '{'", "project SET state = CAST(x'ff' AS TEXT)", "revision SET patch = '{'"]
    {
        let sql = format!("UPDATE {part} WHERE id = 'skadat'");
        let (folder, whole, damaged) = older_with_damage(&sql);
        let mut store = Store::open(folder.path()).unwrap();
        assert_eq!(store.recovery(), None);
        assert_eq!(backup::list(folder.path()).len(), 1, "what was there is backed up first");
        let head = store.head(&whole).unwrap();
        names(&mut store, &whole, &head, "Vidare").unwrap();
        assert_eq!(store.projects().unwrap().len(), 2);
        let refusal = backup::make(folder.path(), stamp(300).at).unwrap_err();
        assert!(refusal.to_string().contains("något är skadat i ”Skadat”"), "{refusal}");
        assert!(store.load(&damaged).is_err() || part.starts_with("revision"));
    }
}

#[test]
fn a_name_that_cannot_be_read_keeps_nothing_out_of_a_newer_program() {
    let (folder, whole, _) =
        older_with_damage("UPDATE project SET title = CAST(x'ff' AS TEXT) WHERE id = 'skadat'");
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.load(&whole).unwrap().project.id, whole);
    assert_eq!(store.projects().unwrap().iter().filter(|row| row.damaged).count(), 1);
}

#[test]
fn a_database_that_another_program_holds_is_waited_for_and_then_said() {
    let (folder, id, _) = worked_in();
    let other = Connection::open(folder.path().join(FILE)).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    let refusal = Store::open(folder.path()).and_then(|store| store.load(&id)).err();
    if let Some(refusal) = refusal {
        assert_eq!(refusal.to_string(), "Ett annat fönster sparar just nu. Vänta en stund och försök igen.");
    }
    drop(other);
    assert_eq!(title(&Store::open(folder.path()).unwrap(), &id), "Efter kopian");
}

/// Changes a word where it stands in the database, as a failing disk does it.
fn altered(folder: &Path, table: &str, column: &str) {
    let database = Connection::open(folder.join(FILE)).unwrap();
    let update = format!("UPDATE {table} SET {column} = replace({column}, 'Efter kopian', 'Efter kopiam')");
    assert!(database.execute(&update, []).unwrap() > 0);
}

#[test]
fn a_project_that_is_altered_on_the_disk_is_made_anew_from_its_history() {
    let (folder, id, _) = worked_in();
    let file = Store::open(folder.path()).unwrap().project_file(&id).unwrap();
    altered(folder.path(), "project", "state");
    let mut store = Store::open(folder.path()).unwrap();
    assert_eq!(store.project_file(&id).unwrap(), file);
    let head = store.head(&id).unwrap();
    names(&mut store, &id, &head, "Vidare").unwrap();
    assert_eq!(title(&store, &id), "Vidare");
}

#[test]
fn what_cannot_be_made_anew_is_said_and_lies_in_the_backup() {
    let (folder, id, backup) = worked_in();
    altered(folder.path(), "project", "state");
    altered(folder.path(), "revision", "patch");
    let mut store = Store::open(folder.path()).unwrap();
    let refusal = store.load(&id).unwrap_err();
    assert_eq!(refusal.kind, Kind::Broken);
    let words = format!(
        "Projektet {id} är skadat i databasen. Öppna det ur en säkerhetskopia. Där är det som det var då."
    );
    assert_eq!(refusal.to_string(), words);
    assert_eq!(backup::make(folder.path(), stamp(900).at).unwrap_err().kind, Kind::Broken);
    let copy = store.restore(&backup, &id, &CATALOGUE, &stamp(1000)).unwrap();
    assert!(title(&store, &copy).starts_with("Före kopian, kopia "));
}

#[test]
fn damage_that_is_met_is_mended_once() {
    let (folder, id, _) = worked_in();
    let file = folder.path().join("samkrav.sqlite");
    let database = Connection::open(&file).unwrap();
    let index = "SELECT rootpage FROM sqlite_schema WHERE name = 'revision_of_project'";
    let page: u64 = database.query_row(index, [], |row| row.get(0)).unwrap();
    database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(database);
    let mut bytes = fs::read(&file).unwrap();
    let from = usize::try_from((page - 1) * 4096).unwrap();
    bytes[from..from + 4096].fill(0xA5);
    fs::write(&file, bytes).unwrap();

    let store = Store::open(folder.path()).unwrap();
    assert!(store.recovery().is_some());
    store.revisions(&id).unwrap();
    drop(store);
    assert!(Store::open(folder.path()).unwrap().recovery().is_none(), "it is looked through once");
}

#[test]
fn a_history_that_is_altered_on_the_disk_is_not_gone_back_into() {
    let (folder, id, _) = worked_in();
    altered(folder.path(), "revision", "patch");
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(title(&store, &id), "Efter kopian");
    let last = store.head(&id).unwrap();
    let refusal = store.version(&id, &last).unwrap_err();
    assert!(refusal.to_string().starts_with("Historiken är skadad i databasen."), "{refusal}");
}

/// Makes a database too large to be looked through when it opens, and leaves pages in it that hold nothing.
fn made_large(file: &Path) {
    let database = Connection::open(file).unwrap();
    let sql =
        "CREATE TABLE filler (x BLOB); INSERT INTO filler VALUES (zeroblob(9000000)), (zeroblob(1000000));
                DELETE FROM filler WHERE length(x) = 1000000";
    database.execute_batch(sql).unwrap();
    database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
}

#[test]
fn nothing_is_written_in_a_database_whose_free_pages_are_damaged() {
    let (folder, id, _) = worked_in();
    let file = folder.path().join(FILE);
    made_large(&file);
    let mut bytes = fs::read(&file).unwrap();
    // The first page of the free ones is named in the header; the first that it names is made to be a page of the projects.
    let trunk = usize::try_from(u32::from_be_bytes(bytes[32..36].try_into().unwrap())).unwrap();
    bytes[(trunk - 1) * 4096 + 8..][..4].copy_from_slice(&2_u32.to_be_bytes());
    fs::write(&file, &bytes).unwrap();

    let mut store = Store::open(folder.path()).unwrap();
    assert_eq!((store.recovery(), title(&store, &id)), (None, "Efter kopian".to_owned()));
    let head = store.head(&id).unwrap();
    for _ in 0..2 {
        let refusal = names(&mut store, &id, &head, "Skrivs aldrig").unwrap_err();
        assert!(
            refusal.to_string().starts_with("Databasen samkrav.sqlite är skadad. Starta om"),
            "{refusal}"
        );
    }
    assert_eq!(title(&store, &id), "Efter kopian");
    drop(store);
    assert!(Store::open(folder.path()).unwrap().recovery().unwrap().set_aside.is_some());
}

#[test]
fn damage_in_an_index_alone_is_mended_and_nothing_is_lost() {
    let (folder, id, _) = worked_in();
    let file = folder.path().join(FILE);
    let database = Connection::open(&file).unwrap();
    let index = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_project_1'";
    let page: usize = database.query_row(index, [], |row| row.get(0)).unwrap();
    database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(database);
    let mut bytes = fs::read(&file).unwrap();
    let of_index = &mut bytes[(page - 1) * 4096..page * 4096];
    let at = of_index.windows(8).position(|part| part == &id.as_str().as_bytes()[..8]).unwrap();
    of_index[at] ^= 1;
    fs::write(&file, &bytes).unwrap();
    let damaged = bytes;

    let mut store = Store::open(folder.path()).unwrap();
    let said = store.recovery().unwrap().words().to_string();
    assert!(
        said.starts_with("Databasens register var skadade och har gjorts om. Alla projekt finns kvar"),
        "{said}"
    );
    let aside = store.recovery().unwrap().set_aside.clone().unwrap();
    assert!(said.contains("Filen som den var ligger i samkrav-skadad-1.sqlite."), "{said}");
    assert_eq!(fs::read(aside).unwrap(), damaged);
    assert_eq!(title(&store, &id), "Efter kopian");
    let head = store.head(&id).unwrap();
    names(&mut store, &id, &head, "Vidare").unwrap();
    backup::make(folder.path(), stamp(900).at).unwrap().unwrap();
    assert!(Store::open(folder.path()).unwrap().recovery().is_none());
}

/// Puts other bytes in the place of some, wherever they stand in the database.
fn bytes_altered(file: &Path, from: &[u8], to: &[u8]) {
    let database = Connection::open(file).unwrap();
    database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(database);
    let mut bytes = fs::read(file).unwrap();
    let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
    assert!(!places.is_empty() && from.len() == to.len());
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    fs::write(file, bytes).unwrap();
}

#[test]
fn new_indexes_do_not_make_true_what_has_been_altered_in_a_table() {
    let (folder, id, backup) = worked_in();
    let file = folder.path().join(FILE);
    let row = |id: &str| format!("{id}Efter kopian").into_bytes();
    let other = format!("{}!", &id.as_str()[..id.as_str().len() - 1]);
    bytes_altered(&file, &row(id.as_str()), &row(&other));
    let damaged = fs::read(&file).unwrap();

    let store = Store::open(folder.path()).unwrap();
    let recovery = store.recovery().unwrap();
    assert_eq!((recovery.reindexed, recovery.backup), (false, Some(backup.at)));
    assert_eq!(fs::read(recovery.set_aside.as_ref().unwrap()).unwrap(), damaged, "as it was");
    assert_eq!(title(&store, &id), "Före kopian");
}

#[cfg(unix)]
fn refused(store: &mut Store, id: &ProjectId) -> String {
    let head = store.head(id).unwrap();
    names(store, id, &head, "Skrivs aldrig").unwrap_err().to_string()
}

// Windows lets no file be moved or deleted that is open.
#[cfg(unix)]
#[test]
fn an_edit_in_a_database_that_was_deleted_is_not_said_to_be_saved() {
    let (folder, id, _) = worked_in();
    let mut store = Store::open(folder.path()).unwrap();
    for end in ["", "-wal", "-shm"] {
        drop(fs::remove_file(folder.path().join(format!("{FILE}{end}"))));
    }
    for _ in 0..2 {
        let said = refused(&mut store, &id);
        assert!(said.contains("samkrav.sqlite finns inte längre. Ändringen är inte sparad. Lägg"), "{said}");
    }
    drop(store);
    assert_eq!(title(&Store::open(folder.path()).unwrap(), &id), "Före kopian");
}

/// The log beside the database is taken away while the window is open; the first edit after that is refused, and all before
/// it is kept.
#[cfg(unix)]
#[test]
fn nothing_is_lost_with_a_log_that_is_taken_away_while_the_database_is_open() {
    let (folder, id, _) = worked_in();
    let mut store = Store::open(folder.path()).unwrap();
    let head = store.head(&id).unwrap();
    let head = names(&mut store, &id, &head, "I loggen").unwrap().revision.id;
    fs::remove_file(folder.path().join(format!("{FILE}-wal"))).unwrap();
    let said = names(&mut store, &id, &head, "Skrivs inte").unwrap_err().to_string();
    assert!(said.starts_with("Filen samkrav.sqlite-wal har tagits bort"), "{said}");
    assert_eq!(title(&store, &id), "I loggen");
    names(&mut store, &id, &head, "Vidare").unwrap();
    // As after a kill: nothing is tidied away when the window goes.
    std::mem::forget(store);
    let again = Store::open(folder.path()).unwrap();
    assert_eq!((again.recovery(), title(&again, &id)), (None, "Vidare".to_owned()));
}

#[test]
fn a_backup_that_is_further_on_than_the_database_is_said() {
    let (folder, id, _) = worked_in();
    let file = folder.path().join(FILE);
    let before = fs::read(&file).unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let head = store.head(&id).unwrap();
    let head = names(&mut store, &id, &head, "Senare").unwrap().revision.id;
    backup::make(folder.path(), stamp(900).at).unwrap().unwrap();
    drop(store);
    fs::write(&file, before).unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let said = store.recovery().unwrap().words().to_string();
    assert!(
        said.starts_with("Säkerhetskopian från 2026-11-25 ") && said.contains("som databasen saknar"),
        "{said}"
    );
    assert_ne!(store.head(&id).unwrap(), head);
    let now = store.head(&id).unwrap();
    assert_eq!(title(&store, &id), "Efter kopian");
    names(&mut store, &id, &now, "Vidare").unwrap();
}

#[cfg(unix)]
#[test]
fn an_edit_in_a_database_that_another_window_set_aside_is_refused_and_the_new_one_opened() {
    let (folder, id, _) = worked_in();
    let mut first = Store::open(folder.path()).unwrap();
    for end in ["", "-wal", "-shm"] {
        let [from, to] =
            [FILE, "samkrav-skadad-1.sqlite"].map(|name| folder.path().join(format!("{name}{end}")));
        drop(fs::rename(from, to));
    }
    let mut other = Store::open(folder.path()).unwrap();
    let head = other.head(&id).unwrap();
    names(&mut other, &id, &head, "I det andra fönstret").unwrap();

    let said = refused(&mut first, &id);
    assert!(
        said.starts_with("Databasen har bytts ut sedan den öppnades. Ändringen är inte sparad."),
        "{said}"
    );
    assert_eq!(title(&first, &id), "I det andra fönstret");
    let head = first.head(&id).unwrap();
    names(&mut first, &id, &head, "Vidare").unwrap();
    assert_eq!(title(&other, &id), "Vidare");
}

#[cfg(unix)]
#[test]
fn an_edit_in_a_folder_that_was_moved_is_refused_until_it_is_back() {
    let (folder, id, _) = worked_in();
    let mut store = Store::open(folder.path()).unwrap();
    let away = folder.path().with_extension("bort");
    fs::rename(folder.path(), &away).unwrap();
    let said = refused(&mut store, &id);
    assert!(said.contains("finns inte längre"), "{said}");
    assert_eq!(backup::make(folder.path(), stamp(900).at).unwrap_err().kind, Kind::NotFound);
    fs::rename(&away, folder.path()).unwrap();
    let head = store.head(&id).unwrap();
    names(&mut store, &id, &head, "Tillbaka").unwrap();
    assert_eq!(title(&store, &id), "Tillbaka");
}

#[test]
fn a_header_or_a_table_that_has_been_altered_is_damage_when_there_are_backups() {
    // Version, application and format of the schema, each one bit; also the one that is a sign elsewhere.
    for (at, bit) in [(63, 64), (60, 128), (71, 1), (68, 128), (47, 8)] {
        check(|file| {
            bytes_altered(file, b"SQLite format 3", b"SQLite format 3");
            let mut bytes = fs::read(file).unwrap();
            bytes[at] ^= bit;
            fs::write(file, bytes).unwrap();
        });
    }
    check(|file| bytes_altered(file, b"words_sv TEXT", b"wordz_sv TEXT"));
    check(|file| bytes_altered(file, b"reference TEXT NOT", b"referencf TEXT NOT"));
}

#[test]
fn a_database_whose_version_has_been_altered_makes_no_backup_that_counts() {
    let (folder, id, first) = worked_in();
    for version in [10, 8, 5] {
        let database = Connection::open(folder.path().join(FILE)).unwrap();
        database.pragma_update(None, "user_version", version).unwrap();
        let refusal = backup::make(folder.path(), stamp(900).at).unwrap_err();
        assert!(refusal.to_string().starts_with("Säkerhetskopian klarade inte kontrollen"), "{refusal}");
    }
    assert_eq!(backup::list(folder.path()), [first]);
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(title(&store, &id), "Efter kopian");
    drop(store);
    assert_eq!(Store::open(folder.path()).unwrap().recovery(), None);
}

#[test]
fn another_database_in_the_place_of_the_one_that_was_backed_up_is_said() {
    let (folder, id, backup) = worked_in();
    let other = tempfile::tempdir().unwrap();
    let mut store = Store::open(other.path()).unwrap();
    let (theirs, head) = begun(&mut store);
    store.edit(&theirs, &head, &crate::support::title("Senare"), &CATALOGUE, &stamp(7200)).unwrap();
    drop(store);
    fs::copy(other.path().join(FILE), folder.path().join(FILE)).unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let recovery = store.recovery().unwrap();
    assert_eq!((recovery.behind, recovery.backup), (true, Some(backup.at)));
    let copy = store.restore(&backup, &id, &CATALOGUE, &stamp(7300)).unwrap();
    assert_eq!(title(&store, &copy), "Före kopian, kopia 10:05");
}

#[test]
fn a_log_of_another_database_is_left_out_and_kept() {
    let other = tempfile::tempdir().unwrap();
    let mut store = Store::open(other.path()).unwrap();
    begun(&mut store);
    let log = fs::read(other.path().join(format!("{FILE}-wal"))).unwrap();
    assert!(log.len() > 20_000, "all of it stands in the log");
    for has_backup in [true, false] {
        let (folder, id, _) = worked_in();
        if !has_backup {
            fs::remove_dir_all(folder.path().join("backups")).unwrap();
        }
        fs::write(folder.path().join(format!("{FILE}-wal")), &log).unwrap();
        let store = Store::open(folder.path()).unwrap();
        let said = store.recovery().unwrap().words().to_string();
        assert!(said.starts_with("Bredvid databasen låg en logg som hör till en annan databas."), "{said}");
        assert_eq!(title(&store, &id), "Efter kopian");
        assert_eq!(fs::read(folder.path().join("samkrav-skadad-1.sqlite-wal")).unwrap(), log);
        drop(store);
        assert_eq!(Store::open(folder.path()).unwrap().recovery(), None);
    }
}

#[test]
fn its_own_log_is_taken_in_whatever_was_deleted_for_good() {
    let (folder, id, _) = worked_in();
    let mut store = Store::open(folder.path()).unwrap();
    let (other, head) = begun(&mut store);
    store.mark(&id, store::Mark::Removed, true, &stamp(400)).unwrap();
    // Another that reads keeps the log from being emptied.
    let reads = Connection::open(folder.path().join(FILE)).unwrap();
    reads.execute_batch("BEGIN; SELECT count(*) FROM project").unwrap();
    let _ = store.erase(&id, None, &[]);
    names(&mut store, &other, &head, "I loggen").unwrap();
    std::mem::forget(store);
    let store = Store::open(folder.path()).unwrap();
    assert_eq!((store.recovery(), title(&store, &other)), (None, "I loggen".to_owned()));
    drop(reads);
}

#[test]
fn a_header_that_tells_of_another_way_to_write_or_of_an_earlier_version_is_mended_and_nothing_is_lost() {
    for (at, byte, has_backup) in
        [(18, 66, true), (19, 66, true), (63, 10, true), (63, 9, false), (63, 0, false)]
    {
        let (folder, id, _) = worked_in();
        if !has_backup {
            fs::remove_dir_all(folder.path().join("backups")).unwrap();
        }
        let file = folder.path().join(FILE);
        bytes_altered(&file, b"SQLite format 3", b"SQLite format 3");
        let mut damaged = fs::read(&file).unwrap();
        damaged[at] = byte;
        fs::write(&file, &damaged).unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        let aside = store.recovery().unwrap().set_aside.clone().unwrap();
        assert_eq!(fs::read(aside).unwrap(), damaged);
        assert_eq!(title(&store, &id), "Efter kopian");
        let head = store.head(&id).unwrap();
        names(&mut store, &id, &head, "Vidare").unwrap();
        drop(store);
        assert_eq!(Store::open(folder.path()).unwrap().recovery(), None);
    }
}
