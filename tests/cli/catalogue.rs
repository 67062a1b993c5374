//! The catalogue on the command line: checked, imported, listed whole.

use std::fs;

use serde_json::Value;

use crate::support::Desk;

/// The complete example of docs/catalogue.md.
fn documented() -> String {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/catalogue.md");
    let page = fs::read_to_string(page).unwrap();
    page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap().to_owned()
}

/// A desk with a file of an authority, changed in one place.
fn desk(from: &str, to: &str) -> Desk {
    let desk = Desk::new();
    fs::write(desk.path("eget.toml"), documented().replacen(from, to, 1)).unwrap();
    desk
}

/// A copy of the catalogue's folder, of another edition.
fn edition(desk: &Desk, name: &str, edition: &str) {
    let shipped = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/catalogue");
    for inner in ["", "entries", "texts"] {
        fs::create_dir_all(desk.path(name).join(inner)).unwrap();
        for file in fs::read_dir(shipped.join(inner)).unwrap().map(|file| file.unwrap().path()) {
            if file.is_file() {
                fs::copy(&file, desk.path(name).join(inner).join(file.file_name().unwrap())).unwrap();
            }
        }
    }
    change(
        desk,
        &format!("{name}/edition.toml"),
        "edition = \"2026:1\"",
        &format!("edition = \"{edition}\""),
    );
}

fn change(desk: &Desk, file: &str, from: &str, to: &str) {
    let text = desk.read(file);
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(desk.path(file), text.replacen(from, to, 1)).unwrap();
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_whole_catalogue_is_said_to_be_whole() {
    let desk = desk("", "");
    assert!(desk.run(&["catalogue", "check"]).done().starts_with("Katalogen är hel: utgåva 2026:1, "));
    assert!(desk.run(&["catalogue", "check", "eget.toml"]).done().contains("varav 1 egna"));
    edition(&desk, "utgåva", "2027:1");
    assert!(desk.run(&["catalogue", "check", "utgåva"]).done().contains("utgåva 2027:1"));
    let checked = json(&desk.run(&["catalogue", "check", "utgåva", "--json"]).done());
    assert_eq!((&checked["whole"], &checked["edition"]), (&Value::Bool(true), &Value::from("2027:1")));
    assert!(!desk.database().exists(), "to check keeps nothing");
}

#[test]
fn each_fault_is_a_line_and_the_answer_is_no() {
    let desk = desk("visits = 3", "visits = 99");
    change(&desk, "eget.toml", "\"gen-contact\"", "\"gen-kontakt\"");
    let said = desk.run(&["catalogue", "check", "eget.toml"]).no();
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.contains("eget.toml, emp-study-visit: defaults.visits: 99 ska vara 1 till 6\n"), "{said}");
    let checked = json(&desk.run(&["catalogue", "check", "eget.toml", "--json"]).no());
    assert_eq!(checked["faults"][1]["entry"], "ex-visit-day");
    edition(&desk, "utgåva", "2027:1");
    change(&desk, "utgåva/entries/children.toml", "level = ", "nivå = ");
    change(&desk, "utgåva/ladders.toml", "\"emp-dialogue\"", "\"emp-dialog\"");
    fs::write(desk.path("utgåva/texts/extra.toml"), "").unwrap();
    let said = desk.run(&["catalogue", "check", "utgåva"]).no();
    assert_eq!(said, "texts/extra.toml: filen hör inte till en utgåva\n");
    fs::remove_file(desk.path("utgåva/texts/extra.toml")).unwrap();
    let said = desk.run(&["catalogue", "check", "utgåva"]).no();
    assert!(said.starts_with("entries/children.toml, "), "{said}");
    desk.run(&["catalogue", "check", "ingen.toml"]).refused(&["ingen.toml finns inte"]);
}

#[test]
fn what_is_no_catalogue_is_refused_whole() {
    let desk = Desk::new();
    let refused = |bytes: &[u8], expected: &str| {
        fs::write(desk.path("fil.toml"), bytes).unwrap();
        for task in ["check", "import"] {
            let said = desk.run(&["catalogue", task, "fil.toml"]).no();
            assert!(said.contains(expected) && said.lines().count() == 1, "{said}");
        }
    };
    refused(b"", "ingen katalogfil");
    refused(b"\xff\xfe", "inte text i UTF-8");
    refused(b"{}", "fil.toml: rad 1: går inte att läsa som TOML");
    refused(&vec![b'#'; 9 * 1024 * 1024], "större än 8 MB");
    refused(
        b"format = \"samkrav-catalogue\"\nformat_version = 9\nprogram = \"3.0\"",
        "behöver Samkrav 3.0 eller senare",
    );
    assert!(!desk.database().exists(), "nothing was taken in");
}

#[test]
fn an_imported_file_holds_for_every_command() {
    let desk = desk("", "");
    let told = desk.run(&["catalogue", "import", "eget.toml"]).done();
    for words in [
        "varav 1 egna",
        "Ett krav är nytt\n",
        "(ex-visit-day)",
        "Ett krav är ändrat\n",
        "Ett krav är avstängt\n",
        "Tröskelvärdena ändras.",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    desk.run(&["new", "--from", "stadning", "-o", "P.samkrav"]).done();
    assert!(desk.run(&["choose", "P.samkrav", "ex-visit-day", "persons=7"]).done().contains("Yrkesdag"));
    desk.run(&["choose", "P.samkrav", "emp-holiday-job"]).refused(&["emp-holiday-job", "avstängt"]);
    assert!(!desk.run(&["catalogue", "list"]).done().contains("emp-holiday-job"));
    let again = desk.run(&["catalogue", "import", "eget.toml"]).done();
    assert!(again.contains("Inget ändras."), "{again}");
}

#[test]
fn a_colleague_without_the_file_reads_and_prints_the_same() {
    let mine = desk("", "");
    mine.run(&["catalogue", "import", "eget.toml"]).done();
    mine.run(&["new", "--from", "stadning", "-o", "P.samkrav"]).done();
    mine.run(&["choose", "P.samkrav", "ex-visit-day", "persons=7"]).done();
    let theirs = Desk::new();
    fs::copy(mine.path("P.samkrav"), theirs.path("P.samkrav")).unwrap();
    let print = |desk: &Desk| {
        let to = ["--document", "specification", "--as", "txt", "-o", "-"];
        desk.run(&[&["export", "P.samkrav"], &to[..]].concat()).done()
    };
    let printed = print(&theirs);
    assert!(printed.contains("Yrkesdag på Exempelstads arena"), "{printed}");
    assert_eq!(print(&mine), printed);
}

#[test]
fn the_import_before_holds_again_when_one_is_taken_back() {
    let desk = desk("", "");
    desk.run(&["catalogue", "revert", "own"]).refused(&["Ingen sådan fil är importerad"]);
    for _ in 0..2 {
        desk.run(&["catalogue", "import", "eget.toml"]).done();
    }
    change(&desk, "eget.toml", "title = \"Yrkesdag på Exempelstads arena\"", "title = \"Yrkesdagen\"");
    assert!(desk.run(&["catalogue", "import", "eget.toml"]).done().contains("Yrkesdagen (ex-visit-day)"));
    assert!(desk.run(&["catalogue", "revert", "own"]).done().contains("Yrkesdag på Exempelstads arena"));
    let said = desk.run(&["catalogue", "revert", "own"]).done();
    assert!(said.starts_with("Den senast importerade filen är borttagen."), "{said}");
    assert!(said.contains("Ett krav är borttaget"), "{said}");
    desk.run(&["catalogue", "show", "ex-visit-day"]).refused(&["ex-visit-day"]);
}

#[test]
fn an_edition_is_packed_imported_and_not_replaced_by_an_older_one() {
    let desk = Desk::new();
    edition(&desk, "ny", "2027:1");
    edition(&desk, "gammal", "2026:2");
    for name in ["ny", "gammal"] {
        desk.run(&["catalogue", "pack", name, "-o", &format!("{name}.toml")]).done();
    }
    assert!(desk.run(&["catalogue", "import", "ny.toml"]).done().contains("utgåva 2027:1"));
    desk.run(&["catalogue", "import", "gammal.toml"]).refused(&["Utgåva 2026:2 är äldre än 2027:1"]);
    assert!(
        desk.run(&["catalogue", "check"]).done().contains("utgåva 2026:1"),
        "the built-in one is as it was"
    );
}

#[test]
fn a_broken_library_is_said_and_stops_nothing() {
    let desk = Desk::new();
    fs::write(desk.database(), "inte en databas ".repeat(100)).unwrap();
    let answer = desk.run(&["catalogue", "show", "emp-study-visit"]);
    assert_eq!(answer.status, 0);
    assert!(answer.out.starts_with("Studiebesök"), "{}", answer.out);
    assert!(answer.error.starts_with("samkrav: ") && answer.error.lines().count() == 1, "{}", answer.error);
}

#[test]
fn the_list_as_json_has_every_entry_whole() {
    let desk = desk("", "");
    desk.run(&["catalogue", "import", "eget.toml"]).done();
    let list = json(&desk.run(&["catalogue", "list", "--json"]).done());
    let entries = list.as_array().unwrap();
    let find = |id: &str| entries.iter().find(|entry| entry["id"] == id).unwrap();
    assert_eq!(find("emp-holiday-job")["status"]["state"], "switched_off");
    assert_eq!(
        (&find("ex-visit-day")["own"], &find("ex-visit-day")["status"]["state"]),
        (&Value::Bool(true), &"active".into())
    );
    for entry in entries {
        for language in ["sv", "en"] {
            let words = &entry["words"][language];
            assert!(!words["duties"].as_array().unwrap().is_empty(), "{}", entry["id"]);
            for field in ["motive", "evidence_tender", "evidence_contract", "follow_up"] {
                assert_ne!(words[field].as_str().unwrap(), "", "{} {field}", entry["id"]);
            }
            assert!(words["practice"].is_array() && words["pitfalls"].is_array());
        }
    }
    assert!(entries.iter().any(|entry| entry["words"]["sv"]["arguments"].is_object()));
    assert!(find("emp-study-visit")["sources"][0]["checked_on"].is_string());
    assert_eq!(find("emp-study-visit")["parameters"][0]["source"]["default"], 3);
    let shown = json(&desk.run(&["catalogue", "show", "ex-visit-day", "--json"]).done());
    assert_eq!(&shown, find("ex-visit-day"));
    let told = |entry: &str| desk.run(&["catalogue", "show", entry]).done();
    assert!(told("ex-visit-day").contains("Eget krav: det kommer från den egna katalogen."));
    assert!(told("emp-holiday-job").contains("Avstängt i den egna katalogen"));
    assert!(!told("emp-study-visit").contains("egna katalogen"));
}

#[test]
fn a_file_is_read_from_standard_input_too() {
    let desk = Desk::new();
    assert!(desk.run_with(&["catalogue", "check", "-"], &documented()).done().contains("varav 1 egna"));
    let wrong = documented().replacen("visits = 3", "visits = 99", 1);
    let said = desk.run_with(&["catalogue", "import", "-"], &wrong).no();
    assert_eq!(said, "standard in, emp-study-visit: defaults.visits: 99 ska vara 1 till 6\n");
    assert!(desk.run_with(&["catalogue", "import", "-"], &documented()).done().contains("Ett krav är nytt"));
}

/// What does not fit is said in Swedish, with the field.
#[test]
fn a_field_that_does_not_fit_is_named_in_swedish() {
    let said = |from: &str, to: &str| desk(from, to).run(&["catalogue", "check", "eget.toml"]).no();
    let check = |from: &str, to: &str, expected: &str| {
        let said = said(from, to);
        assert!(said.contains(expected), "{expected} is not in {said}");
    };
    check(
        "follow_up_hours = 2",
        "follow_up_hour = 2",
        "follow_up_hour: fältet finns inte. Menade du follow_up_hours?",
    );
    check(
        "follow_up_hours = 2",
        "follow_up_hours = \"två\"",
        "follow_up_hours: är ”två” men ska vara ett tal",
    );
    check("level = \"base\"", "level = \"bas\"", "level: kan inte vara ”bas”. Menade du base?");
    check("checked_on = 2026-", "checked_on = \"i går\" # ", "checked_on: ”i går” är inget datum");
    check("\nversion = 1\n", "\n", "version: fältet saknas");
    check("follow_up_hours = 2", "follow_up_hours = 2\nfollow_up_hours = 3", "står redan tidigare i filen");
    check("follow_up_hours = 2", "follow_up_hours = ", "går inte att läsa som TOML");
}

#[test]
fn a_project_is_told_of_what_an_import_changes_and_takes_it_over_when_asked() {
    let desk = Desk::with("stadning");
    desk.run(&["choose", "P.samkrav", "emp-study-visit"]).done();
    assert_eq!(desk.assessed()["editions"], Value::Array(Vec::new()));
    fs::write(desk.path("eget.toml"), documented()).unwrap();
    desk.run(&["catalogue", "import", "eget.toml"]).done();
    let editions = desk.assessed()["editions"].clone();
    assert_eq!(
        (&editions[0]["entry"], &editions[0]["changes"]),
        (&"emp-study-visit".into(), &json("[\"values\"]"))
    );
    let told = desk.run(&["assess", "P.samkrav"]).done();
    for words in
        ["Ändrat i kravbiblioteket", "Ändrat: Studiebesök (emp-study-visit)", "Värden, nu", "accept_edition"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    let accept = r#"[{ "edit": "accept_edition", "entry": "emp-study-visit" }]"#;
    let said = desk.run_with(&["edit", "P.samkrav"], accept).done();
    assert_eq!(said, "Tog över det som gäller nu: Studiebesök\n");
    assert_eq!(desk.assessed()["editions"], Value::Array(Vec::new()));
}

/// A project keeps its entries whole, and JSON has no inf: written once, it could not be read again.
#[test]
fn a_number_that_is_none_is_refused_before_a_project_can_hold_it() {
    for odd in ["nan", "inf", "-inf"] {
        let desk = desk("at_least = 6", &format!("at_least = {odd}"));
        let said = desk.run(&["catalogue", "import", "eget.toml"]).no();
        assert!(said.contains("ex-visit-day: ") && said.contains("ska vara tal"), "{said}");
        let desk = self::desk("default = 5", &format!("default = {odd}"));
        desk.run(&["catalogue", "import", "eget.toml"]).no();
    }
}

#[test]
fn a_condition_that_asks_for_thousands_of_things_is_refused_at_once() {
    let asks = "{ fact = \"months\", at_least = 6 }, ".repeat(60_000);
    let desk = desk("when = { all = [", &format!("when = {{ all = [{asks}"));
    assert!(desk.run(&["catalogue", "check", "eget.toml"]).no().contains("högst 200 saker"));
}

#[test]
fn a_title_with_signs_that_steer_a_terminal_is_printed_without_them() {
    let desk = desk("title = \"Yrkesdag på", "title = \"\\u001b[31mYrkes\\u202edag\\u2028på");
    let imported = desk.run(&["catalogue", "import", "eget.toml"]).done();
    desk.run(&["new", "--from", "stadning", "-o", "P.samkrav"]).done();
    let chosen = desk.run(&["choose", "P.samkrav", "ex-visit-day"]).done();
    let shown = desk.run(&["catalogue", "show", "ex-visit-day"]).done();
    for text in [imported, chosen, shown, desk.run(&["catalogue", "list"]).done()] {
        assert!(text.contains("[31mYrkes dag på"), "{text}");
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{2028}']), "{text:?}");
    }
}

#[test]
fn the_name_of_an_own_entry_begins_with_something_of_its_own() {
    for name in ["x", "-", "-x", "x-", "x--y", "emp-day"] {
        let desk = Desk::new();
        fs::write(desk.path("eget.toml"), documented().replace("ex-visit-day", name)).unwrap();
        let said = desk.run(&["catalogue", "check", "eget.toml"]).no();
        assert!(said.contains(&format!("{name}: namnet ")), "{name}: {said}");
    }
}

#[test]
fn an_edition_has_one_name() {
    for name in ["0:0", "+2028:1", "2028:01", "2028:+1", "28:1", "2028"] {
        let desk = Desk::new();
        edition(&desk, "utgåva", name);
        let said = desk.run(&["catalogue", "check", "utgåva"]).no();
        assert!(said.contains("edition: skriv år och nummer"), "{name}: {said}");
    }
}

/// A hundred times what an authority has: refused with a line, and not looked through for minutes.
#[test]
fn a_part_that_is_longer_than_anybody_needs_is_refused_at_once() {
    let desk = Desk::new();
    let refused = |text: String, part: &str| {
        fs::write(desk.path("eget.toml"), text).unwrap();
        let said = desk.run(&["catalogue", "check", "eget.toml"]).no();
        assert_eq!(said, format!("eget.toml: {part}: får ha högst 1000 poster\n"));
    };
    let off = "\"emp-holiday-job\", ".repeat(100_000);
    refused(documented().replacen("\"emp-holiday-job\"", &off, 1), "switched_off");
    let all = documented();
    let (head, rest) = all.split_once("[entries.ex-visit-day]").unwrap();
    let (entry, words) = rest.split_once("[texts.sv.ex-visit-day]").unwrap();
    let named =
        |n: usize| ["[entries.ex-visit-day]", entry].concat().replace("ex-visit-day", &format!("ex-{n}"));
    let many: String = (0..1001).map(named).collect();
    refused(format!("{head}{many}[texts.sv.ex-visit-day]{words}"), "entries");
}

#[test]
fn everyday_words_find_requirements_and_codes() {
    let desk = Desk::new();
    let page = desk.run(&["catalogue", "search", "sommarjobb"]).done();
    assert!(page.contains("emp-holiday-job") && !page.contains("CPV"), "{page}");
    let page = desk.run(&["catalogue", "search", "städning", "av", "skolor"]).done();
    assert!(page.contains("90919300-5 Städning av skolor"), "{page}");
    let found = json(&desk.run(&["catalogue", "search", "9091", "--json"]).done());
    assert_eq!(
        (&found["codes"][0]["id"], &found["codes"][0]["title"]["found"][0]),
        (&"90910000".into(), &"9091".into())
    );
    let page = desk.run(&["catalogue", "search", "90910000-8"]).done();
    let other = "Kontrollsiffran stämmer inte i 90910000-8, koden är 90910000-9.";
    assert!(page.contains(other) && !page.contains("90917000"), "{page}");
    let page = desk.run(&["catalogue", "search", "wheelchair"]).done();
    assert!(page.contains("33193120"), "{page}");
    let said = desk.run(&["catalogue", "search", "qwrtz"]).no();
    assert!(said.contains("Inget hittades"), "{said}");
}
