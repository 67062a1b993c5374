//! `samkrav review`: the findings, and whether a Stop is open.

use clap::Args;
use domain::assess::assess;
use domain::refusal::Refusal;
use domain::review::finding::Finding;

use super::{Day, built_in, json};
use crate::answer::Answer;
use crate::finding_json::FindingsJson;
use crate::report;
use crate::streams::Place;

/// Granska ett projekt: visa stopp, varningar och upplysningar. Svarar 1 när ett stopp är öppet
#[derive(Args)]
#[command(override_usage = "samkrav review P.samkrav [--json] [--date DATUM]")]
pub struct Review {
    /// Projektfilen, eller -
    #[arg(value_name = "P.samkrav")]
    project: Place,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    day: Day,
}

impl Review {
    pub fn run(self) -> Result<Answer, Refusal> {
        let catalogue = built_in()?;
        let today = self.day.or_today()?;
        let project = self.project.read_project()?.project;
        let assessment = assess(&project, &catalogue, today);
        let text = if self.json {
            json(&FindingsJson::of(&assessment.findings))?
        } else {
            report::findings(&assessment)
        };
        let open = assessment.findings.iter().any(Finding::is_open_stop);
        Ok(if open { Answer::no(text) } else { Answer::yes(text) })
    }
}
