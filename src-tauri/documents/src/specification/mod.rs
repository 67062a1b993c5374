//! The specification (kravspecifikation): the published document with the numbered requirements.

mod annex;
mod changes;
mod cover;
mod definitions;
mod overview;
mod requirement;

use std::ops::Deref;

use domain::assess::{Active, Assessment};
use domain::catalogue::entry::{EntryText, Role};
use domain::catalogue::legal::Citation;
use domain::catalogue::parameter::{Computed, Source};
use domain::catalogue::theme::Placement;
use domain::format;
use domain::project::Project;
use domain::requirements::values::Origin;

use crate::front::{PLACEMENTS, Print, Teller, is_unread, meta, name, number};
use crate::model::{Basis, Document, Passage, Rich, Section};

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
        let what = what.collect::<Vec<_>>().join(" ");
        let themes = self.fill("about.themes", &[("themes", self.themes())]);
        section.paragraph(themes).paragraph(what).labelled(&self.say("about.read_label"), self.how_to_read())
    }

    fn requirements(&self, number: &str, placement: Placement) -> Section {
        let section = Section::new(number, &self.say(&format!("sections.{}", name(&placement))));
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

    fn how_to_read(&self) -> Vec<Passage> {
        let read = Rich::new(&self.say("about.read"))
            .emphasis(&self.say("about.must"))
            .text(&self.say("about.read_end"));
        let cited: Vec<&Citation> = self.citations().collect();
        let confirms = self.own_requirements().any(|active| self.is_confirmed(active));
        let confirmed = confirms.then(|| self.say("about.confirmed"));
        let cure = self.speaker().in_role(Role::Cure);
        let cured = cure.map(|cure| self.fill("about.cured", &[("cure", number(cure))]));
        let unsaid = confirmed.into_iter().chain(cured).collect::<Vec<_>>().join(" ");
        let mut passages = vec![Passage::Paragraph(read)];
        passages.extend((!unsaid.is_empty()).then(|| Passage::Paragraph(unsaid.into())));
        for (basis, key) in [(Basis::Law, "about.law_mark"), (Basis::Guidance, "about.guidance_mark")] {
            if cited.iter().any(|citation| citation.basis == basis) {
                let words = format!(" {}", self.say(key));
                passages.push(Passage::Note(Rich::default().basis(basis, &words)));
            }
        }
        let unread = is_unread(cited.iter().copied()).then(|| self.say("about.check_mark"));
        let amounts = self.says(is_amount).then(|| self.say("about.amounts"));
        let told = [unread, self.rule_of_thumb(), amounts].into_iter().flatten();
        passages.extend(told.map(|words| Passage::Note(words.into())));
        passages
    }

    /// What has been worked out in this document, and is not the officer's own.
    fn rule_of_thumb(&self) -> Option<String> {
        let computed = |active: &Active| {
            let parameters = &self.entry(active)?.rules.parameters;
            let values = active.values.iter().filter(|(_, filled)| filled.origin == Origin::Computed);
            let sources = values.filter_map(|(name, _)| parameters.get(name).map(|p| p.source.clone()));
            Some(sources.collect::<Vec<_>>())
        };
        let sources: Vec<Source> = self.assessment.active.iter().filter_map(computed).flatten().collect();
        let kinds = [
            ("places", [Computed::Places, Computed::StepMax].as_slice()),
            ("person_months", [Computed::PersonMonths].as_slice()),
            ("steps", [Computed::Step].as_slice()),
        ];
        let said = kinds.into_iter().filter(|(_, kinds)| {
            sources.iter().any(|source| matches!(source, Source::Computed(kind) if kinds.contains(kind)))
        });
        let said: Vec<String> = said.map(|(key, _)| self.say(&format!("about.counted_{key}"))).collect();
        let what = format::upper_first(&format::list(&said, self.print.language));
        (!said.is_empty()).then(|| self.fill("about.rule_of_thumb", &[("what", what)]))
    }
}

/// Whether a text says an amount of money.
fn is_amount(text: &str) -> bool {
    let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let words: Vec<&str> = words.collect();
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_unit = |word: &str| ["kr", "kronor", "SEK"].contains(&word);
    words
        .windows(2)
        .any(|pair| is_number(pair[0]) && is_unit(pair[1]) || is_unit(pair[0]) && is_number(pair[1]))
}
