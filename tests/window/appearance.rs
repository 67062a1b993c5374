//! What the officer sees in the dark and at twice the size: every task, with its picture, and usable for everyone.

use rusqlite::Connection;
use serde_json::json;
use thirtyfour::Key;

use crate::support::{Officer, at_the_desk};

const EXAMPLE: &str = "Mindre byggtjänster, reparation och underhåll Ramavtal i fyra år. Dialog, praktik när värdet når ett steg, och \
                       framkomlighet medan arbetet pågår.";

/// The tasks by their keys, with what stands first in them.
const TASKS: [(&str, &str); 7] = [
    ("1", "Upphandlingen"),
    ("2", "Förutsättningar"),
    ("3", "Det som köps"),
    ("4", "Sysselsättning"),
    ("5", "Uppföljning"),
    ("6", "Granskning"),
    ("7", "Kravspecifikation"),
];

#[test]
fn every_task_can_be_used_in_the_dark_and_at_twice_the_size() {
    at_the_desk(async |officer| {
        officer.presses("link", "Inställningar").await;
        officer.presses_in("Utseende", "radio", "Mörkt").await;
        officer.sees_chosen("Utseende", "radio", "Mörkt").await;
        officer.presses("link", "Projekt").await;
        officer.presses("button", EXAMPLE).await;
        officer.goes_to_the_first_task().await;
        officer.types_with(Key::Control, "4").await;
        officer.presses("checkbox", "Dialog om sysselsättningsfrämjande insatser").await;
        looks_at_every_task(&officer, "mörkt").await;
        officer.page("window.__TAURI_INTERNALS__.invoke('zoom', { percent: 200 })", &[]).await;
        officer.finds("button", "Sök eller gå till").await;
        looks_at_every_task(&officer, "mörkt-200").await;
        has_room_for_what_counts(&officer).await;
        looks_at_what_is_beside_the_tasks(&officer).await;
    });
}

/// On a large screen every task has its place, and what unfolds is seen whole.
#[test]
fn every_task_can_be_used_in_a_wide_window() {
    at_the_desk(async |officer| {
        officer.opens_the_example(EXAMPLE).await;
        officer.types_with(Key::Control, "4").await;
        officer.presses("checkbox", "Dialog om sysselsättningsfrämjande insatser").await;
        officer.resizes_the_window(2560, 1300).await;
        looks_at_every_task(&officer, "brett-2560").await;
        officer.resizes_the_window(1600, 1000).await;
        looks_at_every_task(&officer, "brett").await;
        officer.presses("button", "Fler format").await;
        officer.looks_at_the_screen("brett-format").await;
        officer.types(Key::Escape).await;
        officer.types_with(Key::Control, "1").await;
        officer.tabs_to("", "combobox", "CPV-koder").await;
        officer.types("målning").await;
        officer.sees_a_row_marked().await;
        officer.looks_at_the_screen("brett-cpv").await;
        // Closed, the list opens again where the field is pressed.
        officer.types(Key::Escape).await;
        officer.presses("combobox", "CPV-koder").await;
        officer.sees_a_row_marked().await;
    });
}

#[test]
fn what_is_seldom_seen_can_be_used_too() {
    at_the_desk(async |officer| {
        let lots = json!({ "edit": "fact", "field": "lots", "value": ["Norra parkerna", "Södra parkerna"] });
        officer.begins_by("Skötsel av parker", vec![lots]).await;
        officer.loads_the_page_anew().await;
        officer.presses("button", "Skötsel av parker").await;
        officer.finds("textbox", "Antal leverantörer").await;
        officer.tabs_to("", "textbox", "Antal leverantörer").await;
        officer.looks_at_the_screen("delområden").await;
        damages_the_project(&officer);
        officer.page("location.assign('#/')", &[]).await;
        officer.loads_the_page_anew().await;
        officer.reads("Projektet är skadat").await;
        officer.looks_at_the_screen_in_both_colours("projekt-skadat").await;
        officer.presses("button", "Öppna det ur en säkerhetskopia").await;
        officer.finds("heading", "Återställ från säkerhetskopia").await;
    });
}

fn damages_the_project(officer: &Officer) {
    let database = Connection::open(officer.home().join("samkrav/samkrav.sqlite")).unwrap();
    database.execute("UPDATE project SET created = replace(created, '-', '/')", []).unwrap();
}

async fn looks_at_every_task(officer: &Officer, name: &str) {
    for (key, heading) in TASKS {
        officer.types_with(Key::Control, key).await;
        officer.finds("heading", heading).await;
        officer.looks_at_the_screen(&format!("{name}-{key}")).await;
        let fits = "const main = document.querySelector('main'); return main.scrollWidth <= main.clientWidth";
        assert_eq!(officer.page(fits, &[]).await, true, "{heading} scrolls sideways");
    }
    officer.page("location.assign('#/project/overview')", &[]).await;
    officer.finds("heading", "Översikt").await;
    officer.looks_at_the_screen(&format!("{name}-översikt")).await;
    officer.types_with(Key::Control, "7").await;
    officer.finds("heading", "Kravspecifikation").await;
}

/// At twice the size the first field is seen without scrolling, and the bar of the task says which document it is.
async fn has_room_for_what_counts(officer: &Officer) {
    officer.finds("button", "Kravspecifikation Utkast").await;
    officer.types_with(Key::Control, "1").await;
    officer.finds("textbox", "Namn på upphandlingen").await;
    let bottom = "return document.getElementById('title').getBoundingClientRect().bottom <= innerHeight";
    assert_eq!(officer.page(bottom, &[]).await, true, "the first field is below the window");
    officer.page("document.querySelector('.card summary').click()", &[]).await;
    officer.reads("Det här skulle ändra regimen").await;
    officer.types_with(Key::Control, "7").await;
}

/// The search, the dialogs and the pages beside the tasks.
async fn looks_at_what_is_beside_the_tasks(officer: &Officer) {
    officer.types_with(Key::Control, "k").await;
    officer.finds("combobox", "Sök eller gå till").await;
    officer.types("vite").await;
    officer.reads("CPV-koder").await;
    officer.looks_at_the_screen("mörkt-200-sök").await;
    officer.types(Key::Escape).await;
    officer.presses_keys(&["alt+h", "o"]).await;
    officer.reads("Inget skickas och inget hämtas.").await;
    officer.looks_at_the_screen("mörkt-200-om").await;
    officer.types(Key::Escape).await;
    officer.sees_the_dialog_gone().await;
    officer.types(Key::F1).await;
    officer.finds("heading", "Hjälp").await;
    officer.looks_at_the_screen("mörkt-200-hjälp").await;
    // The driver's pointer lands elsewhere at this size; the keys do not.
    officer.tabs_to("", "button", "Tillbaka").await;
    officer.types(Key::Enter).await;
    officer.finds("heading", "Kravspecifikation").await;
    officer.page("location.assign('#/')", &[]).await;
    officer.finds("heading", "Projekt").await;
    officer.looks_at_the_screen("mörkt-200-projekt").await;
}
