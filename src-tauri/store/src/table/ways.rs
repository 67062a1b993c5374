//! What leads from one state of a project to another, and back.

use domain::project::Project;
use domain::requirements::requirement::Requirement;
use json_patch::jsonptr::PointerBuf;
use json_patch::{Patch, PatchOperation, ReplaceOperation};
use serde_json::Value;

/// What leads from the state before a revision to the state after, and back; there is no way back from the first.
pub(crate) struct Ways {
    pub(crate) forth: Patch,
    pub(crate) back: Option<Patch>,
}

impl Ways {
    /// To the first state of a project.
    pub(crate) fn to_first(project: &Project) -> Result<Self, serde_json::Error> {
        Ok(Self { forth: json_patch::diff(&Value::Null, &serde_json::to_value(project)?), back: None })
    }

    /// Between two states.
    pub(crate) fn between(before: &Project, after: &Project) -> Result<Self, serde_json::Error> {
        let (from, to) = (beside(before, after)?, beside(after, before)?);
        Ok(Self { forth: leading(&from, &to), back: Some(leading(&to, &from)) })
    }
}

/// What leads from one state to another.
pub(crate) fn way(before: &Project, after: &Project) -> Result<Patch, serde_json::Error> {
    Ok(leading(&beside(before, after)?, &beside(after, before)?))
}

/// A project as JSON, without the requirements that stand in the same place of another: each holds its entry whole, and
/// an edit touches few.
fn beside(project: &Project, other: &Project) -> Result<Value, serde_json::Error> {
    let part = |(at, one): (usize, &Requirement)| {
        if other.requirements.get(at) == Some(one) { Ok(Value::Null) } else { serde_json::to_value(one) }
    };
    let requirements: Result<Value, _> = project.requirements.iter().enumerate().map(part).collect();
    let mut value = serde_json::to_value(Project { requirements: Vec::new(), ..project.clone() })?;
    value["requirements"] = requirements?;
    Ok(value)
}

/// A patch knows no order of fields, but the values of an entry are shown in theirs: one that differs is put in whole.
fn leading(from: &Value, to: &Value) -> Patch {
    let mut patch = json_patch::diff(from, to);
    for at in 0..requirements(from).len().min(requirements(to).len()) {
        let [old, new] = [from, to].map(|state| &state["requirements"][at]["entry"]);
        if old != new {
            let entry = PointerBuf::from_tokens(["requirements", &*at.to_string(), "entry"]);
            patch.0.retain(|operation| !operation.path().starts_with(&entry));
            let whole = ReplaceOperation { path: entry, value: new.clone() };
            patch.0.push(PatchOperation::Replace(whole));
        }
    }
    patch
}

fn requirements(state: &Value) -> &[Value] {
    state["requirements"].as_array().map_or(&[], Vec::as_slice)
}
