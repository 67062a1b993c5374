//! `samkrav assess`: all that follows from a project.

use clap::Args;
use domain::refusal::Refusal;

use super::{Look, json};
use crate::assessment::AssessmentJson;
use crate::report;

/// Visa regim, vad som är kvar, rekommenderade krav med skäl och uträkning, teman och anmärkningar
#[derive(Args)]
#[command(override_usage = "samkrav assess P.samkrav [--json] [--date DATUM]")]
pub struct Assess {
    #[command(flatten)]
    look: Look,
}

impl Assess {
    pub fn run(self) -> Result<String, Refusal> {
        let (project, assessment) = self.look.assessed()?;
        if self.look.json {
            json(&AssessmentJson::of(&project, &assessment))
        } else {
            Ok(report::page(&project, &assessment))
        }
    }
}
