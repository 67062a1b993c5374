//! How long `assess` takes: run with `cargo run --release -p domain --example speed`.
//!
//! Goals: 1 ms for the largest example, 20 ms with ten thousand entries. Prints the median in milliseconds, a line each.

#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use domain::apply::apply;
use domain::assess::assess;
use domain::built_in;
use domain::catalogue::entry::Entry;
use domain::catalogue::{Catalogue, Offer};
use domain::edit::Edit;
use domain::project::Project;
use domain::requirements::recommend::Standing;
use domain::signature::Signature;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 25);
const MANY: usize = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let catalogue = built_in::catalogue().map_err(|faults| faults[0].to_string())?;
    let large = many(&catalogue);
    for name in ["byggtjanster", "stadning", "it-system", "arbetsklader"] {
        let project = whole(example(name)?, &catalogue)?;
        report(name, &project, &catalogue, 200);
        report(&format!("{name}, {MANY} entries"), &project, &large, 20);
    }
    Ok(())
}

fn report(name: &str, project: &Project, catalogue: &Catalogue, times: usize) {
    let milliseconds = median(project, catalogue, times).as_secs_f64() * 1e3;
    println!("{name}: {milliseconds:.3} ms");
}

fn median(project: &Project, catalogue: &Catalogue, times: usize) -> Duration {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let start = Instant::now();
            black_box(assess(black_box(project), catalogue, TODAY));
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
    let chosen =
        recommended.into_iter().filter(|r| matches!(r.standing, Standing::Duty | Standing::Candidate));
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
    large.offering(Offer::All)
}
