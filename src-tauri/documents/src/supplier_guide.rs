//! The supplier guide (leverantörsstöd): two pages to companies, in plain words.

use std::collections::BTreeMap;
use std::ops::Deref;

use domain::assess::{Active, Assessment};
use domain::catalogue::entry::{HandedIn, Role};
use domain::catalogue::theme::{Placement, Theme};
use domain::follow_up::schedule::{Event, Schedule};
use domain::format;
use domain::project::Project;
use domain::requirements::wording;
use domain::requirements::words::Said;
use jiff::civil::Date;

use crate::front::{Print, Teller, name, number};
use crate::model::{Column, Document, Fact, Rich, Section, Table};

/// The supplier guide of a project.
pub fn document(project: &Project, assessment: &Assessment, print: &Print) -> Document {
    Builder(Teller::new(project, assessment, print, "supplier_guide")).document()
}

struct Builder<'a>(Teller<'a>);

impl<'a> Deref for Builder<'a> {
    type Target = Teller<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Builder<'_> {
    fn document(&self) -> Document {
        let sections = [
            Some(self.asked()),
            Some(self.contacts()),
            self.matching(),
            self.support(),
            self.counts(),
            self.dates(),
        ];
        let document = self.begun(&["buyer", "scope"]).leaflet();
        sections.into_iter().flatten().fold(document, Document::section)
    }

    fn asked(&self) -> Section {
        let section = self.headed("asked.title");
        if self.own_requirements().next().is_none() {
            return section.paragraph(self.say("asked.none"));
        }
        let section = section.paragraph(self.say("asked.brief"));
        let section = section.wide_table(self.requirements());
        let along: Vec<&Active> = self.assessment.active.iter().filter(|active| active.companion).collect();
        if along.is_empty() {
            return section;
        }
        section.paragraph(self.fill("asked.along", &[("numbers", self.numbers(along))]))
    }

    fn requirements(&self) -> Table {
        let columns = vec![
            Column::text(&self.say("asked.requirement"), 0.9),
            Column::text(&self.say("asked.meaning"), 6.6),
            Column::text(&self.say("asked.shown"), 2.9),
        ];
        let chosen = self.own_requirements().filter(|active| !active.companion);
        chosen.fold(Table::new(columns), |table, active| {
            table.row([number(active).into(), self.meaning(active), self.shown(active).into()])
        })
    }

    /// How it is shown: in the tender, during the contract, or both.
    fn shown(&self, active: &Active) -> String {
        let Some((entry, said)) = self.entry(active).zip(self.said(active)) else { return String::new() };
        let short = said.words.evidence_short.clone();
        if entry.in_tender().is_empty() {
            return short;
        }
        let told = |key: &str, what: &str| {
            self.fill(&format!("asked.{key}"), &[("what", format::lower_first(what))])
        };
        // The rest stands in the specification.
        let evidence = said.evidence_tender();
        let evidence = evidence.split_once(". ").map_or(evidence.clone(), |(first, _)| format!("{first}."));
        let tender = told("in_tender", &evidence);
        match entry.rules.placement {
            Placement::TechnicalSpecification | Placement::ContractTerm => {
                format!("{tender}\n{}", told("in_contract", &short))
            }
            _ => tender,
        }
    }

    /// Title and what suppliers are told, with its numbers, else the summary; the first duty where the officer's own words
    /// are what holds.
    fn meaning(&self, active: &Active) -> Rich {
        let title = Rich::default().emphasis(&format!("{}.", self.title(active)));
        let Some(said) = self.said(active) else { return title };
        let first = || said.duties().first().map(|duty| wording::plain(duty)).unwrap_or_default();
        let told = if said.is_own() { first() } else { guide(&said).join(" ") };
        let told = if told.is_empty() { first() } else { told };
        if told.is_empty() { title } else { title.text(&format!(" {told}")) }
    }

    fn contacts(&self) -> Section {
        let p = &self.project.procurement;
        let before = match p.officer.trim() {
            "" => self.say("contacts.before_unnamed"),
            officer => self.fill("contacts.before_text", &[("officer", officer.to_owned())]),
        };
        let before = match p.contact.trim() {
            "" => before,
            contact => {
                format!("{before} {}", self.fill("contacts.reached", &[("contact", contact.to_owned())]))
            }
        };
        let contract = match p.contract_manager.trim() {
            "" => self.say("contacts.contract_unnamed"),
            who => self.fill("contacts.contract_text", &[("who", who.to_owned())]),
        };
        let mut facts = vec![
            Fact::new(&self.say("contacts.before"), before),
            Fact::new(&self.say("contacts.contract"), contract),
        ];
        if self.speaker().in_role(Role::NoCandidate).is_some() {
            let who = self.matching_lead().map(|who| self.fill("contacts.matching_text", &[("who", who)]));
            let who = who.unwrap_or_else(|| self.say("contacts.matching_none"));
            facts.push(Fact::new(&self.say("contacts.matching"), who));
        }
        self.headed("contacts.title").facts(facts)
    }

    fn matching(&self) -> Option<Section> {
        let steps = self.told(Role::NoCandidate)?;
        let section = self.headed("matching.title");
        let group = self.own_requirements().find_map(|active| self.said(active)?.target_group());
        let who = group.map(|group| self.fill("matching.who", &[("group", format::lower_first(&group))]));
        Some(who.into_iter().fold(section, Section::paragraph).steps(steps))
    }

    fn support(&self) -> Option<Section> {
        let lines = self.told(Role::Support)?;
        Some(self.headed("support.title").bullets(lines))
    }

    /// What suppliers are told by the other common terms, and by what comes along with the requirements.
    fn counts(&self) -> Option<Section> {
        let elsewhere = [Role::NoCandidate, Role::Support];
        let along = self.assessment.active.iter().filter(|active| active.companion);
        let others = along.filter(|active| {
            let role = self.entry(active).and_then(|entry| entry.rules.role);
            role.is_none_or(|role| !elsewhere.contains(&role))
        });
        let lines = others.filter_map(|active| self.said(active)).flat_map(|said| lines(&said));
        let lines: Vec<Rich> = lines.map(Rich::from).collect();
        (!lines.is_empty()).then(|| self.headed("counts.title").bullets(lines))
    }

    /// What suppliers are told by the requirement that plays a part.
    fn told(&self, role: Role) -> Option<Vec<Rich>> {
        let said = self.said(self.speaker().in_role(role)?)?;
        Some(guide(&said).into_iter().map(Rich::from).collect())
    }

    fn dates(&self) -> Option<Section> {
        self.own_requirements().next()?;
        let section = self.headed("dates.title");
        let schedule = Schedule::of(&self.project.procurement, self.assessment);
        let Some(schedule) = schedule.filter(|schedule| schedule.start.known) else {
            return Some(section.paragraph(self.say("dates.undated")));
        };
        let days = self.days(&schedule).into_iter().map(|(day, what)| Fact::new(&format::date(day), what));
        let days = days.chain(self.first_checks(&schedule));
        Some(section.facts(days.collect()).paragraph(self.say("dates.note")))
    }

    /// The days that a supplier plans for, in order.
    fn days(&self, schedule: &Schedule) -> Vec<(Date, String)> {
        let notice = self.project.procurement.notice_date.map(|day| (day, self.say("dates.notice")));
        let tenders = self.project.procurement.tender_deadline.map(|day| (day, self.say("dates.tenders")));
        let mut days: Vec<(Date, String)> = notice.into_iter().chain(tenders).collect();
        days.push((schedule.start.day, self.start()));
        days.extend(self.first_days(schedule));
        days.extend(self.last_starts().into_iter().map(|(day, active)| {
            (day, self.fill("dates.last_start", &[("requirements", self.numbers(active))]))
        }));
        let end = if self.is_extended() { "dates.end_extended" } else { "dates.end" };
        days.push((schedule.end, self.say(end)));
        days.sort_by_key(|(day, _)| *day);
        days
    }

    /// What the start of the contract is, with what the supplier has to have done by then.
    fn start(&self) -> String {
        match self.due_from_supplier() {
            Some(due) => self.fill("dates.start_with", &[("due", due)]),
            None => self.say("dates.start"),
        }
    }

    /// The first day of each thing that the supplier has to do on a day: meet and report.
    fn first_days(&self, schedule: &Schedule) -> impl Iterator<Item = (Date, String)> {
        let meets_or_reports = |_: &Active, event| matches!(event, Event::Meeting | Event::HandedIn);
        self.first(schedule, meets_or_reports).into_iter().map(|((day, event), active)| {
            (day, self.fill(&format!("dates.{}", name(&event)), &[("requirements", self.numbers(active))]))
        })
    }

    /// The first days on which evidence is due.
    fn first_checks(&self, schedule: &Schedule) -> Option<Fact> {
        let hands_in = |active: &Active, event| {
            let on_a_day = event != Event::Meeting && self.handed_in(active).is_none();
            on_a_day && active.theme != Theme::CommonTerms
        };
        // What has a last day of its own is told by that day.
        let days =
            self.first(schedule, hands_in).into_iter().filter(|((_, event), _)| *event == Event::Check);
        let days = days.map(|((day, _), active)| {
            let slots = [("day", format::date(day)), ("requirements", self.numbers(active))];
            self.fill("dates.check", &slots)
        });
        let days: Vec<String> = days.collect();
        let slots = [("days", format::list(&days, self.print.language))];
        let on_days = (!days.is_empty()).then(|| self.fill("dates.checks_text", &slots));
        let told: Vec<String> = on_days.into_iter().chain(self.without_a_day()).collect();
        (!told.is_empty()).then(|| Fact::new(&self.say("dates.checks"), told.join(" ")))
    }

    /// What is handed in when something else happens, a sentence each.
    fn without_a_day(&self) -> impl Iterator<Item = String> {
        HandedIn::ALL.into_iter().filter_map(|when| {
            let here = self.assessment.active.iter().filter(|active| self.handed_in(active) == Some(when));
            let here: Vec<&Active> = here.collect();
            let slots = [("requirements", self.numbers(here.iter().copied()))];
            (!here.is_empty()).then(|| self.fill(&format!("dates.{}", name(&when)), &slots))
        })
    }

    /// The first day of what a requirement asks of the supplier, with the requirements whose first it is.
    fn first(
        &self,
        schedule: &Schedule,
        asks: impl Fn(&Active, Event) -> bool,
    ) -> BTreeMap<(Date, Event), Vec<&'_ Active>> {
        let mut first: BTreeMap<(Date, Event), Vec<&Active>> = BTreeMap::new();
        for checks in &schedule.checks {
            let Some(active) = self.assessment.active_for(&checks.entry) else { continue };
            if let Some(at) = checks.events().find(|(_, event)| asks(active, *event)) {
                first.entry(at).or_default().push(active);
            }
        }
        first
    }
}

/// What suppliers are told about a requirement; its summary when it tells nothing of its own.
fn guide(said: &Said<'_>) -> Vec<String> {
    let summary = || vec![said.words.summary.clone()];
    Some(lines(said)).filter(|lines| !lines.is_empty()).unwrap_or_else(summary)
}

/// The officer's own duties speak for themselves.
fn lines(said: &Said<'_>) -> Vec<String> {
    if said.is_own() {
        return said.duties().iter().map(|duty| wording::plain(duty)).collect();
    }
    said.words.guide.iter().map(|line| said.text(line)).collect()
}
