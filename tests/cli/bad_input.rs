//! What cannot be done: status 2, one line that says what is so and what to do, and nothing written.

use serde_json::{Value, json};

use crate::support::Desk;

/// A procurement with one field set is refused with these words.
fn facts(field: &str, value: &Value, words: &[&str]) {
    let desk = Desk::new();
    let facts = json!({ "procurement": { field: value } });
    desk.run_with(&["new", "--facts", "-", "-o", "P.samkrav"], &facts.to_string()).refused(words);
    assert_eq!(desk.files(), Vec::<String>::new(), "{field}");
}

#[test]
fn facts_that_do_not_fit() {
    facts("cpv", &json!(["45000001"]), &["45000001", "Närmast ligger 45000000-7"]);
    facts("cpv", &json!(["4500"]), &["4500", "åtta siffror"]);
    facts("value_sek", &json!(-1), &["value_sek", "under noll", "utan minustecken"]);
    facts("value_sek", &json!("tjugo"), &["”tjugo”", "Skriv värdet med siffror"]);
    facts("value_sek", &json!(0.4), &["value_sek", "mindre än en krona", "i hela kronor"]);
    facts("months", &json!(0), &["months", "minst 1"]);
    facts("titel", &json!("Städning"), &["procurement.titel", "Menade du title?"]);
    facts("act", &json!("lag"), &["act", "”lag”", "lou"]);
    facts("start", &json!("1 april"), &["start", "inget datum", "2027-04-01"]);
}

#[test]
fn an_amount_is_read_as_people_write_it() {
    let desk = Desk::new();
    let facts = json!({ "procurement": { "value_sek": "20 000 000 kr" } });
    let made = desk.run_with(&["new", "--facts", "-", "-o", "-"], &facts.to_string()).done();
    assert!(made.contains("\"value_sek\": 20000000"), "{made}");
}

#[test]
fn facts_that_are_no_facts() {
    let desk = Desk::new();
    let new = |input: &str| desk.run_with(&["new", "--facts", "-", "-o", "P.samkrav"], input);
    new("hej").refused(&["JSON"]);
    new("{\"procurement\": {").refused(&["inte hel"]);
    new("{}").refused(&["procurement", "saknas"]);
    let answers = |answers: &Value| new(&json!({ "procurement": {}, "answers": answers }).to_string());
    answers(&json!({ "q99": "yes" })).refused(&["q99"]);
    answers(&json!({ "q01": "kanske" })).refused(&["q01", "kanske"]);
    desk.run(&["new", "--facts", "saknas.json", "-o", "P.samkrav"]).refused(&["saknas.json", "finns inte"]);
    assert_eq!(desk.files(), Vec::<String>::new());
}

#[test]
fn an_unknown_example_names_those_there_are() {
    Desk::new().run(&["new", "--from", "skola", "-o", "P.samkrav"]).refused(&["skola", "stadning"]);
}

/// Choosing in an example is refused with these words, and the project is left as it was.
fn choice(arguments: &[&str], words: &[&str]) {
    let desk = Desk::with("byggtjanster");
    let before = desk.read("P.samkrav");
    desk.run(&[&["choose", "P.samkrav"], arguments].concat()).refused(words);
    assert_eq!(desk.read("P.samkrav"), before);
}

#[test]
fn choices_that_do_not_fit() {
    choice(&["emp-studyvisit"], &["emp-studyvisit", "Menade du emp-study-visit?"]);
    choice(&["emp-study-visit", "visits=1000"], &["visits", "1 till"]);
    choice(&["emp-study-visit", "visits=två"], &["”två”", "siffror"]);
    choice(&["emp-study-visit", "visit=2"], &["visit", "Värdena heter visits"]);
    choice(&["emp-study-visit", "visits"], &["visits", "NAMN=VÄRDE"]);
    choice(&["acc-passage", "entrance=kanske"], &["entrance", "ja eller nej"]);
    choice(&["emp-framework-step", "form=kurs"], &["form", "internship"]);
    choice(&["lab-terms-voluntary", "pay_table=1"], &["pay_table", "tabell", "samkrav edit"]);
    choice(&["--recommended", "emp-study-visit"], &["--recommended och KRAV"]);
    choice(&[], &["--recommended eller KRAV saknas"]);
}

#[test]
fn edits_that_are_no_edits() {
    let desk = Desk::with("stadning");
    let edit = |input: &str| desk.run_with(&["edit", "P.samkrav"], input);
    edit("hej").refused(&["JSON"]);
    edit("[{\"edit\": \"chose\", \"entry\": \"emp-dialogue\"}]").refused(&["”chose”", "choose"]);
    edit("[{\"edit\": \"fact\", \"field\": \"months\", \"value\": 0}]").refused(&["minst 1"]);
}

/// A field with a slip in its name would otherwise count as empty, and take away what stands there.
#[test]
fn an_edit_with_a_field_of_another_name_is_refused() {
    let desk = Desk::with("stadning");
    let edit = |edit: &Value| desk.run_with(&["edit", "P.samkrav"], &json!([edit]).to_string());
    edit(&json!({ "edit": "answer", "question": "q01", "svar": "work" })).refused(&["svar", "answer"]);
    edit(&json!({ "edit": "decide", "theme": "employment", "decison": {} }))
        .refused(&["decison", "Menade du decision?"]);
    edit(&json!({ "edit": "fact", "field": "value_sek", "valu": 5 }))
        .refused(&["”valu” men ska vara field eller value"]);
}

#[test]
fn a_page_pasted_where_a_name_stands_gives_a_line_that_can_be_read() {
    let desk = Desk::with("stadning");
    let page = "Städning av skolor. ".repeat(50_000);
    let edit = |edit: &Value| desk.run_with(&["edit", "P.samkrav"], &json!([edit]).to_string());
    for (refused, words) in [
        (edit(&json!({ "edit": "choose", "entry": page })), "Det finns inget krav Städning"),
        (edit(&json!({ "edit": "fact", "field": page, "value": 1 })), "kan inte vara ”Städning"),
        (edit(&json!({ "edit": "fact", "field": "value_sek", "value": page })), "som ett belopp."),
    ] {
        assert!(refused.error.chars().count() < 1300, "{}", refused.error);
        refused.refused(&[words]);
    }
}

/// A document from an example cannot be written there.
fn output(file: &str, words: &[&str]) {
    let desk = Desk::with("stadning");
    let arguments = ["export", "P.samkrav", "--document", "specification", "--as", "txt", "-o", file];
    desk.run(&arguments).refused(words);
    assert_eq!(desk.files(), ["P.samkrav"]);
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    output("saknas/Krav.txt", &["saknas/Krav.txt", "mappen saknas finns inte"]);
    output(".", &[". är en mapp"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_folder_and_a_full_disk_are_named() {
    use std::os::unix::fs::PermissionsExt;

    let desk = Desk::with("stadning");
    std::fs::create_dir(desk.path("låst")).unwrap();
    std::fs::set_permissions(desk.path("låst"), std::fs::Permissions::from_mode(0o555)).unwrap();
    let file = "låst/Krav.txt";
    let export = ["export", "P.samkrav", "--document", "specification", "--as", "txt", "-o", file];
    desk.run_without_privileges(&export).refused(&[file, "mappen låst går bara att läsa", "annan mapp"]);
    assert_eq!(desk.files(), ["P.samkrav", "låst"]);
    output("/dev/full", &["/dev/full", "disken är full", "Frigör plats"]);
}

#[test]
fn project_files_that_are_none() {
    let desk = Desk::with("stadning");
    desk.run(&["assess", "saknas.samkrav"]).refused(&["saknas.samkrav", "finns inte"]);
    desk.run_with(&["assess", "-"], "hej").refused(&["ingen projektfil"]);
    let altered = desk.read("P.samkrav").replacen("\"title\": \"", "\"title\": \"X", 1);
    desk.run_with(&["assess", "-"], &altered).refused(&["ändrats utanför Samkrav"]);
}

#[test]
fn a_command_line_that_cannot_be_read() {
    let desk = Desk::with("stadning");
    let refused = |arguments: &[&str], words: &[&str]| desk.run(arguments).refused(words);
    refused(&[], &["Säg vad som ska göras", "--help"]);
    refused(&["asses"], &["asses", "Menade du assess?"]);
    refused(&["judge", "P.samkrav"], &["Kommandot judge finns inte"]);
    refused(&["assess"], &["P.samkrav saknas"]);
    refused(&["assess", "P.samkrav", "--jso"], &["--jso", "Menade du --json?"]);
    refused(&["assess", "P.samkrav", "--date", "igår"], &["”igår”", "2027-04-01"]);
    refused(&["new", "-o", "x"], &["--from eller --facts saknas"]);
    refused(
        &["new", "--from", "stadning", "--facts", "x", "-o", "x"],
        &["--from och --facts", "tillsammans"],
    );
    let export = ["export", "P.samkrav", "--document", "specification", "-o", "-", "--as"];
    refused(&[&export[..], &["odt"]].concat(), &["--as", "”odt”", "pdf, docx, xlsx, csv, txt och json"]);
    assert_eq!(desk.files(), ["P.samkrav"]);
}

#[test]
fn a_command_that_would_write_over_what_it_reads_is_refused() {
    let desk = Desk::with("stadning");
    std::fs::write(desk.path("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
    std::fs::write(desk.path("Uppgifter.json"), "{\"procurement\": {}, \"answers\": {}}").unwrap();
    let before = ["P.samkrav", "logo.svg", "Uppgifter.json"].map(|file| desk.read(file));
    let refused = |arguments: &[&str], output: &str| {
        desk.run(&[arguments, &["-o", output]].concat()).refused(&[output, "samma fil", "annan fil"]);
    };
    let export = ["export", "P.samkrav", "--document", "specification", "--as", "pdf"];
    let same = if cfg!(unix) { "Länk.samkrav" } else { "./P.samkrav" };
    #[cfg(unix)]
    std::os::unix::fs::symlink("P.samkrav", desk.path(same)).unwrap();
    for output in ["P.samkrav", "./P.samkrav", same] {
        refused(&["copy", "P.samkrav", "--without", "history"], output);
        refused(&["copy", "P.samkrav", "--without", "notes"], output);
        refused(&export, output);
    }
    refused(&[&export[..], &["--logo", "logo.svg"]].concat(), "logo.svg");
    refused(&["new", "--facts", "Uppgifter.json"], "./Uppgifter.json");
    assert_eq!(["P.samkrav", "logo.svg", "Uppgifter.json"].map(|file| desk.read(file)), before);
}
