//! What is imported beside the catalogue that is built in: taken whole, or refused with every fault named.

use std::fs;

use crate::support::{SHIPPED, TODAY, apply, example, root};
use domain::assess::assess;
use domain::catalogue::Catalogue;
use domain::catalogue::library::{self, Difference, FileKind, LARGEST, Library, LibraryFile};
use domain::catalogue::load::{self, Fault, File};
use domain::catalogue::parameter::{ParameterValue, Source};
use domain::edit::Edit;
use domain::procurement::regime;
use domain::procurement::regime_words::explain;
use domain::requirements::wording::plain;
use domain::requirements::words::Speaker;
use domain::text::Language;
use jiff::civil::date;

/// The complete example of docs/catalogue.md.
fn documented() -> String {
    let page = fs::read_to_string(root().join("docs/catalogue.md")).unwrap();
    page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap().to_owned()
}

fn own(text: &str) -> Result<Catalogue, Vec<Fault>> {
    match library::read("eget.toml", text)? {
        LibraryFile::Own(own) => own.beside(&SHIPPED, "eget.toml"),
        LibraryFile::Edition(_) => panic!("an own file is expected"),
    }
}

/// The built-in files with one text changed, as one file.
fn edition(file: &str, from: &str, to: &str) -> String {
    let old = domain::built_in::FILES.iter().find(|(name, _)| *name == file).unwrap().1;
    assert!(old.contains(from), "{file} has no {from}");
    let new = old.replacen(from, to, 1);
    let of =
        |(name, text): &File<'static>| (*name, if *name == file { new.clone() } else { (*text).to_owned() });
    let files: Vec<(&str, String)> = domain::built_in::FILES.iter().map(of).collect();
    library::pack(&files.iter().map(|(name, text)| (*name, &**text)).collect::<Vec<_>>())
}

fn newer() -> String {
    edition("edition.toml", "edition = \"2026:1\"", "edition = \"2027:1\"")
}

/// The example with one text changed has a fault that says so.
#[track_caller]
fn refused(from: &str, to: &str, expected: &str) {
    let text = documented();
    assert!(text.contains(from), "the example has no {from}");
    let faults = own(&text.replacen(from, to, 1)).err().unwrap_or_default();
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(said.iter().any(|fault| fault.contains(expected)), "{expected} is not in {said:#?}");
    assert!(said.iter().all(|fault| fault.starts_with("eget.toml")), "{said:#?}");
}

// ---- An authority's own file

#[test]
fn the_example_in_the_manual_holds() {
    let catalogue = own(&documented()).unwrap();
    let entry = catalogue.entry(&"ex-visit-day".into()).unwrap();
    assert!(catalogue.is_offered(&entry.id) && catalogue.own.contains(&entry.id));
    assert!(!catalogue.is_offered(&"emp-holiday-job".into()), "it is switched off");
    assert!(catalogue.entry(&"emp-holiday-job".into()).is_some(), "it is kept");
    let visits = &catalogue.entry(&"emp-study-visit".into()).unwrap().rules.parameters["visits"];
    assert_eq!(visits.source, Source::Default(ParameterValue::number(3.0)));
    let in_2028 = catalogue.thresholds_on(date(2028, 5, 1)).unwrap();
    assert_eq!(in_2028.lou.sub_central.0, 2_500_000);
    assert_eq!(catalogue.thresholds_on(TODAY), SHIPPED.thresholds_on(TODAY));
}

#[test]
fn own_thresholds_hold_before_the_catalogues_in_their_time() {
    let text = documented().replace("valid_from = 2028-01-01", "valid_from = 2027-01-01");
    let catalogue = own(&text).unwrap();
    let period = catalogue.thresholds_on(date(2027, 5, 1)).unwrap();
    assert_eq!(period.lou.sub_central.0, 2_500_000);
    let said = regime::follows_from(&example("stadning").procurement, None, Some(period), &SHIPPED.cpv);
    let words = explain(&said, &example("stadning").procurement, &catalogue.phrases);
    assert!(
        words.status.unwrap().sv.starts_with("Kronbeloppet är myndighetens eget"),
        "whose figures they are"
    );
    assert_eq!(catalogue.thresholds_on(TODAY), SHIPPED.thresholds_on(TODAY));
}

#[test]
fn what_is_switched_off_is_never_recommended() {
    let project = example("stadning");
    let recommended = |catalogue: &Catalogue| -> Vec<String> {
        assess(&project, catalogue, TODAY).recommendations.iter().map(|r| r.entry.to_string()).collect()
    };
    let before = recommended(&SHIPPED);
    let candidate = before.iter().find(|id| id.starts_with("emp-")).unwrap();
    let text = documented().replace("emp-holiday-job", candidate);
    assert!(!recommended(&own(&text).unwrap()).contains(candidate));
}

#[test]
fn an_own_entry_is_chosen_and_speaks_like_any_other() {
    let catalogue = own(&documented()).unwrap();
    let choose = Edit::Choose { entry: "ex-visit-day".into() };
    let project = apply(&example("stadning"), &choose, &catalogue).unwrap();
    let assessment = assess(&project, &catalogue, TODAY);
    let entry = assessment.catalogue.entry(&"ex-visit-day".into()).unwrap();
    let said = Speaker::new(&project, &assessment, Language::Sv).requirement(entry);
    assert!(plain(&said.duties()[0]).contains("minst fem\u{a0}personer åt gången"), "{:?}", said.duties());
    assert!(assessment.active_for(&"gen-contact".into()).is_some(), "its companions come along");
}

#[test]
fn an_own_file_holds_no_more_than_it_may() {
    refused(
        "[entries.ex-visit-day]",
        "[questions.q99]\ngroup = \"goods\"\n[entries.ex-visit-day]",
        "questions",
    );
    refused("[entries.ex-visit-day]", "[legal_bases.own]\n[entries.ex-visit-day]", "legal_bases");
    refused(
        "burden = 1\n",
        "burden = 1\nduty_when = { fact = \"work\", is = true }\n",
        "ex-visit-day: duty_when: ett eget krav",
    );
    refused(
        "\"social_contract_term\"",
        "\"own_section\"",
        "ex-visit-day: legal_basis: own_section finns inte",
    );
    refused("authority = \"Exempelstads kommun\"", "authority = \" \"", "authority: namnet saknas");
}

#[test]
fn an_own_entry_stands_on_what_is_there() {
    refused("fact = \"months\"", "fact = \"manader\"", "ex-visit-day: faktan manader finns inte");
    refused("{persons|en person|personer}", "{antal}", "texts.sv: värdet {antal} finns inte");
    refused("\"gen-contact\",", "\"gen-kontakt\",", "ex-visit-day: requires: gen-kontakt finns inte");
    refused(
        "requires = [",
        "requires = [\"ex-visit-day\", ",
        "requires: ex-visit-day → ex-visit-day går i ring",
    );
    refused(
        "need = [{ points = 3, when = {",
        "need = [{ points = 3, when = { not = {",
        "eget.toml, ex-visit-day: rad ",
    );
    refused("has = \"first_contact\"", "has = \"fika\"", "faktan goals kan inte ha värdet fika");
    refused(
        "\"gen-contact\", \"gen-remedy\"]",
        "\"gen-contact\"]",
        "sanction: rättelse kräver att gen-remedy står i requires",
    );
    refused("burden = 1", "burden = 2147483647", "burden: ska vara 0 till 3");
    refused("checked_on = 2026-11-25", "checked_on = 9999-12-31", "checked_on: ska vara en dag från 2000");
    refused(
        "version = 1\nchecked_on = 2026-11-25",
        "version = 1\nchecked_on = 0026-11-25",
        "eget.toml, ex-visit-day: checked_on: ska vara en dag från 2000",
    );
    refused("follow_up_hours = 2", "follow_up_hours = nan", "follow_up_hours: ska vara");
    refused("every_months = 12", "every_months = 0", "follow_up: ska vara");
    refused("theme = \"employment\"", "theme = \"fika\"", "theme");
    refused("theme = \"employment\"", "", "theme: fältet saknas");
    refused("kind = \"count\"", "kind = \"antal\"", "parameters.persons.kind");
    refused("class = \"candidate\"", "class = \"candidate\"\ncolour = \"red\"", "colour");
}

#[test]
fn an_own_entry_has_a_name_that_is_seen_and_stands_beside_itself() {
    refused("title = \"Yrkesdag på Exempelstads arena\"", "title = \"\u{200b}\"", "title: texten saknas");
    let excluded = "group = \"contact\"\nconflicts = [\"ex-visit-day\"]";
    refused("group = \"contact\"", excluded, "utesluter sig självt");
}

/// What would be printed as a demand for "minst −5 personer", or as a check in 1929.
#[test]
fn no_figure_of_an_own_entry_is_one_that_no_requirement_has() {
    for (from, to) in [
        ("range = [1, 20]\ndefault = 5", "range = [-5, 20]\ndefault = -5"),
        ("range = [1, 20]", "range = [1.5, 20]"),
        ("range = [1, 20]", "range = [1, 1e300]"),
    ] {
        refused(from, to, "range ska gå från lägst 0");
    }
    refused("first_after_days = 180", "first_after_days = -36000", "högst ett år före avtalsstart");
}

#[test]
fn an_own_name_is_its_own() {
    let renamed = |to: &str| documented().replace("ex-visit-day", to);
    let said = |text: &str| own(text).unwrap_err().iter().map(ToString::to_string).collect::<String>();
    assert!(said(&renamed("emp-dialogue")).contains("emp-dialogue: kravet finns redan i kravbiblioteket"));
    assert!(said(&renamed("emp-visit-day")).contains("namnet får inte börja med emp-"));
    assert!(said(&renamed("Ex_visit")).contains("små bokstäver"));
    let twice = documented() + "\n[entries.ex-visit-day]\ntheme = \"children\"\n";
    assert!(said(&twice).contains("eget.toml, ex-visit-day: rad "), "{}", said(&twice));
}

#[test]
fn both_languages_are_there() {
    let english = documented();
    let (before, after) = (english.find("[texts.en.").unwrap(), english.find("[[thresholds]]").unwrap());
    let text = format!("{}{}", &english[..before], &english[after..]);
    let faults = own(&text).unwrap_err();
    assert!(
        faults.iter().any(|f| f.to_string() == "eget.toml, ex-visit-day: den engelska texten saknas"),
        "{faults:?}"
    );
    refused("title = \"Careers day in Exempelstad\"", "title = \"\"", "texts.en: title: texten saknas");
    let other = documented().replace("[texts.sv.ex-visit-day", "[texts.sv.ex-visit");
    let said: Vec<String> = own(&other).unwrap_err().iter().map(ToString::to_string).collect();
    assert!(said.contains(&"eget.toml, ex-visit: texts: kravet finns inte i filen".to_owned()), "{said:?}");
}

#[test]
fn own_defaults_fit() {
    let default = |value: &str, expected: &str| refused("visits = 3", value, expected);
    default("visits = 99", "emp-study-visit: defaults.visits: 99 ska vara 1 till 6");
    default("visits = \"tre\"", "defaults.visits: skriv ett tal");
    default("besok = 3", "defaults.besok: värdet finns inte");
    refused(
        "[defaults.emp-study-visit]\nvisits = 3",
        "[defaults.emp-besok]\nvisits = 3",
        "emp-besok: defaults.visits: kravet finns inte",
    );
    refused(
        "[defaults.emp-study-visit]\nvisits = 3",
        "[defaults.emp-dialogue]\nmax_places = 3",
        "räknas fram",
    );
    let (entry, name) = SHIPPED
        .entries
        .values()
        .find_map(|entry| Some((entry, entry.rules.parameters.iter().find(|(_, p)| p.locked)?.0)))
        .unwrap();
    let locked = format!("[defaults.{}]\n{name} = \"x\"", entry.id);
    refused("[defaults.emp-study-visit]\nvisits = 3", &locked, "följer av lag");
}

#[test]
fn what_is_switched_off_can_be_done_without() {
    let off = |id: &str, expected: &str| refused("\"emp-holiday-job\"", &format!("\"{id}\""), expected);
    off("emp-x", "emp-x: switched_off: kravet finns inte");
    off("gen-contact", "gen-contact: switched_off: ex-visit-day kräver det");
    let duty = SHIPPED.entries.values().find(|entry| entry.rules.duty_when.is_some()).unwrap();
    off(duty.id.as_str(), "switched_off: lagen kräver det");
}

#[test]
fn own_thresholds_are_in_order_and_have_a_source() {
    refused(
        "valid_to = 2029-12-31",
        "valid_to = 2027-12-31",
        "2028-01-01: valid_to: perioden slutar innan den börjar",
    );
    refused("sv = \"Exempel, inga verkliga belopp.\"", "sv = \"\"", "2028-01-01: source: källan saknas");
    refused("source = {", "kalla = {", "kalla");
    refused("direct = 700000", "direct = 70000000", "direct: ska vara högst tröskelvärdet");
    let text = documented();
    let period = text.split("[[thresholds]]").nth(1).unwrap().to_owned();
    let over = text.clone() + "\n[[thresholds]]" + &period.replace("2028-01-01", "2029-06-01");
    let faults = own(&over).unwrap_err();
    assert!(
        faults[0].to_string().contains("2029-06-01: perioden börjar före 2029-12-31 har slutat"),
        "{faults:?}"
    );
}

// ---- What is no such file

#[track_caller]
fn unreadable(text: &str, expected: &str) {
    let faults = library::read("fil.toml", text).unwrap_err();
    assert!(faults[0].to_string().contains(expected), "{expected} is not in {faults:?}");
}

#[test]
fn a_file_says_what_it_is() {
    unreadable("", "fil.toml: format: ska vara \"samkrav-catalogue\"");
    unreadable("format = \"annat\"", "det här är ingen katalogfil");
    unreadable("format = \"samkrav-catalogue\"\nformat_version = 1", "kind: saknas");
    unreadable("format = \"samkrav-catalogue\"\nformat_version = 1\nkind = \"annat\"", "rad 3");
    unreadable(
        "format = \"samkrav-catalogue\"\nformat_version = 0\nkind = \"own\"",
        "format_version: ska vara 1",
    );
    unreadable(
        "format = \"samkrav-catalogue\"\nformat_version = 2\nkind = \"own\"\nprogram = \"1.4\"",
        "format 2 och behöver Samkrav 1.4 eller senare, det här programmet läser format 1",
    );
    unreadable("{ \"format\": 1 }", "rad 1");
    unreadable(&format!("{}\n\u{0}", documented()), "rad ");
}

#[test]
fn nesting_without_end_and_size_without_end_are_refused_before_they_cost() {
    let deep = format!("x = {}{}", "[".repeat(200_000), "]".repeat(200_000));
    unreadable(&deep, "rad 1");
    let nested = format!(
        "when = {}{}{}",
        "{ not = ".repeat(10_000),
        "{ fact = \"work\", is = true }",
        " }".repeat(10_000)
    );
    unreadable(&documented().replacen("burden = 1", &nested, 1), "rad ");
    let large = library::text_of("stor.toml", vec![b'#'; LARGEST + 1]).unwrap_err();
    assert_eq!(large[0].to_string(), "stor.toml: filen är större än 8 MB");
    let many =
        library::text_of("tal.toml", format!("x = [{}]", "1,".repeat(600_000)).into_bytes()).unwrap_err();
    assert_eq!(many[0].to_string(), "tal.toml: filen har fler värden än någon katalog");
    let latin = library::text_of("latin.toml", b"# rad ett\n# \xe5r".to_vec()).unwrap_err();
    assert_eq!(latin[0].to_string(), "latin.toml: rad 2: är inte text i UTF-8");
}

// ---- An edition

#[test]
fn an_edition_is_read_by_the_same_loader() {
    let library = Library::default().with(FileKind::Edition, newer());
    let (catalogue, troubles) = library.open(&SHIPPED);
    assert!(troubles.is_empty(), "{troubles:?}");
    assert_eq!(catalogue.edition.edition, "2027:1");
    assert_eq!(catalogue.entries, SHIPPED.entries);
    assert!(Difference::between(&SHIPPED, &catalogue).is_empty());
}

#[test]
fn an_edition_has_all_its_files_and_no_others() {
    let renamed = newer().replace("\"ladders.toml\"", "\"../../ladders.toml\"");
    unreadable(&renamed, "fil.toml, ../../ladders.toml: filen hör inte till en utgåva");
    let text = newer().replace("\"ladders.toml\" =", "#\"ladders.toml\" =");
    assert!(library::read("fil.toml", &text).is_err(), "what is left of it is no TOML");
    let few: Vec<File<'_>> =
        domain::built_in::FILES.iter().copied().filter(|(name, _)| *name != "ladders.toml").collect();
    let faults = load::load(&few, &SHIPPED.cpv, &SHIPPED.eforms).unwrap_err();
    assert_eq!(faults[0].to_string(), "ladders.toml: filen saknas");
}

#[test]
fn all_faults_of_all_files_are_named() {
    let swap = |(name, text): &File<'static>| match *name {
        "ladders.toml" => (*name, "ladder = 1"),
        "entries/children.toml" => (*name, "[chi-x]\nversion = \"ett\""),
        _ => (*name, *text),
    };
    let files: Vec<File<'_>> = domain::built_in::FILES.iter().map(swap).collect();
    let said: Vec<String> = load::load(&files, &SHIPPED.cpv, &SHIPPED.eforms)
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(said.iter().any(|fault| fault.starts_with("ladders.toml: rad 1")), "{said:#?}");
    assert!(said.iter().any(|fault| fault.starts_with("entries/children.toml, chi-x: rad 2")), "{said:#?}");
}

#[test]
fn an_edition_that_lacks_a_phrase_says_it_as_the_program_does() {
    let lacking = |language: &str, line: &str| {
        let file = format!("texts/program.{language}.toml");
        let whole = domain::built_in::FILES.iter().find(|(name, _)| *name == file).unwrap().1;
        (file, whole.replacen(line, "", 1))
    };
    let [sv, en] =
        [("sv", "created = \"Projektet skapades\"\n"), ("en", "created = \"The project was created\"\n")]
            .map(|(language, line)| lacking(language, line));
    let swap = |(name, text): &File<'static>| {
        let other = [&sv, &en].into_iter().find(|(file, _)| file == name);
        (*name, other.map_or((*text).to_owned(), |(_, text)| text.clone()))
    };
    let files: Vec<(&str, String)> = domain::built_in::FILES.iter().map(swap).collect();
    let files: Vec<File<'_>> = files.iter().map(|(name, text)| (*name, &**text)).collect();
    let catalogue = load::load_edition(&files, &SHIPPED).unwrap();
    assert_eq!(catalogue.phrases.say("program.edit.created"), SHIPPED.phrases.say("program.edit.created"));
    assert!(
        load::load(&files, &SHIPPED.cpv, &SHIPPED.eforms)
            .unwrap()
            .phrases
            .get("program.edit.created")
            .is_none()
    );
}

// ---- The library

#[test]
fn a_library_that_cannot_be_used_never_stops_the_program() {
    let broken = Library { edition: Some("inte TOML".to_owned()), own: Some(documented()) };
    let (catalogue, troubles) = broken.open(&SHIPPED);
    assert!(catalogue.is_offered(&"ex-visit-day".into()), "the own file holds beside the built-in catalogue");
    assert_eq!(troubles.len(), 1);
    assert!(troubles[0].text.sv.contains("Programmets egen utgåva 2026:1 gäller"), "{}", troubles[0]);

    let broken =
        Library { edition: Some(newer()), own: Some(documented().replace("burden = 1", "burden = 9")) };
    let (catalogue, troubles) = broken.open(&SHIPPED);
    assert_eq!(catalogue.edition.edition, "2027:1");
    assert!(troubles[0].to_string().contains("burden: ska vara 0 till 3"), "{}", troubles[0]);
    assert!(broken.trial("ny.toml", &newer(), &SHIPPED).is_err(), "the own file does not stand beside it");
}

#[test]
fn the_newest_of_two_editions_holds() {
    let older = edition("edition.toml", "edition = \"2026:1\"", "edition = \"2025:7\"");
    let (catalogue, troubles) = Library::default().with(FileKind::Edition, older).open(&SHIPPED);
    assert_eq!((catalogue.edition.edition.as_str(), troubles.len()), ("2026:1", 0));
    let nameless = edition("edition.toml", "edition = \"2026:1\"", "edition = \"hösten\"");
    assert!(Library::default().trial("ny.toml", &nameless, &SHIPPED).is_err());
    let (kind, catalogue) = Library::default().trial("ny.toml", &newer(), &SHIPPED).unwrap();
    assert_eq!(kind, FileKind::Edition);
    assert!(catalogue.follows(&SHIPPED).is_ok() && SHIPPED.follows(&catalogue).is_err());
}

#[test]
fn what_a_file_changes_is_told_before_it_is_taken_in() {
    let of = |entries: &[std::sync::Arc<domain::catalogue::entry::Entry>]| -> Vec<String> {
        entries.iter().map(|entry| entry.id.to_string()).collect()
    };
    let difference = Difference::between(&SHIPPED, &own(&documented()).unwrap());
    assert_eq!(of(&difference.added), ["ex-visit-day"]);
    assert_eq!(of(&difference.changed), ["emp-study-visit"]);
    assert_eq!(of(&difference.switched_off), ["emp-holiday-job"]);
    assert!(difference.thresholds);
    let back = Difference::between(&own(&documented()).unwrap(), &SHIPPED);
    assert_eq!(
        (of(&back.removed), of(&back.switched_on)),
        (vec!["ex-visit-day".to_owned()], vec!["emp-holiday-job".to_owned()])
    );
}
