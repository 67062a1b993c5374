//! Facts: what conditions ask about, put together from the procurement and the answers that matter.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::answer::{Answer, FieldValue};
use super::answer_words;
use crate::catalogue::Catalogue;
use crate::catalogue::condition::{Condition, UNKNOWN};
use crate::catalogue::entry::{Entry, QuantityBasis};
use crate::catalogue::id::{Code, EntryId, FactName, QuestionId};
use crate::catalogue::question::{FieldKind, Question};
use crate::number::Number;
use crate::procurement::Procurement;
use crate::procurement::amount::{Months, Sek};
use crate::procurement::cpv::{CpvCode, CpvList, OnList};
use crate::procurement::regime::{Annex2, RegimeOutcome};
use crate::project::Project;
use crate::requirements::proportionality::{self, Capacity};

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FactValue {
    /// Holds or not.
    Flag(bool),
    /// A number.
    Number(Number),
    /// One code.
    Code(Code),
    /// Several codes.
    Codes(BTreeSet<Code>),
}

impl FactValue {
    /// What sort of value it is.
    pub fn sort(&self) -> Sort {
        match self {
            Self::Flag(_) => Sort::Flag,
            Self::Number(_) => Sort::Number,
            Self::Code(_) => Sort::Code,
            Self::Codes(_) => Sort::Codes,
        }
    }

    fn code(text: &str) -> Self {
        Self::Code(text.into())
    }

    fn number(number: f64) -> Self {
        Self::Number(Number(number))
    }
}

/// All facts of a project. A fact that is not here has not been answered.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    values: HashMap<FactName, FactValue>,
    texts: HashMap<FactName, String>,
    sources: HashMap<FactName, QuestionId>,
    /// The CPV codes of the procurement.
    pub cpv: Vec<CpvCode>,
    /// The lists that the main code is on.
    pub lists: BTreeSet<CpvList>,
    /// The entries that are chosen.
    pub chosen: BTreeSet<EntryId>,
}

/// What sort of value a fact has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Holds or not.
    Flag,
    /// A number.
    Number,
    /// One code.
    Code,
    /// Several codes.
    Codes,
}

/// Facts that code works out; the others come from questions and derived facts.
pub const COMPUTED: [(&str, Sort); 31] = [
    ("act", Sort::Code),
    ("regime", Sort::Code),
    ("nature", Sort::Code),
    ("annex_2", Sort::Flag),
    ("value", Sort::Number),
    ("months", Sort::Number),
    ("total_months", Sort::Number),
    ("extends", Sort::Flag),
    ("framework", Sort::Flag),
    ("volume", Sort::Code),
    ("lots", Sort::Flag),
    ("subcontracting", Sort::Code),
    ("design", Sort::Flag),
    ("authority_kind", Sort::Code),
    ("headcount", Sort::Number),
    ("headcount_over_full_time", Sort::Flag),
    ("labour_share", Sort::Number),
    ("labour_hours", Sort::Number),
    ("value_per_supplier", Sort::Number),
    ("profile_labour_risk", Sort::Code),
    ("supplier_count", Sort::Number),
    ("option_months", Sort::Number),
    ("theme_has_specification", Sort::Flag),
    ("chosen_themes", Sort::Codes),
    ("chosen_forms", Sort::Codes),
    ("chosen_bases", Sort::Codes),
    ("chosen_roles", Sort::Codes),
    ("standing_roles", Sort::Codes),
    ("other_damages", Sort::Flag),
    ("unfinished", Sort::Codes),
    ("unreasoned", Sort::Codes),
];

/// The field that says why an answer was given: several questions have it, and it makes no fact.
pub const REASON: &str = "reason";

impl Facts {
    /// The value of a fact.
    pub fn get(&self, name: &FactName) -> Option<&FactValue> {
        self.values.get(name)
    }

    /// The code of a fact, when it is one.
    pub fn code(&self, name: &str) -> Option<&str> {
        match self.values.get(name) {
            Some(FactValue::Code(code)) => Some(code.as_str()),
            _ => None,
        }
    }

    /// The number of a fact, when it is one.
    pub fn number(&self, name: &str) -> Option<f64> {
        match self.values.get(name) {
            Some(FactValue::Number(Number(number))) => Some(*number),
            _ => None,
        }
    }

    /// Whether a flag is set.
    pub fn is(&self, name: &str) -> bool {
        self.values.get(name) == Some(&FactValue::Flag(true))
    }

    /// The codes of a fact; empty when there are none.
    pub fn codes(&self, name: &str) -> impl Iterator<Item = &Code> {
        let codes = match self.values.get(name) {
            Some(FactValue::Codes(codes)) => Some(codes),
            _ => None,
        };
        codes.into_iter().flatten()
    }

    /// A text that was answered, such as the name of an agreement.
    pub fn text(&self, name: &FactName) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// The question that a fact comes from.
    pub fn source(&self, name: &FactName) -> Option<&QuestionId> {
        self.sources.get(name)
    }

    /// The facts as they would be with so many persons at work.
    pub(crate) fn with_headcount(&self, persons: f64) -> Self {
        let mut facts = self.clone();
        facts.set("headcount", FactValue::number(persons));
        facts
    }

    fn set(&mut self, name: &str, value: FactValue) {
        self.values.insert(name.into(), value);
    }
}

/// What is known of a project: the facts, the questions that matter, and how much work the contract is.
#[derive(Clone, Debug)]
pub struct Known {
    /// The facts.
    pub facts: Facts,
    /// The questions that matter, in order.
    pub visible: BTreeSet<QuestionId>,
    /// How much work the contract is; `None` while it cannot be worked out, or when only goods are bought.
    pub capacity: Option<Capacity>,
}

/// Works out what is known. An answer to a hidden question is kept but not used, so facts and visible questions
/// are worked out together, until nothing changes.
pub fn known(project: &Project, regime: &RegimeOutcome, catalogue: &Catalogue) -> Known {
    let base = Facts::of_procurement(project, regime, catalogue);
    let mut visible = BTreeSet::new();
    for _ in 0..=catalogue.questions.len() {
        let (facts, capacity) = with_answers(&base, &visible, project, catalogue);
        let now: BTreeSet<QuestionId> = catalogue
            .questions
            .values()
            .filter(|q| is_shown(q, project, &facts))
            .map(|q| q.id.clone())
            .collect();
        if now == visible {
            return Known { facts, visible, capacity };
        }
        visible = now;
    }
    let (facts, capacity) = with_answers(&base, &visible, project, catalogue);
    Known { facts, visible, capacity }
}

fn is_shown(question: &Question, project: &Project, facts: &Facts) -> bool {
    let holds = |when: &Option<Condition>| when.as_ref().is_none_or(|when| when.holds(facts));
    let asked = || project.answers.contains_key(&question.id) || holds(&question.rules.asked_when);
    holds(&question.rules.visible_when) && asked()
}

fn with_answers(
    base: &Facts,
    visible: &BTreeSet<QuestionId>,
    project: &Project,
    catalogue: &Catalogue,
) -> (Facts, Option<Capacity>) {
    let mut facts = base.clone();
    let asked = visible.iter().filter_map(|id| catalogue.questions.get(id));
    let answered = asked.filter_map(|question| Some((question, project.answers.get(&question.id)?)));
    // An answer from outside, or from another edition, may not fit its question: then it waits for another.
    let fitting: Vec<_> =
        answered.filter(|(question, answer)| answer.check(question, &catalogue.phrases).is_ok()).collect();
    for (question, answer) in &fitting {
        facts.take_answer(question, answer);
    }
    let unfinished = fitting.iter().filter(|(question, answer)| !answer.is_whole(question));
    facts.set_codes("unfinished", unfinished.map(|(question, _)| &question.id));
    let unreasoned = fitting.iter().filter(|(question, answer)| answer_words::lacks_reason(answer, question));
    facts.set_codes("unreasoned", unreasoned.map(|(question, _)| &question.id));
    facts.settle_volume();
    facts.derive(catalogue);
    let capacity = proportionality::capacity(&project.procurement, &facts, catalogue);
    if let Some(capacity) = &capacity {
        facts.take_capacity(capacity);
        facts.derive(catalogue);
    }
    (facts, capacity)
}

impl Facts {
    fn of_procurement(project: &Project, regime: &RegimeOutcome, catalogue: &Catalogue) -> Self {
        let procurement = &project.procurement;
        let mut facts = Self { cpv: procurement.cpv.clone(), ..Self::default() };
        facts.lists = lists(procurement, catalogue);
        facts.chosen = project.chosen().cloned().collect();
        facts.take_codes(procurement, regime);
        facts.take_numbers(procurement);
        if let Some(risk) = procurement.main_cpv().and_then(|code| catalogue.profile(code)?.labour_risk) {
            facts.set("profile_labour_risk", FactValue::code(&serde_name(&risk)));
        }
        let mut chosen = project.chosen().filter_map(|id| catalogue.entry(id));
        let specified = chosen.any(Entry::is_accessibility_specification);
        facts.set("theme_has_specification", FactValue::Flag(specified));
        let standing = project.standing();
        facts.set_codes(
            "standing_roles",
            standing.iter().filter_map(|requirement| requirement.entry.rules.role),
        );
        let other_damages =
            standing.iter().any(|requirement| requirement.entry.rules.leads_to_other_damages());
        facts.set("other_damages", FactValue::Flag(other_damages));
        facts.take_choices(&project.chosen().filter_map(|id| catalogue.entry(id)).collect::<Vec<_>>());
        facts
    }

    /// What kinds of requirement are chosen.
    fn take_choices(&mut self, chosen: &[&Entry]) {
        let bases =
            chosen.iter().map(|entry| entry.rules.basis).filter(|basis| *basis != QuantityBasis::None);
        self.set_codes("chosen_themes", chosen.iter().map(|entry| entry.theme));
        self.set_codes("chosen_forms", chosen.iter().filter_map(|entry| entry.rules.form));
        self.set_codes("chosen_bases", bases);
        self.set_codes("chosen_roles", chosen.iter().filter_map(|entry| entry.rules.role));
    }

    fn set_codes<T: Serialize>(&mut self, name: &str, codes: impl Iterator<Item = T>) {
        let codes = codes.map(|code| serde_name(&code).into()).collect();
        self.set(name, FactValue::Codes(codes));
    }

    fn take_codes(&mut self, procurement: &Procurement, regime: &RegimeOutcome) {
        let codes = [
            ("act", Some(serde_name(&procurement.act))),
            ("regime", regime.regime().map(|r| serde_name(&r))),
            ("nature", procurement.nature.map(|n| serde_name(&n))),
            ("authority_kind", Some(serde_name(&procurement.authority_kind))),
            ("subcontracting", procurement.subcontracting.map(|s| serde_name(&s))),
        ];
        for (name, code) in codes {
            if let Some(code) = code {
                self.set(name, FactValue::code(&code));
            }
        }
        let flags = [
            ("annex_2", (regime.annex_2 != Annex2::Ask).then_some(regime.annex_2 == Annex2::Yes)),
            ("extends", procurement.extends()),
            ("framework", procurement.framework),
            ("lots", Some(!procurement.lots.is_empty())),
            ("design", Some(procurement.design)),
        ];
        for (name, flag) in flags {
            if let Some(flag) = flag {
                self.set(name, FactValue::Flag(flag));
            }
        }
    }

    fn take_numbers(&mut self, procurement: &Procurement) {
        let numbers = [
            ("value", procurement.value_sek.map(Sek::as_f64)),
            ("months", procurement.months.map(Months::as_f64)),
            ("option_months", procurement.option_months.map(Months::as_f64)),
            ("total_months", procurement.total_months()),
            ("supplier_count", Some(f64::from(procurement.suppliers()))),
        ];
        for (name, number) in numbers {
            if let Some(number) = number {
                self.set(name, FactValue::number(number));
            }
        }
        if procurement.framework.is_some() {
            let uncertain = procurement.is_framework_without_volume();
            self.set("volume", FactValue::code(if uncertain { "uncertain" } else { "certain" }));
        }
    }

    fn take_answer(&mut self, question: &Question, answer: &Answer) {
        if let Answer::Unknown { .. } = answer {
            for name in question.required_fields() {
                self.sources.insert(name.clone(), question.id.clone());
                self.values.insert(name.clone(), FactValue::code(UNKNOWN));
            }
        }
        for (name, value) in answer.values(question) {
            self.take_field(question, name, value);
        }
    }

    fn take_field(&mut self, question: &Question, name: &FactName, value: &FieldValue) {
        let Some(field) = question.rules.fields.get(name).filter(|_| *name != REASON) else { return };
        self.sources.insert(name.clone(), question.id.clone());
        let fact = match (field.kind, value) {
            (FieldKind::Text | FieldKind::Date, FieldValue::Text(text)) => {
                self.texts.insert(name.clone(), text.clone());
                return;
            }
            (_, FieldValue::Text(code)) => FactValue::code(code),
            (_, FieldValue::Number(number)) => FactValue::Number(*number),
            (_, FieldValue::Codes(codes)) => FactValue::Codes(codes.iter().cloned().collect()),
        };
        if let (Some(number_fact), FactValue::Code(code)) = (&field.number_fact, &fact)
            && let Some(number) = field.numbers.get(code)
        {
            self.sources.insert(number_fact.clone(), question.id.clone());
            self.values.insert(number_fact.clone(), FactValue::number(*number));
        }
        self.values.insert(name.clone(), fact);
    }

    /// Call-offs without guaranteed volume make the volume uncertain, whatever the contract is called.
    fn settle_volume(&mut self) {
        if self.code("need_pattern") == Some("call_off") {
            self.set("volume", FactValue::code("uncertain"));
        }
    }

    fn take_capacity(&mut self, capacity: &Capacity) {
        let headcount = &capacity.headcount;
        self.set("headcount", FactValue::number(headcount.used));
        self.set("headcount_over_full_time", FactValue::Flag(headcount.is_more_than_full_time()));
        self.set("labour_share", FactValue::number(capacity.labour_share));
        self.set("labour_hours", FactValue::number(capacity.labour_hours));
        self.set("value_per_supplier", FactValue::number(capacity.value_per_supplier));
    }

    /// Derived facts, in order; the first value whose condition holds wins.
    fn derive(&mut self, catalogue: &Catalogue) {
        for derived in catalogue.derived.iter() {
            self.values.remove(&derived.name);
        }
        for derived in catalogue.derived.iter() {
            if !self.values.contains_key(&derived.name) && derived.when.holds(self) {
                self.values.insert(derived.name.clone(), derived.value.clone());
                self.trace(&derived.name, &derived.when);
            }
        }
    }

    /// A derived fact comes from the question that the first of its grounds comes from.
    fn trace(&mut self, name: &FactName, when: &Condition) {
        let found = when.reasons(self).into_iter().find_map(|leaf| match leaf {
            Condition::Fact(fact, _) => self.sources.get(fact).cloned(),
            _ => None,
        });
        if let Some(question) = found {
            self.sources.insert(name.clone(), question);
        }
    }
}

fn lists(procurement: &Procurement, catalogue: &Catalogue) -> BTreeSet<CpvList> {
    let all = [CpvList::Annex2, CpvList::Reserved1925, CpvList::Reserved1925a];
    let Some(code) = procurement.main_cpv() else { return BTreeSet::new() };
    all.into_iter().filter(|list| catalogue.cpv.on_list(code, *list) == OnList::Yes).collect()
}

/// The name that a value has in data: `directive_governed`.
pub fn serde_name<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
