//! A small language model that reads a text whole: what a word means follows from the words around it.
//!
//! It is the lower half of multilingual-e5-small (Wang and others, 2024; MIT), which has read much of the web in many languages, and
//! which has been taught further with judged wordings. A text goes through it in pieces of words (`pieces`), layer by layer
//! (`layer`), and for each sentence it says how far each rule is from finding something there.
//!
//! All sums that decide are of whole numbers or in a fixed order, and exponentials are the program's own, so that every machine says
//! the same of the same text; how many numbers a processor takes at once changes nothing.

mod bytes;
mod layer;
mod matrix;
mod memory;
mod pieces;

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use serde::Deserialize;

use bytes::Bytes;
use layer::{Layer, Norm};
use matrix::Matrix;
use memory::Memory;
use pieces::{Piece, Pieces};

/// How large it is, and what it answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// How many numbers stand for a piece of a word.
    pub width: usize,
    /// How many numbers the inner step of a layer has.
    pub inner: usize,
    /// How many layers there are.
    pub layers: usize,
    /// How many ways of looking at the other pieces each layer has.
    pub heads: usize,
    /// How many pieces are read together at most.
    pub longest: usize,
    /// For each thing that can be known about what a text is for, how many answers there are.
    pub about: Vec<usize>,
    /// How many things it scores.
    pub scored: usize,
}

/// The model.
pub struct Encoder {
    shape: Shape,
    pieces: Pieces,
    words: &'static [u8],
    places: Vec<f32>,
    norm: Norm,
    about: Vec<Vec<f32>>,
    layers: Vec<Layer>,
    scored: Matrix,
    memory: Memory,
}

impl Encoder {
    /// Reads the model that goes with a shape; none when the bytes are not all there.
    pub fn read(shape: Shape, bytes: &'static [u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let (width, inner) = (shape.width, shape.inner);
        let pieces = Pieces::read(&mut bytes)?;
        let words = bytes.take(pieces.len() * width / matrix::BLOCK * matrix::BLOCK_BYTES)?;
        let places = bytes.floats(shape.longest * width)?;
        let norm = Norm::read(&mut bytes, width)?;
        let about = shape.about.iter().map(|answers| bytes.floats(answers * width)).collect::<Option<_>>()?;
        let layer = |bytes: &mut Bytes| Layer::read(bytes, width, inner, shape.heads);
        let layers = (0..shape.layers).map(|_| layer(&mut bytes)).collect::<Option<_>>()?;
        let scored = Matrix::read(&mut bytes, 3 * width, shape.scored)?;
        let memory = Memory::default();
        bytes.0.is_empty().then_some(Self {
            shape,
            pieces,
            words,
            places,
            norm,
            about,
            layers,
            scored,
            memory,
        })
    }

    /// For each sentence of a text (where it stands in it, in characters) a score for each thing that is scored; none for a
    /// sentence without words, and none where nothing near is wanted. `about` says what the text is for: for each thing of the shape
    /// which answer, when it is known.
    pub fn scores(
        &self,
        text: &str,
        sentences: &[Range<usize>],
        wanted: &[bool],
        about: &[Option<u8>],
    ) -> Vec<Option<Vec<f32>>> {
        if !wanted.contains(&true) {
            return vec![None; sentences.len()];
        }
        let pieces = self.pieces.of(text);
        let mut windows = windows(text, &pieces, sentences, self.shape.longest - 2);
        windows.retain(|window| window.sentences.iter().any(|(sentence, _)| wanted[*sentence]));
        let read = |windows: &[Window]| -> Vec<(usize, Vec<f32>)> {
            windows.iter().flat_map(|window| self.in_window(window, about)).collect()
        };
        let mut scores = vec![None; sentences.len()];
        for (sentence, of_it) in side_by_side(&windows, read) {
            scores[sentence] = Some(of_it);
        }
        scores
    }

    /// The scores of the sentences of a window, which are the same each time that it is read.
    fn in_window(&self, window: &Window, about: &[Option<u8>]) -> Vec<(usize, Vec<f32>)> {
        let own = window.sentences.iter().flat_map(|(_, own)| [own.start, own.end]);
        let scores = self.memory.recall((about.to_vec(), window.pieces.clone(), own.collect()), || {
            let rows = self.rows(&window.pieces, about);
            let mut heads = Vec::new();
            for (_, own) in &window.sentences {
                let width = self.shape.width;
                pool(&rows[(own.start + 1) * width..(own.end + 1) * width], &rows[..width], &mut heads);
            }
            self.scored.apply(&heads)
        });
        let by_sentence = scores.chunks_exact(self.shape.scored).map(<[f32]>::to_vec);
        window.sentences.iter().map(|(sentence, _)| *sentence).zip(by_sentence).collect()
    }

    /// What stands for each piece when all have been read together, after a first that stands for what they are for.
    fn rows(&self, pieces: &[u32], about: &[Option<u8>]) -> Vec<f32> {
        let width = self.shape.width;
        let mut rows = Vec::new();
        for (at, id) in [pieces::BEGIN].iter().chain(pieces).chain([&pieces::END]).enumerate() {
            let from = rows.len();
            matrix::unpack(self.words, *id as usize, width, &mut rows);
            add(&mut rows[from..], &self.places[at * width..]);
        }
        for (table, answer) in self.about.iter().zip(about) {
            let known = answer.and_then(|answer| table.get(usize::from(answer) * width..));
            add(&mut rows[..width], known.unwrap_or_default());
        }
        self.norm.apply(&mut rows);
        for layer in &self.layers {
            layer.apply(&mut rows);
        }
        rows
    }
}

/// Does the work with as many hands as the machine has, in the order of the windows.
fn side_by_side<T: Send>(windows: &[Window], work: impl Fn(&[Window]) -> Vec<T> + Sync) -> Vec<T> {
    let hands = thread::available_parallelism().map_or(1, usize::from);
    if hands == 1 || windows.len() < 2 {
        return work(windows);
    }
    thread::scope(|scope| {
        let parts = windows.chunks(windows.len().div_ceil(hands));
        let works: Vec<_> = parts.map(|part| scope.spawn(|| work(part))).collect();
        // A sentence that nobody has read must not pass for one without findings.
        let done =
            |work: thread::ScopedJoinHandle<'_, _>| work.join().unwrap_or_else(|panic| resume_unwind(panic));
        works.into_iter().flat_map(done).collect()
    })
}

/// The mean and the highest of a sentence's rows, and the first of its window.
fn pool(rows: &[f32], first: &[f32], heads: &mut Vec<f32>) {
    let width = first.len();
    let mut mean = vec![0.0; width];
    let mut highest = vec![f32::MIN; width];
    for row in rows.chunks_exact(width) {
        add(&mut mean, row);
        highest.iter_mut().zip(row).for_each(|(highest, value)| *highest = highest.max(*value));
    }
    let count = matrix::float(rows.len() / width);
    heads.extend(mean.iter().map(|sum| sum / count));
    heads.extend(highest);
    heads.extend(first);
}

/// Adds to each number the one that stands in the same place.
fn add(sums: &mut [f32], to: &[f32]) {
    sums.iter_mut().zip(to).for_each(|(sum, value)| *sum += value);
}

/// Whole sentences that are read together.
struct Window {
    /// What stands in it.
    pieces: Vec<u32>,
    /// Which sentences, and which pieces of the window are theirs.
    sentences: Vec<(usize, Range<usize>)>,
}

/// Puts sentences together for as long as they fit and no empty line divides them; of a sentence that is too long what fits is read.
fn windows(text: &str, pieces: &[Piece], sentences: &[Range<usize>], longest: usize) -> Vec<Window> {
    let gaps = gaps(text);
    let mut windows: Vec<Window> = Vec::new();
    // Where the last window begins, and after how many gaps.
    let (mut start, mut gap) = (0, 0);
    for (sentence, span) in sentences.iter().enumerate() {
        let from = pieces.partition_point(|piece| piece.end <= span.start);
        let to = from + pieces[from..].partition_point(|piece| piece.start < span.end);
        if from == to {
            continue;
        }
        let gaps_before = gaps.partition_point(|gap| *gap <= span.start);
        let goes_on = from >= start && to - start <= longest && gap == gaps_before;
        if let Some(window) = windows.last_mut().filter(|_| goes_on) {
            let new = pieces.get(start + window.pieces.len()..to).unwrap_or_default();
            window.pieces.extend(ids(new));
            window.sentences.push((sentence, from - start..to - start));
        } else {
            (start, gap) = (from, gaps_before);
            let to = to.min(from + longest);
            windows.push(Window {
                pieces: ids(&pieces[from..to]).collect(),
                sentences: vec![(sentence, 0..to - from)],
            });
        }
    }
    windows
}

fn ids(pieces: &[Piece]) -> impl Iterator<Item = u32> {
    pieces.iter().map(|piece| piece.id)
}

/// Where the empty lines are, in characters.
fn gaps(text: &str) -> Vec<usize> {
    let mut gaps = Vec::new();
    let mut is_empty = false;
    for (at, character) in text.chars().enumerate() {
        if character == '\n' {
            if is_empty {
                gaps.push(at);
            }
            is_empty = true;
        } else {
            is_empty &= character.is_whitespace();
        }
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::{Piece, windows};

    /// A piece for each character that is not white.
    fn pieces(text: &str) -> Vec<Piece> {
        let letters = text.chars().enumerate().filter(|(_, letter)| !letter.is_whitespace());
        letters.map(|(at, _)| Piece { id: 7, start: at, end: at + 1 }).collect()
    }

    fn read_together(text: &str, longest: usize) -> Vec<Vec<usize>> {
        let mut sentences = Vec::new();
        for line in text.split_inclusive('\n') {
            let start = sentences.last().map_or(0, |before: &std::ops::Range<usize>| before.end);
            sentences.push(start..start + line.chars().count());
        }
        let windows = windows(text, &pieces(text), &sentences, longest);
        windows
            .iter()
            .map(|window| window.sentences.iter().map(|(sentence, _)| *sentence).collect())
            .collect()
    }

    #[test]
    fn lines_are_read_together_until_an_empty_one() {
        assert_eq!(read_together("ab\ncd\n\nef\n", 10), [vec![0, 1], vec![3]]);
    }

    #[test]
    fn no_more_is_read_together_than_fits_and_of_a_long_line_its_beginning() {
        assert_eq!(read_together("ab\ncd\nefghijk\nl\n", 4), [vec![0, 1], vec![2], vec![3]]);
    }
}
