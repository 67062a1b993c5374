//! What the program answers with: text on standard output, one line on standard error, an exit status.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use domain::refusal::Refusal;

use crate::{streams, swedish};

/// Bad input, or something that cannot be done now. (0 is done; 1 is kept for an answer that is "no".)
const REFUSED: u8 = 2;

/// Says what a command came to: what it printed, or why it did nothing.
pub fn give(answer: Result<String, Refusal>) -> ExitCode {
    match answer.and_then(|text| streams::print(text.as_bytes())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => refuse(&refusal.to_string()),
    }
}

/// Answers a command line that could not be read, or that asked for help.
pub fn not_understood(refused: &clap::Error) -> ExitCode {
    match refused.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => give(Ok(refused.render().to_string())),
        _ => refuse(&swedish::refusal(refused)),
    }
}

/// One line, whatever a file name or a value holds.
fn refuse(line: &str) -> ExitCode {
    let plain: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    // Nobody is left to be told when standard error is closed; the status still says it.
    let _ = writeln!(io::stderr(), "samkrav: {plain}");
    ExitCode::from(REFUSED)
}
