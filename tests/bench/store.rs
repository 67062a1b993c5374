//! How long what is kept takes to be written, opened and merged: `scripts/bench`, or `cargo run --release -p store --example
//! bench-store`. Prints milliseconds, a line each.
//!
//! Goals: an edit 10 ms at the 99th percentile, and the list of the start page with the days ahead 100 ms, with 10 000
//! projects; a project file of 200 requirements opened in 50 ms, and two such merged in 50; 10 000 edits of 100 requirements
//! 20 MB, and as fast to open as 10.

#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::apply::apply;
use domain::built_in;
use domain::catalogue::Catalogue;
use domain::edit::{Edit, FactEdit};
use domain::merge::Choices;
use domain::project::Project;
use domain::requirements::requirement::Requirement;
use domain::text::Bilingual;
use domain::undo::Way;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use store::project_file::{parse, to_text};
use store::{Ahead, DayAhead, Stamp, Store, backup, example};

const PROJECTS: usize = 10_000;
const EDITS: i64 = 10_000;

type Done = Result<(), Box<dyn Error>>;

fn main() -> Done {
    let catalogue = built_in::catalogue().map_err(|faults| faults[0].to_string())?;
    many_projects(&catalogue)?;
    files(&catalogue)?;
    for edits in [10, EDITS] {
        long_history(edits, &catalogue)?;
    }
    Ok(())
}

/// An edit and the list of the start page, among ten thousand projects.
fn many_projects(catalogue: &Catalogue) -> Done {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let project = example::project("stadning", "p".into(), catalogue)?;
    let mut head = store.create(&project, catalogue, &stamp(0)?, Bilingual::default())?.id;
    multiply(folder.path(), PROJECTS)?;
    let mut taken = Vec::new();
    for number in 0..1_000 {
        let begun = Instant::now();
        let edited = store.edit(&project.id, &head, &title(number), catalogue, &stamp(number * 180 + 1)?)?;
        taken.push(begun.elapsed());
        head = edited.revision.id;
    }
    taken.sort_unstable();
    say(&format!("edit, {PROJECTS} projects"), taken[taken.len() * 99 / 100]);
    say(&format!("list, {PROJECTS} projects"), median(20, || store.projects().map(drop))?);
    let today = stamp(0)?.day();
    let ahead: Vec<Ahead> =
        all_ids(folder.path())?.into_iter().map(|(project, head)| next_day(project, head, today)).collect();
    store.keep_days_ahead(&ahead, "1", today)?;
    say(&format!("days ahead, {PROJECTS} projects"), median(20, || store.days_ahead("1", today).map(drop))?);
    drop(store);
    say(
        &format!("open, {PROJECTS} projects, no backup"),
        median(5, || Store::open(folder.path()).map(drop))?,
    );
    // The copies are not as they were kept, which is said; the backup is made all the same.
    drop(backup::make(folder.path(), stamp(1_000 * 180)?.at));
    Store::open(folder.path())?;
    say(&format!("open, {PROJECTS} projects"), median(5, || Store::open(folder.path()).map(drop))?);
    Ok(())
}

/// Copies the project that is there, with its revision, as if so many had been begun.
fn multiply(folder: &Path, times: usize) -> rusqlite::Result<()> {
    let at = Connection::open(folder.join("samkrav.sqlite"))?;
    at.execute_batch(&format!(
        "CREATE TEMP TABLE one AS SELECT * FROM project;
         CREATE TEMP TABLE its AS SELECT * FROM revision;
         CREATE TEMP TABLE number AS WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {times})
             SELECT i FROM n;
         BEGIN;"
    ))?;
    let columns = |table: &str| -> rusqlite::Result<String> {
        let sql = format!(
            "SELECT group_concat(name) FROM pragma_table_info('{table}') WHERE name NOT IN ('id', 'head', 'project')"
        );
        at.query_row(&sql, [], |row| row.get(0))
    };
    let (of_project, of_revision) = (columns("project")?, columns("revision")?);
    at.execute_batch(&format!(
        "INSERT INTO project (id, head, {of_project}) SELECT id || '-' || i, head || '-' || i, {of_project} FROM one, number;
         INSERT INTO revision (id, project, {of_revision}) SELECT id || '-' || i, project || '-' || i, {of_revision} FROM its, number;
         COMMIT;"
    ))
}

/// All projects, each with its last revision.
fn all_ids(folder: &Path) -> rusqlite::Result<Vec<(String, String)>> {
    let at = Connection::open(folder.join("samkrav.sqlite"))?;
    let mut query = at.prepare("SELECT id, head FROM project")?;
    query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// What is kept of a contract that runs: its next check, and its end.
fn next_day(project: String, head: String, today: Date) -> Ahead {
    let words = Bilingual::new("Kontroll K1, K2, K3 med flera", "Check R1, R2, R3 and others");
    Ahead { project: project.into(), head: head.into(), days: vec![DayAhead { day: today, words }; 2] }
}

/// Opening a project file of two hundred requirements, and merging two.
fn files(catalogue: &Catalogue) -> Done {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let project = with_requirements(200, catalogue)?;
    let head = store.create(&project, catalogue, &stamp(0)?, Bilingual::default())?.id;
    let sent = store.project_file(&project.id)?;
    store.edit(&project.id, &head, &title(1), catalogue, &stamp(180)?)?;
    let reference = Edit::Fact(FactEdit::Reference("KS 2026/0388".to_owned()));
    let theirs = apply(&sent.project, &reference, catalogue, &stamp(200)?.signature())?;
    let file = sent.clone().revised(theirs, &stamp(200)?);
    let text = to_text(&file);
    say("project file, 200 requirements", median(20, || parse(&text).map(drop))?);
    let arrival = store.arrival(file)?.ok_or("the project is here")?;
    say("merge, 200 requirements", median(20, || arrival.merged(&Choices::default()).map(drop))?);
    Ok(())
}

/// What a long history takes of the disk, and how fast the project opens and is undone after it.
fn long_history(edits: i64, catalogue: &Catalogue) -> Done {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let project = with_requirements(100, catalogue)?;
    let mut head = store.create(&project, catalogue, &stamp(0)?, Bilingual::default())?.id;
    for number in 0..edits {
        head =
            store.edit(&project.id, &head, &title(number), catalogue, &stamp(number * 180 + 1)?)?.revision.id;
    }
    drop(store);
    let bytes = folder.path().join("samkrav.sqlite").metadata()?.len();
    println!("room, {edits} edits: {:.1} MB", f64::from(u32::try_from(bytes)?) / 1e6);
    let opened = median(5, || Store::open(folder.path())?.load(&project.id).map(drop))?;
    say(&format!("open, {edits} edits"), opened);
    let mut store = Store::open(folder.path())?;
    say(&format!("steps, {edits} edits"), median(20, || store.steps(&project.id).map(drop))?);
    let begun = Instant::now();
    store.step(&project.id, &head, Way::Undo, catalogue, &stamp(edits * 180 + 200)?)?;
    say(&format!("undo, {edits} edits"), begun.elapsed());
    Ok(())
}

/// The example of cleaning with so many requirements, each with an entry of its own.
fn with_requirements(count: usize, catalogue: &Catalogue) -> Result<Project, Box<dyn Error>> {
    let project = example::project("stadning", "p".into(), catalogue)?;
    let entries = catalogue.entries.values().cycle().take(count).enumerate();
    let requirements = entries.map(|(number, entry)| {
        let mut own = (**entry).clone();
        own.id = format!("{}-{number}", entry.id).into();
        Requirement::of(&Arc::new(own), true)
    });
    Ok(Project { requirements: requirements.collect(), ..project })
}

fn title(number: i64) -> Edit {
    Edit::Fact(FactEdit::Title(format!("Städning av skolor {number}")))
}

/// A moment so many seconds after the first.
fn stamp(seconds: i64) -> Result<Stamp, jiff::Error> {
    let first: Timestamp = "2026-11-25T11:00:00Z".parse()?;
    Ok(Stamp { at: first + SignedDuration::from_secs(seconds), officer: "Karin Ek".to_owned() })
}

/// The median time of something that is done so many times.
fn median(
    times: usize,
    mut work: impl FnMut() -> Result<(), domain::refusal::Refusal>,
) -> Result<Duration, Box<dyn Error>> {
    let mut taken = Vec::new();
    for _ in 0..times {
        let begun = Instant::now();
        work()?;
        taken.push(begun.elapsed());
    }
    taken.sort_unstable();
    Ok(taken[taken.len() / 2])
}

fn say(what: &str, taken: Duration) {
    println!("{what}: {:.3} ms", taken.as_secs_f64() * 1e3);
}
