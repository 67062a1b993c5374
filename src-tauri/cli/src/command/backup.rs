//! `samkrav backup`: the backups of the user's projects.

use std::path::Path;

use clap::{Args, Subcommand};
use domain::project::ProjectId;
use domain::refusal::Refusal;
use jiff::tz::TimeZone;
use serde::Serialize;
use store::backup::{self, Backup};
use store::{ProjectRow, Stamp, Store};

use super::{in_use, json};
use crate::answer;
use crate::report::Page;
use crate::streams::Place;

/// Visa säkerhetskopiorna av dina projekt, gör en ny eller återställ ett projekt ur en
#[derive(Args)]
#[command(override_usage = "samkrav backup list|make|restore …")]
pub struct BackupCommand {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    List(List),
    Make(Make),
    Restore(Restore),
}

/// Visa säkerhetskopiorna, den nyaste först, eller projekten i en av dem
#[derive(Args)]
#[command(override_usage = "samkrav backup list [KOPIA] [--json]")]
struct List {
    /// Säkerhetskopian
    #[arg(value_name = "KOPIA")]
    backup: Option<String>,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
}

/// Gör en säkerhetskopia nu, om något har ändrats sedan den förra
#[derive(Args)]
#[command(override_usage = "samkrav backup make")]
struct Make {}

/// Gör ett eget projekt av det som säkerhetskopian har av ett projekt. Inget som finns ändras
#[derive(Args)]
#[command(override_usage = "samkrav backup restore KOPIA PROJEKT [-o P.samkrav]")]
struct Restore {
    /// Säkerhetskopian, som samkrav backup list visar den
    #[arg(value_name = "KOPIA")]
    backup: String,
    /// Projektet, som samkrav backup list KOPIA visar det
    #[arg(value_name = "PROJEKT")]
    project: String,
    /// Skriv en projektfil i stället
    #[arg(short, long = "output", value_name = "FIL")]
    output: Option<Place>,
}

/// A backup, and why it does not count, when it does not.
struct Listed {
    backup: Backup,
    damaged: Option<Refusal>,
}

#[derive(Serialize)]
struct BackupsJson {
    backups: Vec<BackupJson>,
}

#[derive(Serialize)]
struct BackupJson {
    name: String,
    at: String,
    bytes: u64,
    damaged: Option<String>,
}

#[derive(Serialize)]
struct ProjectsJson {
    projects: Vec<ProjectJson>,
}

#[derive(Serialize)]
struct ProjectJson {
    id: String,
    title: String,
    reference: String,
    changed: String,
}

impl BackupCommand {
    pub fn run(self) -> Result<String, Refusal> {
        match self.command {
            Command::List(list) => list.run(),
            Command::Make(_) => make(),
            Command::Restore(restore) => restore.run(),
        }
    }
}

impl List {
    fn run(self) -> Result<String, Refusal> {
        let folder = store::user_folder()?;
        match &self.backup {
            None => self.backups(&Listed::all(&folder)),
            Some(name) => self.projects(&backup::find(&folder, name)?.open()?.store().projects()?),
        }
    }

    fn backups(&self, backups: &[Listed]) -> Result<String, Refusal> {
        if self.json {
            let backups = backups.iter().map(Listed::as_json).collect();
            return json(&BackupsJson { backups });
        }
        let mut page = Page::default();
        for Listed { backup, damaged } in backups {
            let at = backup.at.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string();
            page.line(&format!("{}  {at}  {} kB", backup.name(), backup.size().div_ceil(1000)));
            if let Some(refusal) = damaged {
                page.below(&refusal.text.sv);
            }
        }
        if backups.is_empty() {
            page.line("Det finns inga säkerhetskopior.");
        }
        Ok(page.text())
    }

    fn projects(&self, rows: &[ProjectRow]) -> Result<String, Refusal> {
        if self.json {
            let projects = rows.iter().map(ProjectJson::of).collect();
            return json(&ProjectsJson { projects });
        }
        let mut page = Page::default();
        for row in rows {
            page.line(&format!("{}  {} {}", row.id, row.title, row.reference));
        }
        Ok(page.text())
    }
}

/// The time is the real one, also when `SAMKRAV_TODAY` names another day: by it the old ones are taken away.
fn make() -> Result<String, Refusal> {
    let made = backup::make(&store::user_folder()?, store::clock::moment())?;
    let name = made.map(|backup| format!("{}\n", backup.name()));
    Ok(name.unwrap_or_else(|| "Inget har ändrats sedan den förra säkerhetskopian.\n".to_owned()))
}

impl Restore {
    fn run(self) -> Result<String, Refusal> {
        let folder = store::user_folder()?;
        let backup = backup::find(&folder, &self.backup)?;
        let id = ProjectId::from(self.project);
        self.output.iter().try_for_each(|output| output.spares(&backup.path))?;
        if let Some(place) = &self.output {
            place.write_project(&backup.open()?.store().project_file(&id)?)?;
            return Ok(String::new());
        }
        let mut store = Store::open(&folder)?;
        store.recovery().map(store::Recovery::words).iter().for_each(answer::warn);
        let copy = store.restore(&backup, &id, &in_use()?, &Stamp::now("")?)?;
        let title = store.load(&copy)?.project.procurement.title;
        Ok(format!("{}\n", answer::one_line(&format!("{copy}  {title}"))))
    }
}

impl Listed {
    /// Those in all folders, the newest first. Each is looked through.
    fn all(folder: &Path) -> Vec<Self> {
        let look = |backup: Backup| {
            let damaged = backup::checked(folder, None, &backup.name()).err();
            Self { backup, damaged }
        };
        backup::list_with(folder, None).into_iter().map(look).collect()
    }

    fn as_json(&self) -> BackupJson {
        let Self { backup, damaged } = self;
        BackupJson {
            name: backup.name(),
            at: backup.at.to_string(),
            bytes: backup.size(),
            damaged: damaged.as_ref().map(|refusal| refusal.text.sv.clone()),
        }
    }
}

impl ProjectJson {
    fn of(row: &ProjectRow) -> Self {
        Self {
            id: row.id.to_string(),
            title: row.title.clone(),
            reference: row.reference.clone(),
            changed: row.changed.to_string(),
        }
    }
}
