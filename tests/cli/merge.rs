//! Two copies of a project file.

use serde_json::{Value, json};

use crate::support::Desk;

/// A desk with Bas.samkrav, and two copies of it that have been worked on.
fn copies(a: &Value, b: &Value) -> Desk {
    let desk = Desk::with("byggtjanster");
    desk.run(&["choose", "P.samkrav", "emp-study-visit"]).done();
    for (name, edits) in [("A.samkrav", a), ("B.samkrav", b)] {
        std::fs::copy(desk.path("P.samkrav"), desk.path(name)).unwrap();
        desk.run_with(&["edit", name], &edits.to_string()).done();
    }
    desk
}

fn fact(field: &str, value: impl Into<Value>) -> Value {
    json!({ "edit": "fact", "field": field, "value": value.into() })
}

const MERGE: [&str; 6] = ["merge", "P.samkrav", "A.samkrav", "B.samkrav", "-o", "Ut.samkrav"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    MERGE.iter().chain(more).copied().collect()
}

#[test]
fn what_differs_is_said_and_answered_with_no() {
    let desk = copies(&json!([fact("value_sek", 30_000_000)]), &json!([]));
    let said = desk.run(&["diff", "P.samkrav", "A.samkrav"]).no().replace('\u{a0}', " ");
    assert_eq!(said, "Värde exklusive moms\n  A: 20 000 000 kr\n  B: 30 000 000 kr\n");
    assert_eq!(desk.run(&["diff", "P.samkrav", "B.samkrav"]).done(), "Inget skiljer projekten åt.\n");
    let json: Value =
        serde_json::from_str(&desk.run(&["diff", "P.samkrav", "A.samkrav", "--json"]).no()).unwrap();
    let [difference] = &json["differences"].as_array().unwrap()[..] else { panic!("one: {json}") };
    assert_eq!(
        (&difference["field"], &difference["kind"]),
        (&json!("procurement.value_sek"), &json!("changed"))
    );
}

#[test]
fn what_each_has_done_stands_in_the_file_that_is_written() {
    let desk = copies(&json!([fact("reference", "KS 2027/1")]), &json!([fact("option_months", 24)]));
    let said = desk.run(&MERGE).done();
    assert!(
        said.contains("A: Diarienummer: KS 2027/1\n") && said.contains("B: Förlängningar: 24\n"),
        "{said}"
    );
    assert!(said.ends_with("Projekten är ihopslagna.\n"), "{said}");
    let project: Value = serde_json::from_str(&desk.read("Ut.samkrav")).unwrap();
    let facts = &project["project"]["procurement"];
    assert_eq!((&facts["reference"], &facts["option_months"]), (&json!("KS 2027/1"), &json!(24)));
    assert_eq!(project["lineage"].as_array().unwrap().len(), 5, "both histories and the merge");
}

#[test]
fn a_conflict_is_said_and_nothing_is_written_until_it_is_decided() {
    let visits = |n: i32| json!({ "edit": "set_parameter", "entry": "emp-study-visit", "parameter": "visits", "value": n });
    let desk =
        copies(&json!([fact("title", "Mitt"), visits(3)]), &json!([fact("title", "Deras"), visits(4)]));
    let said = desk.run(&MERGE).no();
    assert!(said.contains("(procurement.title, krockar)\n  Bas: "), "{said}");
    let visits = "Studiebesök, antal besök per avtalsår (requirements.emp-study-visit.values.visits,
krockar)
  Bas: två (inte ändrat)
  A: tre
  B: fyra
";
    assert!(said.contains(visits), "{said}");
    assert!(!desk.path("Ut.samkrav").exists());

    desk.run(&with(&["--choose", "procurement.title=b"])).no();
    assert!(!desk.path("Ut.samkrav").exists());
    desk.run(&with(&["--choose", "procurement.title=b", "--take", "a"])).done();
    let project: Value = serde_json::from_str(&desk.read("Ut.samkrav")).unwrap();
    assert_eq!(project["project"]["procurement"]["title"], "Deras");
    assert!(desk.run(&["diff", "A.samkrav", "Ut.samkrav"]).no().starts_with("Namn på upphandlingen"));
}

#[test]
fn a_merge_answers_in_json() {
    let desk =
        copies(&json!([fact("title", "Mitt")]), &json!([fact("title", "Deras"), fact("option_months", 24)]));
    let json: Value = serde_json::from_str(&desk.run(&with(&["--json"])).no()).unwrap();
    assert_eq!(json["written"], false);
    assert_eq!(
        json["changes"],
        json!([{ "field": "procurement.option_months", "label": "Förlängningar", "by": "b", "kind": "added" }])
    );
    let conflict = &json["conflicts"][0];
    assert_eq!(
        (&conflict["a"], &conflict["b"], &conflict["chosen"]),
        (&json!("Mitt"), &json!("Deras"), &Value::Null)
    );
}

#[test]
fn without_a_base_what_only_one_has_filled_in_is_taken() {
    let desk = copies(&json!([fact("option_months", 24)]), &json!([fact("reference", "")]));
    desk.run(&["merge", "A.samkrav", "B.samkrav", "-o", "Ut.samkrav"]).done();
    let project: Value = serde_json::from_str(&desk.read("Ut.samkrav")).unwrap();
    let facts = &project["project"]["procurement"];
    assert_eq!((&facts["option_months"], &facts["reference"]), (&json!(24), &json!("KS 2026/0417")));
}

#[test]
fn the_merged_project_can_go_to_standard_output() {
    let desk = copies(&json!([fact("option_months", 24)]), &json!([]));
    let out = desk.run(&["merge", "P.samkrav", "A.samkrav", "B.samkrav", "-o", "-"]).done();
    assert!(serde_json::from_str::<Value>(&out).unwrap()["project"]["procurement"]["option_months"] == 24);
}

#[test]
fn what_cannot_be_merged_is_refused() {
    let desk = copies(&json!([]), &json!([]));
    desk.run(&["new", "--from", "stadning", "-o", "Annat.samkrav"]).done();
    desk.run(&["merge", "P.samkrav", "Annat.samkrav", "-o", "Ut.samkrav"]).refused(&["två olika projekt"]);
    desk.run(&with(&["--choose", "procurement.title=c"])).refused(&["är inget val"]);
    desk.run(&with(&["--choose", "procurement.title=b"])).refused(&["procurement.title krockar inte"]);
    desk.run(&["merge", "P.samkrav", "-o", "Ut.samkrav"]).refused(&["--help"]);
    desk.run(&["diff", "P.samkrav", "Borta.samkrav"]).refused(&["finns inte"]);
}

#[test]
fn what_is_said_of_a_field_is_said_once() {
    let desk = copies(&json!([fact("title", "Mitt")]), &json!([fact("title", "Deras")]));
    let title = |text: &str| format!("procurement.title={text}");
    desk.run(&with(&["--write", &title("Ett"), "--write", &title("Två")])).refused(&["anges två gånger"]);
    desk.run(&with(&["--write", &title("Ett"), "--choose", &title("b")])).refused(&["anges två gånger"]);
    assert!(!desk.path("Ut.samkrav").exists());
}

#[test]
fn an_own_text_decides_nothing_else() {
    let decide = |outcome: &str| {
        json!([{ "edit": "decide", "theme": "children",
            "decision": { "outcome": outcome, "reason": "Utreds av nämnden under året." } }])
    };
    let desk = copies(&decide("not_now"), &decide("not_relevant"));
    for sides in [["A.samkrav", "B.samkrav"], ["B.samkrav", "A.samkrav"]] {
        let write = "decisions.children=Egen text";
        desk.run(&["merge", "P.samkrav", sides[0], sides[1], "-o", "Ut.samkrav", "--write", write])
            .refused(&["decisions.children är ingen text som går att skriva om"]);
    }
}

#[test]
fn a_base_that_a_copy_does_not_come_from_takes_nothing_away() {
    let reason = "Utreds av nämnden under året.";
    let decide = json!([{ "edit": "decide", "theme": "children",
        "decision": { "outcome": "not_now", "reason": reason } }]);
    let desk = Desk::with("stadning");
    desk.run_with(&["edit", "P.samkrav"], &decide.to_string()).done();
    desk.run(&["copy", "P.samkrav", "-o", "Utan.samkrav", "--without", "notes"]).done();
    let merged = desk.run(&["merge", "P.samkrav", "P.samkrav", "Utan.samkrav", "-o", "Ut.samkrav"]);
    assert_eq!(merged.status, 0);
    assert!(merged.error.contains("används inte"), "{}", merged.error);
    assert!(desk.read("Ut.samkrav").contains(reason));
}

#[test]
fn a_text_that_is_one_line_stays_one() {
    let desk = copies(&json!([fact("title", "Mitt")]), &json!([fact("title", "Deras")]));
    desk.run(&with(&["--write", "procurement.title=Städning\noch\tlokalvård"])).done();
    let project: Value = serde_json::from_str(&desk.read("Ut.samkrav")).unwrap();
    assert_eq!(project["project"]["procurement"]["title"], json!("Städning och lokalvård"));
    let long = format!("procurement.title={}", "å".repeat(60_000));
    desk.run(&with(&["--write", &long])).refused(&["fler än 1000 tecken"]);
}

#[test]
fn an_own_text_is_written_out_of_both() {
    let desk = copies(&json!([fact("title", "Städning")]), &json!([fact("title", "Lokalvård")]));
    let said = desk.run(&with(&["--write", "procurement.title=Städning och lokalvård"])).done();
    assert!(said.contains("(procurement.title, egen text)"), "{said}");
    let project: Value = serde_json::from_str(&desk.read("Ut.samkrav")).unwrap();
    assert_eq!(project["project"]["procurement"]["title"], json!("Städning och lokalvård"));
    let json: Value =
        serde_json::from_str(&desk.run(&with(&["--write", "procurement.title=Egen", "--json"])).done())
            .unwrap();
    assert_eq!(json["conflicts"][0]["chosen"], json!({ "own": "Egen" }));
    desk.run(&with(&["--write", "procurement.unit=X"])).refused(&["krockar inte"]);
}
