//! The desk: screen, window manager and message bus, set up for one test and cleared after it, and a browser driver for
//! each time that the program is opened.

use std::fs;
use std::io::read_to_string;
use std::iter;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{self, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Mutex, PoisonError};

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::error::WebDriverError;
use thirtyfour::{Capabilities, WebDriver, WebDriverRunError};

use super::dialog::xdotool;
use super::service::Service;
use super::{Officer, wait_for};

/// The day it always is at this desk.
const TODAY: &str = "2026-11-25";

const PROGRAM: &str = env!("CARGO_BIN_EXE_samkrav-window");

/// Lets an officer do their work at a desk of their own.
pub fn at_the_desk(work: impl AsyncFnOnce(Officer)) {
    at_a_desk(async |desk| desk.opens_the_program(work).await);
}

/// Sets up a desk at which the program can be opened more than once. One desk at a time: a window beside another, on a
/// machine with few cores, draws so late that a key or a click can come before what it is meant for.
pub fn at_a_desk(work: impl AsyncFnOnce(Desk)) {
    static ROOM: Mutex<()> = Mutex::new(());
    let _alone = ROOM.lock().unwrap_or_else(PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { work(Desk::set_up()).await });
}

/// A desk for one officer.
pub struct Desk {
    display: String,
    bus_address: String,
    home: TempDir,
    /// In the order they end: what draws before what it draws on.
    _services: [Service; 3],
}

impl Desk {
    fn set_up() -> Self {
        let home = tempfile::tempdir().unwrap();
        let (screen, display) = a_screen();
        let (bus, bus_address) = a_message_bus();
        let manager = Service::start("openbox", |openbox| {
            openbox.env("DISPLAY", &display).env("HOME", home.path());
        });
        Self { display, bus_address, home, _services: [manager, bus, screen] }
    }

    /// The officer's own folder, empty when the test begins; the program keeps its projects in `samkrav` there.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Opens the program for an officer.
    pub async fn opens_the_program(&self, work: impl AsyncFnOnce(Officer)) {
        self.opens_the_program_with(&[], work).await;
    }

    /// Opens the program with files, as a double click on them does, and closes it whatever happens: a session that is
    /// left open hangs for two minutes.
    pub async fn opens_the_program_with(&self, files: &[&str], work: impl AsyncFnOnce(Officer)) {
        let driver = self.starts_a_browser_driver();
        let window = driver.opens_the_window(files).await;
        let (display, home) = (self.display.clone(), self.home.path().to_owned());
        let worked = window.run_and_quit(async |window| {
            work(Officer::new(window, display, home)).await;
            Ok::<_, WebDriverError>(())
        });
        worked.await.unwrap();
        // One that starts while this one is ending would hand over to it, and no window would come.
        wait_for("the end of the program", async || programs_in(self.home.path()).is_empty().then_some(()))
            .await;
    }

    /// Opens the program for an officer who closes it.
    pub async fn opens_the_program_to_close_it(&self, work: impl AsyncFnOnce(&Officer)) {
        let driver = self.starts_a_browser_driver();
        let window = driver.opens_the_window(&[]).await;
        let (display, home) = (self.display.clone(), self.home.path().to_owned());
        let worked = window.run_and_quit(async |window| {
            work(&Officer::new(window, display, home)).await;
            wait_for("the end of the program", async || {
                programs_in(self.home.path()).is_empty().then_some(())
            })
            .await;
            Ok::<_, WebDriverError>(())
        });
        // There is no window left that the driver could close.
        assert!(matches!(worked.await, Ok(()) | Err(WebDriverRunError::Cleanup(_))));
    }

    /// One for each time that the program is opened: one that is kept hands on over a connection of the time before, which
    /// the system's own driver closes when that window is gone.
    fn starts_a_browser_driver(&self) -> BrowserDriver {
        BrowserDriver::start(&self.display, &self.bus_address, self.home.path())
    }

    /// Starts the program in the moment that it ends, and closes the new window when it has come.
    pub async fn starts_the_program_as_it_ends(&self, officer: &Officer) {
        let before = programs_in(self.home.path());
        let mut program = Command::new(PROGRAM);
        in_these_surroundings(&mut program, &self.display, &self.bus_address, self.home.path());
        let mut started = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let window = async || {
            let _ = started.try_wait();
            let new = programs_in(self.home.path()).into_iter().find(|number| !before.contains(number))?;
            officer.xdotool(&["search", "--all", "--onlyvisible", "--pid", &new, "--name", "^Samkrav$"])
        };
        let window = wait_for("the window of the new program", window).await;
        officer.closes(&window).await;
        started.wait().unwrap();
    }

    /// Starts the program while it is open, and waits until the second one has handed over and ended. It has no screen, since
    /// it is to end before it begins with one.
    pub async fn starts_the_program_again(&self, files: &[&Path]) {
        let mut program = Command::new(PROGRAM);
        program.args(files);
        in_these_surroundings(&mut program, &self.display, &self.bus_address, self.home.path());
        program.env_remove("DISPLAY");
        let mut second = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let ended = wait_for("the end of a second start", async || second.try_wait().unwrap()).await;
        assert!(ended.success(), "{ended}");
    }

    /// Starts the program where the system lets nothing be kept, neither its own data nor that of the web view. It says why
    /// in a dialog of the system's, and ends when that is answered. What it also says on standard error.
    pub async fn starts_the_program_where_nothing_can_be_kept(&self) -> String {
        let mut program = Command::new(PROGRAM);
        in_these_surroundings(&mut program, &self.display, &self.bus_address, self.home.path());
        program.env_remove("SAMKRAV_DATA").env("XDG_DATA_HOME", "/proc/nowhere");
        let mut started = program.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let shown = async || xdotool(&self.display, &["search", "--onlyvisible", "--name", "^Samkrav$"]);
        let dialog = wait_for("the dialog that says why", shown).await;
        let ended = wait_for("the end of the program", async || {
            let ended = started.try_wait().unwrap();
            if ended.is_none() {
                xdotool(&self.display, &["windowactivate", "--sync", &dialog, "key", "Escape"]);
            }
            ended
        });
        assert_eq!(ended.await.code(), Some(1));
        read_to_string(started.stderr.take().unwrap()).unwrap()
    }
}

/// What the program finds around it at this desk.
fn in_these_surroundings(program: &mut Command, display: &str, bus_address: &str, home: &Path) {
    program
        .env("DISPLAY", display)
        .env_remove("WAYLAND_DISPLAY")
        .env("DBUS_SESSION_BUS_ADDRESS", bus_address)
        .env("HOME", home)
        .env("XDG_RUNTIME_DIR", home)
        .env("SAMKRAV_DATA", home.join("samkrav"))
        .env("SAMKRAV_TODAY", TODAY);
}

/// A screen takes a free number itself and says it when it is ready. It has room for the window's frame.
fn a_screen() -> (Service, String) {
    let (screen, number) = Service::that_says("Xvfb", |xvfb| {
        xvfb.args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]);
    });
    (screen, format!(":{number}"))
}

/// GTK asks the bus for its settings; one of its own keeps the tests apart.
fn a_message_bus() -> (Service, String) {
    Service::that_says("dbus-daemon", |bus| {
        bus.args(["--session", "--nofork", "--print-address=1"]);
    })
}

/// Tauri's driver and the system's own, which it hands on to.
struct BrowserDriver {
    port: u16,
    native_port: u16,
    _service: Service,
}

impl BrowserDriver {
    /// The program that the driver opens inherits these surroundings.
    fn start(display: &str, bus_address: &str, home: &Path) -> Self {
        let (port, native_port) = (a_free_port(), a_free_port());
        let service = Service::start("tauri-driver", |driver| {
            driver.args(["--port", &port.to_string(), "--native-port", &native_port.to_string()]);
            in_these_surroundings(driver, display, bus_address, home);
        });
        Self { port, native_port, _service: service }
    }

    async fn opens_the_window(&self, files: &[&str]) -> WebDriver {
        for port in [self.native_port, self.port] {
            let door = ("127.0.0.1", port);
            wait_for("the browser driver", async || TcpStream::connect(door).ok()).await;
        }
        let mut wanted = Capabilities::new();
        wanted.set("browserName", "wry").unwrap();
        let program = json!({ "application": PROGRAM, "args": files });
        wanted.set("tauri:options", program).unwrap();
        WebDriver::new(format!("http://127.0.0.1:{}", self.port), wanted).await.unwrap()
    }
}

/// The numbers of the programs that run with this home.
fn programs_in(home: &Path) -> Vec<String> {
    let home = format!("HOME={}", home.display());
    let of = |process: &Path, file: &str| fs::read(process.join(file)).unwrap_or_default();
    let processes = fs::read_dir("/proc").unwrap().filter_map(|entry| Some(entry.ok()?.path()));
    let ours = processes.filter(|process| {
        let in_home = of(process, "environ").split(|byte| *byte == 0).any(|set| set == home.as_bytes());
        in_home && of(process, "comm").starts_with(b"samkrav-window")
    });
    ours.filter_map(|process| Some(process.file_name()?.to_str()?.to_owned())).collect()
}

/// A port below those that the system gives to outgoing connections, which would take it before the driver does.
/// Each run of the tests begins at its own place, so that two do not meet.
fn a_free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 10_000 + u16::try_from(process::id() % 20_000).unwrap();
    let mut ports = iter::repeat_with(|| first + NEXT.fetch_add(1, Ordering::Relaxed));
    ports.find(|&port| TcpListener::bind(("127.0.0.1", port)).is_ok()).unwrap()
}
