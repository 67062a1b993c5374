//! Places on the disk are chosen in the system's own dialog.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::support::{CLEANING, Officer, at_the_desk, wait_for};

const TITLE: &str = "Spara projektfil";

#[test]
fn a_file_goes_where_the_officer_chooses() {
    at_the_desk(async |officer| {
        saves_a_project_file(&officer).await;
        let place = officer.home().join("Lokal.samkrav");
        officer.saves_as(TITLE, &place).await;
        assert_eq!(answer(&officer).await, json!({ "outcome": "written", "place": place }));
        assert!(place.exists());
    });
}

#[test]
fn leaving_the_dialog_writes_nothing() {
    at_the_desk(async |officer| {
        saves_a_project_file(&officer).await;
        officer.leaves_dialog(TITLE).await;
        assert_eq!(answer(&officer).await, json!({ "outcome": "cancelled" }));
    });
}

#[test]
fn a_file_to_hand_out_is_saved_without_its_notes() {
    at_the_desk(async |officer| {
        officer.presses("button", CLEANING).await;
        officer.goes_to_the_first_task().await;
        officer.types_with(Key::Control, "7").await;
        officer.presses("button", "Spara en fil för utlämnande …").await;
        officer.reads("Vad ska följa med?").await;
        officer.looks_at_the_screen_in_both_colours("lämna-ut").await;
        officer.presses("button", "Välj plats …").await;
        let place = officer.home().join("Ut.samkrav");
        officer.saves_as(TITLE, &place).await;
        officer.reads(&format!("Sparat: {}", place.display())).await;
        let file = std::fs::read_to_string(&place).unwrap();
        assert!(file.contains("Städning av skolor") && !file.contains("en bransch i riskzonen"), "{file}");
    });
}

/// Asks as the pages do, and lays the answer aside, since the dialog is open until the officer answers.
async fn saves_a_project_file(officer: &Officer) {
    let save = "const { invoke } = window.__TAURI_INTERNALS__;
                invoke('new_project')
                    .then(({ id }) => invoke('save_project_file', { id, content: 'all' }))
                    .then((answer) => { window.answer = answer }, (refusal) => { window.answer = refusal })";
    officer.page(save, &[]).await;
}

async fn answer(officer: &Officer) -> Value {
    let given = async || match officer.page("return window.answer ?? null", &[]).await {
        Value::Null => None,
        answer => Some(answer),
    };
    wait_for("the answer from the dialog", given).await
}
