//! Project files, and what may be wrong with one.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use domain::catalogue::entry::{CheckKind, Checker, EntryRules, FollowUp};
use domain::refusal::Kind;
use store::project_file::{Changed, ProjectFile, parse, read, to_text, write};

use crate::support::{full, stamp};

fn file() -> ProjectFile {
    let first = stamp(0).revision_id(&[]);
    let second = stamp(0).revision_id(std::slice::from_ref(&first));
    ProjectFile { project: full("stadning"), lineage: vec![first, second], changed: None }
}

#[test]
fn a_file_comes_back_as_it_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Städning.samkrav");
    write(&path, &file()).unwrap();
    let back = read(&path).unwrap();
    assert_eq!(back.project.requirements.len(), full("stadning").requirements.len());
    assert_eq!(to_text(&back), fs::read_to_string(&path).unwrap(), "the same file gives the same bytes");
}

#[test]
fn a_file_has_one_value_a_line_so_that_two_can_be_compared() {
    let mut file = file();
    let before = to_text(&file);
    file.project.procurement.title = "Annan titel".to_owned();
    let after = to_text(&file);
    let differing =
        before.lines().zip(after.lines()).filter(|(a, b)| a != b).map(|(_, b)| b.trim().to_owned());
    let [checksum, title] = &differing.collect::<Vec<_>>()[..] else { panic!("two lines differ") };
    assert!(checksum.starts_with("\"content_sha256\": "), "{checksum}");
    assert_eq!(title, "\"title\": \"Annan titel\",");
}

/// A file whose first requirement was changed outside the program, with a sum that holds.
fn with_entry(change: impl Fn(&mut EntryRules)) -> String {
    let mut file = file();
    change(&mut Arc::make_mut(&mut file.project.requirements[0].entry).rules);
    to_text(&file)
}

#[test]
fn an_entry_with_figures_that_nothing_can_be_worked_out_from_is_refused() {
    check(&with_entry(|rules| rules.burden = i32::MAX), "Kravet ");
    assert!(said(&with_entry(|rules| rules.burden = i32::MAX)).contains("burden: ska vara 0 till 3"));
    let follow_up = |rules: &mut EntryRules| {
        rules.follow_up = Some(FollowUp {
            who: Checker::ContractManager,
            kind: CheckKind::Check,
            first_after_days: i32::MIN,
            every_months: None,
        });
    };
    assert!(said(&with_entry(follow_up)).contains("follow_up: "));
    assert!(said(&with_entry(|rules| rules.requires = vec!["ex-a".into(); 21])).contains("requires: "));
}

#[test]
fn a_requirement_stands_once_and_not_in_thousands() {
    let mut twice = file();
    twice.project.requirements.push(twice.project.requirements[0].clone());
    check(&to_text(&twice), "Kravet ");
    let mut many = file();
    let first = many.project.requirements[0].clone();
    many.project.requirements = vec![first; 1001];
    check(&to_text(&many), "Projektet har fler än 1000 krav.");
}

#[test]
fn the_layout_of_a_file_does_not_count() {
    let text = to_text(&file());
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(parse(&value.to_string()).unwrap(), parse(&text).unwrap());
}

/// What an officer reads who opens a file with this in it.
fn said(text: &str) -> String {
    let refusal = parse(text).unwrap_err();
    assert_eq!(refusal.kind, Kind::BadInput);
    assert_ne!(refusal.text.en, refusal.text.sv);
    refusal.to_string()
}

fn check(text: &str, words: &str) {
    let said = said(text);
    assert!(said.starts_with(words), "says: {said}\nnot:  {words}");
}

/// A whole file but for one place.
fn changed(what: &str, with: &str) -> String {
    let text = to_text(&file());
    assert!(text.contains(what), "{what} is in the file");
    text.replacen(what, with, 1)
}

fn cut_after(what: &str) -> String {
    let text = to_text(&file());
    let end = text.find(what).unwrap() + what.len();
    text[..end].to_owned()
}

#[test]
fn a_foreign_file_is_told_from_a_damaged_one() {
    let foreign = "Det här är ingen projektfil. Samkrav öppnar filer som slutar på .samkrav.";
    for text in
        ["", "%PDF-1.7", r#"{"format": "other"}"#, r#"{"format": "samkrav-project-2", "format_version": 1}"#]
    {
        check(text, foreign);
    }
    check(r#"["samkrav-project"]"#, "Filen är inte den JSON som väntades: den ska börja med {.");
    let comma = changed(r#""authority_name": "#, r#""authority_name" "#);
    check(
        &comma,
        "Filen är skadad: rad 15 går inte att läsa som JSON. Rätta raden eller be om filen på nytt.",
    );
}

#[test]
fn a_file_of_a_newer_program_says_so_whatever_else_it_holds() {
    let newer = changed(r#""format_version": 3"#, r#""format_version": 4, "news": []"#);
    let words = "Filen är gjord i en nyare version av Samkrav än din. Uppdatera Samkrav till den versionen, eller be om \
                 dokumenten som PDF eller Word. (Filen har format 4, och det här programmet läser till och med 3.)";
    check(&newer, words);
}

#[test]
fn a_file_of_an_older_program_opens() {
    let now = to_text(&file());
    for version in 1..3 {
        let older = now.replacen(r#""format_version": 3"#, &format!(r#""format_version": {version}"#), 1);
        assert!(older != now && parse(&older).unwrap() == parse(&now).unwrap());
    }
}

#[test]
fn a_file_that_ends_too_early_says_in_which_task() {
    let cases = [
        (r#""project": {"#, "på rad 9"),
        (r#""authority_name": "#, "mitt i avsnittet Upphandlingen"),
        (r#""answers": {"#, "mitt i avsnittet Behov och risker"),
        (r#""requirements": ["#, "mitt i avsnittet Krav"),
    ];
    for (last, place) in cases {
        check(&cut_after(last), &format!("Filen är inte hel. Den slutar {place}. Be om filen på nytt."));
    }
}

#[test]
fn a_field_that_does_not_fit_is_named() {
    let name = r#""authority_name": "#;
    let cases = [
        (r#""format_version": 3,"#, "", "Fältet format_version saknas."),
        (
            r#""format_version": 3"#,
            r#""format_version": "1""#,
            "Fältet format_version på rad 3 är ”1” men ska vara ett helt tal, minst 0.",
        ),
        (
            name,
            r#""authority_nam": "#,
            "Fältet project.procurement.authority_nam på rad 15 finns inte. Menade du authority_name?",
        ),
        (
            r#""project": {"#,
            r#""comment": 1, "project": {"#,
            "Fältet comment på rad 9 finns inte. Välj bland format, format_version,",
        ),
        (
            r#""id": "#,
            r#""id": "p", "id": "#,
            "Fältet project.id står två gånger, den andra på rad 10. Ta bort det ena.",
        ),
        (
            r#""chosen": true"#,
            r#""chosen": "ja""#,
            "Fältet project.requirements[0].chosen på rad 118 är ”ja” men ska vara true eller false.",
        ),
        (
            ": 36000000",
            r#": "mycket""#,
            "project.procurement.value_sek på rad 28: ”mycket” går inte att läsa som ett belopp.",
        ),
    ];
    for (what, with, words) in cases {
        check(&changed(what, with), words);
    }
}

#[test]
fn a_file_changed_outside_the_program_is_not_trusted() {
    let words = "Filen har ändrats utanför Samkrav eller skadats på vägen. Be om filen på nytt.";
    check(&changed(": 36000000", ": 36000001"), words);
    check(&changed(r#""format_version": 3"#, r#""format_version": 0"#), words);
    check(&changed(r#""lineage": ["#, r#""lineage": ["i går","#), words);
}

#[test]
fn who_changed_it_last_and_when_is_a_part_of_what_is_not_to_be_altered() {
    let changed = Changed { at: stamp(60).at, by: "Erik Sandström".to_owned() };
    let text = to_text(&ProjectFile { changed: Some(changed.clone()), ..file() });
    assert_eq!(parse(&text).unwrap().changed, Some(changed));
    assert!(said(&text.replacen("Erik", "Eva", 1)).starts_with("Filen har ändrats utanför Samkrav"));
}

#[test]
fn a_lineage_of_something_else_than_revisions_is_refused() {
    let text = to_text(&ProjectFile { lineage: vec!["i går".into()], ..file() });
    check(&text, "Filens historik är skadad: ”i går” är ingen ändring.");
}

#[test]
fn values_in_values_without_end_do_not_bring_the_program_down() {
    let deep = format!(r#""answers": {{"q1": {}{},"#, "[".repeat(50_000), "]".repeat(50_000));
    check(
        &changed(r#""answers": {"#, &deep),
        "Filen är skadad: värdena på rad 39 ligger för djupt i varandra.",
    );
}

/// What an officer reads who opens a file with these bytes.
fn said_of(bytes: &[u8]) -> String {
    said_of_named("Fil.samkrav", bytes)
}

fn said_of_named(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    read(&path).unwrap_err().to_string()
}

#[test]
fn a_file_that_is_only_named_as_ours_is_to_be_asked_for_again() {
    for bytes in [&b""[..], b"skr\xc3\xa4p", b"\x00\xff\x8a"] {
        let ours = said_of_named("Fil.SAMKRAV", bytes);
        assert!(ours.ends_with("Be om filen på nytt."), "{ours}");
        let foreign = said_of_named("Fil.txt", bytes);
        assert!(foreign.ends_with("Samkrav öppnar filer som slutar på .samkrav."), "{foreign}");
    }
}

#[test]
fn bytes_that_are_no_text_are_said_with_their_line() {
    assert!(said_of(b"PK\x03\x04\xff").starts_with("Det här är ingen projektfil."));
    let words =
        "Filen är inte text i UTF-8: rad 2 går inte att läsa. Spara filen som UTF-8 eller hämta den på nytt.";
    assert_eq!(said_of(b"{\"format\": \"samkrav-project\",\n\"id\": \"\xe5\""), words);
}

#[test]
fn a_file_that_would_eat_the_memory_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Stor.samkrav");
    fs::File::create(&path).unwrap().set_len(store::LARGEST + 1).unwrap();
    let words = "Filen är större än 64 MB. Kontrollera att du har valt rätt fil.";
    assert_eq!(read(&path).unwrap_err().to_string(), words);
}

#[test]
fn a_file_that_is_not_there_is_not_found() {
    let refusal = read(Path::new("/borta/Fil.samkrav")).unwrap_err();
    assert_eq!(refusal.kind, Kind::NotFound);
    assert_eq!(refusal.to_string(), "Filen /borta/Fil.samkrav finns inte. Kontrollera namnet och mappen.");
    assert_eq!(read(Path::new("/")).unwrap_err().to_string(), "/ är en mapp. Välj en fil.");
}
