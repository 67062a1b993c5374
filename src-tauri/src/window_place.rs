//! Where the window stands: kept beside the database, so that it opens where it was left, and never out of sight.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tauri::{
    App, Monitor, PhysicalPosition, PhysicalSize, WebviewWindow, WebviewWindowBuilder, WindowEvent, Wry,
};

/// Beside the database. Not with what the officer sets: a window that is moved is no reason to write that.
const FILE: &str = "window.json";

/// A window that is being moved or drawn larger is kept when it has come to rest.
const REST: Duration = Duration::from_millis(400);

/// A rectangle on the screens, in their dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
}

/// Where a window stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stand {
    /// Its place when it is not as large as the screen: where the frame begins, and how large the content is.
    #[serde(flatten)]
    area: Area,
    /// It is as large as the screen.
    maximized: bool,
}

impl Area {
    /// The part of a monitor that has room for windows.
    fn of(monitor: &Monitor) -> Self {
        let room = monitor.work_area();
        Self { x: room.position.x, y: room.position.y, width: room.size.width, height: room.size.height }
    }

    /// How many dots the two have in common.
    fn shared(self, other: Self) -> i64 {
        let along = |a: i32, a_long: u32, b: i32, b_long: u32| {
            let end = (i64::from(a) + i64::from(a_long)).min(i64::from(b) + i64::from(b_long));
            (end - i64::from(a.max(b))).max(0)
        };
        along(self.x, self.width, other.x, other.width) * along(self.y, self.height, other.y, other.height)
    }

    /// The same within the monitor that shows most of it, or the first where none shows any.
    fn within(self, monitors: &[Self]) -> Self {
        let most = monitors.iter().rev().max_by_key(|monitor| self.shared(**monitor));
        let Some(room) = most.copied() else { return self };
        let (width, height) = (self.width.min(room.width), self.height.min(room.height));
        let fit = |at: i32, long: u32, from: i32, room: u32| {
            at.clamp(from, from.saturating_add_unsigned(room.saturating_sub(long)))
        };
        Self {
            x: fit(self.x, width, room.x, room.width),
            y: fit(self.y, height, room.y, room.height),
            width,
            height,
        }
    }
}

/// A window that opens where it was left, so that it is never seen anywhere else. One that was never left opens where the
/// system puts it.
pub fn place<'a>(
    window: WebviewWindowBuilder<'a, Wry, App>,
    app: &App,
    folder: &Path,
) -> WebviewWindowBuilder<'a, Wry, App> {
    let Some(left) = read(&folder.join(FILE)) else { return window };
    let monitors = app.available_monitors().unwrap_or_default();
    let areas: Vec<Area> = monitors.iter().map(Area::of).collect();
    let area = left.area.within(&areas);
    let shown_by = monitors.iter().max_by_key(|monitor| area.shared(Area::of(monitor)));
    let scale = shown_by.map_or(1.0, Monitor::scale_factor);
    let at = PhysicalPosition::new(area.x, area.y).to_logical::<f64>(scale);
    let size = PhysicalSize::new(area.width, area.height).to_logical::<f64>(scale);
    window.position(at.x, at.y).inner_size(size.width, size.height).maximized(left.maximized)
}

/// Keeps where a window is moved.
pub fn keep(window: &WebviewWindow, folder: &Path) {
    let file = folder.join(FILE);
    let left = read(&file);
    let keeper = Arc::new(Keeper { window: window.clone(), file, last: Mutex::new(left) });
    let (tell, moved) = mpsc::channel();
    let at_rest = Arc::clone(&keeper);
    thread::spawn(move || at_rest.write_at_rest(&moved));
    window.on_window_event(move |event| match event {
        // Nobody listens any more only when the program ends.
        WindowEvent::Moved(_) | WindowEvent::Resized(_) => drop(tell.send(())),
        WindowEvent::CloseRequested { .. } => keeper.write(),
        _ => {}
    });
}

fn read(file: &Path) -> Option<Stand> {
    serde_json::from_slice(&fs::read(file).ok()?).ok()
}

struct Keeper {
    window: WebviewWindow,
    file: PathBuf,
    last: Mutex<Option<Stand>>,
}

impl Keeper {
    fn write_at_rest(&self, moved: &Receiver<()>) {
        while moved.recv().is_ok() {
            while moved.recv_timeout(REST).is_ok() {}
            self.write();
        }
    }

    /// What cannot be written is forgotten: the window opens where it did before.
    fn write(&self) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.now(*last);
        if now.is_some() && now != *last && write(&self.file, now).is_some() {
            *last = now;
        }
    }

    /// Where it stands now; nothing while it is hidden.
    fn now(&self, last: Option<Stand>) -> Option<Stand> {
        let window = &self.window;
        if window.is_minimized().ok()? {
            return None;
        }
        let maximized = window.is_maximized().ok()?;
        if let (true, Some(last)) = (maximized, last) {
            return Some(Stand { maximized, ..last });
        }
        let (at, size) = (window.outer_position().ok()?, window.inner_size().ok()?);
        let area = Area { x: at.x, y: at.y, width: size.width, height: size.height };
        Some(Stand { area, maximized })
    }
}

fn write(file: &Path, stand: Option<Stand>) -> Option<()> {
    store::write_whole(file, &serde_json::to_vec(&stand?).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::Area;

    const LEFT: Area = Area { x: 0, y: 0, width: 1920, height: 1040 };
    const RIGHT: Area = Area { x: 1920, y: 0, width: 2560, height: 1400 };

    fn area(x: i32, y: i32, width: u32, height: u32) -> Area {
        Area { x, y, width, height }
    }

    #[test]
    fn a_window_opens_where_it_was_left() {
        for left in [area(100, 80, 1280, 800), area(2000, 300, 1600, 1000), area(1920, 0, 2560, 1400)] {
            assert_eq!(left.within(&[LEFT, RIGHT]), left);
        }
    }

    #[test]
    fn one_left_on_a_monitor_that_is_gone_opens_whole_on_one_that_is_there() {
        assert_eq!(area(2500, 300, 1280, 800).within(&[LEFT]), area(640, 240, 1280, 800));
        assert_eq!(area(-9000, -9000, 1280, 800).within(&[RIGHT, LEFT]), area(1920, 0, 1280, 800));
    }

    #[test]
    fn one_that_stuck_out_is_drawn_in_on_the_monitor_that_showed_most_of_it() {
        assert_eq!(area(1800, 900, 1280, 800).within(&[LEFT, RIGHT]), area(1920, 600, 1280, 800));
        assert_eq!(area(-200, -50, 1280, 800).within(&[LEFT, RIGHT]), area(0, 0, 1280, 800));
    }

    #[test]
    fn one_larger_than_the_monitor_gets_as_large_as_it() {
        assert_eq!(area(1920, 0, 2560, 1400).within(&[LEFT]), LEFT);
        assert_eq!(area(i32::MAX, i32::MIN, u32::MAX, u32::MAX).within(&[LEFT]), LEFT);
    }
}
