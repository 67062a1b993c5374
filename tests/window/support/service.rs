//! A program that runs beside a test and ends with it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

/// Ends with the test, also when the test itself is killed.
pub struct Service(Child);

impl Service {
    /// Starts `program`; `setting` gives it arguments and surroundings.
    pub fn start(program: &str, setting: impl FnOnce(&mut Command)) -> Self {
        // The kernel ends the program when the thread of its test ends.
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "TERM", "--", program]);
        setting(&mut command);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        Self(command.spawn().unwrap_or_else(|error| panic!("{program} does not start: {error}")))
    }

    /// Starts a program that says one line, a number or an address, when it is ready.
    pub fn that_says(program: &str, setting: impl FnOnce(&mut Command)) -> (Self, String) {
        let mut service = Self::start(program, setting);
        let mut line = String::new();
        let output = service.0.stdout.as_mut().unwrap();
        BufReader::new(output).read_line(&mut line).unwrap();
        assert!(
            !line.is_empty(),
            "{program} ended at once; scripts/test installs what the window tests need"
        );
        (service, line.trim().to_owned())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // A polite end, so that the browser driver ends its own helper too. One that has ended is fine.
        let _ = kill_process(Pid::from_child(&self.0), Signal::TERM);
        let _ = self.0.wait();
    }
}
