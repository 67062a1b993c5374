//! Copies of a project beside each other, field by field in words.

use domain::assess::{Assessment, assess};
use domain::catalogue::Catalogue;
use domain::merge::Field;
use domain::project::Project;
use domain::requirements::words::Speaker;
use domain::text::Language;
use jiff::civil::Date;

/// A project that is spoken of.
pub struct Copy {
    pub project: Project,
    assessment: Assessment,
}

impl Copy {
    pub fn of(project: Project, catalogue: &Catalogue, today: Date) -> Self {
        let assessment = assess(&project, catalogue, today);
        Self { project, assessment }
    }

    fn speaker(&self) -> Speaker<'_> {
        Speaker::new(&self.project, &self.assessment, Language::Sv)
    }

    /// What a field says here; nothing when it is not filled in.
    pub fn shown(&self, field: &Field) -> Option<String> {
        field.shown(self.speaker())
    }
}

/// What a field is called, by the first copy that has it.
pub fn label(field: &Field, copies: [&Copy; 2]) -> String {
    field.label(&copies.map(Copy::speaker))
}
