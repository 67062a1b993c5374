//! Pages as pictures beside those that are stored: nothing that a reader sees changes unseen.
//!
//! A document is one sheet with all its pages, at 36 dots an inch in sixteen greys: small enough to be kept, and fine enough to show
//! a line that has moved by half a point. hayro draws it, which is not ours and is pinned, so that it draws alike on every machine.
//! The Word files are printed by `LibreOffice`, with our own fonts, and compared at 14 dots an inch: whether a line breaks is seen,
//! how a letter is drawn is not. Another `LibreOffice` may break lines elsewhere; then look, and keep.

pub mod picture;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use lopdf::Object;
use lopdf::content::{Content, Operation};

use crate::support::project::{EXAMPLES, PRINTED, example, made};
use documents::model::{Block, Document, Language};
use documents::{pdf, specification};
use picture::Picture;

/// Set to keep the pages as they are now.
const WRITE: &str = "SAMKRAV_WRITE_PAGES";

fn stored(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/documents/pages").join(kind)
}

/// Where new pictures and differences are laid to be looked at.
fn to_be_looked_at(kind: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("document-pages").join(kind);
    fs::create_dir_all(&target).unwrap();
    target
}

/// Every document of every example in both languages, as pages.
fn sheets() -> BTreeMap<String, Picture> {
    let of_an_example = |name: &str| EXAMPLES.iter().any(|example| name.starts_with(example));
    let printed = PRINTED.iter().filter(|one| of_an_example(&one.name));
    printed.map(|one| (one.name.clone(), Picture::of(&one.pdf))).collect()
}

/// What there is to say of a document whose pages differ from those stored; nothing when they do not.
fn fault(kind: &str, name: &str, now: &Picture) -> Option<String> {
    let earlier = fs::read(stored(kind).join(format!("{name}.png"))).ok().map(|png| Picture::read(&png, now));
    let pages = earlier.as_ref().map_or(vec![1], |earlier| now.differs_from(earlier));
    if pages.is_empty() {
        return None;
    }
    let folder = if std::env::var_os(WRITE).is_some() { stored(kind) } else { to_be_looked_at(kind) };
    fs::write(folder.join(format!("{name}.png")), now.png()).unwrap();
    let earlier = earlier.filter(|_| folder != stored(kind))?;
    fs::write(folder.join(format!("{name}.difference.png")), now.difference(&earlier)).unwrap();
    Some(format!("{name}: page {pages:?}"))
}

#[test]
fn every_page_looks_as_it_did_when_somebody_last_looked() {
    look_as_stored("stored", &sheets());
}

/// Holds pages against those of their kind that are stored.
pub fn look_as_stored(kind: &str, sheets: &BTreeMap<String, Picture>) {
    let mut faults: Vec<String> = sheets.iter().filter_map(|(name, now)| fault(kind, name, now)).collect();
    for file in fs::read_dir(stored(kind)).unwrap() {
        let name = file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
        if !sheets.contains_key(&name) {
            faults.push(format!("{name}: no document has these pages"));
        }
    }
    let missing = sheets.keys().filter(|name| !stored(kind).join(format!("{name}.png")).exists());
    faults.extend(missing.map(|name| format!("{name}: not stored")));
    assert!(
        faults.is_empty(),
        "{}\nLook at the new pages and at what differs in {}. Keep them with {WRITE}=1.",
        faults.join("\n"),
        to_be_looked_at(kind).display()
    );
}

/// The file with one operation of a page's content changed.
fn spoiled(pdf: &[u8], page: u32, spoil: impl Fn(&mut Vec<Operation>)) -> Vec<u8> {
    let mut file = lopdf::Document::load_mem(pdf).unwrap();
    let id = file.get_pages()[&page];
    let mut content = Content::decode(&file.get_page_content(id)).unwrap();
    spoil(&mut content.operations);
    file.change_page_content(id, content.encode().unwrap()).unwrap();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// Adds to a number in the tenth operation of a kind.
fn adding(operator: &str, operand: usize, by: f32) -> impl Fn(&mut Vec<Operation>) {
    move |operations| {
        let tenth = operations.iter_mut().filter(|one| one.operator == operator).nth(9).unwrap();
        tenth.operands[operand] = Object::Real(tenth.operands[operand].as_float().unwrap() + by);
    }
}

/// The document without the third row of its first wide table.
fn with_a_row_less(mut document: Document) -> Document {
    let blocks = document.sections.iter_mut().flat_map(|section| &mut section.blocks);
    let mut tables = blocks.filter_map(|block| match block {
        Block::WideTable(table) => Some(table),
        _ => None,
    });
    tables.next().unwrap().rows.remove(2);
    document
}

#[test]
fn a_moved_line_another_size_another_colour_and_a_missing_row_are_seen() {
    let document = made(&example("stadning"), specification::document, Language::Sv);
    let whole = pdf::render(&document).unwrap();
    let seen = Picture::of(&whole);
    let differs = |pdf: &[u8]| Picture::of(pdf).differs_from(&seen);
    assert_eq!(differs(&whole), [0; 0]);
    assert_eq!(differs(&spoiled(&whole, 2, |_| {})), [0; 0], "written anew and the same");
    assert_eq!(differs(&spoiled(&whole, 2, adding("Tm", 5, 0.5))), [2], "a line half a point higher");
    assert_eq!(differs(&spoiled(&whole, 3, adding("Tm", 4, 1.0))), [3], "a line a point to the right");
    assert_eq!(differs(&spoiled(&whole, 8, adding("Tf", 1, 0.5))), [8], "letters half a point larger");
    assert_eq!(differs(&spoiled(&whole, 1, adding("rg", 1, 0.8))), [1], "a text in green");
    assert!(!differs(&pdf::render(&with_a_row_less(document)).unwrap()).is_empty(), "a row is missing");
}

#[test]
fn a_sheet_is_read_back_as_it_was_stored() {
    let one = PRINTED.iter().find(|one| one.name == "it-system.supplier_guide.en").unwrap();
    let sheet = Picture::of(&one.pdf);
    assert!(Picture::read(&sheet.png(), &sheet) == sheet);
}
