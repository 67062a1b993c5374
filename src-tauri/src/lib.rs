//! The window of Samkrav: it shows the pages in `ui` and answers their commands.
//! There is no rule here: what a project is and what follows from it is the domain's.

pub mod arguments;
#[cfg(test)]
mod backup_tests;
mod clipboard;
mod closing;
mod commands;
mod desk;
#[cfg(test)]
mod desk_tests;
#[cfg(test)]
mod documents_tests;
mod early;
mod menu;
mod pages;
#[cfg(test)]
mod receive_tests;
mod screen;
#[cfg(target_os = "linux")]
mod second_start;
#[cfg(test)]
mod settings_tests;
mod shelf;
#[cfg(test)]
mod start_tests;
mod tray;
#[cfg(test)]
mod typescript;
#[cfg(test)]
mod walk_tests;
mod window;
mod window_place;
mod wire;

use std::error::Error;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use closing::Closing;
use desk::Desk;
use domain::refusal::{Kind, Refusal};
use early::Early;
use rfd::{AsyncMessageDialog, MessageLevel};
use tauri::async_runtime::{block_on, spawn, spawn_blocking};
use tauri::{App, AppHandle, Manager};

/// Opens the window, with the project file among `files` open, and stays until the officer closes it.
///
/// # Errors
/// When the system cannot show anything, for instance without a screen. What else hinders the start is told in a dialog.
pub fn run(files: Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    let context = tauri::generate_context!();
    #[cfg(target_os = "linux")]
    if second_start::is_taken_over(&context.config().identifier) {
        return Ok(());
    }
    // The catalogue is read while the system gets ready to show windows.
    let desk = spawn_blocking(|| Desk::new(store::user_folder()?, store::clock::now));
    let ran = tauri::Builder::default()
        // First, so that a second start does nothing else.
        .plugin(tauri_plugin_single_instance::init(|app, given, folder| {
            window::take_over(app, &given, &folder);
        }))
        .manage(Early::default())
        .on_menu_event(|app, event| screen::choose(app, event.id()))
        .invoke_handler(commands::handler())
        .register_asynchronous_uri_scheme_protocol("page", |context, request, responder| {
            let desk = context.app_handle().state::<Desk>().inner().clone();
            window::answer_with_page(desk, request, responder);
        })
        .on_window_event(window::on_event)
        .setup(|app| {
            if let Err(refusal) = block_on(desk)?.and_then(|desk| begin(app, &desk, files)) {
                tell_and_end(app.handle().clone(), &refusal);
            }
            Ok(())
        })
        .run(context);
    match ran {
        Err(error) if closing::met_the_end(&error) => Ok(closing::start_again()?),
        ran => Ok(ran?),
    }
}

/// Opens the window on the desk, with the files that the program was started with.
///
/// # Errors
/// When the system does not open it.
fn begin(app: &App, desk: &Desk, files: Vec<PathBuf>) -> Result<(), Refusal> {
    app.state::<Early>().lay_on(desk, files);
    keep_backups(desk.clone());
    // Before the window, whose pages ask at once.
    app.manage(desk.clone());
    app.manage(Closing::default());
    window::open(app, desk).map_err(|error| no_window(app, desk, &error))
}

/// Why the window was not opened: mostly what hinders the work too. Beside what is kept, the system writes of its own.
fn no_window(app: &App, desk: &Desk, error: &tauri::Error) -> Refusal {
    if let Err(refusal) = desk.with_store(|_, _| Ok(())) {
        return refusal;
    }
    let folder = app.path().app_local_data_dir().unwrap_or_default();
    let folder = folder.display();
    Refusal::new(Kind::NotNow, "Fönstret går inte att öppna.", "The window cannot be opened.").hint(
        format!("Kontrollera att du får skriva i mappen {folder}. Teknisk uppgift: {error}."),
        format!("Check that you may write in the folder {folder}. Technical detail: {error}."),
    )
}

/// Between two looks at whether a backup is due.
const A_WHILE: Duration = Duration::from_mins(1);

/// Makes backups beside the work, as long as the program runs. One that fails is tried again, and the work goes on.
fn keep_backups(desk: Desk) {
    thread::spawn(move || {
        loop {
            if let Err(refusal) = desk.back_up() {
                eprintln!("Samkrav: {refusal}");
            }
            thread::sleep(A_WHILE);
        }
    });
}

/// Says in a dialog why the program cannot start, and ends it. The dialog comes when the system is ready to show one.
fn tell_and_end(app: AppHandle, refusal: &Refusal) {
    let told = format!("{refusal}\n\n{}", english(refusal));
    eprintln!("Samkrav: {told}");
    let dialog =
        AsyncMessageDialog::new().set_level(MessageLevel::Error).set_title("Samkrav").set_description(told);
    spawn(async move {
        dialog.show().await;
        app.exit(1);
    });
}

fn english(refusal: &Refusal) -> String {
    let hint = refusal.hint.as_ref().map(|hint| &*hint.en).unwrap_or_default();
    format!("{} {hint}", refusal.text.en)
}
