//! `samkrav catalogue check`: all that is wrong with a catalogue, a line each.

use std::path::Path;

use clap::Args;
use domain::catalogue::Catalogue;
use domain::catalogue::library::{FileKind, Library};
use domain::catalogue::load::{self, Fault, File};
use domain::refusal::Refusal;
use serde::Serialize;
use store::catalogue_file;

use crate::answer::{Answer, one_line};
use crate::command::{built_in, json, library};
use crate::streams::Place;

/// Kontrollera en katalogfil, en mapp med en utgåvas filer, eller programmets egen katalog
#[derive(Args)]
#[command(
    override_usage = "samkrav catalogue check [FIL|MAPP] [--json]",
    after_help = "Svarar 0 när katalogen är hel och 1 med alla fel, ett på varje rad."
)]
pub struct Check {
    /// En katalogfil, -, eller en mapp som assets/catalogue. Utan uppgift: programmets egen katalog
    #[arg(value_name = "FIL|MAPP")]
    place: Option<Place>,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct CheckJson<'a> {
    whole: bool,
    edition: Option<&'a str>,
    entries: Option<usize>,
    faults: Vec<FaultJson<'a>>,
}

#[derive(Serialize)]
struct FaultJson<'a> {
    file: &'a str,
    entry: Option<&'a str>,
    message: &'a str,
}

impl Check {
    pub fn run(self) -> Result<Answer, Refusal> {
        let checked = match &self.place {
            None => domain::built_in::catalogue(),
            Some(Place::File(folder)) if folder.is_dir() => in_folder(folder)?,
            Some(file) => in_file(file)?,
        };
        match (checked, self.json) {
            (Ok(catalogue), false) => Ok(Answer::yes(whole(&catalogue))),
            (Ok(catalogue), true) => json(&CheckJson::whole(&catalogue)).map(Answer::yes),
            (Err(faults), as_json) => refused(&faults, as_json),
        }
    }
}

/// All faults, a line each.
pub fn refused(faults: &[Fault], as_json: bool) -> Result<Answer, Refusal> {
    if as_json {
        return json(&CheckJson::faulty(faults)).map(Answer::no);
    }
    Ok(Answer::no(faults.iter().map(|fault| one_line(&fault.to_string()) + "\n").collect()))
}

fn whole(catalogue: &Catalogue) -> String {
    let own = match catalogue.own.len() {
        0 => String::new(),
        own => format!(", varav {own} egna"),
    };
    let (edition, entries) = (&catalogue.edition.edition, catalogue.entries.len());
    format!(
        "Katalogen är hel: utgåva {edition}, {entries} krav{own}, {} frågor.\n",
        catalogue.questions.len()
    )
}

/// The files of an edition as they lie.
fn in_folder(folder: &Path) -> Result<Result<Catalogue, Vec<Fault>>, Refusal> {
    match catalogue_file::read_folder(folder)? {
        Ok(files) => edition(&by_name(&files)),
        Err(faults) => Ok(Err(faults)),
    }
}

/// The catalogue that the files of an edition make.
pub fn edition(files: &[File<'_>]) -> Result<Result<Catalogue, Vec<Fault>>, Refusal> {
    let built_in = built_in()?;
    Ok(load::load(files, &built_in.cpv, &built_in.eforms))
}

/// The files of a folder as a catalogue is read from.
pub fn by_name(files: &[(String, String)]) -> Vec<File<'_>> {
    files.iter().map(|(name, text)| (&**name, &**text)).collect()
}

/// An edition by itself, an authority's file beside the edition in use.
fn in_file(file: &Place) -> Result<Result<Catalogue, Vec<Fault>>, Refusal> {
    let text = match file.read_catalogue()? {
        Ok(text) => text,
        Err(faults) => return Ok(Err(faults)),
    };
    let beside = Library { own: None, ..library().unwrap_or_default() };
    let trial = beside.trial(&file.name(), &text, &built_in()?);
    Ok(trial.map(|(_, catalogue): (FileKind, Catalogue)| catalogue))
}

impl<'a> CheckJson<'a> {
    fn whole(catalogue: &'a Catalogue) -> Self {
        let (edition, entries) = (Some(&*catalogue.edition.edition), Some(catalogue.entries.len()));
        Self { whole: true, edition, entries, faults: Vec::new() }
    }

    fn faulty(faults: &'a [Fault]) -> Self {
        let of = |fault: &'a Fault| FaultJson {
            file: &fault.file,
            entry: Some(&*fault.entry).filter(|entry| !entry.is_empty()),
            message: &fault.message,
        };
        Self { whole: false, edition: None, entries: None, faults: faults.iter().map(of).collect() }
    }
}
