//! `samkrav catalogue`: what can be chosen.

use clap::{Args, Subcommand};
use domain::catalogue::Catalogue;
use domain::catalogue::entry::Entry;
use domain::refusal::Refusal;

use super::{built_in, json};
use crate::entry_json::{EntryJson, EntryRow};
use crate::report;

/// Visa kravkatalogen
#[derive(Args)]
#[command(override_usage = "samkrav catalogue list [--json]\n  samkrav catalogue show KRAV [--json]")]
pub struct CatalogueCommand {
    #[command(subcommand)]
    task: CatalogueTask,
}

#[derive(Subcommand)]
enum CatalogueTask {
    /// Lista alla krav som går att välja
    #[command(override_usage = "samkrav catalogue list [--json]")]
    List {
        /// Svara med JSON i stället för text
        #[arg(long)]
        json: bool,
    },
    /// Visa ett krav med text, värden och lagrum
    #[command(override_usage = "samkrav catalogue show KRAV [--json]")]
    Show {
        /// Kravets namn i katalogen, till exempel emp-study-visit
        #[arg(value_name = "KRAV")]
        entry: String,
        /// Svara med JSON i stället för text
        #[arg(long)]
        json: bool,
    },
}

impl CatalogueCommand {
    pub fn run(self) -> Result<String, Refusal> {
        let catalogue = built_in()?;
        match self.task {
            CatalogueTask::List { json: false } => Ok(list(&catalogue)),
            CatalogueTask::List { json: true } => {
                json(&catalogue.offered().map(EntryRow::of).collect::<Vec<_>>())
            }
            CatalogueTask::Show { entry, json: false } => {
                Ok(report::entry(catalogue.find(&entry.into())?, &catalogue))
            }
            CatalogueTask::Show { entry, json: true } => {
                json(&EntryJson::of(catalogue.find(&entry.into())?, &catalogue))
            }
        }
    }
}

/// A line an entry, under the name of its theme.
fn list(catalogue: &Catalogue) -> String {
    let mut page = report::Page::default();
    let mut theme = None;
    for entry in catalogue.offered() {
        if theme.replace(entry.theme) != Some(entry.theme) {
            page.heading(&report::theme(entry.theme, catalogue));
        }
        page.line(&row(entry, catalogue));
    }
    page.text()
}

fn row(entry: &Entry, catalogue: &Catalogue) -> String {
    let title = entry.text.as_ref().map_or("", |text| &text.sv.title);
    format!(
        "{:<28} {}, {}",
        entry.id.as_str(),
        title,
        report::level(entry.rules.level, catalogue).to_lowercase()
    )
}
