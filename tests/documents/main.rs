//! What the documents give whoever reads them: page by page, by an independent checker, and as data.

#![allow(clippy::unwrap_used, reason = "what cannot be made, read or checked fails its test")]

mod conformance;
mod form;
mod forms;
mod logo;
mod made;
mod notice_fields;
mod pages;
mod pdf;
mod returned;
mod robust;
mod support;
mod text;
