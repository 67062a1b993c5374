//! `samkrav copy`: a project file that is to leave the house.

use clap::{Args, ValueEnum};
use domain::refusal::Refusal;
use store::Stamp;
use store::project_file::Content;

use super::in_use;
use crate::streams::Place;

/// Skriv en projektfil utan historik eller utan interna anteckningar
#[derive(Args)]
#[command(
    override_usage = "samkrav copy P.samkrav -o UT.samkrav --without history|notes",
    after_help = NOTES
)]
pub struct Copy {
    /// Projektfilen, eller -
    #[arg(value_name = "P.samkrav")]
    project: Place,
    /// Projektfilen som ska skrivas, eller -
    #[arg(short, long = "output", value_name = "FIL")]
    output: Place,
    /// Vad som ska utelämnas: history är historiken, notes är de interna anteckningarna och historiken
    #[arg(long, value_name = "VAD")]
    without: Without,
}

pub const NOTES: &str = "Interna anteckningar är skälen till svar, beslut, egna krav och vald regim, hur parterna fick yttra sig, vem du ska fråga,
och skälen att gå vidare trots stopp.
Krav som du har tagit bort följer inte heller med. Utan interna anteckningar följer inte heller det som är ifyllt men inte
visas med: svar på frågor som inte ställs längre och värden som ingen text använder. Fastställda versioner följer med, utan
anteckningar men med de svar som de fastställdes med. Filen börjar om utan gemensam historik: när den kommer tillbaka jämförs den fält för fält, och dina anteckningar finns kvar.";

/// What is left out.
#[derive(Clone, Copy, ValueEnum)]
pub enum Without {
    /// The history.
    History,
    /// Internal notes, and the history.
    Notes,
}

impl From<Without> for Content {
    fn from(without: Without) -> Self {
        match without {
            Without::History => Self::NoHistory,
            Without::Notes => Self::NoNotes,
        }
    }
}

impl Copy {
    pub fn run(self) -> Result<String, Refusal> {
        self.project.path().map_or(Ok(()), |read| self.output.spares(read))?;
        let _held = self.output.hold();
        let file = self.project.read_project()?;
        let copy = file.holding(self.without.into(), &in_use()?, &Stamp::now("")?);
        self.output.write_project(&copy)?;
        Ok(String::new())
    }
}
