//! The catalogue in use: what is built in, with what the user has imported beside it.

use std::path::Path;
use std::sync::Arc;

use domain::catalogue::Catalogue;
use domain::catalogue::library::{Difference, FileKind, Library};
use domain::catalogue::load::Fault;
use domain::refusal::{Kind, Refusal};
use store::catalogue_file;

/// The catalogue in use, and what it was made of.
#[derive(Clone)]
pub struct Shelf {
    /// The catalogue in use.
    pub catalogue: Arc<Catalogue>,
    /// What could not be used, and why.
    pub troubles: Vec<Refusal>,
    /// The files that are imported.
    pub library: Library,
    built_in: Arc<Catalogue>,
    /// A file that was shown to the officer, and waits for a yes.
    proposed: Option<(FileKind, Arc<str>)>,
}

/// What a file holds, before anything of it is taken in.
pub struct Proposal {
    /// The name of the file.
    pub name: String,
    /// What it is, the catalogue with it, and what that changes; or all that is wrong with it.
    pub held: Result<(FileKind, Catalogue, Difference), Vec<Fault>>,
}

impl Shelf {
    /// The catalogue with what the user of a folder has imported. What cannot be read is left out, and said.
    ///
    /// # Errors
    /// When the catalogue that is built in cannot be read.
    pub fn of(folder: &Path) -> Result<Self, Refusal> {
        let built_in = Arc::new(domain::built_in::catalogue().map_err(|faults| broken(&faults))?);
        let (library, unread) = match store::library_in(folder) {
            Ok(library) => (library, None),
            Err(refusal) => (Library::default(), Some(refusal)),
        };
        let mut shelf = Self {
            catalogue: Arc::clone(&built_in),
            troubles: Vec::new(),
            library: Library::default(),
            built_in,
            proposed: None,
        };
        shelf.put(library);
        shelf.troubles.extend(unread);
        Ok(shelf)
    }

    /// Works with these files from now on.
    pub fn put(&mut self, library: Library) {
        if library == Library::default() {
            (self.catalogue, self.troubles) = (Arc::clone(&self.built_in), Vec::new());
        } else {
            let (catalogue, troubles) = library.open(&self.built_in);
            (self.catalogue, self.troubles) = (Arc::new(catalogue), troubles);
        }
        (self.library, self.proposed) = (library, None);
    }

    /// Reads a file and says what it holds. When it is whole it waits for the officer's yes.
    ///
    /// # Errors
    /// When the file cannot be read, or is of an older edition than the one in use.
    pub fn propose(&mut self, path: &Path) -> Result<Proposal, Refusal> {
        self.proposed = None;
        let name = catalogue_file::name(path);
        let tried = catalogue_file::read_file(path)?.and_then(|text| {
            let (kind, next) = self.library.trial(&name, &text, &self.built_in)?;
            Ok((kind, next, text))
        });
        let held = match tried {
            Err(faults) => Err(faults),
            Ok((kind, next, text)) => {
                next.follows(&self.catalogue)?;
                self.proposed = Some((kind, text.into()));
                let difference = Difference::between(&self.catalogue, &next);
                Ok((kind, next, difference))
            }
        };
        Ok(Proposal { name, held })
    }

    /// The file that was shown last.
    ///
    /// # Errors
    /// When none waits.
    pub fn proposed(&self) -> Result<(FileKind, Arc<str>), Refusal> {
        self.proposed.clone().ok_or_else(|| {
            Refusal::new(Kind::NotNow, "Ingen katalogfil är vald.", "No catalogue file has been chosen.")
                .hint("Välj filen först.", "Choose the file first.")
        })
    }
}

fn broken(faults: &[Fault]) -> Refusal {
    let first = faults.first().map(ToString::to_string).unwrap_or_default();
    Refusal::new(
        Kind::Broken,
        "Kravbiblioteket i programmet är skadat, så Samkrav kan inte starta.",
        "The catalogue in the program is damaged, so Samkrav cannot start.",
    )
    .hint(
        format!("Installera programmet på nytt. Dina projekt är orörda. Teknisk uppgift: {first}."),
        format!("Install the program again. Your projects are untouched. Technical detail: {first}."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_catalogue_is_told_with_what_to_do() {
        let told = broken(&[Fault::new("ladders.toml", "", "rad 3: fel")]).to_string();
        assert!(told.starts_with("Kravbiblioteket i programmet är skadat"), "{told}");
        assert!(
            told.contains("Installera programmet på nytt") && told.contains("ladders.toml: rad 3: fel"),
            "{told}"
        );
    }
}
