//! Starts Samkrav's window.

// A release on Windows is a window alone, without a console behind it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use app::arguments;

fn main() -> ExitCode {
    let given: Vec<OsString> = env::args_os().skip(1).collect();
    if let Some(line) = arguments::told(&given) {
        // Where nobody reads it there is nothing to say.
        let _ = writeln!(io::stdout(), "{line}");
        return ExitCode::SUCCESS;
    }
    match app::run(arguments::files(&given)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Samkrav kan inte öppna sitt fönster: {error}");
            ExitCode::FAILURE
        }
    }
}
