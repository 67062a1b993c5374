//! Why an entry of the catalogue does not fit a procurement, in words.

use super::recommend::{exclude_each_other, fits, reason_keys};
use crate::assess::Assessment;
use crate::catalogue::Catalogue;
use crate::catalogue::condition::{Condition, Test};
use crate::catalogue::entry::Entry;
use crate::format;
use crate::needs::facts::FactValue;
use crate::project::Project;
use crate::text::Bilingual;

/// Why an entry does not fit, a sentence each; empty when it fits.
pub fn misfits(
    entry: &Entry,
    project: &Project,
    assessment: &Assessment,
    catalogue: &Catalogue,
) -> Vec<Bilingual> {
    let judge = Judge { assessment, catalogue };
    let conflicts = project.chosen().filter_map(|id| catalogue.entry(id));
    let conflicts =
        conflicts.filter(|other| exclude_each_other(entry, other)).map(|other| judge.conflict(other));
    let unmet = entry.rules.when.as_ref().filter(|when| !when.holds(&assessment.facts));
    let unmet = unmet.map(|when| judge.unmet(when)).unwrap_or_default();
    let cpv = (unmet.is_empty() && !fits(entry, &assessment.facts)).then(|| judge.say("cpv"));
    conflicts.chain(unmet).chain(cpv).collect()
}

struct Judge<'a> {
    assessment: &'a Assessment,
    catalogue: &'a Catalogue,
}

impl Judge<'_> {
    fn say(&self, key: &str) -> Bilingual {
        self.catalogue.phrases.say(&format!("window.misfit.{key}"))
    }

    fn fill(&self, key: &str, slot: &str, what: Bilingual) -> Bilingual {
        self.catalogue.phrases.fill(&format!("window.misfit.{key}"), &[(slot, what)])
    }

    fn conflict(&self, other: &Entry) -> Bilingual {
        let title =
            |language| other.text.as_ref().map(|text| text.of(language).title.clone()).unwrap_or_default();
        self.fill("conflict", "title", Bilingual::each(title))
    }

    /// A sentence for each part that is not met.
    fn unmet(&self, condition: &Condition) -> Vec<Bilingual> {
        let facts = &self.assessment.facts;
        match condition {
            Condition::All(all) => {
                all.iter().filter(|part| !part.holds(facts)).flat_map(|part| self.unmet(part)).collect()
            }
            Condition::Not(inner) => {
                let because = inner.reasons(facts).into_iter().find_map(|leaf| self.holding(leaf));
                vec![because.map_or_else(|| self.say("other"), |what| self.fill("because", "what", what))]
            }
            Condition::Cpv(_) | Condition::CpvList(_) => vec![self.say("cpv")],
            _ => {
                let wanted: Vec<Bilingual> =
                    condition.leaves().into_iter().flat_map(|leaf| self.wanted(leaf)).collect();
                let what = alternatives(&wanted);
                vec![what.map_or_else(|| self.say("other"), |what| self.fill("needs", "what", what))]
            }
        }
    }

    /// What holds, and should not.
    fn holding(&self, leaf: &Condition) -> Option<Bilingual> {
        let Condition::Fact(name, test) = leaf else { return None };
        let value = self.assessment.facts.get(name)?;
        let keys = reason_keys(name.as_str(), test, value);
        keys.iter().find_map(|key| self.phrase(key, number_of(value)))
    }

    /// What would have to hold.
    fn wanted(&self, leaf: &Condition) -> Vec<Bilingual> {
        let Condition::Fact(name, test) = leaf else { return Vec::new() };
        let values: Vec<FactValue> = match test {
            Test::Is(value) => vec![value.clone()],
            Test::In(codes) => codes.iter().cloned().map(FactValue::Code).collect(),
            Test::HasAny(codes) => vec![FactValue::Codes(codes.clone())],
            Test::AtLeast(limit) | Test::AtMost(limit) | Test::Below(limit) => {
                vec![FactValue::Number(crate::number::Number(*limit))]
            }
            Test::CountAtLeast(_) | Test::Answered => Vec::new(),
        };
        let phrases = |value: FactValue| {
            let keys = reason_keys(name.as_str(), test, &value);
            keys.into_iter().filter_map(move |key| self.phrase(&key, number_of(&value)))
        };
        values.into_iter().flat_map(phrases).collect()
    }

    fn phrase(&self, key: &str, number: f64) -> Option<Bilingual> {
        let n = Bilingual::each(|language| format::decimal(number, 1, language));
        self.catalogue.phrases.get(key).map(|_| self.catalogue.phrases.fill(key, &[("n", n)]))
    }
}

fn number_of(value: &FactValue) -> f64 {
    match value {
        FactValue::Number(number) => number.0,
        _ => 0.0,
    }
}

/// One of several, each said once.
fn alternatives(wanted: &[Bilingual]) -> Option<Bilingual> {
    let said = Bilingual::each(|language| {
        let mut all: Vec<String> = Vec::new();
        for one in wanted.iter().map(|one| one.of(language)) {
            if !all.contains(one) {
                all.push(one.clone());
            }
        }
        format::alternatives(&all, language)
    });
    (!wanted.is_empty()).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;

    #[test]
    fn it_is_said_what_an_entry_lacks_and_what_it_cannot_stand_beside() {
        let catalogue = crate::built_in::catalogue().unwrap();
        let project = Project::new("p".into(), "2026:1");
        let assessment = assess(&project, &catalogue, "2026-11-25".parse().unwrap());
        for entry in catalogue.offered() {
            let said = misfits(entry, &project, &assessment, &catalogue);
            assert_eq!(said.is_empty(), fits(entry, &assessment.facts), "{}", entry.id);
            assert!(said.iter().all(|text| !text.sv.contains(['{', '_'])), "{}: {said:?}", entry.id);
        }
    }
}
