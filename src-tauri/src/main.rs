//! Starts Samkrav's window.

// A release on Windows is a window alone, without a console behind it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match app::run(files()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Samkrav kan inte öppna sitt fönster: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The files that the program was started with. What begins with a dash is for the system's libraries.
fn files() -> Vec<PathBuf> {
    let arguments = env::args_os().skip(1);
    arguments.filter(|argument| !argument.as_encoded_bytes().starts_with(b"-")).map(PathBuf::from).collect()
}
