//! The few words that belong to the page itself, in the document's language.

use crate::model::{Language, Status};
use serde::Deserialize;
use std::sync::LazyLock;

const SWEDISH: &str = include_str!("../../../assets/text/sv/page.json");
const ENGLISH: &str = include_str!("../../../assets/text/en/page.json");

/// The page's own words in one language.
#[derive(Debug, Deserialize)]
pub struct Words {
    pub contents: String,
    draft: String,
    logo: String,
    r#final: String,
    page: String,
    pub status: String,
    version: String,
}

impl Words {
    /// The words in `language`.
    pub fn of(language: Language) -> &'static Self {
        static SV: LazyLock<Words> = LazyLock::new(|| read(SWEDISH));
        static EN: LazyLock<Words> = LazyLock::new(|| read(ENGLISH));
        match language {
            Language::Sv => &SV,
            Language::En => &EN,
        }
    }

    /// "Utkast" or "Fastställd".
    pub fn state(&self, status: &Status) -> &str {
        match status {
            Status::Draft { .. } => &self.draft,
            Status::Final { .. } => &self.r#final,
        }
    }

    /// "version 1.0"
    pub fn version(&self, status: &Status) -> String {
        self.version.replace("{version}", status.version())
    }

    /// "Logotyp för Åsviks kommun", for those who do not see it.
    pub fn logo(&self, authority: &str) -> String {
        self.logo.replace("{authority}", authority)
    }

    /// What stands before, between and after the numbers in "Sida 3 av 7".
    pub fn around_page(&self) -> [&str; 3] {
        let (before, rest) = self.page.split_once("{n}").unwrap_or((&self.page, ""));
        let (between, after) = rest.split_once("{count}").unwrap_or((rest, ""));
        [before, between, after]
    }

    /// "Sida 3 av 7"
    pub fn page(&self, number: usize, count: usize) -> String {
        self.page.replace("{n}", &number.to_string()).replace("{count}", &count.to_string())
    }
}

#[expect(
    clippy::expect_used,
    reason = "the file is part of the program, and every document that a test makes reads it"
)]
fn read(json: &str) -> Words {
    serde_json::from_str(json).expect("assets/text/*/page.json holds the page's words")
}
