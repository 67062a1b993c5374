//! Places on the disk are chosen in the system's own dialog.

use serde_json::{Value, json};

use crate::support::{Officer, at_the_desk, wait_for};

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

/// Asks as the pages do, and lays the answer aside, since the dialog is open until the officer answers.
async fn saves_a_project_file(officer: &Officer) {
    let save = "const { invoke } = window.__TAURI_INTERNALS__;
                invoke('new_project')
                    .then(({ id }) => invoke('save_project_file', { id }))
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
