//! What goes wrong is said where it is, with what to do, and nothing that was typed is lost; in light and dark.

use rusqlite::Connection;
use thirtyfour::Key;

use crate::support::{CLEANING, Desk, Officer, at_a_desk};

const WRONG: &str = "Värde exklusive moms: Skriv värdet med siffror, till exempel 20 000 000.";
const TITLE: &str = "Namn på upphandlingen";

#[test]
fn what_goes_wrong_is_said_with_what_to_do() {
    at_a_desk(async |desk| {
        desk.opens_the_program(async |officer| {
            goes_wrong(&officer, "").await;
            writes_while_another_holds_the_database(&desk, &officer).await;
            officer.presses("link", "Inställningar").await;
            officer.presses_in("Utseende", "radio", "Mörkt").await;
            officer.sees_chosen("Utseende", "radio", "Mörkt").await;
            goes_wrong(&officer, "-mörkt").await;
        })
        .await;
    });
}

async fn goes_wrong(officer: &Officer, look: &str) {
    officer.presses("link", "Projekt").await;
    officer.presses("button", CLEANING).await;
    officer.goes_to_the_first_task().await;
    writes_what_cannot_be_read(officer).await;
    officer.looks_at_the_screen(&format!("fel-värde{look}")).await;
    goes_to_what_is_wrong(officer).await;
    changes_the_regime_without_a_reason(officer, look).await;
    saves_where_nothing_can_be_saved(officer).await;
    officer.looks_at_the_screen(&format!("fel-plats{look}")).await;
    saves_elsewhere(officer, look).await;
    writes_an_own_requirement_that_is_not_whole(officer, look).await;
}

async fn writes_what_cannot_be_read(officer: &Officer) {
    officer.writes("textbox", TITLE, "Lokalvård").await;
    officer.writes("textbox", "Värde exklusive moms", "många").await;
    officer.types(Key::Tab).await;
    officer.reads("Skriv värdet med siffror, till exempel").await;
    officer.sees_written("", "Värde exklusive moms", "många").await;
    officer.reads("Värdet går inte att läsa. Rätta det, så visas regimen här.").await;
    officer.reads("Senast kända: ").await;
    officer.finds("link", "Upphandlingen, 1 fel").await;
}

/// What is wrong is told first in the form, and a press leads to it.
async fn goes_to_what_is_wrong(officer: &Officer) {
    officer.reads("En uppgift behöver rättas").await;
    officer.page("document.getElementById('content').scrollTop = 0", &[]).await;
    officer.photographs("fel-överst").await;
    officer.presses("link", WRONG).await;
    officer.sees_the_focus_on("textbox", "Värde exklusive moms").await;
    officer.presses("link", WRONG).await;
    officer.sees_the_focus_on("textbox", "Värde exklusive moms").await;
}

async fn changes_the_regime_without_a_reason(officer: &Officer, look: &str) {
    officer.writes("textbox", "Värde exklusive moms", "2 Mkr").await;
    officer.types(Key::Tab).await;
    officer.presses("button", "Ändra regim …").await;
    officer.presses("button", "Ändra regim").await;
    officer.reads("Skriv varför den här regimen ska gälla.").await;
    officer.looks_at_the_screen(&format!("fel-regim{look}")).await;
    officer.types(Key::Escape).await;
}

/// The folder of what the system knows about itself takes no files.
async fn saves_where_nothing_can_be_saved(officer: &Officer) {
    officer.presses_keys(&["ctrl+shift+s"]).await;
    officer.saves_as("Spara projektfil", "/proc/Lokalvård.samkrav".as_ref()).await;
    officer.reads("Filen sparades inte. I mappen /proc går det inte att skriva. Välj en annan mapp.").await;
}

async fn saves_elsewhere(officer: &Officer, look: &str) {
    officer.presses("button", "Välj en annan mapp …").await;
    officer.saves_as("Spara projektfil", &officer.home().join(format!("Lokalvård{look}.samkrav"))).await;
    officer.reads("Sparat: ").await;
}

async fn writes_an_own_requirement_that_is_not_whole(officer: &Officer, look: &str) {
    officer.types_with(Key::Control, "4").await;
    officer.presses("button", "Skriv eget krav").await;
    officer.presses("button", "Lägg till kravet").await;
    officer.reads("Skriv ett namn på kravet.").await;
    officer.sees_the_focus_on("textbox", "Namn").await;
    let scrolled = "return Math.round(document.querySelector('[role=\"dialog\"]').scrollTop)";
    assert_eq!(officer.page(scrolled, &[]).await, 0, "the title of the dialog is still seen");
    officer.looks_at_the_screen(&format!("fel-eget{look}")).await;
    officer.types(Key::Escape).await;
}

/// What is typed waits until the other lets go, and is kept then.
async fn writes_while_another_holds_the_database(desk: &Desk, officer: &Officer) {
    officer.types_with(Key::Control, "1").await;
    let other = Connection::open(desk.home().join("samkrav/samkrav.sqlite")).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    officer.writes("textbox", TITLE, "Städning").await;
    officer.types(Key::Tab).await;
    officer.reads("Ett annat fönster sparar just nu.").await;
    officer.reads("Det du skrev står kvar här").await;
    officer.reads("Inte sparat").await;
    officer.looks_at_the_screen("fel-upptagen").await;
    other.execute_batch("ROLLBACK").unwrap();
    officer.reads("Sparat").await;
    officer.sees_written("", TITLE, "Städning").await;
}

#[test]
fn a_start_where_nothing_can_be_kept_is_said_in_a_dialog_and_ends() {
    at_a_desk(async |desk| {
        let said = desk.starts_the_program_where_nothing_can_be_kept().await;
        for sentence in [
            "Mappen /proc/nowhere/samkrav går inte att använda.",
            "The folder /proc/nowhere/samkrav cannot be used.",
        ] {
            assert!(said.contains(sentence), "{said}");
        }
        assert!(!said.contains("panicked"), "{said}");
    });
}

#[test]
fn a_folder_that_cannot_be_used_is_said_on_the_page_until_it_can() {
    at_a_desk(async |desk| {
        let folder = desk.home().join("samkrav");
        std::fs::write(&folder, "ingen mapp").unwrap();
        desk.opens_the_program(async |officer| {
            officer.reads("är ingen mapp").await;
            officer.looks_at_the_screen_in_both_colours("mapp-hindrad").await;
            std::fs::remove_file(&folder).unwrap();
            officer.presses("button", "Försök igen").await;
            officer.finds("heading", "Välkommen till Samkrav").await;
        })
        .await;
    });
}
