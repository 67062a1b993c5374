//! Word, Excel and CSV, as those who get them read them: by readers that are not ours.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support;
use crate::support::project::{CATALOGUE, EXAMPLES, TODAY, doing, example, print};
use documents::model::{Document, Language};
use documents::sheet::{self, Book, csv, xlsx};
use documents::{notice_fields, pdf, specification, word};
use domain::assess::{Assessment, assess};
use domain::catalogue::theme::Theme;
use domain::edit::{Edit, FactEdit};
use domain::project::Project;
use domain::requirements::decision::{Decision, Outcome};
use support::odd::{ODD, everywhere};

/// Makes a document of a project.
type Make = fn(&Project, &Assessment, Language) -> Document;

/// Every document, by the sheets that it has.
const DOCUMENTS: [(&str, sheet::Document, Make); 2] = [
    ("specification", sheet::Document::Specification, |project, assessment, language| {
        specification::document(project, assessment, &print(language))
    }),
    ("notice_fields", sheet::Document::NoticeFields, |project, assessment, language| {
        notice_fields::document(project, assessment, &print(language))
    }),
];

fn book(document: sheet::Document, project: &Project, language: Language) -> Book {
    sheet::book(document, project, &assess(project, &CATALOGUE, TODAY), &print(language))
}

/// A document in all its forms, in a folder.
fn write(folder: &Path, name: &str, document: &Document, book: &Book) {
    let write = |form: &str, bytes: &[u8]| fs::write(folder.join(format!("{name}.{form}")), bytes).unwrap();
    write("pdf", &pdf::render(document).unwrap());
    write("docx", &word::render(document).unwrap());
    write("xlsx", &xlsx::render(book).unwrap());
    write("csv", &csv::render(&book.sheets[0]).unwrap());
}

/// A project with a text that somebody pasted, in its title, its authority and a reason.
fn pasted(text: &str) -> Project {
    let decision = Decision { outcome: Outcome::NotNow, reason: text.into() };
    let edits = [
        Edit::Fact(FactEdit::Title(text.into())),
        Edit::Fact(FactEdit::AuthorityName(text.into())),
        Edit::Decide { theme: Theme::Children, decision: Some(decision) },
    ];
    edits.iter().fold(example("stadning"), |project, edit| doing(&project, edit))
}

#[test]
fn every_document_is_the_same_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    for name in EXAMPLES {
        let project = example(name);
        let assessment = assess(&project, &CATALOGUE, TODAY);
        for (kind, sheets, document) in DOCUMENTS {
            for (tag, language) in [("sv", Language::Sv), ("en", Language::En)] {
                let name = format!("{name}.{kind}.{tag}");
                let document = document(&project, &assessment, language);
                write(folder.path(), &name, &document, &book(sheets, &project, language));
            }
        }
    }
    for (index, text) in ODD.iter().enumerate() {
        fs::write(folder.path().join(format!("odd {index}.docx")), word::render(&everywhere(text)).unwrap())
            .unwrap();
        let sheets = book(sheet::Document::DecisionRecord, &pasted(text), Language::Sv);
        fs::write(folder.path().join(format!("odd {index}.xlsx")), xlsx::render(&sheets).unwrap()).unwrap();
        fs::write(folder.path().join(format!("odd {index}.csv")), csv::render(&sheets.sheets[0]).unwrap())
            .unwrap();
    }
    fs::write(folder.path().join("form.docx"), word::render(&support::form()).unwrap()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/form-check");
    let output = Command::new(script).arg(folder.path()).output().unwrap();
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{report}{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(report.trim(), "27 Word files and 26 workbooks checked");
}

#[test]
fn the_same_document_makes_the_same_file() {
    let made = || {
        let project = example("byggtjanster");
        let document =
            specification::document(&project, &assess(&project, &CATALOGUE, TODAY), &print(Language::Sv));
        let sheets = book(sheet::Document::Specification, &project, Language::Sv);
        [
            word::render(&document).unwrap(),
            xlsx::render(&sheets).unwrap(),
            csv::render(&sheets.sheets[0]).unwrap(),
        ]
    };
    assert_eq!(made(), made());
}

#[test]
fn a_sheet_that_goes_to_suppliers_says_nothing_of_decisions() {
    let names = |document| -> Vec<String> {
        book(document, &example("stadning"), Language::Sv)
            .sheets
            .into_iter()
            .map(|sheet| sheet.name)
            .collect()
    };
    assert_eq!(names(sheet::Document::Specification), ["Krav", "Värden"]);
    assert_eq!(names(sheet::Document::DecisionRecord), ["Beslut"]);
}

#[test]
fn a_check_is_a_row_with_a_real_day() {
    let plan = book(sheet::Document::FollowUpPlan, &example("byggtjanster"), Language::Sv);
    let sheet = &plan.sheets[0];
    let days: Vec<&sheet::Cell> = sheet.rows.iter().map(|row| &row.cells[0]).collect();
    assert!(days.iter().all(|cell| matches!(cell, sheet::Cell::Date(_))), "{days:?}");
    let csv = String::from_utf8(csv::render(sheet).unwrap()).unwrap();
    assert!(csv.starts_with("\u{feff}Dag;Månad i avtalet;Nr;"), "{csv}");
}
