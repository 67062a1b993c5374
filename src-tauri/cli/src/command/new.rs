//! `samkrav new`: a project from an example or from facts.

use clap::{ArgGroup, Args};
use domain::format;
use domain::refusal::Refusal;
use domain::text::Language;
use store::project_file::ProjectFile;
use store::{Stamp, example, facts_file};

use super::in_use;
use crate::streams::Place;

/// Skapa en projektfil från ett exempel eller från uppgifter
#[derive(Args)]
#[command(
    override_usage = "samkrav new --from EXEMPEL -o P.samkrav\n  samkrav new --facts UPPGIFTER.json -o P.samkrav",
    after_help = examples(),
    group = ArgGroup::new("origin").required(true).args(["from", "facts"])
)]
#[group(skip)]
pub struct New {
    /// Ett av exemplen som följer med
    #[arg(long, value_name = "EXEMPEL")]
    from: Option<String>,
    /// En fil med procurement och answers som i projektfilen, eller -
    #[arg(long, value_name = "FIL")]
    facts: Option<Place>,
    /// Projektfilen som ska skrivas, eller -. Finns den redan skrivs den över
    #[arg(short, long = "output", value_name = "FIL")]
    output: Place,
}

fn examples() -> String {
    let names = example::NAMES.map(str::to_owned);
    format!("Exemplen heter {}.", format::list(&names, Language::Sv))
}

impl New {
    pub fn run(self) -> Result<String, Refusal> {
        let facts = self.facts.as_ref().and_then(Place::path);
        facts.map_or(Ok(()), |read| self.output.spares(read))?;
        let catalogue = in_use()?;
        let stamp = Stamp::now("")?;
        let id = stamp.project_id();
        let project = match &self.facts {
            Some(place) => facts_file::project(id, facts_file::parse(&place.read()?)?, &catalogue)?,
            // One of the two is there: the command line is refused without.
            None => example::project(&self.from.unwrap_or_default(), id, &catalogue)?,
        };
        self.output.write_project(&ProjectFile::begun(project, &stamp))?;
        Ok(String::new())
    }
}
