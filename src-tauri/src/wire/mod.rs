//! What the window sees: views with ready words in one language, made from a project and what follows from it.
//!
//! The types stand here and nowhere else; TypeScript is made from them (`ui/generated`). There is no rule here.

pub mod about;
pub mod action;
pub mod backup;
pub mod calculation;
pub mod cpv;
pub mod difference;
pub mod document;
pub mod edition;
pub mod facts;
pub mod fixed;
pub mod follow_up;
#[cfg(test)]
mod follow_up_tests;
pub mod help;
pub mod history;
pub mod library;
pub mod need_assessment;
pub mod needs;
pub mod notice;
pub mod offer;
pub mod own_requirement;
pub mod practice;
pub mod project;
pub mod receive;
pub mod refusal;
pub mod regime;
pub mod requirement;
pub mod review;
pub mod sanctions;
pub mod search;
pub mod settings;
pub mod sheet;
pub mod spot;
pub mod start;
pub mod theme;
pub mod timeline;
pub mod wording;

use domain::catalogue::id::Code;
use serde::Serialize;
use ts_rs::TS;

/// A code with its words, to choose among others.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OptionView {
    /// The code.
    pub code: Code,
    /// "Tjänst"
    pub label: String,
    /// It cannot be chosen now.
    pub disabled: bool,
}
