//! The notice fields (annonsuppgifter): what the officer types into the notice, field by field, with the official codes.
//!
//! The same data serves the notice and the award notice. Where the official list has no code that is true, or an answer
//! is missing, the field is left to the officer and says why: nothing is guessed.

mod accessibility;
mod builder;
mod criteria;
pub mod eforms;
mod reservation;
mod strategic;
mod terms;
mod text;

use std::collections::BTreeSet;

use crate::assess::Assessment;
use crate::catalogue::theme::Placement;
use crate::project::Project;
use crate::requirements::words::Speaker;
use crate::text::Bilingual;
use builder::Builder;
use eforms::{CodeItem, Term};
pub use text::{Fit, NEAR, NoticeText};

/// All fields of a project's notice.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeFields {
    /// What holds for the procedure as a whole.
    pub procedure: Vec<NoticeField>,
    /// What is typed in for each lot. A project without lots is one.
    pub lots: Vec<LotFields>,
}

/// The fields of a lot, or of all lots that are alike.
#[derive(Clone, Debug, PartialEq)]
pub struct LotFields {
    /// Which lot.
    pub lot: Lot,
    /// The social objectives of what is demanded there.
    pub objectives: Vec<Objective>,
    /// The fields, in the order of the form.
    pub fields: Vec<NoticeField>,
}

/// Which lot the fields are for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lot {
    /// The whole procurement, and each of its lots when it has several.
    Every,
    /// One lot, by name.
    Named(Bilingual),
    /// The lots that are not named.
    Others,
}

impl Lot {
    /// "Hela upphandlingen", the name of the lot, or "Övriga delar".
    pub fn name(&self, speaker: Speaker<'_>) -> String {
        match self {
            Self::Every => speaker.phrase("notice.lot.every"),
            Self::Named(name) => name.of(speaker.language).clone(),
            Self::Others => speaker.phrase("notice.lot.others"),
        }
    }
}

/// A social objective with the requirements that promote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    /// The official code.
    pub code: ChosenCode,
    /// Where the requirements work.
    pub placements: BTreeSet<Placement>,
    /// How they promote it, in their own sentences.
    pub aims: Bilingual,
}

/// Which part of the form a field stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The aim of strategic procurement.
    Strategic,
    /// Accessibility.
    Accessibility,
    /// Reserved participation and execution.
    Reservation,
    /// Terms of performance.
    Terms,
    /// Award criteria.
    Award,
    /// Selection criteria.
    Selection,
    /// Exclusion grounds.
    Exclusion,
}

impl Part {
    /// The name in the keys of phrases.
    pub fn name(self) -> &'static str {
        match self {
            Self::Strategic => "strategic",
            Self::Accessibility => "accessibility",
            Self::Reservation => "reservation",
            Self::Terms => "terms",
            Self::Award => "award",
            Self::Selection => "selection",
            Self::Exclusion => "exclusion",
        }
    }
}

/// A field of the notice.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeField {
    /// Which field.
    pub term: Term,
    /// Where in the form.
    pub part: Part,
    /// The requirement that it is about, when each has fields of its own: "K5 Tilldelning".
    pub of: Option<Bilingual>,
    /// The official name of the field.
    pub label: Bilingual,
    /// What is typed in.
    pub content: Content,
    /// Why it is as it is.
    pub why: Bilingual,
}

/// What is typed into a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Official codes, at least one.
    Codes(Vec<ChosenCode>),
    /// A text within the limit of the field; the languages may fit differently.
    Text(Bilingual<NoticeText>),
    /// A number.
    Number(f64),
    /// Nothing that the program can know: the officer decides, and `why` says what about.
    Left,
}

/// A code, and the numbers of the requirements that it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenCode {
    /// The code with its official name.
    pub item: CodeItem,
    /// Numbers of requirements; 1 is printed K1.
    pub from: Vec<usize>,
}

/// The notice fields of a project.
pub fn fields(project: &Project, assessment: &Assessment) -> NoticeFields {
    let all = Builder::new(project, assessment);
    NoticeFields {
        procedure: all.exclusion_grounds(),
        lots: all.lots().into_iter().map(lot_fields).collect(),
    }
}

fn lot_fields((lot, builder): (Lot, Builder<'_>)) -> LotFields {
    let objectives = builder.objectives();
    let fields = [
        builder.strategic(&objectives),
        builder.accessibility(),
        builder.reservation(),
        builder.terms(),
        builder.award_criteria(),
        builder.selection_criteria(),
    ];
    LotFields { lot, objectives, fields: fields.into_iter().flatten().collect() }
}
