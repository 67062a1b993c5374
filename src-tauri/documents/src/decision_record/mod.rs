//! The decision record (beslutsunderlag): how the requirements came about, for whoever asks later. Internal.
//!
//! Everything is said with where it comes from; what nobody has filled in or decided is said to be so.

mod answers;
mod chosen;
mod facts;
mod findings;
mod recommended;
mod regime;

use std::ops::Deref;

use domain::assess::Assessment;
use domain::catalogue::entry::Class;
use domain::catalogue::id::EntryId;
use domain::editions::Pending;
use domain::fixed::{Before, before};
use domain::format;
use domain::project::Project;
use domain::requirements::calculation::{self, Step};
use domain::requirements::decision::{Outcome, ThemeState};

use crate::front::{Print, SIGNATURE, Teller, number, numbered, or_missing};
use crate::model::{Block, Column, Document, Fact, Passage, Rich, Section, Table};

/// The decision record of a project.
pub fn document(project: &Project, assessment: &Assessment, print: &Print) -> Document {
    Builder(Teller::new(project, assessment, print, "decision_record")).document()
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
        let rows = ["date", "reference", "buyer", "officer", "scope", "rules", "catalogue"];
        let sections = vec![
            self.about(),
            self.facts(),
            self.regime(),
            self.answers(),
            self.recommended(),
            self.themes(),
            self.chosen(),
            self.calculations(),
            self.findings(),
            self.edition(),
            self.signature(),
        ];
        numbered(self.begun(&rows), sections)
    }

    /// Who decides signs that this is what the decision rests on.
    fn signature(&self) -> Section {
        let maker = or_missing(&self.project.procurement.decision_maker, &self.say("not_filled"));
        let line = |key: &str, text: &str| Fact::new(&self.say(&format!("signature.{key}")), text);
        let signed = ["decision", "signature", "name", "place"].map(|key| line(key, SIGNATURE));
        let facts = std::iter::once(line("decision_maker", &maker)).chain(signed).collect();
        self.headed("signature.title").paragraph(self.say("signature.intro")).facts(facts)
    }

    fn about(&self) -> Section {
        let date = format::date(self.print.date);
        let worked_out = match self.project.procurement.notice_date {
            Some(notice) => {
                self.fill("about.worked_out", &[("date", date), ("notice", format::date(notice))])
            }
            None => self.fill("about.worked_out_undated", &[("date", date)]),
        };
        self.headed("about.title")
            .paragraph(self.say("about.text"))
            .paragraph(worked_out)
            .block(note(self.say("about.thumb")))
            .block(note(self.say("about.check")))
            .facts(self.state())
    }

    /// How far the project has come.
    fn state(&self) -> Vec<Fact> {
        let Assessment { active, themes, questions, findings, .. } = self.assessment;
        let companions = active.iter().filter(|active| active.companion).count();
        let duties = active.iter().filter(|active| self.is_duty(&active.entry)).count();
        let along = active.iter().filter(|active| self.is_duty_along(active)).count();
        let counts = [
            ("chosen", (active.len() - companions).to_string()),
            ("duties", duties.to_string()),
            ("companions", companions.to_string()),
            ("along", along.to_string()),
        ];
        let by_law = match (duties, along) {
            (0, 0) => None,
            (_, 0) => Some("duties_text"),
            (0, _) => Some("along_text"),
            _ => Some("duties_and_along_text"),
        };
        let told = [Some("requirements_text"), by_law].into_iter().flatten();
        let said: Vec<String> = told.map(|key| self.fill(&format!("about.{key}"), &counts)).collect();
        let said = said.join(" ");
        let open = themes.iter().filter(|theme| theme.is_open()).count();
        let asked = || questions.iter().filter(|question| question.visible);
        let left = asked().filter(|question| self.assessment.is_left(question)).count();
        let to_find_out = asked().filter(|question| self.assessment.is_to_find_out(question)).count();
        let stops = findings.iter().filter(|finding| finding.is_open_stop()).count();
        let Before { set_aside, to_check, .. } = before(self.project, self.assessment);
        let decision_maker = &self.project.procurement.decision_maker;
        [
            ("decision_maker", or_missing(decision_maker, &self.say("not_filled"))),
            ("requirements", said),
            ("themes_left", open.to_string()),
            ("questions_left", left.to_string()),
            ("to_find_out", to_find_out.to_string()),
            ("stops", stops.to_string()),
            ("set_aside", set_aside.len().to_string()),
            ("to_check", to_check.to_string()),
        ]
        .map(|(key, text)| Fact::new(&self.say(&format!("about.{key}")), text))
        .into()
    }

    fn themes(&self) -> Section {
        let columns = self.columns("themes", &[("theme", 2.0), ("decision", 2.6), ("reason", 4.6)]);
        let table = Table::new(columns).caption(&self.say("themes.caption"));
        let themes = self.assessment.themes.iter();
        self.headed("themes.title")
            .wide_table(themes.fold(table, |table, theme| table.row(self.theme(theme))))
    }

    fn theme(&self, state: &ThemeState) -> [String; 3] {
        let only_along = state.chosen == 0;
        let here = self.own_requirements();
        let here = here.filter(|active| active.theme == state.theme && (only_along || !active.companion));
        let decision = match state.outcome {
            Some(Outcome::Chosen) => self.fill("themes.chosen", &[("numbers", self.numbers(here))]),
            Some(Outcome::NotRelevant) => self.say("themes.not_relevant"),
            Some(Outcome::NotNow) => self.say("themes.not_now"),
            None => self.say("themes.open"),
        };
        let given = Some(state.reason.trim().to_owned()).filter(|reason| !reason.is_empty());
        let missing = state.outcome.filter(|_| !state.ruled_out).map(|outcome| match outcome {
            Outcome::Chosen => self.say("themes.reasons_below"),
            Outcome::NotRelevant | Outcome::NotNow => self.say("themes.no_reason"),
        });
        let reason: Vec<String> = given.or(missing).into_iter().chain(self.why_nothing(state)).collect();
        [self.phrase(&format!("general.themes.{}", state.theme.code())), decision, reason.join("\n")]
    }

    /// Why nothing was proposed in a theme, and what keeps away what the answers point at.
    fn why_nothing(&self, state: &ThemeState) -> Option<String> {
        let nothing = state.outlook(self.project, self.assessment).nothing(&self.catalogue.phrases)?;
        Some(nothing.of(self.print.language).clone())
    }

    fn calculations(&self) -> Section {
        let section = self.headed("calculation.title");
        let Some(capacity) = &self.assessment.capacity else {
            let goods = self.assessment.facts.code("nature") == Some("supplies");
            return section.paragraph(self.say(if goods {
                "calculation.goods_only"
            } else {
                "calculation.none"
            }));
        };
        let steps = calculation::of_capacity(capacity, self.project, self.catalogue);
        let table = self.steps(&steps, &self.say("calculation.caption"));
        let section = section.paragraph(self.say("calculation.intro")).wide_table(table);
        let profile = self.project.procurement.main_cpv().and_then(|code| self.catalogue.profile(code));
        let source = profile.and_then(|profile| profile.source.as_ref());
        let told = source.map(|source| {
            self.fill("calculation.profile", &[("source", source.of(self.print.language).clone())])
        });
        told.into_iter().fold(section, |section, told| section.block(note(told)))
    }

    /// A calculation: each figure with what it comes from.
    fn steps(&self, steps: &[Step], caption: &str) -> Table {
        let columns = vec![
            Column::text(&self.say("calculation.step"), 2.4),
            Column::text(&self.say("calculation.from"), 4.0),
            Column::number(&self.say("calculation.value"), 2.0),
        ];
        steps.iter().fold(Table::new(columns).caption(caption), |table, step| {
            table.row([&step.label, &step.from, &step.value].map(|text| text.of(self.print.language).clone()))
        })
    }

    fn edition(&self) -> Section {
        let mut facts = vec![Fact::new(&self.say("edition.edition"), self.edition_told("edition.edition"))];
        let place =
            |pending: &&Pending| self.assessment.active_for(&pending.entry).map(|active| active.number);
        let mut pending: Vec<&Pending> = self.assessment.editions.iter().collect();
        pending.sort_by_key(place);
        let pending: Vec<String> = pending
            .into_iter()
            .map(|pending| {
                let title = self.named(&pending.entry);
                let state = pending.state(self.speaker());
                self.fill("edition.pending_text", &[("title", title), ("what", format::lower_first(&state))])
            })
            .collect();
        if !pending.is_empty() {
            facts.push(Fact::new(&self.say("edition.pending"), pending.join("\n")));
        }
        self.headed("edition.title").facts(facts)
    }

    /// "K3 Studiebesök", or only the title of what does not stand.
    fn named(&self, entry: &EntryId) -> String {
        let title = self.speaker().title(entry);
        let active = self.assessment.active_for(entry);
        active.map_or(title.clone(), |active| format!("{} {title}", number(active)))
    }

    fn columns(&self, table: &str, heads: &[(&str, f32)]) -> Vec<Column> {
        heads.iter().map(|(key, share)| Column::text(&self.say(&format!("{table}.{key}")), *share)).collect()
    }

    fn is_custom(&self, entry: &EntryId) -> bool {
        self.catalogue.entry(entry).is_some_and(|entry| entry.rules.class == Class::Custom)
    }
}

fn note(text: impl Into<Rich>) -> Block {
    Block::Passage(Passage::Note(text.into()))
}
