//! A desk with a folder of its own, the real program, and a fixed day.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The thresholds of 2026 hold on this day.
const TODAY: &str = "2026-11-25";

/// The examples that are built in.
pub const EXAMPLES: [&str; 4] = ["arbetsklader", "byggtjanster", "it-system", "stadning"];

/// A folder in which commands are run.
pub struct Desk {
    folder: tempfile::TempDir,
    /// What the user has imported lies here.
    home: tempfile::TempDir,
}

/// What a command came to.
pub struct Answer {
    pub status: i32,
    pub out: String,
    pub error: String,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), home: tempfile::tempdir().unwrap() }
    }

    /// With a project made from an example, as P.samkrav.
    pub fn with(example: &str) -> Self {
        let desk = Self::new();
        desk.run(&["new", "--from", example, "-o", "P.samkrav"]).done();
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The database of the user.
    pub fn database(&self) -> PathBuf {
        self.home.path().join("samkrav.sqlite")
    }

    /// The backup of the user's that has a name.
    pub fn backup(&self, name: &str) -> PathBuf {
        self.home.path().join("backups").join(format!("samkrav-{name}.sqlite"))
    }

    /// The names of all files, sorted.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub fn run(&self, arguments: &[&str]) -> Answer {
        self.run_with(arguments, "")
    }

    /// Runs a command that reads `input` from standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Answer {
        Answer::of(self.output(arguments, input))
    }

    /// Runs a command for whom a folder that is read-only is read-only, also where the tests run as root.
    #[cfg(target_os = "linux")]
    pub fn run_without_privileges(&self, arguments: &[&str]) -> Answer {
        const DROP: &str = r#"[ "$(id -u)" = 0 ] && exec setpriv --bounding-set=-all "$@"; exec "$@""#;
        let mut command = Command::new("sh");
        command.args(["-c", DROP, "sh", env!("CARGO_BIN_EXE_samkrav")]).args(arguments);
        Answer::of(self.outcome(command, ""))
    }

    /// What a command writes, byte for byte.
    pub fn output(&self, arguments: &[&str], input: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_samkrav"));
        command.args(arguments);
        self.outcome(command, input)
    }

    fn outcome(&self, mut command: Command, input: &str) -> Output {
        let mut child = command
            .current_dir(self.folder.path())
            .env("SAMKRAV_TODAY", TODAY)
            .env("SAMKRAV_DATA", self.home.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that is refused at once may have closed its end already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        child.wait_with_output().unwrap()
    }

    /// The assessment of P.samkrav as JSON.
    pub fn assessed(&self) -> serde_json::Value {
        serde_json::from_str(&self.run(&["assess", "P.samkrav", "--json"]).done()).unwrap()
    }
}

impl Answer {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { status: output.status.code().unwrap(), out: text(output.stdout), error: text(output.stderr) }
    }

    /// It was done, and nothing was said on standard error.
    pub fn done(self) -> String {
        assert_eq!((self.status, &*self.error), (0, ""), "{}", self.out);
        self.out
    }

    /// The answer was "no", with nothing on standard error.
    pub fn no(self) -> String {
        assert_eq!((self.status, &*self.error), (1, ""), "{}", self.out);
        self.out
    }

    /// It was refused with status 2 and one clear line, in which all of `words` stand.
    pub fn refused(self, words: &[&str]) {
        assert_eq!((self.status, &*self.out), (2, ""), "{}", self.error);
        assert!(self.error.starts_with("samkrav: "), "{}", self.error);
        assert_eq!(self.error.lines().count(), 1, "{}", self.error);
        for word in words {
            assert!(self.error.contains(word), "”{word}” saknas: {}", self.error);
        }
    }
}
