//! How long `assess` takes, and loading the catalogue: run with `cargo run --release -p domain --example speed`.
//!
//! Goals: 1 ms for the largest example, 20 ms with ten thousand entries; 5 ms to review 200 requirements, 50 for 2 000;
//! 30 ms to load the catalogue whole, and so much an entry with ten and a hundred times as many; 1 ms to check a text of
//! 2 000 characters, a second for 200 pages; 5 ms for 99 of 100 searches. Prints the median in milliseconds, a line each.

#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::cell::Cell;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use domain::apply::apply;
use domain::assess::assess;
use domain::built_in;
use domain::catalogue::entry::Entry;
use domain::catalogue::theme::Placement;
use domain::catalogue::{Catalogue, load};
use domain::edit::Edit;
use domain::procurement::regime::Regime;
use domain::project::Project;
use domain::requirements::requirement::Requirement;
use domain::review;
use domain::search::in_catalogue;
use domain::signature::Signature;
use domain::text::Language;
use domain::wording::check;
use domain::wording::context::Context;
use jiff::civil::{Date, date};

#[path = "../../../tests/bench/copies.rs"]
mod copies;
use copies::repeated;

const TODAY: Date = date(2026, 11, 25);
const MANY: usize = 10_000;
/// Characters on a page.
const PAGE: usize = 2_500;

fn main() -> Result<(), Box<dyn Error>> {
    let catalogue = built_in::catalogue().map_err(|faults| faults[0].to_string())?;
    for (times, rounds) in [(1, 20), (10, 5), (100, 1)] {
        report_load(times, rounds, &catalogue)?;
    }
    let large = many(&catalogue);
    for name in ["byggtjanster", "stadning", "it-system", "arbetsklader"] {
        let project = whole(example(name)?, &catalogue)?;
        report(name, &project, &catalogue, 200);
        report(&format!("{name}, {MANY} entries"), &project, &large, 20);
    }
    for count in [200, 2_000] {
        review(&example("stadning")?, count, &large);
    }
    for (name, characters, times) in [("2000 characters", 2_000, 40), ("200 pages", 200 * PAGE, 3)] {
        lint(name, characters, times, &catalogue);
    }
    searches(&catalogue);
    Ok(())
}

/// How long the slowest but ten of a thousand searches takes: beginnings of words and pairs of words, as they are typed.
fn searches(catalogue: &Catalogue) {
    let labels = catalogue.cpv.items().step_by(9).map(|item| item.label.sv.as_str());
    let begun = |(i, label): (usize, &str)| label.chars().take(2 + i % 17).collect::<String>();
    let typed: Vec<String> = labels.enumerate().map(begun).take(1_000).collect();
    let mut taken: Vec<Duration> = typed
        .iter()
        .map(|typed| {
            let start = Instant::now();
            black_box(in_catalogue(catalogue, black_box(typed), Language::Sv));
            start.elapsed()
        })
        .collect();
    taken.sort();
    let slow = taken[taken.len() - taken.len() / 100 - 1].as_secs_f64() * 1e3;
    println!("search, {} queries: {slow:.3} ms", taken.len());
}

/// How long the wording check takes on so much text that it has not read before: the catalogue's own duties, with a trap in each
/// paragraph, and another number each time.
fn lint(name: &str, characters: usize, times: usize, catalogue: &Catalogue) {
    let duties = catalogue.entries.values().flat_map(|entry| &entry.text.sv.duties);
    let paragraph = |text: &str| format!("{text} Leverantören bör sträva efter mångfald.\n\n");
    let all: String = duties.map(|duty| paragraph(&duty.text)).collect();
    let round = Cell::new(0);
    let text = || {
        round.set(round.get() + 1);
        let number = format!(" {} ", round.get());
        all.replace(" ska ", &format!(" ska{number}")).chars().cycle().take(characters).collect::<String>()
    };
    let context = Context {
        placement: Some(Placement::ContractTerm),
        regime: Some(Regime::DirectiveGoverned),
        ..Context::default()
    };
    let taken = median_of(times, text, |text| drop(black_box(check(black_box(&text), &context, catalogue))));
    println!("lint, {name}: {:.3} ms", taken.as_secs_f64() * 1e3);
}

/// How long the review of so many requirements takes, when all else is worked out.
fn review(project: &Project, count: usize, catalogue: &Catalogue) {
    let chosen = catalogue.entries.values().map(|entry| Requirement::of(entry, true)).take(count);
    let project = Project { requirements: chosen.collect(), ..project.clone() };
    let assessment = assess(&project, catalogue, TODAY);
    let milliseconds =
        median_of(20, || (), |()| drop(black_box(review::all(&project, &assessment)))).as_secs_f64() * 1e3;
    println!("review, {count} requirements: {milliseconds:.3} ms");
}

fn report(name: &str, project: &Project, catalogue: &Catalogue, times: usize) {
    let milliseconds = median(project, catalogue, times).as_secs_f64() * 1e3;
    println!("{name}: {milliseconds:.3} ms");
}

/// Loads the catalogue with each entry so many times, under names of their own.
fn report_load(times: usize, rounds: usize, catalogue: &Catalogue) -> Result<(), Box<dyn Error>> {
    let files: Vec<(&str, String)> =
        built_in::FILES.iter().map(|(name, text)| (*name, repeated(name, text, times))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, &**text)).collect();
    let mut taken = Vec::new();
    for _ in 0..rounds {
        let start = Instant::now();
        let loaded = load::load(black_box(&files), &catalogue.cpv, &catalogue.eforms);
        taken.push(start.elapsed());
        let loaded = loaded.map_err(|faults| faults[0].to_string())?;
        assert_eq!(loaded.entries.len(), times * catalogue.entries.len());
    }
    taken.sort();
    let milliseconds = taken[rounds / 2].as_secs_f64() * 1e3;
    println!("load, {times} times the entries: {milliseconds:.1} ms");
    Ok(())
}

fn median(project: &Project, catalogue: &Catalogue, times: usize) -> Duration {
    median_of(times, || (), |()| drop(black_box(assess(black_box(project), catalogue, TODAY))))
}

/// What has to be made for each time is not counted.
fn median_of<T>(times: usize, make: impl Fn() -> T, work: impl Fn(T)) -> Duration {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let given = make();
            let start = Instant::now();
            work(given);
            start.elapsed()
        })
        .collect();
    taken.sort();
    taken[times / 2]
}

fn example(name: &str) -> Result<Project, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/examples");
    let facts: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join(format!("{name}.json")))?)?;
    let mut project = Project::new(name.into(), "2026:1");
    project.procurement = serde_json::from_value(facts["procurement"].clone())?;
    project.answers = serde_json::from_value(facts["answers"].clone())?;
    Ok(project)
}

/// The project with everything chosen that is recommended.
fn whole(project: Project, catalogue: &Catalogue) -> Result<Project, Box<dyn Error>> {
    let signature = Signature { by: String::new(), on: TODAY };
    let recommended = assess(&project, catalogue, TODAY).recommendations;
    let chosen = recommended.into_iter().filter(|r| r.standing.is_proposed());
    chosen.map(|r| Edit::Choose { entry: r.entry }).try_fold(project, |project, edit| {
        apply(&project, &edit, catalogue, &signature).map_err(|refusal| refusal.to_string().into())
    })
}

/// The catalogue with each entry again and again, under names of their own.
fn many(catalogue: &Catalogue) -> Catalogue {
    let mut large = catalogue.clone();
    let copies = catalogue.entries.values().cycle().zip(0..);
    for (entry, i) in copies.take(MANY - catalogue.entries.len()) {
        let copy = Entry { id: format!("{}-{i}", entry.id).into(), ..Entry::clone(entry) };
        large.entries.insert(copy.id.clone(), copy.into());
    }
    large
}
