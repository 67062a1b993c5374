//! One requirement: its duties with letters, and the facts under them.

use domain::assess::Active;
use domain::catalogue::entry::{Entry, EntryTable, FollowUp, Role, Sanction};
use domain::catalogue::legal::{Basis, Citation};
use domain::catalogue::theme::{PlaceForm, Placement, Theme};
use domain::format;
use domain::requirements::proportionality::FULL_WEEK;
use domain::requirements::wording;

use super::overview::{capitalised, model_level};
use super::{Builder, name, number};
use crate::model::{Column, Requirement, Rich, Table};

/// Between two marks with their words.
const GAP: &str = "  ";

impl Builder<'_> {
    pub(super) fn requirement(&self, active: &Active) -> Requirement {
        let words = self.project.requirement(&active.entry).map(|r| r.words.of(self.print.language));
        let title = words.map(|words| words.title.as_str()).unwrap_or_default();
        let mut requirement = Requirement::new(&number(active), title);
        if let Some(entry) = self.entry(active) {
            if active.theme != Theme::CommonTerms {
                let level = self.say(&format!("level.{}", name(&entry.rules.level)));
                requirement = requirement.level(model_level(entry.rules.level), &level);
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
        let duties = self.with_reader(active, |reader| reader.duties()).unwrap_or_default();
        duties.iter().map(|pieces| wording::plain(pieces)).collect()
    }

    fn facts(&self, active: &Active) -> Vec<(&'static str, Rich)> {
        let Some(entry) = self.entry(active) else { return Vec::new() };
        let read = |key| self.own_text(active, key).into();
        let group = entry.rules.target_group.then(|| ("target_group", self.target_group().into()));
        group
            .into_iter()
            .chain([
                ("evidence_tender", read(Text::EvidenceTender)),
                ("evidence_contract", read(Text::EvidenceContract)),
                ("follow_up", self.follow_up(active, entry).into()),
                ("sanction", self.sanction(active, entry).into()),
                ("legal_basis", self.legal_basis(active)),
            ])
            .collect()
    }

    fn own_text(&self, active: &Active, which: Text) -> String {
        let read = |reader: &wording::Reader<'_>| {
            let template = match which {
                Text::EvidenceTender => &reader.words.evidence_tender,
                Text::EvidenceContract => &reader.words.evidence_contract,
                Text::FollowUp => &reader.words.follow_up,
                Text::Sanction => &reader.words.sanction,
            };
            wording::plain(&reader.read(template))
        };
        self.with_reader(active, read).unwrap_or_default()
    }

    fn target_group(&self) -> String {
        let codes = self.assessment.facts.codes("target_groups").filter(|code| **code != "open");
        let groups: Vec<String> =
            codes.map(|code| self.phrase(&format!("general.target_groups.{code}"))).collect();
        if groups.is_empty() {
            return self.say("facts.group_open");
        }
        let or = self.phrase("specification.or");
        self.fill("facts.group_examples", &[("groups", alternatives(&groups, &or))])
    }

    fn follow_up(&self, active: &Active, entry: &Entry) -> String {
        let when = entry.rules.follow_up.map(|follow_up| self.who_and_when(active, follow_up));
        let how = self.own_text(active, Text::FollowUp);
        when.into_iter().chain([how]).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn who_and_when(&self, active: &Active, follow_up: FollowUp) -> String {
        let who = self.phrase(&format!("general.follow_up_by.{}", name(&follow_up.who)));
        let when = lowered(&self.first_check(active));
        match follow_up.every_months {
            None => self.fill("facts.first_time", &[("who", who), ("when", when)]),
            Some(months) => self
                .fill("facts.first_then", &[("who", who), ("when", when), ("often", self.how_often(months))]),
        }
    }

    fn how_often(&self, months: u32) -> String {
        match months {
            1 => self.say("facts.monthly"),
            3 => self.say("facts.quarterly"),
            6 => self.say("facts.half_yearly"),
            12 => self.say("facts.yearly"),
            _ => self.fill("facts.every", &[("n", months.to_string())]),
        }
    }

    /// What the common terms say, then what the requirement itself says. A common term does not refer to itself.
    fn sanction(&self, active: &Active, entry: &Entry) -> String {
        let other = |role| self.in_role(role).filter(|other| other.entry != active.entry).map(number);
        let cure = other(Role::Cure).filter(|_| entry.rules.sanction != Sanction::None);
        let damages =
            other(Role::Damages).filter(|_| !matches!(entry.rules.sanction, Sanction::None | Sanction::Cure));
        let common = cure.map(|cure| match damages {
            Some(damages) => self.fill("facts.cure_damages", &[("cure", cure), ("damages", damages)]),
            None => self.fill("facts.cure", &[("cure", cure)]),
        });
        let ends = entry.rules.sanction == Sanction::CureThenDamagesThenTermination;
        let termination = ends.then(|| self.say("facts.termination"));
        let own = Some(self.own_text(active, Text::Sanction)).filter(|text| !text.is_empty());
        let all: Vec<String> = [common, own, termination].into_iter().flatten().collect();
        if all.is_empty() { self.say("facts.no_sanction") } else { all.join(" ") }
    }

    pub(super) fn citations(&self, active: &Active) -> Vec<&Citation> {
        let regime = self.assessment.regime.regime();
        let cited = self
            .entry(active)
            .zip(regime)
            .map(|(entry, regime)| self.catalogue.citations(entry, self.project.procurement.act, regime));
        cited.unwrap_or_default()
    }

    fn legal_basis(&self, active: &Active) -> Rich {
        let citations = self.citations(active);
        if citations.is_empty() {
            return self.say("facts.no_citation").into();
        }
        citations.iter().enumerate().fold(Rich::default(), |rich, (i, citation)| {
            let gap = if i + 1 < citations.len() { GAP } else { "" };
            rich.basis(model_basis(citation.basis), &format!(" {}{gap}", self.cited(citation)))
        })
    }

    /// "19 kap. 3 och 9 §§ LOU (lag)."
    fn cited(&self, citation: &Citation) -> String {
        let act = || self.phrase(&format!("general.acts.{}", name(&self.project.procurement.act)));
        let act = citation.act_name.clone().unwrap_or_else(act);
        let mut sections = format!("{} {act}", citation.sections);
        if !citation.verified {
            sections = self.fill("facts.unverified", &[("sections", sections)]);
        }
        self.fill(&format!("facts.{}", name(&citation.basis)), &[("sections", sections)])
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
                [capitalised(&forms), weight_shown].into_iter().chain(weeks).map(Rich::from).collect()
            })
            .collect()
    }

    /// Forms that weigh the same share a row. A study visit is no place.
    fn forms_by_weight(&self) -> Vec<(f64, String)> {
        let mut rows: Vec<(f64, Vec<String>)> = Vec::new();
        for (form, weight) in
            self.catalogue.place_weights.iter().filter(|(form, _)| **form != PlaceForm::StudyVisit)
        {
            let word = self.phrase(&format!("general.place_forms.{}", name(form)));
            match rows.iter_mut().find(|(other, _)| (other - weight).abs() < 1e-9) {
                Some((_, words)) => words.push(word),
                None => rows.push((*weight, vec![word])),
            }
        }
        rows.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        let or = self.phrase("specification.or");
        rows.into_iter().map(|(weight, words)| (weight, alternatives(&words, &or))).collect()
    }

    fn weeks(&self, weeks: f64) -> String {
        let n = format::decimal(weeks, 0, self.print.language);
        if n == "1" { self.say("swap.weeks_one") } else { self.fill("swap.weeks", &[("n", n)]) }
    }
}

#[derive(Clone, Copy)]
enum Text {
    EvidenceTender,
    EvidenceContract,
    FollowUp,
    Sanction,
}

fn model_basis(basis: Basis) -> crate::model::Basis {
    match basis {
        Basis::Law => crate::model::Basis::Law,
        Basis::Guidance => crate::model::Basis::Guidance,
    }
}

/// "a, b eller c"
fn alternatives(items: &[String], or: &str) -> String {
    match items {
        [first @ .., last] if !first.is_empty() => format!("{} {or} {last}", first.join(", ")),
        _ => items.concat(),
    }
}

fn two_decimals(number: f64, language: domain::text::Language) -> String {
    let text = format!("{number:.2}");
    if language == domain::text::Language::Sv { text.replace('.', ",") } else { text }
}

fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
