//! A program that runs beside a test and ends with it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::PATIENCE;

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
        // A polite end, so that the browser driver ends its own helper too. One that has ended is fine; one that has not
        // heard it, as happens to a window manager, would be waited for without end.
        let _ = kill_process(Pid::from_child(&self.0), Signal::TERM);
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE && matches!(self.0.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(10));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
