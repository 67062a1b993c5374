//! What has changed since a version was fixed: what the next one lists, and what the project shows until then.

use jiff::civil::Date;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

use super::{FixedRequirement, FixedVersion, Version, printed};
use crate::assess::Assessment;
use crate::catalogue::id::{EntryId, QuestionId};
use crate::catalogue::theme::Theme;
use crate::procurement::Procurement;
use crate::project::Project;
use crate::refusal::{Kind, Refusal};

/// What a project says now that its last fixed version did not.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes<'a> {
    /// The version.
    pub version: &'a FixedVersion,
    /// What has changed, in the order of the tasks; nothing when the documents are as they were.
    pub changes: Vec<Change<'a>>,
}

/// One thing that has changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Change<'a> {
    /// A fact of the procurement, named as the field of the edit that changes it.
    Fact(String),
    /// An answer.
    Answer(&'a QuestionId),
    /// A requirement is new.
    Added(FixedRequirement),
    /// A requirement is printed in other words.
    Reworded {
        /// As it was.
        before: &'a FixedRequirement,
        /// As it is.
        after: FixedRequirement,
    },
    /// A requirement has gone: it "utgår".
    Withdrawn(&'a FixedRequirement),
    /// The decision about a theme.
    Decision(Theme),
}

/// What has changed since the last version was fixed; nothing when none has been.
pub fn since<'a>(project: &'a Project, assessment: &Assessment) -> Option<Changes<'a>> {
    Some(since_version(project.last_fixed()?, project, assessment))
}

/// What has changed since the version that a document succeeds: the last before the one that it is printed as, or before
/// a draft. Nothing when it is the first.
pub fn since_predecessor<'a>(
    printed: Option<Version>,
    project: &'a Project,
    assessment: &Assessment,
) -> Option<Changes<'a>> {
    let mut earlier = project.fixed.iter().rev();
    let version = earlier.find(|fixed| printed.is_none_or(|printed| fixed.version < printed))?;
    Some(since_version(version, project, assessment))
}

fn since_version<'a>(
    version: &'a FixedVersion,
    project: &'a Project,
    assessment: &Assessment,
) -> Changes<'a> {
    let facts = facts(&version.procurement, &project.procurement).into_iter().map(Change::Fact);
    let answers = differing(&version.answers, &project.answers).into_iter().map(Change::Answer);
    let decisions = differing(&version.decisions, &project.decisions).into_iter().copied();
    let changes = facts
        .chain(answers)
        .chain(requirements(&version.requirements, printed(project, assessment)))
        .chain(decisions.map(Change::Decision));
    Changes { version, changes: changes.collect() }
}

/// The day on which a version was fixed, when the project still says what it said then.
///
/// # Errors
/// When it has not been fixed, has a successor, or something has changed since.
pub fn day_of(version: Version, project: &Project, assessment: &Assessment) -> Result<Date, Refusal> {
    let Some(Changes { version: last, changes }) = since(project, assessment) else {
        return Err(not_fixed(version));
    };
    if last.version != version {
        return Err(if version < last.version {
            succeeded(version, last.version)
        } else {
            not_fixed(version)
        });
    }
    if changes.is_empty() { Ok(last.on) } else { Err(changed(version)) }
}

fn not_fixed(version: Version) -> Refusal {
    Refusal::new(
        Kind::NotNow,
        format!("Version {version} är inte fastställd."),
        format!("Version {version} has not been finalised."),
    )
    .hint("Fastställ den först, eller skriv ett utkast.", "Finalise it first, or make a draft.")
}

fn succeeded(version: Version, last: Version) -> Refusal {
    Refusal::new(
        Kind::NotNow,
        format!("Version {version} är ersatt av version {last}."),
        format!("Version {version} has been succeeded by version {last}."),
    )
    .hint(KEPT_SV, KEPT_EN)
}

fn changed(version: Version) -> Refusal {
    Refusal::new(
        Kind::NotNow,
        format!("Projektet har ändrats sedan version {version} fastställdes."),
        format!("The project has changed since version {version} was finalised."),
    )
    .hint(KEPT_SV, KEPT_EN)
}

const KEPT_SV: &str = "Dokumenten som de fastställdes finns kvar i Samkrav där det gjordes.";
const KEPT_EN: &str = "The documents as they were finalised are kept in the Samkrav where that was done.";

fn facts(before: &Procurement, after: &Procurement) -> Vec<String> {
    let (before, after) = (fields(before), fields(after));
    let names = after.keys().chain(before.keys().filter(|name| !after.contains_key(*name)));
    names.filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}

/// The facts by name. A procurement is an object of plain values, which always can be written as JSON.
pub(crate) fn fields(procurement: &Procurement) -> Map<String, Value> {
    match serde_json::to_value(procurement) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// The keys under which two maps hold other things.
fn differing<'a, K: Ord, V: PartialEq>(before: &'a BTreeMap<K, V>, after: &'a BTreeMap<K, V>) -> Vec<&'a K> {
    let keys = after.keys().chain(before.keys().filter(|key| !after.contains_key(*key)));
    keys.filter(|key| before.get(*key) != after.get(*key)).collect()
}

/// The requirements that stand, in their order, and then those that have gone.
fn requirements(before: &[FixedRequirement], after: Vec<FixedRequirement>) -> Vec<Change<'_>> {
    let find = |entry: &EntryId| before.iter().find(|known| known.entry == *entry);
    let gone = before.iter().filter(|known| !after.iter().any(|now| now.entry == known.entry));
    let gone: Vec<Change<'_>> = gone.map(Change::Withdrawn).collect();
    let standing = after.into_iter().filter_map(|after| match find(&after.entry) {
        None => Some(Change::Added(after)),
        Some(before) if *before == after => None,
        Some(before) => Some(Change::Reworded { before, after }),
    });
    standing.chain(gone).collect()
}
