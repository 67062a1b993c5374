//! The window of Samkrav: it shows the pages in `ui` and answers their commands.
//! There is no rule here: what a project is and what follows from it is the domain's.

mod commands;
mod desk;
#[cfg(test)]
mod desk_tests;
mod pages;
#[cfg(test)]
mod typescript;
mod window;
mod wire;

use std::error::Error;

use desk::Desk;
use tauri::Manager;
use tauri::async_runtime::{block_on, spawn_blocking};

/// Opens the window and stays until the officer closes it.
///
/// # Errors
/// When the system cannot show a window, for instance without a screen, or knows no home folder for the user.
pub fn run() -> Result<(), Box<dyn Error>> {
    let folder = store::user_folder()?;
    // The catalogue is read while the system gets ready to show windows.
    let desk = spawn_blocking(|| Desk::new(folder, store::clock::now));
    tauri::Builder::default()
        .invoke_handler(commands::handler())
        .register_asynchronous_uri_scheme_protocol("page", |context, request, responder| {
            let desk = context.app_handle().state::<Desk>().inner().clone();
            window::answer_with_page(desk, request, responder);
        })
        .setup(|app| {
            // Before the window, whose pages ask at once.
            app.manage(block_on(desk)??);
            Ok(window::open(app)?)
        })
        .run(tauri::generate_context!())?;
    Ok(())
}
