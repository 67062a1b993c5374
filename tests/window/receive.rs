//! A project file comes in: what it holds is seen before anything is changed, two versions become one as the officer chooses,
//! and one undo takes it all back.

use std::path::{Path, PathBuf};

use domain::apply::apply;
use domain::built_in;
use domain::catalogue::Catalogue;
use domain::catalogue::theme::Theme;
use domain::edit::{Edit, FactEdit};
use domain::project::ProjectId;
use domain::requirements::decision::{Decision, Outcome};
use domain::text::Bilingual;
use serde_json::json;
use store::{Stamp, Store, example, project_file};
use thirtyfour::Key;

use crate::support::{Officer, at_a_desk};

/// A requirement that the example has.
const DIALOGUE: &str = "emp-dialogue";
/// What the officer writes out of both titles.
const OWN_TITLE: &str = "Städning och lokalvård i skolor och förskolor";
pub const TITLE: &str = "Namn på upphandlingen";

#[test]
fn two_versions_of_a_project_become_one_as_the_officer_chooses() {
    at_a_desk(async |desk| {
        let path = two_versions(desk.home());
        desk.opens_the_program_with(&[path.to_str().unwrap()], async |officer| {
            sees_that_they_went_apart(&officer).await;
            is_told_what_is_not_chosen(&officer).await;
            chooses_with_the_keyboard(&officer).await;
            sees_it_small_and_large(&officer).await;
            merges_and_takes_it_back(&officer).await;
        })
        .await;
    });
}

#[test]
fn a_newer_file_updates_the_project_and_the_same_file_changes_nothing() {
    at_a_desk(async |desk| {
        let home = desk.home();
        let (id, sent) = begun(home);
        let path = erik_sends(home, &sent, &[title("Lokalvård i skolor"), reference("KS 2026/0388")]);
        desk.opens_the_program_with(&[path.to_str().unwrap()], async |officer| {
            officer.reads("Filen har en nyare version av ett projekt du har").await;
            officer.reads("Inget ändras förrän du väljer.").await;
            officer.sees_focus("button", "Uppdatera mitt projekt").await;
            officer.looks_at_the_screen_in_both_colours("fil-nyare").await;
            officer.presses("button", "Visa ändringarna").await;
            officer.finds("heading", "Det här är nytt i filen").await;
            officer.reads("Fält\tDitt projekt\tFilen från Erik Sandström").await;
            officer.reads("KS 2026/0388").await;
            officer.looks_at_the_screen_in_both_colours("fil-nyare-ändringar").await;
            officer.presses("button", "Uppdatera mitt projekt").await;
            officer.finds("heading", "Översikt").await;
            officer.reads("Projektet är uppdaterat från filen.").await;
            officer.reads("Uppdaterat från en projektfil från Erik Sandström").await;
            officer.looks_at_the_screen("fil-uppdaterat").await;
        })
        .await;
        assert_eq!(kept(home, &id).procurement.title, "Lokalvård i skolor");
        desk.opens_the_program_with(&[path.to_str().unwrap()], async |officer| {
            officer.reads("Filen har en äldre version av ett projekt du har").await;
            officer.reads("Namn saknas").await;
            officer.looks_at_the_screen("fil-äldre").await;
            officer.presses("button", "Öppna mitt projekt").await;
            officer.finds("heading", "Översikt").await;
            officer.reads("Lokalvård i skolor").await;
        })
        .await;
    });
}

#[test]
fn a_damaged_file_is_said_with_what_to_do_and_is_left_as_it_was() {
    at_a_desk(async |desk| {
        let home = desk.home();
        let (_, sent) = begun(home);
        let path = erik_sends(home, &sent, &[title("Lokalvård i skolor")]);
        let whole = std::fs::read_to_string(&path).unwrap();
        let half = &whole[..whole.len() / 2];
        std::fs::write(&path, half).unwrap();
        desk.opens_the_program_with(&[path.to_str().unwrap()], async |officer| {
            officer.finds("heading", "Filen går inte att öppna").await;
            officer.reads("Filen är inte hel. Den slutar mitt i avsnittet Krav.").await;
            officer.reads("Filen är orörd, och inget i dina projekt har ändrats.").await;
            officer.looks_at_the_screen_in_both_colours("fil-skadad").await;
            officer.presses("button", "Öppna mitt projekt").await;
            officer.finds("heading", "Sysselsättning").await;
            officer.reads("Städning av skolor och förskolor").await;
        })
        .await;
        assert_eq!(std::fs::read_to_string(&path).unwrap(), half);
        std::fs::write(&path, whole.replace("\"format_version\": 3", "\"format_version\": 9")).unwrap();
        let both = [path.to_str().unwrap(), sent.to_str().unwrap()];
        desk.opens_the_program_with(&both, async |officer| {
            officer.reads("Filen är gjord i en nyare version av Samkrav än din.").await;
            officer.reads("En fil till väntar.").await;
            officer
                .reads("Uppdatera Samkrav till den versionen, eller be om dokumenten som PDF eller Word.")
                .await;
            officer.looks_at_the_screen("fil-nyare-program").await;
            officer.types(Key::Escape).await;
            officer.reads("Filen är likadan som ditt projekt").await;
            officer.types(Key::Escape).await;
            officer.sees_the_dialog_gone().await;
        })
        .await;
    });
}

async fn sees_that_they_went_apart(officer: &Officer) {
    officer.reads("Filen och ditt projekt har ändrats var för sig").await;
    officer.reads("Erik Sandström").await;
    officer.sees_focus("button", "Slå ihop …").await;
    officer.looks_at_the_screen_in_both_colours("fil-isär").await;
    officer.types(Key::Enter).await;
    officer.finds("heading", "Två versioner av samma projekt").await;
    officer.reads("Två ändringar kan slås ihop direkt. Tre fält har ändrats på olika sätt i båda, och där väljer du.").await;
    officer.looks_at_the_screen_in_both_colours("slå-ihop").await;
}

async fn is_told_what_is_not_chosen(officer: &Officer) {
    officer.presses("button", "Slå ihop").await;
    officer.reads("Välj först vad som ska gälla: Namn på upphandlingen.").await;
    officer.sees_focus("radio", &format!("{TITLE} Ditt projekt Städning i skolor")).await;
}

async fn chooses_with_the_keyboard(officer: &Officer) {
    officer.types(Key::Right).await;
    officer
        .sees_chosen(
            "",
            "radio",
            &format!("{TITLE} Filen från Erik Sandström Lokalvård av skolor och förskolor"),
        )
        .await;
    officer.reads("1 av 3 valda").await;
    officer.presses("button", "Alla från ditt projekt").await;
    officer.reads("3 av 3 valda").await;
    officer
        .presses("radio", &format!("{TITLE} Filen från Erik Sandström Lokalvård av skolor och förskolor"))
        .await;
    officer.reads("Två ändringar utan krock").await;
    officer.presses("radio", &format!("{TITLE} Skriv en egen text")).await;
    officer.writes("textbox", &format!("Egen text: {TITLE}"), OWN_TITLE).await;
    officer.types(Key::Tab).await;
    officer.looks_at_the_screen_in_both_colours("slå-ihop-egen-text").await;
}

async fn sees_it_small_and_large(officer: &Officer) {
    officer.resizes_the_window(1024, 700).await;
    officer.looks_at_the_screen("slå-ihop-1024").await;
    officer.page("window.__TAURI_INTERNALS__.invoke('zoom', { percent: 200 })", &[]).await;
    officer.looks_at_the_screen("slå-ihop-200").await;
    officer.page("window.__TAURI_INTERNALS__.invoke('zoom', { percent: 100 })", &[]).await;
}

async fn merges_and_takes_it_back(officer: &Officer) {
    officer.presses("button", "Slå ihop").await;
    officer.finds("heading", "Översikt").await;
    officer.reads("Projektet är ihopslaget med filen.").await;
    officer.reads(OWN_TITLE).await;
    officer.presses("button", "Ångra").await;
    officer.reads("Städning i skolor").await;
}

fn catalogue() -> Catalogue {
    built_in::catalogue().unwrap()
}

/// A moment of the day before the tests' own.
pub fn at(minutes: i64, officer: &str) -> Stamp {
    let noon: jiff::Timestamp = "2026-11-24T11:00:00Z".parse().unwrap();
    Stamp { at: noon + jiff::SignedDuration::from_mins(minutes), officer: officer.to_owned() }
}

fn title(title: &str) -> Edit {
    Edit::Fact(FactEdit::Title(title.to_owned()))
}

fn reference(reference: &str) -> Edit {
    Edit::Fact(FactEdit::Reference(reference.to_owned()))
}

fn decide(outcome: Outcome, reason: &str) -> Edit {
    let decision = Decision { outcome, reason: reason.to_owned() };
    Edit::Decide { theme: Theme::Children, decision: Some(decision) }
}

/// Anna's example, and its file.
pub fn begun(home: &Path) -> (ProjectId, PathBuf) {
    let (catalogue, mut store) = (catalogue(), Store::open(&home.join("samkrav")).unwrap());
    let stamp = at(0, "Anna Lindqvist");
    let project = example::project("stadning", stamp.project_id(), &catalogue).unwrap();
    let choose = Edit::Choose { entry: DIALOGUE.into() };
    let project = apply(&project, &choose, &catalogue, &stamp.signature()).unwrap();
    let words = Bilingual::new("Ny upphandling", "New procurement");
    store.create(&project, &catalogue, &stamp, words).unwrap();
    let path = home.join("Städning.samkrav");
    project_file::write(&path, &store.project_file(&project.id).unwrap()).unwrap();
    (project.id, path)
}

/// Makes edits, one a minute.
pub fn makes(store: &mut Store, id: &ProjectId, officer: &str, from: i64, edits: &[Edit]) {
    for (minute, edit) in (from..).zip(edits) {
        let head = store.load(id).unwrap().head;
        store.edit(id, &head, edit, &catalogue(), &at(minute, officer)).unwrap();
    }
}

/// What Erik sends back when he has made edits in the file that he got.
fn erik_sends(home: &Path, sent: &Path, edits: &[Edit]) -> PathBuf {
    let mut store = Store::open(&home.join("hos Erik")).unwrap();
    let file = project_file::read(sent).unwrap();
    let id = file.project.id.clone();
    store.receive(&file, &catalogue(), &at(10, "Erik Sandström")).unwrap();
    makes(&mut store, &id, "Erik Sandström", 20, edits);
    let path = home.join("Från Erik.samkrav");
    project_file::write(&path, &store.project_file(&id).unwrap()).unwrap();
    path
}

/// Anna's project and Erik's file of it, each changed since they parted.
fn two_versions(home: &Path) -> PathBuf {
    let (id, sent) = begun(home);
    let reword =
        |duties: &str| Edit::Reword { entry: DIALOGUE.into(), duties: Some(vec![duties.to_owned()]) };
    let erik = [
        title("Lokalvård av skolor och förskolor"),
        reference("KS 2026/0388"),
        reword("Leverantören ska ta emot två språkpraktikanter varje år och utse en handledare."),
        decide(Outcome::NotNow, "Prövas nästa gång."),
        serde_json::from_value(json!({ "edit": "fact", "field": "unit", "value": "Serviceförvaltningen" }))
            .unwrap(),
    ];
    let path = erik_sends(home, &sent, &erik);
    let mut store = Store::open(&home.join("samkrav")).unwrap();
    let anna = [
        title("Städning i skolor"),
        reword("Leverantören ska ta emot fyra språkpraktikanter varje år."),
        decide(Outcome::NotRelevant, "Barnen berörs inte."),
    ];
    makes(&mut store, &id, "Anna Lindqvist", 30, &anna);
    path
}

fn kept(home: &Path, id: &ProjectId) -> domain::project::Project {
    Store::open(&home.join("samkrav")).unwrap().load(id).unwrap().project
}
