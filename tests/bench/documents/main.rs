//! Makes one file of a trial document with so many requirements, for its time and memory to be measured from outside.
//!
//! `bench-documents pdf|docx|xlsx COUNT FILE`; with `content` or `cells` it writes what the document or the sheet says as
//! JSON instead, for other programs to make of it. See `scripts/bench`.

#[path = "../../documents/support/mod.rs"]
mod support;

use std::error::Error;
use std::{env, fs};

use documents::model::{Duty, Requirement};
use documents::sheet::{Book, Cell, Column, Row, Sheet, xlsx};
use documents::{pdf, word};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [form, count, file] = &arguments[..] else {
        return Err("pdf|docx|xlsx|content|cells COUNT FILE".into());
    };
    let count = count.parse()?;
    let bytes = match form.as_str() {
        "pdf" => pdf::render(&support::long(count))?,
        "docx" => word::render(&support::long(count))?,
        "xlsx" => xlsx::render(&book(count))?,
        "content" => serde_json::to_vec(&support::long(count))?,
        "cells" => serde_json::to_vec(&texts(&book(count)))?,
        other => return Err(format!("unknown form {other}").into()),
    };
    Ok(fs::write(file, bytes)?)
}

const COLUMNS: [&str; 9] =
    ["number", "heading", "wording", "placement", "level", "one", "two", "three", "four"];

/// The requirements as a sheet, a row each: what a specification says in Excel.
fn book(count: usize) -> Book {
    let document = support::long(count);
    let columns = COLUMNS.map(|key| Column { key, head: key.into(), width: 30, returns: false });
    let rows = document.sections[0].requirements().map(row).collect();
    let sheet = Sheet { key: "requirements", name: "Krav".into(), columns: columns.into(), rows };
    Book { meta: document.meta, sheets: vec![sheet], returns: None }
}

fn row(one: &Requirement) -> Row {
    let wording: Vec<String> = one.duties.iter().map(|Duty { text, .. }| text.plain()).collect();
    let level = one.level.iter().map(|level| level.words.as_str()).collect();
    let said = [one.number.clone(), one.title.clone(), wording.join("\n"), one.placement.clone(), level];
    let facts = one.facts.iter().map(|fact| fact.text.plain()).take(COLUMNS.len() - said.len());
    Row { id: one.number.clone(), cells: said.into_iter().chain(facts).map(Cell::text).collect() }
}

/// The head and the rows as words.
fn texts(book: &Book) -> Vec<Vec<String>> {
    let sheet = &book.sheets[0];
    let text = |cell: &Cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() };
    let rows = sheet.rows.iter().map(|row| row.cells.iter().map(text).collect());
    std::iter::once(sheet.columns.iter().map(|column| column.head.clone()).collect()).chain(rows).collect()
}
