//! The pages of documents as pictures, for the window: `page://localhost/<stamp>/<page>/<scale>`.
//!
//! Made from the finished file, so that what is seen is what is printed.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

/// So many finished documents are kept: both languages, now and before the last edit.
const DOCUMENTS: usize = 4;
/// So many pictures are kept, about 150 kB each.
const PICTURES: usize = 80;
/// Dots an inch on a screen against points an inch on paper, at 100 per cent.
const SCREEN: f32 = 96.0 / 72.0;

/// What a picture shows: a page, from 1, at a scale in per cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    stamp: String,
    page: usize,
    scale: u16,
}

impl Wanted {
    /// Reads an address: `<stamp>/<page>/<scale>`, in which the slashes may be written as %2F.
    pub fn read(path: &str) -> Option<Self> {
        let path = path.trim_start_matches('/').replace("%2F", "/");
        let (rest, scale) = path.rsplit_once('/')?;
        let (stamp, page) = rest.rsplit_once('/')?;
        let scale: u16 = scale.parse().ok().filter(|scale| (10..=400).contains(scale))?;
        Some(Self { stamp: stamp.to_owned(), page: page.parse().ok()?, scale })
    }
}

/// Finished documents by stamp, and pictures of their pages.
#[derive(Default)]
pub struct Pages {
    documents: Mutex<Latest<String, Vec<u8>>>,
    pictures: Mutex<Latest<Wanted, Vec<u8>>>,
}

impl Pages {
    /// Keeps a finished document.
    pub fn keep(&self, stamp: &str, pdf: Vec<u8>) {
        with(&self.documents, |documents| documents.put(stamp.to_owned(), Arc::new(pdf), DOCUMENTS));
    }

    /// The picture of a page as PNG; nothing when the document or the page is not here.
    pub fn picture(&self, wanted: &Wanted) -> Option<Arc<Vec<u8>>> {
        if let Some(picture) = with(&self.pictures, |pictures| pictures.get(wanted)) {
            return Some(picture);
        }
        let pdf = with(&self.documents, |documents| documents.get(&wanted.stamp))?;
        let picture = Arc::new(draw(&pdf, wanted)?);
        with(&self.pictures, |pictures| pictures.put(wanted.clone(), Arc::clone(&picture), PICTURES));
        Some(picture)
    }
}

fn draw(pdf: &[u8], wanted: &Wanted) -> Option<Vec<u8>> {
    let pdf = Pdf::new(pdf.to_vec()).ok()?;
    let page = pdf.pages().get(wanted.page.checked_sub(1)?)?;
    let scale = f32::from(wanted.scale) / 100.0 * SCREEN;
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let cache = RenderCache::new();
    let (reading, drawing) = (InterpreterSettings::default(), RenderSettings::default());
    hayro::render(page, &cache, &reading, &drawing, &size).into_png().ok()
}

/// The latest things, oldest first.
struct Latest<K, V>(VecDeque<(K, Arc<V>)>);

impl<K, V> Default for Latest<K, V> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

impl<K: PartialEq, V> Latest<K, V> {
    fn get(&self, key: &K) -> Option<Arc<V>> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, thing)| Arc::clone(thing))
    }

    fn put(&mut self, key: K, thing: Arc<V>, most: usize) {
        self.0.retain(|(known, _)| *known != key);
        self.0.push_back((key, thing));
        while self.0.len() > most {
            self.0.pop_front();
        }
    }
}

fn with<T, R>(shelf: &Mutex<T>, work: impl FnOnce(&mut T) -> R) -> R {
    work(&mut shelf.lock().unwrap_or_else(PoisonError::into_inner))
}
