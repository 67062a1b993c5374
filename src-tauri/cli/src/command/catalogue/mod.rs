//! `samkrav catalogue`: what can be chosen, and what is imported beside what is built in.

mod check;
mod import;
mod pack;
mod search;
mod show;

use clap::{Args, Subcommand};
use domain::refusal::Refusal;

use crate::answer::Answer;

/// Visa, kontrollera och importera kravbibliotek
#[derive(Args)]
#[command(override_usage = "samkrav catalogue list [--json]\n  samkrav catalogue show KRAV [--json]\n  \
    samkrav catalogue search ORD … [--english] [--json]\n  \
    samkrav catalogue check [FIL|MAPP] [--json]\n  samkrav catalogue import FIL [--json]\n  \
    samkrav catalogue revert own|edition\n  samkrav catalogue pack MAPP -o FIL")]
pub struct CatalogueCommand {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    List(show::List),
    Show(show::Show),
    Search(search::Search),
    Check(check::Check),
    Import(import::Import),
    Revert(import::Revert),
    Pack(pack::Pack),
}

impl CatalogueCommand {
    pub fn run(self) -> Result<Answer, Refusal> {
        match self.task {
            Task::List(list) => list.run().map(Answer::yes),
            Task::Show(show) => show.run().map(Answer::yes),
            Task::Search(search) => search.run(),
            Task::Check(check) => check.run(),
            Task::Import(import) => import.run(),
            Task::Revert(revert) => revert.run().map(Answer::yes),
            Task::Pack(pack) => pack.run(),
        }
    }
}
