//! What an officer gets on the clipboard.

use crate::support;
use documents::model::Status;
use documents::text;

#[test]
fn the_specification_pastes_clean() {
    insta::assert_snapshot!(text::render(&support::specification()));
}

#[test]
fn in_english_the_pages_own_words_are_english() {
    insta::assert_snapshot!(text::render(&support::english::specification(
        Status::draft("0.2"),
        "2026-11-25"
    )));
}

#[test]
fn the_json_export_names_what_is_in_the_document() {
    let english = support::english::specification(Status::fixed("1.0"), "2026-12-11");
    insta::assert_snapshot!(serde_json::to_string_pretty(&english).unwrap());
}

#[test]
fn a_line_break_in_a_wording_does_not_split_the_duty() {
    let duty = documents::model::Requirement::new("K1", "Studiebesök")
        .duty("Leverantören ska\r\n\tta emot två besök.");
    let document = support::saying("Prov", documents::model::Section::new("1", "Villkor").requirement(duty));
    assert!(text::render(&document).contains("\nK1 a Leverantören ska ta emot två besök.\n"));
}
