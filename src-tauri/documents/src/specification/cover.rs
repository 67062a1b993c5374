//! The cover table: what is bought, by whom, under which rules.

use domain::editions::Now;
use domain::format;
use domain::procurement::CallOff;

use super::{Builder, CoverLine};
use crate::front::or_missing;

impl Builder<'_> {
    /// Label and text of each row, after the row that tells the status.
    pub(super) fn cover(&self) -> Vec<CoverLine> {
        let p = &self.project.procurement;
        let missing = self.say("cover.missing");
        let buyer = joined([&p.authority_name, &p.unit]);
        let officer = joined([&p.officer, &p.contact]);
        // Who decides is named when it is known; nothing asks a supplier to wait for it.
        let maker = Some(p.decision_maker.trim()).filter(|maker| !maker.is_empty());
        let rows = [
            ("date", format::date(self.print.date)),
            ("reference", or_missing(&p.reference, &missing)),
            ("buyer", or_missing(&buyer, &missing)),
            ("officer", or_missing(&officer, &missing)),
            ("decision_maker", maker.unwrap_or_default().to_owned()),
            ("scope", or_missing(&self.scope(), &missing)),
            ("cpv", or_missing(&self.codes(), &missing)),
            ("rules", self.rules()),
            ("catalogue", self.edition()),
        ];
        let rows = rows.into_iter().filter(|(key, _)| *key != "decision_maker" || maker.is_some());
        rows.map(|(key, text)| CoverLine { key, label: self.say(&format!("cover.{key}")), text }).collect()
    }

    fn scope(&self) -> String {
        [self.kind_of_contract(), self.lots(), self.value(), self.period(), self.extension()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn kind_of_contract(&self) -> Option<String> {
        let p = &self.project.procurement;
        if p.framework? {
            let key = match (p.suppliers(), p.call_off) {
                _ if p.lacks_suppliers() => "framework",
                (1, _) => "framework_one",
                (_, Some(CallOff::Ranking)) => "framework_ranking",
                (_, Some(CallOff::RenewedCompetition)) => "framework_competition",
                _ => "framework_many",
            };
            let n = format::count(f64::from(p.suppliers()), self.print.language);
            // The fact is the sum of all lots, and would else be read as so many in each.
            let n = if p.lots.is_empty() { n } else { self.fill("scope.in_all", &[("n", n)]) };
            return Some(self.fill(&format!("scope.{key}"), &[("n", n)]));
        }
        Some(self.say("scope.contract"))
    }

    fn lots(&self) -> Option<String> {
        Some(self.fill("scope.lots", &[("lots", self.lot_names()?)]))
    }

    fn value(&self) -> Option<String> {
        let p = &self.project.procurement;
        let key = if p.option_value() > Some(0.0) { "scope.value" } else { "scope.value_firm" };
        let value = format::money(p.value_sek?.as_f64(), self.print.language);
        Some(self.fill(key, &[("value", value)]))
    }

    fn period(&self) -> Option<String> {
        let p = &self.project.procurement;
        let dates = p.start.zip(p.end()).map(|(start, end)| {
            self.fill("scope.period", &[("start", format::date(start)), ("end", format::date(end))])
        });
        let months = || p.months.map(|m| self.fill("scope.months", &[("n", m.count().to_string())]));
        dates.or_else(months).map(|text| format!("{text}."))
    }

    fn extension(&self) -> Option<String> {
        let p = &self.project.procurement;
        let Some(months) = p.option_months else {
            return (p.extends() == Some(false)).then(|| self.say("scope.no_options"));
        };
        Some(self.fill("scope.options", &[("n", months.count().to_string())]))
    }

    fn codes(&self) -> String {
        let label = |(i, code)| {
            let item = self.catalogue.cpv.get(code)?;
            let text = format!("{} {}", item.printed(), item.label.of(self.print.language));
            Some(if i == 0 { self.fill("cover.main_code", &[("code", text)]) } else { text })
        };
        self.project.procurement.cpv.iter().enumerate().filter_map(label).collect::<Vec<_>>().join("\n")
    }

    /// The regime. How sure its limits are is for the decision record: suppliers are told what governs.
    fn rules(&self) -> String {
        let words = domain::procurement::regime_words::explain(
            &self.assessment.regime,
            &self.project.procurement,
            &self.catalogue.phrases,
        );
        words.printed.of(self.print.language).clone()
    }

    fn edition(&self) -> String {
        let edition = self.edition_told("cover.edition");
        self.other_editions().map_or(edition.clone(), |other| format!("{edition}\n{other}"))
    }

    /// What is printed as another edition had it, which was checked on another day.
    fn other_editions(&self) -> Option<String> {
        // An authority's own is of no edition, and reads the same where its file has not been imported.
        let other = self.assessment.editions.iter().filter(|pending| pending.now != Now::Elsewhere);
        let kept = other.filter_map(|pending| {
            let requirement = self.project.requirement(&pending.entry)?;
            let active = self.assessment.active_for(&pending.entry)?;
            Some((active, requirement.entry.rules.checked_on))
        });
        let (mut kept, days): (Vec<_>, Vec<_>) = kept.unzip();
        kept.sort_by_key(|active| active.number);
        let requirements = self.numbers(kept);
        let slots = [("requirements", requirements), ("date", format::date(*days.iter().min()?))];
        Some(self.fill("cover.other_edition", &slots))
    }
}

/// What is filled in of two facts that belong together.
fn joined(facts: [&String; 2]) -> String {
    let filled = facts.into_iter().map(|text| text.trim()).filter(|text| !text.is_empty());
    filled.collect::<Vec<_>>().join(", ")
}
