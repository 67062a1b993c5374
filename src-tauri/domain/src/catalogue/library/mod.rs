//! What the user has imported beside the catalogue that is built in: a newer edition of the whole, and the authority's
//! own file. Each is one file, checked whole before it counts; one that cannot be used never stops the program.

mod difference;
mod file;
mod own;

pub use difference::Difference;
pub use file::{LARGEST, LibraryFile, pack, read, text_of};
pub use own::Own;

use serde::{Deserialize, Serialize};

use super::Catalogue;
use super::load::Fault;
use crate::refusal::{Kind, Refusal};

/// What a file of the library is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// An authority's own entries, defaults and thresholds.
    Own,
    /// An edition of the whole catalogue.
    Edition,
}

/// The files that hold, as text: at most one of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// The edition.
    pub edition: Option<String>,
    /// The authority's own file.
    pub own: Option<String>,
}

impl Library {
    /// The same with another file in the place of the one of its kind.
    #[must_use]
    pub fn with(mut self, kind: FileKind, text: String) -> Self {
        match kind {
            FileKind::Edition => self.edition = Some(text),
            FileKind::Own => self.own = Some(text),
        }
        self
    }

    /// What a file is, and the catalogue as it would be with the file in its place: nothing of it is kept.
    ///
    /// # Errors
    /// All faults of the file, said of `name`, or of a file in the library that cannot stand beside it.
    pub fn trial(
        &self,
        name: &str,
        text: &str,
        built_in: &Catalogue,
    ) -> Result<(FileKind, Catalogue), Vec<Fault>> {
        match read(name, text)? {
            LibraryFile::Own(own) => {
                let base = self.edition(built_in).unwrap_or_else(|_| built_in.clone());
                Ok((FileKind::Own, own.beside(&base, name)?))
            }
            LibraryFile::Edition(files) => {
                let edition = files.load(built_in)?;
                Ok((FileKind::Edition, self.own_beside(&edition)?))
            }
        }
    }

    /// The catalogue that follows from what can be used, and why the rest cannot.
    pub fn open(&self, built_in: &Catalogue) -> (Catalogue, Vec<Refusal>) {
        let mut troubles = Vec::new();
        let base = self.edition(built_in).unwrap_or_else(|faults| {
            troubles.push(unusable_edition(&faults, &built_in.edition.edition));
            built_in.clone()
        });
        let whole = self.own_beside(&base).unwrap_or_else(|faults| {
            troubles.push(unusable_own(&faults));
            base
        });
        (whole, troubles)
    }

    /// The newest of the edition that was imported and the one that is built in.
    fn edition(&self, built_in: &Catalogue) -> Result<Catalogue, Vec<Fault>> {
        let Some(text) = &self.edition else { return Ok(built_in.clone()) };
        let edition = match read(EDITION, text)? {
            LibraryFile::Edition(files) => files.load(built_in)?,
            LibraryFile::Own(_) => return Err(vec![wrong_kind(EDITION)]),
        };
        Ok(if edition.edition.order() < built_in.edition.order() { built_in.clone() } else { edition })
    }

    fn own_beside(&self, base: &Catalogue) -> Result<Catalogue, Vec<Fault>> {
        match self.own.as_ref().map(|text| read(OWN, text)).transpose()? {
            None => Ok(base.clone()),
            Some(LibraryFile::Own(own)) => own.beside(base, OWN),
            Some(LibraryFile::Edition(_)) => Err(vec![wrong_kind(OWN)]),
        }
    }
}

/// What the files are called once they are in the library.
const EDITION: &str = "den importerade utgåvan";
const OWN: &str = "den egna katalogen";

fn wrong_kind(file: &str) -> Fault {
    Fault::new(file, "", "kind: är inte den som väntades")
}

/// The first fault, and how many more there are.
fn first(faults: &[Fault]) -> String {
    let first = faults.first().map(ToString::to_string).unwrap_or_default();
    match faults.len() {
        0 | 1 => first,
        more => format!("{first} (och {} fel till)", more - 1),
    }
}

fn unusable_edition(faults: &[Fault], built_in: &str) -> Refusal {
    let first = first(faults);
    Refusal::new(
        Kind::Broken,
        format!("Den importerade utgåvan går inte att använda. Programmets egen utgåva {built_in} gäller."),
        format!("The imported edition cannot be used. The program's own edition {built_in} holds."),
    )
    .hint(format!("Importera den på nytt. {first}."), format!("Import it again. {first}."))
}

fn unusable_own(faults: &[Fault]) -> Refusal {
    let first = first(faults);
    Refusal::new(
        Kind::Broken,
        "Den egna katalogen går inte att använda. Kravbiblioteket gäller utan den.",
        "The authority's own catalogue cannot be used. The catalogue holds without it.",
    )
    .hint(
        format!("Rätta den och importera den på nytt. {first}."),
        format!("Mend it and import it again. {first}."),
    )
}
