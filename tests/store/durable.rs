//! What was shown as saved is there after the process was killed.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use domain::project::Project;
use domain::undo::Way;
use store::Store;

use crate::support::{CATALOGUE, begun, example, names, process, stamp, told_folder};

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

    let mut store = Store::open(folder.path()).unwrap();
    let row = &store.projects().unwrap()[0];
    let kept: usize = row.title.parse().unwrap();
    assert!(kept >= shown, "edit {shown} was shown as saved, {kept} is what is there");
    assert_eq!(store.revisions(&row.id).unwrap().len(), kept + 2, "each edit is one revision");
    let there = store.load(&row.id).unwrap();
    assert_eq!(there.project.procurement.title, row.title);

    let mut step = |head, way| store.step(&row.id, &head, way, &CATALOGUE, &stamp(2)).unwrap().edited;
    let undone = step(there.head, Way::Undo);
    assert_eq!(undone.project, example_again(&there.project), "all that was typed in one field is one step");
    assert_eq!(step(undone.revision.id, Way::Redo).project, there.project);
}

/// The example as it was before anything was typed.
fn example_again(project: &Project) -> Project {
    Project { id: project.id.clone(), ..example("stadning", &stamp(0)) }
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
