//! The window of Samkrav: it shows the pages in `ui` and answers their commands.
//! There is no rule here: what a project is and what follows from it is the domain's.

mod commands;
#[cfg(test)]
mod typescript;
mod window;
mod wire;

/// Opens the window and stays until the officer closes it.
///
/// # Errors
/// When the system cannot show a window, for instance without a screen.
pub fn run() -> tauri::Result<()> {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![commands::places::ask_where_to_save])
        .setup(|app| Ok(window::open(app)?))
        .run(tauri::generate_context!())
}
