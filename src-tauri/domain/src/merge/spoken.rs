//! A copy of a project, ready to be spoken of beside another.

use jiff::civil::Date;

use super::Field;
use crate::assess::{Assessment, assess};
use crate::catalogue::Catalogue;
use crate::project::Project;
use crate::requirements::words::Speaker;
use crate::text::Language;

/// A copy of a project, with what follows from it.
pub struct Spoken {
    /// The project.
    pub project: Project,
    assessment: Assessment,
    language: Language,
}

impl Spoken {
    /// The copy in one language, as it stands on a day.
    pub fn of(project: Project, catalogue: &Catalogue, today: Date, language: Language) -> Self {
        let assessment = assess(&project, catalogue, today);
        Self { project, assessment, language }
    }

    pub(super) fn speaker(&self) -> Speaker<'_> {
        Speaker::new(&self.project, &self.assessment, self.language)
    }

    /// What a field says here; nothing when it is not filled in.
    pub fn shown(&self, field: &Field) -> Option<String> {
        field.shown(self.speaker())
    }
}

/// What a field is called, by the first copy that has it.
pub fn label(field: &Field, copies: &[&Spoken]) -> String {
    let speakers: Vec<Speaker<'_>> = copies.iter().map(|copy| copy.speaker()).collect();
    field.label(&speakers)
}
