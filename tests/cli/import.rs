//! Out to a spreadsheet and back in.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::support::Desk;

const VISITS: &str = "emp-study-visit.visits";

/// A desk with Krav.xlsx, exported from an example with a study visit.
fn exported() -> Desk {
    let desk = Desk::with("byggtjanster");
    desk.run(&["choose", "P.samkrav", "emp-study-visit"]).done();
    let arguments = ["export", "P.samkrav", "--document", "specification", "--as", "xlsx", "-o", "Krav.xlsx"];
    assert_eq!(desk.run(&arguments).done(), "");
    desk
}

/// Where the number of visits stands in the sheet.
fn visits(desk: &Desk) -> String {
    let arguments = ["export", "P.samkrav", "--document", "specification", "--as", "json", "-o", "-"];
    assert!(desk.run(&arguments).done().contains("Studiebesök"));
    format!("Värden!E{}", 2 + before(desk, VISITS))
}

/// How many values stand before this one in the sheet.
fn before(desk: &Desk, id: &str) -> usize {
    let list = desk.path("ids.json");
    let script = "import json,openpyxl,sys;json.dump([row[0] for row in openpyxl.load_workbook(sys.argv[1])['Värden'].iter_rows(min_row=2,values_only=True)],open(sys.argv[2],'w'))";
    python(&["-c", script, desk.path("Krav.xlsx").to_str().unwrap(), list.to_str().unwrap()], "");
    let ids: Vec<String> = serde_json::from_str(&std::fs::read_to_string(&list).unwrap()).unwrap();
    std::fs::remove_file(list).unwrap();
    ids.iter().position(|other| other == id).unwrap()
}

fn python(arguments: &[&str], input: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut python = Command::new(root.join("scripts/form-check"));
    let mut child =
        python.current_dir(&root).arg("--python").args(arguments).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
}

/// What an officer does to the sheet in a spreadsheet.
fn change(desk: &Desk, cells: &Value) {
    let book = desk.path("Krav.xlsx");
    let job = json!({ "book": book, "files": [{ "to": book, "cells": cells }] });
    python(&["tests/documents/support/change.py"], &job.to_string());
}

#[test]
fn a_change_in_the_sheet_is_shown_and_written_only_when_asked_for() {
    let desk = exported();
    assert_eq!(desk.run(&["import", "P.samkrav", "Krav.xlsx"]).done(), "Inget är ändrat i bladet.\n");
    let place = visits(&desk);
    change(&desk, &json!({ (place.as_str()): 4 }));
    let before = desk.read("P.samkrav");
    let said = desk.run(&["import", "P.samkrav", "Krav.xlsx"]).done();
    let line = format!("Studiebesök ({place})\n  Antal besök per avtalsår: 2 → 4\n");
    assert!(said.contains(&line) && said.ends_with("Lägg till --write för att skriva.\n"), "{said}");
    assert_eq!(desk.read("P.samkrav"), before);
    let said = desk.run(&["import", "P.samkrav", "Krav.xlsx", "--write"]).done();
    assert!(said.contains(&line) && said.ends_with("Ändringarna är skrivna.\n"), "{said}");
    assert!(desk.read("P.samkrav").contains("\"visits\": 4"));
    assert_eq!(desk.files(), ["Krav.xlsx", "P.samkrav"]);
}

#[test]
fn one_change_that_cannot_be_made_keeps_all_from_being_written() {
    let desk = exported();
    let place = visits(&desk);
    change(&desk, &json!({ (place.as_str()): 1000, "Krav!D2": "Leverantören ska delta." }));
    let before = desk.read("P.samkrav");
    let said = desk.run(&["import", "P.samkrav", "Krav.xlsx", "--write"]).no();
    assert!(said.contains("Går inte:") && said.contains("Inget är skrivet"), "{said}");
    assert_eq!(desk.read("P.samkrav"), before);
}

#[test]
fn what_is_changed_and_not_taken_in_is_said_and_the_answer_is_no() {
    let desk = exported();
    let place = visits(&desk);
    change(&desk, &json!({ (place.as_str()): 4, "Krav!C2": "En annan rubrik" }));
    let said = desk.run(&["import", "P.samkrav", "Krav.xlsx", "--write"]).no();
    assert!(said.contains("Kolumnen Rubrik är ändrad i Krav!C2") && said.contains("är skrivet"), "{said}");
    assert!(desk.read("P.samkrav").contains("\"visits\": 4"));
    let said = desk.run(&["import", "P.samkrav", "Krav.xlsx"]).no();
    assert!(said.ends_with("Inget läses in från bladet.\n"), "{said}");
    change(&desk, &json!({ "Värden!E1": "Nytt värde" }));
    let before = desk.read("P.samkrav");
    let said = desk.run(&["import", "P.samkrav", "Krav.xlsx", "--write"]).no();
    assert!(said.contains("Bladet Värden (Värden!A1)") && said.contains("Inget är skrivet"), "{said}");
    assert_eq!(desk.read("P.samkrav"), before);
}

#[test]
fn a_sheet_of_another_project_and_a_file_that_is_none_are_refused() {
    let desk = exported();
    desk.run(&["new", "--from", "stadning", "-o", "S.samkrav"]).done();
    desk.run(&["import", "S.samkrav", "Krav.xlsx", "--write"]).refused(&["annat projekt"]);
    desk.run(&["import", "P.samkrav", "S.samkrav"]).refused(&["ingen Excel-fil", ".xlsx"]);
    desk.run(&["import", "P.samkrav", "saknas.xlsx"]).refused(&["saknas.xlsx", "finns inte"]);
    desk.run(&["import", "P.samkrav"]).refused(&["BLAD.xlsx saknas"]);
}
