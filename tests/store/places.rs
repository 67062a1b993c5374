//! Places that do not let themselves be written: read-only folders, full disks.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use domain::edit::{Edit, FactEdit};
use domain::refusal::{Kind, Refusal};
use rustix::thread::{CapabilitySet, CapabilitySets, set_capabilities};
use store::{Store, backup, project_file, write_whole};

use crate::support::{CATALOGUE, begun, names, stamp, told, told_folder};

/// Runs as an ordinary user meets the disk: root may write also where it is forbidden.
fn without_privileges<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let none = CapabilitySet::empty();
    let sets = CapabilitySets { effective: none, permitted: none, inheritable: none };
    std::thread::scope(|scope| {
        let worker = scope.spawn(|| {
            set_capabilities(None, sets).unwrap();
            work()
        });
        worker.join().unwrap()
    })
}

fn read_only() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    folder
}

fn files_in(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.collect()
}

#[test]
fn a_file_is_written_whole_and_replaced_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Krav.pdf");
    for bytes in ["ett", "två"] {
        write_whole(&path, bytes.as_bytes()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), bytes);
    }
    assert_eq!(files_in(folder.path()), ["Krav.pdf"]);
}

#[test]
fn what_a_killed_program_left_beside_a_file_goes_when_the_next_is_written_there() {
    let folder = tempfile::tempdir().unwrap();
    let [left, held, begun] =
        ["a", "b", "c"].map(|name| folder.path().join(format!(".samkrav-{name}.skrivs.tmp")));
    for (path, bytes) in [(&left, "halv"), (&held, "halv"), (&begun, "")] {
        fs::write(path, bytes).unwrap();
    }
    let writing = fs::File::options().write(true).open(&held).unwrap();
    writing.lock().unwrap();
    write_whole(&folder.path().join("Krav.pdf"), b"PDF").unwrap();
    assert_eq!([&left, &held, &begun].map(|path| path.exists()), [false, true, true]);
    drop(writing);
    write_whole(&folder.path().join("Krav.pdf"), b"PDF").unwrap();
    assert!(!held.exists());
}

#[test]
fn a_copy_that_a_killed_program_left_goes_at_the_next_start_and_one_that_is_open_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, _) = begun(&mut store);
    let open = backup::make(folder.path(), stamp(600).at).unwrap().unwrap().open().unwrap();
    let beside = || tempfile::Builder::new().prefix(".samkrav-").suffix(".tmp").tempdir().unwrap();
    let left = beside().keep();
    fs::write(left.join("i-bruk"), "i bruk").unwrap();
    fs::write(left.join("samkrav.sqlite"), "alla projekt").unwrap();
    let begun_now = beside();
    fs::write(begun_now.path().join("i-bruk"), "").unwrap();
    drop(store);
    Store::open(folder.path()).unwrap();
    assert!(!left.exists());
    assert!(begun_now.path().exists(), "another program has just made it, and is about to lock it");
    open.store().load(&id).unwrap();
}

#[test]
fn colleagues_can_read_what_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, plain) = (folder.path().join("ours"), folder.path().join("plain"));
    write_whole(&ours, b"").unwrap();
    fs::write(&plain, b"").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&ours), mode(&plain));
}

#[test]
fn a_link_is_followed() {
    let folder = tempfile::tempdir().unwrap();
    let (link, file) = (folder.path().join("länk"), folder.path().join("fil"));
    fs::write(&file, "gammal").unwrap();
    std::os::unix::fs::symlink("fil", &link).unwrap();
    write_whole(&link, b"ny").unwrap();
    assert!(link.is_symlink());
    assert_eq!(fs::read_to_string(&file).unwrap(), "ny");
}

#[test]
fn a_file_keeps_who_may_read_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Krav.pdf");
    fs::write(&path, b"").unwrap();
    for mode in [0o600, 0o664] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        write_whole(&path, b"PDF").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode);
    }
}

#[test]
fn a_read_only_file_is_said_and_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Krav.pdf");
    fs::write(&path, b"PDF").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let refusal = write_whole(&path, b"ny").unwrap_err();
    let said = format!("Filen {} går bara att läsa. Välj ett annat namn", path.display());
    assert!(refusal.to_string().starts_with(&said), "{refusal}");
    assert_eq!(fs::read(&path).unwrap(), b"PDF");
    assert_eq!(files_in(folder.path()), ["Krav.pdf"]);
}

#[test]
fn a_name_that_is_too_long_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let refusal = write_whole(&folder.path().join("å".repeat(200)), b"PDF").unwrap_err();
    assert_eq!(refusal.to_string(), "Så kan en fil inte heta. Välj ett kortare namn.");
    assert!(files_in(folder.path()).is_empty());
}

#[test]
fn a_read_only_folder_is_said_and_left_as_it_was() {
    let folder = read_only();
    let refusal = without_privileges(|| write_whole(&folder.path().join("Krav.pdf"), b"PDF")).unwrap_err();
    assert_eq!(refusal.kind, Kind::NotNow);
    let said = format!("Mappen {} går bara att läsa. Välj en annan mapp.", folder.path().display());
    assert_eq!(refusal.to_string(), said);
    assert!(files_in(folder.path()).is_empty());
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let refusal = write_whole(&folder.path().join("borta/Krav.pdf"), b"PDF").unwrap_err();
    let gone = folder.path().join("borta");
    let said = format!("Mappen {} finns inte. Skapa mappen eller välj en annan.", gone.display());
    assert_eq!(refusal.to_string(), said);
}

/// A folder that is there is not said to be gone, and a file without a name is not a folder.
#[test]
fn what_cannot_be_written_where_the_folder_is_there_is_said() {
    let nameless = write_whole(Path::new(""), b"PDF").unwrap_err();
    assert_eq!(nameless.to_string(), "Filen har inget namn. Ange vad filen ska heta.");
    #[cfg(target_os = "linux")]
    {
        let refusal = write_whole(Path::new("/proc/Krav.pdf"), b"PDF").unwrap_err().to_string();
        assert_eq!(refusal, "I mappen /proc går det inte att skriva. Välj en annan mapp.");
    }
}

#[test]
fn a_folder_is_not_taken_for_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let refusal = write_whole(folder.path(), b"PDF").unwrap_err();
    assert!(refusal.to_string().contains("är en mapp"), "{refusal}");
}

#[test]
fn a_store_in_a_read_only_folder_says_what_to_do() {
    let folder = read_only();
    let refusal = without_privileges(|| Store::open(folder.path())).err().unwrap();
    assert_eq!(refusal.kind, Kind::NotNow);
    let words = format!("Mappen {} går bara att läsa. Ändra mappens rättigheter", folder.path().display());
    assert!(refusal.to_string().starts_with(&words), "{refusal}");
}

#[test]
fn a_store_where_a_file_lies_says_what_to_do() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let refusal = Store::open(file.path()).err().unwrap();
    assert!(refusal.to_string().contains("är ingen mapp"), "{refusal}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_store_in_a_folder_that_cannot_be_made_says_how_another_is_named() {
    let refusal = Store::open(Path::new("/proc/samkrav")).err().unwrap().to_string();
    assert!(
        refusal.starts_with("Mappen /proc/samkrav går inte att använda. Ange en annan mapp"),
        "{refusal}"
    );
}

#[test]
fn a_right_that_is_lost_while_one_works_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let rights = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    rights(0o555);
    let (edited, backed_up) = without_privileges(|| {
        let edited = names(&mut store, &id, &head, "Medan mappen går att läsa");
        (edited, backup::make(folder.path(), stamp(600).at))
    });
    let refusal = backed_up.unwrap_err();
    assert!(refusal.to_string().contains("går bara att läsa"), "{refusal}");
    rights(0o755);
    let title = store.projects().unwrap().remove(0).title;
    assert_eq!(title == "Medan mappen går att läsa", edited.is_ok(), "what is said is what is so");
    let head = store.head(&id).unwrap();
    names(&mut store, &id, &head, "Efteråt").unwrap();
    backup::make(folder.path(), stamp(900).at).unwrap().unwrap();
}

/// A disk of half a megabyte where the machine lets one be made; else a limit on the size of every file, which the
/// system answers in another way but must have the same outcome.
const SMALL_DISK: &str = r#"
    folder=$1; shift
    if unshare --map-root-user --mount mount -t tmpfs -o size=64k none "$folder" 2>/dev/null; then
        exec unshare --map-root-user --mount sh -c 'mount -t tmpfs -o size=512k none "$0" && exec "$@"' "$folder" "$@"
    fi
    echo "no small disk can be made here: files are limited instead"
    trap "" XFSZ; ulimit -f 1024; exec "$@"
"#;

#[test]
fn a_full_disk_loses_nothing_that_was_saved() {
    println!("{}", fills(SMALL_DISK));
}

/// What is said where the disk is filled as the command has set it up.
fn fills(disk: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new("sh");
    command.args(["-c", disk, "sh"]).arg(folder.path()).arg(std::env::current_exe().unwrap());
    told(&mut command, "places::fills_the_disk", folder.path());
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said
}

/// A disk that lets no file grow further is answered by the system in another way than one that is full.
const SMALL_FILES: &str = r#"shift; trap "" XFSZ; ulimit -f 1024; exec "$@""#;

#[test]
fn a_file_that_may_not_grow_is_said_as_a_disk_that_is_full() {
    fills(SMALL_FILES);
}

#[test]
#[ignore = "is run by the tests above, on a small disk"]
fn fills_the_disk() {
    let folder = told_folder();
    let path = folder.join("Krav.pdf");
    write_whole(&path, b"old").unwrap();
    let mut store = Store::open(&folder).unwrap();
    let (saved, refusal) = edits_until_refused(&mut store);
    assert_eq!(refusal.kind, Kind::NotNow, "{refusal}");
    let words = refusal.to_string();
    assert!(words.starts_with("Disken är full") && words.contains("Frigör plats"), "{words}");
    let id = store.projects().unwrap().remove(0).id;
    assert_eq!(store.load(&id).unwrap().project.procurement.aim, saved);

    // Where files are limited and not the disk, the copy can have room that what it is a copy of has not.
    let made = backup::make(&folder, stamp(600).at);
    assert_eq!(backup::list(&folder).is_empty(), made.is_err(), "what is whole counts, and nothing else");
    if let Err(refusal) = made {
        assert!(refusal.to_string().starts_with("Disken är full."), "{refusal}");
    }
    let file = folder.join("P.samkrav");
    let refusal = project_file::write(&file, &store.project_file(&id).unwrap()).err();
    assert!(refusal.is_none() || !file.exists(), "{refusal:?}");

    let refusal = write_whole(&path, &vec![b'x'; 2 * 1024 * 1024]).unwrap_err();
    assert!(refusal.to_string().starts_with("Disken är full."), "{refusal}");
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert!(files_in(&folder).iter().all(|name| !name.contains(".tmp")), "no half file is left");

    drop(store);
    sets_no_half_database_aside(&folder);
}

fn sets_no_half_database_aside(folder: &Path) {
    let database = folder.join("samkrav.sqlite");
    // Where the disk was full when the database was closed, what was written last stands in the log.
    let _ = fs::remove_file(folder.join("samkrav.sqlite-wal"));
    let bytes = vec![b'x'; 100_000];
    fs::write(&database, &bytes).unwrap();
    // What is left of the disk is too little for a copy.
    let [room, filling] = ["plats", "fyllning"].map(|name| folder.join(name));
    fs::write(&room, &bytes[..20_000]).unwrap();
    fs::write(filling, vec![b'x'; 2 * 1024 * 1024]).unwrap_err();
    fs::remove_file(room).unwrap();
    // Where files are limited and not the disk, there is room.
    if let Err(refusal) = Store::open(folder) {
        assert!(refusal.to_string().starts_with("Disken är full"), "{refusal}");
        assert_eq!(fs::read(&database).unwrap(), bytes);
        let left = files_in(folder);
        assert!(left.iter().all(|name| !name.contains("skadad") && !name.contains(".tmp")), "{left:?}");
    }
}

/// The last aim that was saved, and what was said to the next.
fn edits_until_refused(store: &mut Store) -> (String, Refusal) {
    let (id, mut head) = begun(store);
    let mut saved = String::new();
    loop {
        let next = format!("{saved}{}", "åäö".repeat(1000));
        let edit = Edit::Fact(FactEdit::Aim(next.clone()));
        match store.edit(&id, &head, &edit, &CATALOGUE, &stamp(1)) {
            Ok(edited) => (head, saved) = (edited.revision.id, next),
            Err(refusal) => return (saved, refusal),
        }
    }
}
