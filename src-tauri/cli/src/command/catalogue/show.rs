//! `samkrav catalogue list` and `show`.

use clap::Args;
use domain::catalogue::Catalogue;
use domain::catalogue::entry::Entry;
use domain::catalogue::theme::Theme;
use domain::refusal::Refusal;

use crate::command::{in_use, json};
use crate::entry_json::EntryJson;
use crate::report;

/// Lista alla krav som går att välja; med --json alla krav i katalogen, hela
#[derive(Args)]
#[command(override_usage = "samkrav catalogue list [--json]")]
pub struct List {
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
}

impl List {
    pub fn run(self) -> Result<String, Refusal> {
        let catalogue = in_use()?;
        if self.json {
            let entries = catalogue.entries.values();
            return json(&entries.map(|entry| EntryJson::of(entry, &catalogue)).collect::<Vec<_>>());
        }
        Ok(list(&catalogue))
    }
}

/// Visa ett krav med text, värden och lagrum
#[derive(Args)]
#[command(override_usage = "samkrav catalogue show KRAV [--json]")]
pub struct Show {
    /// Kravets namn i katalogen, till exempel emp-study-visit
    #[arg(value_name = "KRAV")]
    entry: String,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
}

impl Show {
    pub fn run(self) -> Result<String, Refusal> {
        let catalogue = in_use()?;
        let entry = catalogue.find(&self.entry.into())?;
        if self.json { json(&EntryJson::of(entry, &catalogue)) } else { Ok(report::entry(entry, &catalogue)) }
    }
}

/// A line an entry, under the name of its theme.
fn list(catalogue: &Catalogue) -> String {
    let mut page = report::Page::default();
    for theme in Theme::DECIDED.into_iter().chain([Theme::CommonTerms]) {
        let mut here = catalogue.offered().filter(|entry| entry.theme == theme).peekable();
        if here.peek().is_some() {
            page.heading(&report::theme(theme, catalogue));
        }
        here.for_each(|entry| page.line(&row(entry, catalogue)));
    }
    page.text()
}

fn row(entry: &Entry, catalogue: &Catalogue) -> String {
    let title = &entry.text.sv.title;
    let own = if catalogue.own.contains(&entry.id) { ", eget" } else { "" };
    let level = report::level(entry.rules.level, catalogue).to_lowercase();
    format!("{:<28} {title}, {level}{own}", entry.id.as_str())
}
