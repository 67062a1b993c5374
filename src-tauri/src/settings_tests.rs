//! What the officer sets once, without a window.

use documents::file::Form;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use domain::catalogue::parameter::ParameterValue;
use domain::catalogue::phrases::Phrases;
use domain::needs::answer::{Answer, FieldValue};
use domain::procurement::AuthorityKind;
use domain::refusal::Refusal;
use domain::text::Language;
use serde_json::{Value, json};
use tauri::async_runtime::block_on;
use tempfile::TempDir;

use crate::commands::places::{self, Place};
use crate::commands::{about, project, settings, start};
use crate::desk::Desk;
use crate::desk_tests::{Answers, desk};
use crate::screen::Screen;
use crate::wire::settings::{Colours, Setting, Settings, Standard, TextSize};

fn set(desk: &Desk, all: impl IntoIterator<Item = Setting>) -> Settings {
    all.into_iter().map(|setting| settings::change_setting(desk, &setting).unwrap()).last().unwrap()
}

fn profile() -> [Setting; 8] {
    [
        Setting::Officer(" Karin Ek ".into()),
        Setting::AuthorityName("Åsviks kommun".into()),
        Setting::AuthorityKind(AuthorityKind::Region),
        Setting::Unit("Fastighetsenheten".into()),
        Setting::Contact("upphandling@asvik.example".into()),
        Setting::ContractManager("Omar Lund".into()),
        Setting::DecisionMaker("Kommunstyrelsen".into()),
        Setting::MatchingLead(Some("labour_market_unit".into())),
    ]
}

fn written(folder: &Path) -> Value {
    serde_json::from_slice(&fs::read(folder.join("settings.json")).unwrap()).unwrap()
}

#[test]
fn what_is_set_is_set_after_a_restart_too() {
    let home = TempDir::new().unwrap();
    let look = [
        Setting::Language(Language::En),
        Setting::Colours(Colours::Dark),
        Setting::TextSize(TextSize::Large),
    ];
    let before = set(&desk(home.path()), profile().into_iter().chain(look));
    let after = desk(home.path()).settings();
    assert_eq!(after, before);
    assert_eq!(
        (after.colours, after.text_size.percent(), after.officer.as_str()),
        (Colours::Dark, 130, "Karin Ek")
    );
}

#[test]
fn a_new_project_begins_with_what_is_set_and_one_that_is_there_is_left_alone() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let old = start::new_project(&desk).unwrap();
    set(&desk, profile());
    let facts = start::new_project(&desk).unwrap().facts;
    assert_eq!(facts.authority_name, "Åsviks kommun");
    assert_eq!(facts.authority_kind, AuthorityKind::Region);
    assert_eq!((facts.unit.as_str(), facts.officer.as_str()), ("Fastighetsenheten", "Karin Ek"));
    assert_eq!(facts.contact, "upphandling@asvik.example");
    assert_eq!(facts.contract_manager, "Omar Lund");
    assert_eq!(facts.decision_maker, "Kommunstyrelsen");
    assert_eq!(start::open_project(&desk, &old.id).unwrap(), old);
}

#[test]
fn the_matching_lead_is_answered_in_a_new_project_while_the_catalogue_asks() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let asked = settings::matching_leads(&desk).unwrap().unwrap();
    assert_eq!(asked.options[0].label, "Kommunens arbetsmarknadsenhet");
    let answer = |lead: &str| {
        set(&desk, [Setting::MatchingLead(Some(lead.into()))]);
        let id = start::new_project(&desk).unwrap().id;
        desk.with_store(|store, _| store.load(&id)).unwrap().project.answers.values().next().cloned()
    };
    assert_eq!(answer("both"), Some(Answer::Single(FieldValue::Text("both".into()))));
    assert_eq!(answer("no_longer_asked"), None);
}

fn standard(entry: &str, parameter: &str, value: Option<f64>) -> Setting {
    let value = value.map(ParameterValue::number);
    Setting::Standard(Standard { entry: entry.into(), parameter: parameter.into(), value })
}

/// What the settings show of a standard, and what a new project has laid by for it.
fn standing(desk: &Desk, entry: &str) -> (String, Option<ParameterValue>) {
    let shown =
        settings::standards(desk).unwrap().into_iter().find(|view| view.entry.as_str() == entry).unwrap();
    let id = start::new_project(desk).unwrap().id;
    let project = desk.with_store(|store, _| store.load(&id)).unwrap().project;
    let kept = project.requirement(&entry.into()).and_then(|kept| kept.values.values().next().cloned());
    (shown.parameters[0].shown.replace('\u{a0}', " "), kept)
}

#[test]
fn a_new_project_has_the_authoritys_own_values_in_the_common_terms() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    assert_eq!(standing(&desk, "gen-penalty"), ("10 000 kr".into(), None));
    set(
        &desk,
        [standard("gen-penalty", "per_place", Some(25000.0)), standard("gen-report", "per_year", Some(-1.0))],
    );
    let amount = ParameterValue::number(25000.0);
    assert_eq!(standing(&desk, "gen-penalty"), ("25 000 kr".into(), Some(amount)));
    assert_eq!(standing(&desk, "gen-report").1, None, "what the catalogue does not take is left out");
    set(&desk, [standard("gen-penalty", "per_place", None)]);
    assert_eq!(standing(&desk, "gen-penalty"), ("10 000 kr".into(), None));
}

#[test]
fn an_example_is_opened_as_it_is() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let before = start::open_example(&desk, "stadning").unwrap().facts;
    set(&desk, profile());
    assert_eq!(start::open_example(&desk, "stadning").unwrap().facts, before);
}

#[test]
fn a_damaged_file_counts_as_not_set_and_lies_there_until_something_is() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("settings.json");
    for damaged in ["", "{\"officer\": \"Kar", "[]", "\u{0}\u{1}"] {
        fs::write(&file, damaged).unwrap();
        let desk = desk(home.path());
        assert_eq!(desk.settings(), Settings::default(), "{damaged}");
        assert!(start::start_view(&desk).unwrap().recovered.is_some(), "it is told");
        assert_eq!(fs::read_to_string(&file).unwrap(), damaged);
        set(&desk, [Setting::Officer("Karin".into())]);
        assert_eq!(written(home.path())["officer"], "Karin");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_set_aside_before_a_new_one_is_written() {
    let home = TempDir::new().unwrap();
    let damaged = ["{\"officer\": \"Kar", "inte inställningar"];
    for text in damaged {
        fs::write(home.path().join("settings.json"), text).unwrap();
        set(&desk(home.path()), [Setting::Officer("Karin".into())]);
    }
    let aside = [1, 2].map(|number| home.path().join(format!("settings-skadad-{number}.json")));
    assert_eq!(aside.map(|path| fs::read_to_string(path).unwrap()), damaged);
}

#[test]
fn what_this_version_cannot_read_is_told_and_set_aside_with_the_rest_before_it_is_written_over() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("settings.json");
    let odd = [
        r#"{"language": 3, "officer": "Karin"}"#,
        r#"{"colours": "sepia", "officer": "Karin"}"#,
        r#"{"authority": {"kind": "union", "name": "Åsvik"}, "officer": "Karin"}"#,
        r#"{"authority": ["Åsvik"], "officer": "Karin"}"#,
        r#"{"backupFolder": ["/media/sticka"], "officer": "Karin"}"#,
        r#"{"officer": "Karin", "authority": {"standards": {"gen-penalty": {"per_place": {}}}}}"#,
    ];
    for (before, text) in odd.into_iter().enumerate() {
        fs::write(&file, text).unwrap();
        let desk = desk(home.path());
        let told = |desk: &Desk| start::start_view(desk).unwrap().recovered.map(|told| told.text);
        let said = told(&desk).unwrap();
        assert!(said.contains("settings.json går inte att läsa"), "{said}");
        let refused = desk.known_second_backup_folder().unwrap_err().to_string();
        assert!(refused.contains("säkerhetskopiorna"), "{refused}");
        set(&desk, [Setting::Unit("Köket".into())]);
        assert_eq!((told(&desk), &written(home.path())["officer"]), (None, &json!("Karin")), "{text}");
        let aside = home.path().join(format!("settings-skadad-{}.json", before + 1));
        assert_eq!(fs::read_to_string(aside).unwrap(), text);
    }
}

#[test]
fn settings_that_can_be_read_are_never_set_aside() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    set(&desk, profile());
    set(&desk, [standard("gen-penalty", "per_place", Some(25000.0)), Setting::ExportFolder(None)]);
    let again = crate::desk_tests::desk(home.path());
    assert!(start::start_view(&again).unwrap().recovered.is_none());
    set(&again, [Setting::Unit("Köket".into())]);
    assert!(!home.path().join("settings-skadad-1.json").exists());
}

#[test]
fn a_mark_that_an_editor_put_first_is_passed_over() {
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("settings.json"), "\u{feff}{\"officer\": \"Karin\"}").unwrap();
    assert_eq!(desk(home.path()).settings().officer, "Karin");
}

#[test]
fn what_another_window_has_set_is_kept() {
    let home = TempDir::new().unwrap();
    let [one, other] = [desk(home.path()), desk(home.path())];
    set(&one, [Setting::Unit("Köket".into())]);
    let both = set(&other, [Setting::Contact("kok@asvik.example".into())]);
    assert_eq!(
        (both.authority.unit.as_str(), both.authority.contact.as_str()),
        ("Köket", "kok@asvik.example")
    );
    assert_eq!(desk(home.path()).settings(), both);
}

#[test]
fn a_file_of_an_older_version_keeps_what_it_has() {
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("settings.json"), r#"{"language": "en", "officer": "Karin"}"#).unwrap();
    let settings = desk(home.path()).settings();
    assert_eq!((settings.language, settings.officer.as_str()), (Language::En, "Karin"));
    assert_eq!((settings.colours, settings.text_size), (Colours::System, TextSize::Normal));
}

#[test]
fn what_a_newer_version_set_is_kept_and_stops_nothing() {
    let home = TempDir::new().unwrap();
    let newer = json!({
        "officer": "Karin",
        "colours": "sepia",
        "voice": { "speed": 2 },
        "authority": { "name": "Åsvik", "kind": "union", "seal": "vapen.png" },
    });
    fs::write(home.path().join("settings.json"), newer.to_string()).unwrap();
    let desk = desk(home.path());
    let read = desk.settings();
    assert_eq!((read.colours, read.officer.as_str()), (Colours::System, "Karin"));
    assert_eq!((read.authority.name.as_str(), read.authority.kind), ("Åsvik", AuthorityKind::Municipality));
    set(&desk, [Setting::Unit("Köket".into())]);
    let kept = written(home.path());
    assert_eq!((&kept["voice"]["speed"], &kept["authority"]["seal"]), (&json!(2), &json!("vapen.png")));
}

#[test]
fn files_are_proposed_in_the_folder_that_is_set_while_it_is_there() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let folder = home.path().join("Upphandlingar");
    fs::create_dir(&folder).unwrap();
    let proposed = || Place::document("Kravspecifikation", Form::Pdf, "Städ", &desk).folder;
    assert_eq!(proposed(), None);
    let chosen = block_on(settings::choose_export_folder(&desk, &Answers(Some(folder.clone())))).unwrap();
    assert_eq!(
        (chosen.export_folder, proposed()),
        (Some(folder.display().to_string()), Some(folder.clone()))
    );
    let left = block_on(settings::choose_export_folder(&desk, &Answers(None))).unwrap();
    assert_eq!(left.export_folder, Some(folder.display().to_string()));
    fs::remove_dir(&folder).unwrap();
    assert_eq!(proposed(), None);
}

/// A window that notes what is asked of it.
#[derive(Clone, Default)]
pub struct Notes(Arc<Mutex<Vec<String>>>);

impl Notes {
    fn note(&self, what: String) {
        self.0.lock().unwrap().push(what);
    }

    pub fn read(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl Screen for Notes {
    fn wears(&self, settings: &Settings, phrases: &Phrases) {
        let word = phrases.word("window.menu.quit", settings.language);
        self.note(format!("{word} {:?}", settings.colours));
    }

    fn zooms(&self, percent: u16) {
        self.note(format!("{percent} %"));
    }

    fn shows(&self, folder: &Path) -> Result<(), Refusal> {
        self.note(folder.display().to_string());
        Ok(())
    }

    fn opens(&self, file: &Path) -> Result<(), Refusal> {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.note(format!("{name}: {}", fs::read(file).is_ok_and(|bytes| bytes.starts_with(b"%PDF"))));
        Ok(())
    }

    fn closes(&self) {
        self.note("closed".into());
    }
}

#[test]
fn the_frame_of_the_window_follows_what_is_set() {
    let home = TempDir::new().unwrap();
    let (desk, notes) = (desk(home.path()), Notes::default());
    desk.stand_before(notes.clone());
    set(
        &desk,
        [Setting::Colours(Colours::Dark), Setting::Officer("Karin".into()), Setting::Language(Language::En)],
    );
    assert_eq!(notes.read(), ["&Avsluta Dark", "&Quit Dark"]);
    set(&desk, [Setting::TextSize(TextSize::Largest)]);
    settings::zoom(&desk, &200).unwrap();
    settings::quit(&desk).unwrap();
    assert_eq!(notes.read(), ["300 %", "closed"]);
}

#[test]
fn about_says_what_the_program_is_and_where_it_keeps_things() {
    let home = TempDir::new().unwrap();
    let (desk, notes) = (desk(home.path()), Notes::default());
    desk.stand_before(notes.clone());
    let shown = about::about(&desk).unwrap();
    assert_eq!((shown.edition.as_str(), shown.checked_on.as_str()), ("2026:1", "2026-11-25"));
    assert_eq!(shown.folder, home.path().display().to_string());
    let heads: Vec<&str> = shown.notices.iter().filter_map(|notice| notice.text.lines().next()).collect();
    assert!(heads.iter().all(|head| !head.trim().is_empty()), "{heads:?}");
    about::show_folder(&desk).unwrap();
    assert_eq!(notes.read(), [shown.folder]);
}

#[test]
fn what_was_saved_is_shown_in_its_folder() {
    let home = TempDir::new().unwrap();
    let (desk, notes) = (desk(home.path()), Notes::default());
    desk.stand_before(notes.clone());
    let project = start::new_project(&desk).unwrap();
    places::show_saved(&desk).unwrap();
    assert!(notes.read().is_empty(), "nothing has been saved");
    let place = home.path().join("Städning.samkrav");
    block_on(project::save_project_file(
        &desk,
        &Answers(Some(place)),
        &project.id,
        &crate::wire::document::Content::All,
    ))
    .unwrap();
    places::show_saved(&desk).unwrap();
    assert_eq!(notes.read(), [home.path().display().to_string()]);
}

#[test]
fn the_libraries_listed_with_their_licences_are_those_that_are_locked() {
    let crates = include_str!("../../Cargo.lock");
    let packages = include_str!("../../ui/package-lock.json");
    let listed = include_str!("../../assets/notices/libraries.txt");
    for line in listed.lines() {
        let (library, licence) = line.split_once(", ").unwrap();
        let (name, version) = library.rsplit_once(' ').unwrap();
        let locked = crates.contains(&format!("name = \"{name}\"\nversion = \"{version}\""))
            || packages.contains(&format!("node_modules/{name}\": {{\n      \"version\": \"{version}\""));
        assert!(locked, "{line} is no longer in the program. Run: scripts/generate");
        assert!(!licence.trim().is_empty(), "{line}");
    }
    assert!(listed.contains("tauri ") && listed.contains("svelte "), "both sides of the program are listed");
}
