//! The recommendations on the page: duties first, then the proposed, then what comes along.

use domain::catalogue::entry::{Entry, EntryText};
use domain::catalogue::id::{EntryId, ParameterName};
use domain::catalogue::parameter::ParameterValue;
use domain::requirements::calculation;
use domain::requirements::quantity;
use domain::requirements::recommend::{Recommendation, Standing};
use domain::requirements::values::{Filled, Origin, Values};
use domain::requirements::wording::{Reader, plain};
use domain::text::Language;

use super::{Report, level, placement};

/// In the order of the page.
const GROUPS: [(Standing, &str); 4] = [
    (Standing::Duty, "Krav som lagen kräver"),
    (Standing::Candidate, "Rekommenderade krav"),
    (Standing::Companion, "Följer med"),
    (Standing::Beside, "Påminnelser och standardtexter"),
];

impl Report<'_> {
    pub(super) fn recommendations(&mut self) {
        let assessment = self.assessment;
        for (standing, heading) in GROUPS {
            let here: Vec<&Recommendation> =
                assessment.recommendations.iter().filter(|r| r.standing == standing).collect();
            match standing {
                _ if here.is_empty() && standing != Standing::Candidate => {}
                Standing::Duty | Standing::Candidate => self.cards(heading, &here),
                Standing::Companion | Standing::Beside => self.lines(heading, &here),
            }
        }
    }

    fn cards(&mut self, heading: &str, here: &[&Recommendation]) {
        self.page.heading(heading);
        if here.is_empty() {
            self.page.line("Inget krav rekommenderas. Skälet står under varje tema nedan.");
        }
        for recommended in here {
            self.card(recommended);
        }
    }

    fn lines(&mut self, heading: &str, here: &[&Recommendation]) {
        self.page.heading(heading);
        for recommended in here {
            let Some(entry) = self.catalogue.entry(&recommended.entry) else { continue };
            let because = because(recommended).map(|said| format!(": {said}")).unwrap_or_default();
            self.page.point(&format!("{} ({}){because}", entry.text.sv.title, entry.id));
        }
    }

    fn card(&mut self, recommended: &Recommendation) {
        let Some(entry) = self.catalogue.entry(&recommended.entry) else { return };
        let kind = placement(entry.rules.placement, self.catalogue);
        let chosen = if self.is_chosen(&entry.id) { "  [valt]" } else { "" };
        self.page.air();
        self.page.line(&format!("{} ({}){chosen}", entry.text.sv.title, entry.id));
        self.page.below(&format!("{}, {}", level(entry.rules.level, self.catalogue), kind.to_lowercase()));
        if let Some(because) = because(recommended) {
            self.page.below(&format!("Därför: {because}."));
        }
        self.values(entry);
        self.calculation(entry);
    }

    fn is_chosen(&self, id: &EntryId) -> bool {
        self.project.chosen().any(|chosen| chosen == id)
    }

    fn values(&mut self, entry: &Entry) {
        let text = &entry.text.sv;
        let values = self.assessment.values_of(entry, self.project);
        for (name, filled) in &values {
            let shown = self.shown(entry, text, &values, name, filled);
            let label = text.parameters.get(name).map_or(name.as_str(), String::as_str);
            self.page.point(&format!("{label} ({name}): {shown}{}", origin(filled.origin)));
        }
    }

    /// A value as it reads in the sentence; what is no part of a sentence in its own way.
    fn shown(
        &self,
        entry: &Entry,
        text: &EntryText,
        values: &Values,
        name: &ParameterName,
        filled: &Filled,
    ) -> String {
        match &filled.value {
            None => "fyll i".to_owned(),
            Some(ParameterValue::Flag(flag)) => if *flag { "ja" } else { "nej" }.to_owned(),
            Some(ParameterValue::Table(rows)) if rows.len() == 1 => "tabell med en rad".to_owned(),
            Some(ParameterValue::Table(rows)) => format!("tabell med {} rader", rows.len()),
            Some(_) => {
                let reader = Reader {
                    words: text,
                    parameters: &entry.rules.parameters,
                    values,
                    facts: &self.assessment.facts,
                    language: Language::Sv,
                    fill_in: &self.catalogue.phrases.say("specification.not_filled"),
                };
                plain(&reader.read(&format!("{{{name}}}")))
            }
        }
    }

    fn calculation(&mut self, entry: &Entry) {
        let found = self.assessment.quantities.get(&entry.id).zip(self.assessment.capacity.as_ref());
        let Some((quantity, capacity)) = found.filter(|_| quantity::is_counted(entry)) else { return };
        self.page.below("Uträkning (tumregel, inte lag):");
        for step in calculation::of_quantity(quantity, capacity, self.catalogue) {
            self.page.point(&format!("{}: {} ({})", step.label.sv, step.value.sv, step.from.sv));
        }
    }
}

fn because(recommended: &Recommendation) -> Option<String> {
    let said: Vec<&str> = recommended.reasons.iter().map(|reason| &*reason.text.sv).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Computed => ", beräknat",
        Origin::Answer => ", ur svaren",
        Origin::Officer => ", ändrat",
        Origin::Default | Origin::Missing => "",
    }
}
