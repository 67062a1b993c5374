//! Review: rules that look at a project, one file a rule.

pub mod disproportionate;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::assess::Active;
use crate::catalogue::Catalogue;
use crate::catalogue::id::EntryId;
use crate::catalogue::legal::Basis;
use crate::project::Project;
use crate::refusal::Refusal;
use crate::requirements::proportionality::Capacity;
use crate::text::Bilingual;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The documents cannot be made final until it is mended or set aside with a reason.
    Stop,
    /// Likely to cause trouble.
    Warning,
    /// Worth knowing.
    Info,
}

/// A rule of the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// R12: a number that is large for the contract.
    Disproportionate,
}

impl Rule {
    /// All rules, in the order of their codes.
    const ALL: [Self; 1] = [Self::Disproportionate];

    /// The rule with this code.
    ///
    /// # Errors
    /// When there is none.
    pub fn find(code: &str) -> Result<Self, Refusal> {
        Self::ALL.into_iter().find(|rule| rule.code() == code).ok_or_else(|| {
            let all = Self::ALL.map(Self::code).join(", ");
            Refusal::bad_input(format!("Det finns ingen regel {code}."), format!("There is no rule {code}."))
                .hint(format!("Reglerna är {all}."), format!("The rules are {all}."))
        })
    }

    /// The code of the rule.
    pub fn code(self) -> &'static str {
        match self {
            Self::Disproportionate => "R12",
        }
    }
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How grave.
    pub severity: Severity,
    /// The requirement it is about, when it is about one.
    pub entry: Option<EntryId>,
    /// What is so, and why it matters.
    pub message: Bilingual,
    /// What to do.
    pub remedy: Bilingual,
    /// What it rests on.
    pub legal_basis: Bilingual,
    /// Whether that is law, or a model.
    pub basis: Basis,
    /// Set aside with a reason.
    pub overridden: bool,
}

/// A Stop that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FindingOverride {
    /// The code of the rule.
    pub code: String,
    /// The requirement it was about.
    pub entry: Option<EntryId>,
    /// Why, at least thirty characters.
    pub reason: String,
    /// Who set it aside.
    pub by: String,
    /// When.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub on: Date,
}

impl FindingOverride {
    /// Whether it is about this rule and requirement.
    pub fn is_about(&self, code: &str, entry: Option<&EntryId>) -> bool {
        self.code == code && self.entry.as_ref() == entry
    }
}

/// What the rules look at.
pub struct View<'a> {
    /// The project.
    pub project: &'a Project,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// How much work the contract is.
    pub capacity: Option<&'a Capacity>,
    /// The requirements that stand.
    pub active: &'a [Active],
}

/// All findings, gravest first.
pub fn all(view: &View<'_>) -> Vec<Finding> {
    let mut findings = disproportionate::check(view);
    for finding in &mut findings {
        let set_aside = |o: &FindingOverride| o.is_about(finding.rule.code(), finding.entry.as_ref());
        finding.overridden = view.project.overrides.iter().any(set_aside);
    }
    findings.sort_by_key(|finding| finding.severity);
    findings
}
