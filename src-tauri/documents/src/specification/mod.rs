//! The specification (kravspecifikation): the published document with the numbered requirements.

mod annex;
mod changes;
mod cover;
mod definitions;
mod overview;
mod requirement;

use std::ops::Deref;

use domain::assess::{Active, Assessment};
use domain::catalogue::entry::EntryText;
use domain::catalogue::theme::Placement;
use domain::project::Project;

use crate::front::{PLACEMENTS, Print, Teller, meta, name};
use crate::model::{Document, Rich, Section};

/// The specification of a project.
pub fn document(project: &Project, assessment: &Assessment, print: &Print) -> Document {
    Builder::of(project, assessment, print).document()
}

/// A row of the cover table, by its key among the phrases.
pub(crate) struct CoverLine {
    pub key: &'static str,
    pub label: String,
    pub text: String,
}

/// All rows of the cover table, for documents that show some of them too.
pub(crate) fn cover(project: &Project, assessment: &Assessment, print: &Print) -> Vec<CoverLine> {
    Builder::of(project, assessment, print).cover()
}

struct Builder<'a>(Teller<'a>);

impl<'a> Deref for Builder<'a> {
    type Target = Teller<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a> Builder<'a> {
    fn of(project: &'a Project, assessment: &'a Assessment, print: &'a Print) -> Self {
        Self(Teller::new(project, assessment, print, "specification"))
    }
}

impl Builder<'_> {
    fn document(&self) -> Document {
        let bodies = self.bodies();
        let numbered = bodies.into_iter().enumerate().map(|(i, make)| make((i + 1).to_string()));
        let document =
            Document::new(meta(self.project, self.print, &self.say("kind"), &self.say("cover.missing")));
        let document =
            self.cover().into_iter().fold(document, |document, row| document.cover(&row.label, row.text));
        numbered.chain(self.annexes()).fold(document, Document::section)
    }

    /// The sections that the document has, each waiting for its number.
    fn bodies(&self) -> Vec<Box<dyn FnOnce(String) -> Section + '_>> {
        let mut bodies: Vec<Box<dyn FnOnce(String) -> Section + '_>> =
            vec![Box::new(|number| self.about(&number))];
        if let Some(since) = self.since() {
            bodies.push(Box::new(move |number| self.changes(&number, &since)));
        }
        if self.own_requirements().next().is_some() {
            bodies.push(Box::new(|number| self.overview(&number)));
        }
        for placement in PLACEMENTS.into_iter().filter(|placement| self.placed(*placement).next().is_some()) {
            bodies.push(Box::new(move |number| self.requirements(&number, placement)));
        }
        if self.common_terms().next().is_some() {
            bodies.push(Box::new(|number| self.common(&number)));
        }
        bodies.push(Box::new(|number| self.definitions(&number)));
        bodies
    }

    fn about(&self, number: &str) -> Section {
        let section = Section::new(number, &self.say("about.title"));
        if self.assessment.active.is_empty() {
            return section.paragraph(self.say("about.none"));
        }
        let placements = PLACEMENTS.into_iter().filter(|placement| self.placed(*placement).next().is_some());
        let what = placements.map(|placement| self.say(&format!("about.{}", name(&placement))));
        let what = what.chain([self.say("about.tender_evidence")]).collect::<Vec<_>>().join(" ");
        let themes = self.fill("about.themes", &[("themes", self.themes())]);
        section.paragraph(themes).paragraph(what).labelled(&self.say("about.read_label"), self.how_to_read())
    }

    fn requirements(&self, number: &str, placement: Placement) -> Section {
        let section = Section::new(number, &self.say(&format!("sections.{}", name(&placement))));
        let section = section.paragraph(self.say("sections.amounts"));
        self.placed(placement).fold(section, |section, active| section.requirement(self.requirement(active)))
    }

    fn common(&self, number: &str) -> Section {
        let slots = [("numbers", self.numbers(self.common_terms()))];
        let section = Section::new(number, &self.fill("sections.common_terms", &slots));
        let section = section.in_brief().paragraph(self.say("sections.common_intro"));
        self.common_terms().fold(section, |section, active| section.requirement(self.requirement(active)))
    }

    /// The words that the project took over.
    fn words(&self, active: &Active) -> Option<&EntryText> {
        Some(self.entry(active)?.text.of(self.print.language))
    }

    fn how_to_read(&self) -> Vec<crate::model::Passage> {
        use crate::model::{Basis, Passage};
        let read = Rich::new(&self.say("about.read"))
            .emphasis(&self.say("about.must"))
            .text(&self.say("about.read_end"));
        let mark = |basis, key| Passage::Note(Rich::default().basis(basis, &format!(" {}", self.say(key))));
        let mut passages = vec![
            Passage::Paragraph(read),
            mark(Basis::Law, "about.law_mark"),
            mark(Basis::Guidance, "about.guidance_mark"),
        ];
        let mut said = self.assessment.active.iter().filter_map(|active| self.said(active));
        let unverified = said.any(|said| said.citations().iter().any(|c| !c.verified));
        passages.extend(unverified.then(|| Passage::Note(self.say("about.check_mark").into())));
        let counted = self.assessment.active.iter().any(|active| active.quantity.is_some());
        passages.extend(counted.then(|| Passage::Note(self.say("about.rule_of_thumb").into())));
        passages
    }
}
