//! Backups: which there are, what they hold, and how a project comes back out of one.

use std::fs;
use std::path::{Path, PathBuf};

use domain::catalogue::library::FileKind;
use domain::edit::Edit;
use domain::project::ProjectId;
use domain::refusal::Kind;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use store::backup::{self, Backup};
use store::{Mark, Store};

use crate::support::{CATALOGUE, begun, full, holds, names, older, stamp, title};

fn at(minutes: i64) -> Timestamp {
    stamp(minutes * 60).at
}

fn made(folder: &Path, minutes: i64) -> Option<Backup> {
    backup::make(folder, at(minutes)).unwrap()
}

#[test]
fn a_backup_is_made_when_something_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    let nothing = backup::make(folder.path(), at(0)).unwrap_err();
    assert!(nothing.to_string().starts_with("Det finns ingen databas i "), "{nothing}");
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    let first = made(folder.path(), 0).unwrap();
    assert_eq!(made(folder.path(), 5), None, "nothing has changed since");
    names(&mut store, &id, &head, "Ändrad").unwrap();
    let second = made(folder.path(), 10).unwrap();
    store.mark(&id, Mark::Archived, true, &stamp(700)).unwrap();
    let third = made(folder.path(), 15).unwrap();
    assert_eq!(backup::list(folder.path()), [third, second, first]);
}

#[test]
fn a_version_that_is_named_is_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    made(folder.path(), 0).unwrap();
    for (minutes, name) in [(5, "Skickad på remiss"), (10, "Efter remissen"), (15, "")] {
        store.name(&id, &head, name).unwrap();
        let backup = made(folder.path(), minutes).unwrap();
        let called = backup.open().unwrap().store().revisions(&id).unwrap().remove(0).name;
        assert_eq!(called.unwrap_or_default(), name);
        assert_eq!(made(folder.path(), minutes + 1), None);
    }
}

#[test]
fn a_newest_backup_that_does_not_count_is_made_again_though_nothing_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    names(&mut store, &id, &head, "Ändrad").unwrap();
    let first = made(folder.path(), 10).unwrap();
    let mut bytes = fs::read(&first.path).unwrap();
    let page = bytes.len() - 4096;
    bytes[page..].fill(b'x');
    fs::write(&first.path, bytes).unwrap();
    // The clock has gone back since: the one that counts is the newest all the same.
    let second = made(folder.path(), 5).unwrap();
    second.check().unwrap();
    assert_eq!(backup::list(folder.path()), [second.clone(), first]);
    assert_eq!(made(folder.path(), 20), None);

    // One project in it is damaged, and whole where the officer works.
    let disk = Connection::open(&second.path).unwrap();
    disk.execute("UPDATE project SET created = replace(created, '-', '/')", []).unwrap();
    let third = made(folder.path(), 25).unwrap();
    assert!(!third.open().unwrap().store().projects().unwrap()[0].damaged);
    assert_eq!(made(folder.path(), 30), None);
}

#[test]
fn the_next_is_due_after_five_minutes_or_when_the_clock_has_gone_back() {
    let folder = tempfile::tempdir().unwrap();
    assert!(backup::is_due(folder.path(), at(0)));
    begun(&mut Store::open(folder.path()).unwrap());
    made(folder.path(), 60).unwrap();
    let due = [0, 60, 64, 65].map(|minutes| backup::is_due(folder.path(), at(minutes)));
    assert_eq!(due, [true, false, false, true]);
}

#[test]
fn the_newest_is_the_one_with_the_last_change_also_when_the_clock_was_ahead() {
    let (folder, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    let ahead = made(folder.path(), 500_000).unwrap();
    backup::copy_newest(folder.path(), second.path(), ahead.at).unwrap();
    names(&mut store, &id, &head, "Ändrad").unwrap();
    let newest = made(folder.path(), 5).unwrap();
    assert_eq!(made(folder.path(), 10), None, "nothing has changed since");
    assert!(!backup::is_due(folder.path(), at(6)), "one was made a minute ago");
    backup::copy_newest(folder.path(), second.path(), at(10)).unwrap();
    for backups in [backup::list(folder.path()), backup::list_in(second.path())] {
        assert_eq!(backups.iter().map(|backup| backup.at).collect::<Vec<_>>(), [newest.at, ahead.at]);
    }

    drop(store);
    fs::write(folder.path().join("samkrav.sqlite"), "ingen databas").unwrap();
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.recovery().unwrap().backup, Some(newest.at));
    assert_eq!(store.load(&id).unwrap().project.procurement.title, "Ändrad");
}

#[test]
fn what_a_killed_copy_left_in_the_second_folder_is_taken_away_by_the_next() {
    let (folder, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    begun(&mut Store::open(folder.path()).unwrap());
    let backup = made(folder.path(), 0).unwrap();
    for name in [".samkrav-dog.tmp", ".samkrav-dog.tmp-journal"] {
        fs::write(second.path().join(name), "halv").unwrap();
    }
    backup::copy_newest(folder.path(), second.path(), at(1)).unwrap();
    let left: Vec<_> = all_in(second.path());
    assert_eq!(left.len(), 1);
    assert!(left[0].1 == fs::read(backup.path).unwrap());
}

#[test]
fn a_change_made_when_the_clock_was_ahead_hides_no_later_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (first, head) = begun(&mut store);
    let (other, other_head) = begun(&mut store);
    store.edit(&first, &head, &title("Förr"), &CATALOGUE, &stamp(30_000_000)).unwrap();
    let ahead = made(folder.path(), 500_000).unwrap();
    names(&mut store, &other, &other_head, "Sist").unwrap();
    let newest = made(folder.path(), 5).unwrap();
    assert_eq!(backup::list(folder.path()), [newest, ahead]);
}

#[test]
fn a_project_comes_back_as_a_copy_beside_the_one_that_is_here() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    let before = store.load(&id).unwrap().project;
    let backup = made(folder.path(), 5).unwrap();
    names(&mut store, &id, &head, "Ändrad").unwrap();

    let copy = store.restore(&backup, &id, &CATALOGUE, &stamp(600)).unwrap();
    assert_eq!(store.load(&id).unwrap().project.procurement.title, "Ändrad");
    let restored = store.load(&copy).unwrap().project;
    let time = backup.at.to_zoned_datetime(jiff::tz::TimeZone::system()).strftime("%H:%M").to_string();
    assert_eq!(restored.procurement.title, format!("{}, kopia {time}", before.procurement.title));
    assert_eq!((restored.answers, restored.requirements), (before.answers, before.requirements));
    let words = &store.revisions(&copy).unwrap()[0].words.sv;
    assert!(words.starts_with("Återställt från säkerhetskopian 2026-11-25"), "{words}");
    assert_eq!(
        store.restore(&backup, &"borta".into(), &CATALOGUE, &stamp(700)).unwrap_err().kind,
        Kind::NotFound
    );
}

/// A project with a fixed version, and a backup of it.
fn fixed_and_backed_up(folder: &Path) -> (Store, ProjectId, Backup) {
    let officer = crate::fixed::fixed_in(folder);
    let id = officer.id();
    drop(officer);
    let backup = made(folder, 5).unwrap();
    (Store::open(folder).unwrap(), id, backup)
}

#[test]
fn what_was_fixed_comes_back_with_its_documents() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, id, backup) = fixed_and_backed_up(folder.path());
    let copy = store.restore(&backup, &id, &CATALOGUE, &stamp(600)).unwrap();
    assert_eq!(store.load(&copy).unwrap().project.fixed, store.load(&id).unwrap().project.fixed);
    let pdf = |id| {
        let language = domain::text::Language::Sv;
        store.fixed_document(id, "1.0".parse().unwrap(), "specification", language).unwrap()
    };
    assert_eq!(pdf(&copy), pdf(&id));
    assert!(pdf(&copy).is_some());
}

#[test]
fn a_project_whose_documents_find_no_room_does_not_come_back_by_half() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, id, backup) = fixed_and_backed_up(folder.path());
    let database = Connection::open(folder.path().join("samkrav.sqlite")).unwrap();
    let full = "CREATE TRIGGER full BEFORE INSERT ON fixed_document BEGIN SELECT RAISE(ABORT, 'full'); END";
    database.execute_batch(full).unwrap();
    store.restore(&backup, &id, &CATALOGUE, &stamp(600)).unwrap_err();
    assert_eq!(store.projects().unwrap().len(), 1);
}

#[test]
fn a_copy_that_does_not_pass_the_check_does_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    let good = made(folder.path(), 0).unwrap();
    names(&mut store, &id, &head, "Ändrad").unwrap();
    store.import(FileKind::Own, "fil", &stamp(1)).unwrap();
    let database = Connection::open(folder.path().join("samkrav.sqlite")).unwrap();
    database.execute("UPDATE library SET file = CAST(x'FF' AS TEXT)", []).unwrap();
    assert_eq!(backup::make(folder.path(), at(10)).unwrap_err().kind, Kind::Broken);
    assert_eq!(backup::list(folder.path()), [good]);
    let files = fs::read_dir(folder.path().join("backups")).unwrap().count();
    assert_eq!(files, 1, "nothing half is left");
}

#[test]
fn the_ladder_takes_away_what_is_old_and_leaves_what_is_not_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, mut head) = begun(&mut store);
    for minutes in [0, 10, 20, 130] {
        head = names(&mut store, &id, &head, &minutes.to_string()).unwrap().revision.id;
        made(folder.path(), minutes).unwrap();
    }
    fs::write(folder.path().join("backups/Min egen.txt"), "").unwrap();
    let later = at(130) + SignedDuration::from_hours(3);
    names(&mut store, &id, &head, "sist").unwrap();
    backup::make(folder.path(), later).unwrap().unwrap();
    let left: Vec<Timestamp> = backup::list(folder.path()).iter().map(|backup| backup.at).collect();
    assert_eq!(left, [later, at(130), at(20)], "one of the first hour");
    assert!(folder.path().join("backups/Min egen.txt").exists());
}

#[test]
fn a_clock_that_is_ahead_makes_no_backup_old() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, mut head) = begun(&mut store);
    for minutes in [0, 10, 20] {
        head = names(&mut store, &id, &head, &minutes.to_string()).unwrap().revision.id;
        made(folder.path(), minutes).unwrap();
    }
    assert_eq!(made(folder.path(), 500_000), None);
    assert_eq!(backup::list(folder.path()).len(), 3);
}

#[test]
fn what_is_made_while_the_clock_is_ahead_takes_away_nothing_of_the_days_work() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, mut head) = begun(&mut store);
    let ten_years = 10 * 365 * 24 * 60;
    for minutes in [0, 60, 120, 180, ten_years, ten_years + 5] {
        head = names(&mut store, &id, &head, &minutes.to_string()).unwrap().revision.id;
        made(folder.path(), minutes).unwrap();
    }
    assert_eq!(backup::list(folder.path()).len(), 6);
}

#[test]
fn what_is_erased_is_in_no_backup_either() {
    const SECRET: &str = "Lokalvård på Hemliga skolan";
    let (folder, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut store = Store::open(folder.path()).unwrap();
    let (other, _) = begun(&mut store);
    let (id, head) = begun(&mut store);
    let head = names(&mut store, &id, &head, SECRET).unwrap().revision.id;
    for minutes in [0, 5] {
        made(folder.path(), minutes).unwrap();
        backup::copy_newest(folder.path(), second.path(), at(minutes)).unwrap();
        let now = store.head(&id).unwrap();
        names(&mut store, &id, &now, "Ofarligt").unwrap();
    }
    store.mark(&id, Mark::Removed, true, &stamp(400)).unwrap();
    store.erase(&id, Some(second.path()), &[]).unwrap();
    let (mut backups, others) = (backup::list(folder.path()), backup::list_in(second.path()));
    assert_eq!((backups.len(), others.len()), (2, 2));
    backups.extend(others);
    for backup in &backups {
        let bytes = fs::read(&backup.path).unwrap();
        for trace in [SECRET, id.as_str(), head.as_str()] {
            assert!(!holds(&bytes, trace), "{trace}");
        }
        let open = backup.open().unwrap();
        assert_eq!(open.store().projects().unwrap().iter().map(|row| &row.id).collect::<Vec<_>>(), [&other]);
    }
    assert_eq!(fs::read_dir(folder.path().join("backups")).unwrap().count(), 2);
}

/// A removed project that a backup holds, which lies in two second folders too.
fn removed_and_in_two_folders(folder: &Path, second: [&Path; 2]) -> (Store, ProjectId) {
    let mut store = Store::open(folder).unwrap();
    let (id, _) = begun(&mut store);
    made(folder, 0).unwrap();
    for second in second {
        backup::copy_newest(folder, second, at(1)).unwrap();
    }
    store.mark(&id, Mark::Removed, true, &stamp(400)).unwrap();
    (store, id)
}

#[test]
fn what_is_erased_is_in_no_earlier_second_folder_either() {
    let home = tempfile::tempdir().unwrap();
    let [folder, former, second] = ["data", "former", "second"].map(|name| home.path().join(name));
    let (mut store, id) = removed_and_in_two_folders(&folder, [&former, &second]);
    let away = home.path().join("urdragen");
    fs::rename(&former, &away).unwrap();
    // The settings can be lost: what has been copied is known all the same.
    let said = store.erase(&id, None, &[]).unwrap_err().to_string();
    let list = folder.join("backup-folders.txt").display().to_string();
    assert!(said.contains(&former.display().to_string()) && said.contains(&list), "{said}");
    assert_eq!(store.projects().unwrap().len(), 1);
    fs::rename(&away, &former).unwrap();
    store.erase(&id, None, &[]).unwrap();
    for (path, bytes) in all_in(home.path()) {
        assert!(!holds(&bytes, id.as_str()), "{}", path.display());
    }
}

#[test]
fn nothing_is_erased_as_long_as_what_is_known_of_folders_and_of_what_is_gone_cannot_be_read() {
    let home = tempfile::tempdir().unwrap();
    let [folder, former, second] = ["data", "former", "second"].map(|name| home.path().join(name));
    let (mut store, id) = removed_and_in_two_folders(&folder, [&former, &second]);
    for name in ["backup-folders.txt", "erased.txt"] {
        let list = folder.join(name);
        let whole = fs::read(&list).ok();
        fs::write(&list, b"\xff").unwrap();
        let said = store.erase(&id, Some(&second), &[]).unwrap_err().to_string();
        assert!(said.contains(&list.display().to_string()), "{said}");
        assert_eq!(store.projects().unwrap().len(), 1, "{name}");
        assert_eq!(fs::read(&list).unwrap(), b"\xff", "it is not written over");
        whole.map_or_else(|| fs::remove_file(&list), |whole| fs::write(&list, whole)).unwrap();
    }
    store.erase(&id, Some(&second), &[]).unwrap();
}

#[test]
fn a_backup_that_is_made_again_is_made_without_what_has_been_erased_since() {
    let home = tempfile::tempdir().unwrap();
    let [folder, former, second] = ["data", "former", "second"].map(|name| home.path().join(name));
    let (mut store, id) = removed_and_in_two_folders(&folder, [&former, &second]);
    let (other, _) = begun(&mut store);
    // The officer has said that the disks are no more, and finds one of them later.
    fs::write(folder.join("backup-folders.txt"), "").unwrap();
    store.erase(&id, None, &[]).unwrap();
    fs::write(&backup::list(&folder)[0].path, "inte en databas ".repeat(1000)).unwrap();
    let mut looked = backup::Looked::default();
    let found: Vec<_> = (0..2).filter_map(|_| looked.look_at_one(&folder, Some(&second))).collect();
    assert_eq!(found.len(), 1);
    assert!(found[0].told().unwrap().to_string().contains("gjord på nytt"));
    for (path, bytes) in all_in(&folder) {
        assert!(!holds(&bytes, id.as_str()), "{}", path.display());
    }
    assert_eq!(store.projects().unwrap()[0].id, other);
}

/// Each file below a folder, with what is in it.
fn all_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries
        .flat_map(
            |path| if path.is_dir() { all_in(&path) } else { vec![(path.clone(), fs::read(&path).unwrap())] },
        )
        .collect();
    files.sort();
    files
}

#[test]
fn files_that_no_project_can_be_taken_out_of_are_deleted_with_it_when_the_question_named_them() {
    let (folder, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (here, away) = (folder.path(), second.path());
    let mut store = Store::open(here).unwrap();
    let (id, head) = begun(&mut store);
    made(here, 0).unwrap();
    names(&mut store, &id, &head, "Ändrad").unwrap();
    let rotten = made(here, 5).unwrap().path;
    backup::copy_newest(here, away, at(5)).unwrap();
    let bytes = fs::read(&rotten).unwrap();
    fs::write(&rotten, [&bytes[..5000], &[b'x'; 3000], &bytes[8000..]].concat()).unwrap();
    let aside = here.join("samkrav-skadad-1.sqlite");
    let log = here.join("samkrav-skadad-1.sqlite-wal");
    let unfinished = [here, &here.join("backups"), away].map(|place| place.join(".samkrav-dog.tmp"));
    for path in [&aside, &log].into_iter().chain(&unfinished) {
        fs::write(path, &bytes).unwrap();
    }
    store.mark(&id, Mark::Removed, true, &stamp(400)).unwrap();

    let damaged = backup::damaged(here, Some(away));
    assert_eq!(damaged, [&rotten, &aside].map(|path| path.display().to_string()));
    let databases = || {
        let mut files = [all_in(&here.join("backups")), all_in(away)].concat();
        files.retain(|(path, _)| path.extension().unwrap() == "sqlite");
        files
    };
    let before = databases();
    let refused = store.erase(&id, Some(away), &damaged[..1]).unwrap_err();
    let said = refused.to_string();
    assert!(said.starts_with(&format!("{} är skadad", aside.display())), "{said}");
    assert!(databases() == before, "nothing is done before it is told");
    assert_eq!(store.projects().unwrap().len(), 1);

    store.erase(&id, Some(away), &damaged).unwrap();
    let left = [all_in(here), all_in(away)].concat();
    for (path, bytes) in &left {
        assert!(!holds(bytes, id.as_str()), "{}", path.display());
    }
    assert!([&aside, &log, &rotten].iter().all(|path| !path.exists()));
    assert_eq!((backup::list(here).len(), backup::list_in(away).len()), (1, 1));
}

#[test]
fn nobody_is_told_to_keep_a_database_that_was_deleted_with_a_project() {
    let folder = tempfile::tempdir().unwrap();
    let (id, _) = begun(&mut Store::open(folder.path()).unwrap());
    made(folder.path(), 0).unwrap();
    fs::write(folder.path().join("samkrav.sqlite"), "ingen databas").unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    assert!(store.recovery().is_some());
    store.mark(&id, Mark::Removed, true, &stamp(400)).unwrap();
    store.erase(&id, None, &backup::damaged(folder.path(), None)).unwrap();
    assert_eq!(store.recovery(), None);
}

#[test]
fn a_backup_that_a_project_cannot_be_taken_out_of_now_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, _) = begun(&mut store);
    let backup = made(folder.path(), 0).unwrap();
    store.mark(&id, Mark::Removed, true, &stamp(400)).unwrap();
    let other = Connection::open(&backup.path).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert_eq!(backup::damaged(folder.path(), None), [""; 0], "one that is in use is not damaged");
    let said = store.erase(&id, None, &[]).unwrap_err().to_string();
    assert!(
        said.starts_with("Projektet är inte borttaget: det gick inte att ta ut ur säkerhetskopian "),
        "{said}"
    );
    assert!(said.contains(&backup.path.display().to_string()), "{said}");
    drop(other);
    store.erase(&id, None, &[]).unwrap();
}

#[test]
fn a_backup_of_an_older_program_opens_and_is_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (project, _) = older(folder.path(), 2);
    let mut store = Store::open(folder.path()).unwrap();
    let [before] = &backup::list(folder.path())[..] else { panic!("it is backed up before it is changed") };
    let bytes = fs::read(&before.path).unwrap();
    let copy = store.restore(before, &project.id, &CATALOGUE, &stamp(60)).unwrap();
    assert_eq!(store.load(&copy).unwrap().project.procurement.cpv, project.procurement.cpv);
    assert_eq!(fs::read(&before.path).unwrap(), bytes);
}

#[test]
fn a_large_project_is_backed_up_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let project = full("byggtjanster");
    store.create(&project, &CATALOGUE, &stamp(0), domain::text::Bilingual::default()).unwrap();
    let edit = Edit::Remove { entry: "emp-study-visit".into() };
    let head = store.head(&project.id).unwrap();
    let edited = store.edit(&project.id, &head, &edit, &CATALOGUE, &stamp(1)).unwrap();
    let backup = made(folder.path(), 5).unwrap();
    let open = backup.open().unwrap();
    assert_eq!(open.store().load(&project.id).unwrap().project, edited.project);
    assert_eq!(open.store().revisions(&project.id).unwrap().len(), 2);
}
