//! `samkrav catalogue import` and `revert`: the user's library.

use std::sync::Arc;

use clap::{Args, ValueEnum};
use domain::catalogue::Catalogue;
use domain::catalogue::entry::Entry;
use domain::catalogue::id::EntryId;
use domain::catalogue::library::{Difference, FileKind};
use domain::refusal::Refusal;
use serde::Serialize;
use store::{Stamp, Store};

use super::check;
use crate::answer::Answer;
use crate::command::{built_in, in_use, json, library};
use crate::report::Page;
use crate::streams::Place;

/// Importera en katalogfil och visa vad den ändrar
#[derive(Args)]
#[command(
    override_usage = "samkrav catalogue import FIL [--json]",
    after_help = "Filen gäller i fönstret och på kommandoraden, i stället för den förra av samma slag. Projekten ändras inte."
)]
pub struct Import {
    /// Katalogfilen, eller -
    #[arg(value_name = "FIL")]
    file: Place,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
}

/// Ta bort den senast importerade filen av ett slag, så att den förra gäller igen
#[derive(Args)]
#[command(override_usage = "samkrav catalogue revert own|edition")]
pub struct Revert {
    /// own för den egna katalogen, edition för utgåvan
    #[arg(value_name = "SLAG")]
    kind: Kind,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    Own,
    Edition,
}

#[derive(Serialize)]
struct ImportJson<'a> {
    kind: FileKind,
    edition: &'a str,
    added: Vec<&'a EntryId>,
    changed: Vec<&'a EntryId>,
    withdrawn: Vec<&'a EntryId>,
    removed: Vec<&'a EntryId>,
    switched_off: Vec<&'a EntryId>,
    switched_on: Vec<&'a EntryId>,
    thresholds: bool,
}

impl Import {
    pub fn run(self) -> Result<Answer, Refusal> {
        let now = in_use()?;
        let text = match self.file.read_catalogue()? {
            Ok(text) => text,
            Err(faults) => return check::refused(&faults, self.json),
        };
        let trial = library().unwrap_or_default().trial(&self.file.name(), &text, &built_in()?);
        let (kind, next) = match trial {
            Ok(trial) => trial,
            Err(faults) => return check::refused(&faults, self.json),
        };
        next.follows(&now)?;
        let difference = Difference::between(&now, &next);
        Store::open(&store::user_folder()?)?.import(kind, &text, &Stamp::now("")?)?;
        if self.json {
            return json(&ImportJson::of(kind, &next, &difference)).map(Answer::yes);
        }
        let what = match kind {
            FileKind::Own => "Den egna katalogen gäller nu:",
            FileKind::Edition => "Utgåvan gäller nu:",
        };
        Ok(Answer::yes(told(what, &next, &difference)))
    }
}

impl Revert {
    pub fn run(self) -> Result<String, Refusal> {
        let kind = match self.kind {
            Kind::Own => FileKind::Own,
            Kind::Edition => FileKind::Edition,
        };
        let before = in_use()?;
        Store::open(&store::user_folder()?)?.take_back(kind)?;
        let after = in_use()?;
        Ok(told(
            "Den senast importerade filen är borttagen. Nu gäller",
            &after,
            &Difference::between(&before, &after),
        ))
    }
}

fn told(what: &str, next: &Catalogue, difference: &Difference) -> String {
    let mut page = Page::default();
    let (edition, entries) = (&next.edition.edition, next.entries.len());
    page.line(&format!("{what} utgåva {edition}, {entries} krav, varav {} egna.", next.own.len()));
    for (head, entries) in difference.groups(&next.phrases) {
        page.heading(&head.sv);
        for entry in entries {
            page.point(&named(entry));
        }
    }
    if difference.thresholds {
        page.air();
        page.line("Tröskelvärdena ändras. De avgör vilka regler som gäller: kontrollera dem mot lagen.");
    }
    if difference.is_empty() {
        page.line("Inget ändras.");
    }
    page.text()
}

fn named(entry: &Entry) -> String {
    format!("{} ({})", entry.text.sv.title, entry.id)
}

impl<'a> ImportJson<'a> {
    fn of(kind: FileKind, next: &'a Catalogue, difference: &'a Difference) -> Self {
        let ids = |entries: &'a [Arc<Entry>]| entries.iter().map(|entry| &entry.id).collect();
        Self {
            kind,
            edition: &next.edition.edition,
            added: ids(&difference.added),
            changed: ids(&difference.changed),
            withdrawn: ids(&difference.withdrawn),
            removed: ids(&difference.removed),
            switched_off: ids(&difference.switched_off),
            switched_on: ids(&difference.switched_on),
            thresholds: difference.thresholds,
        }
    }
}
