//! Projects that leave as files, many at once.

use std::fs;
use std::path::Path;

use domain::project::ProjectId;
use domain::refusal::{Kind, Refusal};
use store::Store;
use store::project_file::{self, Content};

use crate::support::{begun, names, stamp};

fn sends(store: &Store, id: &ProjectId, folder: &Path, content: Content) -> Result<String, Refusal> {
    let path = store.send(id, folder, content, "Upphandling", &stamp(60))?;
    Ok(path.file_name().unwrap().to_string_lossy().into_owned())
}

/// A store with a project of that title, and a folder to send to.
fn at_work(title: &str) -> (Store, ProjectId, [tempfile::TempDir; 2]) {
    let folders = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let mut store = Store::open(folders[0].path()).unwrap();
    let (id, head) = begun(&mut store);
    names(&mut store, &id, &head, title).unwrap();
    (store, id, folders)
}

#[test]
fn each_project_is_a_file_of_its_own_and_nothing_is_written_over() {
    let (mut store, id, [_home, folder]) = at_work("Städning: skolor/förskolor");
    let folder = folder.path();
    let (other, head) = begun(&mut store);
    names(&mut store, &other, &head, "Städning: skolor/förskolor").unwrap();
    assert_eq!(sends(&store, &id, folder, Content::All).unwrap(), "Städning skolor förskolor.samkrav");
    assert_eq!(sends(&store, &other, folder, Content::All).unwrap(), "Städning skolor förskolor 2.samkrav");
    assert_eq!(
        sends(&store, &id, folder, Content::All).unwrap(),
        "Städning skolor förskolor.samkrav",
        "the very same"
    );
    fs::write(folder.join("Städning skolor förskolor.samkrav"), "Mitt eget").unwrap();
    assert_eq!(sends(&store, &id, folder, Content::All).unwrap(), "Städning skolor förskolor 3.samkrav");
    assert_eq!(fs::read(folder.join("Städning skolor förskolor.samkrav")).unwrap(), "Mitt eget".as_bytes());
    let read = project_file::read(&folder.join("Städning skolor förskolor 3.samkrav")).unwrap();
    assert_eq!(read, store.project_file(&id).unwrap());
    assert_eq!(fs::read_dir(folder).unwrap().count(), 3, "nothing half is left");
}

#[test]
fn a_project_without_a_name_gets_one_and_a_title_leads_nowhere_else() {
    let (store, id, [_home, folder]) = at_work("");
    assert_eq!(sends(&store, &id, folder.path(), Content::All).unwrap(), "Upphandling.samkrav");
    let (store, id, [_home, folder]) = at_work("../../hem");
    assert_eq!(sends(&store, &id, folder.path(), Content::NoNotes).unwrap(), "hem.samkrav");
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let (store, id, [_home, folder]) = at_work("Städning");
    let refusal = sends(&store, &id, &folder.path().join("borta"), Content::All).unwrap_err();
    assert_eq!(refusal.kind, Kind::NotNow);
    assert!(refusal.to_string().contains("finns inte. Skapa mappen eller välj en annan."), "{refusal}");
}
