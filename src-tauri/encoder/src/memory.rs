//! What has been read is not read again: at an edit all wordings but one are as they were.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What was read: what it is for, its pieces, and where its sentences begin and end.
pub type Key = (Vec<Option<u8>>, Vec<u32>, Vec<usize>);

/// So much is kept at most; then all is let go.
const MOST: usize = 4096;

/// What came of what was read.
#[derive(Default)]
pub struct Memory(Mutex<HashMap<Key, Arc<Vec<f32>>>>);

impl Memory {
    /// What came of it before, or else what comes of it now.
    pub fn recall(&self, key: Key, read: impl FnOnce() -> Vec<f32>) -> Arc<Vec<f32>> {
        if let Some(known) = self.lock().get(&key) {
            return Arc::clone(known);
        }
        let new = Arc::new(read());
        let mut known = self.lock();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, Arc::clone(&new));
        new
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Key, Arc<Vec<f32>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
