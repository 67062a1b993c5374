//! What the language model is taught with: each wording with its sentences, what is true of each, and what the weights say that were
//! learned from others.

use std::fs::File;
use std::io::{BufWriter, Write};

use domain::review::rule::Rule;
use domain::wording::learned::whole::about;
use serde::Serialize;

use crate::found;
use crate::learn::Target;
use crate::measure::Scores;

/// The rules, in the order in which all else counts them.
#[derive(Serialize)]
struct Head<'s> {
    rules: &'s [Rule],
    codes: Vec<&'s str>,
}

/// A wording, with who wrote it.
#[derive(Serialize)]
struct Wording<'s> {
    writer: &'s str,
    text: &'s str,
    about: [Option<u8>; 4],
    expect: Vec<Expected<'s>>,
    may: &'s [String],
    sentences: Vec<Sentence<'s>>,
}

/// What must be found, and where.
#[derive(Serialize)]
struct Expected<'s> {
    code: &'s str,
    stop: bool,
    span: [usize; 2],
}

/// A sentence: for each rule 1 when the trap is there, 0 when it is not, and -1 when nothing is known; what the rules find by
/// themselves; and the scores.
#[derive(Serialize)]
struct Sentence<'s> {
    span: [usize; 2],
    targets: Vec<i8>,
    found: Vec<usize>,
    scores: &'s [f32],
}

/// Writes them, one a line.
pub fn write(scores: &Scores<'_>, file: &str) {
    let mut out = BufWriter::new(File::create(file).unwrap());
    let codes = scores.rules.iter().map(|rule| rule.code()).collect();
    line(&mut out, &Head { rules: scores.rules, codes });
    for wording in 0..scores.lesson.wordings.len() {
        line(&mut out, &self::wording(scores, wording));
    }
}

fn line(out: &mut impl Write, what: &impl Serialize) {
    serde_json::to_writer(&mut *out, what).unwrap();
    out.write_all(b"\n").unwrap();
}

fn wording<'s>(scores: &'s Scores<'_>, wording: usize) -> Wording<'s> {
    let (writer, case) = &scores.lesson.wordings[wording];
    let expect = case.expect.iter().map(|expected| {
        let span = case.span(&expected.quote);
        Expected { code: &expected.code, stop: expected.is_stop(), span: [span.start, span.end] }
    });
    Wording {
        writer,
        text: &case.text,
        about: about(&case.context()),
        expect: expect.collect(),
        may: &case.may,
        sentences: scores.lines(wording).map(|line| sentence(scores, line)).collect(),
    }
}

fn sentence<'s>(scores: &'s Scores<'_>, line: usize) -> Sentence<'s> {
    let own = &scores.lesson.lines[line];
    let target = |rule: &Rule| match scores.lesson.target(own, *rule) {
        Target::There(_) => 1,
        Target::Absent(_) => 0,
        Target::Unknown => -1,
    };
    Sentence {
        span: [own.span.start, own.span.end],
        targets: scores.rules.iter().map(target).collect(),
        found: found(own, scores.rules),
        scores: &scores.by_line[line],
    }
}
