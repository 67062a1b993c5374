//! Backups and earlier versions at the desk, without a window.

use domain::refusal::Kind;
use domain::revision::RevisionId;
use jiff::{SignedDuration, Timestamp};
use store::backup;
use tauri::async_runtime::block_on;
use tempfile::TempDir;

use crate::commands::{backups, project, settings, start};
use crate::desk::Desk;
use crate::desk_tests::{Answers, desk, kept, title, worked};
use crate::wire::backup::BackupRow;
use crate::wire::project::Edited;
use crate::wire::settings::Setting;
use crate::wire::start::Mark;

#[test]
fn a_backup_shows_what_it_holds_and_comes_back_as_a_project_of_its_own() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    desk.back_up().unwrap();
    let changed = kept(&desk, &view, &title("Städning i skolor"));
    let [row] = &backups::backups(&desk, &view.id).unwrap().rows[..] else { panic!("one backup") };
    let held = backups::look_in_backup(&desk, &view.id, &row.name).unwrap();
    let [difference] = &held.differences[..] else { panic!("{held:?}") };
    assert_eq!(difference.label, "Namn på upphandlingen");
    assert_eq!(difference.before.as_deref(), Some("Lokalvård i skolor"));
    assert_eq!(difference.after.as_deref(), Some("Städning i skolor"));
    assert!(held.title.starts_with("Lokalvård i skolor, kopia "), "{held:?}");

    let copy = backups::restore_backup(&desk, &view.id, &row.name).unwrap();
    assert_eq!((copy.title, copy.themes), (held.title, view.themes));
    assert_eq!(desk.open(&view.id).unwrap(), changed, "the one that is here is as it was");
}

#[test]
fn a_damaged_backup_does_not_count_and_one_that_is_gone_is_said() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let id = worked(&desk).id;
    desk.back_up().unwrap();
    let backup = desk.backups().remove(0);
    std::fs::write(&backup.path, "inte en databas ".repeat(500)).unwrap();
    assert!(backups::look_in_backup(&desk, &id, &backup.name()).is_err());
    std::fs::remove_file(&backup.path).unwrap();
    assert_eq!(backups::look_in_backup(&desk, &id, &backup.name()).unwrap_err().kind, Kind::NotFound);
}

#[test]
fn a_second_folder_gets_a_copy_of_each_backup_and_loses_what_is_deleted_for_good() {
    let home = TempDir::new().unwrap();
    let desk = desk(&home.path().join("data"));
    let id = worked(&desk).id;
    let stick = home.path().join("stick");
    let set = block_on(settings::choose_backup_folder(&desk, &Answers(Some(stick.clone())))).unwrap();
    let second = std::path::PathBuf::from(set.backup_folder.unwrap());
    assert!(second.starts_with(&stick) && second != stick, "its own folder: others may keep theirs beside");
    assert_eq!(std::fs::read_dir(&second).unwrap().count(), 1);

    std::fs::remove_dir_all(home.path().join("data/backups")).unwrap();
    let [row] = &backups::backups(&desk, &id).unwrap().rows[..] else {
        panic!("it is found in the second folder")
    };
    backups::look_in_backup(&desk, &id, &row.name).unwrap();
    assert!(backup_holds(&second, "Lokalvård i skolor"));
    start::mark_project(&desk, &id, &Mark::Removed, &true).unwrap();
    std::fs::rename(&stick, home.path().join("urdragen")).unwrap();
    let refused = start::erase_project(&desk, &id, &[]).unwrap_err();
    assert!(refused.to_string().contains("går inte att nå"), "{refused}");
    // A disk that is not connected can leave the empty folder that it is shown in.
    std::fs::create_dir_all(&second).unwrap();
    assert_eq!(start::erase_project(&desk, &id, &[]).unwrap_err(), refused);
    std::fs::remove_dir_all(&stick).unwrap();
    std::fs::rename(home.path().join("urdragen"), &stick).unwrap();
    start::erase_project(&desk, &id, &[]).unwrap();
    assert!(!backup_holds(&second, "Lokalvård i skolor"));
}

#[test]
fn a_copy_that_rots_in_either_folder_is_made_again_of_the_other_and_said() {
    let home = TempDir::new().unwrap();
    let desk = desk(&home.path().join("data"));
    let view = worked(&desk);
    let second = home.path().join("stick");
    settings::change_setting(&desk, &Setting::BackupFolder(Some(second.display().to_string()))).unwrap();
    let looked_through = || {
        desk.back_up().unwrap();
        desk.back_up().unwrap();
    };
    looked_through();
    let said = |desk: &Desk| backups::backups(desk, &view.id).unwrap().damaged;
    assert_eq!(said(&desk), []);

    let [here, away] = [home.path().join("data/backups"), second.clone()]
        .map(|folder| backup::list_in(&folder).remove(0).path);
    let whole = std::fs::read(&here).unwrap();
    for (rotten, folder) in [(&away, &second), (&here, &home.path().join("data/backups"))] {
        std::fs::write(rotten, [&whole[..5000], &[b'x'; 3000], &whole[8000..]].concat()).unwrap();
        // The officer sees what the whole one holds, also before anyone has looked.
        let row = backups::backups(&desk, &view.id).unwrap().rows.remove(0);
        assert_eq!(backups::look_in_backup(&desk, &view.id, &row.name).unwrap().differences, []);
        let next = Desk::new(home.path().join("data"), || Ok(store::clock::moment())).unwrap();
        next.back_up().unwrap();
        next.back_up().unwrap();
        assert!(std::fs::read(rotten).unwrap() == whole);
        let [found] = &said(&next)[..] else { panic!("one was damaged") };
        let folder = folder.display().to_string();
        assert!(found.text.contains(&folder) && found.text.contains("gjord på nytt av en hel"), "{found:?}");
    }

    // Neither is whole: that is said, and nothing is taken away.
    for rotten in [&here, &away] {
        std::fs::write(rotten, "inte en databas ".repeat(500)).unwrap();
    }
    let next = Desk::new(home.path().join("data"), || Ok(store::clock::moment())).unwrap();
    (0..4).for_each(|_| next.back_up().unwrap());
    let found = said(&next);
    assert!(found.len() == 2 && found.iter().all(|found| found.text.contains("räknas inte")), "{found:?}");
}

#[test]
fn backups_stand_in_the_order_of_what_is_in_them_and_are_named_by_the_real_clock() {
    let home = TempDir::new().unwrap();
    let desk = desk(&home.path().join("data"));
    let view = worked(&desk);
    let second = home.path().join("stick").display().to_string();
    settings::change_setting(&desk, &Setting::BackupFolder(Some(second))).unwrap();
    let ahead: Timestamp = "2999-01-01T00:00:00Z".parse().unwrap();
    backup::make(desk.folder(), ahead).unwrap().unwrap();
    kept(&desk, &view, &title("Städning i skolor"));
    let before = store::clock::moment();
    desk.back_up().unwrap();
    let made: Vec<Timestamp> = desk.backups().iter().map(|backup| backup.at).collect();
    assert!(made.len() == 2 && made[1] == ahead, "one that lies in both folders is told once: {made:?}");
    assert!(made[0].duration_since(before) > SignedDuration::from_secs(-1) && made[0] < ahead, "{made:?}");
    let changes = |rows: Vec<BackupRow>| rows.into_iter().map(|row| row.changes).collect::<Vec<_>>();
    assert_eq!(changes(backups::backups(&desk, &view.id).unwrap().rows), [0, 1]);
}

#[test]
fn damaged_files_are_named_before_a_project_is_deleted_for_good_with_them() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let id = worked(&desk).id;
    let aside = home.path().join("samkrav-skadad-1.sqlite");
    std::fs::write(&aside, "Lokalvård i skolor").unwrap();
    start::mark_project(&desk, &id, &Mark::Removed, &true).unwrap();
    assert_eq!(start::erase_project(&desk, &id, &[]).unwrap_err().kind, Kind::NotNow);
    let damaged = start::damaged_files(&desk).unwrap();
    assert_eq!(damaged, [aside.display().to_string()]);
    start::erase_project(&desk, &id, &damaged).unwrap();
    assert!(!aside.exists());
}

fn backup_holds(folder: &std::path::Path, text: &str) -> bool {
    let holds = |bytes: Vec<u8>| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    std::fs::read_dir(folder).unwrap().any(|entry| holds(std::fs::read(entry.unwrap().path()).unwrap()))
}

#[test]
fn a_backup_that_cannot_be_made_is_said_on_the_start_page() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    worked(&desk);
    let file = home.path().join("ingen mapp");
    std::fs::write(&file, "").unwrap();
    let folder = Some(file.join("samkrav").display().to_string());
    settings::change_setting(&desk, &Setting::BackupFolder(folder)).unwrap();
    assert!(desk.back_up().is_err());
    assert!(start::start_view(&desk).unwrap().unbacked.is_some());
    settings::change_setting(&desk, &Setting::BackupFolder(None)).unwrap();
    desk.back_up().unwrap();
    assert_eq!(start::start_view(&desk).unwrap().unbacked, None);
}

#[test]
fn a_first_start_is_backed_up_as_any_other_and_a_database_that_goes_later_is_missed() {
    let home = TempDir::new().unwrap();
    let desk = desk(&home.path().join("samkrav"));
    desk.back_up().unwrap();
    assert_eq!(start::start_view(&desk).unwrap().unbacked, None);
    worked(&desk);
    std::fs::remove_dir_all(home.path().join("samkrav")).unwrap();
    let refused = desk.back_up().unwrap_err();
    assert!(refused.to_string().starts_with("Det finns ingen databas i "), "{refused}");
}

#[test]
fn an_earlier_version_is_compared_named_and_brought_back_as_a_change_of_its_own() {
    let home = TempDir::new().unwrap();
    let desk = desk(home.path());
    let view = worked(&desk);
    let changed = kept(&desk, &view, &title("Städning i skolor"));
    let labels = |before: &RevisionId, after: &Option<RevisionId>| {
        let rows = project::compare_versions(&desk, &view.id, before, after).unwrap();
        rows.into_iter().map(|row| (row.label, row.before, row.after)).collect::<Vec<_>>()
    };
    let difference = |before: &str, after: &str| {
        vec![("Namn på upphandlingen".to_owned(), Some(before.to_owned()), Some(after.to_owned()))]
    };
    assert_eq!(labels(&view.head, &None), difference("Lokalvård i skolor", "Städning i skolor"));
    assert_eq!(
        labels(&changed.head, &Some(view.head.clone())),
        difference("Städning i skolor", "Lokalvård i skolor")
    );
    let named = project::name_version(&desk, &view.id, &view.head, "Skickad på remiss").unwrap();
    assert_eq!(named[1].name.as_deref(), Some("Skickad på remiss"));

    let back = project::bring_back(&desk, &view.id, &changed.head, &view.head).unwrap();
    let Edited::Kept { project: now, words } = back else { panic!("nobody else has changed it") };
    assert_eq!(
        (&*now.title, &*words),
        ("Lokalvård i skolor", "Tillbaka till en tidigare version: Skickad på remiss")
    );
    assert_eq!(project::history(&desk, &view.id).unwrap().len(), named.len() + 1, "nothing is erased");
    let stale = project::bring_back(&desk, &view.id, &changed.head, &view.head).unwrap();
    assert!(matches!(stale, Edited::Stale { .. }));
}

#[test]
fn what_another_window_has_changed_is_seen() {
    let home = TempDir::new().unwrap();
    let (mine, theirs) = (desk(home.path()), desk(home.path()));
    let view = worked(&mine);
    assert_eq!(project::changed_elsewhere(&mine, &view.id, &view.head).unwrap(), None);
    let changed = kept(&theirs, &theirs.open(&view.id).unwrap(), &title("Från det andra fönstret"));
    assert_eq!(project::changed_elsewhere(&mine, &view.id, &view.head).unwrap(), Some(changed));
}

#[test]
fn nothing_is_deleted_for_good_while_it_is_not_known_where_backups_lie() {
    let home = TempDir::new().unwrap();
    let begun = desk(home.path());
    let id = worked(&begun).id;
    start::mark_project(&begun, &id, &Mark::Removed, &true).unwrap();
    std::fs::write(home.path().join("settings.json"), "{\"backupFolder\": \"/media/sti").unwrap();
    let desk = Desk::new(home.path().to_owned(), || Ok(store::clock::moment())).unwrap();
    let refused = start::erase_project(&desk, &id, &[]).unwrap_err().to_string();
    assert!(
        refused.contains("settings.json går inte att läsa") && refused.contains("Inställningar"),
        "{refused}"
    );
    assert_eq!(start::start_view(&desk).unwrap().projects.len(), 1);
    settings::change_setting(&desk, &Setting::Officer("Karin".into())).unwrap();
    assert_eq!(start::erase_project(&desk, &id, &[]).unwrap().projects, []);
}
