//! Places on the officer's disk, chosen in the system's own dialogs.

use std::path::PathBuf;

use rfd::AsyncFileDialog;
use serde::Deserialize;
use tauri::WebviewWindow;

/// A kind of file as the officer knows it: "Projektfil", `samkrav`.
#[derive(Deserialize)]
pub struct FileKind {
    words: String,
    extension: String,
}

/// Asks where a file is to be saved. The answer is empty when the officer changed their mind.
#[tauri::command]
pub async fn ask_where_to_save(
    window: WebviewWindow,
    title: String,
    file_name: String,
    kind: FileKind,
) -> Option<PathBuf> {
    let chosen = AsyncFileDialog::new()
        .set_parent(&window)
        .set_title(title)
        .set_file_name(file_name)
        .add_filter(kind.words, &[kind.extension])
        .save_file()
        .await?;
    Some(chosen.path().to_owned())
}
