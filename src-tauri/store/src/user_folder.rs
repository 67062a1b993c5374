//! Where the database lies.

use std::env;
use std::path::PathBuf;

use directories::ProjectDirs;
use domain::refusal::{Kind, Refusal};

/// Names another folder, such as one for a test.
pub(crate) const OTHER_FOLDER: &str = "SAMKRAV_DATA";

/// The folder of the user's projects: the one that `SAMKRAV_DATA` names, else the platform's own place for data.
///
/// # Errors
/// When the system knows no home folder for the user.
pub fn user_folder() -> Result<PathBuf, Refusal> {
    let named = env::var_os(OTHER_FOLDER).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let own = || ProjectDirs::from("", "", "Samkrav").map(|folders| folders.data_dir().to_owned());
    named.or_else(own).ok_or_else(no_home)
}

fn no_home() -> Refusal {
    Refusal::new(Kind::NotNow, "Din hemmapp går inte att hitta.", "Your home folder cannot be found.").hint(
        format!("Ange en mapp för projekten i miljövariabeln {OTHER_FOLDER}."),
        format!("Name a folder for the projects in the environment variable {OTHER_FOLDER}."),
    )
}
