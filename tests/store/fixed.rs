//! A fixed version: its documents are kept as they were made, and it is not undone.

use domain::edit::Edit;
use domain::fixed::FixedDocument;
use domain::refusal::Refusal;
use domain::review::finding::Severity;
use domain::text::Language;
use domain::undo::Way;
use store::{Edited, MadeDocument, Store, project_file};

use crate::schema::validator;
use crate::support::{CATALOGUE, begun, stamp, title};

/// What sha256sum says of "1.0 Sv".
const SUM_OF_THE_FIRST: &str = "cf732032d322dc48df10d23a9459cc4c8d1d3a78bec3d31df7e10d90b52507dc";

pub struct Officer {
    store: Store,
    last: Edited,
    now: i64,
    folder: tempfile::TempDir,
}

impl Officer {
    /// At a project with a requirement and no open Stop.
    fn with_a_requirement() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::at_work_in(Store::open(folder.path()).unwrap(), folder)
    }

    fn at_work_in(mut store: Store, folder: tempfile::TempDir) -> Self {
        let (id, head) = begun(&mut store);
        let edit = Edit::Choose { entry: "emp-study-visit".into() };
        let last = store.edit(&id, &head, &edit, &CATALOGUE, &stamp(1)).unwrap();
        let mut officer = Self { store, last, now: 1, folder };
        officer.clears_the_stops();
        officer
    }

    pub fn id(&self) -> domain::project::ProjectId {
        self.last.project.id.clone()
    }

    fn clears_the_stops(&mut self) {
        let findings = domain::assess::assess(&self.last.project, &CATALOGUE, stamp(0).day()).findings;
        for stop in findings.iter().filter(|finding| finding.severity == Severity::Stop) {
            let reason = "Prövat med upphandlingschefen inför beslutet.".to_owned();
            self.edits(&Edit::Override { finding: stop.key(), reason });
        }
    }

    fn edits(&mut self, edit: &Edit) {
        self.now += 1;
        let Edited { project, revision, .. } = &self.last;
        self.last = self.store.edit(&project.id, &revision.id, edit, &CATALOGUE, &stamp(self.now)).unwrap();
    }

    fn fixes(&mut self, version: &str) -> Result<(), Refusal> {
        self.now += 1;
        let made = [Language::Sv, Language::En].map(|language| MadeDocument {
            document: "specification".to_owned(),
            language,
            pdf: format!("{version} {language:?}").into_bytes(),
        });
        let Edited { project, revision, .. } = &self.last;
        let at = (&project.id, &revision.id);
        self.last = self.store.fix(at, version.parse().unwrap(), &made, &CATALOGUE, &stamp(self.now))?;
        Ok(())
    }

    fn document(&self, version: &str, language: Language) -> Option<Vec<u8>> {
        let version = version.parse().unwrap();
        self.store.fixed_document(&self.last.project.id, version, "specification", language).unwrap()
    }
}

/// An officer who has fixed a version in a folder.
pub fn fixed_in(folder: &std::path::Path) -> Officer {
    let mut officer = Officer::at_work_in(Store::open(folder).unwrap(), tempfile::tempdir().unwrap());
    officer.fixes("1.0").unwrap();
    officer
}

#[test]
fn the_documents_are_kept_as_they_were_made() {
    let mut officer = Officer::with_a_requirement();
    officer.fixes("1.0").unwrap();
    officer.edits(&title("En annan titel"));
    officer.fixes("2.0").unwrap();
    let reopened = Store::open(officer.folder.path()).unwrap();
    officer.store = reopened;
    assert_eq!(officer.document("1.0", Language::Sv).unwrap(), b"1.0 Sv");
    assert_eq!(officer.document("2.0", Language::En).unwrap(), b"2.0 En");
    assert_eq!(officer.document("3.0", Language::Sv), None);
    let [first, _] = &officer.last.project.fixed[..] else { panic!("two versions") };
    assert_eq!(first.documents[0].sha256, SUM_OF_THE_FIRST);
}

#[test]
fn a_refused_version_leaves_nothing() {
    let mut officer = Officer::with_a_requirement();
    officer.fixes("1.0").unwrap();
    assert!(officer.fixes("1.0").unwrap_err().to_string().contains("kommer inte efter"));
    assert_eq!(officer.document("1.0", Language::Sv).unwrap(), b"1.0 Sv");
    assert_eq!(officer.store.load(&officer.last.project.id).unwrap().project, officer.last.project);
}

#[test]
fn a_version_cannot_vouch_for_documents_that_are_not_kept() {
    let mut officer = Officer::with_a_requirement();
    let Edited { project, revision, .. } = &officer.last;
    let claimed = FixedDocument {
        document: "specification".to_owned(),
        language: Language::Sv,
        sha256: SUM_OF_THE_FIRST.to_owned(),
    };
    let edit = Edit::Fix { version: "1.0".parse().unwrap(), documents: vec![claimed] };
    let refused = officer.store.edit(&project.id, &revision.id, &edit, &CATALOGUE, &stamp(50)).unwrap_err();
    assert!(refused.to_string().contains("kontrollsummor"), "{refused}");
    assert_eq!(officer.store.load(&project.id).unwrap().project.fixed, []);
}

#[test]
fn what_is_fixed_is_not_undone_and_neither_is_what_came_before() {
    let mut officer = Officer::with_a_requirement();
    officer.fixes("1.0").unwrap();
    let id = officer.last.project.id.clone();
    assert_eq!(officer.store.steps(&id).unwrap().undo, None);
    officer.edits(&title("En annan titel"));
    let head = officer.last.revision.id.clone();
    let stepped = officer.store.step(&id, &head, Way::Undo, &CATALOGUE, &stamp(90)).unwrap();
    assert_eq!(stepped.edited.project.fixed.len(), 1);
    assert_eq!(officer.store.steps(&id).unwrap().undo, None);
}

#[test]
fn a_file_carries_what_was_fixed() {
    let mut officer = Officer::with_a_requirement();
    officer.fixes("1.0").unwrap();
    let file = officer.folder.path().join("P.samkrav");
    let project = officer.store.project_file(&officer.last.project.id).unwrap();
    project_file::write(&file, &project).unwrap();
    let written: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    let faults: Vec<String> = validator().iter_errors(&written).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(project_file::read(&file).unwrap().project.fixed, officer.last.project.fixed);
}

#[test]
fn a_file_without_notes_says_nothing_of_why_in_what_was_fixed_either() {
    let mut officer = Officer::with_a_requirement();
    officer.fixes("1.0").unwrap();
    let project = officer.last.project.clone();
    let set_aside = project.overrides.iter().map(|known| known.reason.as_str());
    let fixed = project.fixed[0].decisions.values().map(|decision| decision.reason.as_str());
    let notes: Vec<&str> = set_aside.chain(fixed).filter(|note| !note.is_empty()).collect();
    assert!(!project.overrides.is_empty() && !notes.is_empty());
    let file = officer.store.project_file(&project.id).unwrap();
    let text = project_file::to_text(&file.holding(project_file::Content::NoNotes, &CATALOGUE, &stamp(90)));
    assert_eq!(notes.into_iter().filter(|note| text.contains(*note)).collect::<Vec<_>>(), [""; 0]);
}
