//! What the officer has set for the program.

use documents::logo::Logo;
use domain::refusal::Refusal;

use super::places::{Ask, Place};
use crate::commands::start;
use crate::desk::Desk;
use crate::wire::settings::{MatchingLeadView, Setting, Settings, StandardsView};

/// What the officer has set.
pub fn settings(desk: &Desk) -> Result<Settings, Refusal> {
    Ok(desk.settings())
}

/// Sets one thing.
pub fn change_setting(desk: &Desk, setting: &Setting) -> Result<Settings, Refusal> {
    desk.set(|settings| setting.clone().set(settings))
}

/// What there is to choose among for the matching lead.
pub fn matching_leads(desk: &Desk) -> Result<Option<MatchingLeadView>, Refusal> {
    Ok(MatchingLeadView::of(&desk.catalogue(), desk.language()))
}

/// The values in the common terms that the authority can have a standard for, as a new project has them.
pub fn standards(desk: &Desk) -> Result<Vec<StandardsView>, Refusal> {
    let catalogue = desk.catalogue();
    desk.speak(&start::new(desk, "new".into())?, |speaker| StandardsView::all(&catalogue, speaker))
}

/// Asks which folder files are to be saved in. Nothing is set when the officer changed their mind.
pub async fn choose_export_folder(desk: &Desk, ask: &impl Ask) -> Result<Settings, Refusal> {
    match ask.which_folder(Place::folder(desk)).await {
        Some(folder) => change_setting(desk, &Setting::ExportFolder(Some(folder.display().to_string()))),
        None => settings(desk),
    }
}

/// Asks which folder backups are to be copied to, and makes one of its own in it: another computer's may lie there too.
/// Nothing is set when the officer changed their mind.
pub async fn choose_backup_folder(desk: &Desk, ask: &impl Ask) -> Result<Settings, Refusal> {
    let Some(folder) = ask.which_folder(Place::backup_folder(desk)).await else { return settings(desk) };
    let own = folder.join(format!("samkrav-{}", desk.stamp()?.project_id()));
    let set = change_setting(desk, &Setting::BackupFolder(Some(own.display().to_string())))?;
    desk.back_up()?;
    Ok(set)
}

/// Asks which picture is the authority's logo. Nothing is set when the officer changed their mind.
pub async fn choose_logo(desk: &Desk, ask: &impl Ask) -> Result<Settings, Refusal> {
    let Some(path) = ask.what_to_open(Place::logo(desk)).await else { return settings(desk) };
    let logo = Logo::read(&store::read_bytes(&path)?)?;
    desk.set(|settings| settings.authority.logo = Some(logo))
}

/// Takes the logo away.
pub fn remove_logo(desk: &Desk) -> Result<Settings, Refusal> {
    desk.set(|settings| settings.authority.logo = None)
}

/// Shows the window's content so much larger or smaller than the officer has set, in per cent.
pub fn zoom(desk: &Desk, percent: &u16) -> Result<(), Refusal> {
    let size = u32::from(desk.settings().text_size.percent()) * u32::from(*percent) / 100;
    if let Some(screen) = desk.screen() {
        screen.zooms(u16::try_from(size).unwrap_or(u16::MAX));
    }
    Ok(())
}

/// Closes the window.
pub fn quit(desk: &Desk) -> Result<(), Refusal> {
    if let Some(screen) = desk.screen() {
        screen.closes();
    }
    Ok(())
}
