//! Themes, levels, kinds of requirement: the words that every entry is sorted by.

use serde::de::value::StrDeserializer;
use serde::{Deserialize, Serialize};

/// What a requirement is about. The follow-up companions ("Gemensamma villkor") stand beside the nine themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Sysselsättning.
    Employment,
    /// Arbetsvillkor.
    LabourTerms,
    /// Tillgänglighet.
    Accessibility,
    /// Leveranskedjor.
    SupplyChains,
    /// Likabehandling.
    EqualTreatment,
    /// Arbetsmiljö.
    WorkEnvironment,
    /// Barn och unga.
    Children,
    /// Etiska varor.
    EthicalGoods,
    /// Reserverade kontrakt.
    ReservedContracts,
    /// Gemensamma villkor: what the others need in order to be followed up. Needs no decision.
    CommonTerms,
}

impl Theme {
    /// The nine themes that end in a decision, in the order in which they are shown.
    pub const DECIDED: [Self; 9] = [
        Self::Employment,
        Self::LabourTerms,
        Self::Accessibility,
        Self::SupplyChains,
        Self::EqualTreatment,
        Self::WorkEnvironment,
        Self::Children,
        Self::EthicalGoods,
        Self::ReservedContracts,
    ];

    /// The name in data and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Employment => "employment",
            Self::LabourTerms => "labour_terms",
            Self::Accessibility => "accessibility",
            Self::SupplyChains => "supply_chains",
            Self::EqualTreatment => "equal_treatment",
            Self::WorkEnvironment => "work_environment",
            Self::Children => "children",
            Self::EthicalGoods => "ethical_goods",
            Self::ReservedContracts => "reserved_contracts",
            Self::CommonTerms => "common_terms",
        }
    }
}

/// How far an entry goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Bas: a step above the law that most suppliers can take.
    Base,
    /// Avancerad.
    Advanced,
    /// Spjutspets: only for a market that is used to it.
    Spearhead,
}

/// Where in the procurement a requirement works (kriterietyp), in the order of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Placement {
    /// Reserverat deltagande.
    ReservedParticipation,
    /// Uteslutningsgrund.
    ExclusionGround,
    /// Kvalificeringskrav.
    SelectionCriterion,
    /// Teknisk specifikation.
    TechnicalSpecification,
    /// Tilldelningskriterium.
    AwardCriterion,
    /// Särskilt kontraktsvillkor.
    ContractTerm,
}

/// A form of place for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PlaceForm {
    /// Studiebesök.
    StudyVisit,
    /// Praktik.
    Internship,
    /// Arbetsträning.
    WorkTraining,
    /// Språkträning.
    LanguageTraining,
    /// Lärlingsplats.
    Apprenticeship,
    /// Studentpraktik.
    StudentPlacement,
    /// Feriearbete.
    HolidayJob,
    /// Visstidsanställning.
    FixedTermEmployment,
    /// Tillsvidareanställning.
    PermanentEmployment,
}

impl PlaceForm {
    /// The form with this code, such as `internship`.
    pub fn read(code: &str) -> Option<Self> {
        Self::deserialize(StrDeserializer::<serde::de::value::Error>::new(code)).ok()
    }
}
