//! Word, Excel and CSV, as those who get them read them: by readers that are not ours.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::logo::with_logo;
use crate::pages::look_as_stored;
use crate::pages::picture::Picture;
use crate::support;
use crate::support::project::{CATALOGUE, EXAMPLES, PRINTED, TODAY, doing, example, print};
use crate::support::read::read;
use documents::file::{DocumentName, Form, make};
use documents::model::Language;
use documents::sheet::{self, Book, csv, xlsx};
use documents::{pdf, specification, word};
use domain::assess::assess;
use domain::catalogue::theme::Theme;
use domain::edit::{Edit, FactEdit};
use domain::project::Project;
use domain::requirements::decision::{Decision, Outcome};
use support::odd::{ODD, everywhere};

/// The sheets of a document that is made of tables.
fn book(document: DocumentName, project: &Project, language: Language) -> Book {
    sheet::book(document, project, &assess(project, &CATALOGUE, TODAY), &print(language)).unwrap()
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

const LANGUAGES: [(&str, Language); 2] = [("sv", Language::Sv), ("en", Language::En)];

/// What a screen reader reads in a PDF, piece by piece with its tag.
fn pieces(pdf: &[u8]) -> Vec<u8> {
    serde_json::to_vec(&read(pdf).structure().pieces()).unwrap()
}

#[test]
fn every_document_is_the_same_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    let mut count = 0;
    for example_name in EXAMPLES {
        let project = example(example_name);
        let assessment = assess(&project, &CATALOGUE, TODAY);
        for (document, (tag, language)) in
            DocumentName::ALL.into_iter().flat_map(|one| LANGUAGES.map(|l| (one, l)))
        {
            let name = format!("{example_name}.{}.{tag}", document.code());
            let pdf = &PRINTED.iter().find(|one| one.name == name).unwrap().pdf;
            write(&format!("{name}.pdf"), pdf);
            write(&format!("{name}.read.json"), &pieces(pdf));
            for form in document.forms().into_iter().filter(|form| *form != Form::Pdf) {
                let bytes = make(document, form, &project, &assessment, &print(language)).unwrap();
                write(&format!("{name}.{}", form.code()), &bytes);
                count += 1;
            }
        }
    }
    assert_eq!(count, 4 * 2 * (6 * 3 + 4 * 2), "Word, text and JSON of six documents, Excel and CSV of four");
    for (index, text) in ODD.iter().enumerate() {
        fs::write(folder.path().join(format!("odd {index}.docx")), word::render(&everywhere(text)).unwrap())
            .unwrap();
        let sheets = book(DocumentName::DecisionRecord, &pasted(text), Language::Sv);
        fs::write(folder.path().join(format!("odd {index}.xlsx")), xlsx::render(&sheets).unwrap()).unwrap();
        fs::write(folder.path().join(format!("odd {index}.csv")), csv::render(&sheets.sheets[0]).unwrap())
            .unwrap();
    }
    for (name, document) in [("form", support::form()), ("logo", with_logo(support::specification()))] {
        let pdf = pdf::render(&document).unwrap();
        write(&format!("{name}.docx"), &word::render(&document).unwrap());
        write(&format!("{name}.read.json"), &pieces(&pdf));
        write(&format!("{name}.pdf"), &pdf);
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/form-check");
    let output = Command::new(script).arg(folder.path()).output().unwrap();
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{report}{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(report.trim(), "60 Word files and 42 workbooks checked");
    look_as_stored("word", &printed(folder.path()));
}

/// The pages of the Word files of the examples, as `LibreOffice` has printed them.
fn printed(folder: &Path) -> BTreeMap<String, Picture> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let printed = files.filter_map(|path| {
        let name = path.file_name()?.to_str()?.strip_suffix(".printed.pdf")?.to_owned();
        let of_an_example = EXAMPLES.iter().any(|example| name.starts_with(example));
        of_an_example.then(|| (name, Picture::coarse(&fs::read(&path).unwrap())))
    });
    printed.collect()
}

#[test]
fn the_same_document_makes_the_same_file() {
    let made = || {
        let project = example("byggtjanster");
        let document =
            specification::document(&project, &assess(&project, &CATALOGUE, TODAY), &print(Language::Sv));
        let sheets = book(DocumentName::Specification, &project, Language::Sv);
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
    assert_eq!(names(DocumentName::Specification), ["Krav", "Värden"]);
    assert_eq!(names(DocumentName::DecisionRecord), ["Beslut"]);
}

#[test]
fn a_check_is_a_row_with_a_real_day() {
    let plan = book(DocumentName::FollowUpPlan, &example("byggtjanster"), Language::Sv);
    let sheet = &plan.sheets[0];
    let days: Vec<&sheet::Cell> = sheet.rows.iter().map(|row| &row.cells[0]).collect();
    assert!(days.iter().all(|cell| matches!(cell, sheet::Cell::Date(_))), "{days:?}");
    let csv = String::from_utf8(csv::render(sheet).unwrap()).unwrap();
    assert!(csv.starts_with("\u{feff}Dag;Månad i avtalet;Nr;"), "{csv}");
}
