//! The cases, and what the check makes of one.

use domain::catalogue::theme::Placement;
use domain::procurement::amount::{Months, Sek};
use domain::procurement::regime::Regime;
use domain::procurement::{Act, ContractNature};
use domain::review::finding::Severity;
use domain::wording::check;
use domain::wording::context::Context;
use domain::wording::finding::{Span, WordingFinding};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::support::{SHIPPED, root};

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

/// A wording, what it is for, and what the law notes make of it.
#[derive(Deserialize)]
pub struct Case {
    pub id: String,
    pub text: String,
    placement: Option<Placement>,
    act: Act,
    regime: Option<Regime>,
    nature: Option<ContractNature>,
    months: Option<u32>,
    value_sek: Option<i64>,
    #[serde(default)]
    pub expect: Vec<Expected>,
    #[serde(default)]
    pub may: Vec<String>,
}

/// A finding that must come, at words that it must touch.
#[derive(Deserialize)]
pub struct Expected {
    pub code: String,
    pub severity: Severity,
    pub quote: String,
}

impl Expected {
    pub fn is_stop(&self) -> bool {
        self.severity == Severity::Stop
    }
}

/// The codes that were missed, and those of Stops and warnings that nobody expects.
pub struct Judged {
    pub missed: Vec<String>,
    pub wrong: Vec<String>,
}

/// The cases of a file in tests/domain/wordings.
pub fn cases(name: &str) -> Vec<Case> {
    let path = root().join("tests/domain/wordings").join(format!("{name}.toml"));
    let file: File = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    file.case
}

/// The writers who taught the check.
pub const WRITERS: [&str; 43] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u",
    "v", "w", "x", "y", "z", "aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ba", "bb", "bc", "bd", "be",
    "bf", "bg", "bh", "bi",
];
/// The sets that were judged for the rules: what was set apart is learned from once it has been measured.
const KNOWN: [&str; 6] = ["open", "set_apart", "set_apart_2", "set_apart_3", "set_apart_4", "set_apart_5"];
/// What is looked at in a wording depends on these.
const LEXICON: [&str; 5] = ["parties", "grammar", "work", "goods", "law"];

/// The writers, and the catalogue's own duties, which are right.
fn all_taught() -> impl Iterator<Item = &'static str> {
    WRITERS.into_iter().chain(["catalogue"])
}

/// All wordings that were judged, with who wrote each.
pub fn all() -> Vec<(String, Case)> {
    let by = |name: &str, cases: Vec<Case>| {
        cases.into_iter().map(move |case| (name.to_owned(), case)).collect::<Vec<_>>()
    };
    let known = KNOWN.iter().flat_map(|name| by(name, cases(name)));
    known.chain(all_taught().flat_map(|name| by(name, taught(name)))).collect()
}

/// The digest of all that the weights are made from: the judged wordings and the words of the lexicon.
pub fn digest() -> String {
    let files = KNOWN.iter().map(|name| format!("tests/domain/wordings/{name}.toml"));
    let files = files.chain(all_taught().map(|name| format!("tests/domain/wordings/taught/{name}.jsonl")));
    let files = files.chain(LEXICON.iter().map(|name| format!("assets/wording/{name}.toml")));
    let digest = files
        .fold(Sha256::new(), |digest, file| digest.chain_update(std::fs::read(root().join(file)).unwrap()));
    digest.finalize().iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// The wordings that a writer taught the check: tests/domain/wordings/taught/<writer>.jsonl, one a line.
pub fn taught(writer: &str) -> Vec<Case> {
    let path = root().join("tests/domain/wordings/taught").join(format!("{writer}.jsonl"));
    let lines = std::fs::read_to_string(path).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

impl Case {
    /// What the wording is for.
    pub fn context(&self) -> Context {
        Context {
            placement: self.placement,
            act: self.act,
            regime: self.regime,
            nature: self.nature,
            months: self.months.map(|months| Months::new(months).unwrap()),
            value: self.value_sek.map(|value| Sek::read(&value.to_string()).unwrap()),
            cpv: Vec::new(),
        }
    }

    /// What the check makes of it.
    pub fn judged(&self) -> Judged {
        let found = check(&self.text, &self.context(), &SHIPPED);
        let missed = self.expect.iter().filter(|expected| !self.is_met(expected, &found));
        let wrong = found.iter().filter(|finding| !self.is_expected(finding));
        Judged {
            missed: missed.map(|expected| expected.code.clone()).collect(),
            wrong: wrong.map(|finding| finding.rule.code().to_owned()).collect(),
        }
    }

    fn is_met(&self, expected: &Expected, found: &[WordingFinding]) -> bool {
        let quoted = self.span(&expected.quote);
        found.iter().any(|finding| {
            let same = finding.rule.code() == expected.code && finding.severity == expected.severity;
            same && finding.span.touches(quoted)
        })
    }

    fn is_expected(&self, finding: &WordingFinding) -> bool {
        let code = finding.rule.code();
        let named = self.expect.iter().any(|expected| expected.code == code)
            || self.may.iter().any(|may| may == code);
        named || finding.severity == Severity::Info
    }

    /// Where words stand in it.
    pub fn span(&self, quote: &str) -> Span {
        let before = self.text.find(quote).unwrap_or_else(|| panic!("{} does not say “{quote}”", self.id));
        let start = self.text[..before].chars().count();
        Span { start, end: start + quote.chars().count() }
    }
}
