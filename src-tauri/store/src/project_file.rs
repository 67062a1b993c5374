//! Project files (`*.samkrav`): one project as a file that can be shared.

use std::collections::BTreeMap;
use std::path::Path;

use domain::catalogue::Catalogue;
use domain::notes::Noted;
use domain::project::Project;
use domain::refusal::Refusal;
use domain::revision::RevisionId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::shown::only_shown;
use crate::stamp::Stamp;
use crate::{json, text_file, write_whole};

/// The JSON Schema of a project file.
pub const SCHEMA: &str = include_str!("../../../assets/schema/project-file.schema.json");

/// What every project file calls itself.
const FORMAT: &str = "samkrav-project";

/// The format that is written, and the newest that is read. A file of an older one is read as it is: what has come since
/// is absent from it. 2: own wordings and own requirements. 3: when it was last changed, and by whom.
const FORMAT_VERSION: u64 = 3;

/// A project with the revisions behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectFile {
    /// The project.
    pub project: Project,
    /// The ids of all revisions that led to it, the last at the end.
    pub lineage: Vec<RevisionId>,
    /// Its last change; not known of a file from before that was written there.
    pub changed: Option<Changed>,
}

/// How much of a project a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// All of it, with the revisions behind it.
    #[default]
    All,
    /// The project without the revisions behind it, and without requirements that have been taken away. What was fixed
    /// goes along: it has been decided and sent.
    NoHistory,
    /// The same without internal notes, and without what is kept and not shown.
    NoNotes,
}

/// When a project was changed, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// When.
    pub at: Timestamp,
    /// The officer's name; may be empty.
    pub by: String,
}

impl ProjectFile {
    /// The file of a project that has just been made.
    pub fn begun(project: Project, stamp: &Stamp) -> Self {
        let changed = Changed { at: stamp.at, by: stamp.officer.clone() };
        Self { project, lineage: vec![stamp.revision_id(&[])], changed: Some(changed) }
    }

    /// The file after one more change.
    #[must_use]
    pub fn revised(self, project: Project, stamp: &Stamp) -> Self {
        let next = stamp.revision_id(&self.lineage);
        let lineage = self.lineage.into_iter().chain([next]).collect();
        Self { project, lineage, changed: Some(Changed { at: stamp.at, by: stamp.officer.clone() }) }
    }

    /// What of it is to leave. A file that begins anew has no revision in common with the project that it comes from: it
    /// tells nothing of what was done before, and, where notes were left out, a merge does not take that for an edit that
    /// took them away.
    #[must_use]
    pub fn holding(self, content: Content, catalogue: &Catalogue, stamp: &Stamp) -> Self {
        match content {
            Content::All => self,
            Content::NoHistory => Self::begun(self.project.without_taken_away(), stamp),
            Content::NoNotes => {
                let shown = only_shown(self.project.without_taken_away(), catalogue, stamp.day());
                Self::begun(shown.without_notes(), stamp)
            }
        }
    }

    /// Who sent it, as far as it tells: whoever changed it last, else the officer of the procurement.
    pub fn sender(&self) -> &str {
        let by = self.changed.as_ref().map(|changed| changed.by.trim()).unwrap_or_default();
        if by.is_empty() { self.project.procurement.officer.trim() } else { by }
    }
}

/// The file as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    format_version: u64,
    content_sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changed: Option<Changed>,
    lineage: Vec<RevisionId>,
    project: Project,
}

/// What has to be known before the rest can be read.
#[derive(Deserialize)]
struct Label {
    format: String,
    format_version: u64,
}

/// Reads a project file. Nothing is changed by it.
///
/// # Errors
/// When there is no such file, or it is not a whole, undamaged project file of a format that this program knows.
pub fn read(path: &Path) -> Result<ProjectFile, Refusal> {
    let bytes = text_file::read_bytes(path)?;
    if !names_itself(&bytes) {
        return Err(if is_named_so(path) { beyond_knowing() } else { foreign() });
    }
    parse(&text_file::text_of(bytes)?)
}

/// Reads the text of a project file.
///
/// # Errors
/// When it is not a whole, undamaged project file of a format that this program knows.
pub fn parse(text: &str) -> Result<ProjectFile, Refusal> {
    text_file::not_too_large(text.len())?;
    let Written { content_sha256, changed, lineage, project, .. } = match whole(text) {
        Some(written) => written,
        None => explained(text)?,
    };
    if content_sha256 != checksum(&json::object(text)?) {
        return Err(altered());
    }
    lineage.iter().try_for_each(is_revision)?;
    project.check()?;
    Ok(ProjectFile { project, lineage, changed })
}

/// What stands in a file that is as it should be, read at once.
fn whole(text: &str) -> Option<Written> {
    let written: Written = serde_json::from_str(text).ok()?;
    let known = written.format == FORMAT && (1..=FORMAT_VERSION).contains(&written.format_version);
    known.then_some(written)
}

/// The same, read so that what is wrong can be said, and where.
fn explained(text: &str) -> Result<Written, Refusal> {
    identify(text)?;
    json::object(text)
}

/// The text of a project file: the same file gives the same bytes, with one value a line.
///
/// # Panics
/// Never: a project has text for keys and no values that JSON lacks.
pub fn to_text(file: &ProjectFile) -> String {
    let mut written = Written {
        format: FORMAT.to_owned(),
        format_version: FORMAT_VERSION,
        content_sha256: String::new(),
        changed: file.changed.clone(),
        lineage: file.lineage.clone(),
        project: file.project.clone(),
    };
    written.content_sha256 = checksum(&json!(written));
    #[expect(clippy::expect_used, reason = "it never does, see above")]
    let text = serde_json::to_string_pretty(&written).expect("a project is JSON");
    text + "\n"
}

/// Writes a project file.
///
/// # Errors
/// When the folder cannot be written or the disk is full; what was there before is left as it was.
pub fn write(path: &Path, file: &ProjectFile) -> Result<(), Refusal> {
    write_whole(path, to_text(file).as_bytes())
}

/// What the checksum is over, as far as a file has it.
const CONTENT: [&str; 3] = ["changed", "lineage", "project"];

/// SHA-256 over the content of a file in the canonical form of RFC 8785, so that neither spaces nor the order of
/// fields count, and other programs get the same.
fn checksum(file: &Value) -> String {
    let content: BTreeMap<&str, &Value> =
        CONTENT.into_iter().filter_map(|name| Some((name, file.get(name)?))).collect();
    #[expect(clippy::expect_used, reason = "what has been read as JSON can be written as JSON")]
    let canonical = serde_json_canonicalizer::to_vec(&content).expect("a value is JSON");
    hex_digest(&canonical)
}

/// SHA-256 as it is written: sixty-four small hexadecimal digits.
pub fn hex_digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// Refuses what is not ours, or newer than we are. What is too damaged to say is left to the reading that follows,
/// which knows how far it came.
fn identify(text: &str) -> Result<(), Refusal> {
    if !names_itself(text.as_bytes()) {
        return Err(foreign());
    }
    match json::object(text) {
        Ok(Label { format, .. }) if format != FORMAT => Err(foreign()),
        Ok(Label { format_version, .. }) if !(1..=FORMAT_VERSION).contains(&format_version) => {
            Err(other_format(format_version))
        }
        _ => Ok(()),
    }
}

/// Whether the name of the format stands anywhere in the file, so that a damaged one is told from a foreign one.
fn names_itself(bytes: &[u8]) -> bool {
    bytes.windows(FORMAT.len()).any(|window| window == FORMAT.as_bytes())
}

/// Whether the name of a file says that it is a project file.
fn is_named_so(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("samkrav"))
}

fn is_revision(id: &RevisionId) -> Result<(), Refusal> {
    Uuid::try_parse(id.as_str()).map(drop).map_err(|_| {
        Refusal::bad_input(
            format!("Filens historik är skadad: ”{id}” är ingen ändring."),
            format!("The history of the file is damaged: “{id}” is not a revision."),
        )
        .hint("Be om filen på nytt.", "Ask for the file again.")
    })
}

fn foreign() -> Refusal {
    Refusal::bad_input("Det här är ingen projektfil.", "This is not a project file.").hint(
        "Samkrav öppnar filer som slutar på .samkrav.",
        "Samkrav opens files whose names end in .samkrav.",
    )
}

/// Nothing in it is as in a project file but its name.
fn beyond_knowing() -> Refusal {
    Refusal::bad_input("Det här är ingen projektfil.", "This is not a project file.").hint(
        "Filen är skadad, eller så är det en annan fil med det namnet. Be om filen på nytt.",
        "The file is damaged, or another file with that name. Ask for the file again.",
    )
}

fn other_format(version: u64) -> Refusal {
    if version < FORMAT_VERSION {
        return altered();
    }
    Refusal::bad_input(
        "Filen är gjord i en nyare version av Samkrav än din.",
        "The file was made by a newer version of Samkrav than yours.",
    )
    .hint(
        format!(
            "Uppdatera Samkrav till den versionen, eller be om dokumenten som PDF eller Word. (Filen har format {version}, och det här programmet läser till och med {FORMAT_VERSION}.)"
        ),
        format!(
            "Update Samkrav to that version, or ask for the documents as PDF or Word. (The file has format {version}, and this program reads up to {FORMAT_VERSION}.)"
        ),
    )
}

fn altered() -> Refusal {
    Refusal::bad_input(
        "Filen har ändrats utanför Samkrav eller skadats på vägen.",
        "The file was changed outside Samkrav or damaged on its way.",
    )
    .hint("Be om filen på nytt.", "Ask for the file again.")
}
