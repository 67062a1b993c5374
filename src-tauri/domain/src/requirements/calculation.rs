//! The proportionality calculation in words, step by step: every figure with what it was worked out from.

use super::proportionality::{Capacity, HOURS_A_MONTH, LabourShareSource};
use super::quantity::Quantity;
use crate::catalogue::phrases::Phrases;
use crate::format::{decimal, money, percent};
use crate::text::{Bilingual, Language};

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is worked out, or taken: "Arbetstimmar".
    pub label: Bilingual,
    /// From what: "20 000 000 kr × 70 % ÷ 560 kr", or where the figure comes from.
    pub from: Bilingual,
    /// The figure with its unit.
    pub value: Bilingual,
    /// Where what it is taken from is filled in or answered.
    pub source: Option<Source>,
}

/// Where a figure is filled in or answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// In a fact of the procurement, by the name of its field.
    Fact(&'static str),
    /// In the answer that gives a fact for the conditions.
    Answer(&'static str),
}

/// How much work the contract is, from the value to persons at work at the same time.
pub fn of_capacity(capacity: &Capacity, phrases: &Phrases) -> Vec<Step> {
    let share_from = match capacity.labour_share_source {
        LabourShareSource::Profile => "profile",
        LabourShareSource::AnsweredBand => "answered_band",
    };
    let writer = Writer { phrases };
    let mut steps = vec![
        writer
            .given("value", "firm_period", |l| money(capacity.value_per_supplier, l))
            .at(Source::Fact("value_sek")),
        writer
            .given("labour_share", share_from, |l| percent(capacity.labour_share, l))
            .at(Source::Answer("labour_share_band")),
        writer.given("hourly_cost", "profile", |l| money(capacity.hourly_cost, l)).at(Source::Fact("cpv")),
        writer.step(
            "labour_hours",
            |l| {
                let parts = (money(capacity.value_per_supplier, l), percent(capacity.labour_share, l));
                format!("{} × {} ÷ {}", parts.0, parts.1, money(capacity.hourly_cost, l))
            },
            |l| writer.hours(capacity.labour_hours, l),
        ),
        writer.step(
            "full_time_months",
            |l| format!("{} ÷ {}", writer.hours(capacity.labour_hours, l), decimal(HOURS_A_MONTH, 2, l)),
            |l| writer.unit("months", capacity.full_time_months, 1, l),
        ),
        writer
            .given("headcount", "headcount", |l| writer.unit("persons", capacity.headcount.calculated, 1, l))
            .at(Source::Fact("months")),
    ];
    if capacity.headcount.answered.is_some() {
        let used = writer
            .given("headcount_used", "answer", |l| writer.unit("persons", capacity.headcount.used, 1, l));
        steps.push(used.at(Source::Answer("headcount_answer")));
    }
    steps
}

/// What one entry asks of that work: hours of its places, and their share of all hours.
pub fn of_quantity(quantity: &Quantity, capacity: &Capacity, phrases: &Phrases) -> Vec<Step> {
    let writer = Writer { phrases };
    let by_step = quantity.step.map(|step| {
        writer.step(
            "places",
            |l| format!("{} ÷ {}", money(capacity.value_per_supplier, l), money(step, l)),
            |l| writer.unit("places", quantity.places, 0, l),
        )
    });
    let dealt = || writer.given("places", "budget", |l| writer.unit("places", quantity.places, 0, l));
    let asked = quantity.places * quantity.unit_hours;
    vec![
        writer.given("unit_hours", "weight", |l| writer.hours(quantity.unit_hours, l)),
        by_step.unwrap_or_else(dealt),
        writer.step(
            "asked_hours",
            |l| format!("{} × {}", decimal(quantity.places, 0, l), writer.hours(quantity.unit_hours, l)),
            |l| writer.hours(asked, l),
        ),
        writer.step(
            "share",
            |l| format!("{} ÷ {}", writer.hours(asked, l), writer.hours(capacity.labour_hours, l)),
            |l| percent(quantity.share, l),
        ),
        writer.given("supervision_cost", "supervision", |l| money(quantity.supervision_cost, l)),
    ]
}

impl Step {
    fn at(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }
}

struct Writer<'a> {
    phrases: &'a Phrases,
}

impl Writer<'_> {
    /// A figure that is taken as it is, with where it comes from.
    fn given(&self, label: &str, source: &str, value: impl FnMut(Language) -> String) -> Step {
        let from = self.phrases.say(&format!("program.calculation.from.{source}"));
        Step { label: self.label(label), from, value: Bilingual::each(value), source: None }
    }

    fn step(
        &self,
        label: &str,
        from: impl FnMut(Language) -> String,
        value: impl FnMut(Language) -> String,
    ) -> Step {
        Step {
            label: self.label(label),
            from: Bilingual::each(from),
            value: Bilingual::each(value),
            source: None,
        }
    }

    fn label(&self, key: &str) -> Bilingual {
        self.phrases.say(&format!("program.calculation.{key}"))
    }

    fn hours(&self, hours: f64, language: Language) -> String {
        self.unit("hours", hours, 0, language)
    }

    fn unit(&self, unit: &str, number: f64, decimals: usize, language: Language) -> String {
        let key = format!("program.calculation.unit.{unit}");
        self.phrases.fill_in(&key, &[("n", decimal(number, decimals, language))], language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requirements::proportionality::Headcount;

    fn capacity() -> Capacity {
        Capacity {
            value_per_supplier: 20e6,
            months: 24.0,
            labour_share: 0.5,
            labour_share_source: LabourShareSource::Profile,
            hourly_cost: 500.0,
            labour_hours: 20_000.0,
            full_time_months: 20_000.0 / HOURS_A_MONTH,
            headcount: Headcount { calculated: 5.9, answered: None, used: 5.9 },
        }
    }

    fn read(steps: &[Step]) -> Vec<String> {
        let line = |step: &Step| format!("{}: {} = {}", step.label.sv, step.from.sv, step.value.sv);
        steps.iter().map(|step| line(step).replace(crate::format::NBSP, " ")).collect()
    }

    #[test]
    fn each_figure_is_said_with_what_it_comes_from() {
        let phrases = crate::built_in::catalogue().unwrap().phrases;
        let said = read(&of_capacity(&capacity(), &phrases));
        assert_eq!(said[3], "Arbetstimmar: 20 000 000 kr × 50 % ÷ 500 kr = 20 000 timmar");
        assert_eq!(said[4], "Heltidsmånader: 20 000 timmar ÷ 141,67 = 141,2 månader");
        assert!(said.iter().all(|line| !line.contains("program.")), "{said:#?}");
    }

    #[test]
    fn places_by_step_show_the_step() {
        let phrases = crate::built_in::catalogue().unwrap().phrases;
        let quantity =
            Quantity { places: 2.0, unit_hours: 340.0, step: Some(8e6), share: 0.034, ..Quantity::default() };
        let said = read(&of_quantity(&quantity, &capacity(), &phrases));
        assert!(said.contains(&"Platser: 20 000 000 kr ÷ 8 000 000 kr = 2 platser".to_owned()), "{said:#?}");
        assert!(
            said.contains(&"Andel av arbetstiden: 680 timmar ÷ 20 000 timmar = 3,4 %".to_owned()),
            "{said:#?}"
        );
        assert!(said.iter().all(|line| !line.contains("program.")), "{said:#?}");
    }
}
