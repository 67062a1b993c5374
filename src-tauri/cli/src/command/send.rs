//! `samkrav send`: projects of the program as files, many at once.

use std::path::PathBuf;

use clap::{ArgGroup, Args};
use domain::project::ProjectId;
use domain::refusal::Refusal;
use serde::Serialize;
use store::project_file::Content;
use store::{ProjectRow, Stamp, Store};

use super::copy::{NOTES, Without};
use super::{built_in, json};
use crate::answer::{self, one_line};
use crate::report::Page;

/// Spara projekt i programmet som projektfiler i en mapp, var och en för sig. Inget som finns där skrivs över
#[derive(Args)]
#[command(
    override_usage = "samkrav send PROJEKT … -o MAPP [--without history|notes] [--json]\n  \
                      samkrav send --all -o MAPP [--without history|notes] [--json]",
    after_help = NOTES,
    group = ArgGroup::new("which").required(true).args(["projects", "all"])
)]
#[group(skip)]
pub struct Send {
    /// Projekten, som samkrav history list visar dem
    #[arg(value_name = "PROJEKT")]
    projects: Vec<String>,
    /// Alla projekt utom de borttagna
    #[arg(long)]
    all: bool,
    /// Mappen som filerna ska ligga i
    #[arg(short, long = "output", value_name = "MAPP")]
    output: PathBuf,
    /// Vad som ska utelämnas: history är historiken, notes är de interna anteckningarna och historiken
    #[arg(long, value_name = "VAD")]
    without: Option<Without>,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct SentJson {
    files: Vec<FileJson>,
}

#[derive(Serialize)]
struct FileJson {
    project: ProjectId,
    file: String,
}

impl Send {
    pub fn run(self) -> Result<String, Refusal> {
        let store = Store::open(&store::user_folder()?)?;
        store.recovery().map(store::Recovery::words).iter().for_each(answer::warn);
        let sent = SentJson { files: self.files(&store)? };
        if self.json {
            return json(&sent);
        }
        let mut page = Page::default();
        sent.files.iter().for_each(|sent| page.line(&one_line(&sent.file)));
        Ok(page.text())
    }

    fn files(&self, store: &Store) -> Result<Vec<FileJson>, Refusal> {
        let content = self.without.map(Content::from).unwrap_or_default();
        let unnamed = built_in()?.phrases.word("window.file.unnamed", domain::text::Language::Sv).to_owned();
        let stamp = Stamp::now("")?;
        let send = |project: ProjectId| {
            let path = store.send(&project, &self.output, content, &unnamed, &stamp)?;
            Ok(FileJson { project, file: path.display().to_string() })
        };
        self.which(store)?.into_iter().map(send).collect()
    }

    fn which(&self, store: &Store) -> Result<Vec<ProjectId>, Refusal> {
        let is_here = |row: &ProjectRow| row.marks.removed.is_none();
        if self.all {
            return Ok(store.projects()?.into_iter().filter(is_here).map(|row| row.id).collect());
        }
        Ok(self.projects.iter().map(|id| ProjectId::from(id.as_str())).collect())
    }
}
