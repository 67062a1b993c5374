//! `samkrav`: the same work as in the window, for scripts, tests and many files at once.
//!
//! Each command unpacks what was typed, calls domain, documents and store, and hands back what is to be said.
//! There is no rule here, and no network.

mod answer;
mod assessment;
mod command;
mod entry_json;
mod finding_json;
mod report;
mod streams;
mod swedish;
mod wording_json;

use std::process::ExitCode;

use clap::FromArgMatches;

fn main() -> ExitCode {
    let matches = swedish::command().try_get_matches();
    let run = matches.and_then(|matches| command::Samkrav::from_arg_matches(&matches));
    match run {
        Ok(samkrav) => answer::give(samkrav.command.run()),
        Err(refused) => answer::not_understood(&refused),
    }
}
