//! The end of the program: what is being typed is kept first, whoever asks for the end, and a start in that moment is
//! a start of its own.

use std::env;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Manager, WebviewWindow};

use crate::screen;
use crate::wire::action::Action;

/// How long the pages may take to keep what is typed, with the keys that are still on their way: longer than they need. One
/// that hangs keeps no window open.
const LONGEST: Duration = Duration::from_secs(3);

/// Set for a start that takes the place of one that met a program at its end, so that it is made once.
const AGAIN: &str = "SAMKRAV_AGAIN";

/// How far the end has come.
#[derive(Default)]
pub struct Closing {
    /// It has begun, and nothing stops it.
    begun: AtomicBool,
    /// The pages have kept what was typed.
    kept: AtomicBool,
}

/// The window is asked to close. True when it may at once; otherwise the pages keep what is typed and then close it.
pub fn may_close(window: &WebviewWindow) -> bool {
    let closing = window.state::<Closing>();
    if closing.kept.load(Ordering::SeqCst) {
        return true;
    }
    if begin(window) {
        close_in_time(window.clone());
    }
    screen::tell(window, Action::Quit);
    false
}

/// Closes the window, since what is typed is kept.
pub fn close(window: &WebviewWindow) -> tauri::Result<()> {
    begin(window);
    window.state::<Closing>().kept.store(true, Ordering::SeqCst);
    window.close()
}

/// From now on a start is not handed over to this program. True the first time.
fn begin(window: &WebviewWindow) -> bool {
    let first = !window.state::<Closing>().begun.swap(true, Ordering::SeqCst);
    if first {
        tauri_plugin_single_instance::destroy(window);
    }
    first
}

/// A window that has closed in time is gone with the program.
fn close_in_time(window: WebviewWindow) {
    thread::spawn(move || {
        thread::sleep(LONGEST);
        let _ = close(&window);
    });
}

/// Whether the program is about to end.
pub fn has_begun(app: &AppHandle) -> bool {
    app.try_state::<Closing>().is_some_and(|closing| closing.begun.load(Ordering::SeqCst))
}

/// Starts the program anew, as it was just started. What the system refuses, it would refuse again.
pub fn start_instead(arguments: &[String], folder: &Path) {
    if let Ok(program) = env::current_exe() {
        let _ = Command::new(program).args(arguments.iter().skip(1)).current_dir(folder).spawn();
    }
}

/// Whether a start failed because the program that it was handed over to ended in that moment; once.
pub fn met_the_end(error: &tauri::Error) -> bool {
    let handing_over =
        matches!(error, tauri::Error::PluginInitialization(plugin, _) if plugin == "single-instance");
    handing_over && env::var_os(AGAIN).is_none()
}

/// Starts the program once more with what it was started with.
///
/// # Errors
/// When the system cannot start it.
pub fn start_again() -> std::io::Result<()> {
    Command::new(env::current_exe()?).args(env::args_os().skip(1)).env(AGAIN, "1").spawn().map(drop)
}
