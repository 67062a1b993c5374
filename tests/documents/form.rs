//! What a tenderer fills in: asked for by name, heard in the document's language, and read back by a library that is not
//! ours.

use crate::support;
use crate::support::project::{example, made};
use crate::support::read::read;
use documents::{pdf, response_form, text};
use domain::text::Language;
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts")
}

/// Fills in a file with pypdf. Gives what the filled file holds.
fn filled(file: &Path, target: &Path, values: &Value) -> Value {
    let mut script = Command::new(scripts().join("pdf-fill"));
    let mut child =
        script.arg(file).arg(target).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(values.to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "run scripts/pdf-check --install");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What poppler shows of a file.
fn shown(file: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(file).arg("-").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_form_is_read_with_each_place_to_fill_in_beside_what_is_asked() {
    insta::assert_snapshot!(read(&pdf::render(&support::form()).unwrap()).structure().outline());
}

#[test]
fn a_form_pastes_with_boxes_to_tick_and_nothing_where_a_text_goes() {
    insta::assert_snapshot!(text::render(&support::form()));
}

#[test]
fn a_form_that_is_filled_in_elsewhere_shows_and_holds_what_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let (form, answered) = (folder.path().join("form.pdf"), folder.path().join("answered.pdf"));
    let document = made(&example("it-system"), response_form::document, Language::Sv);
    std::fs::write(&form, pdf::render(&document).unwrap()).unwrap();
    let company = "Åkes IT & Ö-data AB, ”§ 4”";
    let faults = "Två kända brister: bilder saknar text, åtgärdas 2027-03-01 – se § 5.";
    let values = json!({
        "tenderer_name": company, "K1_answer": "/yes", "K2_answer": "/no", "K2_known_faults": faults,
    });
    let held = filled(&form, &answered, &values);
    let held = |name: &str| held[name]["value"].as_str().unwrap_or_default().to_owned();
    assert_eq!([held("tenderer_name"), held("K2_known_faults")], [company, faults]);
    assert_eq!([held("K1_answer"), held("K2_answer"), held("K3_answer")], ["/yes", "/no", "/Off"]);
    let shown = shown(&answered);
    assert!(shown.contains(company) && shown.contains(faults), "{shown}");
}

#[test]
fn each_field_is_heard_with_the_requirement_that_it_belongs_to() {
    let folder = tempfile::tempdir().unwrap();
    let (form, answered) = (folder.path().join("form.pdf"), folder.path().join("answered.pdf"));
    let document = made(&example("it-system"), response_form::document, Language::Sv);
    std::fs::write(&form, pdf::render(&document).unwrap()).unwrap();
    let held = filled(&form, &answered, &json!({}));
    let fields = held.as_object().unwrap();
    assert!(fields.values().all(|field| !field["tooltip"].as_str().unwrap_or_default().is_empty()));
    assert_eq!(fields["K2_known_faults"]["tooltip"], "K2 Digital tillgänglighet: Kända brister");
}
