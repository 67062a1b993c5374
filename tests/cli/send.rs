//! Projects that leave the house as files.

use domain::text::Bilingual;
use serde_json::{Value, json};
use store::{Mark, Stamp, Store, example};

use crate::support::Desk;

/// A desk whose user has three projects, one of them removed.
fn desk() -> (Desk, Vec<String>) {
    let desk = Desk::new();
    let catalogue = domain::built_in::catalogue().unwrap();
    let mut store = Store::open(desk.database().parent().unwrap()).unwrap();
    let keeps = |name: &str| {
        let stamp = Stamp::now("Anna Lindqvist").unwrap();
        let project = example::project(name, stamp.project_id(), &catalogue).unwrap();
        store.create(&project, &catalogue, &stamp, Bilingual::default()).unwrap();
        project.id.to_string()
    };
    let ids: Vec<String> = ["stadning", "byggtjanster", "it-system"].map(keeps).into();
    store.mark(&ids[2].as_str().into(), Mark::Removed, true, &Stamp::now("").unwrap()).unwrap();
    std::fs::create_dir(desk.path("Ut")).unwrap();
    (desk, ids)
}

fn files(desk: &Desk) -> Vec<String> {
    let names = std::fs::read_dir(desk.path("Ut")).unwrap().map(|file| file.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn all_projects_leave_as_files_and_nothing_is_written_over() {
    let (desk, ids) = desk();
    let said = desk.run(&["send", "--all", "-o", "Ut"]).done();
    assert_eq!((said.lines().count(), files(&desk).len()), (2, 2), "{said}");
    desk.run(&["send", &ids[0], "-o", "Ut", "--without", "history"]).done();
    assert_eq!(files(&desk).len(), 3, "a file with other content has a name of its own");
    let sent: Value =
        serde_json::from_str(&desk.run(&["send", &ids[0], "-o", "Ut", "--json"]).done()).unwrap();
    assert_eq!(sent["files"][0]["project"], json!(ids[0]));
    assert_eq!(files(&desk).len(), 3, "the very same is there already");
    let said = desk.run(&["send", &ids[0], &ids[0], "-o", "Ut", "--without", "notes"]).done();
    assert_eq!(
        (said.lines().count(), files(&desk).len()),
        (1, 4),
        "one that is named twice leaves once: {said}"
    );
}

#[test]
fn what_cannot_be_sent_is_refused() {
    let (desk, _) = desk();
    desk.run(&["send", "borta", "-o", "Ut"]).refused(&["Projektet borta finns inte här."]);
    desk.run(&["send", "-o", "Ut"]).refused(&["--all"]);
}

#[test]
fn one_that_cannot_be_sent_is_named_and_the_others_are_sent() {
    let (desk, ids) = desk();
    let sent = desk.run(&["send", &ids[0], "borta", &ids[1], "-o", "Ut", "--json"]);
    assert_eq!((sent.status, files(&desk).len()), (2, 2), "{}", sent.error);
    assert_eq!(sent.error.lines().count(), 1, "{}", sent.error);
    let json: Value = serde_json::from_str(&sent.out).unwrap();
    assert_eq!(
        (json["files"].as_array().unwrap().len(), &json["failed"][0]["project"]),
        (2, &json!("borta"))
    );

    let nowhere = desk.run(&["send", "--all", "-o", "Ingen"]);
    assert_eq!((nowhere.status, &*nowhere.out), (2, ""));
    for (line, id) in nowhere.error.lines().zip([&ids[1], &ids[0]]) {
        assert!(line.contains(id) && line.contains("finns inte. Skapa mappen"), "{line}");
    }
}

#[test]
fn a_copy_leaves_without_notes_or_history() {
    let desk = Desk::with("stadning");
    let decide = json!([{ "edit": "decide", "theme": "children",
        "decision": { "outcome": "not_now", "reason": "HEMLIG utredning" } }]);
    desk.run_with(&["edit", "P.samkrav"], &decide.to_string()).done();
    let first: Value = serde_json::from_str(&desk.read("P.samkrav")).unwrap();
    desk.run(&["copy", "P.samkrav", "-o", "Historik.samkrav", "--without", "history"]).done();
    let copy = desk.read("Historik.samkrav");
    assert!(copy.contains("HEMLIG") && !copy.contains(first["lineage"][0].as_str().unwrap()), "{copy}");
    desk.run(&["copy", "P.samkrav", "-o", "Utan.samkrav", "--without", "notes"]).done();
    assert!(!desk.read("Utan.samkrav").contains("HEMLIG"));
    desk.run(&["merge", "P.samkrav", "Utan.samkrav", "-o", "Hem.samkrav"]).done();
    let home: Value = serde_json::from_str(&desk.read("Hem.samkrav")).unwrap();
    assert_eq!(home["project"], first["project"], "nothing is lost when it comes home");
    desk.run(&["copy", "P.samkrav", "-o", "X.samkrav"]).refused(&["--without"]);
}
