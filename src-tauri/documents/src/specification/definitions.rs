//! The words that the requirements rely on.

use domain::format;

use super::Builder;
use crate::model::{Definition, Section};

impl Builder<'_> {
    pub(super) fn definitions(&self, number: &str) -> Section {
        let start = match self.project.procurement.start {
            Some(date) => self.fill("definitions.contract_start_dated", &[("date", format::date(date))]),
            None => self.say("definitions.contract_start_meaning"),
        };
        let mut definitions = vec![
            self.definition("contract_start", start),
            self.definition("contract_year", self.say("definitions.contract_year_meaning")),
            self.definition("days", self.say("definitions.days_meaning")),
            self.definition("contract_manager", self.say("definitions.contract_manager_meaning")),
        ];
        if self.has_matching_lead() {
            let meaning = self.fill("definitions.matching_lead_meaning", &[("who", self.matching_lead())]);
            definitions.push(self.definition("matching_lead", meaning));
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

    fn definition(&self, term: &str, meaning: String) -> Definition {
        Definition::new(&self.say(&format!("definitions.{term}")), meaning)
    }
}
