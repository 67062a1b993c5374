//! The JSON Schema of a project file, held against files by a validator that is not ours.

use jsonschema::Validator;
use serde_json::{Value, json};
use store::project_file::{ProjectFile, to_text};

use crate::support::{applied, full, stamp};

pub fn validator() -> Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(&serde_json::from_str(store::SCHEMA).unwrap())
        .unwrap()
}

fn file(name: &str) -> Value {
    serde_json::from_str(&to_text(&ProjectFile::begun(decided(name), &stamp(0)))).unwrap()
}

/// A project with something in every part that a file may have.
fn decided(name: &str) -> domain::project::Project {
    let edits = json!([
        { "edit": "overrule_regime", "choice": { "regime": "directive_governed", "reason": "Försiktighet." } },
        { "edit": "set_parameter", "entry": "emp-study-visit", "parameter": "visits", "value": 2 },
        { "edit": "reword", "entry": "emp-study-visit", "duties": ["Leverantören ska ta emot {visits} besök."] },
        { "edit": "write_own", "entry": "own-lek", "requirement": { "theme": "children", "level": "base",
            "placement": "award_criterion", "title": "Lekplats", "duties": ["Lekplatsen ska vara öppen."] } },
        { "edit": "decide", "theme": "children", "decision": { "outcome": "not_now", "reason": "Prövas nästa år." } },
        { "edit": "override", "reason": "Delarna anges i avropen, som har egna bilagor.",
            "finding": { "code": "G06", "case": "fill_in", "place": { "kind": "requirement", "id": "acc-ict" } } },
        { "edit": "answer", "question": "q02", "answer": { "unknown": "arbetsmarknadsenheten" } },
    ]);
    let edits: Vec<domain::edit::Edit> = serde_json::from_value(edits).unwrap();
    edits.iter().fold(full(name), |project, edit| applied(&project, edit))
}

#[test]
fn the_project_files_of_the_examples_follow_the_schema() {
    let validator = validator();
    for name in store::example::NAMES {
        let file = file(name);
        let faults: Vec<String> =
            validator.iter_errors(&file).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{name}: {}", faults.join("\n"));
    }
}

#[test]
fn the_schema_knows_every_part_of_a_file_and_nothing_else() {
    let (validator, whole) = (validator(), file("stadning"));
    for place in [
        "",
        "/changed",
        "/project",
        "/project/procurement",
        "/project/requirements/0",
        "/project/requirements/0/entry",
        "/project/requirements/0/entry/rules",
        "/project/requirements/0/entry/text/sv",
    ] {
        let mut changed = whole.clone();
        changed.pointer_mut(place).unwrap()["unheard_of"] = json!(1);
        assert!(!validator.is_valid(&changed), "a field too many in {place}");
    }
    for field in ["regime_override", "answers", "requirements", "decisions", "overrides"] {
        let mut changed = whole.clone();
        assert!(
            changed["project"][field].is_object() || changed["project"][field].is_array(),
            "{field} is tried"
        );
        changed["project"][field] = json!("fel");
        assert!(!validator.is_valid(&changed), "a text in the place of {field}");
    }
}
