//! Documents at the desk, without a window: a sheet that comes back, a page to print, the authority's logo.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use ::documents::file::{DocumentName, Form};
use domain::catalogue::parameter::ParameterValue;
use domain::edit::{Edit, FactEdit};
use domain::text::Language;
use serde_json::json;
use tauri::async_runtime::block_on;
use tempfile::TempDir;

use crate::commands::places::{Ask, Place};
use crate::commands::{documents, project, settings, start};
use crate::desk::Desk;
use crate::desk_tests::{Answers, cleared, desk, kept, worked};
use crate::settings_tests::Notes;
use crate::wire::project::{Edited, ProjectView, Stepped};
use crate::wire::sheet::SheetView;

const LOGO: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>"#;

fn stamp(desk: &Desk, view: &ProjectView, document: DocumentName) -> String {
    documents::preview(desk, &view.id, &document, &Language::Sv).unwrap().stamp
}

/// The specification as a sheet, with other cells, as an officer changes it.
fn changed(desk: &Desk, view: &ProjectView, folder: &Path, cells: &serde_json::Value) -> PathBuf {
    let place = folder.join("Krav.xlsx");
    let asked = Answers(Some(place.clone()));
    let (name, form, language) = (DocumentName::Specification, Form::Xlsx, Language::Sv);
    block_on(documents::save_document(desk, &asked, &view.id, &name, &form, &language)).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut python = Command::new(root.join("scripts/form-check"))
        .args([Path::new("--python"), &root.join("tests/documents/support/change.py")])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let job = json!({ "book": place, "files": [{ "to": place, "cells": cells }] });
    python.stdin.take().unwrap().write_all(job.to_string().as_bytes()).unwrap();
    assert!(python.wait().unwrap().success());
    place
}

fn chosen(desk: &Desk, view: &ProjectView, place: PathBuf) -> Option<SheetView> {
    block_on(documents::choose_sheet(desk, &Answers(Some(place)), &view.id)).unwrap()
}

#[test]
fn a_sheet_is_shown_first_taken_in_whole_and_undone_in_one_step() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    let cells = json!({ "Krav!D2": "Leverantören ska delta.\nLeverantören ska rapportera." });
    let place = changed(&desk, &view, home.path(), &cells);
    let sheet = chosen(&desk, &view, place).unwrap();
    assert_eq!(sheet.changes[0].place, "Krav!D2");
    assert!(sheet.changes[0].differences.iter().any(|one| one.new == "Leverantören ska delta."), "{sheet:?}");
    assert_eq!(desk.open(&view.id).unwrap().head, view.head, "nothing is written yet");

    let taken = kept(&desk, &view, sheet.edit.as_ref().unwrap());
    let undo = taken.undo.as_ref().unwrap();
    assert!(undo.contains("Ändringar från Excel: 1"), "{undo}");
    let Stepped::Kept { project: back, .. } = project::undo(&desk, &view.id, &taken.head).unwrap() else {
        panic!("nobody else has changed it")
    };
    assert_eq!(back.themes, view.themes);
}

#[test]
fn a_sheet_with_nothing_changed_or_with_what_cannot_be_is_not_taken_in() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    let same = chosen(&desk, &view, changed(&desk, &view, home.path(), &json!({}))).unwrap();
    assert_eq!((same.changes.len(), same.edit), (0, None));
    let wrong = changed(&desk, &view, home.path(), &json!({ "Krav!D2": "x".repeat(20_000) }));
    let wrong = chosen(&desk, &view, wrong).unwrap();
    assert!(wrong.changes[0].refused.is_some() && wrong.edit.is_none(), "{wrong:?}");

    let other = start::open_example(&desk, "stadning").unwrap();
    let asked = Answers(Some(home.path().join("Krav.xlsx")));
    let refused = block_on(documents::choose_sheet(&desk, &asked, &other.id)).unwrap_err();
    assert!(refused.to_string().contains("annat projekt"), "{refused}");
    assert!(block_on(documents::choose_sheet(&desk, &Answers(None), &view.id)).unwrap().is_none());
}

#[test]
fn a_document_opens_where_it_can_be_printed_and_leaves_no_copy_behind() {
    let home = TempDir::new().unwrap();
    let (desk, notes) = (desk(home.path()), Notes::default());
    desk.stand_before(notes.clone());
    let view = worked(&desk);
    for document in [DocumentName::Specification, DocumentName::ResponseForm] {
        documents::print_document(&desk, &view.id, &document, &Language::Sv).unwrap();
    }
    let opened =
        ["Kravspecifikation Lokalvård i skolor.pdf: true", "Svarsbilaga Lokalvård i skolor.pdf: true"];
    assert_eq!(notes.read(), opened);
    assert_eq!(fs::read_dir(home.path().join("utskrift")).unwrap().count(), 1, "only the last lies there");
    desk.clear_copies();
    assert!(!home.path().join("utskrift").exists());
}

#[test]
fn the_logo_is_kept_whatever_becomes_of_its_file_and_a_bad_one_changes_nothing() {
    let home = TempDir::new().unwrap();
    let desk_of = || desk(home.path());
    let desk = desk_of();
    let view = worked(&desk);
    let plain = stamp(&desk, &view, DocumentName::SupplierGuide);
    let place = home.path().join("vapen.svg");
    fs::write(&place, LOGO).unwrap();
    block_on(settings::choose_logo(&desk, &Answers(Some(place.clone())))).unwrap();
    fs::remove_file(&place).unwrap();
    let again = desk_of();
    let with_logo = stamp(&again, &view, DocumentName::SupplierGuide);
    assert_ne!(with_logo, plain);

    fs::write(&place, "%PDF-1.7").unwrap();
    let refused = block_on(settings::choose_logo(&again, &Answers(Some(place)))).unwrap_err();
    assert!(refused.to_string().contains("PDF-dokument"), "{refused}");
    block_on(settings::choose_logo(&again, &Answers(None))).unwrap();
    assert_eq!(stamp(&again, &view, DocumentName::SupplierGuide), with_logo);
    settings::remove_logo(&again).unwrap();
    assert_eq!(stamp(&again, &view, DocumentName::SupplierGuide), plain);
}

/// Remembers which name was proposed, and leaves the dialog.
#[derive(Default)]
struct Proposed(Mutex<Vec<String>>);

impl Ask for &Proposed {
    async fn where_to_save(&self, place: Place) -> Option<PathBuf> {
        self.0.lock().unwrap().push(place.name);
        None
    }

    async fn what_to_open(&self, _: Place) -> Option<PathBuf> {
        None
    }

    async fn which_to_open(&self, _: Place) -> Vec<PathBuf> {
        Vec::new()
    }

    async fn which_folder(&self, _: Place) -> Option<PathBuf> {
        None
    }
}

#[test]
fn a_draft_is_never_proposed_the_name_of_a_version_that_is_fixed() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = cleared(&desk, worked(&desk));
    let asked = Proposed::default();
    let save = |language| {
        let (name, form) = (DocumentName::Specification, Form::Pdf);
        block_on(documents::save_document(&desk, &&asked, &view.id, &name, &form, &language)).unwrap();
    };
    save(Language::Sv);
    let version = view.fixed.next.parse().unwrap();
    documents::fix(&desk, &view.id, &view.head, &version).unwrap();
    save(Language::Sv);
    save(Language::En);
    let (name, language) = (DocumentName::Specification, Language::Sv);
    block_on(documents::save_fixed(&desk, &&asked, &view.id, &version, &name, &language)).unwrap();
    let proposed = [
        "Kravspecifikation Lokalvård i skolor utkast 0.1.pdf",
        "Kravspecifikation Lokalvård i skolor version 1.0.pdf",
        "Requirement specification Lokalvård i skolor version 1.0.pdf",
        "Kravspecifikation Lokalvård i skolor version 1.0.pdf",
    ];
    assert_eq!(*asked.0.lock().unwrap(), proposed);
}

#[test]
fn a_fixed_document_keeps_its_bytes_when_the_logo_is_another() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = cleared(&desk, worked(&desk));
    let version = view.fixed.next.parse().unwrap();
    let Edited::Kept { project: view, .. } = documents::fix(&desk, &view.id, &view.head, &version).unwrap()
    else {
        panic!("nobody else has changed it")
    };
    let before = stamp(&desk, &view, DocumentName::Specification);
    let place = home.path().join("vapen.svg");
    fs::write(&place, LOGO).unwrap();
    block_on(settings::choose_logo(&desk, &Answers(Some(place)))).unwrap();
    assert_eq!(stamp(&desk, &view, DocumentName::Specification), before);
}

#[test]
fn the_fields_of_a_notice_are_copied_under_the_name_of_their_lot() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let lots = Edit::Fact(FactEdit::Lots(vec!["Fönsterputs".into(), "Golvvård".into()]));
    let value = Some(ParameterValue::Text("Fönsterputs".into()));
    let edits = [
        lots,
        Edit::Choose { entry: "res-lot".into() },
        Edit::SetParameter { entry: "res-lot".into(), parameter: "lot".into(), value },
    ];
    let view = edits.iter().fold(worked(&desk), |view, edit| kept(&desk, &view, edit));
    let fields = |language| {
        documents::preview(&desk, &view.id, &DocumentName::NoticeFields, &language).unwrap().fields
    };
    let mut lots: Vec<_> = fields(Language::Sv).into_iter().map(|field| field.lot).collect();
    lots.dedup();
    assert_eq!(lots[..2], [Some("Fönsterputs".to_owned()), Some("Övriga delområden".to_owned())]);
    let codes = fields(Language::En).into_iter().find(|field| field.term == "BT-775").unwrap();
    assert!(!codes.text.is_empty() && codes.lot.is_some(), "{codes:?}");
    let other = documents::preview(&desk, &view.id, &DocumentName::Specification, &Language::Sv).unwrap();
    assert_eq!(other.fields, [], "only the notice has a form");
}
