//! The officer's projects on the start page: found among many, copied, kept as templates, put away, removed and brought
//! back; and files that the program is started with.

use std::path::Path;

use domain::built_in;
use domain::catalogue::Catalogue;
use domain::edit::{Edit, FactEdit};
use domain::text::Bilingual;
use store::{Stamp, Store, example, project_file};
use thirtyfour::Key;

use crate::support::{Officer, at_a_desk, wait_for};

/// What is bought in the file that a colleague saved.
pub const CLEANING: &str = "Städning av skolor och förskolor";
const BUILDING: &str = "Mindre byggtjänster, reparation och underhåll";
const CLOTHES: &str = "Arbetskläder till vård, omsorg och teknisk förvaltning";
/// A way to save projects, and what it leaves out.
const NO_NOTES: &str = "Allt utom interna anteckningar och historik";
const WITHOUT: &str = "Utan skälen till svar, beslut, egna krav och vald regim, hur parterna fick yttra sig, vem du ska fråga och skälen att gå vidare trots stopp. De finns kvar hos dig.";
const SEARCH: &str = "Sök projekt";

#[test]
fn projects_are_found_copied_kept_as_templates_put_away_and_removed() {
    at_a_desk(async |desk| {
        keeps_the_examples(desk.home());
        desk.opens_the_program(async |officer| {
            finds_one_among_them(&officer).await;
            sorts_them(&officer).await;
            removes_with_the_keyboard_and_regrets_it(&officer).await;
            copies(&officer).await;
            begins_from_a_template(&officer).await;
            puts_away_and_deletes_for_good(&officer).await;
        })
        .await;
    });
}

#[test]
fn a_file_that_the_program_is_started_with_is_opened_or_said_to_be_damaged() {
    at_a_desk(async |desk| {
        let path = desk.home().join("Från Eva.samkrav");
        saves_a_file(desk.home(), &path);
        let relative = from_here(&path);
        desk.opens_the_program_with(&[&relative], async |officer| {
            officer.reads("Filen har ett projekt som inte finns här").await;
            officer.looks_at_the_screen_in_both_colours("fil-ny").await;
            officer.presses("button", "Öppna projektet").await;
            officer.finds("heading", "Sysselsättning").await;
            officer.goes_to_the_first_task().await;
            officer.sees_written("", "Namn på upphandlingen", CLEANING).await;
            officer.presses("link", "Alla projekt").await;
            officer.finds("button", CLEANING).await;
        })
        .await;
        desk.opens_the_program_with(&["finns-inte.samkrav"], async |officer| {
            officer.reads("Filen lästes inte in. Filen finns-inte.samkrav finns inte.").await;
            officer.finds("button", "Välj en annan fil …").await;
            officer.finds("button", CLEANING).await;
            officer.looks_at_the_screen("projekt-fil-saknas").await;
        })
        .await;
        let whole = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, whole.replace("Åsviks", "Ösviks")).unwrap();
        desk.opens_the_program_with(&[path.to_str().unwrap()], async |officer| {
            officer.reads("Filen har ändrats utanför Samkrav eller skadats på vägen.").await;
            officer.presses("button", "Stäng").await;
            officer.finds("button", CLEANING).await;
        })
        .await;
    });
}

#[test]
fn three_hundred_projects_are_one_search_away() {
    at_a_desk(async |desk| {
        keeps_many(desk.home(), 300);
        desk.opens_the_program(async |officer| {
            officer.reads("Lokalvård 300").await;
            officer.looks_at_the_screen("projekt-300").await;
            officer.presses("button", "Visa alla 300 projekt").await;
            officer.sees_focus("button", "Lokalvård 250").await;
            officer.writes("searchbox", SEARCH, "237 lokal").await;
            officer.reads("1 av 300 projekt").await;
            officer.presses("button", "Lokalvård 237").await;
            officer.sees_written("", "Namn på upphandlingen", "Lokalvård 237").await;
        })
        .await;
    });
}

#[test]
fn many_projects_are_saved_as_files_in_one_go() {
    at_a_desk(async |desk| {
        keeps_many(desk.home(), 12);
        let folder = desk.home().join("Till kommunen");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("Lokalvård 7.samkrav"), "Mitt eget").unwrap();
        desk.opens_the_program(async |officer| {
            officer.presses("button", "Spara som filer …").await;
            officer.reads("12 projekt är valda").await;
            officer.presses("radio", &format!("{NO_NOTES} {WITHOUT}")).await;
            officer.presses("checkbox", "Lokalvård 11").await;
            officer.reads("11 projekt är valda").await;
            officer.looks_at_the_screen_in_both_colours("spara-som-filer").await;
            officer.presses("button", "Välj mapp …").await;
            officer.opens_file("Välj mapp för projektfilerna", &folder).await;
            officer.reads(&format!("11 projektfiler har sparats i {}.", folder.display())).await;
            officer.looks_at_the_screen("sparat-som-filer").await;
        })
        .await;
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 12);
        assert_eq!(std::fs::read(folder.join("Lokalvård 7.samkrav")).unwrap(), "Mitt eget".as_bytes());
        project_file::read(&folder.join("Lokalvård 7 2.samkrav")).unwrap();
    });
}

async fn finds_one_among_them(officer: &Officer) {
    officer.finds("heading", "Projekt").await;
    officer.looks_at_the_screen("projekt").await;
    officer.writes("searchbox", SEARCH, "förskolor STÄDNING").await;
    officer.reads("1 av 4 projekt").await;
    sees_the_rows(officer, &[CLEANING]).await;
    officer.looks_at_the_screen("projekt-sök").await;
    officer.writes("searchbox", SEARCH, "lärlign").await;
    officer.reads("Inga träffar på ”lärlign”.").await;
    officer.presses("button", "Rensa sökningen").await;
    officer.finds("button", CLOTHES).await;
}

async fn sorts_them(officer: &Officer) {
    officer.presses("button", "Värde").await;
    assert_eq!(sorted_by(officer).await, "Värde descending");
    officer.presses("button", "Värde").await;
    assert_eq!(sorted_by(officer).await, "Värde ascending");
    officer.presses("button", "Ändrad").await;
}

/// The head that a screen reader says the table is sorted by, and how.
async fn sorted_by(officer: &Officer) -> String {
    officer.comes_to_rest().await;
    let head = "const [head, ...others] = document.querySelectorAll('th[aria-sort]');
                return others.length ? 'more than one' : `${head.innerText.trim()} ${head.ariaSort}`";
    officer.page(head, &[]).await.as_str().unwrap_or_default().to_owned()
}

async fn removes_with_the_keyboard_and_regrets_it(officer: &Officer) {
    let menu = format!("Fler val: {CLEANING}");
    officer.tabs_to("", "button", &menu).await;
    officer.types(Key::Enter).await;
    officer.finds("menuitem", "Öppna").await;
    officer.looks_at_the_screen_in_both_colours("projekt-meny").await;
    officer.types(Key::Escape).await;
    officer.sees_focus("button", &menu).await;
    officer.types(Key::Enter).await;
    officer.finds("menuitem", "Ta bort").await;
    officer.types(Key::Up).await;
    officer.sees_focus("menuitem", "Ta bort").await;
    officer.types(Key::Enter).await;
    officer.reads(&format!("”{CLEANING}” togs bort.")).await;
    officer.reads("Borttagna (1)").await;
    officer.sees_focus("button", &format!("Fler val: {BUILDING}")).await;
    officer.looks_at_the_screen_in_both_colours("projekt-borttaget").await;
    officer.presses("button", "Ångra").await;
    officer.finds("button", CLEANING).await;
}

async fn copies(officer: &Officer) {
    chooses_in_menu(officer, CLEANING, "Kopiera").await;
    let copy = format!("{CLEANING} (kopia)");
    officer.finds("button", &copy).await;
    chooses_in_menu(officer, &copy, "Gör till mall").await;
    officer.finds("heading", "Mallar").await;
    officer.looks_at_the_screen("projekt-mall").await;
}

async fn begins_from_a_template(officer: &Officer) {
    officer.presses("button", &format!("Ny upphandling från mall: {CLEANING} (kopia)")).await;
    officer.sees_written("", "Namn på upphandlingen", &format!("{CLEANING} (kopia)")).await;
    officer.sees_written("", "Diarienummer", "").await;
    officer.sees_written("", "Avtalsstart", "").await;
    officer.sees_written("", "Värde exklusive moms", "36 000 000").await;
    officer.writes("textbox", "Namn på upphandlingen", "Ny städning").await;
    officer.presses("link", "Alla projekt").await;
    officer.finds("button", "Ny städning").await;
}

async fn puts_away_and_deletes_for_good(officer: &Officer) {
    chooses_in_menu(officer, "Ny städning", "Arkivera").await;
    officer.reads("Arkiverade (1)").await;
    officer.writes("searchbox", SEARCH, "ny städning").await;
    chooses_in_menu(officer, "Ny städning", "Ta bort").await;
    officer.presses("button", "Ta bort för gott …: Ny städning").await;
    officer.reads("Ta bort ”Ny städning” för gott?").await;
    officer.sees_focus("button", "Avbryt").await;
    officer.looks_at_the_screen_in_both_colours("projekt-för-gott").await;
    officer.presses("button", "Ta bort för gott").await;
    officer.reads("”Ny städning” togs bort för gott.").await;
    officer.reads("Inga träffar på ”ny städning”.").await;
}

async fn chooses_in_menu(officer: &Officer, project: &str, verb: &str) {
    officer.presses("button", &format!("Fler val: {project}")).await;
    officer.presses("menuitem", verb).await;
}

/// The names of the projects in the table, from the top.
async fn sees_the_rows(officer: &Officer, names: &[&str]) {
    let rows = "return [...document.querySelectorAll('tbody th button')].map((name) => name.innerText)";
    let seen = async || (officer.page(rows, &[]).await == serde_json::json!(names)).then_some(());
    wait_for(&format!("the rows {names:?}"), seen).await;
}

fn catalogue() -> Catalogue {
    built_in::catalogue().unwrap()
}

/// A moment of the day before the tests' own, so that what the officer does comes after it.
fn yesterday(minutes: i64) -> Stamp {
    let noon: jiff::Timestamp = "2026-11-24T11:00:00Z".parse().unwrap();
    Stamp { at: noon + jiff::SignedDuration::from_mins(minutes), officer: String::new() }
}

fn keeps_the_examples(home: &Path) {
    let (catalogue, mut store) = (catalogue(), Store::open(&home.join("samkrav")).unwrap());
    for (minutes, name) in (0..).zip(example::NAMES) {
        let stamp = yesterday(minutes);
        let project = example::project(name, stamp.project_id(), &catalogue).unwrap();
        store.create(&project, &catalogue, &stamp, Bilingual::default()).unwrap();
    }
}

fn keeps_many(home: &Path, projects: i64) {
    let (catalogue, mut store) = (catalogue(), Store::open(&home.join("samkrav")).unwrap());
    for number in 1..=projects {
        let stamp = yesterday(number);
        let project = domain::project::Project::new(stamp.project_id(), "2026:1");
        let title = Edit::Fact(FactEdit::Title(format!("Lokalvård {number}")));
        let project = domain::apply::apply(&project, &title, &catalogue, &stamp.signature()).unwrap();
        store.create(&project, &catalogue, &stamp, Bilingual::default()).unwrap();
    }
}

/// Saves a project of a colleague's as a file.
pub fn saves_a_file(home: &Path, path: &Path) {
    let (catalogue, stamp) = (catalogue(), yesterday(0));
    let mut store = Store::open(&home.join("hos Eva")).unwrap();
    let project = example::project("stadning", stamp.project_id(), &catalogue).unwrap();
    store.create(&project, &catalogue, &stamp, Bilingual::default()).unwrap();
    project_file::write(path, &store.project_file(&project.id).unwrap()).unwrap();
}

/// The path to a file as it is written from the folder where the tests run.
fn from_here(path: &Path) -> String {
    let up = std::env::current_dir().unwrap().components().count() - 1;
    format!("{}{}", "../".repeat(up), path.strip_prefix("/").unwrap().display())
}
