//! What the program answers with: text on standard output, one line on standard error, an exit status.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use domain::refusal::Refusal;
use domain::text::steers;

use crate::{streams, swedish};

/// The answer is "no": a fault in a catalogue, an open Stop.
const NO: u8 = 1;
/// Bad input, or something that cannot be done now.
const REFUSED: u8 = 2;

/// What a command came to.
pub struct Answer {
    /// What is printed.
    text: String,
    status: ExitCode,
}

impl Answer {
    /// It is done.
    pub fn yes(text: String) -> Self {
        Self { text, status: ExitCode::SUCCESS }
    }

    /// It is answered, and the answer is "no".
    pub fn no(text: String) -> Self {
        Self { text, status: ExitCode::from(NO) }
    }

    /// Some of it is done; of the rest has been said why not.
    pub fn partly(text: String) -> Self {
        Self { text, status: ExitCode::from(REFUSED) }
    }
}

/// Says what a command came to: what it printed, or why it did nothing.
pub fn give(answer: Result<Answer, Refusal>) -> ExitCode {
    let given = answer.and_then(|Answer { text, status }| {
        streams::print(text.as_bytes())?;
        Ok(status)
    });
    given.unwrap_or_else(|refusal| refuse(&refusal.to_string()))
}

/// Answers a command line that could not be read, or that asked for help.
pub fn not_understood(refused: &clap::Error) -> ExitCode {
    match refused.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            give(Ok(Answer::yes(refused.render().to_string())))
        }
        _ => refuse(&swedish::refusal(refused)),
    }
}

fn refuse(line: &str) -> ExitCode {
    say(line);
    ExitCode::from(REFUSED)
}

/// Says what is worth knowing beside the answer.
pub fn warn(trouble: &Refusal) {
    say(&trouble.to_string());
}

/// One line on standard error, whatever a file name or a value holds.
fn say(line: &str) {
    // Nobody is left to be told when standard error is closed; the status still says it.
    let _ = writeln!(io::stderr(), "samkrav: {}", one_line(line));
}

/// The same without signs that would break the line.
pub fn one_line(text: &str) -> String {
    text.chars().map(|c| if steers(c) { ' ' } else { c }).collect()
}
