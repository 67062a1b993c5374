//! Kills at any moment, while everything is done that writes: edits, backups, project files, merges, migrations.
//!
//! `SAMKRAV_KILLS` says how many; the ordinary tests make do with a few.

use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use domain::edit::{Edit, FactEdit};
use domain::merge::Choices;
use domain::project::{Project, ProjectId};
use domain::revision::RevisionId;
use store::project_file::{self, ProjectFile};
use store::{Store, backup};

use crate::support::{CATALOGUE, applied, begun, names, older, process, stamp, told_folder};

const FEW: usize = 6;
/// So many kills are survived by one database before the next is begun.
const ONE_DATABASE: usize = 25;
/// A process works for at most so long, in milliseconds, from the moment when it has opened the database.
const LONGEST: u64 = 600;

fn count() -> usize {
    std::env::var("SAMKRAV_KILLS").map_or(FEW, |count| count.parse().unwrap())
}

#[test]
fn whatever_is_killed_nothing_that_was_shown_is_lost_and_no_file_is_half() {
    let old = tempfile::tempdir().unwrap();
    let (project, _) = older(old.path(), 2);
    let mut left = count();
    while left > 0 {
        let folder = tempfile::tempdir().unwrap();
        for _ in 0..left.min(ONE_DATABASE) {
            let migrated = folder.path().join("older");
            let _ = fs::remove_dir_all(&migrated);
            fs::create_dir(&migrated).unwrap();
            fs::copy(old.path().join("samkrav.sqlite"), migrated.join("samkrav.sqlite")).unwrap();
            let shown = killed_at_work(folder.path());
            all_is_there(folder.path(), &shown);
            assert_eq!(Store::open(&migrated).unwrap().load(&project.id).unwrap().project, project);
        }
        left = left.saturating_sub(ONE_DATABASE);
    }
    println!("{} kills survived", count());
}

/// What a process showed as done before it was killed: the last edit, the last merge.
#[derive(Default)]
struct Shown {
    saved: usize,
    merged: usize,
}

fn killed_at_work(folder: &Path) -> Shown {
    let mut officer = process("kills::does_everything", folder).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(officer.stdout.take().unwrap()).lines();
    lines.find(|line| line.as_ref().unwrap() == "open").unwrap().unwrap();
    std::thread::sleep(Duration::from_millis(RandomState::new().hash_one(()) % LONGEST));
    officer.kill().unwrap();
    officer.wait().unwrap();
    let mut shown = Shown::default();
    for line in lines.map_while(Result::ok) {
        match line.split_once(' ').map(|(what, number)| (what, number.parse::<usize>())) {
            Some(("saved", Ok(number))) => shown.saved = number,
            Some(("merged", Ok(number))) => shown.merged = number,
            _ => {}
        }
    }
    shown
}

fn all_is_there(folder: &Path, shown: &Shown) {
    let store = Store::open(folder).unwrap();
    assert_eq!(store.recovery(), None, "a kill damages nothing");
    let rows = store.projects().unwrap();
    let Some(row) = rows.first() else {
        assert_eq!(shown.saved, 0, "it was killed before it had made a project");
        return;
    };
    let project = store.load(&row.id).unwrap().project;
    let number = |text: &str| text.parse::<usize>().unwrap_or_default();
    assert!(number(&project.procurement.title) >= shown.saved, "edit {} was shown as saved", shown.saved);
    assert!(number(&project.procurement.unit) >= shown.merged, "merge {} was shown as done", shown.merged);
    assert_eq!(store.project_file(&row.id).unwrap().project, project);
    for backup in backup::list(folder) {
        backup.open().unwrap().store().load(&row.id).unwrap();
    }
    let file = folder.join("P.samkrav");
    if file.exists() {
        project_file::read(&file).unwrap();
    }
}

#[test]
#[ignore = "is run by the test above, in a process that it kills"]
fn does_everything() {
    let folder = told_folder();
    let mut store = Store::open(&folder).unwrap();
    println!("open");
    let (id, mut head) = at_work(&mut store);
    let begun: usize = store.load(&id).unwrap().project.procurement.title.parse().unwrap_or_default();
    for number in begun + 1.. {
        head = names(&mut store, &id, &head, &number.to_string()).unwrap().revision.id;
        println!("saved {number}");
        let now = stamp(60 * i64::try_from(number).unwrap());
        match number % 4 {
            0 => drop(backup::make(&folder, now.at).unwrap()),
            1 => project_file::write(&folder.join("P.samkrav"), &store.project_file(&id).unwrap()).unwrap(),
            2 => {
                let file = from_a_colleague(store.project_file(&id).unwrap(), number);
                let merged = store.merge((&id, &head), &file, &Choices::default(), &CATALOGUE, &now);
                head = merged.unwrap().revision.id;
                println!("merged {number}");
            }
            _ => drop(Store::open(&folder.join("older")).unwrap()),
        }
    }
}

/// The project that was worked on before, else a new one.
fn at_work(store: &mut Store) -> (ProjectId, RevisionId) {
    match store.projects().unwrap().first() {
        Some(row) => (row.id.clone(), store.head(&row.id).unwrap()),
        None => begun(store),
    }
}

/// The file, gone on with by another.
fn from_a_colleague(file: ProjectFile, number: usize) -> ProjectFile {
    let edit = Edit::Fact(FactEdit::Unit(number.to_string()));
    let project: Project = applied(&file.project, &edit);
    file.revised(project, &stamp(60 * i64::try_from(number).unwrap()))
}
