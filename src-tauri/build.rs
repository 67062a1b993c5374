//! Builds the window's settings, rights and pages into the program.

use tauri_build::{Attributes, CodegenContext};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let attributes = Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/*.json")
        // Pages read in here, and not by a macro, are read again when they have changed.
        .codegen(CodegenContext::new());
    Ok(tauri_build::try_build(attributes)?)
}
