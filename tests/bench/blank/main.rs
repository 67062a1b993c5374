//! A window with an empty page and nothing behind it: what Samkrav's start is measured against, see `scripts/bench`.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("tests/bench/blank/tauri.conf.json"))
}
