//! Databases and project files that have been damaged in any way: never a crash, never a loss that is not said, always a way
//! on. `SAMKRAV_DAMAGED` says how many; the ordinary tests make do with some.

use std::fs;
use std::path::Path;

use domain::project::Project;
use domain::text::Bilingual;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use store::project_file::{ProjectFile, parse, to_text};
use store::{Store, backup};

use crate::support::{CATALOGUE, example, names, stamp};

const SOME_DATABASES: usize = 40;
const SOME_FILES: usize = 300;

fn count(some: usize) -> usize {
    std::env::var("SAMKRAV_DAMAGED").map_or(some, |count| count.parse().unwrap())
}

/// Does something to bytes that a disk, a cable or a hand could do.
fn damage(bytes: &mut Vec<u8>, die: &mut TestRng) {
    let length = bytes.len();
    let page = |die: &mut TestRng| die.random_range(0..length / 4096) * 4096;
    match die.random_range(0..6) {
        0 => (0..die.random_range(1..20)).for_each(|_| bytes[die.random_range(0..length)] = die.random()),
        1 => bytes.truncate(die.random_range(0..length)),
        2 if length > 8192 => {
            let (from, to) = (page(die), page(die));
            bytes.copy_within(from..from + 4096, to);
        }
        3 if length > 8192 => {
            let at = page(die);
            bytes[at..at + 4096].iter_mut().for_each(|byte| *byte = die.random());
        }
        4 => {
            let from = die.random_range(0..length);
            let to = (from + die.random_range(1..5000)).min(length);
            bytes[from..to].fill(0);
        }
        _ => {
            let at = die.random_range(0..length);
            bytes[at] = bytes[at].wrapping_add(1);
        }
    }
}

/// A folder with two projects, a backup of them, and one edit that came later.
fn worked_in(folder: &Path) -> [Vec<Project>; 2] {
    let mut store = Store::open(folder).unwrap();
    let projects = ["stadning", "byggtjanster"].map(|name| example(name, &stamp(0)));
    let mut heads = Vec::new();
    for project in &projects {
        heads.push(store.create(project, &CATALOGUE, &stamp(0), Bilingual::default()).unwrap().id);
    }
    backup::make(folder, stamp(300).at).unwrap().unwrap();
    let edited = names(&mut store, &projects[0].id, &heads[0], "Efter kopian").unwrap().project;
    [projects.to_vec(), vec![edited, projects[1].clone()]]
}

#[test]
fn a_damaged_database_opens_with_all_that_is_whole_or_with_the_backup() {
    let folder = tempfile::tempdir().unwrap();
    let [then, now] = worked_in(folder.path());
    let file = folder.path().join("samkrav.sqlite");
    let whole = fs::read(&file).unwrap();
    let mut die = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let [mut unharmed, mut mended, mut recovered, mut said] = [0; 4];
    for number in 0..count(SOME_DATABASES) {
        let mut bytes = whole.clone();
        damage(&mut bytes, &mut die);
        fs::write(&file, &bytes).unwrap();
        let store =
            Store::open(folder.path()).unwrap_or_else(|refusal| panic!("database {number}: {refusal}"));
        let is_backup = store.recovery().is_some_and(|recovery| !recovery.reindexed);
        let expected = if is_backup { &then } else { &now };
        for project in expected {
            match store.load(&project.id) {
                Ok(loaded) => assert!(loaded.project == *project, "database {number} has changed a project"),
                Err(refusal) => {
                    assert!(!is_backup, "database {number}: {refusal}");
                    said += 1;
                }
            }
        }
        match store.recovery() {
            None => unharmed += 1,
            Some(recovery) => {
                *(if is_backup { &mut recovered } else { &mut mended }) += 1;
                if let Some(aside) = &recovery.set_aside {
                    assert_eq!(fs::read(aside).unwrap(), bytes, "what is damaged is kept");
                    fs::remove_file(aside).unwrap();
                }
            }
        }
        drop(store);
        for end in ["-wal", "-shm"] {
            drop(fs::remove_file(format!("{}{end}", file.display())));
        }
    }
    println!(
        "{unharmed} opened, {mended} with new indexes, {recovered} with the backup, {said} projects said to be damaged"
    );
}

#[test]
fn a_damaged_project_file_is_refused_or_the_same() {
    let file = ProjectFile::begun(example("stadning", &stamp(0)), &stamp(0));
    let text = to_text(&file);
    let mut die = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut refused = 0;
    let files = count(SOME_FILES / 10) * 10;
    for number in 0..files {
        let mut bytes = text.clone().into_bytes();
        damage(&mut bytes, &mut die);
        match store::text_of(bytes).and_then(|text| parse(&text)) {
            Ok(read) => assert!(read == file, "file {number} has changed"),
            Err(refusal) => {
                assert!(
                    !refusal.text.sv.is_empty() && !refusal.text.sv.contains("failed"),
                    "file {number}: {refusal}"
                );
                refused += 1;
            }
        }
    }
    println!("{refused} of {files} refused");
}
