//! Nothing is sent or fetched: the window reaches nothing outside itself.

use std::io::ErrorKind;
use std::net::TcpListener;

use serde_json::json;

use crate::support::at_the_desk;

/// Tries every way out that a page has and answers with the ways that were stopped.
const TRY_EVERY_WAY: &str = r"
    const [outside, done] = arguments;
    const stopped = new Set();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      stopped.add(effectiveDirective);
      if (stopped.size === 7) done([...stopped].sort());
    });
    const lay = (tag, attributes) => document.body.append(Object.assign(document.createElement(tag), attributes));
    fetch(outside).catch(() => {});
    lay('img', { src: outside });
    lay('script', { src: outside });
    lay('link', { rel: 'stylesheet', href: outside });
    lay('iframe', { src: outside });
    lay('video', { src: outside });
    const form = document.createElement('form');
    form.action = outside;
    document.body.append(form);
    form.submit();
";

#[test]
fn the_window_reaches_nothing_outside_itself() {
    at_the_desk(async |officer| {
        let outside = TcpListener::bind("127.0.0.1:0").unwrap();
        outside.set_nonblocking(true).unwrap();
        officer.reads("Samkrav").await;
        let address = format!("http://{}/", outside.local_addr().unwrap());
        let stopped = officer.page_in_time(TRY_EVERY_WAY, &[json!(address)]).await;
        let ways = [
            "connect-src",
            "form-action",
            "frame-src",
            "img-src",
            "media-src",
            "script-src-elem",
            "style-src-elem",
        ];
        assert_eq!(stopped, json!(ways));
        assert_eq!(outside.accept().unwrap_err().kind(), ErrorKind::WouldBlock, "someone knocked");
    });
}
