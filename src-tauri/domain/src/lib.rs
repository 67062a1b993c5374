//! What a procurement, a catalogue and a project are, and what follows from them.
//!
//! There is no clock, no file, no database and no window in this crate: what happens outside comes in as an argument.

pub mod apply;
pub mod assess;
pub mod built_in;
pub mod catalogue;
pub mod day;
pub mod edit;
pub mod editions;
pub mod fixed;
pub mod follow_up;
pub mod format;
pub mod merge;
pub mod misread;
mod name;
pub mod needs;
pub mod notes;
pub mod notice;
pub mod number;
pub mod procurement;
pub mod progress;
pub mod project;
pub mod refusal;
pub mod requirements;
pub mod reuse;
pub mod review;
pub mod revision;
mod rows;
pub mod search;
pub mod signature;
pub mod spot;
pub mod standards;
pub mod text;
pub mod undo;
pub mod word_by_word;
pub mod wording;
