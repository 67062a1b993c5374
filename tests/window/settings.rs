//! What is set once is there in every new project, in what is seen, and after a restart; and there is one window.

use std::path::Path;

use thirtyfour::Key;

use crate::projects::{CLEANING, saves_a_file};
use crate::support::{Officer, at_a_desk};

#[test]
fn what_is_set_once_is_there_everywhere_and_after_a_restart() {
    at_a_desk(async |desk| {
        desk.opens_the_program(async |officer| {
            sets_the_profile(&officer).await;
            sets_the_logo(&officer).await;
            begins_a_project(&officer).await;
            sets_the_look(&officer).await;
            reads_about_the_program(&officer).await;
            officer.resizes_the_window(1100, 760).await;
        })
        .await;
        desk.opens_the_program(async |officer| {
            officer.finds("heading", "Projekt").await;
            officer.sees_the_window_as_large_as(1100, 760).await;
            sees_the_look(&officer).await;
        })
        .await;
    });
}

#[test]
fn a_second_start_brings_the_window_forward_and_hands_over_its_file() {
    at_a_desk(async |desk| {
        let path = desk.home().join("Från Eva.samkrav");
        saves_a_file(desk.home(), &path);
        desk.opens_the_program(async |officer| {
            officer.finds("heading", "Välkommen till Samkrav").await;
            officer.minimizes_the_window().await;
            desk.starts_the_program_again(&[]).await;
            officer.window().await;
            desk.starts_the_program_again(&[&path]).await;
            officer.reads("Filen har ett projekt som inte finns här").await;
            desk.starts_the_program_again(&[&path]).await;
            officer.reads("En fil till väntar.").await;
            officer.presses("button", "Öppna projektet").await;
            officer.reads("Filen har en äldre version av ett projekt du har").await;
            officer.types(Key::Escape).await;
            officer.sees_the_dialog_gone().await;
            officer.goes_to_the_first_task().await;
            officer.sees_written("", "Namn på upphandlingen", CLEANING).await;
        })
        .await;
    });
}

async fn sets_the_profile(officer: &Officer) {
    officer.presses("link", "Inställningar").await;
    officer.finds("heading", "Inställningar").await;
    officer.writes("textbox", "Ditt namn", "Karin Ek").await;
    officer.writes("textbox", "Myndighet", "Åsviks kommun").await;
    officer.writes("textbox", "Enhet som beställer", "Fastighetsenheten").await;
    officer.presses_in("Slag av myndighet", "radio", "Region").await;
    officer.presses_in("Vem föreslår", "radio", "Båda").await;
    officer.sees_chosen("Vem föreslår", "radio", "Båda").await;
    officer.presses("button", "Vite per plats, 10 000 kr, förslag").await;
    officer.writes("textbox", "Vite per plats", "25 000").await;
    officer.types(Key::Enter).await;
    officer.finds("button", "Vite per plats, 25 000 kr").await;
    officer.looks_at_the_screen_in_both_colours("installningar").await;
}

async fn sets_the_logo(officer: &Officer) {
    let wrong = officer.home().join("vapen.pdf.png");
    std::fs::write(&wrong, "%PDF-1.7").unwrap();
    officer.presses("button", "Välj logotyp …").await;
    officer.opens_file("Välj logotyp", &wrong).await;
    officer.reads("Filen är ett PDF-dokument.").await;
    let icon = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/icons/icon.svg");
    officer.presses("button", "Välj logotyp …").await;
    officer.opens_file("Välj logotyp", &icon).await;
    officer.finds("img", "Logotypen som den skrivs ut").await;
    officer.looks_at_the_screen_in_both_colours("installningar-logotyp").await;
    officer.presses("button", "Ta bort logotypen").await;
    officer.finds("button", "Välj logotyp …").await;
}

async fn begins_a_project(officer: &Officer) {
    officer.presses("button", "Ny upphandling").await;
    officer.finds("heading", "Upphandlingen").await;
    officer.sees_written("", "Upphandlare", "Karin Ek").await;
    officer.sees_written("", "Myndighet", "Åsviks kommun").await;
    officer.sees_chosen("Slag av myndighet", "radio", "Region").await;
}

async fn sets_the_look(officer: &Officer) {
    officer.presses("link", "Inställningar").await;
    officer.presses_in("Utseende", "radio", "Mörkt").await;
    officer.sees_chosen("Utseende", "radio", "Mörkt").await;
    officer.looks_at_the_screen("installningar-morkt").await;
    officer.presses_in("Textstorlek", "radio", "130 %").await;
    officer.sees_chosen("Textstorlek", "radio", "130 %").await;
    officer.looks_at_the_screen("installningar-130").await;
}

async fn reads_about_the_program(officer: &Officer) {
    officer.presses_keys(&["alt+v"]).await;
    officer.photographs_the_screen("meny").await;
    officer.presses_keys(&["Escape"]).await;
    officer.presses_keys(&["alt+h", "o"]).await;
    officer.reads("Utgåva 2026:1, kontrollerad mot lagen 2026-11-25").await;
    officer.reads(&officer.home().join("samkrav").display().to_string()).await;
    officer.reads("Inget skickas och inget hämtas.").await;
    officer.finds_the_window_accessible().await;
    officer.photographs("om-samkrav").await;
    officer.types(Key::Escape).await;
    officer.finds("heading", "Inställningar").await;
}

async fn sees_the_look(officer: &Officer) {
    officer.presses_keys(&["alt+a", "i"]).await;
    officer.sees_written("", "Ditt namn", "Karin Ek").await;
    officer.sees_chosen("Utseende", "radio", "Mörkt").await;
    officer.sees_chosen("Textstorlek", "radio", "130 %").await;
    let dark = officer.page("return document.documentElement.dataset.theme", &[]).await;
    assert_eq!(dark, "dark");
}
