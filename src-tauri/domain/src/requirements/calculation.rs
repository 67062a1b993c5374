//! The proportionality calculation in words, step by step: every figure with what it was worked out from.

use super::proportionality::{
    Capacity, HEADCOUNT_LIMIT, HOURS_A_MONTH, HOURS_A_YEAR, LabourShareSource, SUPERVISION,
};
use super::quantity::{ADVANCED_SHARE, Length, Quantity, STEP_ROUNDING, StepFrom};
use super::share::split;
use crate::catalogue::Catalogue;
use crate::catalogue::question::Question;
use crate::format::{decimal, money, percent};
use crate::needs::answer::FieldValue;
use crate::procurement::Procurement;
use crate::procurement::amount::{Months, Sek};
use crate::project::Project;
use crate::text::{Bilingual, Language};

const MONTHS_A_YEAR: f64 = 12.0;

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
pub fn of_capacity(capacity: &Capacity, project: &Project, catalogue: &Catalogue) -> Vec<Step> {
    let writer = Writer { catalogue };
    let mut steps = writer.value(capacity, &project.procurement);
    steps.push(writer.labour_share(capacity, project));
    steps.push(writer.hourly_cost(capacity));
    steps.extend(writer.hours_of_work(capacity));
    steps.extend(writer.persons(capacity, project));
    steps
}

/// What one entry asks of that work: hours of its places, and their share of all hours.
pub fn of_quantity(quantity: &Quantity, capacity: &Capacity, catalogue: &Catalogue) -> Vec<Step> {
    let writer = Writer { catalogue };
    let mut steps = vec![writer.unit_hours(quantity)];
    steps.extend(writer.places(quantity, capacity));
    steps.extend(writer.asked(quantity, capacity));
    steps
}

impl Step {
    fn at(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }
}

struct Writer<'a> {
    catalogue: &'a Catalogue,
}

impl Writer<'_> {
    /// The value of the firm period for one supplier, with what was taken from the whole.
    fn value(&self, capacity: &Capacity, p: &Procurement) -> Vec<Step> {
        let whole = p.value_sek.map_or(0.0, Sek::as_f64);
        let options = p.option_value().unwrap_or(0.0);
        let suppliers = p.suppliers();
        if options <= 0.0 && suppliers == 1 {
            let value = self.given("value", "whole", |l| money(capacity.value_per_supplier, l));
            return vec![value.at(Source::Fact("value_sek"))];
        }
        let mut steps = vec![self.given("whole", "whole", |l| money(whole, l)).at(Source::Fact("value_sek"))];
        if options > 0.0 {
            steps.push(self.options(options, p));
        }
        if suppliers > 1 {
            let split = [("split", split(p, &self.catalogue.phrases))];
            let count = self.told("suppliers", "suppliers", &split, |_| suppliers.to_string());
            steps.push(count.at(Source::Fact("supplier_count")));
        }
        let formula = |l| {
            let (whole, options) = (money(whole, l), money(options, l));
            match (p.option_value() > Some(0.0), suppliers) {
                (true, 1) => format!("{whole} − {options}"),
                (true, n) => format!("({whole} − {options}) ÷ {n}"),
                (false, n) => format!("{whole} ÷ {n}"),
            }
        };
        let label = if options > 0.0 { "value_firm" } else { "value" };
        steps.push(self.step(label, formula, |l| money(capacity.value_per_supplier, l)));
        steps
    }

    /// As it is filled in, or else by their part of the time.
    fn options(&self, options: f64, p: &Procurement) -> Step {
        let value = |l| money(options, l);
        if p.option_value_sek.is_some() {
            return self.given("options", "options", value).at(Source::Fact("option_value_sek"));
        }
        let months = |n: f64| Bilingual::each(|l| decimal(n, 0, l));
        let total = p.total_months().unwrap_or(0.0);
        let slots =
            [("months", months(p.option_months.map_or(0.0, Months::as_f64))), ("total", months(total))];
        self.told("options", "options_by_time", &slots, value).at(Source::Fact("option_months"))
    }

    /// The branch's own share, or the middle of what was answered, always with what was answered.
    fn labour_share(&self, capacity: &Capacity, project: &Project) -> Step {
        let from = match capacity.labour_share_source {
            LabourShareSource::Profile => "share_unanswered",
            LabourShareSource::WithinAnswer => "share_within_answer",
            LabourShareSource::AnsweredBand => "share_by_answer",
        };
        let slots = [("cpv", both(&capacity.profile)), ("answer", self.answer("labour_share_band", project))];
        let share = self.told("labour_share", from, &slots, |l| percent(capacity.labour_share, l));
        share.at(Source::Answer("labour_share_band"))
    }

    fn hourly_cost(&self, capacity: &Capacity) -> Step {
        let slots = [("cpv", both(&capacity.profile))];
        let cost = self.told("hourly_cost", "profile", &slots, |l| money(capacity.hourly_cost, l));
        cost.at(Source::Fact("cpv"))
    }

    fn hours_of_work(&self, capacity: &Capacity) -> [Step; 2] {
        let hours = |l| self.hours(capacity.labour_hours, l);
        let product = |l| {
            let parts = (money(capacity.value_per_supplier, l), percent(capacity.labour_share, l));
            format!("{} × {} ÷ {}", parts.0, parts.1, money(capacity.hourly_cost, l))
        };
        let slots = [
            ("hours", Bilingual::each(hours)),
            ("month", Bilingual::each(|l| decimal(HOURS_A_MONTH, 2, l))),
            ("year", Bilingual::each(|l| decimal(HOURS_A_YEAR, 0, l))),
        ];
        let months = |l| self.unit("months", capacity.full_time_months, 1, l);
        [
            self.step("labour_hours", product, hours),
            self.told("full_time_months", "full_time", &slots, months),
        ]
    }

    fn persons(&self, capacity: &Capacity, project: &Project) -> Vec<Step> {
        let months = |n: f64, l| self.unit("months", n, 1, l);
        let persons = |n: f64| move |l| self.unit("persons", n, 1, l);
        let season = (capacity.months_at_work - capacity.months).abs() > f64::EPSILON;
        let at_work = if season {
            let slots = [("months", Bilingual::each(|l| months(capacity.months, l)))];
            let slots = slots.into_iter().chain([("season", self.answered_number("season_months", project))]);
            let slots: Vec<_> = slots.collect();
            self.told("months_at_work", "season", &slots, |l| months(capacity.months_at_work, l))
                .at(Source::Answer("need_pattern"))
        } else {
            self.given("months_at_work", "months", |l| months(capacity.months_at_work, l))
                .at(Source::Fact("months"))
        };
        let quotient =
            |l| format!("{} ÷ {}", months(capacity.full_time_months, l), months(capacity.months_at_work, l));
        let posts = |l| self.unit("posts", capacity.headcount.full_time, 1, l);
        let full_time = self.step("full_time", quotient, posts);
        let calculated = capacity.headcount.part.map(|part| {
            let slots = [("posts", Bilingual::each(posts)), ("part", Bilingual::each(|l| percent(part, l)))];
            let persons = self.told("headcount", "part", &slots, persons(capacity.headcount.calculated));
            persons.at(Source::Answer("part_of_full_time"))
        });
        let used = capacity.headcount.answered.map(|answered| {
            let calculated = |l| self.unit("persons", capacity.headcount.calculated, 1, l);
            let slots = [
                ("n", Bilingual::each(|l| decimal(answered, 1, l))),
                ("limit", Bilingual::each(|l| decimal(HEADCOUNT_LIMIT, 1, l))),
                ("calculated", Bilingual::each(calculated)),
            ];
            let used = self.told("headcount_used", "answer", &slots, persons(capacity.headcount.used));
            used.at(Source::Answer("headcount_answer"))
        });
        [at_work, full_time].into_iter().chain(calculated).chain(used).collect()
    }

    fn unit_hours(&self, quantity: &Quantity) -> Step {
        let weight = ("weight", Bilingual::each(|l| decimal(quantity.weight, 2, l)));
        let hours = |l| self.hours(quantity.unit_hours, l);
        let [length, each] = self.length(quantity);
        let key = match quantity.length {
            Length::Weeks(..) => "weeks",
            Length::Months(_) => "full_months",
        };
        self.told("unit_hours", key, &[length, each, weight], hours)
    }

    fn places(&self, quantity: &Quantity, capacity: &Capacity) -> Vec<Step> {
        let places = |l| self.unit("places", quantity.places, 0, l);
        if let Some(step) = quantity.step {
            let quotient = |l| format!("{} ÷ {}", money(capacity.value_per_supplier, l), money(step, l));
            return vec![self.value_a_place(step, quantity, capacity), self.step("places", quotient, places)];
        }
        let slots = [("share", Bilingual::each(|l| percent(quantity.budget, l)))];
        let from = if quantity.set { "own" } else { "budget" };
        let places = self.told("places", from, &slots, places);
        quantity
            .candidates_a_year
            .map(|n| self.candidates(n, quantity, capacity))
            .into_iter()
            .chain([places])
            .collect()
    }

    /// The kronor that give one place, with what they are worked out from where they are.
    fn value_a_place(&self, step: f64, quantity: &Quantity, capacity: &Capacity) -> Step {
        let from = match quantity.step_from {
            StepFrom::Officer => "own",
            StepFrom::Share => "step_by_share",
            StepFrom::Practice => "step",
        };
        let slots = [
            ("hours", Bilingual::each(|l| self.hours(quantity.unit_hours, l))),
            ("cost", Bilingual::each(|l| money(capacity.hourly_cost, l))),
            ("labour", Bilingual::each(|l| percent(capacity.labour_share, l))),
            ("share", Bilingual::each(|l| percent(ADVANCED_SHARE, l))),
            ("rounding", Bilingual::each(|l| money(STEP_ROUNDING, l))),
        ];
        self.told("step", from, &slots, |l| money(step, l))
    }

    /// How many there are to propose, and that not all of them have come by the last day to begin.
    fn candidates(&self, a_year: f64, quantity: &Quantity, capacity: &Capacity) -> Step {
        let within = |months: f64| (a_year * months / MONTHS_A_YEAR).floor();
        let number = |n: f64| Bilingual::each(|l| decimal(n, 0, l));
        let (all, early) = (within(capacity.months), within(quantity.start_latest));
        let months = Bilingual::each(|l| self.unit("months", capacity.months, 0, l));
        let slots = [
            ("a_year", number(a_year)),
            ("months", months),
            ("start", number(quantity.start_latest)),
            ("early", number(early)),
        ];
        let from = if early < all { "candidates_late" } else { "candidates" };
        self.told("candidates", from, &slots, |l| self.unit("persons", all, 0, l))
    }

    fn asked(&self, quantity: &Quantity, capacity: &Capacity) -> [Step; 3] {
        let asked = quantity.places * quantity.unit_hours;
        let product =
            |l| format!("{} × {}", decimal(quantity.places, 0, l), self.hours(quantity.unit_hours, l));
        let quotient = |l| format!("{} ÷ {}", self.hours(asked, l), self.hours(capacity.labour_hours, l));
        [
            self.step("asked_hours", product, |l| self.hours(asked, l)),
            self.step("share", quotient, |l| percent(quantity.share, l)),
            self.supervision(quantity, capacity),
        ]
    }

    /// Hours are attended whole, whatever they weigh, so that they are worked out where they are told.
    fn supervision(&self, quantity: &Quantity, capacity: &Capacity) -> Step {
        let all = [
            ("share", Bilingual::each(|l| percent(SUPERVISION, l))),
            ("places", Bilingual::each(|l| decimal(quantity.places, 0, l))),
            ("cost", Bilingual::each(|l| money(capacity.hourly_cost, l))),
        ];
        let key = match quantity.length {
            Length::Weeks(..) => "supervision_weeks",
            Length::Months(_) => "supervision_months",
        };
        let slots: Vec<_> = all.into_iter().chain(self.length(quantity)).collect();
        self.told("supervision_cost", key, &slots, |l| money(quantity.supervision_cost, l))
    }

    /// How long one place is, in its own measure, with the hours of each.
    fn length(&self, quantity: &Quantity) -> [(&'static str, Bilingual); 2] {
        let number = |n: f64| Bilingual::each(|l| decimal(n, 1, l));
        match quantity.length {
            Length::Weeks(weeks, week) => [("weeks", number(weeks)), ("hours", number(week))],
            Length::Months(months) => [
                ("months", Bilingual::each(|l| self.unit("months", months, 1, l))),
                ("month", Bilingual::each(|l| decimal(HOURS_A_MONTH, 2, l))),
            ],
        }
    }

    /// The option that was answered, as it is shown: "40–60 %".
    fn answer(&self, fact: &str, project: &Project) -> Bilingual {
        let Some((question, FieldValue::Text(code))) = self.given_answer(fact, project) else {
            return Bilingual::default();
        };
        let label = |language| question.text.of(language).options.get(code.as_str());
        Bilingual::each(|language| label(language).cloned().unwrap_or_default())
    }

    fn answered_number(&self, fact: &str, project: &Project) -> Bilingual {
        match self.given_answer(fact, project) {
            Some((_, FieldValue::Number(number))) => Bilingual::each(|l| decimal(number.0, 1, l)),
            _ => Bilingual::default(),
        }
    }

    fn given_answer<'p>(
        &'p self,
        fact: &str,
        project: &'p Project,
    ) -> Option<(&'p Question, &'p FieldValue)> {
        let (question, _) = self.catalogue.asking(&fact.into())?;
        let values = project.answers.get(&question.id)?.values(question);
        values.into_iter().find(|(name, _)| name.as_str() == fact).map(|(_, value)| (question, value))
    }

    /// A figure that is taken as it is, with where it comes from.
    fn given(&self, label: &str, source: &str, value: impl FnMut(Language) -> String) -> Step {
        self.told(label, source, &[], value)
    }

    /// A figure with where it comes from, in words that hold other figures.
    fn told(
        &self,
        label: &str,
        source: &str,
        slots: &[(&str, Bilingual)],
        value: impl FnMut(Language) -> String,
    ) -> Step {
        let from = self.catalogue.phrases.fill(&format!("program.calculation.from.{source}"), slots);
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
        self.catalogue.phrases.say(&format!("program.calculation.{key}"))
    }

    fn hours(&self, hours: f64, language: Language) -> String {
        self.unit("hours", hours, 0, language)
    }

    fn unit(&self, unit: &str, number: f64, decimals: usize, language: Language) -> String {
        let key = format!("program.calculation.unit.{unit}");
        self.catalogue.phrases.fill_in(&key, &[("n", decimal(number, decimals, language))], language)
    }
}

fn both(text: &str) -> Bilingual {
    Bilingual::new(text, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::catalogue::id::EntryId;
    use crate::review::try_out::{CATALOGUE, answering, buying, choosing, example, setting, signature};
    use serde_json::json;

    fn read(steps: &[Step]) -> Vec<String> {
        let line = |step: &Step| format!("{}: {} = {}", step.label.sv, step.from.sv, step.value.sv);
        let said: Vec<String> =
            steps.iter().map(|step| line(step).replace(crate::format::NBSP, " ")).collect();
        assert!(said.iter().all(|line| !line.contains(['{', '_'])), "{said:#?}");
        said
    }

    fn work(project: &Project) -> Vec<String> {
        let capacity = assess(project, &CATALOGUE, signature().on).capacity.unwrap();
        read(&of_capacity(&capacity, project, &CATALOGUE))
    }

    #[track_caller]
    fn check(said: &[String], line: &str) {
        assert!(said.contains(&line.to_owned()), "{line}\n{said:#?}");
    }

    fn park() -> Project {
        let park = json!({ "cpv": ["77310000"], "value_sek": 6_500_000, "option_value_sek": null, "months": 48,
            "option_months": null, "framework": false, "supplier_count": null });
        let season = json!({ "q02": "calculate", "q03": "40_60", "q04": { "need_pattern": "season", "season_months": 7 } });
        answering(buying(example("stadning"), &park), &season)
    }

    #[test]
    fn each_figure_is_said_with_what_it_comes_from() {
        let said = work(&park());
        check(&said, "Värde för en leverantör: värdet exklusive moms i Upphandlingen = 6 500 000 kr");
        check(&said, "Andel arbete: tumregel för CPV 7731, inom svaret 40–60 % = 55 %");
        check(&said, "Månader då arbete pågår: 48 månader × 7 ÷ 12, efter svaret om säsong = 28 månader");
    }

    #[test]
    fn the_share_says_what_was_answered_also_when_the_branch_differs() {
        let share = |answer| {
            let said = work(&answering(park(), &json!({ "q03": answer })));
            said.into_iter().find(|line| line.starts_with("Andel arbete")).unwrap()
        };
        assert_eq!(
            share(json!("80_100")),
            "Andel arbete: mitten av svaret 80–100 %, i stället för tumregeln för CPV 7731 = 90 %"
        );
        assert_eq!(
            share(json!(null)),
            "Andel arbete: tumregel för CPV 7731, frågan om andelen är inte besvarad = 55 %"
        );
    }

    #[test]
    fn call_offs_in_season_are_counted_in_season_and_part_time_is_a_step_of_its_own() {
        let called_off =
            json!({ "q04": { "need_pattern": "call_off", "season_months": 7 }, "q02": 20, "q02b": 40 });
        let said = work(&answering(park(), &called_off));
        check(&said, "Månader då arbete pågår: 48 månader × 7 ÷ 12, efter svaret om säsong = 28 månader");
        let posts = said.iter().find(|line| line.starts_with("Heltidstjänster samtidigt: ")).unwrap();
        assert!(posts.ends_with("heltidstjänster"), "{posts}");
        let persons = said.iter().find(|line| line.starts_with("Personer samtidigt: ")).unwrap();
        assert!(persons.ends_with("personer"), "{persons}");
        assert!(persons.contains("÷ 40 %, den del av heltid som var och en arbetar"), "{persons}");
        let used = said.iter().find(|line| line.starts_with("Personer samtidigt, använt: ")).unwrap();
        let calculated = persons.rsplit(" = ").next().unwrap();
        assert!(used.contains(&format!("svaret 20, högst 1,5 × {calculated} enligt tumregel")), "{used}");
    }

    #[test]
    fn options_and_suppliers_are_taken_from_the_whole_value_in_the_open() {
        let shared = json!({ "value_sek": 20_000_000, "option_value_sek": 5_000_000, "option_months": 12,
            "framework": true, "supplier_count": 3 });
        let said = work(&buying(park(), &shared));
        check(&said, "Hela värdet: värdet exklusive moms i Upphandlingen = 20 000 000 kr");
        check(&said, "Optioner och förlängningar: värdet av dem i Upphandlingen = 5 000 000 kr");
        check(
            &said,
            "Värde för en leverantör utan optioner: (20 000 000 kr − 5 000 000 kr) ÷ 3 = 5 000 000 kr",
        );
        let equally = "Antal leverantörer: antalet i Upphandlingen, räknat som om värdet delas lika på 3";
        check(&said, &format!("{equally} = 3"));
        let ranked = work(&buying(buying(park(), &shared), &json!({ "call_off": "ranking" })));
        check(&ranked, &format!("{equally}, fast den som är först i rangordningen oftast får mer = 3"));
        let by_time =
            work(&buying(park(), &json!({ "value_sek": 6_000_000, "months": 36, "option_months": 12 })));
        check(
            &by_time,
            "Optioner och förlängningar: 12 av 48 månader, värdet av dem är inte ifyllt = 1 500 000 kr",
        );
    }

    #[test]
    fn places_say_whether_they_are_worked_out_or_the_officer_s_own() {
        let asked = |project: &Project| {
            let assessment = assess(project, &CATALOGUE, signature().on);
            let quantity = assessment.quantities[&EntryId::from("emp-internship")];
            read(&of_quantity(&quantity, assessment.capacity.as_ref().unwrap(), &CATALOGUE))
        };
        let chosen = choosing(&example("stadning"), &["emp-internship"]);
        let places =
            |said: &[String]| said.iter().find(|line| line.starts_with("Platser: ")).unwrap().clone();
        let said = asked(&chosen);
        assert!(places(&said).contains("ryms i 3 % av timmarna"), "{said:#?}");
        // Half of them come after the last day on which a place may begin.
        let candidates = said.iter().find(|line| line.starts_with("Kandidater: ")).unwrap();
        assert!(candidates.contains("Till sista start, månad 24, hinner 6 av dem föreslås."), "{said:#?}");
        let own = asked(&setting(&chosen, "emp-internship", "places", &json!(3)));
        assert_eq!(places(&own), "Platser: ert eget tal i kravet = 3 platser");
        assert!(
            own[0].starts_with(
                "Timmar för en plats: 12 veckor × 40 timmar × 0,5, platsformens vikt enligt tumregel"
            ),
            "{own:#?}"
        );
    }
}
