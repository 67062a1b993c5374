//! `samkrav edit`: what the officer does in the window, as a list.

use clap::Args;
use documents::fixing;
use domain::apply::apply;
use domain::refusal::Refusal;
use store::{Stamp, edits_file};

use super::in_use;
use crate::report;
use crate::streams::{Place, standard_input};

/// Ändra ett projekt. Ändringarna läses från standard in som en JSON-lista
#[derive(Args)]
#[command(
    override_usage = "samkrav edit P.samkrav < ÄNDRINGAR.json",
    after_help = "Går en av ändringarna inte att göra ändras ingenting."
)]
pub struct Edit {
    /// Projektfilen
    #[arg(value_name = "P.samkrav")]
    project: std::path::PathBuf,
}

impl Edit {
    pub fn run(self) -> Result<String, Refusal> {
        let catalogue = in_use()?;
        let place = Place::File(self.project);
        let edits = edits_file::parse(&standard_input()?)?;
        let _held = place.hold();
        let file = place.read_project()?;
        let stamp = Stamp::now("")?;
        let mut page = report::Page::default();
        let mut project = file.project.clone();
        for (index, edit) in edits.iter().enumerate() {
            let signature = stamp.signature();
            let next = fixing::check(edit, &project, &catalogue, &signature)
                .and_then(|()| apply(&project, edit, &catalogue, &signature))
                .map_err(|refusal| edits_file::numbered(index + 1, refusal))?;
            page.line(&edit.words(&project, &catalogue).sv);
            project = next;
        }
        if !edits.is_empty() {
            place.write_project(&file.revised(project, &stamp))?;
        }
        Ok(page.text())
    }
}
