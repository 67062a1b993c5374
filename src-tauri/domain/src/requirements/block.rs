//! What keeps an entry from fitting: the questions and facts that decide it, each with what is said there now and what
//! would have to be said. Conditions are followed back to where somebody can answer them, so that no rule is written twice.

mod work;

use indexmap::IndexSet;
use serde::Serialize;

use super::misfit::Judge;
use crate::assess::Assessment;
use crate::catalogue::condition::{Condition, Test, UNKNOWN};
use crate::catalogue::id::{Code, FactName};
use crate::catalogue::question::{Field, FieldKind, Question};
use crate::format;
use crate::needs::facts::{FactValue, serde_name};
use crate::needs::question_state::{QuestionState, State};
use crate::number::Number;
use crate::procurement::regime_words::short;
use crate::progress::Task;
use crate::project::Project;
use crate::requirements::words::Speaker;
use crate::spot::Spot;
use crate::text::{Bilingual, Language};

/// Where something is answered or filled in that an entry depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Where.
    pub spot: Spot,
    /// The question, or the name of the fact.
    pub what: Bilingual,
    /// What is said there now: "Avrop utan garanterad volym", "inte besvarad".
    pub now: Bilingual,
    /// What would have to be said, as a clause: "svaret är ”I säsong”". May be empty.
    pub wanted: Bilingual,
    /// Nothing is said there yet, or that nobody knows.
    pub waits: bool,
    /// How it stands to the others beside it.
    pub role: Role,
}

/// How one of several places decides beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It has to be another there.
    Needed,
    /// One of them is enough.
    Enough,
    /// It depends on what is said at the others.
    Depends,
}

/// What would have to be said, before it is put in words: the answers of several conditions on a question go together.
#[derive(Clone)]
enum Wish<'a> {
    Answers(IndexSet<Code>),
    Holds(&'a Condition),
    HoldsNot(&'a Condition),
    Words(Bilingual),
}

/// What is said somewhere now.
enum Said<'a> {
    Answer(&'a Question, &'a QuestionState),
    Told { what: Bilingual, now: Bilingual },
}

/// A block before it has its words: most are only asked whether anything is missing.
struct Found<'a> {
    spot: Spot,
    said: Said<'a>,
    missing: bool,
    role: Role,
    wishes: Vec<Wish<'a>>,
}

impl Found<'_> {
    /// What another condition asks of the same place.
    fn take_in(&mut self, other: Self) {
        self.wishes.extend(other.wishes);
        if other.role == Role::Needed {
            self.role = Role::Needed;
        }
    }

    fn waits(&self) -> bool {
        let unknown = matches!(&self.said, Said::Answer(_, state) if state.state == State::Unknown);
        self.missing || unknown
    }
}

/// A question that is not asked is followed to what would have it asked, at most so many times.
const DEEPEST: usize = 6;

/// Follows conditions back to answers and facts.
#[derive(Clone, Copy)]
pub(super) struct Tracer<'a> {
    pub(super) project: &'a Project,
    pub(super) assessment: &'a Assessment,
}

impl<'a> Tracer<'a> {
    /// What keeps conditions from holding, each place once.
    pub(super) fn blocks(&self, conditions: impl IntoIterator<Item = &'a Condition>) -> Vec<Block> {
        let found = all_of(conditions.into_iter().map(|condition| self.trace(condition, true, DEEPEST)));
        let together = found.into_iter().fold(Vec::new(), |mut all: Vec<Found<'_>>, one| {
            match all.iter_mut().find(|known| known.spot == one.spot) {
                Some(known) => known.take_in(one),
                None => all.push(one),
            }
            all
        });
        together.into_iter().map(|found| self.in_words(found)).collect()
    }

    /// Whether a condition may come to hold by something that nobody has answered or filled in.
    pub(super) fn lacks(&self, condition: &'a Condition) -> bool {
        self.trace(condition, true, DEEPEST).iter().any(|found| found.missing)
    }

    /// The place where a fact is answered, with what would have to be said there.
    pub(super) fn at(&self, fact: &FactName, wanted: Bilingual) -> Option<Block> {
        let (question, _) = self.assessment.catalogue.asking(fact)?;
        let found = self.question(question, IndexSet::new(), None, 1).pop()?;
        Some(Block { wanted, ..self.in_words(found) })
    }

    fn trace(&self, condition: &'a Condition, wanted: bool, depth: usize) -> Vec<Found<'a>> {
        let facts = &self.assessment.facts;
        // What is bought is not chosen so as to fit a requirement.
        if depth == 0 || condition.holds(facts) == wanted || !condition.can_be(wanted, facts) {
            return Vec::new();
        }
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                let parts = parts.iter().map(|part| self.trace(part, wanted, depth));
                if matches!(condition, Condition::All(_)) == wanted { all_of(parts) } else { one_of(parts) }
            }
            Condition::Not(inner) => self.trace(inner, !wanted, depth),
            Condition::Fact(name, test) => self.fact(condition, name, test, wanted, depth),
            Condition::Cpv(prefixes) => vec![self.codes(prefixes)],
            Condition::CpvList(_) => vec![self.codes(&[])],
            Condition::Parameter(..) | Condition::Chosen(_) => Vec::new(),
        }
    }

    fn fact(
        &self,
        leaf: &'a Condition,
        name: &'a FactName,
        test: &'a Test,
        wanted: bool,
        depth: usize,
    ) -> Vec<Found<'a>> {
        if let Some((question, field)) = self.assessment.catalogue.asking(name) {
            return self.question(question, answers(name, field, test, wanted), Some(leaf), depth);
        }
        let rows = self.assessment.catalogue.derived.iter().filter(|row| row.name == *name);
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            return self.procurement(leaf, name, wanted, depth);
        }
        let leading = rows.into_iter().filter(|row| test.holds(&row.value) == wanted);
        one_of(leading.map(|row| self.trace(&row.when, true, depth - 1)))
    }

    /// A question that is not asked is followed to what would have it asked.
    fn question(
        &self,
        question: &'a Question,
        answers: IndexSet<Code>,
        otherwise: Option<&'a Condition>,
        depth: usize,
    ) -> Vec<Found<'a>> {
        let Some(state) = self.assessment.questions.iter().find(|state| state.id == question.id) else {
            return Vec::new();
        };
        if !state.visible {
            let when = question.rules.visible_when.as_ref();
            return when.map(|when| self.trace(when, true, depth - 1)).unwrap_or_default();
        }
        let wish = if answers.is_empty() { otherwise.map(Wish::Holds) } else { Some(Wish::Answers(answers)) };
        vec![Found {
            spot: Spot::Question(question.id.clone()),
            said: Said::Answer(question, state),
            missing: state.state.is_left(),
            role: Role::Needed,
            wishes: wish.into_iter().collect(),
        }]
    }

    fn answered(&self, question: &Question, state: &QuestionState) -> Bilingual {
        let said = self.project.answers.get(&question.id);
        match (state.state, said) {
            // An answer that says that somebody is yet to be asked says more than that nobody knows.
            (State::Answered | State::Incomplete | State::Unknown, Some(answer)) if answer.is_value() => {
                Bilingual::each(|language| {
                    Speaker::new(self.project, self.assessment, language).answer(question, answer)
                })
            }
            (state, _) => self.say(&format!("window.block.{}", serde_name(&state))),
        }
    }

    /// Facts that are worked out of what is filled in about the procurement.
    fn procurement(
        &self,
        leaf: &'a Condition,
        name: &FactName,
        wanted: bool,
        depth: usize,
    ) -> Vec<Found<'a>> {
        let wish = if wanted { Wish::Holds(leaf) } else { Wish::HoldsNot(leaf) };
        let field = |field| self.filled_in(field, Some(wish.clone()));
        match name.as_str() {
            "value" | "value_per_supplier" => vec![field("value_sek")],
            "months" | "option_months" | "framework" | "lots" | "subcontracting" | "design"
            | "authority_kind" | "supplier_count" | "nature" | "act" => vec![field(name.as_str())],
            "extends" => vec![field("option_months")],
            "total_months" => one_of([vec![field("months")], vec![field("option_months")]]),
            "annex_2" => vec![field("annex_2_service")],
            "profile_labour_risk" => vec![field("cpv")],
            "regime" => vec![self.regime(wish)],
            "volume" => self.volume(wish, depth),
            "headcount" | "labour_share" | "labour_hours" => self.work(name, wish, depth),
            _ => Vec::new(),
        }
    }

    /// Call-offs without a volume make it uncertain whatever the contract is called; else the framework does.
    fn volume(&self, wish: Wish<'a>, depth: usize) -> Vec<Found<'a>> {
        let pattern: FactName = "need_pattern".into();
        let by_call_off = self.assessment.facts.code("volume") == Some("uncertain")
            && !self.project.procurement.is_framework_without_volume();
        let asked = self.assessment.catalogue.asking(&pattern).filter(|_| by_call_off);
        let Some((question, field)) = asked else {
            let framework = self.project.procurement.framework == Some(true);
            return vec![
                self.filled_in(if framework { "guaranteed_volume" } else { "framework" }, Some(wish)),
            ];
        };
        let call_off = FactValue::Code("call_off".into());
        let answers = answers(&pattern, field, &Test::Is(call_off), false);
        self.question(question, answers, None, depth)
    }

    fn filled_in(&self, field: &str, wish: Option<Wish<'a>>) -> Found<'a> {
        let stated = self.stated(field);
        Found {
            spot: Spot::Fact(field.to_owned()),
            missing: stated.is_none(),
            role: Role::Needed,
            said: Said::Told {
                what: self.say(&format!("program.fields.{field}")),
                now: stated.unwrap_or_else(|| self.say("window.block.not_filled")),
            },
            wishes: wish.into_iter().collect(),
        }
    }

    fn regime(&self, wish: Wish<'a>) -> Found<'a> {
        let regime = self.assessment.regime.regime();
        let (act, phrases) = (self.project.procurement.act, &self.assessment.catalogue.phrases);
        let now = regime.map(|regime| short(regime, act, phrases));
        Found {
            spot: Spot::Task(Task::Procurement),
            missing: now.is_none(),
            role: Role::Needed,
            said: Said::Told {
                what: self.say("window.block.regime"),
                now: now.unwrap_or_else(|| self.say("window.block.undecided")),
            },
            wishes: vec![wish],
        }
    }

    fn codes(&self, prefixes: &[String]) -> Found<'a> {
        let codes = Bilingual::each(|language| format::alternatives(prefixes, language));
        let wish = self.fill("window.block.codes", &[("codes", codes)]);
        self.filled_in("cpv", Some(Wish::Words(wish)).filter(|_| !prefixes.is_empty()))
    }

    /// A fact of the procurement as it reads; nothing while it is not filled in.
    fn stated(&self, field: &str) -> Option<Bilingual> {
        let p = &self.project.procurement;
        let yes_or_no = |yes: bool| self.say(if yes { "general.options.yes" } else { "general.options.no" });
        let months = |n: u32| self.fill("program.calculation.unit.months", &[("n", same(n))]);
        let general = |table: &str, name: String| self.say(&format!("general.{table}.{name}"));
        match field {
            "value_sek" => {
                let value = p.value_sek?.as_f64();
                Some(Bilingual::each(|language| format::money(value, language)))
            }
            "months" => Some(months(p.months?.count())),
            "option_months" => Some(months(p.option_months?.count())),
            "framework" => p.framework.map(yes_or_no),
            "guaranteed_volume" => p.guaranteed_volume.map(yes_or_no),
            "annex_2_service" => p.annex_2_service.map(yes_or_no),
            "design" => Some(yes_or_no(p.design)),
            "lots" => Some(yes_or_no(!p.lots.is_empty())),
            "supplier_count" => p.supplier_count.map(same),
            "nature" => Some(general("natures", serde_name(&p.nature?))),
            "act" => Some(general("acts", serde_name(&p.act))),
            "authority_kind" => Some(general("authority_kinds", serde_name(&p.authority_kind))),
            "subcontracting" => {
                Some(self.say(&format!("decision_record.subcontracting.{}", serde_name(&p.subcontracting?))))
            }
            "cpv" => {
                let codes = p.cpv.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                Some(Bilingual::new(codes.clone(), codes)).filter(|codes| !codes.sv.is_empty())
            }
            _ => None,
        }
    }

    /// What would have to hold, as a clause.
    fn words(&self, leaf: &Condition) -> Option<Bilingual> {
        Judge { assessment: self.assessment }.wanted(leaf)
    }

    /// What holds and should not, as a clause.
    fn unless(&self, leaf: &Condition) -> Option<Bilingual> {
        let holding = Judge { assessment: self.assessment }.holding(leaf)?;
        Some(self.fill("window.block.unless", &[("what", holding)]))
    }

    fn in_words(&self, found: Found<'_>) -> Block {
        let waits = found.waits();
        let Found { spot, said, role, wishes, .. } = found;
        let question = match &said {
            Said::Answer(question, _) => Some(*question),
            Said::Told { .. } => None,
        };
        let codes = wishes.iter().filter_map(|wish| match wish {
            Wish::Answers(codes) => Some(codes),
            _ => None,
        });
        let codes: IndexSet<&Code> = codes.flatten().collect();
        let label = |code: &&Code, language: Language| {
            let speaker = Speaker::new(self.project, self.assessment, language);
            question.map(|question| format::quoted(&speaker.option(question, code), language))
        };
        let labels = Bilingual::each(|language| {
            let labels: Vec<String> = codes.iter().filter_map(|code| label(code, language)).collect();
            format::alternatives(&labels, language)
        });
        let answers = (!codes.is_empty()).then(|| self.fill("window.block.answers", &[("answers", labels)]));
        let clauses = wishes.iter().filter_map(|wish| match wish {
            Wish::Answers(_) => None,
            Wish::Holds(leaf) => self.words(leaf),
            Wish::HoldsNot(leaf) => self.unless(leaf),
            Wish::Words(words) => Some(words.clone()),
        });
        let clauses: Vec<Bilingual> = answers.into_iter().chain(clauses).collect();
        let wanted = Bilingual::each(|language| {
            let once: IndexSet<String> = clauses.iter().map(|text| text.of(language).clone()).collect();
            format::list(&once.into_iter().collect::<Vec<_>>(), language)
        });
        let (what, now) = match said {
            Said::Answer(question, state) => (asked_as(question), self.answered(question, state)),
            Said::Told { what, now } => (what, now),
        };
        Block { spot, what, now, wanted, waits, role }
    }

    fn say(&self, key: &str) -> Bilingual {
        self.assessment.catalogue.phrases.say(key)
    }

    fn fill(&self, key: &str, slots: &[(&str, Bilingual)]) -> Bilingual {
        self.assessment.catalogue.phrases.fill(key, slots)
    }
}

/// Places that all have to be another. What is one of several ways is then no more than one that may decide.
fn all_of<'a>(parts: impl IntoIterator<Item = Vec<Found<'a>>>) -> Vec<Found<'a>> {
    let parts: Vec<_> = parts.into_iter().collect();
    let alone = is_one_way(&parts);
    let role = |role| if alone || role == Role::Needed { role } else { Role::Depends };
    parts.into_iter().flatten().map(|one| Found { role: role(one.role), ..one }).collect()
}

/// Ways of which one is enough: a way that goes by several places is none of them alone.
fn one_of<'a>(ways: impl IntoIterator<Item = Vec<Found<'a>>>) -> Vec<Found<'a>> {
    let ways: Vec<_> = ways.into_iter().collect();
    if is_one_way(&ways) {
        return ways.into_iter().flatten().collect();
    }
    let stands = |way: Vec<Found<'a>>| {
        let alone = way.len() == 1 && way.iter().all(|one| one.role == Role::Needed);
        let enough = alone || way.iter().all(|one| one.role == Role::Enough);
        let role = if enough { Role::Enough } else { Role::Depends };
        way.into_iter().map(move |one| Found { role, ..one })
    };
    ways.into_iter().flat_map(stands).collect()
}

/// Whether what is told is one part of several, or all at one place.
fn is_one_way(parts: &[Vec<Found<'_>>]) -> bool {
    let told = parts.iter().filter(|part| !part.is_empty()).count();
    let mut places = parts.iter().flatten().map(|one| &one.spot);
    let first = places.next();
    told < 2 || places.all(|spot| Some(spot) == first)
}

/// The options that would do; none when the answer is a number or a text.
fn answers(name: &FactName, field: &Field, test: &Test, wanted: bool) -> IndexSet<Code> {
    let value = |code: &Code| match field.kind {
        FieldKind::Multi => FactValue::Codes([code.clone()].into()),
        _ if field.number_fact.as_ref() == Some(name) => {
            FactValue::Number(Number(field.numbers.get(code).copied().unwrap_or_default()))
        }
        _ => FactValue::Code(code.clone()),
    };
    let options = field.options.iter().filter(|code| **code != UNKNOWN);
    options.filter(|code| test.holds(&value(code)) == wanted).cloned().collect()
}

fn asked_as(question: &Question) -> Bilingual {
    Bilingual::each(|language| question.text.of(language).question.clone())
}

fn same(number: u32) -> Bilingual {
    Bilingual::new(number.to_string(), number.to_string())
}
