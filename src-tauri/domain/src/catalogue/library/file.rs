//! One file of the library: TOML that says what it is before anything else is read.

use indexmap::IndexMap;
use serde::Deserialize;

use super::FileKind;
use super::own::Own;
use crate::built_in;
use crate::catalogue::Catalogue;
use crate::catalogue::load::{self, Fault, File};
use crate::catalogue::toml_file;
use crate::text::utf8;

/// What every file of the library calls itself.
const FORMAT: &str = "samkrav-catalogue";
/// The newest format that is read.
const FORMAT_VERSION: u64 = 1;
/// The largest file that is read, in bytes: ten times the catalogue that is built in.
pub const LARGEST: usize = 8 * 1024 * 1024;
/// The most signs that can begin a value or a table. A reader keeps some two hundred bytes for each value, so that a file
/// of nothing else would take a hundred times its size; the catalogue that is built in has 35 000 in all its words.
const MOST_SIGNS: usize = 500_000;

/// A file of the library that could be read.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryFile {
    /// An authority's own.
    Own(Box<Own>),
    /// A whole edition.
    Edition(EditionFile),
}

/// The files of an edition, by their names below `assets/catalogue`.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionFile(IndexMap<String, String>);

impl LibraryFile {
    /// What it is.
    pub fn kind(&self) -> FileKind {
        match self {
            Self::Own(_) => FileKind::Own,
            Self::Edition(_) => FileKind::Edition,
        }
    }
}

impl EditionFile {
    /// Reads and checks the edition.
    pub(super) fn load(&self, built_in: &Catalogue) -> Result<Catalogue, Vec<Fault>> {
        let files: Vec<File<'_>> = self.0.iter().map(|(name, text)| (&**name, &**text)).collect();
        load::load_edition(&files, built_in)
    }
}

/// What has to be known before the rest can be read.
#[derive(Deserialize)]
struct Label {
    format: Option<String>,
    format_version: Option<u64>,
    kind: Option<FileKind>,
    /// The first version of the program that can read it.
    program: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenEdition {
    #[serde(rename = "format")]
    _format: serde::de::IgnoredAny,
    #[serde(rename = "format_version")]
    _format_version: serde::de::IgnoredAny,
    #[serde(rename = "kind")]
    _kind: serde::de::IgnoredAny,
    #[serde(rename = "program", default)]
    _program: Option<String>,
    files: IndexMap<String, String>,
}

/// The bytes of a file as text.
///
/// # Errors
/// When there are more than [`LARGEST`], they are not UTF-8, or hold more values than any catalogue.
pub fn text_of(name: &str, bytes: Vec<u8>) -> Result<String, Vec<Fault>> {
    let fault = |message: String| vec![Fault::new(name, "", message)];
    if bytes.len() > LARGEST {
        return Err(fault(format!("filen är större än {} MB", LARGEST / 1024 / 1024)));
    }
    if bytes.iter().filter(|byte| b",=[{.".contains(byte)).count() > MOST_SIGNS {
        return Err(fault("filen har fler värden än någon katalog".to_owned()));
    }
    utf8(bytes).map_err(|line| fault(format!("rad {line}: är inte text i UTF-8")))
}

/// Reads a file; `name` is what its faults are said of.
///
/// # Errors
/// When it is no TOML, no file of the library, newer than this program, or its parts are not what they should be.
pub fn read(name: &str, text: &str) -> Result<LibraryFile, Vec<Fault>> {
    let text = text.trim_start_matches('\u{feff}');
    let kind = identify(name, text).map_err(|fault| vec![fault])?;
    match kind {
        FileKind::Own => Ok(LibraryFile::Own(parse(name, text)?)),
        FileKind::Edition => {
            let WrittenEdition { files, .. } = parse(name, text)?;
            let strange = files.keys().filter(|file| !is_known(file));
            let faults: Vec<Fault> =
                strange.map(|file| Fault::new(name, &**file, "filen hör inte till en utgåva")).collect();
            if faults.is_empty() { Ok(LibraryFile::Edition(EditionFile(files))) } else { Err(faults) }
        }
    }
}

fn parse<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<T, Vec<Fault>> {
    toml_file::read(name, text).map_err(|fault| vec![fault])
}

fn identify(name: &str, text: &str) -> Result<FileKind, Fault> {
    let Label { format, format_version, kind, program } = toml_file::read(name, text)?;
    let fault = |message: String| Err(Fault::new(name, "", message));
    match (format.as_deref(), format_version, kind) {
        (Some(FORMAT), Some(FORMAT_VERSION), Some(kind)) => Ok(kind),
        (Some(FORMAT), Some(newer), _) if newer > FORMAT_VERSION => fault(too_new(newer, program)),
        (Some(FORMAT), Some(FORMAT_VERSION), None) => {
            fault("kind: saknas, skriv own eller edition".to_owned())
        }
        (Some(FORMAT), ..) => fault(format!("format_version: ska vara {FORMAT_VERSION}")),
        _ => fault(format!("format: ska vara \"{FORMAT}\", det här är ingen katalogfil")),
    }
}

fn too_new(version: u64, program: Option<String>) -> String {
    let needed = program
        .map_or_else(|| "en nyare Samkrav".to_owned(), |program| format!("Samkrav {program} eller senare"));
    format!(
        "format_version: filen har format {version} och behöver {needed}, det här programmet läser format {FORMAT_VERSION}"
    )
}

fn is_known(file: &str) -> bool {
    built_in::FILES.iter().any(|(name, _)| *name == file)
}

/// The files of an edition as one file.
pub fn pack(files: &[File<'_>]) -> String {
    let head =
        format!("format = \"{FORMAT}\"\nformat_version = {FORMAT_VERSION}\nkind = \"edition\"\n\n[files]\n");
    files.iter().fold(head, |all, (name, text)| all + &format!("\"{name}\" = {}\n\n", literal(text)))
}

/// As it stands between three quotes; what holds such quotes itself, with every sign that needs it written out.
fn literal(text: &str) -> String {
    let plain = |c: char| matches!(c, '\n' | '\t') || !c.is_control();
    if text.chars().all(plain) && !text.contains("'''") && !text.ends_with('\'') {
        return format!("'''\n{text}'''");
    }
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c.is_control() => format!("\\u{:04X}", u32::from(c)),
            c => c.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}
