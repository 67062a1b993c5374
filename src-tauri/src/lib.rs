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

/// Opens the window and stays until the officer closes it.
///
/// # Errors
/// When the system cannot show a window, for instance without a screen, or knows no home folder for the user.
pub fn run() -> Result<(), Box<dyn Error>> {
    let desk = Desk::new(store::user_folder()?, store::clock::now)?;
    tauri::Builder::default()
        .manage(desk)
        .invoke_handler(commands::handler())
        .register_asynchronous_uri_scheme_protocol("page", |context, request, responder| {
            let desk = context.app_handle().state::<Desk>().inner().clone();
            window::answer_with_page(desk, request, responder);
        })
        .setup(|app| Ok(window::open(app)?))
        .run(tauri::generate_context!())?;
    Ok(())
}
