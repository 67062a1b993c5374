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
        let mut file = place.read_project()?;
        let stamp = Stamp::now("")?;
        let mut page = report::Page::default();
        for (index, edit) in edits.iter().enumerate() {
            let signature = stamp.signature();
            let next = fixing::check(edit, &file.project, &catalogue, &signature)
                .and_then(|()| apply(&file.project, edit, &catalogue, &signature))
                .map_err(|refusal| edits_file::numbered(index + 1, refusal))?;
            page.line(&edit.words(&file.project, &catalogue).sv);
            file.project = next;
        }
        if !edits.is_empty() {
            file.lineage.push(stamp.revision_id(&file.lineage));
            place.write_project(&file)?;
        }
        Ok(page.text())
    }
}
