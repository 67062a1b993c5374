//! The window itself, with every way out of it closed: the content security policy in tauri.conf.json says what the pages
//! may load, here they are kept from leading elsewhere, and a proxy where nobody answers stops what the system would
//! connect to in advance.

use tauri::webview::NewWindowResponse;
use tauri::{App, Url, WebviewWindowBuilder};

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
