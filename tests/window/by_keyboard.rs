//! A shorter way, with the keyboard alone: whoever cannot use a mouse gets to a document too.

use thirtyfour::Key;

use crate::support::{Officer, at_the_desk};

const DIALOGUE: &str = "Dialog om sysselsättningsfrämjande insatser";

#[test]
fn a_document_is_made_without_a_mouse() {
    at_the_desk(async |officer| {
        officer.reads("Välkommen till Samkrav").await;
        officer.tabs_to("", "button", "Ny upphandling").await;
        officer.types(Key::Enter).await;
        officer.finds("heading", "Upphandlingen").await;
        fills_in_the_facts(&officer).await;
        answers_about_the_needs(&officer).await;
        chooses_a_requirement(&officer).await;
        saves_the_document(&officer).await;
    });
}

async fn fills_in_the_facts(officer: &Officer) {
    writes(officer, "", "Namn på upphandlingen", "Lokalvård").await;
    officer.tabs_to("", "combobox", "CPV-koder").await;
    officer.types("90910000").await;
    officer.reads("1 av 1 träff").await;
    officer.sees_a_row_marked().await;
    officer.types(Key::Enter).await;
    officer.finds("button", "Ta bort 90910000-9").await;
    officer.chooses("Kontraktets art", "Tjänst").await;
    writes(officer, "", "Värde exklusive moms", "12 Mkr").await;
    writes(officer, "", "Avtalstid", "36").await;
    writes(officer, "", "Avtalsstart", "2027-04-01").await;
    officer.chooses("Ramavtal", "Nej").await;
    officer.reads("Hela LOU gäller").await;
}

async fn answers_about_the_needs(officer: &Officer) {
    officer.types_with(Key::Control, "3").await;
    officer.chooses("Utför leverantörens personal arbete i avtalet, eller köps bara varor?", "Arbete").await;
    officer.tabs_to("", "button", "Nästa: Sysselsättning").await;
    officer.types(Key::Enter).await;
    ticks(officer, "Vad vill ni främst nå?", "Språk").await;
    officer.chooses("Hur ska kravet bestämmas?", "Dialog utan antal").await;
}

async fn chooses_a_requirement(officer: &Officer) {
    officer.types_with(Key::Control, "4").await;
    ticks(officer, DIALOGUE, DIALOGUE).await;
    officer.types(Key::Enter).await;
    officer.finds("button", &format!("Visa mindre om {DIALOGUE}")).await;
}

async fn saves_the_document(officer: &Officer) {
    officer.types_with(Key::Control, "7").await;
    officer.finds("heading", "Kravspecifikation").await;
    officer.tabs_to("", "button", "Skapa PDF").await;
    officer.types(Key::Enter).await;
    let place = officer.home().join("Krav.pdf");
    officer.saves_as("Spara kravspecifikation", &place).await;
    officer.reads(&format!("Sparat: {}", place.display())).await;
    assert!(std::fs::read(&place).unwrap().starts_with(b"%PDF"));
}

async fn writes(officer: &Officer, part: &str, name: &str, text: &str) {
    officer.tabs_to(part, "textbox", name).await;
    officer.types(text).await;
}

async fn ticks(officer: &Officer, part: &str, name: &str) {
    officer.finds_in(part, "checkbox", name).await;
    officer.tabs_to(part, "checkbox", name).await;
    officer.types(" ").await;
    officer.sees_chosen(part, "checkbox", name).await;
}
