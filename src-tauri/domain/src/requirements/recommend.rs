//! What is recommended: the duties that the law gives, then at most seven others by score, each with its reasons.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::proportionality::Capacity;
use super::quantity::{self, Quantities};
use super::selection::{Candidate, Selection};
use super::values::Context;
use crate::catalogue::condition::{Condition, Test};
use crate::catalogue::entry::{Class, Entry, QuantityBasis};
use crate::catalogue::id::{EntryId, QuestionId};
use crate::catalogue::phrases::Phrases;
use crate::catalogue::theme::Theme;
use crate::follow_up::hours::HOURS;
use crate::format;
use crate::needs::facts::{FactValue, Facts, serde_name};
use crate::procurement::Act;
use crate::text::Bilingual;

/// What a recommendation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The law demands it here.
    Duty,
    /// Recommended by its score.
    Candidate,
    /// Comes along with another.
    Companion,
    /// A reminder, a standard paragraph or a reservation: shown beside.
    Beside,
}

impl Standing {
    /// Whether the officer is asked to choose it: the law demands it, or its score does.
    pub fn is_proposed(self) -> bool {
        matches!(self, Self::Duty | Self::Candidate)
    }
}

/// Why an entry got its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Score {
    /// A goal or an answer names it.
    pub need: i32,
    /// The risk is high or medium.
    pub risk: i32,
    /// The branch usually fits.
    pub profile: i32,
    /// How heavy it is; counts against it.
    pub burden: i32,
}

impl Score {
    /// The sum.
    pub fn total(self) -> i32 {
        self.need + self.risk + self.profile - self.burden
    }
}

/// A reason in words, with the questions it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Stands after "Därför:".
    pub text: Bilingual,
    /// The question whose answer led to it.
    pub question: Option<QuestionId>,
}

/// An entry proposed for this project.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommendation {
    /// The entry.
    pub entry: EntryId,
    /// What it is.
    pub standing: Standing,
    /// Why it got its place; only candidates are scored.
    pub score: Option<Score>,
    /// Why, in words.
    pub reasons: Vec<Reason>,
}

/// Works out what is recommended. An empty list of candidates is a valid answer.
pub fn recommend(capacity: Option<&Capacity>, context: &Context<'_>) -> Vec<Recommendation> {
    let selection = Selection::new(context);
    let mut without = BTreeSet::new();
    loop {
        let taken = selection.take(&without);
        let entries: Vec<&Entry> = taken.iter().map(|candidate| candidate.entry).collect();
        let quantities = quantity::settle(&entries, capacity, context);
        let empty = without_room(&entries, &quantities);
        if empty.is_empty() {
            let speaker = Speaker { context, facts: context.facts };
            return speaker.all(&selection.duties, &taken, selection.hours(&taken));
        }
        without.extend(empty);
    }
}

/// A number that comes to nothing is no requirement: a dialogue takes its place.
fn without_room<'a>(entries: &[&'a Entry], quantities: &Quantities) -> Vec<&'a EntryId> {
    let has_none = |entry: &&Entry| quantities.get(&entry.id).is_none_or(|quantity| quantity.places == 0.0);
    let counted = entries.iter().copied().filter(|entry| quantity::is_counted(entry));
    counted.filter(has_none).map(|entry| &entry.id).collect()
}

/// Says what is recommended, each with its reasons.
struct Speaker<'a> {
    context: &'a Context<'a>,
    facts: &'a Facts,
}

impl Speaker<'_> {
    fn all(&self, duties: &[&Entry], taken: &[&Candidate<'_>], hours: f64) -> Vec<Recommendation> {
        let mut list: Vec<Recommendation> = duties.iter().map(|entry| self.duty(entry)).collect();
        list.extend(taken.iter().map(|candidate| self.candidate(candidate)));
        if let Some(lowest) = list.last_mut().filter(|one| one.standing == Standing::Candidate) {
            lowest.reasons.extend(self.a_little_more(hours));
        }
        let companions = self.companions(&list);
        list.extend(companions);
        list.extend(self.beside());
        list
    }

    fn duty(&self, entry: &Entry) -> Recommendation {
        let reasons = entry.rules.duty_when.iter().flat_map(|when| self.reasons(when)).collect();
        Recommendation { entry: entry.id.clone(), standing: Standing::Duty, score: None, reasons }
    }

    fn candidate(&self, Candidate { entry, score, .. }: &Candidate<'_>) -> Recommendation {
        let need = entry.rules.need.iter().filter(|need| need.when.holds(self.facts));
        let need = need.max_by_key(|need| need.points);
        let mut reasons: Vec<Reason> = need.iter().flat_map(|need| self.reasons(&need.when)).collect();
        let risk = self.risk_reason(entry.theme).filter(|_| score.risk > 0);
        reasons.extend(risk.filter(|risk| !reasons.contains(risk)));
        reasons.extend(self.plain_reason("reasons.profile").filter(|_| score.profile > 0));
        Recommendation {
            entry: entry.id.clone(),
            standing: Standing::Candidate,
            score: Some(*score),
            reasons,
        }
    }

    fn companions(&self, list: &[Recommendation]) -> Vec<Recommendation> {
        let mut found: Vec<(EntryId, Vec<EntryId>)> = Vec::new();
        let recommended: Vec<&EntryId> = list.iter().map(|recommended| &recommended.entry).collect();
        let chosen = self.context.project.chosen().filter(|id| !recommended.contains(id));
        for leading in recommended.iter().copied().chain(chosen) {
            for id in self.context.catalogue.with_companions(leading).into_iter().skip(1) {
                match found.iter_mut().find(|(other, _)| *other == id) {
                    Some((_, by)) => by.push(leading.clone()),
                    None => found.push((id, vec![leading.clone()])),
                }
            }
        }
        found.retain(|(id, _)| !list.iter().any(|recommended| recommended.entry == *id));
        found.sort_by_key(|(id, _)| self.context.catalogue.position(id));
        found.into_iter().map(|(entry, by)| self.companion(entry, &by)).collect()
    }

    /// It comes along with what is chosen; while nothing that needs it is, it would come along with what is recommended.
    fn companion(&self, entry: EntryId, by: &[EntryId]) -> Recommendation {
        let chosen: Vec<&EntryId> = self.context.project.chosen().filter(|id| by.contains(id)).collect();
        let titles = |ids: &[&EntryId], language| {
            let entries = ids.iter().filter_map(|id| self.context.catalogue.entry(id));
            entries.map(|entry| format::quoted(&entry.text.of(language).title, language)).collect::<Vec<_>>()
        };
        let (key, titles) = if chosen.is_empty() {
            let all: Vec<&EntryId> = by.iter().collect();
            ("companion_if", Bilingual::each(|l| format::alternatives(&titles(&all, l), l)))
        } else {
            ("companion", Bilingual::each(|l| format::list(&titles(&chosen, l), l)))
        };
        let text = self.context.catalogue.phrases.fill(&format!("reasons.{key}"), &[("titles", titles)]);
        let reasons = vec![Reason { text, question: None }];
        Recommendation { entry, standing: Standing::Companion, score: None, reasons }
    }

    fn beside(&self) -> Vec<Recommendation> {
        let kinds = [Class::Reminder, Class::StandardParagraph, Class::Reservation];
        let shown = self.context.catalogue.offered().filter(|entry| kinds.contains(&entry.rules.class));
        shown
            .filter(|entry| fits(entry, self.facts) && !is_duty(entry, self.facts))
            .map(|entry| {
                let reasons = entry.rules.when.iter().flat_map(|when| self.reasons(when)).collect();
                Recommendation { entry: entry.id.clone(), standing: Standing::Beside, score: None, reasons }
            })
            .collect()
    }

    fn reasons(&self, when: &Condition) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = Vec::new();
        for reason in when.reasons(self.facts).into_iter().filter_map(|leaf| self.reason(leaf)) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons
    }

    fn reason(&self, leaf: &Condition) -> Option<Reason> {
        let Condition::Fact(name, test) = leaf else { return None };
        let value = self.facts.get(name)?;
        let (act, phrases) = (self.context.project.procurement.act, &self.context.catalogue.phrases);
        let keys = reason_keys(name.as_str(), test, value);
        let said = keys.iter().filter_map(|key| reason_said(key, number_of(value), act, phrases));
        let all =
            said.reduce(|a, b| Bilingual::new(format!("{}, {}", a.sv, b.sv), format!("{}, {}", a.en, b.en)))?;
        Some(Reason { text: all, question: self.facts.source(name).cloned() })
    }

    fn risk_reason(&self, theme: Theme) -> Option<Reason> {
        let name = if theme == Theme::LabourTerms { "labour_risk" } else { "supply_risk" };
        let mut reason = self.plain_reason(&format!("reasons.{name}.{}", self.facts.code(name)?))?;
        reason.question = self.facts.source(&name.into()).cloned();
        Some(reason)
    }

    /// What is recommended takes a little more time than there is: said at what came last.
    fn a_little_more(&self, hours: f64) -> Option<Reason> {
        let there_are = self.facts.number(HOURS).filter(|there_are| hours > *there_are)?;
        let shown = |n: f64| Bilingual::each(|language| format::decimal(n, 1, language));
        let slots = [("n", shown(hours)), ("there_are", shown(there_are))];
        let text = self.context.catalogue.phrases.fill("reasons.a_little_more", &slots);
        Some(Reason { text, question: self.facts.source(&HOURS.into()).cloned() })
    }

    fn plain_reason(&self, key: &str) -> Option<Reason> {
        let text = self.context.catalogue.phrases.get(key)?.clone();
        Some(Reason { text, question: None })
    }
}

/// The phrases of a comparison that held: by code for codes, by the kind of comparison for numbers.
pub(crate) fn reason_keys(name: &str, test: &Test, value: &FactValue) -> Vec<String> {
    let key = |end: &str| format!("reasons.{name}.{end}");
    match (test, value) {
        (Test::HasAny(wanted), FactValue::Codes(has)) => {
            wanted.intersection(has).map(|code| key(code.as_str())).collect()
        }
        (Test::AtLeast(_), _) => vec![key("at_least")],
        (Test::AtMost(_), _) => vec![key("at_most")],
        (Test::Below(_), _) => vec![key("below")],
        (Test::CountAtLeast(_), _) => vec![key("count_at_least")],
        (_, FactValue::Code(code)) => vec![key(code.as_str())],
        (_, FactValue::Flag(flag)) => vec![key(&flag.to_string())],
        _ => Vec::new(),
    }
}

/// A reason in words, where there are any: {n} is its number, {chapter} that of the act on what is advertised below the
/// thresholds, which is what the regime is called by on its card.
pub(super) fn reason_said(key: &str, number: f64, act: Act, phrases: &Phrases) -> Option<Bilingual> {
    phrases.get(key)?;
    let slots = [
        ("n", Bilingual::each(|language| format::decimal(number, 1, language))),
        ("chapter", phrases.say(&format!("regime.chapter.{}", serde_name(&act)))),
    ];
    Some(phrases.fill(key, &slots))
}

pub(super) fn number_of(value: &FactValue) -> f64 {
    match value {
        FactValue::Number(number) => number.0,
        _ => 0.0,
    }
}

pub(super) fn is_duty(entry: &Entry, facts: &Facts) -> bool {
    entry.rules.duty_when.as_ref().is_some_and(|when| when.holds(facts)) && fits_cpv(entry, facts)
}

/// Whether an entry fits the procurement at all.
pub fn fits(entry: &Entry, facts: &Facts) -> bool {
    entry.rules.when.as_ref().is_none_or(|when| when.holds(facts)) && fits_cpv(entry, facts)
}

fn fits_cpv(entry: &Entry, facts: &Facts) -> bool {
    let under =
        |prefixes: &Vec<String>| facts.cpv.iter().any(|code| prefixes.iter().any(|p| code.is_under(p)));
    entry.rules.cpv.as_ref().is_none_or(under)
        && entry.rules.cpv_list.is_none_or(|list| facts.lists.contains(&list))
}

/// Whether an entry could fit what is bought, whatever is answered: one for other goods or other work is no choice here.
pub(super) fn is_for_this(entry: &Entry, facts: &Facts) -> bool {
    entry.rules.when.as_ref().is_none_or(|when| when.could_hold(facts)) && fits_cpv(entry, facts)
}

/// Whether two entries cannot stand side by side: named as conflicts, or counted in two different ways.
pub fn exclude_each_other(a: &Entry, b: &Entry) -> bool {
    let named = a.rules.conflicts.contains(&b.id) || b.rules.conflicts.contains(&a.id);
    let both_count = a.rules.basis != QuantityBasis::None && b.rules.basis != QuantityBasis::None;
    a.id != b.id && (named || (both_count && a.rules.basis != b.rules.basis))
}

#[cfg(test)]
mod tests {
    use crate::assess::assess;
    use crate::project::Project;
    use crate::review::try_out::{CATALOGUE, answering, choosing, example, removals, signature};
    use serde_json::json;

    /// Why the start meeting is there, in Swedish.
    fn why_the_start_meeting(project: &Project) -> String {
        let recommended = assess(project, &CATALOGUE, signature().on).recommendations;
        let meeting = recommended.into_iter().find(|one| one.entry == "gen-start-meeting").unwrap();
        meeting.reasons.into_iter().map(|reason| reason.text.sv).collect()
    }

    /// Two signs of risk are high risk, in removals as in cleaning.
    #[test]
    fn where_the_risk_is_high_pay_that_can_be_traced_is_recommended_beside_the_terms_on_pay() {
        let traced = |project: &Project| {
            let recommended = assess(project, &CATALOGUE, signature().on).recommendations;
            recommended.iter().any(|one| one.entry == "lab-pay-trace")
        };
        assert!(!traced(&removals()), "there is nothing to trace before there are terms");
        let terms = choosing(&removals(), &["lab-terms-duty"]);
        assert!(traced(&terms));
        assert!(!traced(&answering(terms, &json!({ "q16": ["staffing_agency"] }))), "one sign is not high");
    }

    #[test]
    fn a_companion_names_only_what_is_chosen() {
        let before = why_the_start_meeting(&example("stadning"));
        assert!(before.starts_with("det följer med om ”") && before.ends_with(" väljs"), "{before}");
        let visits = why_the_start_meeting(&choosing(&example("stadning"), &["emp-study-visit"]));
        assert_eq!(visits, "det följer med ”Studiebesök”");
        let offered = why_the_start_meeting(&choosing(&example("stadning"), &["acc-passage"]));
        assert_eq!(offered, "det följer med ”Framkomlighet medan arbetet pågår”");
    }
}
