//! A backup rots where it lies, as any file does. So each is looked through now and then, and one that is found damaged is
//! made again of the same in the other folder.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use domain::refusal::{Kind, Refusal};
use jiff::tz::TimeZone;

use super::{Backup, FOLDER, check, erase, named_with};
use crate::database::FILE;
use crate::trouble;
use crate::whole::{self, hold_folder};

/// The backups that have been looked through.
#[derive(Default)]
pub struct Looked(HashSet<PathBuf>);

/// A backup that was found damaged.
pub struct Rotten {
    backup: Backup,
    made_again: bool,
}

impl Looked {
    /// Looks through the newest backup that has not been looked through, in `folder` or in a second one, and hands it back when
    /// it is damaged. One at a time, since all of it is read.
    pub fn look_at_one(&mut self, folder: &Path, second: Option<&Path>) -> Option<Rotten> {
        // What is deleted for good is not copied at the same moment.
        let _held = hold_folder(&folder.join(FOLDER).join(FILE));
        let all: Vec<Backup> = named_with(folder, second).collect();
        let next = all.iter().filter(|backup| !self.0.contains(&backup.path)).max_by_key(|backup| backup.at);
        let backup = next?.clone();
        self.0.insert(backup.path.clone());
        let counts = match check::check(&backup.path) {
            Ok(harm) if harm.is_none() => return None,
            Ok(_) => true,
            Err(refusal) if refusal.kind == Kind::Broken => false,
            // It cannot be read now, which says nothing about what is in it.
            Err(_) => return None,
        };
        let same = all.iter().filter(|other| other.at == backup.at && other.path != backup.path);
        let made_again =
            same.filter(|other| other.worth().is_whole()).any(|other| backup.is_made_of(other, folder));
        (made_again || !counts).then_some(Rotten { backup, made_again })
    }
}

impl Backup {
    /// Writes it anew with what is in another, when that can be done; without what has been deleted for good since.
    fn is_made_of(&self, other: &Self, folder: &Path) -> bool {
        let made = || -> Result<bool, Refusal> {
            let home = whole::folder_of(&self.path);
            let copy = whole::beside(home).map_err(|error| trouble::folder(home, &error))?.into_temp_path();
            let read = |path| fs::read(path).map_err(|error| trouble::cannot_read(path, &error));
            whole::write_whole(&copy, &read(&other.path)?)?;
            erase::leave_out_erased(&copy, folder)?;
            whole::write_whole(&self.path, &read(&copy)?)?;
            Ok(check::check(&self.path)?.is_none())
        };
        made().unwrap_or(false)
    }
}

impl Rotten {
    /// Says what is so and what has been done about it; nothing when it has been taken away since.
    pub fn told(&self) -> Option<Refusal> {
        self.backup.path.exists().then(|| self.words())
    }

    fn words(&self) -> Refusal {
        let at = self.backup.at.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M");
        let folder = whole::folder_of(&self.backup.path).display();
        let (sv, en) = if self.made_again {
            (
                "var skadad och är gjord på nytt av en hel",
                "was damaged, and has been made again of a whole one",
            )
        } else {
            ("är skadad och räknas inte", "is damaged and does not count")
        };
        Refusal::new(
            Kind::Broken,
            format!("Säkerhetskopian från {at} i mappen {folder} {sv}."),
            format!("The backup of {at} in the folder {folder} {en}."),
        )
        .hint(
            "Händer det igen kan det vara fel på disken. Välj då en annan mapp i Inställningar.",
            "If it happens again, there may be something wrong with the disk. Choose another folder in Settings then.",
        )
    }
}
