//! `samkrav assess`: all that follows from a project.

use clap::Args;
use domain::assess::assess;
use domain::refusal::Refusal;

use super::{Day, in_use, json};
use crate::assessment::AssessmentJson;
use crate::report;
use crate::streams::Place;

/// Visa regim, vad som är kvar, rekommenderade krav med skäl och uträkning, teman och anmärkningar
#[derive(Args)]
#[command(override_usage = "samkrav assess P.samkrav [--json] [--date DATUM]")]
pub struct Assess {
    /// Projektfilen, eller -
    #[arg(value_name = "P.samkrav")]
    project: Place,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    day: Day,
}

impl Assess {
    pub fn run(self) -> Result<String, Refusal> {
        let catalogue = in_use()?;
        let today = self.day.or_today()?;
        let project = self.project.read_project()?.project;
        let assessment = assess(&project, &catalogue, today);
        if self.json {
            json(&AssessmentJson::of(&project, &assessment))
        } else {
            Ok(report::page(&project, &assessment))
        }
    }
}
