//! Task 7: the pages of a document, and files that leave the program.

use documents::file::{DocumentName, Form};
use domain::catalogue::id::EntryId;
use domain::requirements::words::Speaker;
use domain::text::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::notice::NoticeFieldView;

/// A document that can be made of the project.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentRow {
    /// Which.
    pub document: DocumentName,
    /// "Svarsbilaga"
    pub name: String,
    /// The forms that it can be made in, the most asked for first.
    pub forms: Vec<Form>,
}

impl DocumentRow {
    /// All that have something to say of the project.
    pub fn all(speaker: Speaker<'_>) -> Vec<Self> {
        let row = |document: DocumentName| Self {
            document,
            name: speaker.phrase(&document.kind()),
            forms: document.forms(),
        };
        DocumentName::of(speaker.project, speaker.assessment).into_iter().map(row).collect()
    }
}

/// A document as it would be printed now.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    /// "Kravspecifikation"
    pub kind: String,
    /// What is bought.
    pub title: String,
    /// The language of the document.
    pub language: Language,
    /// "Utkast, version 0.1"
    pub status: String,
    /// Whether it is a version that was fixed.
    pub fixed: bool,
    /// The first part of each page's address: `convertFileSrc(stamp + "/" + page + "/" + scale, "page")`, with pages
    /// from 1 and the scale in per cent. It changes when the pages do.
    pub stamp: String,
    /// How many pages there are.
    pub pages: usize,
    /// Headings and requirements in order.
    pub outline: Vec<OutlineRow>,
    /// What the pages say, as plain text: a paragraph, a duty or a row of a table a line.
    pub text: String,
    /// What is pasted into the form, in the document about the notice.
    pub fields: Vec<NoticeFieldView>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutlineRow {
    /// "3" or "K1"
    pub number: String,
    /// The heading.
    pub title: String,
    /// The line that it stands on in the text.
    pub line: String,
    /// The page that it stands on, from 1.
    pub page: usize,
    /// The requirement, when it is one.
    pub entry: Option<EntryId>,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "outcome")]
pub enum Saved {
    /// It was written.
    Written {
        /// Where.
        place: String,
    },
    /// The officer changed their mind.
    Cancelled,
}

/// How much of a project goes into a file that leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// All of it, with its history.
    All,
    /// The project without its history.
    NoHistory,
    /// The project without internal notes and without its history.
    NoNotes,
}

impl From<Content> for store::project_file::Content {
    fn from(content: Content) -> Self {
        match content {
            Content::All => Self::All,
            Content::NoHistory => Self::NoHistory,
            Content::NoNotes => Self::NoNotes,
        }
    }
}
