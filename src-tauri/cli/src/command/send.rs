//! `samkrav send`: projects of the program as files, many at once.

use std::collections::HashSet;
use std::path::PathBuf;

use clap::{ArgGroup, Args};
use domain::project::ProjectId;
use domain::refusal::Refusal;
use domain::text::Bilingual;
use serde::Serialize;
use store::project_file::Content;
use store::{ProjectRow, Stamp, Store};

use super::copy::{NOTES, Without};
use super::{in_use, json};
use crate::answer::{self, Answer, one_line};
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

#[derive(Default, Serialize)]
struct SentJson {
    files: Vec<FileJson>,
    failed: Vec<FailedJson>,
}

#[derive(Serialize)]
struct FileJson {
    project: ProjectId,
    file: String,
}

#[derive(Serialize)]
struct FailedJson {
    project: ProjectId,
    message: String,
}

impl Send {
    pub fn run(self) -> Result<Answer, Refusal> {
        let store = Store::open(&store::user_folder()?)?;
        store.recovery().map(store::Recovery::words).iter().for_each(answer::warn);
        let sent = self.sent(&store)?;
        let text = if self.json { json(&sent)? } else { sent.page() };
        Ok(if sent.failed.is_empty() { Answer::yes(text) } else { Answer::partly(text) })
    }

    /// Saves one after the other: of one that cannot be saved is said why, and the others are saved all the same.
    fn sent(&self, store: &Store) -> Result<SentJson, Refusal> {
        let content = self.without.map(Content::from).unwrap_or_default();
        let catalogue = in_use()?;
        let unnamed = catalogue.phrases.word("window.file.unnamed", domain::text::Language::Sv).to_owned();
        let stamp = Stamp::now("")?;
        let mut sent = SentJson::default();
        for project in self.which(store)? {
            match store.send(&project, &self.output, content, &catalogue, &unnamed, &stamp) {
                Ok(path) => sent.files.push(FileJson { project, file: path.display().to_string() }),
                Err(refusal) => {
                    let refusal = about(&project, refusal);
                    answer::warn(&refusal);
                    sent.failed.push(FailedJson { project, message: refusal.to_string() });
                }
            }
        }
        Ok(sent)
    }

    fn which(&self, store: &Store) -> Result<Vec<ProjectId>, Refusal> {
        let is_here = |row: &ProjectRow| row.marks.removed.is_none();
        if self.all {
            return Ok(store.projects()?.into_iter().filter(is_here).map(|row| row.id).collect());
        }
        let mut named = HashSet::new();
        let once = self.projects.iter().filter(|id| named.insert(id.as_str()));
        Ok(once.map(|id| ProjectId::from(id.as_str())).collect())
    }
}

impl SentJson {
    fn page(&self) -> String {
        let mut page = Page::default();
        self.files.iter().for_each(|sent| page.line(&one_line(&sent.file)));
        page.text()
    }
}

/// Names the project that a refusal is about.
fn about(project: &ProjectId, refusal: Refusal) -> Refusal {
    if refusal.text.sv.contains(project.as_str()) {
        return refusal;
    }
    let text = Bilingual {
        sv: format!("Projektet {project} är inte sparat. {}", refusal.text.sv),
        en: format!("The project {project} is not saved. {}", refusal.text.en),
    };
    Refusal { text, ..refusal }
}
