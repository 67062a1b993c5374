//! What is around the pages: the frame of the window with its menu, and the system's file manager.

use std::path::Path;

use domain::catalogue::phrases::Phrases;
use domain::needs::facts::serde_name;
use domain::refusal::{Kind, Refusal};
use serde_json::Value;
use tauri::menu::MenuId;
use tauri::{AppHandle, Manager, WebviewWindow};

use crate::wire::action::Action;
use crate::wire::settings::{Colours, Settings};
use crate::{closing, menu};

/// The name of the window in tauri.conf.json.
const MAIN: &str = "main";

/// What is around the pages. A desk without a window, as in a test, has none.
pub trait Screen: Send + Sync {
    /// Wears what the officer has set: the words of the menu, and its colours.
    fn wears(&self, settings: &Settings, phrases: &Phrases);
    /// Shows the pages larger or smaller, in per cent.
    fn zooms(&self, percent: u16);
    /// Shows a folder in the system's file manager.
    ///
    /// # Errors
    /// When the system knows no file manager.
    fn shows(&self, folder: &Path) -> Result<(), Refusal>;
    /// Opens a file in the program that the system opens such files with.
    ///
    /// # Errors
    /// When the system knows no such program.
    fn opens(&self, file: &Path) -> Result<(), Refusal>;
    /// Closes the window, and with it the program; what is typed is kept by then.
    fn closes(&self);
}

// What the system will not do with its own frame, the officer sees; there is nothing else to do about it.
impl Screen for WebviewWindow {
    fn wears(&self, settings: &Settings, phrases: &Phrases) {
        let app = self.app_handle();
        let _ = menu::menu(app, settings, phrases).and_then(|menu| app.set_menu(menu));
        let _ = self.set_theme(frame_colours(settings.colours));
    }

    fn zooms(&self, percent: u16) {
        let _ = self.set_zoom(f64::from(percent) / 100.0);
    }

    fn shows(&self, folder: &Path) -> Result<(), Refusal> {
        open::that_detached(folder).map_err(|_| no_file_manager(folder))
    }

    fn opens(&self, file: &Path) -> Result<(), Refusal> {
        open::that_detached(file).map_err(|_| no_program())
    }

    fn closes(&self) {
        let _ = closing::close(self);
    }
}

/// The colours of the frame; none of its own are those of the system.
pub fn frame_colours(colours: Colours) -> Option<tauri::Theme> {
    match colours {
        Colours::System => None,
        Colours::Light => Some(tauri::Theme::Light),
        Colours::Dark => Some(tauri::Theme::Dark),
    }
}

/// The program's window, while it is open.
pub fn main_window(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(MAIN)
}

/// Does what was chosen in the menu.
pub fn choose(app: &AppHandle, item: &MenuId) {
    let Some(window) = main_window(app) else { return };
    let name = Value::from(item.as_ref());
    #[cfg(target_os = "linux")]
    if let Ok(clip) = serde_json::from_value(name.clone()) {
        let _ = crate::clipboard::act(&window, clip);
    }
    match serde_json::from_value(name) {
        // The frame's own, so that it ends also a page that hangs.
        Ok(Action::Quit) => drop(window.close()),
        Ok(action) => tell(&window, action),
        Err(_) => {}
    }
}

/// Tells the pages what to do. They listen in `ui/lib/actions.ts`; nothing of the platform is opened to them for it.
pub fn tell(window: &WebviewWindow, action: Action) {
    let name = serde_name(&action);
    let _ = window.eval(format!("window.dispatchEvent(new CustomEvent('action', {{ detail: '{name}' }}))"));
}

fn no_file_manager(folder: &Path) -> Refusal {
    Refusal::new(Kind::NotNow, "Filhanteraren går inte att öppna.", "The file manager cannot be opened.")
        .hint(
            format!("Öppna mappen själv: {}", folder.display()),
            format!("Open the folder yourself: {}", folder.display()),
        )
}

fn no_program() -> Refusal {
    Refusal::new(
        Kind::NotNow,
        "Datorn har inget program som visar PDF-filer.",
        "The computer has no program that shows PDF files.",
    )
    .hint(
        "Spara dokumentet som PDF och skriv ut det därifrån.",
        "Save the document as PDF and print it from there.",
    )
}
