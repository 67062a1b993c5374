//! The examples that are built in: whole procurements to try the program on and to start from.

use domain::catalogue::Catalogue;
use domain::project::{Project, ProjectId};
use domain::refusal::{Kind, Refusal};

use crate::facts_file;

/// The names of the examples.
pub const NAMES: [&str; 4] = ["byggtjanster", "stadning", "it-system", "arbetsklader"];

/// In the order of the names.
const TEXTS: [&str; NAMES.len()] = [
    include_str!("../../../assets/examples/byggtjanster.json"),
    include_str!("../../../assets/examples/stadning.json"),
    include_str!("../../../assets/examples/it-system.json"),
    include_str!("../../../assets/examples/arbetsklader.json"),
];

/// A new project made from an example.
///
/// # Errors
/// When there is no example with that name.
pub fn project(name: &str, id: ProjectId, catalogue: &Catalogue) -> Result<Project, Refusal> {
    let at = NAMES.iter().position(|known| *known == name).ok_or_else(|| no_example(name))?;
    facts_file::project(id, facts_file::parse(TEXTS[at])?, catalogue)
}

fn no_example(name: &str) -> Refusal {
    let names = NAMES.join(", ");
    Refusal::new(
        Kind::NotFound,
        format!("Det finns inget exempel som heter ”{name}”."),
        format!("There is no example named “{name}”."),
    )
    .hint(format!("Exemplen heter {names}."), format!("The examples are {names}."))
}
