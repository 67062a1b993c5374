//! The facts of the procurement, each under the name that it has in the window.

use domain::format;
use domain::procurement::Procurement;
use domain::procurement::amount::{Months, Sek};

use super::Builder;
use crate::front::name;
use crate::model::{Fact, Section};

/// Room for a few sentences by hand.
const BY_HAND: &str = "\n\n\n\n\n";

impl Builder<'_> {
    pub(super) fn facts(&self) -> Section {
        let facts = self.stated().into_iter().flat_map(|(key, text)| {
            let label = self.phrase(&format!("program.fields.{key}"));
            let text = text.filter(|text| !text.trim().is_empty());
            let fact = Fact::new(&label, text.unwrap_or_else(|| self.say("not_filled")));
            std::iter::once(fact).chain(if key == "lots" { self.undivided() } else { None })
        });
        self.headed("facts.title").facts(facts.collect())
    }

    /// Room for the reasons for not dividing the procurement, where the law demands them.
    fn undivided(&self) -> Option<Fact> {
        let p = &self.project.procurement;
        let regime = self.assessment.regime.regime()?;
        let basis = self.catalogue.legal_bases.get("undivided")?;
        let cited = basis.citations(p.act, regime).first().filter(|_| p.lots.is_empty())?;
        let sections = format::lower_first(&self.speaker().sections(cited));
        let label = self.fill("facts.undivided", &[("sections", sections)]);
        Some(Fact::new(&label, format!("{}{BY_HAND}", self.say("facts.undivided_text"))))
    }

    /// Every fact that has a say here, by its field.
    fn stated(&self) -> Vec<(&'static str, Option<String>)> {
        let p = &self.project.procurement;
        let mut facts = vec![
            ("title", Some(p.title.clone())),
            ("reference", Some(p.reference.clone())),
            ("authority_name", Some(p.authority_name.clone())),
            ("authority_kind", Some(self.general("authority_kinds", &p.authority_kind))),
            ("unit", Some(p.unit.clone())),
            ("officer", Some(p.officer.clone())),
            ("contract_manager", Some(p.contract_manager.clone())),
            ("decision_maker", Some(p.decision_maker.clone())),
            ("aim", Some(p.aim.clone())),
            ("act", Some(self.general("acts", &p.act))),
            ("nature", p.nature.map(|nature| self.general("natures", &nature))),
            ("cpv", Some(self.codes(p))),
        ];
        facts.extend(p.annex_2_service.map(|yes| ("annex_2_service", Some(self.yes_or_no(yes)))));
        facts.extend(self.amounts(p));
        facts.extend(self.form(p));
        facts.extend(Some(&p.contact).filter(|it| !it.is_empty()).map(|it| ("contact", Some(it.clone()))));
        facts.push(("notice_date", p.notice_date.map(format::date)));
        facts.extend(p.tender_deadline.map(|day| ("tender_deadline", Some(format::date(day)))));
        facts.push(("start", p.start.map(format::date)));
        facts
    }

    fn amounts(&self, p: &Procurement) -> Vec<(&'static str, Option<String>)> {
        let money = |value: Sek| format::money(value.as_f64(), self.print.language);
        let months = |months: Months| self.fill("facts.months", &[("n", months.count().to_string())]);
        let mut amounts = vec![("value_sek", p.value_sek.map(money)), ("months", p.months.map(months))];
        let extends = p.option_months.is_some() || p.option_value_sek.is_some();
        if extends {
            amounts.push(("option_value_sek", p.option_value_sek.map(money)));
            amounts.push(("option_months", p.option_months.map(months)));
        } else if p.months.is_some() {
            amounts.push(("option_months", Some(self.say("none"))));
        }
        amounts
    }

    /// What kind of contract it is, and what only some contracts have.
    fn form(&self, p: &Procurement) -> Vec<(&'static str, Option<String>)> {
        let mut form = vec![("framework", p.framework.map(|yes| self.yes_or_no(yes)))];
        if p.framework == Some(true) {
            let call_off = |way| self.say(&format!("call_off.{}", name(&way)));
            form.push(("guaranteed_volume", p.guaranteed_volume.map(|yes| self.yes_or_no(yes))));
            form.push(("call_off", p.call_off.map(call_off)));
        }
        // A field that is left empty says one, as it asks, save where several are called off from.
        form.push(("supplier_count", (!p.lacks_suppliers()).then(|| p.suppliers().to_string())));
        let lots = if p.lots.is_empty() { self.say("none") } else { p.lots.join(", ") };
        form.push(("lots", Some(lots)));
        let subcontracting = |known| self.say(&format!("subcontracting.{}", name(&known)));
        form.push(("subcontracting", p.subcontracting.map(subcontracting)));
        let yes = |key| (key, Some(self.say("yes")));
        form.extend(p.advertised_anyway.then(|| yes("advertised_anyway")));
        form.extend(p.design.then(|| yes("design")));
        form
    }

    fn codes(&self, p: &Procurement) -> String {
        let line = |code| {
            let item = self.catalogue.cpv.get(code)?;
            let label = item.label.of(self.print.language).clone();
            Some(self.fill("facts.codes", &[("code", item.printed()), ("label", label)]))
        };
        p.cpv.iter().filter_map(line).collect::<Vec<_>>().join("\n")
    }

    fn general<T: serde::Serialize>(&self, table: &str, value: &T) -> String {
        self.phrase(&format!("general.{table}.{}", name(value)))
    }

    fn yes_or_no(&self, yes: bool) -> String {
        self.say(if yes { "yes" } else { "no" })
    }
}
