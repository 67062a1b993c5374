//! Each example all the way from `new` to the printed specification.

use crate::support::{Desk, EXAMPLES};

fn notice_fields(desk: &Desk, form: &str, language: &str) -> String {
    let arguments = ["export", "P.samkrav", "--document", "notice_fields", "--as", form, "-o", "-"];
    desk.run(&[&arguments[..], &["--language", language]].concat()).done()
}

fn exported(desk: &Desk, form: &str, file: &str) {
    let arguments = ["export", "P.samkrav", "--document", "specification", "--as", form, "-o", file];
    assert_eq!(desk.run(&arguments).done(), "");
}

fn all_the_way(example: &str) {
    let desk = Desk::with(example);
    let before = desk.run(&["assess", "P.samkrav"]).done();
    let chosen = desk.run(&["choose", "P.samkrav", "--recommended"]).done();
    for form in ["pdf", "docx", "xlsx", "csv", "txt", "json"] {
        exported(&desk, form, &format!("Krav.{form}"));
    }
    assert_eq!(
        desk.files(),
        ["Krav.csv", "Krav.docx", "Krav.json", "Krav.pdf", "Krav.txt", "Krav.xlsx", "P.samkrav"]
    );
    assert!(std::fs::read(desk.path("Krav.pdf")).unwrap().starts_with(b"%PDF-"));
    let text = desk.read("Krav.txt");
    for line in chosen.lines().filter_map(|line| line.split(" (").next()) {
        assert!(text.contains(line), "{example}: {line} saknas i kravspecifikationen");
    }
    assert!(serde_json::from_str::<serde_json::Value>(&desk.read("Krav.json")).unwrap().is_object());
    insta::assert_snapshot!(format!("{example}.assess"), before);
    insta::assert_snapshot!(format!("{example}.specification"), text);
    for language in ["sv", "en"] {
        let fields = notice_fields(&desk, "txt", language);
        insta::assert_snapshot!(format!("{example}.notice_fields.{language}"), fields);
    }
}

#[test]
fn arbetsklader() {
    all_the_way("arbetsklader");
}

#[test]
fn byggtjanster() {
    all_the_way("byggtjanster");
}

#[test]
fn it_system() {
    all_the_way("it-system");
}

#[test]
fn stadning() {
    all_the_way("stadning");
}

#[test]
fn the_assessment_as_json_keeps_its_shape() {
    for example in EXAMPLES {
        let answer = Desk::with(example).run(&["assess", "P.samkrav", "--json"]).done();
        insta::assert_snapshot!(format!("{example}.json"), answer);
    }
}

#[test]
fn the_notice_fields_are_a_release_of_open_contracting_in_json() {
    let answer = notice_fields(&Desk::with("byggtjanster"), "json", "sv");
    let package: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let release = &package["releases"][0];
    assert_eq!((&package["version"], &release["tag"][0]), (&"1.1".into(), &"planning".into()), "{answer}");
}

#[test]
fn the_same_day_gives_the_same_pdf() {
    let desk = Desk::with("byggtjanster");
    exported(&desk, "pdf", "one.pdf");
    exported(&desk, "pdf", "two.pdf");
    assert_eq!(std::fs::read(desk.path("one.pdf")).unwrap(), std::fs::read(desk.path("two.pdf")).unwrap());
}

#[test]
fn a_document_speaks_english_and_carries_the_day_it_is_given() {
    let desk = Desk::with("byggtjanster");
    let arguments = ["export", "P.samkrav", "--document", "specification", "--as", "txt", "-o", "-"];
    let text = desk.run(&[&arguments[..], &["--language", "en", "--date", "2027-03-04"]].concat()).done();
    assert!(text.starts_with("Requirement specification\n"), "{text}");
    assert!(text.contains("2027-03-04"), "{text}");
}
