//! The command line as an officer or a script meets it: the real program, in a folder of its own.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod backup;
mod bad_input;
mod catalogue;
mod edits;
mod examples;
mod fixed;
mod history;
mod import;
mod lint;
mod merge;
mod review;
mod send;
mod support;
