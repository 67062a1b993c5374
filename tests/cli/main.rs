//! The command line as an officer or a script meets it: the real program, in a folder of its own.

mod answers;
mod bad_input;
mod edits;
mod examples;
mod support;
