//! The window itself, with every way out of it closed: the content security policy in tauri.conf.json says what the pages
//! may load, here they are kept from leading elsewhere, and a proxy where nobody answers stops what the system would
//! connect to in advance.

use std::path::Path;

use tauri::async_runtime::spawn_blocking;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::webview::NewWindowResponse;
use tauri::{
    App, AppHandle, DragDropEvent, Manager, UriSchemeResponder, Url, WebviewWindow, WebviewWindowBuilder,
    Window, WindowEvent,
};

use crate::desk::Desk;
use crate::early::Early;
use crate::pages::Wanted;
use crate::screen::{self, Screen};
use crate::{arguments, closing, menu, window_place};

/// Opens each window of tauri.conf.json as the officer has set it and where it was left.
///
/// # Errors
/// When the system cannot show it.
pub fn open(app: &App, desk: &Desk) -> tauri::Result<()> {
    let set = desk.settings();
    app.set_menu(menu::menu(app.handle(), &set, &desk.catalogue().phrases)?)?;
    for settings in &app.config().app.windows {
        let window = WebviewWindowBuilder::from_config(app, settings)?
            .on_navigation(is_own_page)
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .theme(screen::frame_colours(set.colours));
        let window = window_place::place(window, app, desk.folder()).build()?;
        window.zooms(set.text_size.percent());
        window_place::keep(&window, desk.folder());
        desk.stand_before(window);
    }
    Ok(())
}

/// The program's pages have a scheme of their own, or a host of their own where the system knows no such schemes.
fn is_own_page(address: &Url) -> bool {
    address.scheme() == "tauri" || address.host_str() == Some("tauri.localhost")
}

/// What the system tells of the window.
pub fn on_event(window: &Window, event: &WindowEvent) {
    let Some(page) = window.get_webview_window(window.label()) else { return };
    match event {
        WindowEvent::CloseRequested { api, .. } if !closing::may_close(&page) => api.prevent_close(),
        WindowEvent::DragDrop(event) => drag(&page, event),
        _ => {}
    }
}

/// What is dropped on the window is laid out on the desk, and the pages are told that something lies there: where it lies
/// on the disk is nothing for them to know.
fn drag(page: &WebviewWindow, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { paths, .. } => tell(page, "fileover", paths.len()),
        DragDropEvent::Leave => tell(page, "filegone", 0),
        DragDropEvent::Drop { paths, .. } => {
            tell(page, "fileasked", page.state::<Desk>().ask_for(paths.clone()));
        }
        _ => {}
    }
}

/// What the program is started with a second time, while it is open: the window comes forward and opens it. Where the
/// second start was made is where its files are sought. A program at its end takes nothing over.
pub fn take_over(app: &AppHandle, arguments: &[String], folder: &str) {
    if closing::has_begun(app) {
        return closing::start_instead(arguments, Path::new(folder));
    }
    let named = arguments::files(arguments.iter().skip(1));
    let files = named.into_iter().map(|file| Path::new(folder).join(file)).collect();
    // Pages that are still to come ask by themselves.
    let waiting = app.state::<Early>().ask_for(files);
    let Some(page) = screen::main_window(app) else { return };
    // What the system does not let come forward, it shows as waiting.
    let _ = page.unminimize();
    let _ = page.set_focus();
    if waiting > 0 {
        tell(&page, "fileasked", waiting);
    }
}

/// Tells the pages what happens with so many files.
fn tell(page: &WebviewWindow, what: &str, files: usize) {
    // A page that cannot be told is gone, and the file can be dropped or asked for again.
    let _ = page.eval(format!("window.dispatchEvent(new CustomEvent('{what}', {{ detail: {files} }}))"));
}

/// Answers with the picture of a page, drawn on a thread of its own.
pub fn answer_with_page(desk: Desk, request: Request<Vec<u8>>, responder: UriSchemeResponder) {
    drop(spawn_blocking(move || {
        let wanted = Wanted::read(request.uri().path());
        let picture = wanted.and_then(|wanted| desk.pages().picture(&wanted));
        responder.respond(picture.map_or_else(no_page, |picture| page(picture.to_vec())));
    }));
}

/// The stamp in its address changes when the page does, so that the window may keep it.
fn page(picture: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(picture);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("image/png"));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("max-age=3600, immutable"));
    response
}

fn no_page() -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
