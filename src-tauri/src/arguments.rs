//! What the program is started with.

use std::ffi::OsStr;
use std::path::PathBuf;

/// The files among the arguments. What begins with a dash is for the system's libraries, and an empty one names no file.
pub fn files<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Vec<PathBuf> {
    let is_file = |argument: &OsStr| !argument.is_empty() && !argument.as_encoded_bytes().starts_with(b"-");
    let named = arguments.into_iter().filter(|argument| is_file(argument.as_ref()));
    named.map(|argument| PathBuf::from(argument.as_ref())).collect()
}

/// The line that is told in place of opening the window, where it is asked for.
pub fn told<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Option<String> {
    arguments.into_iter().find_map(|argument| match argument.as_ref().to_str()? {
        "--help" => Some(HELP.to_owned()),
        "--version" => Some(format!("samkrav-window {}", env!("CARGO_PKG_VERSION"))),
        _ => None,
    })
}

const HELP: &str = "samkrav-window [PROJEKTFIL …]: öppnar Samkravs fönster med projektfilerna / \
                    opens the window of Samkrav with the project files";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_no_file_is_none() {
        let given = ["", "--gapplication-service", "--", "Städning.samkrav", "-x"];
        assert_eq!(files(given), [PathBuf::from("Städning.samkrav")]);
    }

    #[test]
    fn help_and_version_are_one_line_each_and_asked_for_by_name() {
        for asked in ["--help", "--version"] {
            let line = told(["Städning.samkrav", asked]).unwrap();
            assert!(line.starts_with("samkrav-window ") && line.lines().count() == 1, "{line}");
        }
        assert_eq!(told(["Städning.samkrav", "help"]), None);
    }
}
