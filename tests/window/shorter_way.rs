//! What the officer need not write or look for: what the answers say, what does not fit, where one was.

use thirtyfour::Key;

use crate::support::{Officer, at_a_desk, at_the_desk};

const EXAMPLE: &str = "Städning av skolor och förskolor \
    Lokalvård i skolor. Språkträning, arbete på dagtid och arbetsrättsliga villkor.";
const STEP: &str = "Plats när fakturerat värde passerar ett steg";
const TERMS: &str = "Arbetsrättsliga villkor: lön, semester och arbetstid";

#[test]
fn what_the_answers_rule_out_is_ended_in_one_press_and_needs_no_other_reason() {
    at_the_desk(async |officer| {
        officer.presses("button", EXAMPLE).await;
        officer.goes_to_the_first_task().await;
        officer.types_with(Key::Control, "4").await;
        officer.reads("Svaren utesluter fem teman: Tillgänglighet").await;
        officer.looks_at_the_screen("svaren-utesluter").await;
        officer.presses("button", "Avsluta alla fem som inte relevanta").await;
        officer.reads("Fem teman är avslutade som inte relevanta.").await;
        officer.presses("link", "Reserverade kontrakt, Inte relevant").await;
        officer.reads("Skälet följer av svaren:").await;
        officer.looks_at_the_screen("svaren-är-skälet").await;
        what_does_not_fit_lies_folded(&officer).await;
        a_gap_has_room_for_what_is_to_stand_there(&officer).await;
    });
}

async fn what_does_not_fit_lies_folded(officer: &Officer) {
    officer.page("location.assign('#/project/requirements/employment')", &[]).await;
    officer.finds("heading", "Sysselsättning").await;
    officer.reads(" krav passar inte").await;
    officer.looks_at_the_screen("passar-inte").await;
}

async fn a_gap_has_room_for_what_is_to_stand_there(officer: &Officer) {
    officer.page("location.assign('#/project/requirements/labour_terms')", &[]).await;
    officer.presses_in(TERMS, "checkbox", TERMS).await;
    officer.presses("button", &format!("Visa mer om {TERMS}")).await;
    officer.resizes_the_window(1024, 700).await;
    officer.page("document.querySelector('article table').scrollIntoView({ block: 'center' })", &[]).await;
    officer.looks_at_the_screen("lonetabell-1024").await;
    officer.page("location.assign('#/project/review')", &[]).await;
    officer.finds("link", "Kollektivavtalet gäller till och med").await;
    officer.looks_at_the_screen("granskning-luckor").await;
    officer.presses("link", "Kollektivavtalet gäller till och med").await;
    officer.sees_focus("button", "fyll i kollektivavtalet gäller till och med").await;
}

#[test]
fn a_number_that_decides_the_text_and_could_not_be_worked_out_has_a_field() {
    at_the_desk(async |officer| {
        officer.begins_with("Flytt av arkiv", &["emp-framework-step"]).await;
        officer.opens_the_begun("Flytt av arkiv").await;
        officer.page("location.assign('#/project/requirements/employment')", &[]).await;
        officer.presses("button", &format!("Visa mer om {STEP}")).await;
        officer.presses_in(STEP, "button", "fyll i högsta antal platser").await;
        officer.types("2").await;
        officer.types(Key::Enter).await;
        officer.reads("dock högst två platser").await;
        officer.sees_focus("button", "Skriv om texten").await;
        officer.looks_at_the_screen("krav-tal-som-avgör").await;
    });
}

#[test]
fn a_project_opens_where_something_is_left_and_again_where_one_was_in_it() {
    at_a_desk(async |desk| {
        desk.opens_the_program(async |officer| {
            officer.presses("button", EXAMPLE).await;
            officer.finds("heading", "Sysselsättning").await;
            officer.page("location.assign('#/project/needs/labour_terms')", &[]).await;
            officer.finds("heading", "Arbetsvillkor").await;
        })
        .await;
        desk.opens_the_program(async |officer| {
            officer.presses("button", "Städning av skolor och förskolor").await;
            officer.finds("heading", "Arbetsvillkor").await;
        })
        .await;
    });
}
