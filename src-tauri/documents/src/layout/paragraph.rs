//! From text to lines: where they may break, what fits, what is drawn.

use super::item::{Ink, Input, Mark, Part};
use super::style::Style;
use super::syllable;
use super::tree::NodeId;
use crate::font::{Face, REPLACEMENT, Shaper, Word};
use crate::model::{Basis, Field, FieldKind, Inline, Rich};
use crate::phrase;
use domain::text::is_no_character;
use std::rc::Rc;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// A line, with its inks placed from its left end.
#[derive(Debug, Default)]
pub struct Line {
    pub inks: Vec<(f32, Ink)>,
    /// Without the spaces at its end.
    pub width: f32,
}

/// The page that a requirement stands on, as far as it is known.
pub trait Pages {
    fn page_of(&self, number: &str) -> String;
}

/// The text set in lines of at most `width`. A word that is wider is broken.
pub fn set(rich: &Rich, style: Style, width: f32, shaper: &mut Shaper, pages: &dyn Pages) -> Vec<Line> {
    let source = Source::of(rich, style, pages);
    let mut setter = Setter { source: &source, shaper, width, lines: vec![Line::default()], pen: 0.0 };
    let mut start = 0;
    for (end, kind) in linebreaks(&source.text) {
        if phrase::is_within_range(&source.text, end) || phrase::is_after_firm_hyphen(&source.text, end) {
            continue;
        }
        setter.unit(start, end);
        if kind == BreakOpportunity::Mandatory && end < source.text.len() {
            setter.new_line();
        }
        start = end;
    }
    setter.lines
}

/// The text in as few lines as `width` asks for, all about equally long.
pub fn balance(rich: &Rich, style: Style, width: f32, shaper: &mut Shaper, pages: &dyn Pages) -> Vec<Line> {
    let widest = set(rich, style, width, shaper, pages);
    let (mut narrow, mut wide) = (width / 2.0, width);
    while wide - narrow > 2.0 && widest.len() > 1 {
        let middle = f32::midpoint(narrow, wide);
        let lines = set(rich, style, middle, shaper, pages);
        let fits = lines.len() == widest.len() && lines.iter().all(|line| line.width <= middle);
        if fits { wide = middle } else { narrow = middle }
    }
    set(rich, style, wide, shaper, pages)
}

/// Plain text on one line, cut with an ellipsis where it would be wider than `width`.
pub fn fit(text: &str, style: Style, width: f32, shaper: &mut Shaper) -> Line {
    // More than any line holds; what is longer is cut anyway.
    let text: String = phrase::one_line(text).chars().take(300).collect();
    let mut lines = set(&Rich::from(text.as_str()), style, width, shaper, &NoPages);
    if lines.len() > 1 {
        let ellipsis = shaper.word(style.face, "…");
        lines = set(&Rich::from(text), style, width - style.width(&ellipsis), shaper, &NoPages);
        let end = lines[0].width;
        lines[0].width += style.width(&ellipsis);
        lines[0].inks.push((end, Ink::Text { style, words: vec![ellipsis], part: Part::Whole }));
    }
    lines.swap_remove(0)
}

/// For text in which no page is told.
pub struct NoPages;

impl Pages for NoPages {
    fn page_of(&self, _: &str) -> String {
        String::new()
    }
}

/// The text as one string, to find breaks in, and what each stretch of it is drawn as.
#[derive(Default)]
struct Source {
    text: String,
    runs: Vec<Run>,
    inputs: Vec<Input>,
}

struct Run {
    start: usize,
    end: usize,
    kind: RunKind,
}

#[derive(Clone, Copy, PartialEq)]
enum RunKind {
    Text(Style, Part),
    Mark(Mark),
    /// A place to fill in, by its index among the inputs.
    Input(usize),
}

/// Stands for a mark in the text; the word joiner after it keeps it with its words.
const MARK: &str = "\u{fffc}\u{2060}";
/// Stands for room for a text, before and after which a line may end.
const ROOM: &str = "\u{fffc}";
/// Between two choices.
const BETWEEN: &str = "\u{a0}\u{a0}\u{a0} ";
/// The box of a choice, how far it reaches above the baseline, and the space after it.
const BOX: f32 = 9.5;
const BOX_RISE: f32 = 8.0;
const AFTER_BOX: f32 = 4.0;
/// How far the room for a text reaches above and below its lines.
const ROOM_MARGIN: f32 = 1.5;
/// The most lines of room: more would not fit on a page with anything else.
const MOST_LINES: usize = 30;

impl Source {
    fn of(rich: &Rich, style: Style, pages: &dyn Pages) -> Self {
        let mut source = Self::default();
        for inline in rich.inlines() {
            match inline {
                Inline::Text(text) => source.push_text(text, style),
                Inline::Swedish(text) => source.push_told(text, style, Part::Swedish(NodeId::ROOT)),
                Inline::Emphasis(text) => source.push_text(text, style.with_face(style.face.stressed())),
                Inline::PageOf(number) => source.push_text(&pages.page_of(number), style),
                Inline::Mark(Basis::Law) => source.push(MARK, RunKind::Mark(Mark::Law)),
                Inline::Mark(Basis::Guidance) => source.push(MARK, RunKind::Mark(Mark::Guidance)),
                Inline::Bars(level) => source.push(MARK, RunKind::Mark(Mark::Bars(*level))),
                Inline::Field(field) => source.push_field(field, style),
            }
        }
        source
    }

    fn push_field(&mut self, field: &Field, style: Style) {
        let field = Rc::new(field.clone());
        match &field.kind {
            FieldKind::Text(_) => self.push_input(ROOM, Input::room(&field, style)),
            FieldKind::Choice(choices) => {
                for (index, choice) in choices.iter().enumerate() {
                    self.push_text(if index == 0 { "" } else { BETWEEN }, style);
                    self.push_input(MARK, Input::of_choice(&field, index));
                    self.push_text(&choice.words, style);
                }
            }
        }
    }

    fn push_input(&mut self, text: &str, input: Input) {
        self.inputs.push(input);
        self.push(text, RunKind::Input(self.inputs.len() - 1));
    }

    fn push_text(&mut self, text: &str, style: Style) {
        self.push_told(text, style, Part::Whole);
    }

    fn push_told(&mut self, text: &str, style: Style, part: Part) {
        for c in phrase::protect(text).chars().filter_map(printable) {
            let (c, face) = match style.face.showing(c) {
                _ if c == '\n' => (c, style.face),
                Some(face) => (c, face),
                None => (REPLACEMENT, Face::Sans),
            };
            self.push(c.encode_utf8(&mut [0; 4]), RunKind::Text(style.with_face(face), part));
        }
    }

    fn push(&mut self, text: &str, kind: RunKind) {
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len();
        match self.runs.last_mut() {
            Some(run) if run.kind == kind && matches!(kind, RunKind::Text(..)) => run.end = end,
            _ => self.runs.push(Run { start, end, kind }),
        }
    }

    /// The runs within a stretch of the text.
    fn within(&self, start: usize, end: usize) -> impl Iterator<Item = (&str, RunKind)> {
        let first = self.runs.partition_point(|run| run.end <= start);
        let runs = self.runs[first..].iter().take_while(move |run| run.start < end);
        runs.map(move |run| (&self.text[run.start.max(start)..run.end.min(end)], run.kind))
    }
}

impl Input {
    fn of_choice(field: &Rc<Field>, index: usize) -> Self {
        let (field, choice) = (Rc::clone(field), Some(index));
        Self {
            field,
            choice,
            width: BOX,
            height: BOX,
            rise: BOX_RISE,
            node: NodeId::ROOT,
            words: NodeId::ROOT,
        }
    }

    /// Room for a text; how wide it is, is seen when it is placed.
    fn room(field: &Rc<Field>, style: Style) -> Self {
        let mut room = Self {
            field: Rc::clone(field),
            choice: None,
            width: 0.0,
            height: 0.0,
            rise: style.baseline() + ROOM_MARGIN,
            node: NodeId::ROOT,
            words: NodeId::ROOT,
        };
        for _ in 0..room.lines() {
            room.height += style.leading;
        }
        room.height += 2.0 * ROOM_MARGIN;
        room
    }

    fn lines(&self) -> usize {
        match self.field.kind {
            FieldKind::Text(lines) => lines.min(MOST_LINES),
            FieldKind::Choice(_) => 1,
        }
    }

    /// How much of a line of this width it takes, with the space after it.
    fn advance(&self, width: f32) -> f32 {
        if self.choice.is_some() { self.width + AFTER_BOX } else { width }
    }
}

/// The character as it may stand on paper: line breaks stay, other control characters become spaces, and
/// characters that only steer how text is shown fall away.
fn printable(c: char) -> Option<char> {
    match c {
        '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\r'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{fffc}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => None,
        c if is_no_character(c) => None,
        c if c.is_control() => Some(' '),
        c => Some(c),
    }
}

struct Setter<'a> {
    source: &'a Source,
    shaper: &'a mut Shaper,
    width: f32,
    lines: Vec<Line>,
    pen: f32,
}

impl<'a> Setter<'a> {
    /// Sets what stands between two places where a line may end, with the spaces at its end.
    fn unit(&mut self, start: usize, end: usize) {
        let text = self.source.text[start..end].trim_end_matches('\n');
        let solid = start + text.trim_end_matches(' ').len();
        let spaces = start + text.len();
        let width = self.measure(start, solid);
        if width > self.width {
            self.break_up(start, solid);
        } else {
            if self.pen > 0.0 && self.pen + width > self.width {
                self.new_line();
            }
            self.place(start, solid);
        }
        self.ink(solid, spaces);
        self.make_room(start, solid);
    }

    /// Leaves the lines free that a text to be filled in has room on; what comes after it begins on a new one.
    fn make_room(&mut self, start: usize, end: usize) {
        let inputs = self.source.within(start, end).filter_map(|(_, kind)| match kind {
            RunKind::Input(index) => Some(self.source.inputs[index].lines()),
            RunKind::Text(..) | RunKind::Mark(_) => None,
        });
        let lines = inputs.max().unwrap_or(1);
        for _ in 1..lines {
            self.new_line();
            self.pen = self.width;
        }
    }

    /// Sets a word that is wider than the line, as much a line as fits.
    fn break_up(&mut self, mut start: usize, end: usize) {
        while start < end {
            let (place, hyphen) = self.fits_until(start, end);
            self.place(start, place);
            if let Some(hyphen) = hyphen {
                let at = self.pen;
                self.line().inks.push((at, Ink::Mark(hyphen)));
                self.line().width += hyphen.advance();
            }
            if place < end {
                self.new_line();
            }
            start = place;
        }
    }

    /// Where the line is full, and the hyphen there. What does not divide into syllables is cut, on a line of its own.
    fn fits_until(&mut self, start: usize, end: usize) -> (usize, Option<Mark>) {
        let Some((text, kind)) = self.source.within(start, end).next() else { return (end, None) };
        let RunKind::Text(style, _) = kind else { return (start + text.len(), None) };
        // A few hundred characters are more than any line holds.
        let probe = text.char_indices().nth(300).map_or(text, |(index, _)| &text[..index]);
        let word = self.shaper.word(style.face, probe);
        let hyphen = Mark::Hyphen(style.size);
        let room = self.width - self.pen;
        // In characters: a space that does not break is drawn as one that is shorter in bytes.
        let fitting = |room: f32| word.characters_within(room.max(0.0) * 1000.0 / style.size);
        let place =
            |count: usize| start + probe.char_indices().nth(count).map_or(probe.len(), |(index, _)| index);
        if place(fitting(room)) == start + text.len() {
            return (start + text.len(), None);
        }
        match syllable::last_break(probe, fitting(room - hyphen.advance())) {
            Some(count) => (place(count), Some(hyphen)),
            None if self.pen > 0.0 => (start, None),
            None => (place(fitting(room)), None),
        }
    }

    fn measure(&mut self, start: usize, end: usize) -> f32 {
        let width = |(text, kind)| match kind {
            RunKind::Text(style, _) => style.width(&self.shaper.word(style.face, text)),
            RunKind::Mark(mark) => mark.advance(),
            RunKind::Input(index) => self.source.inputs[index].advance(self.width),
        };
        self.source.within(start, end).map(width).sum()
    }

    fn place(&mut self, start: usize, end: usize) {
        self.ink(start, end);
        let pen = self.pen;
        self.line().width = pen;
    }

    /// Inks without making the line wider, so that spaces at its end hang in the margin.
    fn ink(&mut self, start: usize, end: usize) {
        let source: &'a Source = self.source;
        for (text, kind) in source.within(start, end) {
            match kind {
                RunKind::Text(style, part) => {
                    let word = self.shaper.word(style.face, text);
                    self.push_word(style, word, part);
                }
                RunKind::Mark(mark) => {
                    let at = self.pen;
                    self.line().inks.push((at, Ink::Mark(mark)));
                    self.pen += mark.advance();
                }
                RunKind::Input(index) => self.push_input(&source.inputs[index]),
            }
        }
    }

    fn push_input(&mut self, input: &Input) {
        let (at, advance) = (self.pen, input.advance(self.width));
        let width = if input.choice.is_some() { input.width } else { advance };
        self.line().inks.push((at, Ink::Input(Input { width, ..input.clone() })));
        self.pen += advance;
    }

    fn push_word(&mut self, style: Style, word: Rc<Word>, part: Part) {
        let at = self.pen;
        self.pen += style.width(&word);
        match self.line().inks.last_mut() {
            Some((_, Ink::Text { style: last, words, part: last_part }))
                if *last == style && *last_part == part =>
            {
                words.push(word);
            }
            _ => self.line().inks.push((at, Ink::Text { style, words: vec![word], part })),
        }
    }

    fn line(&mut self) -> &mut Line {
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }

    fn new_line(&mut self) {
        self.lines.push(Line::default());
        self.pen = 0.0;
    }
}
