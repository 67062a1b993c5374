//! How long it takes from what the officer does until the window shows it, in a project of two hundred requirements with
//! a catalogue of two thousand. `scripts/bench` runs it, with the program as it is released:
//! `cargo test --release -p app --test window -- --ignored --nocapture speed`.
//!
//! Goals: 50 ms at the 99th percentile for an edit, 300 ms for the first page of the document. Prints, in milliseconds,
//! the median and that percentile, a line each.

#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::path::Path;

use domain::built_in;
use domain::catalogue::library::{self, FileKind, Library};
use domain::requirements::requirement::Requirement;
use domain::text::Bilingual;
use serde_json::json;
use store::{Stamp, Store, example};

#[path = "../bench/copies.rs"]
mod copies;

use crate::support::{Officer, at_a_desk};

/// The catalogue that is built in, so many times, and as many own entries as a file may hold.
const EDITIONS: usize = 10;
const OWN: usize = 1000;
const CHOSEN: usize = 200;
/// What the own entries are called, each with its number.
const OWN_NAME: &str = "ex-visit-day";

#[test]
#[ignore = "it measures, and judges nothing: scripts/bench runs it"]
fn speed() {
    at_a_desk(async |desk| {
        lays_out_a_large_project(&desk.home().join("samkrav"));
        desk.opens_the_program(async |officer| {
            officer.presses("button", "Lokalvård").await;
            officer.finds("heading", "Sysselsättning").await;
            officer.page("location.assign('#/project/procurement')", &[]).await;
            officer.finds("textbox", "Namn på upphandlingen").await;
            measures(&officer, "field", 200).await;
            officer.page("location.assign('#/project/requirements/employment')", &[]).await;
            officer.finds("heading", "Sysselsättning").await;
            measures(&officer, "list", 100).await;
            measures(&officer, "preview", 20).await;
        })
        .await;
    });
}

async fn measures(officer: &Officer, what: &str, times: usize) {
    let mut taken = Vec::new();
    while taken.len() < times {
        taken.extend(round(officer, what, taken.len()).await);
    }
    taken.sort_by(f64::total_cmp);
    let at = |percentile: usize| taken[(taken.len() * percentile).div_ceil(100) - 1];
    println!("{what}: {:.1} {:.1} ms", at(50), at(99));
}

/// A few times: what the page answers later it has to answer within a minute, also on a slow machine.
async fn round(officer: &Officer, what: &str, done: usize) -> Vec<f64> {
    let taken = officer.page_in_time(include_str!("speed.js"), &[json!(what), json!(done)]).await;
    serde_json::from_value(taken.clone()).unwrap_or_else(|_| panic!("{what}: {taken}"))
}

/// A project of an example with entries of the authority's own chosen, as if it had been worked on for long.
fn lays_out_a_large_project(folder: &Path) {
    let mut store = Store::open(folder).unwrap();
    let stamp = Stamp::now("").unwrap();
    for (kind, file) in [(FileKind::Edition, large_edition()), (FileKind::Own, own_file())] {
        store.import(kind, &file, &stamp).unwrap();
    }
    let built_in = built_in::catalogue().unwrap();
    let (catalogue, troubles) = Library::open(&store.library().unwrap(), &built_in);
    assert!(troubles.is_empty(), "{troubles:?}");
    let own =
        catalogue.entries.values().filter(|entry| entry.id.to_string().starts_with(OWN_NAME)).take(CHOSEN);
    let mut project = example::project("stadning", "large".into(), &catalogue).unwrap();
    project.requirements.extend(own.map(|entry| Requirement::of(entry, true)));
    "Lokalvård".clone_into(&mut project.procurement.title);
    store.create(&project, &catalogue, &stamp, Bilingual::new("Ny", "New")).unwrap();
}

fn large_edition() -> String {
    let repeated = |(name, text): &(&'static str, &'static str)| match *name {
        "edition.toml" => (*name, text.replace("\"2026:1\"", "\"2027:1\"")),
        _ => (*name, copies::repeated(name, text, EDITIONS)),
    };
    let files: Vec<(&str, String)> = built_in::FILES.iter().map(repeated).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, &**text)).collect();
    library::pack(&files)
}

/// The entry that docs/catalogue.md shows, so many times.
fn own_file() -> String {
    let page = include_str!("../../docs/catalogue.md");
    let example = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let (head, rest) = example.split_at(example.find(&format!("[entries.{OWN_NAME}]")).unwrap());
    let (entry, _thresholds) = rest.split_once("\n[[").unwrap();
    let copies = (0..OWN).map(|i| entry.replace(OWN_NAME, &format!("{OWN_NAME}-{i}")) + "\n");
    [head.to_owned()].into_iter().chain(copies).collect()
}
