//! The command line as an officer or a script meets it: the real program, in a folder of its own.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod bad_input;
mod catalogue;
mod edits;
mod examples;
mod fixed;
mod import;
mod lint;
mod review;
mod support;
