//! `samkrav review`: the findings, and whether a Stop is open.

use clap::Args;
use domain::refusal::Refusal;
use domain::review::finding::Finding;

use super::{Look, json};
use crate::answer::Answer;
use crate::finding_json::FindingsJson;
use crate::report;

/// Granska ett projekt: visa stopp, varningar och upplysningar. Svarar 1 när ett stopp är öppet
#[derive(Args)]
#[command(override_usage = "samkrav review P.samkrav [--json] [--date DATUM]")]
pub struct Review {
    #[command(flatten)]
    look: Look,
}

impl Review {
    pub fn run(self) -> Result<Answer, Refusal> {
        let (_, assessment) = self.look.assessed()?;
        let text = if self.look.json {
            json(&FindingsJson::of(&assessment.findings))?
        } else {
            report::findings(&assessment)
        };
        let open = assessment.findings.iter().any(Finding::is_open_stop);
        Ok(if open { Answer::no(text) } else { Answer::yes(text) })
    }
}
