//! "1.0": which version of the documents it is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

/// A version of the documents: "1.0" is the first that is fixed, "1.1" the draft after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct Version {
    major: u16,
    minor: u16,
}

impl Version {
    /// What a project is a draft of until something has been fixed.
    pub const FIRST_DRAFT: Self = Self { major: 0, minor: 1 };

    /// The draft that comes after this version was fixed.
    #[must_use]
    pub fn next_draft(self) -> Self {
        Self { minor: self.minor.saturating_add(1), ..self }
    }

    /// The whole number that comes next: what is proposed to be fixed.
    #[must_use]
    pub fn next_whole(self) -> Self {
        Self { major: self.major.saturating_add(1), minor: 0 }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl FromStr for Version {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let parts = text.split_once('.').filter(|_| text.chars().all(|c| c.is_ascii_digit() || c == '.'));
        let read = parts.and_then(|(major, minor)| Some((major.parse().ok()?, minor.parse().ok()?)));
        read.map(|(major, minor)| Self { major, minor }).ok_or_else(|| unreadable(text))
    }
}

impl TryFrom<String> for Version {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}

impl From<Version> for String {
    fn from(version: Version) -> Self {
        version.to_string()
    }
}

fn unreadable(text: &str) -> Refusal {
    Refusal::bad_input(format!("”{text}” är ingen version."), format!("“{text}” is no version."))
        .hint("Skriv två tal med punkt emellan, som 1.0.", "Write two numbers with a dot between, like 1.0.")
}
