//! What was shown as saved is there after the process was killed.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use store::Store;

use crate::support::{begun, names, process, told_folder};

/// Enough edits for the log to be folded into the database more than once.
const EDITS: usize = 150;

#[test]
fn an_edit_is_there_after_the_process_was_killed() {
    let folder = tempfile::tempdir().unwrap();
    let mut officer =
        process("durable::works_until_killed", folder.path()).stdout(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(officer.stdout.take().unwrap()).lines().map(Result::unwrap);
    let shown: usize = lines.filter_map(|line| line.strip_prefix("saved ")?.parse().ok()).nth(EDITS).unwrap();
    officer.kill().unwrap();
    officer.wait().unwrap();

    let store = Store::open(folder.path()).unwrap();
    let row = &store.projects().unwrap()[0];
    let kept: usize = row.title.parse().unwrap();
    assert!(kept >= shown, "edit {shown} was shown as saved, {kept} is what is there");
    assert_eq!(store.revisions(&row.id).unwrap().len(), kept + 2, "each edit is one revision");
    assert_eq!(store.load(&row.id).unwrap().project.procurement.title, row.title);
}

#[test]
#[ignore = "is run by the test above, in a process that it kills"]
fn works_until_killed() {
    let mut store = Store::open(&told_folder()).unwrap();
    let (id, mut head) = begun(&mut store);
    for count in 0.. {
        head = names(&mut store, &id, &head, &count.to_string()).unwrap().revision.id;
        println!("saved {count}");
    }
}
