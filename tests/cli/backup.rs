//! Backups of the user's projects, from the command line.

use domain::text::Bilingual;
use serde_json::Value;
use store::{Stamp, Store, example};

use crate::support::Desk;

/// A desk whose user has a project in the database.
fn desk() -> (Desk, String) {
    let desk = Desk::new();
    let catalogue = domain::built_in::catalogue().unwrap();
    let stamp = Stamp::now("Anna Lindqvist").unwrap();
    let project = example::project("stadning", stamp.project_id(), &catalogue).unwrap();
    let mut store = Store::open(desk.database().parent().unwrap()).unwrap();
    store.create(&project, &catalogue, &stamp, Bilingual::default()).unwrap();
    (desk, project.id.to_string())
}

#[test]
fn a_backup_is_made_listed_and_restored_as_a_copy() {
    let (desk, id) = desk();
    assert_eq!(desk.run(&["backup", "list"]).done(), "Det finns inga säkerhetskopior.\n");
    let name = desk.run(&["backup", "make"]).done().trim().to_owned();
    assert_eq!(desk.run(&["backup", "make"]).done(), "Inget har ändrats sedan den förra säkerhetskopian.\n");
    let listed = desk.run(&["backup", "list"]).done();
    assert!(listed.starts_with(&format!("{name}  ")), "{listed}");
    assert!(!name.starts_with("20261125"), "the time is the real one, not that of SAMKRAV_TODAY");
    assert!(desk.run(&["backup", "list", &name]).done().starts_with(&format!("{id}  ")));

    let restored = desk.run(&["backup", "restore", &name, &id]).done();
    assert!(restored.contains(", kopia ") && !restored.starts_with(&id), "{restored}");
    let store = Store::open(desk.database().parent().unwrap()).unwrap();
    assert_eq!(store.projects().unwrap().len(), 2);
}

#[test]
fn a_project_in_a_backup_can_be_written_as_a_file() {
    let (desk, id) = desk();
    let name = desk.run(&["backup", "make"]).done().trim().to_owned();
    desk.run(&["backup", "restore", &name, &id, "-o", "P.samkrav"]).done();
    let file: Value = serde_json::from_str(&desk.read("P.samkrav")).unwrap();
    assert_eq!(
        (&file["project"]["id"], &file["changed"]["by"]),
        (&Value::from(id), &Value::from("Anna Lindqvist"))
    );
}

#[test]
fn backups_are_listed_in_json() {
    let (desk, id) = desk();
    desk.run(&["backup", "make"]).done();
    let list: Value = serde_json::from_str(&desk.run(&["backup", "list", "--json"]).done()).unwrap();
    let name = list["backups"][0]["name"].as_str().unwrap();
    let projects: Value =
        serde_json::from_str(&desk.run(&["backup", "list", name, "--json"]).done()).unwrap();
    assert_eq!(projects["projects"][0]["id"], Value::from(id));
}

#[test]
fn what_is_not_there_is_refused() {
    let (desk, id) = desk();
    desk.run(&["backup", "restore", "i-går", &id]).refused(&["ingen säkerhetskopia i-går", "backup list"]);
    let name = desk.run(&["backup", "make"]).done().trim().to_owned();
    desk.run(&["backup", "restore", &name, "borta"]).refused(&["borta finns inte här"]);
}

#[test]
fn a_damaged_database_is_said_on_standard_error_and_the_work_goes_on() {
    let (desk, id) = desk();
    let name = desk.run(&["backup", "make"]).done().trim().to_owned();
    std::fs::write(desk.database(), "inte en databas ".repeat(1000)).unwrap();
    let answer = desk.run(&["backup", "restore", &name, &id]);
    assert_eq!(answer.status, 0, "{}", answer.error);
    assert!(answer.error.contains("har lagts åt sidan. Säkerhetskopian från "), "{}", answer.error);
}

/// Spoils a page in the middle of a file, as a failing disk does it.
fn rots(path: &std::path::Path) {
    let mut bytes = std::fs::read(path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0x5a);
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn a_rotten_backup_is_said_in_the_list_and_not_opened() {
    let (desk, id) = desk();
    let name = desk.run(&["backup", "make"]).done().trim().to_owned();
    let file = desk.backup(&name);
    rots(&file);
    let listed = desk.run(&["backup", "list"]).done();
    assert!(listed.contains(&name) && listed.contains("klarade inte kontrollen och räknas inte"), "{listed}");
    let json: Value = serde_json::from_str(&desk.run(&["backup", "list", "--json"]).done()).unwrap();
    assert!(json["backups"][0]["damaged"].is_string(), "{json}");
    let words = ["klarade inte kontrollen", "backup list visar vilka som är hela"];
    desk.run(&["backup", "list", &name]).refused(&words);
    desk.run(&["backup", "restore", &name, &id]).refused(&words);
    std::fs::write(&file, "").unwrap();
    desk.run(&["backup", "list", &name]).refused(&words);
}

#[test]
fn a_backup_in_the_second_folder_is_found_when_the_one_beside_the_database_is_rotten() {
    let (desk, id) = desk();
    let name = desk.run(&["backup", "make"]).done().trim().to_owned();
    let second = desk.path("Andra disken");
    let folder = desk.database().parent().unwrap().to_owned();
    store::backup::copy_newest(&folder, &second, store::clock::moment()).unwrap();
    rots(&desk.backup(&name));
    let listed = desk.run(&["backup", "list"]).done();
    assert!(listed.starts_with(&name) && !listed.contains("räknas inte"), "{listed}");
    assert!(desk.run(&["backup", "list", &name]).done().starts_with(&format!("{id}  ")));
    std::fs::remove_file(desk.backup(&name)).unwrap();
    assert!(desk.run(&["backup", "restore", &name, &id]).done().contains(", kopia "));
}
