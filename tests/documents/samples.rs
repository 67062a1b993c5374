//! Writes the trial documents as PDF and Word into a folder, to be looked at or timed; with a NAME only that one.
//!
//! `cargo run -p documents --example samples -- FOLDER [NAME]`

mod support;

use documents::model::Status;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("name a folder")?);
    let only = env::args().nth(2);
    let english = support::english::specification(Status::fixed("1.0"), "2026-12-11");
    let samples = [
        ("specification", support::specification()),
        ("draft", support::draft()),
        ("english", english),
        ("100", support::long(100)),
        ("form", support::form()),
    ];
    for (name, document) in
        samples.into_iter().filter(|(name, _)| only.as_deref().is_none_or(|only| only == *name))
    {
        fs::write(folder.join(name).with_extension("pdf"), documents::pdf::render(&document)?)?;
        fs::write(folder.join(name).with_extension("docx"), documents::word::render(&document)?)?;
    }
    Ok(())
}
