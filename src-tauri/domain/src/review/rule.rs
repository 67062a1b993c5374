//! The rules by code and name. R codes are shared with the wording rules; G codes look at the project as a whole.

use serde::{Deserialize, Serialize};

/// A rule of the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// R07: labour terms without levels.
    VagueLabourTerms,
    /// R08: levels for only one or two of pay, holiday and working time.
    PartialLabourTerms,
    /// R10: an award criterion without weight, scale or anchors.
    UndefinedAwardCriterion,
    /// R11: a requirement that cannot be shown or checked.
    NotVerifiable,
    /// R12: more than the contract has room for.
    Disproportionate,
    /// R16: no consequence, or one without cure or ceiling.
    SanctionFlawed,
    /// R18: no word of the users' needs.
    AccessibilitySilent,
    /// R25: no provision for it in this act and regime.
    WrongStatute,
    /// R29: what does not go well together.
    Combination,
    /// R32: other demands shut out those whom the places are for.
    ShutsOutTargetGroup,
    /// R33: no relief when no candidate is proposed.
    NoCandidateReliefMissing,
    /// R38: it is not said who pays for supervision.
    SupervisionPayUnsaid,
    /// G01: more to follow up than there are hours for.
    FollowUpHours,
    /// G02: answers and choices that contradict each other.
    Contradiction,
    /// G03: a theme that waits for its decision.
    ThemeUndecided,
    /// G04: an assessment that the law demands is missing.
    NeedAssessmentMissing,
    /// G05: what the law demands is not chosen.
    DutyNotChosen,
    /// G06: a value that has to be filled in.
    ValueMissing,
    /// G07: a value that does not fit.
    ValueOutOfRange,
    /// G08: a requirement whose grounds are gone.
    DoesNotFit,
    /// G09: options lift the value over a limit.
    OptionsLiftValue,
    /// G10: an entry that is withdrawn, or another in the catalogue now.
    EntryChanged,
}

impl Rule {
    /// The code: "R12".
    pub const fn code(self) -> &'static str {
        match self {
            Self::VagueLabourTerms => "R07",
            Self::PartialLabourTerms => "R08",
            Self::UndefinedAwardCriterion => "R10",
            Self::NotVerifiable => "R11",
            Self::Disproportionate => "R12",
            Self::SanctionFlawed => "R16",
            Self::AccessibilitySilent => "R18",
            Self::WrongStatute => "R25",
            Self::Combination => "R29",
            Self::ShutsOutTargetGroup => "R32",
            Self::NoCandidateReliefMissing => "R33",
            Self::SupervisionPayUnsaid => "R38",
            Self::FollowUpHours => "G01",
            Self::Contradiction => "G02",
            Self::ThemeUndecided => "G03",
            Self::NeedAssessmentMissing => "G04",
            Self::DutyNotChosen => "G05",
            Self::ValueMissing => "G06",
            Self::ValueOutOfRange => "G07",
            Self::DoesNotFit => "G08",
            Self::OptionsLiftValue => "G09",
            Self::EntryChanged => "G10",
        }
    }
}
