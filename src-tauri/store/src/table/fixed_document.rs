//! Documents of fixed versions.

use domain::fixed::{FixedDocument, Version};
use domain::needs::facts::serde_name;
use domain::project::ProjectId;
use domain::refusal::{Kind, Refusal};
use rusqlite::{Connection, OptionalExtension, params};

use crate::project_file::hex_digest;
use crate::trouble::Trouble;

const INSERT: &str = "
    INSERT INTO fixed_document (project, version, document, language, pdf) VALUES (?1, ?2, ?3, ?4, ?5)";

const FIND: &str = "
    SELECT pdf FROM fixed_document WHERE project = ?1 AND version = ?2 AND document = ?3 AND language = ?4";

pub(crate) fn insert(
    at: &Connection,
    project: &ProjectId,
    version: Version,
    document: &FixedDocument,
    pdf: &[u8],
) -> rusqlite::Result<()> {
    let language = serde_name(&document.language);
    at.execute(INSERT, params![project.as_str(), version.to_string(), document.document, language, pdf])?;
    Ok(())
}

/// The document, when it was made here.
pub(crate) fn find(
    at: &Connection,
    project: &ProjectId,
    version: Version,
    document: &FixedDocument,
) -> Result<Option<Vec<u8>>, Trouble> {
    let language = serde_name(&document.language);
    let named = params![project.as_str(), version.to_string(), document.document, language];
    let found: Option<Vec<u8>> = at.query_row(FIND, named, |row| row.get("pdf")).optional()?;
    match found {
        Some(pdf) if hex_digest(&pdf) != document.sha256 => Err(damaged(version).into()),
        found => Ok(found),
    }
}

fn damaged(version: Version) -> Refusal {
    Refusal::new(
        Kind::Broken,
        format!("Dokumentet som hör till version {version} är skadat i databasen."),
        format!("The document of version {version} is damaged in the database."),
    )
    .hint(
        "Öppna projektet ur en säkerhetskopia, eller använd filen som du sparade då.",
        "Open the project from a backup, or use the file that you saved then.",
    )
}
