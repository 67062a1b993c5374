//! What is wrong in a text is told while it is written, and of a text that has been pasted.

use serde_json::json;
use thirtyfour::Key;

use crate::support::{Officer, at_the_desk};

const VISIT: &str = "Studiebesök";
const TITLE: &str = "Lokalvård i skolor";
const TRAP: &str = "Varorna ska vara märkta med Fairtrade.";
const MENDED: &str = "Varorna ska vara märkta med Fairtrade eller likvärdig märkning.";
const TAKE_OVER: &str = "Lägg till ”eller likvärdig märkning”";
const PASTED: &str = "Kravspecifikation\n\nVarorna ska vara märkta med Fairtrade.\nPraktikanterna ska vara bosatta i kommunen.\n\
    Leverantören ska ha kollektivavtal.";

#[test]
fn a_trap_is_told_while_one_writes_and_its_remedy_taken_over_and_taken_back() {
    at_the_desk(async |officer| {
        rewrites_a_duty(&officer).await;
        types_a_value(&officer).await;
        writes_a_requirement(&officer).await;
        writes_the_aim(&officer).await;
    });
}

async fn rewrites_a_duty(officer: &Officer) {
    officer.begins_with(TITLE, &["emp-study-visit", "sup-trace-sel"]).await;
    officer.opens_the_begun(TITLE).await;
    officer.finds("heading", "Upphandlingen").await;
    officer.page("location.assign('#/project/requirements/employment')", &[]).await;
    officer.presses_in(VISIT, "button", "Visa mer om Studiebesök").await;
    officer.presses_in(VISIT, "button", "Skriv om texten").await;
    officer.writes_in(VISIT, "textbox", "Skyldighet a", TRAP).await;
    officer.finds_in(VISIT, "button", "”Fairtrade”").await;
    officer.looks_at_the_screen_in_both_colours("skriv-om-anmarkning").await;
    officer.presses_in(VISIT, "button", TAKE_OVER).await;
    officer.sees_written(VISIT, "Skyldighet a", MENDED).await;
    officer.sees_focus("textbox", "Skyldighet a").await;
    officer.types_with(Key::Control, "z").await;
    officer.sees_written(VISIT, "Skyldighet a", TRAP).await;
}

/// In the sentence that it stands in, before it is accepted.
async fn types_a_value(officer: &Officer) {
    officer.page("location.assign('#/project/requirements/supply_chains')", &[]).await;
    officer.finds("heading", "Leveranskedjor").await;
    officer.presses("button", "Visa mer om System för att leda och spåra leveranskedjan").await;
    officer.presses("button", "fyll i vad systemet ska klara").await;
    officer.types("spårning av personal som är bosatt i kommunen").await;
    officer.finds("button", "”bosatt”").await;
    officer.looks_at_the_screen_in_both_colours("värde-anmarkning").await;
    officer.presses("button", "”bosatt”").await;
    officer.sees_focus("textbox", "Vad systemet ska klara").await;
    officer.writes("textbox", "Vad systemet ska klara", "spårning till fabrik").await;
    officer.types(Key::Enter).await;
    officer.reads("Systemet ska klara: spårning till fabrik").await;
    officer.page("location.assign('#/project/requirements/employment')", &[]).await;
    officer.finds("heading", "Sysselsättning").await;
}

/// With the keyboard alone, from the field to the remedy.
async fn writes_a_requirement(officer: &Officer) {
    officer.presses("button", "Skriv eget krav").await;
    officer.writes("textbox", "Skyldigheter", TRAP).await;
    officer.finds("button", TAKE_OVER).await;
    officer.looks_at_the_screen("eget-krav-anmarkning").await;
    officer.tabs_to("", "button", TAKE_OVER).await;
    officer.types(Key::Enter).await;
    officer.sees_written("", "Skyldigheter", MENDED).await;
    officer.presses("button", "Avbryt").await;
    officer.sees_the_dialog_gone().await;
}

async fn writes_the_aim(officer: &Officer) {
    officer.page("location.assign('#/project/procurement')", &[]).await;
    officer.writes("textbox", "Syfte", "Leverantören ska anställa personer som är bosatta i kommunen.").await;
    officer.finds("button", "”bosatta”").await;
    officer.looks_at_the_screen("syfte-anmarkning").await;
    // Whoever goes on typing from there writes beside the words, not over them.
    officer.presses("button", "”bosatta”").await;
    officer.types(" eller studerar").await;
    let whole = "Leverantören ska anställa personer som är bosatta eller studerar i kommunen.";
    officer.sees_written("", "Syfte", whole).await;
}

#[test]
fn a_text_that_is_pasted_is_read_whole() {
    at_the_desk(async |officer| {
        officer.page("location.assign('#/text')", &[]).await;
        officer.finds("heading", "Granska en text").await;
        officer.reads("Ingen upphandling är öppen, så lagrum visas inte.").await;
        officer.looks_at_the_screen("granska-text-tom").await;
        pastes(&officer, PASTED).await;
        officer.finds("button", "”Fairtrade”").await;
        officer.reads("rad 5").await;
        officer.looks_at_the_screen_in_both_colours("granska-text").await;
        officer.presses("button", TAKE_OVER).await;
        officer.sees_focus("textbox", "Text att granska").await;
        pastes(&officer, "Leverantören ska lämna en rapport den 1 juni varje år.").await;
        officer.reads("Inga anmärkningar.").await;
        officer.resizes_the_window(1024, 700).await;
        officer.looks_at_the_screen("granska-text-1024").await;
    });
}

/// A text with several lines, as it comes from the clipboard.
async fn pastes(officer: &Officer, text: &str) {
    let script =
        "const field = document.querySelector('textarea'); field.focus(); field.value = arguments[0];
                  field.dispatchEvent(new Event('input', { bubbles: true }))";
    officer.page(script, &[json!(text)]).await;
}
