//! Project files that come in: what one holds is shown first, and nothing is changed before the officer has said what is
//! to be done with it.

use std::path::Path;

use domain::merge::Choices;
use domain::project::ProjectId;
use domain::refusal::{Kind, Refusal};
use store::{Stamp, Store};

use super::places::{Ask, Place};
use crate::desk::Desk;
use crate::tray::{self, Received};
use crate::wire::project::ProjectView;
use crate::wire::receive::{DamagedView, FileView, KnownProject, ReceivedView, Way};

/// Asks which project files, and shows what the first holds. Nothing when the officer changed their mind; what lay there to
/// be opened still does.
pub async fn choose_project_file(desk: &Desk, ask: &impl Ask) -> Result<Option<FileView>, Refusal> {
    let place = Place::project_file("window.file.open_project", "", desk);
    let chosen = ask.which_to_open(place).await;
    if chosen.is_empty() {
        return Ok(None);
    }
    desk.ask_for_first(chosen);
    look_at_asked_file(desk)
}

/// Shows what the next project file holds of those that were chosen, that the program was started with or that were dropped
/// on the window; nothing when there is none. Each is asked for once, and lies there until what is kept can be used.
pub fn look_at_asked_file(desk: &Desk) -> Result<Option<FileView>, Refusal> {
    let Some((path, left)) = desk.next_asked() else { return Ok(None) };
    let seen = look_at(desk, &path, left);
    if seen.is_err() && desk.with_store(|_, _| Ok(())).is_err() {
        desk.ask_for_first(vec![path]);
    }
    seen.map(Some)
}

/// Shows what the project file holds that was shown last, with what the officer has chosen.
pub fn look_at_file(desk: &Desk, choices: &Choices) -> Result<ReceivedView, Refusal> {
    shown(desk, desk.received()?, choices)
}

/// Does with the project file that was shown last what the officer says.
pub fn take_in_file(desk: &Desk, way: &Way, choices: &Choices) -> Result<ProjectView, Refusal> {
    let received = desk.received()?;
    let id = desk.with_store(|store, stamp| match way {
        Way::Open => {
            store.receive(&received.file, &desk.catalogue(), stamp)?;
            Ok(received.file.project.id.clone())
        }
        Way::Copy => store.open_as_copy((*received.file).clone(), &desk.catalogue(), stamp),
        Way::Merge => merged(desk, store, stamp, &received, choices),
    })?;
    desk.open(&id)
}

/// Merges the file into the project that it was shown beside.
fn merged(
    desk: &Desk,
    store: &mut Store,
    stamp: &Stamp,
    Received { file, beside, .. }: &Received,
    choices: &Choices,
) -> Result<ProjectId, Refusal> {
    let id = &file.project.id;
    let Some(head) = beside.as_ref().filter(|head| store.head(id).is_ok_and(|now| now == **head)) else {
        return Err(changed_since());
    };
    store.merge((id, head), file, choices, &desk.catalogue(), stamp)?;
    Ok(id.clone())
}

/// What a file holds, or that it is damaged. One among several that cannot be read does not stand in the way of the others.
fn look_at(desk: &Desk, path: &Path, left: usize) -> Result<FileView, Refusal> {
    match Received::read(path, left) {
        Ok(received) => {
            let file = shown(desk, received, &Choices::default())?;
            Ok(FileView::Held { file: Box::new(file) })
        }
        Err(refusal) if refusal.kind == Kind::BadInput || left > 0 => Ok(FileView::Damaged {
            file: DamagedView::of(tray::name(path), &refusal, known_in(desk, path)?, left, desk.language()),
        }),
        Err(refusal) => Err(refusal),
    }
}

/// Lays a file beside the project here that it is a copy of, and remembers which version of it the officer sees.
fn shown(desk: &Desk, received: Received, choices: &Choices) -> Result<ReceivedView, Refusal> {
    let file = (*received.file).clone();
    let (arrival, removed, today) = desk.with_store(|store, stamp| {
        let id = file.project.id.clone();
        let is_removed = |row: &store::ProjectRow| row.id == id && row.marks.removed.is_some();
        let removed = store.projects()?.iter().any(is_removed);
        Ok((store.arrival(file)?, removed, stamp.day()))
    })?;
    let beside = arrival.as_ref().map(|arrival| arrival.here.head.clone());
    let catalogue = desk.catalogue();
    let language = desk.language();
    let view = match arrival {
        None => ReceivedView::new(&received),
        Some(arrival) => {
            ReceivedView::beside(&received, arrival, removed, choices, (&catalogue, today, language))
        }
    };
    desk.lay_out(Received { beside, ..received });
    Ok(view)
}

/// The project here whose id stands in a file that cannot be read.
fn known_in(desk: &Desk, path: &Path) -> Result<Option<KnownProject>, Refusal> {
    let text = store::read_bytes(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let text = text.unwrap_or_default();
    let rows = desk.with_store(|store, _| store.projects())?;
    let known = rows.into_iter().find(|row| text.contains(row.id.as_str()));
    Ok(known.map(|row| KnownProject { id: row.id, title: row.title }))
}

fn changed_since() -> Refusal {
    Refusal::new(
        Kind::NotNow,
        "Projektet ändrades medan du såg på filen. Inget är ihopslaget.",
        "The project was changed while you looked at the file. Nothing has been merged.",
    )
    .hint(
        "Nu visas det som det är. Se igenom det och slå ihop igen.",
        "Now it is shown as it is. Look through it and merge again.",
    )
}
