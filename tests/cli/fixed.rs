//! A fixed version from the command line: the same file each time, and none once the project says something else.

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
