//! The commands, one file each.

mod assess;
mod backup;
mod catalogue;
mod choose;
mod copy;
mod diff;
mod edit;
mod export;
mod history;
mod import;
mod lint;
mod merge;
mod new;
mod review;
mod schema;
mod send;

use clap::{Args, Parser, Subcommand};
use domain::assess::Assessment;
use domain::catalogue::Catalogue;
use domain::catalogue::library::Library;
use domain::day;
use domain::merge::Spoken;
use domain::project::Project;
use domain::refusal::{Kind, Refusal};
use domain::text::Language;
use jiff::civil::Date;

use crate::answer::{self, Answer};
use crate::streams::Place;

/// Sociala krav i offentlig upphandling, utan fönster: för skript, prov och många filer på en gång.
#[derive(Parser)]
#[command(name = "samkrav", version, override_usage = "samkrav KOMMANDO …", after_help = STREAMS)]
pub struct Samkrav {
    /// What to do.
    #[command(subcommand)]
    pub command: Task,
}

const STREAMS: &str = "\
Där en fil ska anges betyder - standard in eller standard ut. Bara den fil som anges skrivs.
Programmet svarar 0 när det är gjort, 1 när svaret är nej och 2 när något inte gick. Då står skälet på en rad på standard fel.";

/// What `samkrav` can do.
#[derive(Subcommand)]
pub enum Task {
    New(new::New),
    Edit(edit::Edit),
    Choose(choose::Choose),
    Assess(assess::Assess),
    Review(review::Review),
    Lint(lint::Lint),
    Export(export::Export),
    Import(import::Import),
    Diff(diff::Diff),
    Merge(merge::Merge),
    Copy(copy::Copy),
    Send(send::Send),
    Catalogue(catalogue::CatalogueCommand),
    History(history::HistoryCommand),
    Backup(backup::BackupCommand),
    Schema(schema::Schema),
}

impl Task {
    /// Does it, and hands back what is to be printed.
    pub fn run(self) -> Result<Answer, Refusal> {
        match self {
            Self::New(new) => new.run().map(Answer::yes),
            Self::Edit(edit) => edit.run().map(Answer::yes),
            Self::Choose(choose) => choose.run().map(Answer::yes),
            Self::Assess(assess) => assess.run().map(Answer::yes),
            Self::Review(review) => review.run(),
            Self::Lint(lint) => lint.run(),
            Self::Export(export) => export.run().map(Answer::yes),
            Self::Import(import) => import.run(),
            Self::Diff(diff) => diff.run(),
            Self::Merge(merge) => merge.run(),
            Self::Copy(copy) => copy.run().map(Answer::yes),
            Self::Send(send) => send.run(),
            Self::Catalogue(catalogue) => catalogue.run(),
            Self::History(history) => history.run(),
            Self::Backup(backup) => backup.run().map(Answer::yes),
            Self::Schema(schema) => schema.run().map(Answer::yes),
        }
    }
}

/// Which day it is.
#[derive(Args)]
struct Day {
    /// Räkna som om det vore den här dagen, till exempel 2027-04-01. Annars dagens datum
    #[arg(long = "date", value_name = "DATUM", value_parser = read_date)]
    date: Option<Date>,
}

impl Day {
    fn or_today(&self) -> Result<Date, Refusal> {
        self.date.map_or_else(store::clock::today, Ok)
    }
}

/// A project to look at, and how to answer.
#[derive(Args)]
struct Look {
    /// Projektfilen, eller -
    #[arg(value_name = "P.samkrav")]
    project: Place,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    day: Day,
}

impl Look {
    /// The project, and what follows from it with the catalogue in use.
    fn assessed(&self) -> Result<(Project, Assessment), Refusal> {
        let catalogue = in_use()?;
        let today = self.day.or_today()?;
        let project = self.project.read_project()?.project;
        let assessment = domain::assess::assess(&project, &catalogue, today);
        Ok((project, assessment))
    }
}

fn read_date(text: &str) -> Result<Date, Refusal> {
    day::read(text).ok_or_else(|| {
        Refusal::bad_input(format!("”{text}” är inget datum."), format!("“{text}” is not a date."))
            .hint("Skriv till exempel 2027-04-01.", "Write for instance 2027-04-01.")
    })
}

/// The catalogue that is built in.
fn built_in() -> Result<Catalogue, Refusal> {
    domain::built_in::catalogue().map_err(|faults| {
        let first = faults.first().map(ToString::to_string).unwrap_or_default();
        Refusal::new(
            Kind::Broken,
            format!("Kravbiblioteket i programmet är skadat: {first}."),
            format!("The catalogue in the program is damaged: {first}."),
        )
        .hint("Installera programmet på nytt.", "Install the program again.")
    })
}

/// The catalogue in use: the one that is built in, with what the user has imported. What of that cannot be used is said
/// on standard error, and the work goes on without it.
fn in_use() -> Result<Catalogue, Refusal> {
    let built_in = built_in()?;
    let library = library().unwrap_or_else(|refusal| {
        answer::warn(&refusal);
        Library::default()
    });
    if library == Library::default() {
        return Ok(built_in);
    }
    let (catalogue, troubles) = library.open(&built_in);
    troubles.iter().for_each(answer::warn);
    Ok(catalogue)
}

/// What the user has imported; nothing for a user without a home.
fn library() -> Result<Library, Refusal> {
    store::user_folder().map_or_else(|_| Ok(Library::default()), |folder| store::library_in(&folder))
}

/// A project, to be spoken of beside another.
fn spoken(project: Project, catalogue: &Catalogue, today: Date) -> Spoken {
    Spoken::of(project, catalogue, today, Language::Sv)
}

/// As pretty JSON, ending in a line break.
fn json(value: &impl serde::Serialize) -> Result<String, Refusal> {
    let text = serde_json::to_string_pretty(value).map_err(|fault| {
        Refusal::new(
            Kind::Broken,
            format!("Svaret går inte att skriva som JSON: {fault}."),
            format!("The answer cannot be written as JSON: {fault}."),
        )
    })?;
    Ok(text + "\n")
}
