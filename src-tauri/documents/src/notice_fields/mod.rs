//! The notice fields (annonsuppgifter): what the officer copies into the notice, field by field; and the same as an OCDS
//! release package.

mod field;
pub mod ocds;

use domain::assess::Assessment;
use domain::format;
use domain::notice::{self, Lot, LotFields, NoticeField, Part};
use domain::project::Project;

use crate::front::{Print, lot_names, meta, or_missing};
use crate::model::{Document, Section};

/// The notice fields of a project.
pub fn document(project: &Project, assessment: &Assessment, print: &Print) -> Document {
    Builder { project, assessment, print }.document()
}

struct Builder<'a> {
    project: &'a Project,
    assessment: &'a Assessment,
    print: &'a Print,
}

impl Builder<'_> {
    fn document(&self) -> Document {
        let notice = notice::fields(self.project, self.assessment);
        let mut sections = vec![self.how_to_use()];
        sections.extend(notice.lots.iter().flat_map(|lot| self.lot(lot)));
        let procedure = self.section(Part::Exclusion, &Lot::Every, &notice.procedure);
        sections.extend(procedure);
        let number = |(i, section): (usize, Section)| Section { number: (i + 1).to_string(), ..section };
        let document = self.cover(Document::new(self.meta()));
        sections.into_iter().enumerate().map(number).fold(document, Document::section)
    }

    fn meta(&self) -> crate::model::Meta {
        meta(self.project, self.print, &self.say("kind"), &self.phrase("specification.cover.missing"))
    }

    fn cover(&self, document: Document) -> Document {
        let missing = self.phrase("specification.cover.missing");
        let procurement = &self.project.procurement;
        [
            ("date", format::date(self.print.date)),
            ("reference", or_missing(&procurement.reference, &missing)),
            ("officer", or_missing(&procurement.officer, &missing)),
        ]
        .into_iter()
        .fold(document, |document, (key, text)| {
            document.cover(&self.phrase(&format!("specification.cover.{key}")), text)
        })
    }

    fn how_to_use(&self) -> Section {
        let keys = ["copy", "may_differ", "codes", "award_notice"];
        let divided = lot_names(&self.project.procurement.lots, self.print.language);
        let divided = divided.map(|lots| self.fill("use.lots", &[("lots", lots)]));
        let section = Section::new("", &self.say("use.title"));
        let said = keys.into_iter().map(|key| self.say(&format!("use.{key}"))).chain(divided);
        said.fold(section, Section::paragraph)
    }

    /// The parts of the form, in its order.
    fn lot(&self, lot: &LotFields) -> Vec<Section> {
        let parts = [
            Part::Strategic,
            Part::Accessibility,
            Part::Reservation,
            Part::Terms,
            Part::Award,
            Part::Selection,
        ];
        parts.into_iter().filter_map(|part| self.section(part, &lot.lot, &lot.fields)).collect()
    }

    /// A part with its fields; nothing when it has none.
    fn section(&self, part: Part, lot: &Lot, fields: &[NoticeField]) -> Option<Section> {
        let mut here = fields.iter().filter(|field| field.part == part).peekable();
        here.peek()?;
        let section = Section::new("", &self.heading(part, lot));
        Some(here.fold(section, |section, field| section.block(self.field(field))))
    }

    fn heading(&self, part: Part, lot: &Lot) -> String {
        let part = self.say(&format!("parts.{}", part.name()));
        match lot {
            Lot::Every => part,
            Lot::Named(name) => {
                let lot = name.of(self.print.language).clone();
                self.fill("lots.named", &[("part", part), ("lot", lot)])
            }
            Lot::Others => self.fill("lots.others", &[("part", part)]),
        }
    }

    fn say(&self, key: &str) -> String {
        self.phrase(&format!("notice.{key}"))
    }

    fn phrase(&self, key: &str) -> String {
        self.assessment.catalogue.phrases.word(key, self.print.language).to_owned()
    }

    fn fill(&self, key: &str, slots: &[(&str, String)]) -> String {
        self.assessment.catalogue.phrases.fill_in(&format!("notice.{key}"), slots, self.print.language)
    }
}
