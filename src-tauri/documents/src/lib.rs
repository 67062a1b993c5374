//! From a project to a document, and from a document to the files that leave the program.
//!
//! [`model`] is a document without pages: what every form is made from, and itself the JSON export.
//! [`text`], [`pdf`] and [`word`] are the forms, and [`sheet`] has what is a table; [`returned`] takes a
//! sheet that was changed back in. There is no clock, no database and no window in this crate, and no file
//! is read or written: fonts, profile and the page's own words are built in, and a form is handed back as bytes.

pub mod decision_record;
pub mod file;
pub mod fixing;
pub mod follow_up_plan;
mod font;
pub mod front;
mod layout;
pub mod logo;
pub mod model;
mod named;
pub mod notice_fields;
pub mod pdf;
pub mod phrase;
pub mod response_form;
pub mod returned;
pub mod sheet;
pub mod specification;
pub mod supplier_guide;
mod swedish;
pub mod text;
pub mod word;
mod words;
