//! An entry: a requirement that can be chosen, with its rules and its words.

mod text;

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::id::{Code, EntryId, ParameterName};
use super::parameter::Parameter;
use super::theme::{Level, PlaceForm, Placement, Theme};
use crate::notice::eforms::Term;
use crate::procurement::cpv::CpvList;
use crate::text::Bilingual;
pub use text::{Arguments, Duty, EntryText, PracticeNote};

/// What is as it would be if nobody had written it is left out of files.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// How an entry comes into a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Recommended when its score is high enough.
    Candidate,
    /// Comes along with what requires it, uncounted.
    Companion,
    /// Something the officer is reminded of; the buyer's own duty.
    Reminder,
    /// A paragraph that is offered outside the score.
    StandardParagraph,
    /// A reservation of the contract or a part of it.
    Reservation,
    /// In the catalogue, never recommended.
    OptIn,
    /// The officer's own, in one project; never in a catalogue.
    Custom,
}

/// How the quantity of an entry is decided; two different ways exclude each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuantityBasis {
    /// It has no quantity.
    #[default]
    None,
    /// A number of places.
    Fixed,
    /// A share of the hours.
    Share,
    /// A place for each step of value.
    Step,
    /// Points.
    Points,
}

/// What happens on a shortfall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sanction {
    /// Nothing.
    #[default]
    None,
    /// It is put right within a set time.
    Cure,
    /// First cure, then damages with a ceiling if they have been chosen.
    CureThenDamages,
    /// As the one before, and for a grave breach termination.
    CureThenDamagesThenTermination,
}

/// What an entry is to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It says how a shortfall is put right.
    Cure,
    /// It says which damages are due.
    Damages,
    /// It says that nothing is owed when no candidate is proposed.
    NoCandidate,
    /// It says who supervises, and who pays for that.
    Supervision,
    /// It states pay, holiday and working time.
    LabourTerms,
    /// It leads to talks about what can be done, not to a number.
    Dialogue,
    /// It pays for more than is demanded.
    Bonus,
    /// It says which support the buyer gives.
    Support,
    /// It says that the supplier reports, in the form of the buyer.
    Report,
    /// It says that the supplier hands in what shows that a requirement is met.
    Evidence,
}

/// What a tenderer states about a requirement, beside yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Statement {
    /// How it is fulfilled.
    Description,
    /// How it has been tested, measured or seen to, and with what result.
    Method,
    /// What does not work, as far as it is known.
    KnownFaults,
    /// Steps with dates.
    Plan,
    /// How much is offered.
    Offer,
    /// Which documents show it.
    Attachments,
}

/// Who checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Checker {
    /// Avtalsansvarig.
    ContractManager,
    /// Matchningsansvarig.
    MatchingLead,
    /// Upphandlaren.
    Officer,
    /// En tredje part.
    ThirdParty,
}

/// In what way it is checked, as far as a plan tells them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CheckKind {
    /// At a meeting with the supplier.
    Meeting,
    /// By a report that the supplier sends.
    Report,
    /// In any other way.
    #[default]
    Check,
}

/// Who checks, in what way, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Who checks.
    pub who: Checker,
    /// In what way.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: CheckKind,
    /// Days from the start of the contract to the first check; negative before the start.
    pub first_after_days: i32,
    /// Months between checks; once when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_months: Option<u32>,
}

/// Which of an entry's values decide when it is checked, in the place of the figures of its follow-up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FollowUpValues {
    /// Days from the start of the contract to the first check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_after_days: Option<ParameterName>,
    /// How many times a year it is checked; the first comes when the first of these periods is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times_a_year: Option<ParameterName>,
    /// How many days after the period that it is checked: a report is read when it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later_by_days: Option<ParameterName>,
    /// Days, weeks or months from the start of the contract until what it demands is due: it is not checked before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<ParameterName>,
    /// It is checked together with this entry, when that stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<EntryId>,
}

/// What the evidence waits for, where it waits for no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandedIn {
    /// The buyer asks for it.
    OnRequest,
    /// The work is about to begin.
    BeforeWork,
    /// The delivery is about to be accepted.
    BeforeAcceptance,
    /// A delivery.
    WithDelivery,
}

impl HandedIn {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 4] =
        [Self::BeforeWork, Self::BeforeAcceptance, Self::WithDelivery, Self::OnRequest];
}

/// A clause that gives an entry its need points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Points: 5 when a chosen goal names the entry, 3 when another answer turns it on.
    pub points: i32,
    /// When the clause holds.
    pub when: Condition,
}

/// Where an entry's facts come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntrySource {
    /// The page or document.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Its date, as the source writes it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub date: String,
    /// When somebody last looked.
    #[serde(deserialize_with = "super::date::read")]
    pub checked_on: Date,
}

/// A wording rule that an entry's texts are exempt from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LintExempt {
    /// The code of the rule: "R11".
    pub rule: String,
    /// Why what it finds is right here.
    pub why: String,
}

/// What an entry puts into the notice beside its social objectives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InNotice {
    /// The official codes by field: `BT-71 = ["res-ws"]`.
    #[serde(skip_serializing_if = "is_default")]
    pub codes: IndexMap<Term, Vec<String>>,
    /// The parameter that names the one lot that the entry is about.
    #[serde(skip_serializing_if = "is_default")]
    pub lot: Option<ParameterName>,
    /// The parameter that is the weight of an award criterion.
    #[serde(skip_serializing_if = "is_default")]
    pub weight: Option<ParameterName>,
}

impl InNotice {
    /// The codes for a field.
    pub fn codes(&self, term: Term) -> &[String] {
        self.codes.get(&term).map_or(&[], Vec::as_slice)
    }
}

/// The rules of an entry: one table of `entries/<theme>.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own in the data")]
pub struct EntryRules {
    /// Raised when rules or words change.
    pub version: u32,
    /// When the rules were last checked against the law.
    #[serde(deserialize_with = "super::date::read")]
    pub checked_on: Date,
    /// How far it goes.
    pub level: Level,
    /// Where it works.
    pub placement: Placement,
    /// How it comes into a project.
    pub class: Class,
    /// The form of place it gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<PlaceForm>,
    /// How its quantity is decided.
    #[serde(default, skip_serializing_if = "is_default")]
    pub basis: QuantityBasis,
    /// At most one of a group is recommended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// How heavy it is for a supplier, 0 to 3. Own judgement.
    #[serde(default, skip_serializing_if = "is_default")]
    pub burden: i32,
    /// Hours a year for the buyer. Own judgement.
    #[serde(default, skip_serializing_if = "is_default")]
    pub follow_up_hours: f64,
    /// CPV prefixes it fits; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cpv: Option<Vec<String>>,
    /// A list that the main code must be on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cpv_list: Option<CpvList>,
    /// When it fits; always when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// When the law demands it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty_when: Option<Condition>,
    /// What gives it need points.
    #[serde(default, skip_serializing_if = "is_default")]
    pub need: Vec<Need>,
    /// What comes along with it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub requires: Vec<EntryId>,
    /// What goes well with it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub suggests: Vec<EntryId>,
    /// What it cannot stand beside.
    #[serde(default, skip_serializing_if = "is_default")]
    pub conflicts: Vec<EntryId>,
    /// Goes off when no candidates are known; shares their number with the others that need them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub needs_matching_lead: bool,
    /// Shares the number of school-based places.
    #[serde(default, skip_serializing_if = "is_default")]
    pub uses_apl_places: bool,
    /// Prints the row Målgrupp.
    #[serde(default, skip_serializing_if = "is_default")]
    pub target_group: bool,
    /// It is about persons, so reports hold numbers only.
    #[serde(default, skip_serializing_if = "is_default")]
    pub about_persons: bool,
    /// Its numbers rest on practice, not on law.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rule_of_thumb: bool,
    /// Opinions differ about it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contested: bool,
    /// A table of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<EntryTable>,
    /// What the tenderer states about it; what its kriterietyp usually asks for when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_tender: Option<Vec<Statement>>,
    /// What happens on a shortfall.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sanction: Sanction,
    /// When the evidence during the contract is handed in, where that is on no planned day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_in: Option<HandedIn>,
    /// Days before each check by which the buyer sends the form that the supplier answers to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form_days_before: Option<u32>,
    /// The entry that says how and when what this demands is put right, in the place of the common term; it can be itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cured_by: Option<EntryId>,
    /// What the entry is to the others, when they refer to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Codes of the notice (social-objective).
    #[serde(default, skip_serializing_if = "is_default")]
    pub notice: Vec<String>,
    /// What it puts into the notice beside that.
    #[serde(default, skip_serializing_if = "is_default")]
    pub in_notice: InNotice,
    /// Named legal bases.
    #[serde(default, skip_serializing_if = "is_default")]
    pub legal_basis: Vec<String>,
    /// Wording rules that its texts are exempt from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lint_exempt: Vec<LintExempt>,
    /// Since when it is withdrawn: kept, so that what uses it can be told, and never offered.
    #[serde(default, deserialize_with = "super::date::read_some", skip_serializing_if = "Option::is_none")]
    pub withdrawn_on: Option<Date>,
    /// What stands in the place of a withdrawn one: one that replaces it, or the several that it was split into.
    #[serde(default, skip_serializing_if = "is_default")]
    pub replaced_by: Vec<EntryId>,
    /// Who checks, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUp>,
    /// Which values decide when it is checked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub follow_up_values: FollowUpValues,
    /// The values in its text.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parameters: IndexMap<ParameterName, Parameter>,
    /// Where its facts come from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sources: Vec<EntrySource>,
}

impl Sanction {
    /// Whether damages can be due.
    pub fn leads_to_damages(self) -> bool {
        matches!(self, Self::CureThenDamages | Self::CureThenDamagesThenTermination)
    }
}

impl EntryRules {
    /// Whether a shortfall leads to damages for something else than a place or the labour-law terms, whose amounts are
    /// counted by the place and by the worker. Damages that are due say so of themselves.
    pub fn leads_to_other_damages(&self) -> bool {
        let counted = self.basis != QuantityBasis::None || self.form.is_some();
        let is_either = counted || matches!(self.role, Some(Role::LabourTerms | Role::Damages));
        self.sanction.leads_to_damages() && !is_either
    }

    /// Rules that ask for nothing more than this.
    pub fn new(level: Level, placement: Placement, class: Class, checked_on: Date) -> Self {
        Self {
            version: 1,
            checked_on,
            level,
            placement,
            class,
            form: None,
            basis: QuantityBasis::None,
            group: None,
            burden: 0,
            follow_up_hours: 0.0,
            cpv: None,
            cpv_list: None,
            when: None,
            duty_when: None,
            need: Vec::new(),
            requires: Vec::new(),
            suggests: Vec::new(),
            conflicts: Vec::new(),
            needs_matching_lead: false,
            uses_apl_places: false,
            target_group: false,
            about_persons: false,
            rule_of_thumb: false,
            contested: false,
            table: None,
            in_tender: None,
            sanction: Sanction::None,
            handed_in: None,
            form_days_before: None,
            cured_by: None,
            role: None,
            notice: Vec::new(),
            in_notice: InNotice::default(),
            legal_basis: Vec::new(),
            lint_exempt: Vec::new(),
            withdrawn_on: None,
            replaced_by: Vec::new(),
            follow_up: None,
            follow_up_values: FollowUpValues::default(),
            parameters: IndexMap::new(),
            sources: Vec::new(),
        }
    }

    /// The conditions on which the entry fits, is a duty, or is needed.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.when.iter().chain(&self.duty_when).chain(self.need.iter().map(|need| &need.when))
    }
}

/// A table that the program makes for an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryTable {
    /// Forms of place of equal worth.
    Swap,
}

/// A requirement that can be chosen. A project keeps a copy of each that it took over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// What it is about.
    pub theme: Theme,
    /// Its rules.
    pub rules: EntryRules,
    /// Its words.
    pub text: Bilingual<EntryText>,
}

impl Entry {
    /// The names of what can be chosen as a value; none when there is nothing to choose among, or when the law has chosen.
    pub fn options_of(&self, name: &ParameterName) -> Option<Bilingual> {
        let parameter = self.rules.parameters.get(name).filter(|p| !p.options.is_empty() && !p.locked)?;
        let label = |code: &Code, language| {
            let label = self.text.of(language).options.get(name).and_then(|labels| labels.get(code));
            label.cloned().unwrap_or_else(|| code.to_string())
        };
        Some(Bilingual::each(|language| {
            let labels = parameter.options.iter().map(|code| label(code, language));
            labels.collect::<Vec<_>>().join(", ")
        }))
    }

    /// What it is called.
    pub fn title(&self) -> Bilingual {
        Bilingual::each(|language| self.text.of(language).title.clone())
    }

    /// Whether it specifies that what is bought can be used by all.
    pub fn is_accessibility_specification(&self) -> bool {
        self.theme == Theme::Accessibility && self.rules.placement == Placement::TechnicalSpecification
    }

    /// What the tenderer states about it beside yes or no, in the order of the form.
    ///
    /// Where nothing else is said a term of the contract is only accepted, unless the officer has written evidence for
    /// it, and everything else is described.
    pub fn in_tender(&self) -> &[Statement] {
        const DESCRIBED: &[Statement] = &[Statement::Description, Statement::Attachments];
        if let Some(statements) = &self.rules.in_tender {
            return statements;
        }
        let accepted = matches!(self.rules.placement, Placement::ContractTerm | Placement::ExclusionGround);
        let shown = self.is_custom() && !self.text.sv.evidence_tender.trim().is_empty();
        if accepted && !shown { &[] } else { DESCRIBED }
    }

    /// Whether the officer wrote it, for one project.
    pub fn is_custom(&self) -> bool {
        self.rules.class == Class::Custom
    }

    /// Whether it is kept for those who use it, and offered to nobody.
    pub fn is_withdrawn(&self) -> bool {
        self.rules.withdrawn_on.is_some()
    }
}
