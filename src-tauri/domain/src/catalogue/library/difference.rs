//! What a file changes in the catalogue, before it is taken in.

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::phrases::Phrases;
use crate::format;
use crate::text::Bilingual;

/// What is other in one catalogue than in another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// New.
    pub added: Vec<Arc<Entry>>,
    /// With other rules or words, as they become.
    pub changed: Vec<Arc<Entry>>,
    /// Kept, and no longer offered.
    pub withdrawn: Vec<Arc<Entry>>,
    /// No longer in the catalogue, as they were.
    pub removed: Vec<Arc<Entry>>,
    /// Switched off.
    pub switched_off: Vec<Arc<Entry>>,
    /// Offered again after having been switched off.
    pub switched_on: Vec<Arc<Entry>>,
    /// Whether thresholds are others.
    pub thresholds: bool,
}

impl Difference {
    /// What becomes other when `new` takes the place of `old`.
    pub fn between(old: &Catalogue, new: &Catalogue) -> Self {
        let mut difference = Self { thresholds: old.thresholds != new.thresholds, ..Self::default() };
        for (id, entry) in &new.entries {
            let before = old.entries.get(id);
            let off = [old, new].map(|catalogue| catalogue.switched_off.contains(id));
            match before {
                None => difference.added.push(Arc::clone(entry)),
                Some(before) if !before.is_withdrawn() && entry.is_withdrawn() => {
                    difference.withdrawn.push(Arc::clone(entry));
                }
                Some(before) if before != entry => difference.changed.push(Arc::clone(entry)),
                Some(_) => {}
            }
            match off {
                [false, true] => difference.switched_off.push(Arc::clone(entry)),
                [true, false] => difference.switched_on.push(Arc::clone(entry)),
                _ => {}
            }
        }
        let gone = old.entries.iter().filter(|(id, _)| !new.entries.contains_key(*id));
        difference.removed = gone.map(|(_, entry)| Arc::clone(entry)).collect();
        difference
    }

    /// What becomes other in each way, under its words: "Två krav är ändrade". Ways that nothing goes are left out.
    pub fn groups(&self, phrases: &Phrases) -> impl Iterator<Item = (Bilingual, &[Arc<Entry>])> {
        let groups = [
            ("added", &*self.added),
            ("changed", &self.changed),
            ("withdrawn", &self.withdrawn),
            ("removed", &self.removed),
            ("switched_off", &self.switched_off),
            ("switched_on", &self.switched_on),
        ];
        let groups = groups.into_iter().filter(|(_, entries)| !entries.is_empty());
        groups.map(|(key, entries)| (head(key, entries.len(), phrases), entries))
    }

    /// Whether nothing becomes other.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn head(key: &str, entries: usize, phrases: &Phrases) -> Bilingual {
    let word = |language| match u32::try_from(entries) {
        Ok(n @ 2..) => format::count(n.into(), language),
        _ => entries.to_string(),
    };
    let said = phrases.fill(&format!("window.library.{key}"), &[("n", Bilingual::each(word))]);
    Bilingual::each(|language| format::upper_first(said.of(language)))
}
