//! The follow-up plan (uppföljningsplan): who checks what, when, by which evidence, and what a shortfall leads to. It is
//! published and belongs to the contract.

mod buyer;
mod calendar;
mod check_sheet;
mod report;

use std::ops::Deref;

use domain::assess::{Active, Assessment};
use domain::catalogue::entry::{CheckKind, HandedIn, Role, Sanction};
use domain::follow_up::planned::planned;
use domain::follow_up::sanctions::{self, Step};
use domain::follow_up::schedule::Schedule;
use domain::format;
use domain::project::Project;
use domain::requirements::words::Said;
use jiff::civil::Date;

use crate::front::{Print, Teller, number, numbered};
use crate::model::{Column, Document, Fact, Passage, Rich, Section, Table};

/// The follow-up plan of a project.
pub fn document(project: &Project, assessment: &Assessment, print: &Print) -> Document {
    let schedule = Schedule::of(&project.procurement, assessment);
    let teller = Teller::new(project, assessment, print, "follow_up_plan");
    Builder { teller, schedule }.document()
}

struct Builder<'a> {
    teller: Teller<'a>,
    schedule: Option<Schedule>,
}

impl<'a> Deref for Builder<'a> {
    type Target = Teller<'a>;

    fn deref(&self) -> &Self::Target {
        &self.teller
    }
}

impl Builder<'_> {
    fn document(&self) -> Document {
        let document = self.begun(&["date", "reference", "buyer", "scope"]);
        if self.assessment.active.is_empty() {
            return document.section(self.headed("about.title").paragraph(self.say("about.none")));
        }
        let report = self.report();
        let sheets = self.check_sheets(report.iter().count());
        let sections = [
            Some(self.about()),
            Some(self.plan()),
            self.calendar(),
            Some(self.meeting()),
            Some(self.ladder()),
            self.buyer(),
            report,
        ];
        numbered(document, sections.into_iter().flatten().chain(sheets).collect())
    }

    fn about(&self) -> Section {
        let start = self.project.procurement.start;
        let days = match (start, &self.schedule) {
            (_, None) => self.say("about.no_length"),
            (None, _) => self.say("about.undated"),
            (Some(start), Some(schedule)) => self.dated(start, schedule),
        };
        let section = self.headed("about.title").paragraph(self.say("about.text")).paragraph(days);
        if self.is_about_persons() { section.paragraph(self.say("about.persons")) } else { section }
    }

    /// What the dates are counted from, and how they fall.
    fn dated(&self, start: Date, schedule: &Schedule) -> String {
        let counted = self.fill("about.dated", &[("date", format::date(start))]);
        let has_reports = schedule.checks.iter().any(|checks| !checks.handed_in.is_empty());
        let reports = has_reports.then(|| self.say("about.dated_reports"));
        let forms = (!self.forms().is_empty()).then(|| self.say("about.dated_forms"));
        let told = [Some(counted), reports, forms, Some(self.say("about.dated_otherwise"))];
        told.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn plan(&self) -> Section {
        let heads = [("requirement", 2.5), ("who", 2.3), ("when", 1.7), ("evidence", 2.9), ("sanction", 2.6)];
        let columns = heads.map(|(key, share)| Column::text(&self.say(&format!("plan.{key}")), share));
        let table = Table::new(columns.into()).caption(&self.say("plan.caption"));
        let table =
            self.assessment.active.iter().fold(table, |table, active| table.row(self.checked(active)));
        self.headed("plan.title").facts(self.people()).wide_table(table)
    }

    fn checked(&self, active: &Active) -> [Rich; 5] {
        let heading = Rich::new(&format!("{} {}", number(active), self.title(active)));
        let Some(said) = self.said(active) else {
            return [heading, "".into(), "".into(), "".into(), "".into()];
        };
        let when = self.when(active, &said);
        let who = said.who().unwrap_or_else(|| self.say("plan.nobody"));
        [heading, who.into(), when.into(), said.evidence_contract().into(), said.sanction().into()]
    }

    /// When it is checked; of a report first when it is handed in.
    fn when(&self, active: &Active, said: &Said<'_>) -> String {
        let checks = self.schedule.iter().flat_map(|schedule| &schedule.checks);
        let handed_in =
            checks.filter(|checks| checks.entry == active.entry).find_map(|checks| checks.handed_in.first());
        let dated = self.project.procurement.start.is_some();
        let first = match handed_in.filter(|_| dated) {
            Some(day) => {
                let slots = [("handed_in", format::date(*day)), ("read", said.first_check())];
                self.fill("plan.report", &slots)
            }
            None => said.first_check(),
        };
        let first = match self.handed_in(active) {
            Some(HandedIn::BeforeAcceptance) => {
                self.fill("plan.before_acceptance", &[("when", format::lower_first(&first))])
            }
            _ => first,
        };
        match said.planned().and_then(|planned| planned.every_months) {
            Some(months) => {
                let slots = [("first", first), ("often", self.speaker().how_often(months))];
                self.fill("plan.then", &slots)
            }
            None => first,
        }
    }

    /// Who has which part, as far as it is known.
    fn people(&self) -> Vec<Fact> {
        let p = &self.project.procurement;
        let role = |key: &str| self.phrase(&format!("general.follow_up_by.{key}"));
        let missing = self.phrase("specification.cover.missing");
        let manager = crate::front::or_missing(&p.contract_manager, &missing);
        let mut people = vec![Fact::new(&role("contract_manager"), manager)];
        if self.speaker().in_role(Role::NoCandidate).is_some() {
            let none = || self.phrase("specification.matching.none_yet");
            people.push(Fact::new(&role("matching_lead"), self.matching_lead().unwrap_or_else(none)));
        }
        people
    }

    fn meeting(&self) -> Section {
        let first = self.assessment.active.iter().filter_map(|active| {
            let follow_up = planned(self.entry(active)?, &active.values, self.assessment)?;
            let day = follow_up.first_day((&self.project.procurement).into())?;
            (follow_up.kind == CheckKind::Meeting).then_some((day, active))
        });
        let first = first.min_by_key(|(day, _)| *day).and_then(|(_, active)| self.said(active));
        let when = match first {
            Some(said) => {
                let when = format::lower_first(&said.first_check());
                self.fill("meeting.when", &[("when", when)])
            }
            None => self.say("meeting.when_unplanned"),
        };
        let who = self.phrase("general.follow_up_by.contract_manager");
        let matched = self.speaker().in_role(Role::NoCandidate).is_some();
        let called = if matched { "meeting.called_with_matching_lead" } else { "meeting.called" };
        let called = self.fill(called, &[("who", who)]);
        let agenda = Passage::List(crate::model::List { numbered: true, items: self.agenda() });
        self.headed("meeting.title")
            .paragraph(format!("{when} {called}"))
            .labelled(&self.say("meeting.agenda"), vec![agenda])
    }

    fn is_about_persons(&self) -> bool {
        let entries = self.assessment.active.iter().filter_map(|active| self.entry(active));
        entries.into_iter().any(|entry| entry.rules.about_persons)
    }

    fn agenda(&self) -> Vec<Rich> {
        let plays = |role| self.speaker().in_role(role).is_some();
        let points = [
            (true, "roles"),
            (true, "requirements"),
            (plays(Role::NoCandidate), "places"),
            (!plays(Role::Report), "evidence"),
            (plays(Role::Report), "reports"),
            (self.is_about_persons(), "privacy"),
            (true, "sanctions"),
            (plays(Role::Support), "support"),
            (true, "next"),
        ];
        let numbers = [("numbers", self.numbers(self.own_requirements()))];
        let said = points.into_iter().filter(|(holds, _)| *holds);
        said.map(|(_, key)| self.fill(&format!("meeting.{key}"), &numbers).into()).collect()
    }

    fn ladder(&self) -> Section {
        let section = self.headed("ladder.title");
        // What has not been chosen is told in the program; a paper for the supplier holds what stands.
        let mut steps = sanctions::steps(self.speaker());
        steps.retain(|step| step.stands);
        if steps.is_empty() {
            return section.paragraph(self.say("ladder.none"));
        }
        let heads = [("step", 1.9), ("meaning", 4.4), ("covers", 2.4)];
        let columns = heads.map(|(key, share)| Column::text(&self.say(&format!("ladder.{key}")), share));
        let table = Table::new(columns.into()).caption(&self.say("ladder.caption"));
        let rows = self.own_cures().chain(steps.iter().map(|step| self.step(step))).chain([self.last_step()]);
        section.paragraph(self.say("ladder.intro")).wide_table(rows.fold(table, Table::row))
    }

    /// The requirements that have times of their own for what is put right, which hold before the common one.
    fn own_cures(&self) -> impl Iterator<Item = [String; 3]> {
        let cured_by = |active: &Active| self.entry(active).and_then(|entry| entry.rules.cured_by.clone());
        let own = self
            .assessment
            .active
            .iter()
            .filter(move |active| cured_by(active).as_ref() == Some(&active.entry));
        own.filter_map(move |active| {
            let said = self.said(active)?;
            let covers =
                self.assessment.active.iter().filter(|other| cured_by(other).as_ref() == Some(&active.entry));
            let name = self.phrase("window.ladder.cure");
            let name = self.fill("ladder.said_by", &[("name", name), ("number", number(active))]);
            let values = said
                .words
                .parameters
                .iter()
                .map(|(parameter, label)| (label.clone(), said.shown(parameter.as_str())));
            let meaning = self.meaning(said.words.summary.clone(), values);
            Some([name, meaning, self.numbers(covers)])
        })
    }

    /// What follows when nothing else does.
    fn last_step(&self) -> [String; 3] {
        let all = self.numbers(self.assessment.active.iter().filter(|active| self.has_sanction(active)));
        [self.say("ladder.breach"), self.say("ladder.breach_meaning"), all]
    }

    fn has_sanction(&self, active: &Active) -> bool {
        let is_step = |role| matches!(role, Some(Role::Cure | Role::Damages));
        self.entry(active).is_some_and(|e| e.rules.sanction != Sanction::None && !is_step(e.rules.role))
    }

    fn step(&self, step: &Step<'_>) -> [String; 3] {
        let name = match step.said_by {
            Some(active) => {
                let slots = [("name", step.name.clone()), ("number", number(active))];
                self.fill("ladder.said_by", &slots)
            }
            None => step.name.clone(),
        };
        let meaning = self.meaning(step.text.clone(), step.values.iter().cloned());
        [name, meaning, self.numbers(step.after.iter().copied())]
    }

    fn meaning(&self, text: String, values: impl Iterator<Item = (String, String)>) -> String {
        let values =
            values.map(|(label, value)| self.fill("ladder.value", &[("label", label), ("value", value)]));
        std::iter::once(text).chain(values).collect::<Vec<_>>().join("\n")
    }
}
