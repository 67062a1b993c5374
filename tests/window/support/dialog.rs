//! The system's own dialogs, which no browser driver reaches: answered with the keyboard.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::{Officer, wait_for};

impl Officer {
    /// Answers the save dialog with this title: writes the path and presses Return.
    pub async fn saves_as(&self, title: &str, path: &Path) {
        let dialog = self.waits_for_dialog(title).await;
        let path = path.to_str().expect("the tests' own paths are text");
        self.keyboard(&["windowactivate", "--sync", &dialog, "key", "ctrl+a", "type", "--delay", "20", path]);
        self.keyboard(&["key", "Return"]);
    }

    /// Answers the open dialog with this title: writes the path, and presses Return until the dialog is gone, since the
    /// first is taken by the list of names that begin like what was typed.
    pub async fn opens_file(&self, title: &str, path: &Path) {
        let dialog = self.waits_for_dialog(title).await;
        // It begins among what was used last, and there no folder can be chosen.
        self.keyboard(&["windowactivate", "--sync", &dialog, "key", "alt+Home"]);
        let path = path.to_str().expect("the tests' own paths are text");
        self.keyboard(&["windowactivate", "--sync", &dialog, "key", "ctrl+l"]);
        self.keyboard(&["type", "--delay", "20", path]);
        let gone = async || {
            let shown = self.xdotool(&["search", "--onlyvisible", "--name", &format!("^{title}$")]).is_some();
            if shown {
                self.xdotool(&["windowactivate", "--sync", &dialog, "key", "Return"]);
                // One that comes while the dialog is closing would answer what the window asks next.
                tokio::time::sleep(Duration::from_millis(700)).await;
            }
            (!shown).then_some(())
        };
        wait_for(&format!("the dialog \"{title}\" to close"), gone).await;
    }

    /// Leaves the dialog with this title without an answer.
    pub async fn leaves_dialog(&self, title: &str) {
        let dialog = self.waits_for_dialog(title).await;
        self.keyboard(&["windowactivate", "--sync", &dialog, "key", "Escape"]);
    }

    /// The number of the dialog's window on the screen.
    async fn waits_for_dialog(&self, title: &str) -> String {
        let exactly = format!("^{title}$");
        let shown = async || self.xdotool(&["search", "--onlyvisible", "--name", &exactly]);
        wait_for(&format!("the dialog \"{title}\""), shown).await
    }

    pub(super) fn keyboard(&self, keys: &[&str]) {
        self.xdotool(keys).unwrap_or_else(|| panic!("the keyboard does not answer to {keys:?}"));
    }

    /// What xdotool says, or nothing when it fails.
    pub(super) fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        xdotool(&self.display, arguments)
    }
}

/// What xdotool says of this screen, or nothing when it fails.
pub(super) fn xdotool(display: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new("xdotool").args(arguments).env("DISPLAY", display).output();
    let output = output.expect("xdotool is installed by scripts/test");
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
