//! Task 7: a workbook that was saved here is changed in a spreadsheet and taken in again.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Officer, at_the_desk};

/// Gives a value in a saved workbook what an officer types over it; the library is not ours.
const TYPES_OVER: &str = "
import openpyxl, sys
path, value, typed = sys.argv[1:]
book = openpyxl.load_workbook(path)
row = next(row for row in book['Värden'].iter_rows(min_row=2) if row[0].value == value)
row[4].value = int(typed) if typed.isdigit() else typed
book.save(path)";

#[test]
fn a_changed_sheet_is_shown_before_it_is_taken_in_and_can_be_undone() {
    at_the_desk(async |officer| {
        officer.begins_with("Lokalvård", &["emp-study-visit"]).await;
        officer.opens_the_begun("Lokalvård").await;
        officer.finds("heading", "Upphandlingen").await;
        goes_to_the_specification(&officer).await;
        let book = saves_as_excel(&officer).await;
        reads_in(&officer, &book).await;
        officer.finds("heading", "Inget är ändrat i bladet").await;
        officer.presses("button", "Stäng").await;
        types_over(&book, "många");
        is_told_what_cannot_be_taken_in(&officer, &book).await;
        types_over(&book, "4");
        takes_it_in_and_back(&officer, &book).await;
        is_told_that_it_is_no_such_sheet(&officer).await;
    });
}

async fn goes_to_the_specification(officer: &Officer) {
    officer.page("location.assign('#/project/documents')", &[]).await;
    officer.presses("link", "Kravspecifikation").await;
    officer.finds("heading", "Kravspecifikation").await;
}

async fn saves_as_excel(officer: &Officer) -> PathBuf {
    let book = officer.home().join("Krav.xlsx");
    officer.presses("button", "Fler format").await;
    officer.presses("menuitem", "Excel …").await;
    officer.saves_as("Spara kravspecifikation", &book).await;
    officer.reads("Sparat: ").await;
    book
}

async fn reads_in(officer: &Officer, book: &Path) {
    officer.presses("button", "Läs in ändrat blad …").await;
    officer.opens_file("Välj Excel-blad", book).await;
}

async fn is_told_what_cannot_be_taken_in(officer: &Officer, book: &Path) {
    reads_in(officer, book).await;
    officer.reads("Inget är inläst. En ändring går inte att göra.").await;
    officer.looks_at_the_screen_in_both_colours("blad-går-inte").await;
    officer.presses("button", "Stäng").await;
    officer.sees_the_dialog_gone().await;
}

async fn takes_it_in_and_back(officer: &Officer, book: &Path) {
    reads_in(officer, book).await;
    officer.finds("heading", "En ändring i bladet").await;
    officer.sees_focus("button", "Lämna projektet som det är").await;
    officer.looks_at_the_screen_in_both_colours("blad-ändringar").await;
    officer.presses("button", "Läs in ändringen").await;
    officer.sees_the_dialog_gone().await;
    officer.reads("fyra studiebesök").await;
    officer.presses("button", "Ångra: Ändringar från Excel: 1").await;
    officer.reads("två studiebesök").await;
}

async fn is_told_that_it_is_no_such_sheet(officer: &Officer) {
    let other = officer.home().join("Lista.xlsx");
    std::fs::write(&other, "Namn;Telefon").unwrap();
    goes_to_the_specification(officer).await;
    reads_in(officer, &other).await;
    officer.reads("Filen är ingen Excel-fil som går att läsa.").await;
    officer.looks_at_the_screen_in_both_colours("blad-fel-fil").await;
}

fn types_over(book: &Path, typed: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut python = Command::new(root.join("scripts/form-check"));
    let book = book.to_str().unwrap();
    let status = python
        .current_dir(root)
        .args(["--python", "-c", TYPES_OVER, book, "emp-study-visit.visits", typed])
        .status();
    assert!(status.unwrap().success());
}
