//! Task 1: the facts as they stand in the form.

use domain::format;
use domain::procurement::amount::{Months, Sek};
use domain::procurement::regime::{Annex2, Grounds};
use domain::procurement::{Act, AuthorityKind, CallOff, ContractNature, Subcontracting};
use domain::requirements::words::Speaker;
use serde::Serialize;
use ts_rs::TS;

use super::cpv::CpvView;

/// The facts of the procurement; what is absent has not been filled in. Each is changed by `Edit` with the field of
/// the same name.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact or a question of its own on the form")]
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FactsView {
    pub title: String,
    pub reference: String,
    pub authority_name: String,
    pub authority_kind: AuthorityKind,
    /// What the name of the authority says, when that is another kind.
    pub proposed_kind: Option<AuthorityKind>,
    pub unit: String,
    pub officer: String,
    pub contact: String,
    pub contract_manager: String,
    pub decision_maker: String,
    pub aim: String,
    pub act: Act,
    pub nature: Option<ContractNature>,
    /// What the main code says while no nature is chosen.
    pub proposed_nature: Option<ContractNature>,
    /// The main code first.
    pub cpv: Vec<CpvView>,
    /// The main code does not decide whether it is an annex 2 service: the officer is asked.
    pub asks_annex2: bool,
    pub annex_2_service: Option<bool>,
    pub value_sek: Option<Sek>,
    pub option_value_sek: Option<Sek>,
    pub months: Option<Months>,
    pub option_months: Option<Months>,
    pub framework: Option<bool>,
    pub guaranteed_volume: Option<bool>,
    pub call_off: Option<CallOff>,
    pub supplier_count: Option<u32>,
    pub lots: Vec<String>,
    pub subcontracting: Option<Subcontracting>,
    /// It is an annex 2 service below its limit, which may be advertised all the same.
    pub asks_advertised: bool,
    pub advertised_anyway: bool,
    pub design: bool,
    /// 2026-12-11
    pub notice_date: Option<String>,
    /// 2027-01-18
    pub tender_deadline: Option<String>,
    /// 2027-04-01
    pub start: Option<String>,
    /// The last day of the firm period, worked out.
    pub end: Option<String>,
}

impl FactsView {
    /// The facts of a project.
    pub fn of(speaker: Speaker<'_>) -> Self {
        let p = speaker.project.procurement.clone();
        let regime = &speaker.assessment.regime;
        let grounds = regime.computed.map(|(_, grounds)| grounds);
        let codes = p.cpv.iter().filter_map(|code| speaker.catalogue.cpv.get(code));
        Self {
            proposed_kind: p.proposed_kind(),
            proposed_nature: p.proposed_nature(),
            cpv: codes.map(|item| CpvView::of(item, speaker.language)).collect(),
            asks_annex2: p.annex_2_service.is_some() || regime.annex_2 == Annex2::Ask,
            asks_advertised: matches!(grounds, Some(Grounds::Annex2BelowLimit | Grounds::Annex2Advertised)),
            end: p.end().map(format::date),
            notice_date: p.notice_date.map(format::date),
            tender_deadline: p.tender_deadline.map(format::date),
            start: p.start.map(format::date),
            title: p.title,
            reference: p.reference,
            authority_name: p.authority_name,
            authority_kind: p.authority_kind,
            unit: p.unit,
            officer: p.officer,
            contact: p.contact,
            contract_manager: p.contract_manager,
            decision_maker: p.decision_maker,
            aim: p.aim,
            act: p.act,
            nature: p.nature,
            annex_2_service: p.annex_2_service,
            value_sek: p.value_sek,
            option_value_sek: p.option_value_sek,
            months: p.months,
            option_months: p.option_months,
            framework: p.framework,
            guaranteed_volume: p.guaranteed_volume,
            call_off: p.call_off,
            supplier_count: p.supplier_count,
            lots: p.lots,
            subcontracting: p.subcontracting,
            advertised_anyway: p.advertised_anyway,
            design: p.design,
        }
    }
}
