//! The regime in words: what governs, why, how sure the figure is, and what would change it.

use super::amount::Sek;
use super::regime::{Grounds, Regime, RegimeOutcome, RegimeOverride, WhatIf};
use super::{Act, Procurement};
use crate::catalogue::phrases::Phrases;
use crate::format;
use crate::needs::facts::serde_name;
use crate::text::Bilingual;

/// What is said about the regime of a procurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegimeWords {
    /// The short name: "Annonspliktig enligt 19 kap. LOU".
    pub name: Bilingual,
    /// The name for a document, with the act's full name.
    pub printed: Bilingual,
    /// Why it is so; while facts are missing, what to fill in.
    pub reason: Bilingual,
    /// How sure the value in kronor is; absent when no thresholds are known for the day.
    pub status: Option<Bilingual>,
    /// What would lead to another regime, a sentence each.
    pub what_if: Vec<Bilingual>,
    /// The sections that decide it; absent while it is not decided.
    pub legal_basis: Option<Bilingual>,
}

/// Puts the regime of a procurement in words.
pub fn explain(outcome: &RegimeOutcome, procurement: &Procurement, phrases: &Phrases) -> RegimeWords {
    let speaker = Speaker { outcome, phrases };
    RegimeWords {
        name: speaker.holding("name"),
        printed: speaker.printed(),
        reason: speaker.reason(procurement),
        status: outcome.period.as_ref().map(|period| {
            let key = format!("regime.status.{}", serde_name(&period.status));
            phrases.fill(&key, &[("source", period.source.clone())])
        }),
        what_if: outcome.what_if.iter().map(|(what, regime)| speaker.what_if(*what, *regime)).collect(),
        legal_basis: outcome.regime().map(|regime| speaker.named("legal", Some(regime))),
    }
}

/// The name of a regime where the act is told beside it: "Annonspliktig enligt 19 kap.", "LOU utom 19 och 19 a kap.".
pub fn short(regime: Regime, act: Act, phrases: &Phrases) -> Bilingual {
    named("short", Some(regime), act, phrases)
}

/// The name of a regime under its part of a scale, where there is hardly room: "19 kap.".
pub fn on_scale(regime: Regime, act: Act, phrases: &Phrases) -> Bilingual {
    named("scale", Some(regime), act, phrases)
}

/// The directive's name is the same for all acts; below the thresholds each act has chapters of its own.
fn named(table: &str, regime: Option<Regime>, act: Act, phrases: &Phrases) -> Bilingual {
    let act = serde_name(&act);
    let key = match regime {
        None => "undecided".to_owned(),
        Some(Regime::DirectiveGoverned) => "directive_governed".to_owned(),
        Some(regime) => format!("{}_{act}", serde_name(&regime)),
    };
    told(table, &key, &act, phrases)
}

fn told(table: &str, key: &str, act: &str, phrases: &Phrases) -> Bilingual {
    let slots = [
        ("act", phrases.say(&format!("regime.act.{act}"))),
        ("act_long", phrases.say(&format!("regime.act_long.{act}"))),
        ("below", phrases.say(&format!("regime.below.{act}"))),
    ];
    phrases.fill(&format!("regime.{table}.{key}"), &slots)
}

struct Speaker<'a> {
    outcome: &'a RegimeOutcome,
    phrases: &'a Phrases,
}

impl Speaker<'_> {
    fn named(&self, table: &str, regime: Option<Regime>) -> Bilingual {
        named(table, regime, self.outcome.act, self.phrases)
    }

    /// The regime that holds, by its name in a table.
    fn holding(&self, table: &str) -> Bilingual {
        match &self.outcome.overruled {
            Some(overruled) => self.named(table, Some(overruled.regime)),
            None => self.computed(table),
        }
    }

    /// What follows by calculation. Nothing demands a notice of what is advertised by choice, so the name does not say so.
    fn computed(&self, table: &str) -> Bilingual {
        match self.outcome.computed {
            Some((_, Grounds::Annex2Advertised)) => {
                let act = serde_name(&self.outcome.act);
                told(table, &format!("advertised_by_choice_{act}"), &act, self.phrases)
            }
            computed => self.named(table, computed.map(|(regime, _)| regime)),
        }
    }

    fn printed(&self) -> Bilingual {
        let printed = self.holding("printed");
        Bilingual::each(|language| format::upper_first(printed.of(language)))
    }

    fn reason(&self, procurement: &Procurement) -> Bilingual {
        match (&self.outcome.overruled, self.outcome.computed) {
            (Some(overruled), _) => self.overruled(overruled),
            (None, Some((_, grounds))) => self.grounds(grounds, procurement.value_sek),
            (None, None) => self.missing(),
        }
    }

    /// The officer's reason is quoted as it was written, in both languages.
    fn overruled(&self, overruled: &RegimeOverride) -> Bilingual {
        let computed = self.computed("name");
        let lead = self.phrases.fill("regime.grounds.overruled", &[("computed", computed)]);
        let reason = overruled.reason.trim();
        Bilingual::each(|language| format!("{} {reason}", lead.of(language)))
    }

    fn grounds(&self, grounds: Grounds, value: Option<Sek>) -> Bilingual {
        let limits = self.outcome.limits;
        let slots = [
            ("value", money(value)),
            ("limit", money(limits.and_then(|limits| limits.directive))),
            ("direct", money(limits.map(|limits| limits.direct))),
            ("annex", self.annex()),
        ];
        self.phrases.fill(&format!("regime.grounds.{}", serde_name(&grounds)), &slots)
    }

    /// The annex with social and other specific services: each act has its own.
    fn annex(&self) -> Bilingual {
        self.phrases.say(&format!("regime.annex.{}", serde_name(&self.outcome.act)))
    }

    fn missing(&self) -> Bilingual {
        let words: Vec<Bilingual> = self
            .outcome
            .missing
            .iter()
            .map(|fact| format!("regime.missing.{}", serde_name(fact)))
            .map(|key| self.phrases.fill(&key, &[("annex", self.annex())]))
            .collect();
        let what = Bilingual::each(|language| {
            let all: Vec<String> = words.iter().map(|word| word.of(language).clone()).collect();
            format::list(&all, language)
        });
        self.phrases.fill("regime.missing.lead", &[("what", what)])
    }

    fn what_if(&self, what: WhatIf, regime: Regime) -> Bilingual {
        let (key, limit) = match what {
            WhatIf::ValueBelow(limit) => ("value_below".to_owned(), Some(limit)),
            WhatIf::ValueAtLeast(limit) => ("value_at_least".to_owned(), Some(limit)),
            WhatIf::Nature(nature) => (format!("nature_{}", serde_name(&nature)), None),
            WhatIf::WithoutOptions => ("without_options".to_owned(), None),
        };
        let slots = [("limit", money(limit)), ("regime", self.named("name", Some(regime)))];
        self.phrases.fill(&format!("regime.what_if.{key}"), &slots)
    }
}

fn money(amount: Option<Sek>) -> Bilingual {
    Bilingual::each(|language| amount.map_or_else(String::new, |sek| format::money(sek.as_f64(), language)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::procurement::ContractNature;
    use crate::procurement::cpv::CpvCode;
    use crate::procurement::regime::follows_from;

    fn catalogue() -> Catalogue {
        crate::built_in::catalogue().unwrap()
    }

    fn services(value: Option<u64>) -> Procurement {
        Procurement {
            nature: Some(ContractNature::Services),
            cpv: vec![CpvCode::read("90910000").unwrap()],
            value_sek: value.map(Sek),
            ..Procurement::default()
        }
    }

    fn said(procurement: &Procurement, overruled: Option<&RegimeOverride>) -> RegimeWords {
        let catalogue = catalogue();
        let thresholds = catalogue.thresholds_on("2026-11-25".parse().unwrap());
        let outcome = follows_from(procurement, overruled, thresholds, &catalogue.cpv);
        explain(&outcome, procurement, &catalogue.phrases)
    }

    fn plain(text: &str) -> String {
        text.replace(format::NBSP, " ")
    }

    #[test]
    fn the_reason_names_value_and_limits() {
        let words = said(&services(Some(1_500_000)), None);
        assert_eq!(words.name.sv, "Annonspliktig enligt 19 kap. LOU");
        let short = |act| short(Regime::NationallyGoverned, act, &catalogue().phrases).sv;
        assert_eq!(
            [short(Act::Lou), short(Act::Luk)],
            ["Annonspliktig enligt 19 kap.", "Annonspliktig enligt 15 kap."]
        );
        assert_eq!(
            plain(&words.reason.sv),
            "Värdet 1 500 000 kr är under tröskelvärdet 2 451 816 kr och når gränsen för direktupphandling \
             700 000 kr."
        );
        assert!(
            words.what_if.iter().any(|said| plain(&said.sv)
                == "Om värdet är minst 2 451 816 kr: LOU utom 19 och 19 a kap. gäller.")
        );
        assert_eq!(words.legal_basis.unwrap().sv, "5 kap. 1 § och 19 kap. 1 § LOU");
    }

    #[test]
    fn while_facts_are_missing_it_says_which() {
        let words = said(&services(None), None);
        assert_eq!(words.name.sv, "Regimen kan inte avgöras än");
        assert_eq!(words.reason.sv, "Fyll i värdet.");
        assert_eq!(words.reason.en, "Fill in the value.");
        assert_eq!(words.legal_basis, None);
    }

    #[test]
    fn the_officers_own_choice_is_said_with_its_reason() {
        let choice =
            RegimeOverride { regime: Regime::DirectiveGoverned, reason: "Delar räknas ihop.".into() };
        let words = said(&services(Some(1_500_000)), Some(&choice));
        assert_eq!(words.name.sv, "LOU utom 19 och 19 a kap. gäller");
        assert_eq!(
            words.reason.sv,
            "Handläggaren har valt regim. Beräknad: Annonspliktig enligt 19 kap. LOU. Delar räknas ihop."
        );
    }

    #[test]
    fn social_services_are_said_to_be_in_the_annex_of_the_act() {
        let reason = |act, code| {
            let cpv = vec![CpvCode::read(code).unwrap()];
            said(&Procurement { act, cpv, ..services(Some(5_000_000)) }, None).reason.sv
        };
        assert!(reason(Act::Lou, "85000000").contains("(bilaga 2)"));
        assert!(reason(Act::Luk, "85000000").contains("(bilaga 3)"));
        assert!(reason(Act::Luk, "55000000").contains("(bilaga 3)"), "also while it is asked about");
    }

    #[test]
    fn no_regime_is_left_without_words() {
        let catalogue = catalogue();
        for act in [Act::Lou, Act::Luf, Act::Luk] {
            for value in [100_000, 5_000_000, 100_000_000] {
                for code in ["90910000", "85000000"] {
                    let cpv = vec![CpvCode::read(code).unwrap()];
                    let procurement = Procurement { act, cpv, ..services(Some(value)) };
                    let thresholds = catalogue.thresholds_on("2026-11-25".parse().unwrap());
                    let outcome = follows_from(&procurement, None, thresholds, &catalogue.cpv);
                    let words = explain(&outcome, &procurement, &catalogue.phrases);
                    let all = [words.name, words.printed, words.reason].into_iter().chain(words.what_if);
                    for said in all.chain(words.legal_basis) {
                        assert!(!said.sv.contains(['{', '_']) && !said.sv.contains("regime."), "{said}");
                        assert!(!said.en.contains(['{', '_']) && !said.en.contains("regime."), "{}", said.en);
                    }
                }
            }
        }
    }
}
