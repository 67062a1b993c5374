//! The documents of a project, by name.

use domain::assess::Assessment;
use domain::project::Project;
use serde::{Deserialize, Serialize};

/// A document of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DocumentName {
    /// Kravspecifikation.
    Specification,
    /// Svarsbilaga.
    ResponseForm,
    /// Leverantörsstöd.
    SupplierGuide,
    /// Uppföljningsplan.
    FollowUpPlan,
    /// Beslutsunderlag.
    DecisionRecord,
    /// Annonsuppgifter.
    NoticeFields,
}

impl DocumentName {
    /// All, in the order of the window.
    pub const ALL: [Self; 6] = [
        Self::Specification,
        Self::ResponseForm,
        Self::SupplierGuide,
        Self::FollowUpPlan,
        Self::DecisionRecord,
        Self::NoticeFields,
    ];

    /// Those that have something to say of a project. All but two speak of its requirements, or say that those of a fixed
    /// version have gone.
    pub fn of(project: &Project, assessment: &Assessment) -> Vec<Self> {
        let none = assessment.asks_for_nothing() && project.withdrawn(assessment).is_empty();
        let says_why = |name: &Self| matches!(name, Self::DecisionRecord | Self::NoticeFields);
        Self::ALL.into_iter().filter(|name| !none || says_why(name)).collect()
    }

    /// Its name on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Specification => "specification",
            Self::ResponseForm => "response_form",
            Self::SupplierGuide => "supplier_guide",
            Self::FollowUpPlan => "follow_up_plan",
            Self::DecisionRecord => "decision_record",
            Self::NoticeFields => "notice_fields",
        }
    }

    /// The phrase that it is called by.
    pub fn kind(self) -> String {
        match self {
            Self::NoticeFields => "notice.kind".to_owned(),
            named => format!("{}.kind", named.code()),
        }
    }
}
