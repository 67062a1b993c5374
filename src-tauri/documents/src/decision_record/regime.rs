//! Which rules govern, why, how sure the figure is, and what would change it.

use domain::format;
use domain::procurement::ContractNature;
use domain::procurement::amount::Sek;
use domain::procurement::regime::RegimeOutcome;
use domain::procurement::regime_words;
use domain::text::Bilingual;

use super::Builder;
use crate::front::name;
use crate::model::{Fact, Section};

impl Builder<'_> {
    pub(super) fn regime(&self) -> Section {
        let outcome = &self.assessment.regime;
        let words = regime_words::explain(outcome, &self.project.procurement, &self.catalogue.phrases);
        let of = |text: &Bilingual| text.of(self.print.language).clone();
        let mut facts = vec![("name", of(&words.printed)), ("reason", of(&words.reason))];
        facts.extend(self.works().map(|why| ("nature", why)));
        facts.push(("annex", self.say(&format!("annex_2.{}", name(&outcome.annex_2)))));
        facts.extend(self.overruled(outcome));
        facts.extend(self.limits(outcome));
        facts.push(("valid", self.valid(outcome)));
        facts.extend(words.status.as_ref().map(|status| ("status", format!("{}.", of(status)))));
        let what_if: Vec<String> = words.what_if.iter().map(of).collect();
        facts.extend((!what_if.is_empty()).then(|| ("what_if", what_if.join("\n"))));
        facts.extend(words.legal_basis.as_ref().map(|basis| ("legal", of(basis))));
        let fact = |(key, text)| Fact::new(&self.say(&format!("regime.{key}")), text);
        self.headed("regime.title").facts(facts.into_iter().map(fact).collect())
    }

    /// What speaks for works, whose threshold is more than ten times that of services.
    fn works(&self) -> Option<String> {
        let p = &self.project.procurement;
        let code = p.main_cpv().filter(|_| p.nature == Some(ContractNature::Works))?;
        let item = self.catalogue.cpv.get(code)?;
        let key = if item.printed().starts_with("45") { "regime.works" } else { "regime.works_unclear" };
        Some(self.fill(key, &[("code", item.printed())]))
    }

    /// What was worked out, when the officer has chosen otherwise. The reason stands in the row that says why.
    fn overruled(&self, outcome: &RegimeOutcome) -> Vec<(&'static str, String)> {
        let Some(overruled) = &outcome.overruled else { return Vec::new() };
        let short = |regime| regime_words::short(regime, outcome.act, &self.catalogue.phrases);
        let regime = |regime| short(regime).of(self.print.language).clone();
        let computed = outcome.computed.map(|(computed, _)| ("computed", regime(computed)));
        computed.into_iter().chain([("overruled", regime(overruled.regime))]).collect()
    }

    fn limits(&self, outcome: &RegimeOutcome) -> Vec<(&'static str, String)> {
        let money = |limit: Sek| format::money(limit.as_f64(), self.print.language);
        let Some(limits) = outcome.limits else { return Vec::new() };
        let directive = limits.directive.map(|limit| ("directive", money(limit)));
        directive.into_iter().chain([("direct", money(limits.direct))]).collect()
    }

    fn valid(&self, outcome: &RegimeOutcome) -> String {
        let Some(period) = &outcome.period else { return self.say("regime.none_known") };
        let slots = [
            ("from", format::date(period.valid_from)),
            ("to", format::date(period.valid_to)),
            ("source", format::upper_first(period.source.of(self.print.language))),
        ];
        self.fill("regime.valid_text", &slots)
    }
}
