//! Nothing is sent or fetched: the window reaches nothing outside itself.

use std::io::ErrorKind;
use std::net::TcpListener;

use serde_json::json;

use crate::support::{Officer, at_the_desk, wait_for};

/// Tries every way that a page has to load or send something, and notes which were stopped.
const TRY_EVERY_WAY: &str = r"
    const [outside] = arguments;
    window.stopped = new Set();
    document.addEventListener('securitypolicyviolation', (event) => stopped.add(event.effectiveDirective));
    const lay = (tag, attributes) => document.body.append(Object.assign(document.createElement(tag), attributes));
    fetch(outside).catch(() => {});
    lay('img', { src: outside });
    lay('script', { src: outside });
    lay('link', { rel: 'stylesheet', href: outside });
    lay('iframe', { src: outside });
    lay('video', { src: outside });
    lay('form', { action: outside });
    document.forms[document.forms.length - 1].submit();
";

const WAYS: [&str; 7] =
    ["connect-src", "form-action", "frame-src", "img-src", "media-src", "script-src-elem", "style-src-elem"];

#[test]
fn the_pages_load_and_send_nothing_outside() {
    at_the_desk(async |officer| {
        let outside = Outside::new();
        officer.reads("Samkrav").await;
        officer.page(TRY_EVERY_WAY, &[json!(outside.address())]).await;
        for way in WAYS {
            wait_for(&format!("a stop for {way}"), async || is_stopped(&officer, way).await).await;
        }
        outside.heard_nothing();
    });
}

#[test]
fn no_link_leads_out_of_the_window() {
    at_the_desk(async |officer| {
        let outside = Outside::new();
        officer.reads("Samkrav").await;
        let links = "document.body.innerHTML =
            `<a href='${arguments[0]}'>Ut</a> <a href='${arguments[0]}' target='_blank'>Ut i nytt fönster</a>`";
        officer.page(links, &[json!(outside.address())]).await;
        for link in ["Ut", "Ut i nytt fönster"] {
            officer.presses("link", link).await;
            officer.comes_to_rest().await;
            officer.finds("link", link).await;
        }
        outside.heard_nothing();
    });
}

async fn is_stopped(officer: &Officer, way: &str) -> Option<()> {
    let stopped = officer.page("return stopped.has(arguments[0])", &[json!(way)]).await;
    (stopped == json!(true)).then_some(())
}

/// Someone outside who hears whoever knocks.
struct Outside(TcpListener);

impl Outside {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        Self(listener)
    }

    fn address(&self) -> String {
        format!("http://{}/", self.0.local_addr().unwrap())
    }

    fn heard_nothing(&self) {
        let heard = self.0.accept().map_err(|error| error.kind());
        assert_eq!(heard.unwrap_err(), ErrorKind::WouldBlock, "someone knocked");
    }
}
