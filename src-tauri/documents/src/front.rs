//! What every document made from a project says of itself.

use domain::format;
use domain::project::Project;
use domain::text::Language;
use jiff::civil::Date;

use crate::model::{Meta, Status};

/// How a document is to be printed.
#[derive(Clone, Debug)]
pub struct Print {
    /// The language of the document.
    pub language: Language,
    /// The date on it.
    pub date: Date,
    /// Draft or final.
    pub status: Status,
}

/// Title, authority, reference and status; `missing` stands where something has not been filled in.
pub(crate) fn meta(project: &Project, print: &Print, kind: &str, missing: &str) -> Meta {
    let procurement = &project.procurement;
    let title = or_missing(&procurement.title, missing);
    let authority = or_missing(&procurement.authority_name, missing);
    let meta = Meta::new(print.language, kind, &title, &authority)
        .status(print.status.clone(), &format::date(print.date));
    let meta = if procurement.aim.trim().is_empty() { meta } else { meta.lead(procurement.aim.trim()) };
    if procurement.reference.is_empty() { meta } else { meta.reference(&procurement.reference) }
}

pub(crate) fn or_missing(text: &str, missing: &str) -> String {
    if text.trim().is_empty() { missing.to_owned() } else { text.trim().to_owned() }
}
