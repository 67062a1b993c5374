//! `samkrav history`: the versions that a project has had.

use clap::{Args, Subcommand};
use domain::merge::differences;
use domain::project::ProjectId;
use domain::refusal::Refusal;
use domain::revision::{Revision, RevisionId};
use jiff::tz::TimeZone;
use serde::Serialize;
use store::{Stamp, Store};

use super::diff::{DifferencesJson, page, said};
use super::{Day, in_use, json, spoken};
use crate::answer::{self, Answer, one_line};
use crate::report::Page;

/// Visa, jämför, namnge och ta tillbaka de versioner som ett projekt i programmet har haft
#[derive(Args)]
#[command(override_usage = "samkrav history list|diff|name|restore …")]
pub struct HistoryCommand {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    List(List),
    Diff(Diff),
    Name(Name),
    Restore(Restore),
}

/// Visa projekten, eller alla ändringar i ett: den första först
#[derive(Args)]
#[command(override_usage = "samkrav history list [PROJEKT [ORD …]] [--json]")]
struct List {
    /// Projektet
    #[arg(value_name = "PROJEKT")]
    project: Option<String>,
    /// Visa bara de ändringar som har alla orden
    #[arg(value_name = "ORD")]
    words: Vec<String>,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
}

/// Visa vad som skiljer två versioner åt, eller en version från projektet som det är nu. Svarar 1 när något skiljer
#[derive(Args)]
#[command(override_usage = "samkrav history diff PROJEKT VERSION [VERSION] [--json] [--date DATUM]")]
struct Diff {
    /// Projektet
    #[arg(value_name = "PROJEKT")]
    project: String,
    /// Versionen
    #[arg(value_name = "VERSION")]
    before: String,
    /// Den andra versionen
    #[arg(value_name = "VERSION")]
    after: Option<String>,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    day: Day,
}

/// Ge en version ett namn. Ett tomt namn tar bort det
#[derive(Args)]
#[command(override_usage = "samkrav history name PROJEKT VERSION NAMN")]
struct Name {
    /// Projektet
    #[arg(value_name = "PROJEKT")]
    project: String,
    /// Versionen
    #[arg(value_name = "VERSION")]
    version: String,
    /// Namnet
    #[arg(value_name = "NAMN")]
    called: String,
}

/// Ta tillbaka en version, som en ny ändring. Inget raderas, och det går att ångra
#[derive(Args)]
#[command(override_usage = "samkrav history restore PROJEKT VERSION")]
struct Restore {
    /// Projektet
    #[arg(value_name = "PROJEKT")]
    project: String,
    /// Versionen
    #[arg(value_name = "VERSION")]
    version: String,
}

#[derive(Serialize)]
struct HistoryJson {
    history: Vec<RevisionJson>,
}

#[derive(Serialize)]
struct RevisionJson {
    id: String,
    at: String,
    officer: String,
    words: String,
    name: Option<String>,
    parents: Vec<String>,
}

impl HistoryCommand {
    pub fn run(self) -> Result<Answer, Refusal> {
        let mut store = Store::open(&store::user_folder()?)?;
        store.recovery().map(store::Recovery::words).iter().for_each(answer::warn);
        match self.command {
            Command::List(list) => list.run(&store).map(Answer::yes),
            Command::Diff(diff) => diff.run(&store),
            Command::Name(name) => {
                store.name(&name.project.into(), &name.version.into(), &name.called)?;
                Ok(Answer::yes(String::new()))
            }
            Command::Restore(restore) => restore.run(&mut store).map(Answer::yes),
        }
    }
}

impl List {
    fn run(&self, store: &Store) -> Result<String, Refusal> {
        let Some(project) = &self.project else { return projects(store) };
        let id = ProjectId::from(project.as_str());
        store.head(&id)?;
        let found = store.revisions(&id)?.into_iter().filter(|revision| self.finds(revision));
        if self.json {
            return json(&HistoryJson {
                history: found.map(|revision| RevisionJson::of(&revision)).collect(),
            });
        }
        let mut page = Page::default();
        for revision in found {
            let at = revision.at.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string();
            let name = revision.name.map(|name| format!(" ”{name}”")).unwrap_or_default();
            page.line(&format!("{}  {at}{name}", revision.id));
            let by =
                if revision.officer.is_empty() { String::new() } else { format!(" ({})", revision.officer) };
            page.below(&format!("{}{by}", revision.words.sv));
        }
        Ok(page.text())
    }

    fn finds(&self, revision: &Revision) -> bool {
        let name = revision.name.as_deref().unwrap_or_default();
        let said = format!("{} {} {name}", revision.words.sv, revision.officer).to_lowercase();
        self.words.iter().all(|word| said.contains(&word.to_lowercase()))
    }
}

fn projects(store: &Store) -> Result<String, Refusal> {
    let mut page = Page::default();
    for row in store.projects()? {
        let damaged =
            if row.damaged { " (skadat i databasen: öppna det ur en säkerhetskopia)" } else { "" };
        page.line(&format!("{}  {} {}{damaged}", row.id, row.title, row.reference));
    }
    Ok(page.text())
}

impl Diff {
    fn run(self, store: &Store) -> Result<Answer, Refusal> {
        let (catalogue, today) = (in_use()?, self.day.or_today()?);
        let id = ProjectId::from(self.project);
        let version = |version: String| store.version(&id, &version.into());
        let before = spoken(version(self.before)?, &catalogue, today);
        let now = || store.load(&id).map(|loaded| loaded.project);
        let after = spoken(self.after.map_or_else(now, version)?, &catalogue, today);
        let changes = differences(&before.project, &after.project);
        let differences: Vec<_> = changes.iter().map(|change| said(change, &before, &after)).collect();
        let same = differences.is_empty();
        let text = if self.json { json(&DifferencesJson { differences })? } else { page(&differences) };
        Ok(if same { Answer::yes(text) } else { Answer::no(text) })
    }
}

impl Restore {
    fn run(self, store: &mut Store) -> Result<String, Refusal> {
        let (id, version) = (ProjectId::from(self.project), RevisionId::from(self.version));
        let head = store.head(&id)?;
        let edited = store.bring_back((&id, &head), &version, &in_use()?, &Stamp::now("")?)?;
        Ok(one_line(&format!("{}  {}", edited.revision.id, edited.revision.words.sv)) + "\n")
    }
}

impl RevisionJson {
    fn of(revision: &Revision) -> Self {
        Self {
            id: revision.id.to_string(),
            at: revision.at.to_string(),
            officer: revision.officer.clone(),
            words: revision.words.sv.clone(),
            name: revision.name.clone(),
            parents: revision.parents.iter().map(ToString::to_string).collect(),
        }
    }
}
