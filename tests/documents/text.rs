//! What an officer gets on the clipboard.

use crate::support;
use documents::model::Status;
use documents::text;
use domain::edit::Edit;
use domain::text::Language;
use serde_json::json;
use support::project::{CATALOGUE, DOCUMENTS, TODAY, begun, doing, made, print, read, with};

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

#[test]
fn signs_that_only_pages_need_are_plain_in_text() {
    let duty = documents::model::Requirement::new("K1", "Vite")
        .duty("Högst 20\u{a0}000\u{202f}kr\u{200b}, e\u{2011}post, k\u{ad}rav.");
    let document = support::saying("Prov", documents::model::Section::new("1", "Villkor").requirement(duty));
    assert!(text::render(&document).contains("\nK1 a Högst 20 000 kr, e-post, krav.\n"));
}

/// The officer's own words stand in the specification as they were written, also in English, with their values.
#[test]
fn own_texts_and_own_requirements_are_printed_as_they_were_written() {
    let entry = || "emp-study-visit".into();
    let edits = json!([
        { "edit": "reword", "entry": "emp-study-visit",
            "duties": ["Leverantören ska visa arbetet {visits|en gång|gånger} om året.", "Besöken ska vara gratis."] },
        { "edit": "write_own", "entry": "own-lek", "requirement": {
            "theme": "children", "level": "base", "placement": "contract_term", "title": "Lekplatsen hålls öppen",
            "duties": ["Leverantören ska hålla lekplatsen öppen under arbetet."], "motive": "Barn leker där.",
            "evidence_contract": "Bilder varje månad.", "how_checked": "Bilderna jämförs med platsen.", "sanction": "cure",
            "follow_up": { "who": "contract_manager", "first_after_days": 30, "every_months": 6 } } },
    ]);
    let edits: Vec<Edit> = serde_json::from_value(edits).unwrap();
    let chosen = with(begun(&read("assets/examples/stadning.json")), [entry()]);
    let project = edits.iter().fold(chosen, |project, edit| doing(&project, edit));
    let assessment = domain::assess::assess(&project, &CATALOGUE, TODAY);
    let printed = |language| {
        let document = documents::specification::document(&project, &assessment, &print(language));
        text::render(&document)
    };
    insta::assert_snapshot!(printed(Language::Sv));
    let english = printed(Language::En).replace('\u{a0}', " ");
    assert!(english.contains("K1 a Leverantören ska visa arbetet två gånger om året.\n"), "{english}");
}

/// What tells of the catalogue's duties would say of numbers that the officer has taken out that they hold.
#[test]
fn what_an_own_text_has_left_out_is_told_nowhere() {
    let project = with(
        begun(&read("assets/examples/stadning.json")),
        ["emp-study-visit".into(), "emp-internship".into()],
    );
    let own =
        |entry: &str, duty: &str| Edit::Reword { entry: entry.into(), duties: Some(vec![duty.to_owned()]) };
    let edits = [
        own("emp-study-visit", "Leverantören ska visa arbetet {visits|en gång|gånger} om året."),
        own("gen-support", "Beställaren ska svara på frågor inom {answer_days|en arbetsdag|arbetsdagar}."),
    ];
    let project = edits.iter().fold(project, |project, edit| doing(&project, edit));
    let printed = |make| {
        let told = text::render(&made(&project, make, Language::Sv));
        told.replace('\u{a0}', " ")
    };
    let [_, _, (_, guide), _, (_, record), _] = DOCUMENTS;
    let (guide, record) = (printed(guide), printed(record));
    assert!(
        guide.contains("Beställaren ska svara på frågor inom") && !guide.contains("introduktion på"),
        "{guide}"
    );
    assert!(record.contains("Antal besök per avtalsår"), "{record}");
    assert!(
        !record.contains("Högsta antal besökare") && !record.contains("Timmar för introduktion"),
        "{record}"
    );
}
