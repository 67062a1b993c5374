//! Builds the window's settings, rights and pages into the program.

use tauri_build::Attributes;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The pages are read in when the crate is compiled: changed ones have it compiled again.
    println!("cargo:rerun-if-changed=ui/dist");
    let attributes = Attributes::new().capabilities_path_pattern("src-tauri/capabilities/*.json");
    Ok(tauri_build::try_build(attributes)?)
}
