//! An independent checker reads the real files: qpdf their syntax, veraPDF's engine PDF/UA-1 and PDF/A-2a.

use crate::logo::with_logo;
use crate::support;
use documents::model::{Document, Requirement, Section, Status};
use documents::pdf;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const NOT_INSTALLED: &str = "run scripts/pdf-check --install";

/// Runs the checker on all files at once, since most of its time is the start of Java.
fn check(files: &[PathBuf]) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/pdf-check");
    let output = Command::new(script).args(files).output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stderr).contains(NOT_INSTALLED), "{NOT_INSTALLED}");
    output
}

/// Documents that the page has to cope with.
fn trials() -> Vec<(&'static str, Document)> {
    let english = |status| support::english::specification(status, "2026-12-11");
    let odd = "A\u{7}B سلام 👩\u{200d}🔧 a\u{301} <b>&amp; ﬁ \u{fffe} \u{ffff}";
    let pasted = "å".repeat(40_000);
    let long_duty = "Leverantören ska rapportera. ".repeat(400);
    let broken = Requirement::new("K1", "Lång").duty(long_duty.as_str()).fact("Bevis", long_duty.as_str());
    vec![
        ("svensk, fastställd", support::specification()),
        ("svensk, utkast", support::draft()),
        ("engelsk, fastställd", english(Status::fixed("1.0"))),
        ("engelsk, utkast", english(Status::draft("0.2"))),
        ("lång", support::long(12)),
        ("över sidor", support::saying("Prov", Section::new("1", "Villkor").requirement(broken))),
        (
            "tecken",
            support::saying(
                odd,
                Section::new("1", odd).paragraph(odd).requirement(Requirement::new(odd, odd).duty(odd)),
            ),
        ),
        ("lång titel", support::saying(&pasted, Section::new("1", &pasted).paragraph(pasted.as_str()))),
        ("formulär", support::form()),
        ("logotyp", with_logo(support::specification())),
        ("logotyp i broschyr", with_logo(support::form())),
        ("tom", support::saying("", Section::new("", ""))),
    ]
}

/// The specification with one thing taken out of its catalogue.
fn without(key: &[u8]) -> Vec<u8> {
    let mut file = lopdf::Document::load_mem(&pdf::render(&support::specification()).unwrap()).unwrap();
    file.catalog_mut().unwrap().remove(key).unwrap();
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).unwrap();
    bytes
}

#[test]
fn documents_conform_and_the_checker_tells_those_that_do_not() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(format!("{name}.pdf"));
        fs::write(&path, bytes).unwrap();
        path
    };
    let trials = trials().into_iter().map(|(name, document)| write(name, &pdf::render(&document).unwrap()));
    let made = support::project::PRINTED.iter().map(|one| write(&one.name, &one.pdf));
    let mut files: Vec<PathBuf> = trials.chain(made).collect();
    let wrong = ["StructTreeRoot", "Metadata", "OutputIntents", "Lang"];
    files.extend(wrong.map(|key| write(&format!("without {key}"), &without(key.as_bytes()))));
    let output = check(&files);
    let report = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{report}{}", String::from_utf8_lossy(&output.stderr));
    let failed: Vec<&str> = report.lines().filter(|line| !line.contains("/without ")).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    for key in wrong {
        assert!(
            report.lines().any(|line| line.contains(&format!("/without {key}.pdf"))),
            "{key} is not missed:\n{report}"
        );
    }
}
