//! The window itself, with every way out of it closed: the content security policy in tauri.conf.json says what the pages
//! may load, here they are kept from leading elsewhere, and a proxy where nobody answers stops what the system would
//! connect to in advance.

use tauri::async_runtime::spawn_blocking;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::webview::NewWindowResponse;
use tauri::{
    App, DragDropEvent, Manager, UriSchemeResponder, Url, WebviewWindowBuilder, Window, WindowEvent,
};

use crate::desk::Desk;
use crate::pages::Wanted;

/// Opens each window of tauri.conf.json.
///
/// # Errors
/// When the system cannot show it.
pub fn open(app: &App) -> tauri::Result<()> {
    for settings in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app, settings)?
            .on_navigation(is_own_page)
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .build()?;
    }
    Ok(())
}

/// The program's pages have a scheme of their own, or a host of their own where the system knows no such schemes.
fn is_own_page(address: &Url) -> bool {
    address.scheme() == "tauri" || address.host_str() == Some("tauri.localhost")
}

/// What is dropped on the window is laid out on the desk, and the pages are told that something lies there: where it lies
/// on the disk is nothing for them to know.
pub fn on_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else { return };
    let name = match event {
        DragDropEvent::Enter { .. } => "fileover",
        DragDropEvent::Leave => "filegone",
        DragDropEvent::Drop { paths, .. } => {
            window.state::<Desk>().ask_for(paths.clone());
            "fileasked"
        }
        _ => return,
    };
    if let Some(page) = window.get_webview_window(window.label()) {
        // A page that cannot be told is gone, and the file can be dropped again.
        let _ = page.eval(format!("window.dispatchEvent(new Event('{name}'))"));
    }
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
