//! What is kept: projects and their revisions in a database, and projects as files.
//!
//! There is no window and no network in this crate, and no rule about requirements: those are domain's.

pub mod backup;
pub mod catalogue_file;
pub mod clock;
mod database;
pub mod edits_file;
pub mod example;
pub mod facts_file;
mod file_name;
mod json;
pub mod project_file;
mod recovery;
mod shown;
mod stamp;
mod store;
mod table;
mod text_file;
mod trouble;
mod user_folder;
mod whole;

pub use file_name::safe_name;
pub use project_file::{SCHEMA, hex_digest};
pub use recovery::Recovery;
pub use stamp::Stamp;
pub use store::{
    Arrival, Base, Edited, Loaded, MadeDocument, OpenBackup, Stepped, StepsInWords, Store, library_in,
};
pub use table::ahead::{Ahead, DayAhead};
pub use table::mark::{Mark, Marks};
pub use table::project::{Progress, ProjectRow};
pub use text_file::{LARGEST, read_bytes, read_text, text_of};
pub use user_folder::user_folder;
pub use whole::{hold_folder, is_one_file, write_whole};
