//! The regime: which set of rules governs the procurement, and why.
//!
//! LOU 1:4, 5:1, 19:1 and 19 a kap. with their counterparts in LUF and LUK. At a threshold means above it
//! ("minst"); at the limit for direct award means no direct award ("understiga").

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::amount::Sek;
use super::cpv::{Cpv, CpvList, OnList};
use super::threshold::{LouThresholds, LufThresholds, ThresholdStatus, Thresholds};
use super::{Act, AuthorityKind, ContractNature, Procurement};
use crate::text::Bilingual;

/// Which set of rules governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    /// Direct award: 19 a kap. (LUK: 15 kap.).
    DirectAward,
    /// Advertised under the national rules: 19 kap. (LUK: 15 kap.).
    NationallyGoverned,
    /// The whole act, as the directive demands.
    DirectiveGoverned,
}

/// The officer's own choice of regime, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RegimeOverride {
    /// What is to hold.
    pub regime: Regime,
    /// Why.
    pub reason: String,
}

/// Whether it is a social or other specific service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Annex2 {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// The main code covers both kinds: the officer has to say.
    Ask,
}

/// A fact that the regime cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MissingFact {
    /// Works, services or supplies.
    Nature,
    /// The value.
    Value,
    /// The main CPV code.
    Cpv,
    /// Whether it is an annex 2 service.
    Annex2,
    /// No thresholds are known for the day of the notice.
    Thresholds,
}

/// Why the regime is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grounds {
    /// The value reaches the threshold.
    AtThreshold,
    /// The value is under the threshold, and not under the limit for direct award.
    BelowThreshold,
    /// The value is under the limit for direct award.
    BelowDirectLimit,
    /// An annex 2 service at or above its limit.
    Annex2AtLimit,
    /// An annex 2 service below its limit.
    Annex2BelowLimit,
    /// An annex 2 service below its limit that is advertised all the same.
    Annex2Advertised,
}

/// The limits that a procurement is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Direct award below this.
    pub direct: Sek,
    /// The directive governs from this; `None` for annex 2 services, which it never does.
    pub directive: Option<Sek>,
}

/// What would lead to another regime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatIf {
    /// If the value were under this.
    ValueBelow(Sek),
    /// If the value were at least this.
    ValueAtLeast(Sek),
    /// If the contract mainly were something else.
    Nature(ContractNature),
    /// If options and extensions were left out.
    WithoutOptions,
}

/// What follows from the facts.
#[derive(Clone, Debug, PartialEq)]
pub struct RegimeOutcome {
    /// The act.
    pub act: Act,
    /// What follows by calculation, and why; `None` while facts are missing.
    pub computed: Option<(Regime, Grounds)>,
    /// The officer's own choice.
    pub overruled: Option<RegimeOverride>,
    /// Whether it is an annex 2 service.
    pub annex_2: Annex2,
    /// The limits that hold.
    pub limits: Option<Limits>,
    /// The period of the thresholds.
    pub period: Option<Period>,
    /// What has to be known first.
    pub missing: Vec<MissingFact>,
    /// What would change it, and to what.
    pub what_if: Vec<(WhatIf, Regime)>,
}

/// When the thresholds hold and how sure they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// The first day.
    pub valid_from: Date,
    /// The last day.
    pub valid_to: Date,
    /// How sure the figures are.
    pub status: ThresholdStatus,
    /// When the source was last looked at.
    pub checked_on: Date,
    /// Where the figures come from.
    pub source: Bilingual,
}

impl RegimeOutcome {
    /// The regime that holds: the officer's choice before the computed one.
    pub fn regime(&self) -> Option<Regime> {
        self.overruled.as_ref().map(|o| o.regime).or(self.computed.map(|(regime, _)| regime))
    }
}

/// The regime of a procurement under the thresholds of its day.
pub fn follows_from(
    procurement: &Procurement,
    overruled: Option<&RegimeOverride>,
    thresholds: Option<&Thresholds>,
    cpv: &Cpv,
) -> RegimeOutcome {
    let annex_2 = annex_2(procurement, cpv);
    let missing = missing(procurement, annex_2, thresholds);
    let ready = thresholds.filter(|_| missing.is_empty()).zip(procurement.nature).zip(procurement.value_sek);
    let found = ready.map(|((thresholds, nature), value)| {
        let measure = Measure { procurement, as_services: as_services(procurement, cpv), thresholds };
        (measure.limits(nature), measure.regime(nature, value), measure.what_if(nature, value))
    });
    RegimeOutcome {
        act: procurement.act,
        computed: found.as_ref().map(|(_, regime, _)| *regime),
        overruled: overruled.cloned(),
        annex_2,
        limits: found.as_ref().map(|(limits, ..)| *limits),
        period: thresholds.map(Period::of),
        missing,
        what_if: found.map(|(.., what_if)| what_if).unwrap_or_default(),
    }
}

impl Period {
    fn of(thresholds: &Thresholds) -> Self {
        let Thresholds { valid_from, valid_to, status, checked_on, source, .. } = thresholds.clone();
        Self { valid_from, valid_to, status, checked_on, source }
    }
}

/// Annex 2 names services only.
fn annex_2(procurement: &Procurement, cpv: &Cpv) -> Annex2 {
    match procurement.nature {
        None | Some(ContractNature::Services) => as_services(procurement, cpv),
        Some(ContractNature::Works | ContractNature::Supplies) => Annex2::No,
    }
}

/// What it is if services are bought; a main code that covers both kinds is asked about, never guessed.
fn as_services(procurement: &Procurement, cpv: &Cpv) -> Annex2 {
    let Some(code) = procurement.main_cpv() else { return Annex2::No };
    match (cpv.on_list(code, CpvList::Annex2), procurement.annex_2_service) {
        (OnList::Yes, _) | (OnList::InPart, Some(true)) => Annex2::Yes,
        (OnList::No, _) | (OnList::InPart, Some(false)) => Annex2::No,
        (OnList::InPart, None) => Annex2::Ask,
    }
}

fn missing(procurement: &Procurement, annex_2: Annex2, thresholds: Option<&Thresholds>) -> Vec<MissingFact> {
    [
        (procurement.nature.is_none(), MissingFact::Nature),
        (procurement.value_sek.is_none(), MissingFact::Value),
        (procurement.cpv.is_empty(), MissingFact::Cpv),
        (annex_2 == Annex2::Ask, MissingFact::Annex2),
        (thresholds.is_none(), MissingFact::Thresholds),
    ]
    .into_iter()
    .filter_map(|(lacks, fact)| lacks.then_some(fact))
    .collect()
}

struct Measure<'p> {
    procurement: &'p Procurement,
    as_services: Annex2,
    thresholds: &'p Thresholds,
}

impl Measure<'_> {
    fn is_annex_2(&self, nature: ContractNature) -> bool {
        nature == ContractNature::Services && self.as_services == Annex2::Yes
    }

    fn limits(&self, nature: ContractNature) -> Limits {
        let annex_2 = self.is_annex_2(nature);
        match self.procurement.act {
            Act::Lou => lou(&self.thresholds.lou, nature, annex_2, self.procurement.authority_kind),
            Act::Luf => luf(&self.thresholds.luf, nature, annex_2),
            Act::Luk => {
                let luk = &self.thresholds.luk;
                Limits { direct: luk.direct, directive: (!annex_2).then_some(luk.all) }
            }
        }
    }

    fn regime(&self, nature: ContractNature, value: Sek) -> (Regime, Grounds) {
        let limits = self.limits(nature);
        if value < limits.direct {
            return match (self.is_annex_2(nature), self.procurement.advertised_anyway) {
                (true, true) => (Regime::NationallyGoverned, Grounds::Annex2Advertised),
                (true, false) => (Regime::DirectAward, Grounds::Annex2BelowLimit),
                (false, _) => (Regime::DirectAward, Grounds::BelowDirectLimit),
            };
        }
        match limits.directive {
            Some(threshold) if value >= threshold => (Regime::DirectiveGoverned, Grounds::AtThreshold),
            Some(_) => (Regime::NationallyGoverned, Grounds::BelowThreshold),
            None => (Regime::NationallyGoverned, Grounds::Annex2AtLimit),
        }
    }

    fn what_if(&self, nature: ContractNature, value: Sek) -> Vec<(WhatIf, Regime)> {
        let now = self.regime(nature, value).0;
        let unsure =
            |other: &ContractNature| *other == ContractNature::Services && self.as_services == Annex2::Ask;
        let by_nature = [ContractNature::Works, ContractNature::Services, ContractNature::Supplies]
            .into_iter()
            .filter(|other| !unsure(other))
            .map(|other| (WhatIf::Nature(other), self.regime(other, value).0));
        self.by_value(nature, value)
            .into_iter()
            .chain(by_nature)
            .chain(self.without_options(nature, value))
            .filter(|(_, regime)| *regime != now)
            .collect()
    }

    fn by_value(&self, nature: ContractNature, value: Sek) -> Vec<(WhatIf, Regime)> {
        let limits = self.limits(nature);
        let steps = [Some(limits.direct), limits.directive];
        let below = steps.into_iter().flatten().filter(|step| *step <= value).max();
        let above = steps.into_iter().flatten().filter(|step| *step > value).min();
        let down = below
            .map(|step| (WhatIf::ValueBelow(step), self.regime(nature, Sek(step.0.saturating_sub(1))).0));
        let up = above.map(|step| (WhatIf::ValueAtLeast(step), self.regime(nature, step).0));
        up.into_iter().chain(down).collect()
    }

    fn without_options(&self, nature: ContractNature, value: Sek) -> Option<(WhatIf, Regime)> {
        let firm = Sek::from_f64(self.procurement.firm_value()?)?;
        (firm < value).then(|| (WhatIf::WithoutOptions, self.regime(nature, firm).0))
    }
}

fn lou(limits: &LouThresholds, nature: ContractNature, annex_2: bool, kind: AuthorityKind) -> Limits {
    if annex_2 {
        return Limits { direct: limits.annex_2, directive: None };
    }
    let directive = match (nature, kind) {
        (ContractNature::Works, _) => limits.works,
        (_, AuthorityKind::State) => limits.central,
        _ => limits.sub_central,
    };
    Limits { direct: limits.direct, directive: Some(directive) }
}

fn luf(limits: &LufThresholds, nature: ContractNature, annex_2: bool) -> Limits {
    if annex_2 {
        return Limits { direct: limits.annex_2, directive: None };
    }
    let works = nature == ContractNature::Works;
    let directive = if works { limits.works } else { limits.goods_services };
    Limits { direct: limits.direct, directive: Some(directive) }
}
