//! The words that the requirements rely on.

use domain::catalogue::entry::Role;
use domain::format;
use domain::requirements::wording::plain;
use domain::requirements::words::Said;

use super::Builder;
use crate::model::{Definition, Section};

impl Builder<'_> {
    pub(super) fn definitions(&self, number: &str) -> Section {
        let start = match self.project.procurement.start {
            Some(date) => self.fill("definitions.contract_start_dated", &[("date", format::date(date))]),
            None => self.say("definitions.contract_start_meaning"),
        };
        let plain = |term: &str| self.definition(term, self.say(&format!("definitions.{term}_meaning")));
        let buyer = Some(self.project.procurement.authority_name.trim()).filter(|name| !name.is_empty());
        let buyer = buyer.map(|name| self.definition("buyer", format!("{name}.")));
        let mut definitions = Vec::from_iter(buyer);
        definitions.push(plain("supplier"));
        definitions.extend((self.project.procurement.framework == Some(true)).then(|| plain("contract")));
        let lots = self.lot_names().map(|lots| self.fill("definitions.lot_meaning", &[("lots", lots)]));
        definitions.extend(lots.map(|meaning| self.definition("lot", meaning)));
        definitions.push(self.definition("contract_start", start));
        for term in ["contract_year", "days", "working_days", "approval"] {
            let word = self.say(&format!("definitions.{term}")).to_lowercase();
            definitions.extend(self.says(|text| text.to_lowercase().contains(&word)).then(|| plain(term)));
        }
        definitions.push(plain("contract_manager"));
        let officer = self.say("definitions.officer").to_lowercase();
        if self.says(|text| text.to_lowercase().contains(&officer)) {
            definitions.push(self.definition("officer", self.say("definitions.officer_meaning")));
        }
        if self.relies_on("matching_lead") {
            let meaning =
                self.fill("definitions.matching_lead_meaning", &[("who", self.matching_lead_or_none())]);
            definitions.push(self.definition("matching_lead", meaning));
        }
        if self.speaker().in_role(Role::NoCandidate).is_some() {
            definitions.push(plain("place"));
        }
        if self
            .assessment
            .active
            .iter()
            .any(|active| self.entry(active).is_some_and(|e| e.rules.target_group))
        {
            definitions.push(self.definition("target_group", self.say("definitions.target_group_meaning")));
        }
        Section::new(number, &self.say("definitions.title")).definitions(definitions)
    }

    /// Whether any requirement but the common terms says a term, or is checked by the one whom it names.
    pub(super) fn relies_on(&self, term: &str) -> bool {
        let term = self.say(&format!("definitions.{term}")).to_lowercase();
        let said = self.own_requirements().filter_map(|active| self.said(active));
        said.flat_map(|said| texts(&said)).any(|text| text.to_lowercase().contains(&term))
    }

    /// Whether anything that is printed of a requirement in sentences is so.
    pub(super) fn says(&self, is: impl Fn(&str) -> bool) -> bool {
        let said = self.assessment.active.iter().filter_map(|active| self.said(active));
        said.flat_map(|said| texts(&said)).any(|text| is(&text))
    }

    fn definition(&self, term: &str, meaning: String) -> Definition {
        Definition::new(&self.say(&format!("definitions.{term}")), meaning)
    }
}

/// All that is printed of a requirement in sentences.
fn texts(said: &Said<'_>) -> Vec<String> {
    let duties = said.duties().iter().map(|duty| plain(duty)).collect::<Vec<_>>();
    let beside = [said.evidence_tender(), said.evidence_contract(), said.follow_up(), said.sanction()];
    duties.into_iter().chain(beside).collect()
}
