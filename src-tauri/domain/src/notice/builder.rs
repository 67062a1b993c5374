//! What the parts of the notice share: the requirements that stand in a lot, their words, and how a field is put together.

use super::eforms::Term;
use super::{ChosenCode, Content, Lot, NoticeField, NoticeText, Part};
use crate::assess::{Active, Assessment};
use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::theme::Placement;
use crate::format;
use crate::project::Project;
use crate::requirements::words::{Said, Speaker};
use crate::text::{Bilingual, Language};

/// Builds the fields of one lot.
#[derive(Clone)]
pub(super) struct Builder<'a> {
    pub(super) project: &'a Project,
    pub(super) assessment: &'a Assessment,
    pub(super) catalogue: &'a Catalogue,
    /// The requirements that stand in the lot, in the order of the document.
    pub(super) active: Vec<&'a Active>,
}

impl<'a> Builder<'a> {
    /// For all requirements of a project.
    pub(super) fn new(project: &'a Project, assessment: &'a Assessment) -> Self {
        Self {
            project,
            assessment,
            catalogue: &assessment.catalogue,
            active: assessment.active.iter().collect(),
        }
    }

    /// A builder for each lot that has something of its own, and one for the others.
    pub(super) fn lots(&self) -> Vec<(Lot, Self)> {
        let lots = unique(self.active.iter().filter_map(|active| self.lot_of(active)));
        if lots.is_empty() {
            return vec![(Lot::Every, self.clone())];
        }
        let named = lots.into_iter().map(|name| (Lot::Named(name.clone()), self.only(Some(&name))));
        named.chain([(Lot::Others, self.only(None))]).collect()
    }

    /// With what is demanded in every lot, and in the named one.
    fn only(&self, name: Option<&Bilingual>) -> Self {
        let here = |active: &&Active| self.lot_of(active).is_none_or(|lot| Some(&lot) == name);
        Self { active: self.active.iter().copied().filter(here).collect(), ..self.clone() }
    }

    /// The lot that a requirement is about, when it is about one only.
    fn lot_of(&self, active: &Active) -> Option<Bilingual> {
        let parameter = self.entry(active)?.rules.in_notice.lot.as_ref()?;
        Some(self.words(active, |said| said.shown(parameter.as_str())))
    }

    pub(super) fn entry(&self, active: &Active) -> Option<&'a Entry> {
        self.catalogue.entry(&active.entry)
    }

    pub(super) fn placed(&self, placement: Placement) -> Vec<&'a Active> {
        let here = |active: &&Active| self.entry(active).is_some_and(|e| e.rules.placement == placement);
        self.active.iter().copied().filter(here).collect()
    }

    pub(super) fn said(&self, active: &Active, language: Language) -> Option<Said<'a>> {
        Some(Speaker::new(self.project, self.assessment, language).requirement(self.entry(active)?))
    }

    /// What a requirement says, in both languages.
    pub(super) fn words(&self, active: &Active, read: impl Fn(&Said<'_>) -> String) -> Bilingual {
        Bilingual::each(|language| self.said(active, language).map(|said| read(&said)).unwrap_or_default())
    }

    /// The sentence that says what a requirement is for.
    pub(super) fn aim(&self, active: &Active) -> Bilingual {
        self.words(active, |said| said.text(&said.words.notice_aim))
    }

    /// "K5 Personmånader"
    pub(super) fn named(&self, active: &Active) -> Bilingual {
        let title = self.words(active, |said| said.words.title.clone());
        Bilingual::each(|language| format!("{} {}", number(active), title.of(language)))
    }

    pub(super) fn say(&self, key: &str) -> Bilingual {
        self.catalogue.phrases.say(&format!("notice.{key}"))
    }

    pub(super) fn fill(&self, key: &str, slots: &[(&str, Bilingual)]) -> Bilingual {
        self.catalogue.phrases.fill(&format!("notice.{key}"), slots)
    }

    /// Why a field is as it is, by the requirements that it comes from.
    pub(super) fn why(&self, key: &str, of: &[&Active]) -> Bilingual {
        self.fill(&format!("why.{key}"), &[("numbers", numbers(of))])
    }

    /// A pointer to where in the specification the rest stands.
    pub(super) fn pointer(&self, place: Bilingual) -> Bilingual {
        self.fill("pointer", &[("place", place)])
    }

    pub(super) fn field(&self, part: Part, term: Term, content: Content, why: Bilingual) -> NoticeField {
        let label = self.catalogue.eforms.label(term);
        NoticeField { term, part, of: None, label, content, why }
    }

    /// A code of a field with the requirements that it comes from; nothing when the official list does not have it.
    pub(super) fn code(&self, term: Term, code: &str, of: &[&Active]) -> Option<ChosenCode> {
        let item = self.catalogue.eforms.code(term, code)?;
        Some(ChosenCode { item, from: of.iter().map(|active| active.number).collect() })
    }

    /// A field of one code that follows from no requirement.
    pub(super) fn one_code(&self, term: Term, code: &str) -> Content {
        codes(self.code(term, code, &[]).into_iter().collect())
    }

    /// The codes that requirements have for a field, each once.
    pub(super) fn codes_of(&self, term: Term, of: &[&Active]) -> Vec<ChosenCode> {
        let has =
            |active: &Active| self.entry(active).map_or(&[][..], |entry| entry.rules.in_notice.codes(term));
        let all = unique(of.iter().flat_map(|active| has(active)));
        let from = |code: &String| of.iter().copied().filter(|a| has(a).contains(code)).collect::<Vec<_>>();
        all.into_iter().filter_map(|code| self.code(term, code, &from(code))).collect()
    }

    /// A text made of lines, none of which is cut.
    pub(super) fn lines(&self, term: Term, lines: &Bilingual<Vec<String>>, pointer: &Bilingual) -> Content {
        let limit = self.catalogue.eforms.limit(term);
        Content::Text(Bilingual::each(|language| {
            NoticeText::of_lines(lines.of(language).clone(), limit, pointer.of(language))
        }))
    }

    /// A running text.
    pub(super) fn running(&self, term: Term, text: &Bilingual, pointer: &Bilingual) -> Content {
        let limit = self.catalogue.eforms.limit(term);
        Content::Text(Bilingual::each(|language| {
            NoticeText::running(text.of(language), limit, pointer.of(language))
        }))
    }
}

/// A field of codes; left to the officer when there is none.
pub(super) fn codes(codes: Vec<ChosenCode>) -> Content {
    if codes.is_empty() { Content::Left } else { Content::Codes(codes) }
}

/// A line for each of many, in both languages.
pub(super) fn each_line(lines: &[Bilingual]) -> Bilingual<Vec<String>> {
    Bilingual::each(|language| lines.iter().map(|line| line.of(language).clone()).collect())
}

/// "K1, K3 och K5"
pub(super) fn numbers(of: &[&Active]) -> Bilingual {
    let numbers: Vec<String> = of.iter().map(|active| number(active)).collect();
    Bilingual::each(|language| format::list(&numbers, language))
}

/// Each once, in the order in which they come.
pub(super) fn unique<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

/// "K3"
pub(super) fn number(active: &Active) -> String {
    format!("K{}", active.number)
}
