//! What others wrote is shown, whatever it is: no text makes a PDF fail.

use crate::support;
use crate::support::odd::everywhere;
use crate::support::project::{CATALOGUE, TODAY, print, three_hundred};
use crate::support::read::read;
use documents::file::DocumentName;
use documents::model::{Document, Language, Meta, Requirement, Section, Table};
use documents::{pdf, word};
use domain::assess::assess;
use domain::catalogue::theme::Theme;

/// All that is read, without the breaks between nodes and lines.
fn shown(document: &Document) -> String {
    read(&pdf::render(document).unwrap()).structure().text()
}

#[test]
fn nothing_at_all_is_a_document() {
    for text in ["", " ", "\n", "\u{0}", "\u{fffe}", "\u{200b}", "\u{feff}\u{ad}"] {
        pdf::render(&everywhere(text)).unwrap();
    }
    let empty = Table::new(Vec::new());
    let section =
        Section::new("1", "Tomt").definitions(Vec::new()).labelled("Etikett", Vec::new()).wide_table(empty);
    pdf::render(&support::saying("Tomt", section)).unwrap();
    pdf::render(&support::saying(
        "Tomt",
        Section::new("1", "Tomt").requirement(Requirement::new("K1", "Utgår")),
    ))
    .unwrap();
    pdf::render(&Document::new(Meta::new(Language::En, "", "", ""))).unwrap();
}

#[test]
fn a_word_of_five_thousand_letters_is_cut_and_loses_none() {
    let word = "ö".repeat(5000);
    assert!(
        shown(&support::saying("Prov", Section::new("1", "Ord").paragraph(word.as_str()))).contains(&word)
    );
    assert_eq!(
        shown(&everywhere(&word)).matches('ö').count(),
        5000 * shown(&everywhere("ö")).matches('ö').count()
    );
}

#[test]
fn a_number_of_three_hundred_digits_is_cut_between_its_groups() {
    let number = vec!["000"; 100].join("\u{a0}");
    let document = support::saying("Prov", Section::new("1", "Tal").paragraph(number.as_str()));
    assert_eq!(shown(&document).matches('0').count(), 300 + "2026".matches('0').count());
}

#[test]
fn a_requirement_longer_than_a_page_goes_on_on_the_next() {
    let duty = "Leverantören ska rapportera. ".repeat(600);
    let section = Section::new("1", "Villkor").requirement(
        Requirement::new("K1", "Lång").duty(duty.as_str()).duty("Kort.").fact("Bevis", duty.as_str()),
    );
    let read = read(&pdf::render(&support::saying("Prov", section)).unwrap());
    let structure = read.structure();
    assert!(structure.tagged("LBody")[0].pages().len() > 3);
    assert_eq!(structure.text().matches("ska rapportera.").count(), 1200);
    assert!(structure.text().contains("K1 b Kort."));
}

#[test]
fn three_hundred_requirements_are_all_there() {
    let structure = read(&pdf::render(&support::long(300)).unwrap()).structure();
    let numbers: Vec<String> =
        structure.tagged("H3").iter().map(|title| title.text().split(' ').take(1).collect()).collect();
    assert_eq!(numbers, (1..=300).map(|number| format!("K{number}")).collect::<Vec<_>>());
    assert_eq!(structure.tagged("LI").len(), 50 * (4 + 3 + 7 + 2 + 3 + 2));
}

/// Every document of a project with three hundred requirements names all that it is about, on paper and in Word.
#[test]
fn a_project_of_three_hundred_requirements_is_made_whole_in_all_six_documents() {
    let project = three_hundred();
    let assessment = assess(&project, &CATALOGUE, TODAY);
    let common = assessment.active.iter().filter(|active| active.theme == Theme::CommonTerms).count();
    assert_eq!(assessment.active.len(), 300);
    for name in DocumentName::ALL {
        let document = name.document(&project, &assessment, &print(Language::Sv));
        let read = read(&pdf::render(&document).unwrap());
        let (said, pages) = (read.structure().text(), read.artifacts.len());
        let told = (1..=300 - common).filter(|number| said.contains(&format!("K{number}"))).count();
        match name {
            // The notice has the contract's terms and the objectives, the guide is two pages and tells the rest as a range.
            DocumentName::NoticeFields | DocumentName::SupplierGuide => assert!(told > 0, "{name:?}"),
            _ => assert_eq!(told, 300 - common, "{name:?}"),
        }
        assert!(pages < 400, "{name:?}: {pages} pages");
        word::render(&document).unwrap();
    }
}

#[test]
fn scripts_and_signs_from_elsewhere_do_not_fail() {
    for text in [
        "سلام عليكم",
        "👩\u{200d}🔧🏴\u{e0067}",
        "a\u{301}\u{301}x\u{30a}",
        "<b>&amp;</b>",
        "\u{202e}bakvänt",
        "ﷺ ﬁ Ǆ",
        "\u{1}\u{2}\t\r",
    ] {
        pdf::render(&everywhere(text)).unwrap();
    }
}
