//! Cut, copy, paste and select all from the menu. Only the system may read the clipboard, so the web view is asked, not
//! the pages.

use domain::needs::facts::serde_name;
use serde::{Deserialize, Serialize};
use tauri::menu::IsMenuItem;
use tauri::{AppHandle, Wry};

/// What can be done with what is marked in a field.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Clip {
    Cut,
    Copy,
    Paste,
    SelectAll,
}

/// The item of the menu.
#[cfg(target_os = "linux")]
pub fn item(app: &AppHandle, clip: Clip, words: &str) -> tauri::Result<Box<dyn IsMenuItem<Wry>>> {
    let keys = match clip {
        Clip::Cut => "Ctrl+X",
        Clip::Copy => "Ctrl+C",
        Clip::Paste => "Ctrl+V",
        Clip::SelectAll => "Ctrl+A",
    };
    let item = tauri::menu::MenuItemBuilder::with_id(serde_name(&clip), format!("{words}\t{keys}"));
    Ok(Box::new(item.build(app)?))
}

/// The item of the menu, which the system sees to itself.
#[cfg(not(target_os = "linux"))]
pub fn item(app: &AppHandle, clip: Clip, words: &str) -> tauri::Result<Box<dyn IsMenuItem<Wry>>> {
    use tauri::menu::PredefinedMenuItem;

    let words = Some(words);
    let item = match clip {
        Clip::Cut => PredefinedMenuItem::cut(app, words),
        Clip::Copy => PredefinedMenuItem::copy(app, words),
        Clip::Paste => PredefinedMenuItem::paste(app, words),
        Clip::SelectAll => PredefinedMenuItem::select_all(app, words),
    };
    Ok(Box::new(item?))
}

/// Does it in the field that has the focus. The names are those that the web view has for them.
#[cfg(target_os = "linux")]
pub fn act(window: &tauri::WebviewWindow, clip: Clip) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;

    window.with_webview(move |view| view.inner().execute_editing_command(&serde_name(&clip)))
}
