//! Files for the library: one file, or the folder that an edition is made from.

use std::fs;
use std::path::Path;

use domain::built_in;
use domain::catalogue::library::{LARGEST, text_of};
use domain::catalogue::load::Fault;
use domain::refusal::Refusal;

use crate::{text_file, trouble};

/// Files by name, or what is wrong with them.
pub type Files = Result<Vec<(String, String)>, Vec<Fault>>;

/// Reads a file as text; its faults are said of its name.
///
/// # Errors
/// When it is missing or may not be read.
pub fn read_file(path: &Path) -> Result<Result<String, Vec<Fault>>, Refusal> {
    // One byte more than is allowed is enough to know that it is too large.
    let bytes = text_file::read_up_to(path, LARGEST as u64 + 1)?;
    Ok(text_of(&name(path), bytes))
}

/// Reads the files of an edition from a folder such as `assets/catalogue`.
///
/// # Errors
/// When the folder or a file in it may not be read.
pub fn read_folder(folder: &Path) -> Result<Files, Refusal> {
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    for name in names_below(folder)? {
        if !built_in::FILES.iter().any(|(known, _)| *known == name) {
            faults.push(Fault::new(name, "", "filen hör inte till en utgåva"));
            continue;
        }
        let bytes = text_file::read_up_to(&folder.join(&name), LARGEST as u64 + 1)?;
        match text_of(&name, bytes) {
            Ok(text) => files.push((name, text)),
            Err(wrong) => faults.extend(wrong),
        }
    }
    Ok(if faults.is_empty() { Ok(files) } else { Err(faults) })
}

/// The data files in a folder and in the folders in it, "entries/children.toml".
fn names_below(folder: &Path) -> Result<Vec<String>, Refusal> {
    let mut names = Vec::new();
    for entry in listed(folder)? {
        if entry.is_dir() {
            let inner = listed(&entry)?;
            names.extend(inner.iter().map(|file| format!("{}/{}", name(&entry), name(file))));
        } else {
            names.push(name(&entry));
        }
    }
    names.retain(|name| Path::new(name).extension().is_some_and(|ending| ending == "toml"));
    names.sort();
    Ok(names)
}

fn listed(folder: &Path) -> Result<Vec<std::path::PathBuf>, Refusal> {
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(|e| Ok(e?.path())).collect());
    entries.map_err(|error| trouble::cannot_read(folder, &error))
}

/// The name of a file without its folder.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
