//! Versions that are fixed: the revision and the documents that were made of it, kept together or not at all.

use domain::catalogue::Catalogue;
use domain::edit::Edit;
use domain::fixed::{FixedDocument, Version};
use domain::project::ProjectId;
use domain::refusal::Refusal;
use domain::revision::RevisionId;
use domain::text::Language;

use super::{Edited, Store, at_head, edited};
use crate::project_file::hex_digest;
use crate::stamp::Stamp;
use crate::table::{fixed_document, project};

/// A document of a version that is to be fixed.
pub struct MadeDocument {
    /// `specification`
    pub document: String,
    /// Its language.
    pub language: Language,
    /// The finished file.
    pub pdf: Vec<u8>,
}

impl MadeDocument {
    fn stamped(&self) -> FixedDocument {
        let sha256 = hex_digest(&self.pdf);
        FixedDocument { document: self.document.clone(), language: self.language, sha256 }
    }
}

impl Store {
    /// Fixes the project as it was at `head` as a version, and keeps the documents that were made of it.
    ///
    /// # Errors
    /// When it cannot be fixed, the project has been changed since `head`, or the database cannot be written.
    pub fn fix(
        &mut self,
        (id, head): (&ProjectId, &RevisionId),
        version: Version,
        made: &[MadeDocument],
        catalogue: &Catalogue,
        stamp: &Stamp,
    ) -> Result<Edited, Refusal> {
        let documents: Vec<FixedDocument> = made.iter().map(MadeDocument::stamped).collect();
        let edit = Edit::Fix { version, documents: documents.clone() };
        self.transact(|transaction| {
            let before = at_head(transaction, id, head)?;
            let edited = edited(transaction, &before, head, &edit, catalogue, stamp)?;
            for (document, made) in documents.iter().zip(made) {
                fixed_document::insert(transaction, id, version, document, &made.pdf)?;
            }
            Ok(edited)
        })
    }

    /// A document as it was made when its version was fixed here; none when it was fixed elsewhere.
    ///
    /// # Errors
    /// When the project is not here, the document is not what it was, or the database cannot be read.
    pub fn fixed_document(
        &self,
        id: &ProjectId,
        version: Version,
        document: &str,
        language: Language,
    ) -> Result<Option<Vec<u8>>, Refusal> {
        self.read(|connection| {
            let (project, _) = project::find(connection, id)?;
            let fixed = project.fixed.iter().filter(|fixed| fixed.version == version);
            let mut documents = fixed.flat_map(|fixed| &fixed.documents);
            let named = documents.find(|known| known.document == document && known.language == language);
            named.map_or(Ok(None), |named| fixed_document::find(connection, id, version, named))
        })
    }
}
