//! Edits files: a list of edits as the window makes them, written by a script.

use domain::edit::Edit;
use domain::refusal::Refusal;

use crate::{json, text_file};

/// Reads a list of edits: `[{"edit": "choose", "entry": "emp-study-visit"}, …]`.
///
/// # Errors
/// When it is not a JSON list, or one of them is not an edit.
pub fn parse(text: &str) -> Result<Vec<Edit>, Refusal> {
    text_file::not_too_large(text.len())?;
    json::list(text, numbered)
}

/// Says which of the edits, counted from one, was refused.
pub fn numbered(number: usize, refusal: Refusal) -> Refusal {
    let Refusal { kind, text, hint, codes } = refusal;
    let sv = format!("Ändring {number}: {}", text.sv);
    Refusal { hint, codes, ..Refusal::new(kind, sv, format!("Edit {number}: {}", text.en)) }
}
