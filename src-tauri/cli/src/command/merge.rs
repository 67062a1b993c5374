//! `samkrav merge`: two copies of a project become one.

use std::collections::HashMap;

use clap::{Args, ValueEnum};
use domain::merge::{
    Change, Choices, Conflict, Field, Kind, Merged, Settled, Side, Spoken, common, label, merge, united,
};
use domain::refusal::Refusal;
use serde::Serialize;
use store::Stamp;
use store::project_file::ProjectFile;

use super::{Day, in_use, json, spoken};
use crate::answer::{self, Answer};
use crate::report::Page;
use crate::streams::Place;

/// Slå ihop två exemplar av ett projekt. Svarar 1 och skriver inget när båda har ändrat samma fält på olika sätt
#[derive(Args)]
#[command(
    override_usage = "samkrav merge [BAS.samkrav] A.samkrav B.samkrav -o UT.samkrav [--take a|b] [--choose FÄLT=a|b …] \
                      [--write FÄLT=TEXT …] [--json] [--date DATUM]",
    after_help = "Fältens namn står i svaret. Utan bas tas det som bara den ena har fyllt i, och i övrigt får du välja."
)]
pub struct Merge {
    /// Projektfilerna: den version som båda kommer från, när den finns, och de två exemplaren
    #[arg(value_name = "P.samkrav", num_args = 2..=3, required = true)]
    files: Vec<Place>,
    /// Projektfilen som ska skrivas, eller -
    #[arg(short, long = "output", value_name = "FIL")]
    output: Place,
    /// Vilket exemplar som gäller där de krockar: a eller b
    #[arg(long, value_name = "EXEMPLAR")]
    take: Option<Which>,
    /// Vilket exemplar som gäller i ett fält, till exempel procurement.title=b
    #[arg(long, value_name = "FÄLT=EXEMPLAR", value_parser = read_choice)]
    choose: Vec<(String, Which)>,
    /// Egen text i ett fält, till exempel procurement.title=Städning. I en kravtext är varje rad en skyldighet
    #[arg(long, value_name = "FÄLT=TEXT", value_parser = read_text)]
    write: Vec<(String, String)>,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    day: Day,
}

#[derive(Clone, Copy, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
enum Which {
    A,
    B,
}

#[derive(Serialize)]
struct MergedJson {
    written: bool,
    changes: Vec<ChangeJson>,
    conflicts: Vec<ConflictJson>,
}

#[derive(Serialize)]
struct ChangeJson {
    field: String,
    label: String,
    by: Which,
    kind: Kind,
}

#[derive(Serialize)]
struct ConflictJson {
    field: String,
    label: String,
    base: Option<String>,
    a: Option<String>,
    b: Option<String>,
    chosen: Option<Chosen>,
}

/// Which copy holds in a field, or the text that the officer has written there.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Chosen {
    A,
    B,
    Own(String),
}

/// The files, read and worked out.
struct Copies {
    base: Option<Spoken>,
    a: Spoken,
    b: Spoken,
}

impl Merge {
    pub fn run(self) -> Result<Answer, Refusal> {
        let (catalogue, today) = (in_use()?, self.day.or_today()?);
        let _held = self.output.hold();
        let mut files = self.files.iter().map(Place::read_project).collect::<Result<Vec<_>, _>>()?;
        let (Some(b), Some(a)) = (files.pop(), files.pop()) else { return Err(two_files()) };
        are_one(&a, &b)?;
        let copy = |project| spoken(project, &catalogue, today);
        let lineage = united(&a.lineage, &b.lineage);
        let base = files.pop().filter(|base| is_base(base, &a, &b)).map(|base| copy(base.project));
        if base.is_none() && self.files.len() == 3 {
            answer::warn(&base_not_used());
        }
        let copies = Copies { base, a: copy(a.project), b: copy(b.project) };
        let merged = self.merged(&copies)?;
        let whole = merged.open().next().is_none();
        if whole {
            let stamp = Stamp::now("")?;
            let project = merged.clone().whole(&catalogue, &stamp.signature())?;
            let begun = ProjectFile { project: project.clone(), lineage, changed: None };
            self.output.write_project(&begun.revised(project, &stamp))?;
        }
        let text = match (whole, &self.output) {
            (true, Place::Stream) => String::new(),
            _ if self.json => json(&copies.as_json(&merged, whole))?,
            _ => copies.page(&merged, whole),
        };
        Ok(if whole { Answer::yes(text) } else { Answer::no(text) })
    }

    fn merged(&self, copies: &Copies) -> Result<Merged, Refusal> {
        let choices = Choices { all: self.take.map(Side::from), each: self.each()? };
        let merged = copies.merged(&choices)?;
        let is_conflict = |name: &str| merged.conflicts.iter().any(|one| one.field.to_string() == name);
        match choices.each.keys().find(|name| !is_conflict(name)) {
            Some(name) => Err(no_conflict(name)),
            None => Ok(merged),
        }
    }

    /// What the officer says of single fields, of each once.
    fn each(&self) -> Result<HashMap<String, Settled>, Refusal> {
        let chosen = self.choose.iter().map(|(field, which)| (field, Side::from(*which).into()));
        let written = self.write.iter().map(|(field, text)| (field, Settled::Own(text.clone())));
        let mut each = HashMap::new();
        for (field, settled) in chosen.chain(written) {
            if each.insert(field.clone(), settled).is_some() {
                return Err(said_twice(field));
            }
        }
        Ok(each)
    }
}

impl Copies {
    fn merged(&self, choices: &Choices) -> Result<Merged, Refusal> {
        let base = self.base.as_ref().map(|base| &base.project);
        merge(base, &self.a.project, &self.b.project, choices)
    }

    fn label(&self, field: &Field) -> String {
        label(field, &[&self.a, &self.b])
    }

    fn as_json(&self, merged: &Merged, written: bool) -> MergedJson {
        let change = |Change { field, by, kind }: &Change| ChangeJson {
            field: field.to_string(),
            label: self.label(field),
            by: (*by).into(),
            kind: *kind,
        };
        let conflict = |Conflict { field, chosen }: &Conflict| ConflictJson {
            field: field.to_string(),
            label: self.label(field),
            base: self.base.as_ref().and_then(|base| base.shown(field)),
            a: self.a.shown(field),
            b: self.b.shown(field),
            chosen: chosen.clone().map(Chosen::from),
        };
        MergedJson {
            written,
            changes: merged.changes.iter().map(change).collect(),
            conflicts: merged.conflicts.iter().map(conflict).collect(),
        }
    }

    fn page(&self, merged: &Merged, written: bool) -> String {
        let mut page = Page::default();
        for Change { field, by, .. } in &merged.changes {
            let (from, copy) = if *by == Side::Mine { ("A", &self.a) } else { ("B", &self.b) };
            page.line(&format!(
                "{from}: {}: {}",
                self.label(field),
                copy.shown(field).as_deref().unwrap_or("–")
            ));
        }
        for conflict in &merged.conflicts {
            self.about(&mut page, conflict);
        }
        page.line(if written { "Projekten är ihopslagna." } else { NOT_WRITTEN });
        page.text()
    }

    fn about(&self, page: &mut Page, Conflict { field, chosen }: &Conflict) {
        let chosen = match chosen {
            Some(Settled::Mine) => ", A gäller",
            Some(Settled::Theirs) => ", B gäller",
            Some(Settled::Own(_)) => ", egen text",
            None => ", krockar",
        };
        page.line(&format!("{} ({field}{chosen})", self.label(field)));
        let base = self.base.as_ref().map(|base| ("Bas", base));
        for (name, copy) in base.into_iter().chain([("A", &self.a), ("B", &self.b)]) {
            page.below(&format!("{name}: {}", copy.shown(field).as_deref().unwrap_or("–")));
        }
    }
}

const NOT_WRITTEN: &str = "Inget är skrivet. Välj med --choose FÄLT=a eller FÄLT=b, skriv egen text med --write, eller ta en för alla med --take.";

impl From<Which> for Side {
    fn from(which: Which) -> Self {
        match which {
            Which::A => Self::Mine,
            Which::B => Self::Theirs,
        }
    }
}

impl From<Settled> for Chosen {
    fn from(choice: Settled) -> Self {
        match choice {
            Settled::Mine => Self::A,
            Settled::Theirs => Self::B,
            Settled::Own(text) => Self::Own(text),
        }
    }
}

impl From<Side> for Which {
    fn from(side: Side) -> Self {
        match side {
            Side::Mine => Self::A,
            Side::Theirs => Self::B,
        }
    }
}

/// Whether two files go on from a version.
fn is_base(base: &ProjectFile, a: &ProjectFile, b: &ProjectFile) -> bool {
    base.lineage.last().is_some_and(|last| [a, b].iter().all(|copy| copy.lineage.contains(last)))
}

/// Two files are copies of one project when they say so, or have a change behind them in common.
fn are_one(a: &ProjectFile, b: &ProjectFile) -> Result<(), Refusal> {
    if a.project.id == b.project.id || !common(&a.lineage, &b.lineage).is_empty() {
        return Ok(());
    }
    Err(Refusal::bad_input(
        "Filerna är två olika projekt, inte två exemplar av samma.",
        "The files are two projects, not two copies of one.",
    )
    .hint("Kontrollera att du har valt rätt filer.", "Check that you chose the right files."))
}

fn read_choice(text: &str) -> Result<(String, Which), Refusal> {
    let which = |code| <Which as ValueEnum>::from_str(code, false).ok();
    let read = text.rsplit_once('=').and_then(|(field, code)| Some((field.to_owned(), which(code)?)));
    read.ok_or_else(|| {
        Refusal::bad_input(format!("”{text}” är inget val."), format!("“{text}” is not a choice."))
            .hint("Skriv till exempel procurement.title=b.", "Write for instance procurement.title=b.")
    })
}

fn read_text(text: &str) -> Result<(String, String), Refusal> {
    let read = text.split_once('=').map(|(field, text)| (field.to_owned(), text.to_owned()));
    read.ok_or_else(|| {
        Refusal::bad_input(
            format!("”{text}” är ingen text i ett fält."),
            format!("“{text}” is no text in a field."),
        )
        .hint(
            "Skriv till exempel procurement.title=Städning.",
            "Write for instance procurement.title=Städning.",
        )
    })
}

fn no_conflict(field: &str) -> Refusal {
    Refusal::bad_input(format!("{field} krockar inte."), format!("{field} is in no conflict.")).hint(
        "Kör utan --choose för att se vilka fält som gör det.",
        "Run without --choose to see which are.",
    )
}

/// What is no version of both says nothing of what each of them has changed.
fn base_not_used() -> Refusal {
    Refusal::bad_input(
        "Basen är ingen version som båda exemplaren kommer från, och används inte.",
        "The base is no version that both copies come from, and is not used.",
    )
}

fn said_twice(field: &str) -> Refusal {
    Refusal::bad_input(format!("{field} anges två gånger."), format!("{field} is named twice."))
        .hint("Ange varje fält en gång.", "Name each field once.")
}

fn two_files() -> Refusal {
    Refusal::bad_input("Ange två projektfiler, eller tre.", "Name two project files, or three.")
}
