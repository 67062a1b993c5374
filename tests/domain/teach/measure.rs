//! How well what was learned holds on the wordings of a writer that it was not learned from.

use domain::review::finding::Severity;
use domain::review::rule::Rule;

use crate::lesson::Lesson;
use crate::{CERTAIN, LIKELY};

/// The scores of each line, in the order of the lines.
pub struct Scores<'l> {
    pub lesson: &'l Lesson,
    pub rules: &'l [Rule],
    /// By line, then by rule.
    pub by_line: Vec<Vec<f32>>,
}

/// Found and required: Stops, and all. Flagged and right.
#[derive(Default)]
pub struct Figures {
    pub stops: (usize, usize),
    pub all: (usize, usize),
    pub right: (usize, usize),
}

impl Scores<'_> {
    /// The limits at which so large a part of the right wordings of these writers is flagged.
    pub fn limit(&self, writers: &[&str], share: f64) -> f32 {
        let mut highest: Vec<f32> = Vec::new();
        for (wording, (writer, case)) in self.lesson.wordings.iter().enumerate() {
            if writers.contains(&writer.as_str()) && case.expect.is_empty() {
                let scores = self.grave(wording).map(|(line, rule)| self.by_line[line][rule]);
                highest.push(scores.fold(f32::MIN, f32::max));
            }
        }
        highest.sort_by(|a, b| b.total_cmp(a));
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few thousand"
        )]
        highest[(highest.len() as f64 * share) as usize]
    }

    /// The lines of a wording with each rule whose finding there would be a false alarm.
    fn grave(&self, wording: usize) -> impl Iterator<Item = (usize, usize)> {
        let may = &self.lesson.wordings[wording].1.may;
        let rules = (0..self.rules.len()).filter(|rule| !is_mild(self.rules[*rule]));
        let rules: Vec<usize> =
            rules.filter(|rule| !may.iter().any(|may| may == self.rules[*rule].code())).collect();
        self.lines(wording).flat_map(move |line| rules.clone().into_iter().map(move |rule| (line, rule)))
    }

    /// The lines of a wording.
    pub fn lines(&self, wording: usize) -> std::ops::Range<usize> {
        let from = self.lesson.lines.partition_point(|line| line.wording < wording);
        from..self.lesson.lines.partition_point(|line| line.wording <= wording)
    }

    /// The figures of some writers, with what counts as a finding.
    pub fn figures(&self, writers: &[&str], finds: impl Fn(usize, usize) -> bool) -> Figures {
        let mut figures = Figures::default();
        for (wording, (writer, case)) in self.lesson.wordings.iter().enumerate() {
            if !writers.contains(&writer.as_str()) {
                continue;
            }
            for expected in &case.expect {
                let Some(rule) = self.rules.iter().position(|rule| rule.code() == expected.code) else {
                    continue;
                };
                let quote = case.span(&expected.quote);
                let touches = |line: &usize| quote.touches(self.lesson.lines[*line].span);
                let found = self.lines(wording).filter(touches).any(|line| finds(line, rule));
                add(&mut figures.all, found);
                if expected.severity == Severity::Stop {
                    add(&mut figures.stops, found);
                }
            }
            if case.expect.is_empty() {
                add(&mut figures.right, self.grave(wording).any(|(line, rule)| finds(line, rule)));
            }
        }
        figures
    }

    /// What the rules find by themselves.
    pub fn rules_alone(&self, writers: &[&str]) -> Figures {
        self.figures(writers, |line, rule| self.lesson.lines[line].found.contains(&self.rules[rule]))
    }

    /// What is found from a limit on. What is never more than a hint is one from where it is worth reading again.
    pub fn from(&self, writers: &[&str], limit: f32) -> Figures {
        let limit = |rule: usize| if is_mild(self.rules[rule]) { limit.min(LIKELY) } else { limit };
        self.figures(writers, |line, rule| self.by_line[line][rule] >= limit(rule))
    }

    /// Prints the figures by writer, by how many false alarms are allowed, and by rule.
    #[expect(clippy::print_stdout, reason = "printing is what it is for")]
    pub fn print(&self, writers: &[&str]) {
        for writer in writers {
            self.rules_alone(&[writer]).print(&format!("{writer}, the rules alone"));
            self.from(&[writer], CERTAIN).print(&format!("{writer}, certain"));
            self.from(&[writer], LIKELY).print(&format!("{writer}, likely"));
        }
        self.rules_alone(writers).print("all, the rules alone");
        for share in [0.01, 0.02, 0.03, 0.05, 0.08, 0.14, 0.20] {
            let limit = self.limit(writers, share);
            self.from(writers, limit).print(&format!("all, from {limit:.2}"));
        }
        for (at, rule) in self.rules.iter().enumerate() {
            let of = |limit: f32| {
                self.figures(writers, |line, rule| rule == at && self.by_line[line][rule] >= limit)
            };
            let (certain, likely) = (of(CERTAIN), of(LIKELY));
            let required = self.required(writers, *rule);
            println!(
                "{}: certain {} of {required}, {} right flagged; likely {} of {required}, {} right",
                rule.code(),
                certain.all.0,
                certain.right.0,
                likely.all.0,
                likely.right.0
            );
        }
    }

    fn required(&self, writers: &[&str], rule: Rule) -> usize {
        let of = self.lesson.wordings.iter().filter(|(writer, _)| writers.contains(&writer.as_str()));
        of.map(|(_, case)| case.expect.iter().filter(|expected| expected.code == rule.code()).count()).sum()
    }
}

impl Figures {
    #[expect(clippy::print_stdout, reason = "printing is what it is for")]
    fn print(&self, name: &str) {
        let share =
            |(part, whole): (usize, usize)| format!("{part} of {whole} ({} %)", 100 * part / whole.max(1));
        println!(
            "{name}: Stops {}, all required {}, right flagged {}",
            share(self.stops),
            share(self.all),
            share(self.right)
        );
    }
}

fn add(count: &mut (usize, usize), hit: bool) {
    *count = (count.0 + usize::from(hit), count.1 + 1);
}

/// A rule that is never more than a hint.
fn is_mild(rule: Rule) -> bool {
    matches!(rule, Rule::RepeatsLaw | Rule::RedundancyPriority | Rule::SupervisionPayUnsaid)
}
