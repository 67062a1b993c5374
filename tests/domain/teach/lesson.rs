//! What there is to learn from: each sentence of each judged wording, with what is known of it.

use std::collections::HashMap;

use domain::review::rule::Rule;
use domain::wording::finding::Span;
use domain::wording::learned::seen;

use crate::corpus::{Case, all};
use crate::learn::{Row, Target};
use crate::support::SHIPPED;

/// What a miss costs beside a false alarm.
const MISS: f32 = 3.0;
/// A wording that is written for one trap may have another that nobody named: a false alarm there costs less.
const ELSEWHERE: f32 = 0.5;

/// How many wordings away those are that one is put between.
const AWAY: [usize; 2] = [3, 8];
/// So often something has to be there for anything to be learned of it.
const OFTEN: u32 = 16;

/// A sentence.
pub struct Line {
    /// Which wording it is in.
    pub wording: usize,
    /// Where it stands in it.
    pub span: Span,
    /// What the rules find in it by themselves.
    pub found: Vec<Rule>,
    /// What is there.
    pub row: Row,
}

/// All judged wordings, by sentence.
pub struct Lesson {
    /// The wordings, with who wrote each.
    pub wordings: Vec<(String, Case)>,
    /// Their sentences.
    pub lines: Vec<Line>,
    /// Their sentences again, between other wordings: what stands beside a trap is no sign that there is none.
    pub between: Vec<Line>,
    /// The keys of the features, in the order in which the rows count them.
    pub keys: Vec<u32>,
}

impl Lesson {
    /// Reads them.
    pub fn read() -> Self {
        let wordings = all();
        let mut known = Known::default();
        let mut lines = Vec::new();
        let mut between = Vec::new();
        for (wording, (_, case)) in wordings.iter().enumerate() {
            lines.extend(known.lines(wording, case, ["", ""]));
            between.extend(known.lines(wording, case, others(&wordings, wording)));
        }
        let mut lesson = Self { wordings, lines, between, keys: known.keys };
        lesson.leave_out_what_is_seldom();
        lesson
    }

    /// What is there a few times teaches nothing about others.
    fn leave_out_what_is_seldom(&mut self) {
        let mut counts = vec![0_u32; self.keys.len()];
        for (feature, _) in self.lines.iter().chain(&self.between).flat_map(|line| &line.row) {
            counts[*feature as usize] += 1;
        }
        let mut next = 0;
        let renamed: Vec<Option<u32>> = counts
            .iter()
            .map(|count| {
                (*count >= OFTEN).then(|| {
                    next += 1;
                    next - 1
                })
            })
            .collect();
        for line in self.lines.iter_mut().chain(&mut self.between) {
            let kept =
                line.row.iter().filter_map(|(feature, value)| Some((renamed[*feature as usize]?, *value)));
            line.row = kept.collect();
        }
        let mut counts = counts.into_iter();
        self.keys.retain(|_| counts.next().is_some_and(|count| count >= OFTEN));
    }

    /// The wording of a line, and who wrote it.
    pub fn wording(&self, line: &Line) -> &(String, Case) {
        &self.wordings[line.wording]
    }

    /// What is known of a line for a rule.
    pub fn target(&self, line: &Line, rule: Rule) -> Target {
        let case = &self.wording(line).1;
        let mut expected = case.expect.iter().filter(|expected| expected.code == rule.code()).peekable();
        if expected.peek().is_some() {
            let there = expected.any(|expected| case.span(&expected.quote).touches(line.span));
            return if there { Target::There(MISS) } else { Target::Unknown };
        }
        if case.may.iter().any(|may| may == rule.code()) {
            return Target::Unknown;
        }
        Target::Absent(if case.expect.is_empty() { 1.0 } else { ELSEWHERE })
    }
}

/// Two other wordings of the same writer, that a wording is put between.
fn others(wordings: &[(String, Case)], wording: usize) -> [&str; 2] {
    let writer = &wordings[wording].0;
    AWAY.map(|away| {
        let other = wordings.get(wording + away).filter(|(by, _)| by == writer);
        other.or_else(|| wordings.get(wording.checked_sub(away)?)).map_or("", |(_, case)| case.text.as_str())
    })
}

/// The features that have been met, in the order in which they were.
#[derive(Default)]
struct Known {
    numbers: HashMap<u32, u32>,
    keys: Vec<u32>,
}

impl Known {
    /// The sentences of a wording that stands between two texts.
    fn lines(&mut self, wording: usize, case: &Case, [before, behind]: [&str; 2]) -> Vec<Line> {
        let text = [before, &case.text, behind].join("\n");
        let from = before.chars().count() + 1;
        let own = from..from + case.text.chars().count();
        let sentences = seen(&text, &case.context(), &SHIPPED).into_iter();
        sentences
            .filter(|sentence| own.contains(&sentence.span.start))
            .map(|sentence| Line {
                wording,
                span: Span { start: sentence.span.start - from, end: sentence.span.end.min(own.end) - from },
                found: sentence.found,
                row: sentence.features.iter().map(|it| (self.number(it.key), it.value)).collect(),
            })
            .collect()
    }

    fn number(&mut self, key: u32) -> u32 {
        *self.numbers.entry(key).or_insert_with(|| {
            self.keys.push(key);
            u32::try_from(self.keys.len() - 1).unwrap()
        })
    }
}
