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

use crate::support::{SHIPPED, root};

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

/// A wording, what it is for, and what a lawyer expects.
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
    may: Vec<String>,
}

/// A finding that must come, at words that it must touch.
#[derive(Deserialize)]
pub struct Expected {
    pub code: String,
    severity: Severity,
    quote: String,
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

impl Case {
    fn context(&self) -> Context {
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
            same && finding.span.start < quoted.end && finding.span.end > quoted.start
        })
    }

    fn is_expected(&self, finding: &WordingFinding) -> bool {
        let code = finding.rule.code();
        let named = self.expect.iter().any(|expected| expected.code == code)
            || self.may.iter().any(|may| may == code);
        named || finding.severity == Severity::Info
    }

    fn span(&self, quote: &str) -> Span {
        let before = self.text.find(quote).unwrap_or_else(|| panic!("{} does not say “{quote}”", self.id));
        let start = self.text[..before].chars().count();
        Span { start, end: start + quote.chars().count() }
    }
}
