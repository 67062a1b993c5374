//! What the rules look at, and how they speak.

use std::collections::{HashMap, HashSet};

use indexmap::IndexSet;
use jiff::civil::Date;

use super::finding::{Case, Finding, Footing, Place, Severity};
use super::rule::Rule;
use crate::assess::{Active, Assessment};
use crate::catalogue::entry::{Entry, QuantityBasis, Role};
use crate::catalogue::id::{EntryId, ParameterName};
use crate::catalogue::legal::Citation;
use crate::catalogue::parameter::ParameterValue;
use crate::catalogue::theme::{PlaceForm, Placement};
use crate::format;
use crate::needs::facts::{Facts, serde_name};
use crate::procurement::Act;
use crate::procurement::regime::Regime;
use crate::procurement::regime_words::short;
use crate::project::Project;
use crate::requirements::misfit::joined;
use crate::requirements::recommend::Standing;
use crate::requirements::words::sections;
use crate::text::{Bilingual, Language};

/// A project, what follows from it, and the requirements that stand.
pub struct View<'a> {
    /// The project.
    pub project: &'a Project,
    /// What follows from it, save the findings.
    pub assessment: &'a Assessment,
    /// The requirements that stand, with their entries.
    pub standing: Vec<Stands<'a>>,
    ids: HashSet<&'a EntryId>,
    roles: HashMap<Role, Stands<'a>>,
    duties: IndexSet<&'a EntryId>,
}

/// A requirement that stands.
#[derive(Clone, Copy)]
pub struct Stands<'a> {
    /// The requirement.
    pub active: &'a Active,
    /// The entry it was made from.
    pub entry: &'a Entry,
}

impl Stands<'_> {
    /// The form of place that it gives: its own, or the one that was chosen.
    pub fn form(&self) -> Option<PlaceForm> {
        let chosen = self.active.values.get("form").and_then(|filled| match &filled.value {
            Some(ParameterValue::Text(code)) => PlaceForm::read(code),
            _ => None,
        });
        self.entry.rules.form.or(chosen)
    }

    /// Whether it asks for places in the work itself. A visit is none; a share of the hours is.
    pub fn gives_places(&self) -> bool {
        self.form().is_some_and(|form| form != PlaceForm::StudyVisit) || self.counts()
    }

    /// Whether it asks for a number that is worked out: of places, of hours or of points.
    pub fn counts(&self) -> bool {
        self.entry.rules.basis != QuantityBasis::None
    }

    /// Whether it reserves the procurement, or a lot of it.
    pub fn reserves(&self) -> bool {
        self.entry.rules.placement == Placement::ReservedParticipation
    }

    /// Where a finding about it lies.
    pub fn place(&self) -> Place {
        Place::Requirement(self.entry.id.clone())
    }

    /// "K3 Studiebesök"
    pub fn name(&self) -> Bilingual {
        let title = self.entry.title();
        Bilingual::each(|language| format!("K{} {}", self.active.number, title.of(language)))
    }

    /// The label of a value, inside a sentence.
    pub fn label(&self, name: &ParameterName) -> Bilingual {
        Bilingual::each(|language| format::lower_first(self.label_in(name, language)))
    }

    /// The labels of values, as a list.
    pub fn labels(&self, names: &[&ParameterName]) -> Bilingual {
        labels(&names.iter().map(|name| (self, *name)).collect::<Vec<_>>())
    }

    fn label_in<'n>(&'n self, name: &'n ParameterName, language: Language) -> &'n str {
        self.entry.text.of(language).parameters.get(name).map_or(name.as_str(), String::as_str)
    }

    /// A number among the values.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.active.values.get(name)?.value.as_ref()?.as_number()
    }

    /// Whether there is a number other than nought.
    pub fn has_value(&self, name: &str) -> bool {
        self.number(name).is_some_and(|number| number > 0.0)
    }
}

/// The labels of values of several requirements, as a list, each once: quoted, since one may hold a comma of its own.
pub fn labels(values: &[(&Stands<'_>, &ParameterName)]) -> Bilingual {
    Bilingual::each(|language| {
        let label = |(stands, name): &(&Stands<'_>, &ParameterName)| {
            format::quoted(stands.label_in(name, language), language)
        };
        let once: IndexSet<String> = values.iter().map(label).collect();
        format::list(&once.into_iter().collect::<Vec<_>>(), language)
    })
}

/// The names of requirements, as a list.
pub fn names(requirements: &[&Stands<'_>]) -> Bilingual {
    let names: Vec<Bilingual> = requirements.iter().map(|stands| stands.name()).collect();
    joined(&names, format::list).unwrap_or_default()
}

/// What a finding rests on.
#[derive(Clone, Copy)]
pub enum Ground<'a> {
    /// A named legal basis.
    Law(&'a str),
    /// Practice, with the named legal basis that stands behind it.
    Practice(&'a str),
    /// Good order, and no section.
    GoodOrder,
}

/// The legal bases that the rules themselves name; every edition has them.
pub const NAMED: [&str; 6] = [
    "abnormally_low_tender",
    "award_criterion",
    "estimated_value",
    "labour_terms",
    "principles",
    "social_aims",
];

/// A finding before it has its words.
pub struct Draft<'v> {
    view: &'v View<'v>,
    rule: Rule,
    case: &'v str,
    severity: Severity,
    place: Place,
    also: Vec<Place>,
    values: Vec<ParameterName>,
    to_fill_in: bool,
    slots: Vec<(&'v str, Bilingual)>,
}

impl<'a> View<'a> {
    /// Looks at a project.
    pub fn new(project: &'a Project, assessment: &'a Assessment) -> Self {
        let with_entry =
            |active: &'a Active| Some(Stands { active, entry: assessment.catalogue.entry(&active.entry)? });
        let standing: Vec<Stands<'a>> = assessment.active.iter().filter_map(with_entry).collect();
        let roles = standing.iter().rev().filter_map(|stands| Some((stands.entry.rules.role?, *stands)));
        let duties = assessment.recommendations.iter().filter(|r| r.standing == Standing::Duty);
        Self {
            project,
            assessment,
            ids: standing.iter().map(|stands| &stands.entry.id).collect(),
            roles: roles.collect(),
            duties: duties.map(|duty| &duty.entry).collect(),
            standing,
        }
    }

    /// The facts.
    pub fn facts(&self) -> &'a Facts {
        &self.assessment.facts
    }

    /// The regime, once it is decided.
    pub fn regime(&self) -> Option<Regime> {
        self.assessment.regime.regime()
    }

    /// Whether the whole act governs, and demands that specifications mind all users: LUK has no such section.
    pub fn demands_specifications(&self) -> bool {
        self.regime() == Some(Regime::DirectiveGoverned) && self.project.procurement.act != Act::Luk
    }

    /// The requirement that plays a part for the others.
    pub fn playing(&self, role: Role) -> Option<Stands<'a>> {
        self.roles.get(&role).copied()
    }

    /// Whether an entry stands.
    pub fn stands(&self, id: &EntryId) -> bool {
        self.ids.contains(id)
    }

    /// What the law demands here, whether it stands or not.
    pub fn duties(&self) -> impl Iterator<Item = &'a Entry> {
        self.duties.iter().filter_map(|id| self.assessment.catalogue.entry(id))
    }

    /// Whether the law demands an entry here.
    pub fn is_duty(&self, entry: &Entry) -> bool {
        self.duties.contains(&entry.id)
    }

    /// The requirements on places, while no requirement plays this part for them.
    pub fn places_without(&self, role: Role) -> impl Iterator<Item = &Stands<'a>> {
        let lacking = self.playing(role).is_none();
        self.standing.iter().filter(move |stands| lacking && stands.gives_places())
    }

    /// The place of the question that a fact comes from.
    pub fn question(&self, fact: &str) -> Place {
        self.facts().source(&fact.into()).cloned().map_or(Place::Whole, Place::Question)
    }

    /// Begins a finding.
    pub fn find<'v>(&'v self, rule: Rule, case: &'v str, severity: Severity, place: Place) -> Draft<'v> {
        Draft {
            view: self,
            rule,
            case,
            severity,
            place,
            also: Vec::new(),
            values: Vec::new(),
            to_fill_in: false,
            slots: Vec::new(),
        }
    }

    /// Begins a finding about a requirement, which its words name.
    pub fn about<'v>(
        &'v self,
        stands: &Stands<'_>,
        rule: Rule,
        case: &'v str,
        severity: Severity,
    ) -> Draft<'v> {
        self.find(rule, case, severity, stands.place()).with("requirement", stands.name())
    }

    /// The sections of a named legal basis here, and whether they are law; nothing when it has none.
    pub fn named(&self, basis: &str) -> Vec<&'a Citation> {
        let basis = self.assessment.catalogue.legal_bases.get(basis);
        let holding = basis.filter(|b| b.when.as_ref().is_none_or(|when| when.holds(self.facts())));
        let act = self.project.procurement.act;
        let cited = holding.zip(self.regime()).map(|(basis, regime)| basis.citations(act, regime));
        cited.into_iter().flatten().collect()
    }

    fn legal_basis(&self, ground: Ground<'_>) -> (Bilingual, Footing) {
        let phrases = &self.assessment.catalogue.phrases;
        if self.regime().is_none() {
            return (phrases.say("review.legal.undecided"), Footing::Unknown);
        }
        let (name, practice) = match ground {
            Ground::Law(name) => (name, false),
            Ground::Practice(name) => (name, true),
            Ground::GoodOrder => return (phrases.say("review.legal.practice_only"), Footing::Practice),
        };
        debug_assert!(
            self.assessment.catalogue.legal_bases.contains_key(name),
            "the catalogue has no legal basis {name}"
        );
        let mut cited = self.named(name);
        let Some(strictest) = cited.iter().map(|citation| citation.basis).min() else {
            let (key, footing) = Footing::uncited(practice);
            return (phrases.say(key), footing);
        };
        cited.retain(|citation| citation.basis == strictest);
        let sections = self.sections(&cited);
        if practice {
            return (phrases.fill("review.legal.practice", &[("sections", sections)]), Footing::Practice);
        }
        (sections, strictest.into())
    }

    fn sections(&self, cited: &[&Citation]) -> Bilingual {
        let (act, phrases) = (self.project.procurement.act, &self.assessment.catalogue.phrases);
        let all: Vec<Bilingual> = cited.iter().map(|citation| sections(citation, act, phrases)).collect();
        let said = |language| all.iter().map(|text| text.of(language).clone()).collect::<Vec<_>>();
        Bilingual::each(|language| format::list(&said(language), language))
    }

    /// The name of the act and of the regime, as slots.
    pub fn act_and_regime(&self) -> [(&'static str, Bilingual); 2] {
        let (act, phrases) = (self.project.procurement.act, &self.assessment.catalogue.phrases);
        let regime = self.regime().map(|regime| short(regime, act, phrases));
        let act = phrases.say(&format!("general.acts.{}", serde_name(&act)));
        [("act", act), ("regime", regime.unwrap_or_default())]
    }
}

impl<'v> Draft<'v> {
    /// Fills a slot of the words.
    #[must_use]
    pub fn with(mut self, slot: &'v str, text: Bilingual) -> Self {
        self.slots.push((slot, text));
        self
    }

    /// Fills a slot with a day, which reads alike in both languages.
    #[must_use]
    pub fn with_day(self, slot: &'v str, day: Date) -> Self {
        self.with(slot, Bilingual::each(|_| format::date(day)))
    }

    /// Names what else it is about.
    #[must_use]
    pub fn also(mut self, places: impl IntoIterator<Item = Place>) -> Self {
        self.also.extend(places);
        self
    }

    /// Names the values that it is about.
    #[must_use]
    pub fn values(mut self, names: &[&ParameterName]) -> Self {
        self.values.extend(names.iter().map(|name| (*name).clone()));
        self
    }

    /// Says whether it is about what cannot be read until it is filled in.
    #[must_use]
    pub fn on_gaps(self, to_fill_in: bool) -> Self {
        Self { to_fill_in, ..self }
    }

    /// The finding, in words.
    pub fn on(self, ground: Ground<'_>) -> Finding {
        let Self { view, rule, case, severity, place, also, values, to_fill_in, slots } = self;
        let key = format!("review.{}.{case}", rule.code().to_lowercase());
        let phrases = &view.assessment.catalogue.phrases;
        let (legal_basis, basis) = view.legal_basis(ground);
        Finding {
            rule,
            case: Case::from(case),
            place,
            also,
            values,
            to_fill_in,
            severity,
            message: phrases.fill(&format!("{key}.message"), &slots),
            remedy: phrases.fill(&format!("{key}.remedy"), &slots),
            legal_basis,
            basis,
            passage: None,
            overridden: None,
        }
    }
}
