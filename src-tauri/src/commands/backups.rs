//! Backups: what they hold of a project, and a way back that changes nothing of what is here.

use domain::merge::Spoken;
use domain::project::ProjectId;
use domain::refusal::{Kind, Refusal};
use store::backup::Backup;

use crate::desk::Desk;
use crate::wire::backup::{BackupRow, BackupView, BackupsView};
use crate::wire::difference::DifferenceRow;
use crate::wire::project::ProjectView;
use crate::wire::refusal::RefusalView;

/// The backups that a project is in, the newest first, and what was found damaged.
pub fn backups(desk: &Desk, id: &ProjectId) -> Result<BackupsView, Refusal> {
    let here = desk.with_store(|store, _| store.changes(id))?;
    let row = |backup: &Backup| {
        let held = backup.changes(id).filter(|held| *held > 0)?;
        let changes = here.saturating_sub(held);
        Some(BackupRow { name: backup.name(), at: backup.at.to_string(), changes })
    };
    let language = desk.language();
    let damaged = desk.damaged_backups().iter().map(|refusal| RefusalView::of(refusal, language)).collect();
    Ok(BackupsView { rows: desk.backups().iter().filter_map(row).collect(), damaged })
}

/// What a backup holds of a project, against what is here now. It is opened, checked and read for that.
pub fn look_in_backup(desk: &Desk, id: &ProjectId, name: &str) -> Result<BackupView, Refusal> {
    let backup = checked(desk, name)?;
    let then = backup.open()?.store().load(id).map_err(not_in_it)?.project;
    let (catalogue, language, stamp) = (desk.catalogue(), desk.language(), desk.stamp()?);
    let now = desk.with_store(|store, _| store.load(id))?.project;
    let title = backup.title_of(&then, &catalogue, &stamp);
    let [then, now] = [then, now].map(|project| Spoken::of(project, &catalogue, stamp.day(), language));
    let differences = DifferenceRow::all(&then, &now);
    Ok(BackupView { name: backup.name(), at: backup.at.to_string(), title, differences })
}

/// Makes a project of its own of what a backup holds of one.
pub fn restore_backup(desk: &Desk, id: &ProjectId, name: &str) -> Result<ProjectView, Refusal> {
    let backup = checked(desk, name)?;
    let copy = desk.with_store(|store, stamp| store.restore(&backup, id, &desk.catalogue(), stamp))?;
    desk.open(&copy)
}

fn checked(desk: &Desk, name: &str) -> Result<Backup, Refusal> {
    desk.checked_backup(name)?.ok_or_else(|| {
        Refusal::new(
            Kind::NotFound,
            "Säkerhetskopian finns inte längre.",
            "The backup is not there any longer.",
        )
        .hint("Välj en annan.", "Choose another.")
    })
}

fn not_in_it(refusal: Refusal) -> Refusal {
    if refusal.kind != Kind::NotFound {
        return refusal;
    }
    Refusal::new(
        Kind::NotFound,
        "Projektet finns inte i den säkerhetskopian.",
        "The project is not in that backup.",
    )
    .hint("Välj en annan.", "Choose another.")
}
