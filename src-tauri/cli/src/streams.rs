//! Files and standard streams: "-" stands for standard input or output wherever a file is named.

use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use domain::catalogue::library;
use domain::catalogue::load::Fault;
use domain::format;
use domain::refusal::{Kind, Refusal};
use store::catalogue_file;
use store::project_file::{self, ProjectFile};

/// A file, or a standard stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Standard input, or standard output.
    Stream,
    /// A file.
    File(PathBuf),
}

impl From<std::ffi::OsString> for Place {
    fn from(text: std::ffi::OsString) -> Self {
        if text == "-" { Self::Stream } else { Self::File(text.into()) }
    }
}

impl Place {
    /// Reads the text that is there.
    pub fn read(&self) -> Result<String, Refusal> {
        match self {
            Self::Stream => standard_input(),
            Self::File(path) => store::read_text(path),
        }
    }

    /// Reads the catalogue file that is there, or says what keeps it from being one.
    pub fn read_catalogue(&self) -> Result<Result<String, Vec<Fault>>, Refusal> {
        match self {
            Self::Stream => Ok(library::text_of(&self.name(), standard_bytes(library::LARGEST as u64 + 1)?)),
            Self::File(path) => catalogue_file::read_file(path),
        }
    }

    /// The name that what is wrong is said of.
    pub fn name(&self) -> String {
        match self {
            Self::Stream => "standard in".to_owned(),
            Self::File(path) => catalogue_file::name(path),
        }
    }

    /// Keeps another `samkrav` from changing the project that is there, until what is handed back is dropped.
    pub fn hold(&self) -> Option<std::fs::File> {
        match self {
            Self::Stream => None,
            Self::File(path) => store::hold_folder(path),
        }
    }

    /// The file, when it is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Stream => None,
            Self::File(path) => Some(path),
        }
    }

    /// Refuses to write over a file that the command itself reads.
    pub fn spares(&self, read: &Path) -> Result<(), Refusal> {
        match self {
            Self::File(path) if store::is_one_file(path, read) => Err(would_be_lost(path, read)),
            _ => Ok(()),
        }
    }

    /// Reads the project that is there.
    pub fn read_project(&self) -> Result<ProjectFile, Refusal> {
        match self {
            Self::Stream => project_file::parse(&standard_input()?),
            Self::File(path) => project_file::read(path),
        }
    }

    /// Writes all of it, or nothing.
    pub fn write(&self, bytes: &[u8]) -> Result<(), Refusal> {
        match self {
            Self::Stream => print(bytes),
            Self::File(path) => store::write_whole(path, bytes).map_err(|refusal| about(path, refusal)),
        }
    }

    /// Writes a project.
    pub fn write_project(&self, file: &ProjectFile) -> Result<(), Refusal> {
        self.write(project_file::to_text(file).as_bytes())
    }
}

/// The text on standard input.
pub fn standard_input() -> Result<String, Refusal> {
    store::text_of(standard_bytes(store::LARGEST + 1)?)
}

fn standard_bytes(most: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(most).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(&error))?;
    Ok(bytes)
}

/// Writes to standard output. A reader that has seen enough, such as `head`, is no fault.
pub fn print(bytes: &[u8]) -> Result<(), Refusal> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(unwritable(&error)),
        _ => Ok(()),
    }
}

/// Names the file that could not be written, and the option that chooses another.
fn about(path: &Path, refusal: Refusal) -> Refusal {
    let file = path.display().to_string();
    if refusal.text.sv.contains(&file) {
        return refusal;
    }
    let Refusal { kind, text, hint, codes } = refusal;
    Refusal {
        hint,
        codes,
        ..Refusal::new(kind, format!("Kan inte skriva {file}: {}", format::lower_first(&text.sv)), text.en)
    }
}

fn would_be_lost(output: &Path, read: &Path) -> Refusal {
    let (output, read) = (output.display(), read.display());
    Refusal::bad_input(
        format!("{output} är samma fil som {read}, som då skulle gå förlorad. Inget är skrivet."),
        format!("{output} is the same file as {read}, which would then be lost. Nothing has been written."),
    )
    .hint("Ange en annan fil efter -o.", "Name another file after -o.")
}

fn unreadable(error: &io::Error) -> Refusal {
    Refusal::new(
        Kind::NotNow,
        format!("Det går inte att läsa från standard in: {error}."),
        format!("Standard input cannot be read: {error}."),
    )
}

fn unwritable(error: &io::Error) -> Refusal {
    if error.kind() == ErrorKind::StorageFull {
        return Refusal::new(Kind::NotNow, "Disken är full.", "The disk is full.")
            .hint("Frigör plats eller välj en annan disk.", "Make room or choose another disk.");
    }
    Refusal::new(
        Kind::NotNow,
        format!("Det går inte att skriva till standard ut: {error}."),
        format!("Standard output cannot be written: {error}."),
    )
}
