//! Writes the trial documents, and every document of every example, as PDF and Word into a folder, to be looked at or timed; with
//! a NAME only those whose name begins so: `draft`, `stadning.follow_up_plan.sv`.
//!
//! `cargo run -p documents --example samples -- FOLDER [NAME]`

mod support;

use documents::model::{Language, Status};
use std::path::PathBuf;
use std::{env, fs};
use support::project::{DOCUMENTS, every_document, made, three_hundred};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("name a folder")?);
    let only = env::args().nth(2);
    let english = support::english::specification(Status::fixed("1.0"), "2026-12-11");
    let trials = [
        ("specification", support::specification()),
        ("draft", support::draft()),
        ("english", english),
        ("100", support::long(100)),
        ("form", support::form()),
    ];
    let trials = trials.map(|(name, document)| (name.to_owned(), document));
    let many = three_hundred();
    let many =
        DOCUMENTS.map(|(name, make)| (format!("three_hundred.{name}.sv"), made(&many, make, Language::Sv)));
    for (name, document) in trials.into_iter().chain(many).chain(every_document()) {
        if only.as_deref().is_none_or(|only| name.starts_with(only)) {
            fs::write(folder.join(format!("{name}.pdf")), documents::pdf::render(&document)?)?;
            fs::write(folder.join(format!("{name}.docx")), documents::word::render(&document)?)?;
        }
    }
    Ok(())
}
