//! What the rules give an officer, tried from outside: real procurements, tables, and properties that hold for every project.

#![allow(clippy::unwrap_used, reason = "what a helper cannot do fails its test")]
#![allow(clippy::float_cmp, reason = "figures are compared as they come out, whole or rounded")]

mod affected;
mod calculator;
mod cases;
mod catalogue;
mod dates;
mod editions;
mod edits;
mod fixed;
mod legal_basis;
mod library;
mod merge;
mod new_officer;
mod notice;
mod owed;
mod own_requirement;
mod own_wording;
mod reach;
mod regime;
mod reuse;
mod school_transport;
mod search;
mod support;
mod undo;
mod wording_check;
