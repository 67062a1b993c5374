//! `samkrav export`: a document as a file.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use documents::file::{DocumentName, Form, make};
use documents::front::Print;
use documents::logo::Logo;
use documents::model::Status;
use domain::assess::assess;
use domain::fixed::{self, Version};
use domain::refusal::Refusal;
use domain::text::Language;

use super::{Day, in_use};
use crate::streams::Place;

/// Skriv ett dokument som PDF, Word, Excel, CSV, text eller JSON
#[derive(Args)]
#[command(
    override_usage = "samkrav export P.samkrav --document DOKUMENT --as pdf|docx|xlsx|csv|txt|json -o FIL \
                      [--language sv|en] [--date DATUM] [--final VERSION] [--logo BILD]"
)]
pub struct Export {
    /// Projektfilen, eller -
    #[arg(value_name = "P.samkrav")]
    project: Place,
    #[arg(
        long,
        value_name = "DOKUMENT",
        value_parser = PossibleValuesParser::new(DocumentName::ALL.map(DocumentName::code)).map(|typed| document(&typed)),
        help = "Vilket dokument: specification (kravspecifikation), response_form (svarsbilaga), supplier_guide \
                (leverantörsstöd), follow_up_plan (uppföljningsplan), decision_record (beslutsunderlag) eller \
                notice_fields (annonsuppgifter)"
    )]
    document: DocumentName,
    /// I vilken form: pdf, docx, xlsx, csv, txt eller json
    #[arg(
        long = "as",
        value_name = "FORM",
        value_parser = PossibleValuesParser::new(Form::ALL.map(Form::code)).map(|typed| form(&typed)),
    )]
    form: Form,
    /// Filen som ska skrivas, eller -. Finns den redan skrivs den över
    #[arg(short, long = "output", value_name = "FIL")]
    output: Place,
    /// Dokumentets språk: sv eller en. Annars svenska
    #[arg(long, value_name = "SPRÅK", default_value = "sv")]
    language: DocumentLanguage,
    #[command(flatten)]
    day: Day,
    /// Myndighetens logotyp på första sidan i PDF och Word: en PNG- eller SVG-fil
    #[arg(long, value_name = "BILD")]
    logo: Option<std::path::PathBuf>,
    /// Den fastställda versionen, till exempel 1.0. Annars ett utkast
    #[arg(long = "final", value_name = "VERSION")]
    version: Option<Version>,
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
        let mut read = self.project.path().into_iter().chain(self.logo.as_deref());
        read.try_for_each(|read| self.output.spares(read))?;
        let catalogue = in_use()?;
        let today = self.day.or_today()?;
        let project = self.project.read_project()?.project;
        let assessment = assess(&project, &catalogue, today);
        let (status, date) = match self.version {
            None => (Status::draft(&project.draft_version().to_string()), today),
            Some(version) => {
                (Status::fixed(&version.to_string()), fixed::day_of(version, &project, &assessment)?)
            }
        };
        let print = Print { language: self.language.into(), date, status, logo: self.logo()? };
        self.output.write(&make(self.document, self.form, &project, &assessment, &print)?)?;
        Ok(String::new())
    }

    fn logo(&self) -> Result<Option<Logo>, Refusal> {
        self.logo.as_deref().map(|path| Logo::read(&store::read_bytes(path)?)).transpose()
    }
}

/// One of the names that the parser lets through.
fn document(typed: &str) -> DocumentName {
    let known = DocumentName::ALL.into_iter().find(|name| name.code() == typed);
    known.unwrap_or(DocumentName::Specification)
}

fn form(typed: &str) -> Form {
    Form::ALL.into_iter().find(|form| form.code() == typed).unwrap_or(Form::Pdf)
}
