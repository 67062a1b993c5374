//! The frame of the window, with its menu, which no browser driver reaches.

use std::process::Command;
use std::time::Duration;

use super::officer::pictures;
use super::{Officer, wait_for};

impl Officer {
    /// Draws the window larger or smaller, in dots of the screen, and waits until that is kept.
    pub async fn resizes_the_window(&self, width: u32, height: u32) {
        let window = self.window().await;
        self.keyboard(&["windowsize", "--sync", &window, &width.to_string(), &height.to_string()]);
        self.sees_the_window_as_large_as(width, height).await;
        let place = self.home().join("samkrav/window.json");
        let kept = format!("\"width\":{width},\"height\":{height}");
        let is_kept = async || std::fs::read_to_string(&place).ok()?.contains(&kept).then_some(());
        wait_for("the place of the window to be kept", is_kept).await;
    }

    /// Waits until the window is so large, in dots of the screen.
    pub async fn sees_the_window_as_large_as(&self, width: u32, height: u32) {
        let size = format!("WIDTH={width}\nHEIGHT={height}\n");
        let window = self.window().await;
        let is_so = async || {
            let said = self.xdotool(&["getwindowgeometry", "--shell", &window])?;
            said.contains(&size).then_some(())
        };
        wait_for(&format!("a window of {width} × {height}"), is_so).await;
    }

    /// Puts the window away, as its button for it does.
    pub async fn minimizes_the_window(&self) {
        let window = self.window().await;
        self.keyboard(&["windowminimize", "--sync", &window]);
    }

    /// Closes a window as the window manager does, and waits until it is gone.
    pub async fn closes(&self, window: &str) {
        let closed = async || {
            self.xdotool(&["windowactivate", "--sync", window, "key", "--delay", "60", "alt+F4"]);
            tokio::time::sleep(Duration::from_millis(500)).await;
            self.xdotool(&["getwindowname", window]).is_none().then_some(())
        };
        wait_for("the window to be gone", closed).await;
    }

    /// Presses keys as they come from the keyboard itself, which the menu hears too. The window is in front of the officer
    /// first: what is pressed before it is there is lost.
    pub async fn presses_keys(&self, keys: &[&str]) {
        let window = self.window().await;
        let press = ["windowactivate", "--sync", &window, "key", "--delay", "120"];
        self.keyboard(&[&press[..], keys].concat());
    }

    /// Takes a picture of the whole screen, with the frame of the window and its menu.
    pub async fn photographs_the_screen(&self, name: &str) {
        self.comes_to_rest().await;
        let mut scrot = Command::new("scrot");
        scrot.arg("--overwrite").arg(pictures().join(name).with_extension("png"));
        assert!(scrot.env("DISPLAY", &self.display).status().unwrap().success());
    }

    /// The number of the program's window, which is the only one.
    pub async fn window(&self) -> String {
        let shown = async || self.xdotool(&["search", "--onlyvisible", "--name", "^Samkrav$"]);
        let found = wait_for("the window", shown).await;
        assert_eq!(found.lines().count(), 1, "there is one window");
        found
    }
}
