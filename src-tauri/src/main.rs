//! Starts Samkrav's window.

// A release on Windows is a window alone, without a console behind it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match app::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Samkrav kan inte öppna sitt fönster: {error}");
            ExitCode::FAILURE
        }
    }
}
