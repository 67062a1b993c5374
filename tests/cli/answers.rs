//! Streams, help and the catalogue.

use crate::support::Desk;

#[test]
fn a_project_goes_through_streams() {
    let desk = Desk::new();
    let made = desk.run(&["new", "--from", "byggtjanster", "-o", "-"]).done();
    let chosen = desk.run_with(&["choose", "-", "--recommended"], &made).done();
    let said = desk.run_with(&["assess", "-"], &chosen).done();
    assert!(said.contains("[valt]"), "{said}");
    assert_eq!(desk.files(), Vec::<String>::new());
}

#[test]
fn an_answer_holds_no_colour_codes() {
    let desk = Desk::with("byggtjanster");
    for arguments in [&["--help"][..], &["assess", "P.samkrav"], &["catalogue", "list"]] {
        assert!(!desk.run(arguments).done().contains('\u{1b}'), "{arguments:?}");
    }
    assert!(!desk.run(&["nothing"]).error.contains('\u{1b}'));
}

#[test]
fn every_command_has_help_in_swedish() {
    let desk = Desk::new();
    let commands = ["new", "edit", "choose", "assess", "review", "export", "catalogue", "schema"];
    for arguments in commands.map(|command| vec![command, "--help"]).into_iter().chain([
        vec!["--help"],
        vec!["catalogue", "list", "--help"],
        vec!["catalogue", "show", "--help"],
        vec!["catalogue", "check", "--help"],
        vec!["catalogue", "import", "--help"],
        vec!["catalogue", "revert", "--help"],
        vec!["catalogue", "pack", "--help"],
    ]) {
        let help = desk.run(&arguments).done();
        assert!(help.contains("Användning:") && help.contains("Visa den här hjälpen"), "{help}");
        for english in
            ["Usage", "Options", "Arguments", "Commands", "OPTIONS", "Print help", "possible values"]
        {
            assert!(!help.contains(english), "{english}: {help}");
        }
    }
}

#[test]
fn the_catalogue_is_listed_and_shown() {
    let desk = Desk::new();
    assert!(desk.run(&["catalogue", "list"]).done().contains("emp-study-visit"));
    assert!(
        desk.run(&["catalogue", "show", "emp-study-visit"])
            .done()
            .starts_with("Studiebesök (emp-study-visit)\n")
    );
    let list: serde_json::Value =
        serde_json::from_str(&desk.run(&["catalogue", "list", "--json"]).done()).unwrap();
    let row = list.as_array().unwrap().iter().find(|row| row["id"] == "emp-study-visit").unwrap();
    assert_eq!(row["theme"], "employment");
    assert_eq!(row["title"]["sv"], "Studiebesök");
    let shown: serde_json::Value =
        serde_json::from_str(&desk.run(&["catalogue", "show", "emp-study-visit", "--json"]).done()).unwrap();
    assert_eq!(shown["parameters"][0]["name"], "visits");
    assert_eq!(shown["placement"], "contract_term");
}

#[test]
fn an_entry_is_shown_with_its_sections_under_each_act_and_regime() {
    let shown = Desk::new().run(&["catalogue", "show", "acc-service"]).done();
    assert!(shown.contains("  LOU utom 19 och 19 a kap.  9 kap. 2 § LOU (lag).\n"), "{shown}");
    let under = format!("  LOU, annonspliktig enligt 19 kap.\n{}19 kap. 2", " ".repeat(29));
    assert!(shown.contains(&under), "{shown}");
    assert!(shown.contains("  LUF, direktupphandling     19 a kap. 7 § LUF (vägledning)."), "{shown}");
    assert!(!shown.contains("LUK"), "LUK has no counterpart: {shown}");
}

/// What the manual says can be typed is typed.
#[test]
fn the_facts_in_the_manual_make_a_project() {
    let manual = include_str!("../../docs/command-line.md");
    let (_, from) = manual.split_once("`--facts` takes\n\n").unwrap();
    let (facts, _) = from.split_once("\n\nwith").unwrap();
    let desk = Desk::new();
    desk.run_with(&["new", "--facts", "-", "-o", "P.samkrav"], facts).done();
    assert!(desk.read("P.samkrav").contains("\"value_sek\": 2400000"));
}

#[test]
fn the_schema_is_that_of_the_project_file() {
    let schema: serde_json::Value = serde_json::from_str(&Desk::new().run(&["schema"]).done()).unwrap();
    assert!(schema["properties"]["content_sha256"].is_object());
}
