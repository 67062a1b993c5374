//! What the officer meets in the real window.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "what a helper cannot do fails its test")]

mod appearance;
mod backups;
mod by_keyboard;
mod closing;
mod documents;
mod editions;
mod errors;
mod follow_up;
mod help;
mod in_view;
mod officer;
mod outside;
mod overview;
mod own_requirements;
mod places;
mod projects;
mod receive;
mod review;
mod settings;
mod sheet;
mod shorter_way;
mod speed;
mod start;
mod support;
mod undo;
mod what_hinders;
mod whole_way;
mod wording;
