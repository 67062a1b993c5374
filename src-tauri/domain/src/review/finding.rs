//! Findings: what a rule says, about which place, how gravely, and what it rests on.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::rule::Rule;
use crate::assess::Assessment;
use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::{EntryId, ParameterName, QuestionId};
use crate::catalogue::legal::Basis;
use crate::catalogue::theme::Theme;
use crate::name::name;
use crate::needs::facts::serde_name;
use crate::text::Bilingual;
use crate::wording::finding::{Replacement, Span};

name! {
    /// One of the cases that a rule can fire for, such as "share" of R12.
    Case
}

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

/// What a finding rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Footing {
    /// A provision that governs this procurement.
    Law,
    /// A provision that serves as a model here.
    Guidance,
    /// What others do, and rules of thumb.
    Practice,
    /// No provision that the program can name: the regime is not known, or nothing is known of it there.
    Unknown,
}

impl Footing {
    /// What it is that no provision is cited for, with the phrase that says so.
    pub(crate) const fn uncited(practice: bool) -> (&'static str, Self) {
        if practice {
            ("review.legal.practice_only", Self::Practice)
        } else {
            ("review.legal.none", Self::Unknown)
        }
    }
}

impl From<Basis> for Footing {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Law => Self::Law,
            Basis::Guidance => Self::Guidance,
        }
    }
}

/// A fact of the procurement that a finding can be about, named as the field of the edit that changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FactField {
    /// The aim of the social requirements.
    Aim,
    /// The value of the options.
    OptionValueSek,
    /// The value as a whole.
    ValueSek,
    /// The lots.
    Lots,
    /// The day when the notice is published.
    NoticeDate,
    /// The last day for tenders.
    TenderDeadline,
    /// The first day of the contract.
    Start,
    /// How many suppliers share the contract.
    SupplierCount,
    /// The name of the authority.
    AuthorityName,
}

/// Where a finding lies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Place {
    /// In the procurement as a whole.
    Whole,
    /// In a fact of the procurement.
    Fact(FactField),
    /// In an answer.
    Question(QuestionId),
    /// In a theme and its decision.
    Theme(Theme),
    /// In a requirement, or in one that is missing.
    Requirement(EntryId),
}

impl Place {
    /// The place as it reads: "K3 Studiebesök", "Värde av optionerna".
    pub fn words(&self, assessment: &Assessment) -> Bilingual {
        let name = self.name(&assessment.catalogue);
        let Self::Requirement(id) = self else { return name };
        let number =
            assessment.active_for(id).map(|active| format!("K{} ", active.number)).unwrap_or_default();
        Bilingual::each(|language| format!("{number}{}", name.of(language)))
    }

    /// The same without the number that a requirement has in a project: "Studiebesök".
    pub fn name(&self, catalogue: &Catalogue) -> Bilingual {
        let phrases = &catalogue.phrases;
        match self {
            Self::Whole => phrases.say("review.place.whole"),
            Self::Fact(field) => phrases.say(&format!("program.fields.{}", serde_name(field))),
            Self::Question(id) => catalogue.questions.get(id).map_or_else(
                || Bilingual::new(id.to_string(), id.to_string()),
                |question| Bilingual::each(|language| question.text.of(language).question.clone()),
            ),
            Self::Theme(theme) => phrases.say(&format!("general.themes.{}", theme.code())),
            Self::Requirement(id) => catalogue.entry(id).map(Entry::title).unwrap_or_default(),
        }
    }
}

/// What tells one finding from all others of a project. An override silences this and no other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FindingKey {
    /// The code of the rule. One that is not known here, from another edition, is kept and silences nothing.
    pub code: String,
    /// The case.
    pub case: Case,
    /// The place.
    pub place: Place,
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Which of its cases.
    pub case: Case,
    /// Where.
    pub place: Place,
    /// What else it is about, in the order in which to look at it.
    pub also: Vec<Place>,
    /// The values of the requirement that it is about, each of which is filled in by itself.
    pub values: Vec<ParameterName>,
    /// Whether it is about gaps in the text of a requirement (`Assessment::has_gaps`). A reason can stand for a judgement, and not
    /// for words that nobody can read: given one, it still hinders final documents.
    pub to_fill_in: bool,
    /// How grave.
    pub severity: Severity,
    /// What is so, and why it matters.
    pub message: Bilingual,
    /// What to do.
    pub remedy: Bilingual,
    /// What it rests on, in words.
    pub legal_basis: Bilingual,
    /// Whether that is law, a model or practice.
    pub basis: Footing,
    /// The words it is about, when it was found in a text.
    pub passage: Option<Passage>,
    /// How it was set aside; only a Stop can be.
    pub overridden: Option<FindingOverride>,
}

/// Words in one of the duties of a requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Passage {
    /// Which duty, from nought.
    pub duty: usize,
    /// Where in it, in characters.
    pub span: Span,
    /// The words.
    pub words: String,
    /// What can be written instead.
    pub replacement: Option<Replacement>,
}

impl Finding {
    /// What tells it from all others.
    pub fn key(&self) -> FindingKey {
        FindingKey { code: self.rule.code().to_owned(), case: self.case.clone(), place: self.place.clone() }
    }

    /// Whether it hinders final documents.
    pub fn is_open_stop(&self) -> bool {
        self.severity == Severity::Stop && self.overridden.is_none()
    }
}

/// A Stop that was set aside. It stays while the finding is gone, and holds again when the same one comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FindingOverride {
    /// Which Stop.
    pub finding: FindingKey,
    /// Why, at least thirty characters.
    pub reason: String,
    /// Who set it aside.
    pub by: String,
    /// When.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub on: Date,
}
