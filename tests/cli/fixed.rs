//! A fixed version from the command line: the same file each time, and none once the project says something else.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::support::Desk;

const EXPORT: [&str; 8] =
    ["export", "P.samkrav", "--document", "specification", "--as", "txt", "-o", "Krav.txt"];

/// An example with a requirement and a reason for each Stop.
fn without_stops() -> Desk {
    let desk = Desk::with("stadning");
    desk.run(&["choose", "P.samkrav", "emp-study-visit"]).done();
    let review: Value = serde_json::from_str(&desk.run(&["review", "P.samkrav", "--json"]).no()).unwrap();
    let stops = review["findings"].as_array().unwrap().iter().filter(|one| one["severity"] == "stop");
    let overrides = stops.map(|stop| {
        let finding = json!({ "code": stop["code"], "case": stop["case"], "place": stop["where"] });
        json!({ "edit": "override", "finding": finding, "reason": "Prövat med chefen före beslutet om kraven." })
    });
    let edits: Vec<Value> = overrides.collect();
    assert!(!edits.is_empty());
    edit(&desk, &json!(edits));
    desk
}

fn edit(desk: &Desk, edits: &Value) {
    desk.run_with(&["edit", "P.samkrav"], &edits.to_string()).done();
}

fn export(desk: &Desk, more: &[&str]) -> String {
    desk.run(&[&EXPORT[..], more].concat()).done();
    desk.read("Krav.txt")
}

#[test]
fn a_fixed_version_is_the_same_file_on_any_day_until_the_project_changes() {
    let desk = without_stops();
    assert!(export(&desk, &["--date", "2026-11-25"]).contains("version 0.1"));
    desk.run(&[&EXPORT[..], &["--final", "1.0"]].concat()).refused(&["Version 1.0 är inte fastställd."]);
    edit(&desk, &json!([{ "edit": "fix", "version": "1.0" }]));

    let fixed = export(&desk, &["--final", "1.0", "--date", "2026-11-26"]);
    assert!(fixed.contains("version 1.0") && fixed.contains("Fastställd"), "{fixed}");
    assert_eq!(export(&desk, &["--final", "1.0", "--date", "2027-03-01"]), fixed);
    assert!(export(&desk, &[]).contains("version 1.1"), "without it a draft");

    edit(&desk, &json!([{ "edit": "fact", "field": "title", "value": "En annan titel" }]));
    let changed = "Projektet har ändrats sedan version 1.0 fastställdes.";
    desk.run(&[&EXPORT[..], &["--final", "1.0"]].concat()).refused(&[changed]);
    desk.run(&[&EXPORT[..], &["--final", "ett"]].concat()).refused(&["”ett” är ingen version."]);
}

#[test]
fn a_checksum_that_no_document_has_is_refused_and_the_right_one_is_kept() {
    let desk = without_stops();
    let claim = |sum: &str| {
        let document = json!({ "document": "notice_fields", "language": "sv", "sha256": sum });
        json!([{ "edit": "fix", "version": "1.0", "documents": [document] }]).to_string()
    };
    let before = desk.read("P.samkrav");
    let refused = ["Ändring 1: Kontrollsumman hör inte till dokumentet notice_fields (sv)"];
    desk.run_with(&["edit", "P.samkrav"], &claim(&"0".repeat(64))).refused(&refused);
    assert_eq!(desk.read("P.samkrav"), before);

    let fields = [
        "export",
        "P.samkrav",
        "--document",
        "notice_fields",
        "--as",
        "pdf",
        "-o",
        "A.pdf",
        "--final",
        "1.0",
    ];
    let file = desk.read("P.samkrav");
    edit(&desk, &json!([{ "edit": "fix", "version": "1.0" }]));
    desk.run(&fields).done();
    let sum = sha256(&desk.path("A.pdf"));
    std::fs::write(desk.path("P.samkrav"), file).unwrap();
    desk.run_with(&["edit", "P.samkrav"], &claim(&sum)).done();
    assert!(desk.read("P.samkrav").contains(&sum));
}

/// By a program that is not ours.
fn sha256(file: &Path) -> String {
    let output = Command::new("sha256sum").arg(file).output().unwrap();
    String::from_utf8(output.stdout).unwrap().split(' ').take(1).collect()
}
