//! The versions of a project that the window keeps, from the command line.

use domain::edit::{Edit, FactEdit};
use domain::text::Bilingual;
use serde_json::Value;
use store::{Stamp, Store, example};

use crate::support::Desk;

/// A desk whose user has a project with two titles behind it, and its versions.
fn desk() -> (Desk, String, Vec<String>) {
    let desk = Desk::new();
    let catalogue = domain::built_in::catalogue().unwrap();
    let stamp = Stamp::now("Anna Lindqvist").unwrap();
    let project = example::project("stadning", stamp.project_id(), &catalogue).unwrap();
    let mut store = Store::open(desk.database().parent().unwrap()).unwrap();
    let words = Bilingual::new("Projektet skapades", "The project was created");
    let mut versions = vec![store.create(&project, &catalogue, &stamp, words).unwrap().id];
    for title in ["Ett", "Två"] {
        let edit = Edit::Fact(FactEdit::Title(title.to_owned()));
        let edited = store.edit(&project.id, versions.last().unwrap(), &edit, &catalogue, &stamp).unwrap();
        versions.push(edited.revision.id);
    }
    (desk, project.id.to_string(), versions.iter().map(ToString::to_string).collect())
}

#[test]
fn each_change_is_listed_with_who_and_what_and_can_be_searched() {
    let (desk, id, versions) = desk();
    assert!(desk.run(&["history", "list"]).done().starts_with(&format!("{id}  Två ")));
    let all = desk.run(&["history", "list", &id]).done();
    assert!(
        all.starts_with(&versions[0]) && all.contains("\n  Projektet skapades (Anna Lindqvist)\n"),
        "{all}"
    );
    let found = desk.run(&["history", "list", &id, "namn", "TVÅ"]).done();
    assert!(found.starts_with(&versions[2]) && found.lines().count() == 2, "{found}");
    let json: Value = serde_json::from_str(&desk.run(&["history", "list", &id, "--json"]).done()).unwrap();
    assert_eq!(json["history"][1]["parents"], Value::from(vec![versions[0].clone()]));
}

#[test]
fn any_two_versions_are_compared() {
    let (desk, id, versions) = desk();
    let said = desk.run(&["history", "diff", &id, &versions[1], &versions[2]]).no();
    assert_eq!(said, "Namn på upphandlingen\n  A: Ett\n  B: Två\n");
    assert_eq!(desk.run(&["history", "diff", &id, &versions[1]]).no(), said);
    assert_eq!(desk.run(&["history", "diff", &id, &versions[2]]).done(), "Inget skiljer projekten åt.\n");
}

#[test]
fn a_version_gets_a_name_and_is_brought_back_as_a_new_one() {
    let (desk, id, versions) = desk();
    desk.run(&["history", "name", &id, &versions[1], "Skickad på remiss"]).done();
    assert!(desk.run(&["history", "list", &id, "remiss"]).done().contains(" ”Skickad på remiss”\n"));
    let said = desk.run(&["history", "restore", &id, &versions[1]]).done();
    assert!(said.ends_with("Tillbaka till en tidigare version: Skickad på remiss\n"), "{said}");
    let json: Value = serde_json::from_str(&desk.run(&["history", "list", &id, "--json"]).done()).unwrap();
    assert_eq!(json["history"].as_array().unwrap().len(), 4, "nothing is erased");
    assert_eq!(desk.run(&["history", "diff", &id, &versions[1]]).done(), "Inget skiljer projekten åt.\n");
}

#[test]
fn what_is_not_there_is_refused() {
    let (desk, id, _) = desk();
    desk.run(&["history", "list", "borta"]).refused(&["borta finns inte här"]);
    desk.run(&["history", "restore", &id, "borta"]).refused(&["ingen version borta"]);
    desk.run(&["history", "name", &id, "borta", "X"]).refused(&["ingen version borta"]);
}
