//! A project file that others have written: refused in words, or a project that everything can be done with.
//!
//! A file that has been changed fails its checksum, so each is tried once as it is and once with the right checksum.

#![no_main]

#[path = "desk.rs"]
mod desk;

use desk::{CATALOGUE, TODAY};
use domain::assess::assess;
use domain::merge::{Choices, Side, Spoken, differences, label, merge};
use domain::notes::Noted;
use domain::text::Language;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use store::hex_digest;
use store::project_file::{ProjectFile, parse, to_text};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = store::text_of(bytes.to_vec()) else { return };
    tried(&text);
    if let Some(signed) = signed(&text) {
        tried(&signed);
    }
});

fn tried(text: &str) {
    match parse(text) {
        Ok(file) => works(&file),
        Err(refusal) => assert!(!refusal.text.sv.is_empty() && !refusal.text.en.is_empty()),
    }
}

/// It comes back as it was, follows from itself, can be spoken of, and merges with a copy without its notes.
fn works(file: &ProjectFile) {
    let again = parse(&to_text(file)).expect("what has been written can be read");
    assert!(again == *file);
    let project = &file.project;
    assess(project, &CATALOGUE, TODAY);
    assert!(differences(project, project).is_empty());
    let sent = project.without_notes();
    let home = merge(None, project, &sent, &Choices::default()).expect("nothing was fixed apart");
    assert!(home.conflicts.is_empty() && home.project == *project);
    let ours = desk::project();
    let spoken = |project| Spoken::of(project, &CATALOGUE, TODAY, Language::Sv);
    let (a, b) = (spoken(ours.clone()), spoken(project.clone()));
    if let Ok(merged) = merge(None, &ours, project, &Choices::all(Side::Theirs)) {
        for field in merged.conflicts.iter().map(|conflict| &conflict.field) {
            (label(field, &[&a, &b]), a.shown(field), b.shown(field));
        }
    }
}

/// The same file with the checksum that it should have.
fn signed(text: &str) -> Option<String> {
    let mut file: Value = serde_json::from_str(text).ok()?;
    let content: Value = ["changed", "lineage", "project"]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), file.get(name)?.clone())))
        .collect();
    let digest = hex_digest(&serde_json_canonicalizer::to_vec(&content).ok()?);
    file.as_object_mut()?.insert("content_sha256".to_owned(), json!(digest));
    Some(file.to_string())
}
