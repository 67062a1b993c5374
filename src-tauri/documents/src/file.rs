//! Every document in every form: the one way from a project to a file that leaves the program.

use domain::assess::Assessment;
use domain::format;
use domain::project::Project;
use domain::refusal::{Kind, Refusal};
use serde::{Deserialize, Serialize};

use crate::front::Print;
use crate::model::Document;
pub use crate::named::DocumentName;
use crate::notice_fields::{self, ocds};
use crate::sheet::{self, csv, xlsx};
use crate::{
    decision_record, follow_up_plan, pdf, response_form, specification, supplier_guide, swedish, text, word,
};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Pages to print.
    Pdf,
    /// A Word file.
    Docx,
    /// An Excel workbook.
    Xlsx,
    /// A table for any program.
    Csv,
    /// Text to paste.
    Txt,
    /// The document's own blocks; of the notice fields the same as OCDS.
    Json,
}

impl DocumentName {
    /// The forms that it can be made in.
    pub fn forms(self) -> Vec<Form> {
        let table = |form: &Form| sheet::has_sheets(self) || !matches!(form, Form::Xlsx | Form::Csv);
        Form::ALL.into_iter().filter(table).collect()
    }

    /// The document itself.
    pub fn document(self, project: &Project, assessment: &Assessment, print: &Print) -> Document {
        let make = match self {
            Self::Specification => specification::document,
            Self::ResponseForm => response_form::document,
            Self::SupplierGuide => supplier_guide::document,
            Self::FollowUpPlan => follow_up_plan::document,
            Self::DecisionRecord => decision_record::document,
            Self::NoticeFields => notice_fields::document,
        };
        let swedish = swedish::in_document(project, assessment, print.language);
        make(project, assessment, print).telling_apart(swedish)
    }
}

impl Form {
    /// All, the most asked for first.
    pub const ALL: [Self; 6] = [Self::Pdf, Self::Docx, Self::Xlsx, Self::Csv, Self::Txt, Self::Json];

    /// Its name on the command line, and the ending of its files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Txt => "txt",
            Self::Json => "json",
        }
    }
}

/// Makes a document in a form.
///
/// # Errors
/// When the document is not made of tables and the form is one, or the form cannot be made.
pub fn make(
    name: DocumentName,
    form: Form,
    project: &Project,
    assessment: &Assessment,
    print: &Print,
) -> Result<Vec<u8>, Refusal> {
    let document = || name.document(project, assessment, print);
    let book = || sheet::book(name, project, assessment, print).ok_or_else(no_sheet);
    match form {
        Form::Pdf => pdf::render(&document()).map_err(|fault| unmade(&fault)),
        Form::Docx => word::render(&document()).map_err(|fault| unmade(&fault)),
        Form::Xlsx => xlsx::render(&book()?).map_err(|fault| unmade(&fault)),
        Form::Csv => csv::render(&book()?.sheets[0]).map_err(|fault| unmade(&fault)),
        Form::Txt => Ok(text::render(&document()).into_bytes()),
        Form::Json if name == DocumentName::NoticeFields => json(&ocds::package(project, assessment, print)),
        Form::Json => json(&document()),
    }
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, Refusal> {
    let mut text = serde_json::to_vec_pretty(value).map_err(|fault| unmade(&fault))?;
    text.push(b'\n');
    Ok(text)
}

fn no_sheet() -> Refusal {
    Refusal::bad_input("Dokumentet finns inte som kalkylblad.", "The document is not made as a sheet.")
        .hint("Välj PDF, Word eller text.", "Choose PDF, Word or text.")
}

/// Which form is being made does not matter to the officer: text can be made of everything.
fn unmade(fault: &impl std::fmt::Display) -> Refusal {
    Refusal::new(
        Kind::Broken,
        format!("{}.", format::upper_first(&fault.to_string())),
        "The document cannot be made in this form.",
    )
    .hint("Välj text så länge.", "Choose text for now.")
}
