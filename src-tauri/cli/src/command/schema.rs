//! `samkrav schema`

use clap::Args;
use domain::refusal::Refusal;

/// Visa formatet för projektfiler som JSON Schema
#[derive(Args)]
#[command(override_usage = "samkrav schema")]
pub struct Schema {}

impl Schema {
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the shape that every command has")]
    pub fn run(self) -> Result<String, Refusal> {
        Ok(store::SCHEMA.to_owned())
    }
}
