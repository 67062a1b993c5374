//! The documents of a version that is fixed: all that have something to say, in both languages, as PDF.

use domain::apply::apply;
use domain::assess::assess;
use domain::catalogue::Catalogue;
use domain::edit::Edit;
use domain::fixed::{FixedDocument, Version};
use domain::project::Project;
use domain::refusal::Refusal;
use domain::signature::Signature;
use domain::text::Language;
use sha2::{Digest, Sha256};

use crate::file::{DocumentName, Form, make};
use crate::front::Print;
use crate::logo::Logo;
use crate::model::Status;

/// A document of a version.
pub struct Made {
    /// Which.
    pub name: DocumentName,
    /// Its language.
    pub language: Language,
    /// The finished file.
    pub pdf: Vec<u8>,
}

impl Made {
    /// As the version names it.
    pub fn stamped(&self) -> FixedDocument {
        let sha256 =
            Sha256::digest(&self.pdf).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        FixedDocument { document: self.name.code().to_owned(), language: self.language, sha256 }
    }
}

/// The documents of a project as they are once it is fixed as a version.
///
/// # Errors
/// When it cannot be fixed, or a document cannot be made.
pub fn documents_of(
    project: &Project,
    version: Version,
    catalogue: &Catalogue,
    signature: &Signature,
    logo: Option<&Logo>,
) -> Result<Vec<Made>, Refusal> {
    let edit = Edit::Fix { version, documents: Vec::new() };
    let fixed = apply(project, &edit, catalogue, signature)?;
    let assessment = assess(&fixed, catalogue, signature.on);
    let names = DocumentName::of(&fixed, &assessment).into_iter();
    let all = names.flat_map(|name| [(name, Language::Sv), (name, Language::En)]);
    all.map(|(name, language)| {
        let status = Status::fixed(&version.to_string());
        let print = Print { language, date: signature.on, status, logo: logo.cloned() };
        let pdf = make(name, Form::Pdf, &fixed, &assessment, &print)?;
        Ok(Made { name, language, pdf })
    })
    .collect()
}

/// Refuses a version that names documents which the project does not make: their checksums would vouch for nothing.
///
/// # Errors
/// As [`documents_of`], and when a document that `edit` names is not among them.
pub fn check(
    edit: &Edit,
    project: &Project,
    catalogue: &Catalogue,
    signature: &Signature,
) -> Result<(), Refusal> {
    let Edit::Fix { version, documents: claimed } = edit else { return Ok(()) };
    if claimed.is_empty() {
        return Ok(());
    }
    let made = documents_of(project, *version, catalogue, signature, None)?;
    let made: Vec<FixedDocument> = made.iter().map(Made::stamped).collect();
    match claimed.iter().find(|document| !made.contains(document)) {
        Some(document) => Err(not_made(document)),
        None => Ok(()),
    }
}

fn not_made(FixedDocument { document, language, .. }: &FixedDocument) -> Refusal {
    let language = domain::needs::facts::serde_name(language);
    Refusal::bad_input(
        format!("Kontrollsumman hör inte till dokumentet {document} ({language}) som projektet ger."),
        format!("The checksum is not that of the document {document} ({language}) that the project makes."),
    )
    .hint(
        "Utelämna documents, så fastställs projektet utan kontrollsummor.",
        "Leave documents out, and the project is finalised without checksums.",
    )
}
