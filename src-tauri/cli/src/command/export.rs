//! `samkrav export`: a document as a file.

use clap::{Args, ValueEnum};
use documents::front::Print;
use documents::model::{Document, Status};
use documents::notice_fields::{self, ocds};
use documents::sheet::{self, csv, xlsx};
use documents::{
    decision_record, follow_up_plan, pdf, response_form, specification, supplier_guide, text, word,
};
use domain::assess::{Assessment, assess};
use domain::format;
use domain::project::Project;
use domain::refusal::{Kind, Refusal};
use domain::text::Language;

use super::{Day, in_use, json};
use crate::streams::Place;

/// Skriv ett dokument som PDF, Word, Excel, CSV, text eller JSON
#[derive(Args)]
#[command(
    override_usage = "samkrav export P.samkrav --document DOKUMENT --as pdf|docx|xlsx|csv|txt|json -o FIL \
                      [--language sv|en] [--date DATUM]"
)]
pub struct Export {
    /// Projektfilen, eller -
    #[arg(value_name = "P.samkrav")]
    project: Place,
    #[arg(
        long,
        value_name = "DOKUMENT",
        help = "Vilket dokument: specification (kravspecifikation), response_form (svarsbilaga), supplier_guide \
                (leverantörsstöd), follow_up_plan (uppföljningsplan), decision_record (beslutsunderlag) eller \
                notice_fields (annonsuppgifter)"
    )]
    document: DocumentName,
    /// I vilken form: pdf, docx, xlsx, csv, txt eller json
    #[arg(long = "as", value_name = "FORM")]
    form: Form,
    /// Filen som ska skrivas, eller -. Finns den redan skrivs den över
    #[arg(short, long = "output", value_name = "FIL")]
    output: Place,
    /// Dokumentets språk: sv eller en. Annars svenska
    #[arg(long, value_name = "SPRÅK", default_value = "sv")]
    language: DocumentLanguage,
    #[command(flatten)]
    day: Day,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
enum DocumentName {
    Specification,
    ResponseForm,
    SupplierGuide,
    FollowUpPlan,
    DecisionRecord,
    NoticeFields,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Pdf,
    Docx,
    Xlsx,
    Csv,
    Txt,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum DocumentLanguage {
    Sv,
    En,
}

impl From<DocumentLanguage> for Language {
    fn from(language: DocumentLanguage) -> Self {
        match language {
            DocumentLanguage::Sv => Self::Sv,
            DocumentLanguage::En => Self::En,
        }
    }
}

impl Export {
    pub fn run(self) -> Result<String, Refusal> {
        let catalogue = in_use()?;
        let date = self.day.or_today()?;
        let project = self.project.read_project()?.project;
        let assessment = assess(&project, &catalogue, date);
        let print = Print { language: self.language.into(), date, status: Status::draft(FIRST_DRAFT) };
        self.output.write(&self.bytes(&project, &assessment, &print)?)?;
        Ok(String::new())
    }

    fn bytes(&self, project: &Project, assessment: &Assessment, print: &Print) -> Result<Vec<u8>, Refusal> {
        let document = self.document.of(project, assessment, print);
        match (self.form, self.document) {
            (Form::Pdf, _) => pdf::render(&document).map_err(|fault| unmade(&fault)),
            (Form::Docx, _) => word::render(&document).map_err(|fault| unmade(&fault)),
            (Form::Xlsx, name) => {
                xlsx::render(&name.book(project, assessment, print)?).map_err(|fault| unmade(&fault))
            }
            (Form::Csv, name) => {
                csv::render(&name.book(project, assessment, print)?.sheets[0]).map_err(|fault| unmade(&fault))
            }
            (Form::Txt, _) => Ok(text::render(&document).into_bytes()),
            (Form::Json, DocumentName::NoticeFields) => {
                Ok(json(&ocds::package(project, assessment, print))?.into_bytes())
            }
            (Form::Json, _) => Ok(json(&document)?.into_bytes()),
        }
    }
}

impl DocumentName {
    fn of(self, project: &Project, assessment: &Assessment, print: &Print) -> Document {
        let make = match self {
            Self::Specification => specification::document,
            Self::ResponseForm => response_form::document,
            Self::SupplierGuide => supplier_guide::document,
            Self::FollowUpPlan => follow_up_plan::document,
            Self::DecisionRecord => decision_record::document,
            Self::NoticeFields => notice_fields::document,
        };
        make(project, assessment, print)
    }

    /// The document as sheets, if it is made of tables.
    fn book(self, project: &Project, assessment: &Assessment, print: &Print) -> Result<sheet::Book, Refusal> {
        let document = match self {
            Self::Specification => sheet::Document::Specification,
            Self::NoticeFields => sheet::Document::NoticeFields,
            Self::FollowUpPlan => sheet::Document::FollowUpPlan,
            Self::DecisionRecord => sheet::Document::DecisionRecord,
            Self::ResponseForm | Self::SupplierGuide => return Err(no_sheet()),
        };
        Ok(sheet::book(document, project, assessment, print))
    }
}

fn no_sheet() -> Refusal {
    Refusal::bad_input("Dokumentet finns inte som kalkylblad.", "The document is not made as a sheet.")
        .hint("Välj --as pdf, docx, txt eller json.", "Choose --as pdf, docx, txt or json.")
}

/// Nothing has been made final, so every document is the same first draft.
const FIRST_DRAFT: &str = "0.1";

/// Which form is being made does not matter to the officer: text can be made of everything.
fn unmade(fault: &impl std::fmt::Display) -> Refusal {
    Refusal::new(
        Kind::Broken,
        format!("{}.", format::upper_first(&fault.to_string())),
        "The document cannot be made in this form.",
    )
    .hint("Välj --as txt så länge.", "Choose --as txt for now.")
}
