//! What the program is, what it is made of, and where it keeps things.

use serde::Serialize;
use ts_rs::TS;

/// About the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AboutView {
    /// The version of the program: 0.1.0.
    pub version: String,
    /// The edition of the catalogue in use: 2026:1.
    pub edition: String,
    /// The day when the law behind it was last read: 2026-11-25.
    pub checked_on: String,
    /// The folder that everything is kept in.
    pub folder: String,
    /// The licence of the program, and those of what others made.
    pub notices: Vec<NoticeText>,
}

/// A text that comes with the program, in the language it was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticeText {
    /// Which of the texts it is.
    pub name: NoticeName,
    /// The text, as it stands in the file.
    pub text: &'static str,
}

/// The texts that come with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeName {
    /// The licence of the program.
    Licence,
    /// What others made, in short.
    Others,
    /// The licence of Source Sans 3.
    Sans,
    /// The licence of Source Serif 4.
    Serif,
    /// The programs' libraries with their licences.
    Libraries,
}

/// The texts, in the order of the screen. They are part of the program, so that they are there without a network.
pub const NOTICES: [NoticeText; 5] = [
    NoticeText { name: NoticeName::Licence, text: include_str!("../../../LICENSE") },
    NoticeText { name: NoticeName::Others, text: include_str!("../../../NOTICE") },
    NoticeText { name: NoticeName::Sans, text: include_str!("../../../assets/fonts/SourceSans3-OFL.txt") },
    NoticeText { name: NoticeName::Serif, text: include_str!("../../../assets/fonts/SourceSerif4-OFL.txt") },
    NoticeText { name: NoticeName::Libraries, text: include_str!("../../../assets/notices/libraries.txt") },
];
