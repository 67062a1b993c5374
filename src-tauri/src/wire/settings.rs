//! What the officer has set for the program.

use domain::text::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the officer has set for the program; kept as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// The language of the window.
    pub language: Language,
    /// The officer's name, which every change is kept with; may be empty.
    pub officer: String,
}
