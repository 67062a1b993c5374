//! A second start that comes before there is a desk: the first one is still reading the catalogue.

use std::path::PathBuf;
use std::sync::Mutex;

use crate::desk::{Desk, lock};

/// Where files of a second start are laid: on the desk, or kept until there is one.
#[derive(Default)]
pub struct Early(Mutex<Place>);

#[derive(Default)]
struct Place {
    desk: Option<Desk>,
    kept: Vec<PathBuf>,
}

impl Early {
    /// Lays files of a second start out to be opened, and says how many lie on the desk then.
    pub fn ask_for(&self, files: Vec<PathBuf>) -> usize {
        let mut place = lock(&self.0);
        if let Some(desk) = &place.desk {
            return desk.ask_for(files);
        }
        place.kept.extend(files);
        0
    }

    /// Lays on the desk, which is ready, the files of the first start, and after them what has been kept.
    pub fn lay_on(&self, desk: &Desk, files: Vec<PathBuf>) {
        let mut place = lock(&self.0);
        desk.ask_for(files);
        desk.ask_for(std::mem::take(&mut place.kept));
        place.desk = Some(desk.clone());
    }
}
