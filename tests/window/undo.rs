//! What was done is undone and redone, also after a restart; and the search leads to what one means.

use thirtyfour::Key;

use crate::support::{Officer, at_a_desk, at_the_desk};

const VALUE: &str = "Värde exklusive moms: 20 000 000 kr";

#[test]
fn what_was_done_is_undone_and_redone_also_after_a_restart() {
    at_a_desk(async |desk| {
        desk.opens_the_program(async |officer| {
            fills_in_three_facts(&officer).await;
            undoes_typing_in_its_field_first(&officer).await;
            goes_back_to_where_it_was_typed(&officer).await;
        })
        .await;
        desk.opens_the_program(async |officer| undoes_what_was_done_before(&officer).await).await;
    });
}

async fn fills_in_three_facts(officer: &Officer) {
    officer.presses("button", "Ny upphandling").await;
    officer.finds("heading", "Upphandlingen").await;
    officer.writes("textbox", "Namn på upphandlingen", "Lokalvård").await;
    officer.writes("textbox", "Värde exklusive moms", "20 Mkr").await;
    officer.types(Key::Tab).await;
    officer.finds("button", &format!("Ångra: {VALUE}")).await;
}

async fn undoes_typing_in_its_field_first(officer: &Officer) {
    officer.writes("textbox", "Diarienummer", "KS 417").await;
    officer.types_with(Key::Control, "z").await;
    officer.sees_written("", "Diarienummer", "KS").await;
    officer.types_with(Key::Control, "y").await;
    officer.sees_written("", "Diarienummer", "KS 417").await;
    officer.types(Key::Tab).await;
    officer.finds("button", "Ångra: Diarienummer: KS 417").await;
    officer.looks_at_the_screen("15-undo").await;
}

async fn goes_back_to_where_it_was_typed(officer: &Officer) {
    officer.types_with(Key::Control, "2").await;
    officer.finds("heading", "Förutsättningar").await;
    officer.types_with(Key::Control, "z").await;
    officer.finds("heading", "Upphandlingen").await;
    officer.sees_written("", "Diarienummer", "").await;
    officer.sees_the_focus_on("textbox", "Diarienummer").await;
    officer.finds("button", "Gör om: Diarienummer: KS 417").await;
    officer.types_with(Key::Control, "y").await;
    officer.sees_written("", "Diarienummer", "KS 417").await;
    officer.presses("button", "Ångra: Diarienummer: KS 417").await;
    officer.sees_written("", "Diarienummer", "").await;
    officer.sees_the_focus_on("button", &format!("Ångra: {VALUE}")).await;
}

async fn undoes_what_was_done_before(officer: &Officer) {
    officer.presses("button", "Lokalvård").await;
    officer.presses("button", &format!("Ångra: {VALUE}")).await;
    officer.sees_written("", "Värde exklusive moms", "").await;
    officer.presses("button", "Ångra: Namn på upphandlingen: Lokalvård").await;
    officer.sees_written("", "Namn på upphandlingen", "").await;
    officer.looks_at_the_screen("15b-undone-after-restart").await;
    officer.presses("button", "Gör om: Namn på upphandlingen: Lokalvård").await;
    officer.presses("button", &format!("Gör om: {VALUE}")).await;
    officer.sees_written("", "Värde exklusive moms", "20 000 000").await;
}

#[test]
fn the_search_leads_to_what_one_means() {
    at_the_desk(async |officer| {
        officer.presses("button", "Ny upphandling").await;
        officer.finds("heading", "Upphandlingen").await;
        officer.tabs_to("", "textbox", "Diarienummer").await;
        searches(&officer, "besok").await;
        officer.reads("Studiebesök").await;
        officer.looks_at_the_screen_in_both_colours("15c-search").await;
        officer.types(Key::Escape).await;
        officer.sees_the_focus_on("textbox", "Diarienummer").await;

        searches(&officer, "studiebesök").await;
        officer.sees_a_hit("Studiebesök").await;
        officer.types(Key::Enter).await;
        officer.finds("heading", "Sysselsättning").await;
        officer.sees_the_focus_on("button", "Lägg till ändå: Studiebesök").await;
        officer.types(Key::Enter).await;
        officer.sees_chosen("Studiebesök", "checkbox", "Studiebesök").await;

        searches(&officer, "utför personal arbete").await;
        officer.sees_a_hit("Utför leverantörens personal arbete i avtalet, eller köps bara varor?").await;
        officer.types(Key::Enter).await;
        let question = "Utför leverantörens personal arbete i avtalet, eller köps bara varor?";
        officer.finds_in(question, "radio", "Arbete").await;
        officer.looks_at_the_screen("15d-question-found").await;
        searches(&officer, "90910000").await;
        officer.sees_a_hit("90910000").await;
        officer.types(Key::Enter).await;
        officer.reads("90910000 är tillagd bland CPV-koderna.").await;
        officer.finds("button", "Ta bort 90910000-9").await;
        searches(&officer, "ramavtal").await;
        officer.reads("I hjälpen").await;
        officer.types_with(Key::Control, "a").await;
        officer.types("ångra").await;
        officer.presses("option", "Ångra och gör om").await;
        officer.sees_the_focus_on("heading", "Ångra och gör om").await;
        officer.presses("button", "Tillbaka").await;
        officer.finds("heading", "Upphandlingen").await;
        searches(&officer, "granskning").await;
        officer.sees_a_hit("Granskning").await;
        officer.types(Key::Enter).await;
        officer.finds("heading", "Granskning").await;
    });
}

async fn searches(officer: &Officer, words: &str) {
    officer.types_with(Key::Control, "k").await;
    officer.finds("combobox", "Sök eller gå till").await;
    officer.types(words).await;
}
