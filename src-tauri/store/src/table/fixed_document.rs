//! Documents of fixed versions.

use domain::fixed::{FixedDocument, Version};
use domain::needs::facts::serde_name;
use domain::project::ProjectId;
use domain::text::Language;
use rusqlite::{Connection, OptionalExtension, params};

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
    document: &str,
    language: Language,
) -> rusqlite::Result<Option<Vec<u8>>> {
    let named = params![project.as_str(), version.to_string(), document, serde_name(&language)];
    at.query_row(FIND, named, |row| row.get("pdf")).optional()
}
