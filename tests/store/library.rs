//! What the user has imported beside the catalogue that is built in.

use std::fs;

use domain::catalogue::library::{FileKind, Library};
use domain::refusal::Kind;
use store::{Store, catalogue_file, library_in};

use crate::support::{older, stamp};

#[test]
fn the_last_file_of_a_kind_holds_and_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    assert_eq!(store.library().unwrap(), Library::default());
    store.import(FileKind::Own, "första", &stamp(0)).unwrap();
    store.import(FileKind::Edition, "utgåva", &stamp(1)).unwrap();
    store.import(FileKind::Own, "andra", &stamp(2)).unwrap();
    let holds = |edition: Option<&str>, own: Option<&str>| Library {
        edition: edition.map(str::to_owned),
        own: own.map(str::to_owned),
    };
    assert_eq!(store.library().unwrap(), holds(Some("utgåva"), Some("andra")));
    assert_eq!(
        library_in(folder.path()).unwrap(),
        holds(Some("utgåva"), Some("andra")),
        "another program reads it"
    );
    store.take_back(FileKind::Own).unwrap();
    assert_eq!(store.library().unwrap(), holds(Some("utgåva"), Some("första")));
    store.take_back(FileKind::Own).unwrap();
    assert_eq!(store.take_back(FileKind::Own).unwrap_err().kind, Kind::NotFound);
    assert_eq!(store.library().unwrap(), holds(Some("utgåva"), None));
}

#[test]
fn to_look_for_a_library_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let none = folder.path().join("ingen");
    assert_eq!(library_in(&none).unwrap(), Library::default());
    assert!(!none.exists());
    fs::write(folder.path().join("samkrav.sqlite"), "inte en databas ".repeat(100)).unwrap();
    assert_eq!(library_in(folder.path()).unwrap_err().kind, Kind::Broken);
}

#[test]
fn a_database_from_before_there_were_libraries_gets_one_and_keeps_its_projects() {
    let folder = tempfile::tempdir().unwrap();
    let (project, head) = older(folder.path(), 1);
    assert_eq!(library_in(folder.path()).unwrap(), Library::default());
    let mut store = Store::open(folder.path()).unwrap();
    assert_eq!(store.load(&project.id).unwrap().head, head);
    store.import(FileKind::Own, "egen", &stamp(0)).unwrap();
}

#[test]
fn a_file_is_read_no_further_than_it_may_be_large() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("stor.toml");
    fs::File::create(&path).unwrap().set_len(100 * 1024 * 1024).unwrap();
    let faults = catalogue_file::read_file(&path).unwrap().unwrap_err();
    assert_eq!(faults[0].to_string(), "stor.toml: filen är större än 8 MB");
    let missing = catalogue_file::read_file(&folder.path().join("ingen.toml")).unwrap_err();
    assert_eq!(missing.kind, Kind::NotFound);
}
