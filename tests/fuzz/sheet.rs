//! A workbook that comes back: what it would change is said, or why it cannot be read.
//!
//! A workbook is a packed folder, which chance seldom hits upon. So the first byte says which of our own workbook's parts
//! the rest takes the place of; a first byte beyond them, that the rest is the whole file.

#![no_main]

#[path = "desk.rs"]
mod desk;

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use desk::{CATALOGUE, TODAY};
use documents::file::{DocumentName, Form, make};
use documents::front::Print;
use documents::model::Status;
use documents::returned;
use domain::assess::assess;
use domain::edit::Edit;
use domain::project::Project;
use domain::text::Language;
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

static PROJECT: LazyLock<Project> = LazyLock::new(desk::project);
static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| parts(&book()));

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let packed = match usize::from(*first) {
        part if part < PARTS.len() => packed(part, rest),
        _ => rest.to_vec(),
    };
    match returned::changes(&packed, &PROJECT, &CATALOGUE, &desk::signature()) {
        Ok(returned) => {
            if let Ok(edits) = returned.edits() {
                assess(&desk::after(&PROJECT, &Edit::Sheet { edits }), &CATALOGUE, TODAY);
            }
        }
        Err(refusal) => assert!(!refusal.text.sv.is_empty()),
    }
});

/// The workbook of the specification, as an officer gets it.
fn book() -> Vec<u8> {
    let print = Print { language: Language::Sv, date: TODAY, status: Status::draft("0.1"), logo: None };
    let assessment = assess(&PROJECT, &CATALOGUE, TODAY);
    make(DocumentName::Specification, Form::Xlsx, &PROJECT, &assessment, &print).expect("a workbook is made")
}

fn parts(book: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(book)).expect("a workbook is a packed folder");
    let parts = archive.len();
    let part = |at| {
        let mut file = archive.by_index(at).expect("each part is there");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("each part can be read");
        (file.name().expect("each part has a name").into_owned(), bytes)
    };
    (0..parts).map(part).collect()
}

/// The workbook with other bytes in the place of a part.
fn packed(part: usize, bytes: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (at, (name, own)) in PARTS.iter().enumerate() {
        writer.start_file(name.as_str(), stored).expect("a name that was read can be written");
        writer.write_all(if at == part { bytes } else { own }).expect("there is room in memory");
    }
    writer.finish().expect("it can be closed").into_inner()
}
