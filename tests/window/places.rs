//! Places on the disk are chosen in the system's own dialog.

use serde_json::{Value, json};

use crate::support::{Officer, at_the_desk, wait_for};

const TITLE: &str = "Spara projektfil";

#[test]
fn the_officer_chooses_where_a_file_goes() {
    at_the_desk(async |officer| {
        asks_where_to_save(&officer).await;
        let place = officer.home().join("Lokal.samkrav");
        officer.saves_as(TITLE, &place).await;
        assert_eq!(answer(&officer).await, json!(place));
        assert!(!place.exists(), "to choose a place writes nothing");
    });
}

#[test]
fn leaving_the_dialog_chooses_nothing() {
    at_the_desk(async |officer| {
        asks_where_to_save(&officer).await;
        officer.leaves_dialog(TITLE).await;
        assert_eq!(answer(&officer).await, Value::Null);
    });
}

/// Asks as the pages do, and lays the answer aside, since the dialog is open until the officer answers.
async fn asks_where_to_save(officer: &Officer) {
    let question = json!({
        "title": TITLE,
        "fileName": "Lokalvård.samkrav",
        "kind": { "words": "Projektfil", "extension": "samkrav" },
    });
    let ask = "window.__TAURI_INTERNALS__.invoke('ask_where_to_save', arguments[0]).then(
                   (place) => { window.answer = { place } })";
    officer.page(ask, &[question]).await;
}

async fn answer(officer: &Officer) -> Value {
    let given = async || match officer.page("return window.answer ?? null", &[]).await {
        Value::Null => None,
        answer => Some(answer["place"].clone()),
    };
    wait_for("the answer from the dialog", given).await
}
