//! Backups and earlier versions: what they hold is seen first, and what is here stays.

use std::fs;

use domain::edit::{Edit, FactEdit};
use store::{Store, backup};
use thirtyfour::Key;

use crate::receive::{TITLE, at, begun, makes};
use crate::support::{Officer, at_a_desk};

#[test]
fn a_project_comes_back_from_a_backup_and_an_earlier_version_from_the_history() {
    at_a_desk(async |desk| {
        let folder = desk.home().join("samkrav");
        let (id, _) = begun(desk.home());
        backup::make(&folder, at(5, "").at).unwrap();
        fs::write(folder.join("backups/samkrav-20991231T120000.000Z.sqlite"), "inte en databas ").unwrap();
        let edit = Edit::Fact(FactEdit::Title("Städning i skolor".to_owned()));
        makes(&mut Store::open(&folder).unwrap(), &id, "Anna Lindqvist", 30, &[edit]);
        desk.opens_the_program(async |officer| {
            officer.presses("button", "Städning i skolor").await;
            officer.finds("heading", "Sysselsättning").await;
            officer.presses("link", "Översikt").await;
            looks_in_the_history(&officer).await;
            restores(&officer).await;
        })
        .await;
    });
}

async fn looks_in_the_history(officer: &Officer) {
    officer.presses("button", "Visa hela historiken").await;
    officer.finds("button", "Dölj historiken").await;
    officer.presses("button", "Fler val: Ny upphandling").await;
    officer.presses("menuitem", "Jämför med nu").await;
    officer.reads("Städning av skolor och förskolor").await;
    officer.looks_at_the_screen_in_both_colours("historik-jämför").await;
    officer.types(Key::Escape).await;
    officer.sees_the_dialog_gone().await;
    officer.presses("button", "Fler val: Ny upphandling").await;
    officer.presses("menuitem", "Ge versionen ett namn …").await;
    officer.writes("textbox", "Namn", "Skickad på remiss").await;
    officer.looks_at_the_screen("historik-namn").await;
    officer.presses("button", "Spara namnet").await;
    officer.sees_the_dialog_gone().await;
    officer.presses("button", "Fler val: Skickad på remiss").await;
    officer.presses("menuitem", "Gå tillbaka hit").await;
    officer.reads("Den tidigare versionen är tillbaka.").await;
    officer.reads("namn saknas").await;
    officer.looks_at_the_screen_in_both_colours("historik-tillbaka").await;
    officer.presses("button", "Ångra").await;
    officer.reads("Ångrat: Tillbaka till en tidigare version: Skickad på remiss").await;
}

async fn restores(officer: &Officer) {
    officer.presses("button", "Säkerhetskopior …").await;
    officer.reads("Återställ från säkerhetskopia").await;
    officer.reads("är skadad och räknas inte.").await;
    officer.reads("Kontrollerad och hel.").await;
    // The pages say the day by the computer's own clock, which is not the program's here.
    officer.reads("11:05").await;
    // The newest is chosen, and has the focus; the one before is yesterday's.
    officer.types(Key::Down).await;
    officer.reads("Städning av skolor och förskolor").await;
    officer.looks_at_the_screen_in_both_colours("återställ").await;
    officer.resizes_the_window(1024, 700).await;
    officer.page("window.__TAURI_INTERNALS__.invoke('zoom', { percent: 200 })", &[]).await;
    officer.looks_at_the_screen("återställ-200").await;
    let seen = "const box = (one) => document.querySelector(one).getBoundingClientRect();
                const [chosen, body] = [box('.dialog label:has(input:checked)'), box('.dialog-body')];
                return chosen.top >= body.top && chosen.bottom <= body.bottom";
    assert_eq!(officer.page(seen, &[]).await, true, "the copy that the button opens is in sight");
    officer.page("window.__TAURI_INTERNALS__.invoke('zoom', { percent: 100 })", &[]).await;
    // Which day it is called depends on the computer's own clock too.
    let open = "[...document.querySelectorAll('button')].find((one) => one.innerText.startsWith('Öppna kopian från ')).click()";
    officer.page(open, &[]).await;
    officer.finds("heading", "Sysselsättning").await;
    officer.reads("är öppnat ur säkerhetskopian.").await;
    officer.goes_to_the_first_task().await;
    officer.finds("textbox", TITLE).await;
}
