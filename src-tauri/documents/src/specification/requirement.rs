//! One requirement: its duties with letters, and the facts under them.

use domain::assess::Active;
use domain::catalogue::entry::{Entry, EntryTable, Role};
use domain::catalogue::theme::{PlaceForm, Placement, Theme};
use domain::format;
use domain::requirements::proportionality::FULL_WEEK;
use domain::requirements::wording;
use domain::text::Language;

use super::Builder;
use crate::front::{name, number};
use crate::model::{Column, Requirement, Rich, Table};

impl Builder<'_> {
    pub(super) fn requirement(&self, active: &Active) -> Requirement {
        let words = self.words(active);
        let title = words.map(|words| words.title.as_str()).unwrap_or_default();
        let mut requirement = Requirement::new(&number(active), title);
        if let Some(entry) = self.entry(active) {
            if active.theme != Theme::CommonTerms {
                let level = self.say(&format!("level.{}", name(&entry.rules.level)));
                requirement = requirement.level(entry.rules.level, &level);
            }
            requirement = requirement
                .placement(&self.phrase(&format!("general.placements.{}", name(&entry.rules.placement))));
            requirement.table = self.table_under(active, entry);
        }
        let requirement = self.duties(active).into_iter().fold(requirement, Requirement::duty);
        self.facts(active).into_iter().fold(requirement, |requirement, (key, text)| {
            requirement.fact(&self.say(&format!("facts.{key}")), text)
        })
    }

    fn table_under(&self, active: &Active, entry: &Entry) -> Option<Table> {
        match entry.rules.table {
            Some(EntryTable::Swap) => Some(self.swap_table()),
            None if entry.rules.placement == Placement::AwardCriterion => self.own_table(active),
            None => None,
        }
    }

    fn duties(&self, active: &Active) -> Vec<String> {
        let duties = self.said(active).map(|said| said.duties()).unwrap_or_default();
        duties.iter().map(|pieces| wording::plain(pieces)).collect()
    }

    fn facts(&self, active: &Active) -> Vec<(&'static str, Rich)> {
        let Some(said) = self.said(active) else { return Vec::new() };
        let group = said.target_group().map(|group| ("target_group", group.into()));
        // A common term is confirmed with what it belongs to; a tenderer shows nothing for it alone.
        let shown = active.theme != Theme::CommonTerms && !self.is_confirmed(active);
        let tender = shown.then(|| ("evidence_tender", said.evidence_tender().into()));
        // What is put right as the common term says is told once, where it is told how to read a requirement.
        let sanction = Some(said.sanction()).filter(|text| Some(text) != self.cured().as_ref());
        group
            .into_iter()
            .chain(tender)
            .chain([
                ("evidence_contract", said.evidence_contract().into()),
                ("follow_up", said.follow_up().into()),
                ("sanction", sanction.unwrap_or_default().into()),
                ("legal_basis", self.legal_basis(&said)),
            ])
            // An own requirement may leave something unsaid; the review points that out.
            .filter(|(_, text): &(_, Rich)| !text.plain().is_empty())
            .collect()
    }

    /// Whether a tenderer shows nothing for it but confirms it, which is told once for all.
    pub(super) fn is_confirmed(&self, active: &Active) -> bool {
        let confirmed = |entry: &Entry| {
            let rules = &entry.rules;
            let placed =
                matches!(rules.placement, Placement::ContractTerm | Placement::TechnicalSpecification);
            placed && rules.role != Some(Role::Support) && !entry.is_custom() && entry.in_tender().is_empty()
        };
        self.entry(active).is_some_and(confirmed)
    }

    /// What follows on a shortfall where nothing else is said: "Rättelse enligt K17."
    pub(super) fn cured(&self) -> Option<String> {
        let cure = self.speaker().in_role(Role::Cure)?;
        Some(self.fill("facts.cure", &[("cure", number(cure))]))
    }

    /// Forms of place of equal worth: what each is in full-time weeks, for each requirement that counts places.
    fn swap_table(&self) -> Table {
        let counted: Vec<(&Active, f64)> = self
            .own_requirements()
            .filter_map(|active| Some((active, active.quantity?.unit_hours)))
            .filter(|(_, hours)| *hours > 0.0)
            .collect();
        let mut columns =
            vec![Column::text(&self.say("swap.form"), 3.4), Column::number(&self.say("swap.weight"), 1.8)];
        let heads =
            counted.iter().map(|(active, _)| self.fill("swap.one_place", &[("number", number(active))]));
        columns.extend(heads.map(|head| Column::number(&head, 1.6)));
        let caption = self.fill("swap.caption", &[("table", "2".to_owned())]);
        let mut table = Table::new(columns).caption(&caption).plain_row_heads();
        table.rows = self.swap_rows(&counted);
        table
    }

    fn swap_rows(&self, counted: &[(&Active, f64)]) -> Vec<Vec<Rich>> {
        self.forms_by_weight()
            .into_iter()
            .map(|(weight, forms)| {
                let weight_shown = two_decimals(weight, self.print.language);
                let weeks =
                    counted.iter().map(|(_, hours)| self.weeks((hours / (weight * FULL_WEEK) - 1e-9).ceil()));
                [format::upper_first(&forms), weight_shown].into_iter().chain(weeks).map(Rich::from).collect()
            })
            .collect()
    }

    /// A study visit is no place, and there is no holiday job where the answers say that there are no tasks for one.
    fn may_be_chosen(&self, form: PlaceForm) -> bool {
        match form {
            PlaceForm::StudyVisit => false,
            PlaceForm::HolidayJob => self.assessment.facts.code("youth_tasks") != Some("no"),
            _ => true,
        }
    }

    /// Forms that weigh the same share a row.
    fn forms_by_weight(&self) -> Vec<(f64, String)> {
        let mut rows: Vec<(f64, Vec<String>)> = Vec::new();
        for (form, weight) in
            self.catalogue.place_weights.iter().filter(|(form, _)| self.may_be_chosen(**form))
        {
            let word = self.phrase(&format!("general.place_forms.{}", name(form)));
            match rows.iter_mut().find(|(other, _)| (other - weight).abs() < 1e-9) {
                Some((_, words)) => words.push(word),
                None => rows.push((*weight, vec![word])),
            }
        }
        rows.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        let language = self.print.language;
        rows.into_iter().map(|(weight, words)| (weight, format::alternatives(&words, language))).collect()
    }

    fn weeks(&self, weeks: f64) -> String {
        let n = format::decimal(weeks, 0, self.print.language);
        self.fill("swap.weeks", &[("n", n)])
    }
}

fn two_decimals(number: f64, language: Language) -> String {
    let text = format!("{number:.2}");
    if language == Language::Sv { text.replace('.', ",") } else { text }
}
