//! The officer's own words: a text is rewritten and taken back, the level is changed, and a requirement is written.

use crate::support::{Officer, at_the_desk};

const VISIT: &str = "Studiebesök";
const TITLE: &str = "Lokalvård i skolor";
const OWN: &str = "Lekplatsen hålls öppen";
const PRINTED: &str = "Leverantören ska visa arbetet för två studiebesök om året.";

#[test]
fn requirements_are_rewritten_changed_and_written_in_the_officers_own_words() {
    at_the_desk(async |officer| {
        chooses_a_visit_and_farms(&officer).await;
        rewrites_the_text(&officer).await;
        goes_back_and_undoes_it(&officer).await;
        changes_the_level_and_undoes_it(&officer).await;
        writes_a_requirement(&officer).await;
        changes_the_placement(&officer).await;
    });
}

async fn rewrites_the_text(officer: &Officer) {
    officer.presses_in(VISIT, "button", "Visa mer om Studiebesök").await;
    officer.presses_in(VISIT, "button", "Skriv om texten").await;
    // The value between its signs, as it is cut out and put in again.
    let first = "Leverantören ska visa arbetet för \u{2068}två studiebesök\u{2069} om året.";
    officer.writes_in(VISIT, "textbox", "Skyldighet a", first).await;
    officer.presses_in(VISIT, "button", "Flytta ner skyldighet a").await;
    officer.sees_written(VISIT, "Skyldighet b", first).await;
    officer.presses_in(VISIT, "button", "Ta bort skyldighet a").await;
    officer.sees_written(VISIT, "Skyldighet a", first).await;
    officer.finds_in(VISIT, "button", "Tillbaka till kravbibliotekets text").await;
    officer.looks_at_the_screen_in_both_colours("krav-skriv-om").await;
    officer.presses_in(VISIT, "button", "Klar").await;
    officer.reads(PRINTED).await;
    officer.reads("Egen text").await;
    officer.reads("Används inte i din text.").await;
    officer.looks_at_the_screen("krav-egen-text").await;
}

async fn goes_back_and_undoes_it(officer: &Officer) {
    officer.presses_in(VISIT, "button", "Tillbaka till kravbibliotekets text").await;
    officer.reads("Studiebesök har kravbibliotekets text igen.").await;
    officer.presses("button", "Ångra").await;
    officer.reads(PRINTED).await;
}

async fn changes_the_level_and_undoes_it(officer: &Officer) {
    officer.presses_in(VISIT, "button", "Nivå: Bas").await;
    officer.reads("Om du byter: Den egna texten följer inte med.").await;
    officer.looks_at_the_screen_in_both_colours("krav-nivåer").await;
    officer.presses_in(VISIT, "button", "Byt till Praktikplatser, nivå Avancerad").await;
    officer
        .reads("Studiebesök byttes mot Praktikplatser, nivå Avancerad. Den egna texten följer inte med.")
        .await;
    officer.looks_at_the_screen_in_both_colours("krav-annan-niva").await;
    officer.presses("button", "Ångra").await;
    officer.reads(PRINTED).await;
}

async fn writes_a_requirement(officer: &Officer) {
    officer.page("location.assign('#/project/requirements/children')", &[]).await;
    officer.finds("heading", "Barn och unga").await;
    officer.presses("button", "Skriv eget krav").await;
    officer.finds("heading", "Skriv eget krav").await;
    officer.writes("textbox", "Namn", OWN).await;
    comes_back_to_what_was_half_written(officer).await;
    officer.presses("button", "Lägg till kravet").await;
    officer.reads("Skriv minst en skyldighet.").await;
    officer.writes("textbox", "Skyldigheter", "Leverantören ska hålla lekplatsen öppen.").await;
    officer.presses_in("Kriterietyp", "radio", "Särskilt kontraktsvillkor").await;
    officer.reads("Särskilda kontraktsvillkor behöver inte vara uppfyllda när anbudet lämnas.").await;
    officer.looks_at_the_screen_in_both_colours("krav-eget-formular").await;
    officer.presses("button", "Lägg till kravet").await;
    officer.finds_in(OWN, "button", "Ändra kravet …").await;
    officer.reads("Eget krav").await;
    officer.looks_at_the_screen("krav-eget").await;
    officer.presses_in(OWN, "button", "Ta bort kravet").await;
    officer.reads("Lekplatsen hålls öppen togs bort.").await;
    officer.presses("button", "Ångra").await;
    officer.finds_in(OWN, "button", "Ändra kravet …").await;
}

/// One looks at something else, and closes the window in between.
async fn comes_back_to_what_was_half_written(officer: &Officer) {
    officer.presses("button", "Avbryt").await;
    officer.sees_the_dialog_gone().await;
    officer.opens_the_begun(TITLE).await;
    officer.finds("heading", "Barn och unga").await;
    officer.presses("button", "Skriv eget krav").await;
    officer.reads("Här är det du skrev senast.").await;
    officer.sees_written("", "Namn", OWN).await;
    officer.looks_at_the_screen_in_both_colours("krav-eget-kvar").await;
}

async fn changes_the_placement(officer: &Officer) {
    officer.page("location.assign('#/project/requirements/ethical_goods')", &[]).await;
    officer.finds("heading", "Etiska varor").await;
    let farm = "Odlares ersättning och villkor för kaffe, te, kakao och bananer";
    officer.presses_in(farm, "button", &format!("Visa mer om {farm}")).await;
    officer.presses_in(farm, "button", "Kriterietyp: Särskilt kontraktsvillkor").await;
    officer.reads("Tilldelningskriterier avgör vilket anbud som är bäst.").await;
    officer.looks_at_the_screen_in_both_colours("krav-kriterietyp").await;
    officer
        .presses_in(farm, "button", "Byt till Tilldelning: andel varor med kontrollerade odlarvillkor")
        .await;
    officer.reads("byttes mot kriterietypen Tilldelningskriterium.").await;
}

/// A project with two requirements, as the pages would make it, and a theme open.
async fn chooses_a_visit_and_farms(officer: &Officer) {
    officer.begins_with(TITLE, &["emp-study-visit", "eth-farm"]).await;
    officer.opens_the_begun(TITLE).await;
    officer.finds("heading", "Upphandlingen").await;
    officer.page("location.assign('#/project/requirements/employment')", &[]).await;
    officer.finds("heading", "Sysselsättning").await;
}
