//! The rules by code and name. R codes are shared with the wording rules; G codes look at the project as a whole.

use serde::{Deserialize, Serialize};

/// A rule of the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// R01: a preference for those who are from a place.
    LocalPreference,
    /// R02: the company as a whole, with no link to the contract.
    CompanyPolicy,
    /// R03: what belongs to the performance, asked of the tenderer.
    PerformanceAsSelection,
    /// R04: a label without its equivalents.
    LabelWithoutEquivalent,
    /// R05: a social label as a technical specification.
    SocialLabelAsSpecification,
    /// R06: a demand to be bound by a collective agreement.
    CollectiveAgreementDemanded,
    /// R07: labour terms without levels.
    VagueLabourTerms,
    /// R08: levels for only one or two of pay, holiday and working time.
    PartialLabourTerms,
    /// R09: pay above the lowest level of a central agreement.
    AboveLowestLevel,
    /// R10: an award criterion without weight, scale or anchors.
    UndefinedAwardCriterion,
    /// R11: a requirement that cannot be shown or checked.
    NotVerifiable,
    /// R12: more than the contract has room for.
    Disproportionate,
    /// R13: persons by sex, origin, age or language.
    DiscriminatoryGroup,
    /// R14: the buyer decides whom the supplier hires.
    BuyerDecidesHiring,
    /// R15: interns as labour, or places that are not in the supplier's power.
    InternshipAsLabour,
    /// R16: no consequence, or one without cure or ceiling.
    SanctionFlawed,
    /// R17: talks without a frame.
    OpenDialogue,
    /// R18: no word of the users' needs.
    AccessibilitySilent,
    /// R19: a standard or brand without its equivalents.
    StandardWithoutEquivalent,
    /// R20: a document that costs money.
    PaidDocument,
    /// R21: a reservation for others than those the law names.
    WrongReservation,
    /// R22: a guarantee for a whole supply chain.
    AbsoluteGuarantee,
    /// R23: ILO conventions that are not named, or not all.
    IloListVague,
    /// R24: exclusion without a hearing.
    AutomaticExclusion,
    /// R25: no provision for it in this act and regime.
    WrongStatute,
    /// R26: personal data to be reported.
    PersonalData,
    /// R27: full time or permanent employment.
    FullTimeDemanded,
    /// R28: a repetition of the law.
    RepeatsLaw,
    /// R29: what does not go well together.
    Combination,
    /// R30: something that only those in Sweden have.
    ForeignBidderTrap,
    /// R31: jobs, with no word of priority for re-employment.
    RedundancyPriority,
    /// R32: other demands shut out those whom the places are for.
    ShutsOutTargetGroup,
    /// R33: no relief when no candidate is proposed.
    NoCandidateReliefMissing,
    /// R34: inspection without limits.
    OpenEndedInspection,
    /// R35: proof of each person's disability or health.
    SensitiveProof,
    /// R36: local or Swedish origin as such.
    OriginOfGoods,
    /// R37: the approval of a union.
    UnionVeto,
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
    /// G11: what a requirement rests on ends before the contract does.
    EndsTooSoon,
    /// G12: numbers that do not go together.
    NumbersApart,
    /// G13: the authority's own negotiation is not completed.
    NegotiationPending,
    /// G14: the procurement is one, and the reasons for that have to be given.
    UndividedUnexplained,
    /// G15: an amount that may be a slip of the hand.
    UnlikelyAmount,
    /// G16: a day for the notice, where nobody has said that there will be one.
    AdvertisingUnsaid,
    /// G17: days of the procurement that come in another order than it goes.
    DaysOutOfOrder,
    /// G18: a kind of authority that is another than its name says.
    AuthorityApart,
}

impl Rule {
    /// The code: "R12".
    pub const fn code(self) -> &'static str {
        match self {
            Self::LocalPreference => "R01",
            Self::CompanyPolicy => "R02",
            Self::PerformanceAsSelection => "R03",
            Self::LabelWithoutEquivalent => "R04",
            Self::SocialLabelAsSpecification => "R05",
            Self::CollectiveAgreementDemanded => "R06",
            Self::VagueLabourTerms => "R07",
            Self::PartialLabourTerms => "R08",
            Self::AboveLowestLevel => "R09",
            Self::UndefinedAwardCriterion => "R10",
            Self::NotVerifiable => "R11",
            Self::Disproportionate => "R12",
            Self::DiscriminatoryGroup => "R13",
            Self::BuyerDecidesHiring => "R14",
            Self::InternshipAsLabour => "R15",
            Self::SanctionFlawed => "R16",
            Self::OpenDialogue => "R17",
            Self::AccessibilitySilent => "R18",
            Self::StandardWithoutEquivalent => "R19",
            Self::PaidDocument => "R20",
            Self::WrongReservation => "R21",
            Self::AbsoluteGuarantee => "R22",
            Self::IloListVague => "R23",
            Self::AutomaticExclusion => "R24",
            Self::WrongStatute => "R25",
            Self::PersonalData => "R26",
            Self::FullTimeDemanded => "R27",
            Self::RepeatsLaw => "R28",
            Self::Combination => "R29",
            Self::ForeignBidderTrap => "R30",
            Self::RedundancyPriority => "R31",
            Self::ShutsOutTargetGroup => "R32",
            Self::NoCandidateReliefMissing => "R33",
            Self::OpenEndedInspection => "R34",
            Self::SensitiveProof => "R35",
            Self::OriginOfGoods => "R36",
            Self::UnionVeto => "R37",
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
            Self::EndsTooSoon => "G11",
            Self::NumbersApart => "G12",
            Self::NegotiationPending => "G13",
            Self::UndividedUnexplained => "G14",
            Self::UnlikelyAmount => "G15",
            Self::AdvertisingUnsaid => "G16",
            Self::DaysOutOfOrder => "G17",
            Self::AuthorityApart => "G18",
        }
    }
}
