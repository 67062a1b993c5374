//! The specification (kravspecifikation): the published document with the numbered requirements.

mod annex;
mod cover;
mod definitions;
mod overview;
mod requirement;

use domain::assess::{Active, Assessment};
use domain::catalogue::Catalogue;
use domain::catalogue::entry::{Entry, EntryText};
use domain::catalogue::theme::{Placement, Theme};
use domain::format;
use domain::project::Project;
use domain::requirements::words::{Said, Speaker};

use crate::front::{Print, meta};
use crate::model::{Document, Meta, Rich, Section};

/// The specification of a project.
pub fn document(project: &Project, assessment: &Assessment, print: &Print) -> Document {
    Builder { project, assessment, catalogue: &assessment.catalogue, print }.document()
}

/// The sections by kriterietyp, in the order of the document.
const PLACEMENTS: [Placement; 6] = [
    Placement::ReservedParticipation,
    Placement::ExclusionGround,
    Placement::SelectionCriterion,
    Placement::TechnicalSpecification,
    Placement::AwardCriterion,
    Placement::ContractTerm,
];

struct Builder<'a> {
    project: &'a Project,
    assessment: &'a Assessment,
    catalogue: &'a Catalogue,
    print: &'a Print,
}

impl Builder<'_> {
    fn document(&self) -> Document {
        let bodies = self.bodies();
        let numbered = bodies.into_iter().enumerate().map(|(i, make)| make((i + 1).to_string()));
        let document = Document::new(self.meta());
        let document =
            self.cover().into_iter().fold(document, |document, (label, text)| document.cover(&label, text));
        numbered.chain(self.annexes()).fold(document, Document::section)
    }

    /// The sections that the document has, each waiting for its number.
    fn bodies(&self) -> Vec<Box<dyn FnOnce(String) -> Section + '_>> {
        let mut bodies: Vec<Box<dyn FnOnce(String) -> Section + '_>> =
            vec![Box::new(|number| self.about(&number))];
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

    fn meta(&self) -> Meta {
        meta(self.project, self.print, &self.say("kind"), &self.say("cover.missing"))
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

    fn themes(&self) -> String {
        let used =
            Theme::DECIDED.into_iter().filter(|theme| self.own_requirements().any(|a| a.theme == *theme));
        let words = used.map(|theme| self.phrase(&format!("general.themes.{}", theme.code())).to_lowercase());
        format::list(&words.collect::<Vec<_>>(), self.print.language)
    }

    fn requirements(&self, number: &str, placement: Placement) -> Section {
        let section = Section::new(number, &self.say(&format!("sections.{}", name(&placement))));
        let section = section.paragraph(self.say("sections.amounts"));
        self.placed(placement).fold(section, |section, active| section.requirement(self.requirement(active)))
    }

    fn common(&self, number: &str) -> Section {
        let section = Section::new(number, &self.say("sections.common_terms"));
        let section = section.in_brief().paragraph(self.say("sections.common_intro"));
        self.common_terms().fold(section, |section, active| section.requirement(self.requirement(active)))
    }

    /// All but the common terms.
    fn own_requirements(&self) -> impl Iterator<Item = &Active> {
        self.assessment.active.iter().filter(|active| active.theme != Theme::CommonTerms)
    }

    fn common_terms(&self) -> impl Iterator<Item = &Active> {
        self.assessment.active.iter().filter(|active| active.theme == Theme::CommonTerms)
    }

    fn placed(&self, placement: Placement) -> impl Iterator<Item = &Active> {
        self.own_requirements()
            .filter(move |active| self.entry(active).is_some_and(|e| e.rules.placement == placement))
    }

    fn entry(&self, active: &Active) -> Option<&Entry> {
        self.catalogue.entry(&active.entry)
    }

    /// The words that the project took over.
    fn words(&self, active: &Active) -> Option<&EntryText> {
        Some(self.entry(active)?.text.of(self.print.language))
    }

    fn speaker(&self) -> Speaker<'_> {
        Speaker::new(self.project, self.assessment, self.print.language)
    }

    /// The requirement in words.
    fn said<'b>(&'b self, active: &'b Active) -> Option<Said<'b>> {
        Some(self.speaker().requirement(self.entry(active)?))
    }

    /// A phrase of the specification.
    fn say(&self, key: &str) -> String {
        self.phrase(&format!("specification.{key}"))
    }

    fn phrase(&self, key: &str) -> String {
        self.catalogue.phrases.word(key, self.print.language).to_owned()
    }

    /// A phrase of the specification with its slots filled.
    fn fill(&self, key: &str, slots: &[(&str, String)]) -> String {
        self.catalogue.phrases.fill_in(&format!("specification.{key}"), slots, self.print.language)
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
        let unverified = self
            .assessment
            .active
            .iter()
            .filter_map(|active| self.said(active))
            .any(|said| said.citations().iter().any(|c| !c.verified));
        passages.extend(unverified.then(|| Passage::Note(self.say("about.check_mark").into())));
        let counted = self.assessment.active.iter().any(|active| active.quantity.is_some());
        passages.extend(counted.then(|| Passage::Note(self.say("about.rule_of_thumb").into())));
        passages
    }
}

/// "K3"
fn number(active: &Active) -> String {
    format!("K{}", active.number)
}

/// The name that a value has in data, and so in the keys of phrases.
fn name<T: serde::Serialize>(value: &T) -> String {
    domain::needs::facts::serde_name(value)
}
