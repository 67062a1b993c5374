//! What there is to learn from: each sentence of each judged wording, with what is known of it.

use std::collections::HashMap;

use domain::review::rule::Rule;
use domain::wording::finding::Span;
use domain::wording::learned::seen;

use crate::corpus::{Case, all};
use crate::learn::{Row, Target};
use crate::support::SHIPPED;

/// What a miss costs, and how much more than a false alarm.
const COST: f32 = 3.0;
const MISS: f32 = 3.0;
/// A wording that is written for one trap may have another that nobody named: a false alarm there costs less.
const ELSEWHERE: f32 = 0.5;

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
    /// The keys of the features, in the order in which the rows count them.
    pub keys: Vec<u32>,
}

impl Lesson {
    /// Reads them.
    pub fn read() -> Self {
        let mut lesson = Self { wordings: all(), lines: Vec::new(), keys: Vec::new() };
        let mut known: HashMap<u32, u32> = HashMap::new();
        for (wording, (_, case)) in lesson.wordings.iter().enumerate() {
            for sentence in seen(&case.text, &case.context(), &SHIPPED) {
                let row = sentence.features.iter().map(|feature| {
                    let number = *known.entry(feature.key).or_insert_with(|| {
                        lesson.keys.push(feature.key);
                        u32::try_from(lesson.keys.len() - 1).unwrap()
                    });
                    (number, feature.value)
                });
                let row = row.collect();
                lesson.lines.push(Line { wording, span: sentence.span, found: sentence.found, row });
            }
        }
        lesson.leave_out_what_is_once();
        lesson
    }

    /// What is there once teaches nothing about others.
    fn leave_out_what_is_once(&mut self) {
        let mut counts = vec![0_u32; self.keys.len()];
        for (feature, _) in self.lines.iter().flat_map(|line| &line.row) {
            counts[*feature as usize] += 1;
        }
        let mut next = 0;
        let renamed: Vec<Option<u32>> = counts
            .iter()
            .map(|count| {
                (*count > 1).then(|| {
                    next += 1;
                    next - 1
                })
            })
            .collect();
        for line in &mut self.lines {
            let kept =
                line.row.iter().filter_map(|(feature, value)| Some((renamed[*feature as usize]?, *value)));
            line.row = kept.collect();
        }
        let mut counts = counts.into_iter();
        self.keys.retain(|_| counts.next().is_some_and(|count| count > 1));
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
            return if there { Target::There(MISS * COST) } else { Target::Unknown };
        }
        if case.may.iter().any(|may| may == rule.code()) {
            return Target::Unknown;
        }
        Target::Absent(if case.expect.is_empty() { COST } else { ELSEWHERE * COST })
    }
}
