//! A small search for a project in which something holds: the conditions say what to answer, a die the rest.
//!
//! The seed is fixed, so a search that finds something finds it every time.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::catalogue::condition::{Condition, Test};
use domain::catalogue::id::{FactName, QuestionId};
use domain::catalogue::question::{Field, FieldKind, Question};
use domain::edit::Edit;
use domain::needs::answer::{Answer, FieldValue};
use domain::needs::facts::{self, FactValue, Known, REASON};
use domain::number::Number;
use domain::procurement::amount::{Months, Sek};
use domain::procurement::cpv::{CpvCode, CpvList, OnList};
use domain::procurement::{Act, AuthorityKind, ContractNature, Procurement, Subcontracting, regime};
use domain::project::Project;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use serde_json::json;

use crate::support::{FactsFile, SHIPPED, TODAY, apply, project};

/// So many projects are tried before something counts as out of reach.
const TRIES: usize = 60;
/// How often each die is thrown for a fact that code works out.
const THROWS: usize = 4;
/// Conditions pull at each other, so each project is led towards them more than once.
const ROUNDS: usize = 2;

/// Main codes worth trying: one for each prefix that the data names, and one for each list.
static CODES: LazyLock<Vec<CpvCode>> = LazyLock::new(|| {
    let entries = SHIPPED.entries.values().flat_map(|entry| entry.rules.cpv.iter().flatten());
    let derived = SHIPPED.derived.iter().flat_map(|derived| prefixes_in(&derived.when));
    let prefixes = SHIPPED.profiles.iter().map(|profile| &profile.cpv).chain(entries).chain(derived);
    let named = prefixes.filter_map(|prefix| SHIPPED.cpv.items().find(|item| item.code.is_under(prefix)));
    named.map(|item| item.code.clone()).chain(listed()).collect()
});

fn prefixes_in(condition: &Condition) -> Vec<&String> {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().flat_map(prefixes_in).collect(),
        Condition::Not(inner) => prefixes_in(inner),
        Condition::Cpv(prefixes) => prefixes.iter().collect(),
        _ => Vec::new(),
    }
}

fn listed() -> Vec<CpvCode> {
    let lists = [CpvList::Annex2, CpvList::Reserved1925, CpvList::Reserved1925a];
    let on = |list| {
        SHIPPED
            .cpv
            .items()
            .map(|item| &item.code)
            .filter(move |c| SHIPPED.cpv.on_list(c, list) == OnList::Yes)
    };
    lists.into_iter().flat_map(|list| on(list).step_by(20)).cloned().collect()
}

/// Searches with a die of its own.
pub struct Search(TestRng);

impl Search {
    pub fn new() -> Self {
        Self(TestRng::deterministic_rng(RngAlgorithm::ChaCha))
    }

    /// A project led towards these conditions in which something holds; `None` when none of many did.
    pub fn find(&mut self, wanted: &[Condition], holds: impl Fn(&Project) -> bool) -> Option<Project> {
        (0..TRIES).map(|_| self.led_to(wanted)).find(holds)
    }

    /// A project in which these conditions are likely to hold: what they do not ask about is left unanswered.
    pub fn led_to(&mut self, wanted: &[Condition]) -> Project {
        let mut project = project(FactsFile { procurement: self.procurement(), ..FactsFile::default() });
        for _ in 0..ROUNDS {
            for condition in wanted {
                self.lead(&mut project, condition, true);
            }
        }
        project
    }

    /// Answers every question that has no answer.
    pub fn answer_the_rest(&mut self, project: &mut Project) {
        for question in SHIPPED.questions.values() {
            if !project.answers.contains_key(&question.id) {
                let fields = question.rules.fields.iter();
                let values = fields.map(|(name, field)| (name.clone(), self.pick(&values(field, question))));
                let answer = Answer::Fields(values.collect());
                project.answers.insert(question.id.clone(), answer);
            }
        }
    }

    /// One of these.
    pub fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.0.random_range(0..all.len())].clone()
    }

    fn procurement(&mut self) -> Procurement {
        let mut procurement = Procurement::default();
        for die in DICE {
            die(self, &mut procurement);
        }
        procurement
    }

    /// Leads a project to a condition, or away from it.
    fn lead(&mut self, project: &mut Project, condition: &Condition, to: bool) {
        match (condition, to) {
            (Condition::Not(inner), _) => self.lead(project, inner, !to),
            (Condition::All(parts), true) | (Condition::Any(parts), false) => {
                for part in parts {
                    self.lead(project, part, to);
                }
            }
            (Condition::Any(parts), true) | (Condition::All(parts), false) => {
                let part = self.pick(&parts.iter().collect::<Vec<_>>());
                self.lead(project, part, to);
            }
            (Condition::Fact(name, test), _) => self.lead_fact(project, name, test, to),
            (Condition::Chosen(entries), true) => {
                let edit = Edit::Choose { entry: self.pick(entries) };
                *project = apply(project, &edit, &SHIPPED).unwrap();
            }
            (Condition::Cpv(prefixes), true) => {
                let prefix = self.pick(prefixes);
                self.lead_code(project, |code| code.is_under(&prefix));
            }
            (Condition::Cpv(prefixes), false) => {
                self.lead_code(project, |code| !prefixes.iter().any(|prefix| code.is_under(prefix)));
            }
            (Condition::CpvList(list), _) => {
                self.lead_code(project, |code| (SHIPPED.cpv.on_list(code, *list) == OnList::Yes) == to);
            }
            (Condition::Chosen(_), false) | (Condition::Parameter(..), _) => {}
        }
    }

    fn lead_code(&mut self, project: &mut Project, fits: impl Fn(&CpvCode) -> bool) {
        if !project.procurement.main_cpv().is_some_and(&fits) {
            let fitting: Vec<&CpvCode> = CODES.iter().filter(|code| fits(code)).collect();
            project.procurement.cpv = vec![self.pick(&fitting).clone()];
        }
    }

    fn lead_fact(&mut self, project: &mut Project, name: &FactName, test: &Test, to: bool) {
        let passes = |known: &Known| known.facts.get(name).is_some_and(|value| test.holds(value)) == to;
        if passes(&known(project)) {
            return;
        }
        if let Some(question) = SHIPPED.questions.values().find(|question| gives(question, name)) {
            if let Some(when) = &question.rules.visible_when {
                self.lead(project, when, true);
            }
            self.answer(project, question, name, |value| test.holds(value) == to);
            return;
        }
        let derived = SHIPPED.derived.iter().filter(|d| d.name == *name && test.holds(&d.value) == to);
        match derived.collect::<Vec<_>>().as_slice() {
            [] if ["chosen_", "standing_"].iter().any(|of| name.as_str().starts_with(of))
                || *name == "theme_has_specification" =>
            {
                self.choose(project, passes);
            }
            [] if *name == "unfinished" => self.leave_unfinished(project, test),
            [] if *name == "unreasoned" => self.give_no_reason(project, test),
            // No requirement of the catalogue has damages for anything else than places and labour terms.
            [] if *name == "other_damages" => write_with_damages(project, to),
            // More persons than any value is posts for.
            [] if *name == "headcount_over_full_time" => {
                self.lead_fact(project, &"headcount_answer".into(), &Test::AtLeast(1000.0), to);
                self.throw(project, DICE, passes);
            }
            [] => self.throw(project, DICE, passes),
            rows => {
                let row = self.pick(rows);
                self.lead(project, &row.when, true);
            }
        }
    }

    /// Gives one field a value whose fact is as wished; what other fields were answered stays.
    fn answer(
        &mut self,
        project: &mut Project,
        question: &Question,
        fact: &FactName,
        wished: impl Fn(&FactValue) -> bool,
    ) {
        let given =
            |(name, field): &(&FactName, &Field)| *name == fact || field.number_fact.as_ref() == Some(fact);
        let (name, field) = question.rules.fields.iter().find(given).unwrap();
        let fitting: Vec<FieldValue> = values(field, question)
            .into_iter()
            .filter(|value| wished(&fact_of(field, value, field.number_fact.as_ref() == Some(fact))))
            .collect();
        let unknown = FactValue::Code("unknown".into());
        if fitting.is_empty() || (wished(&unknown) && self.0.random_bool(0.2)) {
            project.answers.insert(question.id.clone(), Answer::Unknown { unknown: String::new() });
            return;
        }
        let before = project.answers.get(&question.id);
        let mut fields: BTreeMap<FactName, FieldValue> = before
            .into_iter()
            .flat_map(|answer| answer.values(question))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        fields.insert(name.clone(), self.pick(&fitting));
        project.answers.insert(question.id.clone(), Answer::Fields(fields));
    }

    /// Begins the answer to a question that the test names, and leaves out what it needs.
    fn leave_unfinished(&mut self, project: &mut Project, test: &Test) {
        if let Some(question) = self.ask_one(project, test) {
            project.answers.insert(question.id.clone(), Answer::Fields(BTreeMap::new()));
        }
    }

    /// Answers a question that the test names with what a reason is looked for with, and gives none.
    fn give_no_reason(&mut self, project: &mut Project, test: &Test) {
        let Some(question) = self.ask_one(project, test) else { return };
        let code = question.rules.fields[REASON].wanted_with[0].to_string();
        project.answers.insert(question.id.clone(), Answer::Single(FieldValue::Text(code)));
    }

    /// One of the questions that the test names, made to be asked.
    fn ask_one(&mut self, project: &mut Project, test: &Test) -> Option<&'static Question> {
        let Test::HasAny(questions) = test else { return None };
        let id = QuestionId::from(self.pick(&questions.iter().collect::<Vec<_>>()).as_str());
        let question = &SHIPPED.questions[&id];
        if let Some(when) = &question.rules.visible_when {
            self.lead(project, when, true);
        }
        Some(question)
    }

    /// Chooses an entry, of those that are offered, with which something holds.
    fn choose(&mut self, project: &mut Project, holds: impl Fn(&Known) -> bool) {
        let with = SHIPPED
            .offered()
            .map(|entry| apply(project, &Edit::Choose { entry: entry.id.clone() }, &SHIPPED).unwrap());
        let fitting: Vec<Project> = with.filter(|project| holds(&known(project))).collect();
        if !fitting.is_empty() {
            *project = self.pick(&fitting);
        }
    }

    /// Throws one die after the other, a few times each, until something holds; what did not help is put back.
    fn throw(&mut self, project: &mut Project, dice: &[Die], holds: impl Fn(&Known) -> bool) {
        for _ in 0..THROWS {
            for die in dice {
                let mut thrown = project.clone();
                die(self, &mut thrown.procurement);
                if holds(&known(&thrown)) {
                    *project = thrown;
                    return;
                }
            }
        }
    }
}

/// Writes a requirement of the officer's own whose shortfalls lead to damages, or one whose do not.
fn write_with_damages(project: &mut Project, damages: bool) {
    let sanction = if damages { "cure_then_damages" } else { "cure" };
    let written = json!({ "edit": "write_own", "entry": "own-damages", "requirement": {
        "theme": "children", "level": "base", "placement": "contract_term", "title": "Lekplatsen hålls öppen",
        "duties": ["Leverantören ska hålla lekplatsen öppen under arbetet."], "motive": "Barn leker där.",
        "evidence_contract": "Bilder.", "how_checked": "Bilderna läses.", "follow_up_hours": 1, "sanction": sanction,
        "follow_up": { "who": "contract_manager", "first_after_days": 30, "every_months": 6 }
    } });
    *project = apply(project, &serde_json::from_value(written).unwrap(), &SHIPPED).unwrap();
}

/// What is known of a project.
pub fn known(project: &Project) -> Known {
    let thresholds = SHIPPED.thresholds_on(TODAY);
    let regime = regime::follows_from(&project.procurement, None, thresholds, &SHIPPED.cpv);
    facts::known(project, &regime, &SHIPPED)
}

/// Whether a question gives this fact.
pub fn gives(question: &Question, fact: &FactName) -> bool {
    let fields = &question.rules.fields;
    fields.contains_key(fact) || fields.values().any(|field| field.number_fact.as_ref() == Some(fact))
}

/// Values worth trying for a field: every option, and numbers at the borders that conditions have.
pub fn values(field: &Field, question: &Question) -> Vec<FieldValue> {
    let options = field.options.iter();
    let numbers = [0.0, 1.0, 4.0, 12.0, 100.0, 500.0, 1000.0];
    let range = field.range.unwrap_or([0.0, f64::INFINITY]);
    let within = numbers.into_iter().filter(|n| (range[0]..=range[1]).contains(n));
    let number = within.map(|n| FieldValue::Number(Number(n)));
    match field.kind {
        FieldKind::Choice => options.map(|code| FieldValue::Text(code.to_string())).collect(),
        FieldKind::Number => number.collect(),
        FieldKind::NumberOr => options.map(|code| FieldValue::Text(code.to_string())).chain(number).collect(),
        FieldKind::Multi => {
            let several: Vec<_> = options
                .clone()
                .filter(|code| Some(*code) != question.rules.none_of.as_ref())
                .cloned()
                .collect();
            let two = several.windows(2).map(|two| FieldValue::Codes(two.to_vec()));
            let most = several.iter().take(field.max.unwrap_or(usize::MAX)).cloned().collect();
            let one = options.map(|code| FieldValue::Codes(vec![code.clone()]));
            one.chain(two).chain([FieldValue::Codes(most)]).collect()
        }
        FieldKind::Text => vec![FieldValue::Text("egen text".to_owned())],
        FieldKind::Date => vec![FieldValue::Text("2028-01-31".to_owned())],
    }
}

fn fact_of(field: &Field, value: &FieldValue, as_number: bool) -> FactValue {
    match value {
        FieldValue::Number(number) => FactValue::Number(*number),
        FieldValue::Codes(codes) => FactValue::Codes(codes.iter().cloned().collect()),
        FieldValue::Text(code) => match field.numbers.get(&**code).filter(|_| as_number) {
            Some(number) => FactValue::Number(Number(*number)),
            None => FactValue::Code(code.as_str().into()),
        },
    }
}

/// Gives one fact of the procurement a new value.
type Die = fn(&mut Search, &mut Procurement);

const DICE: &[Die] = &[
    cpv,
    |die, p| p.act = die.pick(&[Act::Lou, Act::Lou, Act::Luf, Act::Luk]),
    |die, p| p.authority_kind = die.pick(&[AuthorityKind::Municipality, AuthorityKind::State]),
    |die, p| {
        let natures = [ContractNature::Works, ContractNature::Services, ContractNature::Supplies];
        p.nature = Some(die.pick(&natures));
    },
    |die, p| {
        p.value_sek =
            Some(Sek(die.pick(&[400_000, 1_000_000, 4_000_000, 20_000_000, 90_000_000, 400_000_000])));
    },
    |die, p| p.months = Months::new(die.pick(&[2, 4, 6, 9, 12, 24, 36, 48])).ok(),
    |die, p| p.option_months = Months::new(die.pick(&[0, 12, 24])).ok(),
    |die, p| p.framework = Some(die.pick(&[true, false, false])),
    |die, p| p.guaranteed_volume = Some(die.pick(&[true, false])),
    |die, p| p.supplier_count = Some(die.pick(&[1, 1, 3])),
    |die, p| p.lots = die.pick(&[vec![], vec!["Norr".to_owned(), "Söder".to_owned()]]),
    |die, p| {
        p.subcontracting =
            Some(die.pick(&[Subcontracting::Yes, Subcontracting::No, Subcontracting::Unknown]));
    },
    |die, p| p.design = die.pick(&[true, false]),
    |die, p| p.advertised_anyway = die.pick(&[true, false]),
];

fn cpv(die: &mut Search, procurement: &mut Procurement) {
    procurement.cpv = vec![die.pick(&CODES)];
}
