//! `samkrav catalogue pack`: an edition's folder as one file.

use std::path::PathBuf;

use clap::Args;
use domain::catalogue::library;
use domain::refusal::Refusal;
use store::catalogue_file;

use super::check;
use crate::answer::Answer;
use crate::streams::Place;

/// Gör en katalogfil av en mapp med en utgåvas filer
#[derive(Args)]
#[command(override_usage = "samkrav catalogue pack MAPP -o FIL")]
pub struct Pack {
    /// En mapp som assets/catalogue
    #[arg(value_name = "MAPP")]
    folder: PathBuf,
    /// Katalogfilen som ska skrivas, eller -
    #[arg(short, long = "output", value_name = "FIL")]
    output: Place,
}

impl Pack {
    pub fn run(self) -> Result<Answer, Refusal> {
        let files = match catalogue_file::read_folder(&self.folder)? {
            Ok(files) => files,
            Err(faults) => return check::refused(&faults, false),
        };
        files.iter().try_for_each(|(name, _)| self.output.spares(&self.folder.join(name)))?;
        let files = check::by_name(&files);
        if let Err(faults) = check::edition(&files)? {
            return check::refused(&faults, false);
        }
        self.output.write(library::pack(&files).as_bytes())?;
        Ok(Answer::yes(String::new()))
    }
}
