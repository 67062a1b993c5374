//! Help where one is: the handbook with F1, and the questions to others as a text to send.

use thirtyfour::Key;

use crate::support::{BUILDING, at_the_desk};

#[test]
fn the_handbook_is_a_key_away_and_leads_back() {
    at_the_desk(async |officer| {
        officer.opens_the_example(BUILDING).await;
        officer.types(Key::F1).await;
        officer.finds("heading", "Hjälp").await;
        officer.looks_at_the_screen("15a-help").await;
        officer.presses("button", "Tangenter").await;
        officer.finds("rowheader", "F8, Skift F8").await;
        officer.looks_at_the_screen("15b-help-keys").await;
        officer.presses("button", "Tillbaka").await;
        officer.finds("heading", "Upphandlingen").await;
    });
}

#[test]
fn what_others_are_to_answer_is_copied_and_the_need_assessment_is_one_thing() {
    at_the_desk(async |officer| {
        officer.opens_the_example(BUILDING).await;
        officer.types_with(Key::Control, "3").await;
        officer.finds("heading", "Det som köps").await;
        officer.presses("link", "Arbetsvillkor, Klar").await;
        officer.finds("heading", "Behövlighetsbedömning").await;
        officer.reads("Är det lagkrav här?").await;
        officer
            .presses_in(
                "Finns risk för oskäliga arbetsvillkor i branschen eller yrket, för arbete i Sverige?",
                "radio",
                "Vet inte",
            )
            .await;
        officer.finds("heading", "Väntar på svar").await;
        officer.looks_at_the_screen_in_both_colours("15c-need-assessment").await;
        officer.presses("button", "Kopiera frågorna").await;
        officer.reads("Frågorna är kopierade.").await;
    });
}
