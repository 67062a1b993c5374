//! What has changed since the version before, for those who have read that one: which requirements are new, which read
//! otherwise, and which have gone. A number that has gone is said, so that nobody looks for it.

use domain::fixed::{Change, Changes, FixedRequirement, Version, since_predecessor};
use domain::format;

use super::Builder;
use crate::model::{Column, List, Passage, Section, Status, Table, letter};

/// The facts that a specification prints. A change of any other is the authority's own matter.
const PRINTED: [&str; 19] = [
    "title",
    "reference",
    "authority_name",
    "unit",
    "officer",
    "contact",
    "contract_manager",
    "aim",
    "act",
    "nature",
    "cpv",
    "value_sek",
    "months",
    "option_months",
    "framework",
    "call_off",
    "supplier_count",
    "lots",
    "start",
];
/// What stands below the duties, in the order in which a version keeps it.
const TERMS: [&str; 4] = ["evidence_tender", "evidence_contract", "follow_up", "sanction"];

impl Builder<'_> {
    /// What has changed since the version that this one succeeds; nothing when it is the first.
    pub(super) fn since(&self) -> Option<Changes<'_>> {
        let printed: Option<Version> = match &self.print.status {
            Status::Draft { .. } => None,
            Status::Final { version } => version.parse().ok(),
        };
        since_predecessor(printed, self.project, self.assessment)
    }

    pub(super) fn changes(&self, number: &str, since: &Changes<'_>) -> Section {
        let slots =
            [("version", since.version.version.to_string()), ("date", format::date(since.version.on))];
        let section = Section::new(number, &self.fill("changes.title", &slots));
        let rows = self.changed(since);
        let section = if rows.rows.is_empty() {
            section.paragraph(self.fill("changes.none", &slots))
        } else {
            section.paragraph(self.fill("changes.intro", &slots)).wide_table(rows)
        };
        let facts = self.changed_facts(since);
        let section = if facts.is_empty() {
            section
        } else {
            let list = Passage::List(List { numbered: false, items: facts });
            section.labelled(&self.say("changes.facts"), vec![list])
        };
        self.gone_before(since).into_iter().fold(section, Section::paragraph)
    }

    fn changed(&self, since: &Changes<'_>) -> Table {
        let mut changed: Vec<(&FixedRequirement, String)> =
            since.changes.iter().filter_map(|change| self.changed_requirement(change)).collect();
        changed.sort_by_key(|(requirement, _)| requirement.number);
        let columns = vec![
            Column::text(&self.say("overview.requirement"), 1.0),
            Column::text(&self.say("overview.heading"), 5.0),
            Column::text(&self.say("changes.change"), 9.0),
        ];
        changed.into_iter().fold(Table::new(columns), |table, (requirement, text)| {
            table.row([
                format!("K{}", requirement.number),
                requirement.title.of(self.print.language).clone(),
                text,
            ])
        })
    }

    fn changed_requirement<'c>(&self, change: &'c Change<'_>) -> Option<(&'c FixedRequirement, String)> {
        match change {
            Change::Added(new) => Some((new, self.say("changes.new"))),
            Change::Withdrawn(old) => Some((old, self.say("changes.gone"))),
            Change::Reworded { before, after } => Some((after, self.reworded(before, after))),
            Change::Fact(_) | Change::Answer(_) | Change::Decision(_) => None,
        }
    }

    /// "Ny lydelse: K3 a och K3 c. Ändrat: bevis i avtalet."
    fn reworded(&self, before: &FixedRequirement, after: &FixedRequirement) -> String {
        let language = self.print.language;
        let [old, new] = [before, after].map(|one| one.duties.of(language));
        let cite = |index: usize| format!("K{} {}", after.number, letter(index));
        let both = old.len().min(new.len());
        let changed: Vec<String> = (0..both).filter(|&index| old[index] != new[index]).map(cite).collect();
        let terms = TERMS.iter().zip(before.terms.of(language).iter().zip(after.terms.of(language)));
        let terms = terms.filter(|(_, (old, new))| old != new);
        let terms = terms.map(|(term, _)| format::lower_first(&self.say(&format!("facts.{term}"))));
        let title = (before.title != after.title).then(|| format::lower_first(&self.say("overview.heading")));
        let parts = [
            ("changes.reworded", changed),
            ("changes.added_duties", (both..new.len()).map(cite).collect()),
            ("changes.gone_duties", (both..old.len()).map(cite).collect()),
            ("changes.otherwise", title.into_iter().chain(terms).collect::<Vec<_>>()),
        ];
        let told = parts.into_iter().filter(|(_, what)| !what.is_empty());
        let told = told.map(|(key, what)| self.fill(key, &[("what", format::list(&what, language))]));
        told.collect::<Vec<_>>().join(" ")
    }

    fn changed_facts(&self, since: &Changes<'_>) -> Vec<crate::model::Rich> {
        let facts = since.changes.iter().filter_map(|change| match change {
            Change::Fact(field) if PRINTED.contains(&field.as_str()) => Some(field),
            _ => None,
        });
        facts.map(|field| self.phrase(&format!("program.fields.{field}")).into()).collect()
    }

    /// The numbers that had gone already when that version was fixed.
    fn gone_before(&self, since: &Changes<'_>) -> Option<String> {
        let known = &since.version.requirements;
        let gone = self.project.withdrawn(self.assessment).into_iter();
        let gone = gone.filter(|gone| known.iter().all(|known| known.number != gone.number));
        let numbers: Vec<String> = gone.map(|gone| format!("K{}", gone.number)).collect();
        let what = format::list(&numbers, self.print.language);
        (!numbers.is_empty()).then(|| self.fill("changes.gone_before", &[("what", what)]))
    }
}
