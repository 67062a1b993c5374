//! Why an entry of the catalogue does not fit a procurement, in words.

use indexmap::IndexMap;

use super::block::{Block, Tracer};
use super::recommend::{exclude_each_other, fits, number_of, reason_keys, reason_said};
use crate::assess::Assessment;
use crate::catalogue::condition::{Condition, Test};
use crate::catalogue::entry::Entry;
use crate::format;
use crate::needs::facts::FactValue;
use crate::project::Project;
use crate::text::{Bilingual, Language};

/// Why an entry does not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Misfit {
    /// A sentence.
    pub text: Bilingual,
    /// Where that is answered or filled in.
    pub blocks: Vec<Block>,
}

/// Why an entry does not fit; empty when it [`fits`]. What excludes it is no part of this: see [`excluding`].
pub fn misfits(entry: &Entry, project: &Project, assessment: &Assessment) -> Vec<Misfit> {
    if fits(entry, &assessment.facts) {
        return Vec::new();
    }
    let judge = Judge { assessment };
    let tracer = Tracer { project, assessment };
    let codes = codes(entry);
    let parts = judge.decisive(entry.rules.when.as_ref(), &codes);
    let said = parts
        .iter()
        .filter_map(|part| Some(Misfit { text: judge.unmet(part)?, blocks: tracer.blocks([*part]) }));
    let said = once(said);
    if said.is_empty() {
        vec![Misfit { text: judge.say("other"), blocks: tracer.blocks(parts) }]
    } else {
        said
    }
}

/// Which codes an entry is for, as conditions.
fn codes(entry: &Entry) -> Vec<Condition> {
    let prefixes = entry.rules.cpv.iter().map(|prefixes| Condition::Cpv(prefixes.clone()));
    prefixes.chain(entry.rules.cpv_list.map(Condition::CpvList)).collect()
}

/// What excludes an entry, before either is chosen: what is chosen or recommended and cannot stand beside it.
pub fn excluding<'a>(entry: &'a Entry, project: &'a Project, assessment: &'a Assessment) -> Vec<&'a Entry> {
    let chosen = project.requirements.iter().filter(|one| one.chosen).map(|one| &*one.entry);
    let recommended = assessment.recommendations.iter().filter(|one| one.standing.is_proposed());
    let recommended = recommended.filter_map(|one| assessment.catalogue.entry(&one.entry));
    let others = chosen.chain(recommended).filter(|other| exclude_each_other(entry, other));
    // One that is recommended and chosen is one.
    others.map(|other| (&other.id, other)).collect::<IndexMap<_, _>>().into_values().collect()
}

/// Speaks of conditions.
pub(super) struct Judge<'a> {
    pub(super) assessment: &'a Assessment,
}

impl Judge<'_> {
    /// The parts of a condition that do not hold, each of which is a sentence of its own.
    fn unmet_parts<'c>(&self, condition: &'c Condition) -> Vec<&'c Condition> {
        match condition {
            Condition::All(all) => {
                let left = all.iter().filter(|part| !part.holds(&self.assessment.facts));
                left.flat_map(|part| self.unmet_parts(part)).collect()
            }
            part => vec![part],
        }
    }

    /// What is told of why an entry does not fit. Where it is for other goods or other work, what it is for and nothing else:
    /// no answer would make it fit.
    fn decisive<'c>(&self, when: Option<&'c Condition>, codes: &'c [Condition]) -> Vec<&'c Condition> {
        let facts = &self.assessment.facts;
        let unmet = when.map(|when| self.unmet_parts(when)).unwrap_or_default();
        let outside = codes.iter().filter(|codes| !codes.holds(facts));
        let all = unmet.iter().copied().chain(outside.clone());
        let shut: Vec<&Condition> = all.filter(|part| !part.could_hold(facts)).collect();
        match (shut.is_empty(), unmet.is_empty()) {
            (false, _) => shut,
            (true, false) => unmet,
            (true, true) => outside.collect(),
        }
    }

    fn say(&self, key: &str) -> Bilingual {
        self.assessment.catalogue.phrases.say(&format!("window.misfit.{key}"))
    }

    fn fill(&self, key: &str, slot: &str, what: Bilingual) -> Bilingual {
        self.assessment.catalogue.phrases.fill(&format!("window.misfit.{key}"), &[(slot, what)])
    }

    /// A sentence about a part that is not met, where there are words for it.
    fn unmet(&self, part: &Condition) -> Option<Bilingual> {
        match part {
            Condition::Not(inner) => {
                let holding = inner.reasons(&self.assessment.facts).into_iter();
                let what = joined(&once_said(holding.filter_map(|leaf| self.holding(leaf))), format::list);
                what.map(|what| self.fill("because", "what", what))
            }
            Condition::Cpv(prefixes) => Some(self.fill("codes", "kinds", self.kinds(prefixes))),
            Condition::CpvList(_) => Some(self.say("cpv")),
            _ => self.wanted(part).map(|what| self.fill("needs", "what", what)),
        }
    }

    /// What codes are about, in the words of the code list.
    fn kinds(&self, prefixes: &[String]) -> Bilingual {
        let groups: Vec<_> = prefixes.iter().filter_map(|p| self.assessment.catalogue.cpv.group(p)).collect();
        Bilingual::each(|language| {
            let names = groups.iter().map(|group| format::lower_first(group.label.of(language)));
            format::alternatives(&names.collect::<Vec<_>>(), language)
        })
    }

    /// What holds, and should not.
    pub(super) fn holding(&self, leaf: &Condition) -> Option<Bilingual> {
        let Condition::Fact(name, test) = leaf else { return None };
        let value = self.assessment.facts.get(name)?;
        let keys = reason_keys(name.as_str(), test, value);
        keys.iter().find_map(|key| self.phrase(key, number_of(value)))
    }

    /// What would have to hold: one of several where one is enough, else all that does not hold yet.
    pub(super) fn wanted(&self, condition: &Condition) -> Option<Bilingual> {
        let facts = &self.assessment.facts;
        match condition {
            Condition::Any(any) => {
                // Of several ways, those that what is bought shuts are none, unless all are.
                let shut = !condition.could_hold(facts);
                let ways = any.iter().filter(|part| shut || part.could_hold(facts));
                joined(&once_said(ways.filter_map(|part| self.wanted(part))), format::alternatives)
            }
            Condition::All(all) => {
                let left = all.iter().filter(|part| !part.holds(facts)).filter_map(|part| self.wanted(part));
                joined(&once_said(left), format::list)
            }
            Condition::Fact(name, test) => {
                let values = once_said(self.wanted_fact(name.as_str(), test));
                joined(&shared_once(&values), format::alternatives)
            }
            _ => None,
        }
    }

    /// The values that a fact would have to have, each in words.
    fn wanted_fact(&self, name: &str, test: &Test) -> Vec<Bilingual> {
        let values: Vec<FactValue> = match test {
            Test::Is(value) => vec![value.clone()],
            Test::In(codes) => codes.iter().cloned().map(FactValue::Code).collect(),
            Test::HasAny(codes) => vec![FactValue::Codes(codes.clone())],
            Test::AtLeast(limit) | Test::AtMost(limit) | Test::Below(limit) => {
                vec![FactValue::Number(crate::number::Number(*limit))]
            }
            Test::CountAtLeast(_) | Test::Answered => Vec::new(),
        };
        let phrases = |value: &FactValue| {
            let keys = reason_keys(name, test, value);
            let said = keys.iter().filter_map(|key| self.wish(key, number_of(value)));
            said.collect::<Vec<_>>()
        };
        values.iter().flat_map(phrases).collect()
    }

    /// A reason in words of its own for what is not so yet, or else as it is said when it is so.
    fn wish(&self, reason: &str, number: f64) -> Option<Bilingual> {
        let own = reason.replacen("reasons.", "window.wish.", 1);
        self.phrase(&own, number).or_else(|| self.phrase(reason, number))
    }

    fn phrase(&self, key: &str, number: f64) -> Option<Bilingual> {
        let act = self.assessment.regime.act;
        reason_said(key, number, act, &self.assessment.catalogue.phrases)
    }
}

/// Each text once, in the order they came.
fn once_said(texts: impl IntoIterator<Item = Bilingual>) -> Vec<Bilingual> {
    texts.into_iter().fold(Vec::new(), |mut all, text| {
        if !all.contains(&text) {
            all.push(text);
        }
        all
    })
}

/// The words that all begin with are said by the first only, or those that all end with by the last only: "marknaden är van
/// eller något van", "allmänheten eller personal använder resultatet". A single word stays.
fn shared_once(texts: &[Bilingual]) -> Vec<Bilingual> {
    let begin = Bilingual::each(|language| shared(texts, language, false));
    let end = Bilingual::each(|language| shared(texts, language, true));
    let own = |i: usize, text: &Bilingual, language| {
        let words: Vec<&str> = text.of(language).split(' ').collect();
        let skipped = if i > 0 { *begin.of(language) } else { 0 };
        let left_out = if i + 1 < texts.len() && *begin.of(language) == 0 { *end.of(language) } else { 0 };
        words.into_iter().rev().skip(left_out).rev().skip(skipped).collect::<Vec<_>>().join(" ")
    };
    let text = |(i, text)| Bilingual::each(|language| own(i, text, language));
    texts.iter().enumerate().map(text).collect()
}

/// How many words all texts begin with, or end with; none where that would be all of one.
fn shared(texts: &[Bilingual], language: Language, at_the_end: bool) -> usize {
    let words = |text: &Bilingual| {
        let mut words: Vec<String> = text.of(language).split(' ').map(str::to_owned).collect();
        if at_the_end {
            words.reverse();
        }
        words
    };
    let all: Vec<Vec<String>> = texts.iter().map(words).collect();
    let Some((first, others)) = all.split_first() else { return 0 };
    let alike = |other: &Vec<String>| first.iter().zip(other).take_while(|(a, b)| a == b).count();
    let shortest = all.iter().map(Vec::len).min().unwrap_or(0);
    others.iter().map(alike).min().filter(|shared| (2..shortest).contains(shared)).unwrap_or(0)
}

/// What is said in the same words is one, with all its places.
fn once(misfits: impl IntoIterator<Item = Misfit>) -> Vec<Misfit> {
    misfits.into_iter().fold(Vec::new(), |mut all: Vec<Misfit>, one| {
        match all.iter_mut().find(|known| known.text == one.text) {
            Some(known) => known.blocks.extend(one.blocks),
            None => all.push(one),
        }
        all
    })
}

/// Texts as one; nothing when there are none.
pub(crate) fn joined(texts: &[Bilingual], join: fn(&[String], Language) -> String) -> Option<Bilingual> {
    let said = |language| texts.iter().map(|text| text.of(language).clone()).collect::<Vec<_>>();
    (!texts.is_empty()).then(|| Bilingual::each(|language| join(&said(language), language)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::review::try_out::{CATALOGUE, buying, guards};

    #[test]
    fn it_is_said_what_an_entry_lacks_and_what_it_cannot_stand_beside() {
        let catalogue = crate::built_in::catalogue().unwrap();
        let project = Project::new("p".into(), "2026:1");
        let assessment = assess(&project, &catalogue, "2026-11-25".parse().unwrap());
        for entry in catalogue.offered() {
            let said = misfits(entry, &project, &assessment);
            assert_eq!(said.is_empty(), fits(entry, &assessment.facts), "{}", entry.id);
            assert!(said.iter().all(|one| !one.text.sv.contains(['{', '_'])), "{}: {said:?}", entry.id);
            let blocks = said.iter().flat_map(|one| &one.blocks);
            for block in blocks {
                let texts = [&block.what.sv, &block.now.sv, &block.wanted.sv];
                assert!(texts.iter().all(|text| !text.contains(['{', '_'])), "{}: {block:?}", entry.id);
            }
        }
    }

    /// What is said of an entry in an empty project.
    fn said(entry: &str) -> Vec<String> {
        let catalogue = &*CATALOGUE;
        let project = Project::new("p".into(), "2026:1");
        let assessment = assess(&project, catalogue, "2026-11-25".parse().unwrap());
        let entry = catalogue.entry(&entry.into()).unwrap();
        misfits(entry, &project, &assessment).into_iter().map(|one| one.text.sv).collect()
    }

    #[test]
    fn each_reason_is_said_once_and_as_what_would_have_to_hold() {
        assert_eq!(
            said("emp-dialogue"),
            [
                "Kravet förutsätter att leverantörens personal arbetar i avtalet.",
                "Kravet förutsätter att avtalet är på minst 4\u{a0}månader.",
                "Kravet förutsätter att minst 2\u{a0}personer arbetar samtidigt.",
            ]
        );
    }

    #[test]
    fn two_answers_of_which_one_holds_more_than_the_other_are_said_once() {
        assert_eq!(
            said("lab-daytime"),
            ["Kravet förutsätter att minst en del av arbetet kan göras på dagtid."]
        );
    }

    /// What is bought is as it is: a requirement for other work says what it is for, and asks for nothing.
    #[test]
    fn what_is_for_other_purchases_says_for_which_and_asks_for_no_other_code() {
        let (guards, supplies) = (guards(), buying(guards(), &serde_json::json!({ "nature": "supplies" })));
        let cases = [
            (
                &guards,
                "lab-daytime",
                "Kravet är till för annat som köps: städning eller sanering av anläggningar",
            ),
            (
                &guards,
                "lab-site-id",
                "Kravet är till för annat som köps: anläggningsarbete eller reparation och underhåll",
            ),
            (&supplies, "acc-passage", "Kravet förutsätter att det är en byggentreprenad"),
            (
                &guards,
                "chi-safe-site",
                "Kravet förutsätter att gångvägar, entréer eller vardag påverkas medan arbetet pågår. \
                Kravet förutsätter att arbetet utförs på en byggplats eller arbetet görs på gata eller i park.",
            ),
        ];
        for (project, entry, words) in cases {
            let assessment = assess(project, &CATALOGUE, "2026-11-25".parse().unwrap());
            let told = misfits(CATALOGUE.entry(&entry.into()).unwrap(), project, &assessment);
            let said: Vec<_> = told.iter().map(|one| one.text.sv.clone()).collect();
            assert!(said.join(" ").contains(words), "{entry}: {said:#?}");
            let wanted = told.iter().flat_map(|one| &one.blocks).map(|block| &block.wanted.sv);
            let wanted: Vec<_> =
                wanted.filter(|text| text.contains("kod börjar") || text.contains("entreprenad")).collect();
            assert!(wanted.is_empty(), "{entry}: {wanted:?}");
        }
    }

    /// The officer knows the regime by its name on the card, and each act has a chapter of its own.
    #[test]
    fn a_regime_is_called_by_its_chapter_as_on_its_card() {
        let (guards, entry) = (guards(), CATALOGUE.entry(&"emp-step".into()).unwrap());
        for (act, chapter) in [("lou", "19 kap. LOU"), ("luf", "19 kap. LUF"), ("luk", "15 kap. LUK")] {
            let facts = serde_json::json!({ "act": act, "value_sek": 100_000, "advertised_anyway": false });
            let project = buying(guards.clone(), &facts);
            let assessment = assess(&project, &CATALOGUE, "2026-11-25".parse().unwrap());
            let told = misfits(entry, &project, &assessment);
            let said: Vec<_> = told.iter().map(|one| one.text.sv.as_str()).collect();
            let name = format!("eller upphandlingen annonseras enligt {chapter}.");
            assert!(said.join(" ").contains(&name), "{said:#?}");
        }
    }

    #[test]
    fn one_of_several_is_told_from_all_of_several() {
        assert_eq!(
            said("lab-subs-names"),
            [
                "Kravet förutsätter att det är en byggentreprenad eller det är en tjänst och platsen står under \
                 beställarens direkta tillsyn."
            ]
        );
    }

    #[test]
    fn what_one_fact_may_be_is_said_once() {
        let market = "Kravet förutsätter att marknaden är van eller något van.";
        let users = "Kravet förutsätter att allmänheten eller personal använder resultatet.";
        assert!(said("acc-award").iter().any(|text| text == users), "{:#?}", said("acc-award"));
        let daytime = "Kravet förutsätter att minst en del av arbetet kan göras på dagtid.";
        assert!(said("acc-award").iter().any(|text| text == market), "{:#?}", said("acc-award"));
        assert!(said("lab-daytime").iter().any(|text| text == daytime), "{:#?}", said("lab-daytime"));
        let all = CATALOGUE.offered().map(|entry| (&entry.id, said(entry.id.as_str())));
        for (entry, text) in all.flat_map(|(id, said)| said.into_iter().map(move |text| (id, text))) {
            let clauses: Vec<&str> = text.split([' ']).collect();
            let twice = clauses.windows(4).enumerate().any(|(i, four)| {
                clauses.get(i + 4..).is_some_and(|rest| rest.windows(4).any(|other| other == four))
            });
            assert!(!twice, "{entry}: {text}");
        }
    }

    #[test]
    fn the_built_in_catalogue_has_words_for_every_condition() {
        let catalogue = crate::built_in::catalogue().unwrap();
        let project = Project::new("p".into(), "2026:1");
        let assessment = assess(&project, &catalogue, "2026-11-25".parse().unwrap());
        let other = catalogue.phrases.say("window.misfit.other");
        let vague =
            |entry: &&Entry| misfits(entry, &project, &assessment).iter().any(|one| one.text == other);
        let vague: Vec<_> = catalogue.offered().filter(vague).map(|entry| &entry.id).collect();
        assert!(vague.is_empty(), "{vague:?}");
    }
}
