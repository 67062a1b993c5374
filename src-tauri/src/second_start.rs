//! A second start, which hands over its files to the window that is open.
//!
//! The plugin for this does it too, but not until the window system is up, and then ends the program with the threads of that
//! system running: some of them crashed. Here it is asked before anything has begun, so that there is nothing to end. Two
//! starts in the same moment are still the plugin's.

use std::env;

use zbus::blocking::Connection;

/// What the plugin calls itself to others.
const INTERFACE: &str = "org.SingleInstance.DBus";

/// Whether the window that is open has taken over. It has not when none is open, when it ends in this moment, or when the
/// programs of this user cannot speak to each other.
pub fn is_taken_over(identifier: &str) -> bool {
    hand_over(identifier).is_ok()
}

/// The name and the path are those that the plugin makes of the identifier, without what one of its build options adds.
fn hand_over(identifier: &str) -> zbus::Result<()> {
    let name = format!("{identifier}.SingleInstance");
    let path = format!("/{}", name.replace('.', "/").replace('-', "_"));
    let given: Vec<String> = env::args_os().map(|given| given.to_string_lossy().into_owned()).collect();
    let folder = env::current_dir()?.to_string_lossy().into_owned();
    let bus = Connection::session()?;
    bus.call_method(Some(name), path, Some(INTERFACE), "ExecuteCallback", &(given, folder)).map(drop)
}
