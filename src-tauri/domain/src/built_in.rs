//! The catalogue that is built into the program: it starts without any file.

use crate::catalogue::Catalogue;
use crate::catalogue::load::{self, Fault, File};
use crate::notice::eforms::Eforms;
use crate::procurement::cpv::Cpv;
use crate::refusal::Refusal;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../assets/catalogue/", $name)))),*]
    };
}

/// The files of the built-in catalogue.
pub const FILES: &[File<'static>] = files![
    "edition.toml",
    "thresholds.toml",
    "themes.toml",
    "place_forms.toml",
    "profiles.toml",
    "questions.toml",
    "derived.toml",
    "ladders.toml",
    "findings.toml",
    "legal_bases.toml",
    "entries/employment.toml",
    "entries/labour_terms.toml",
    "entries/accessibility.toml",
    "entries/supply_chains.toml",
    "entries/equal_treatment.toml",
    "entries/work_environment.toml",
    "entries/children.toml",
    "entries/ethical_goods.toml",
    "entries/reserved_contracts.toml",
    "entries/common_terms.toml",
    "texts/employment.sv.toml",
    "texts/employment.en.toml",
    "texts/labour_terms.sv.toml",
    "texts/labour_terms.en.toml",
    "texts/accessibility.sv.toml",
    "texts/accessibility.en.toml",
    "texts/supply_chains.sv.toml",
    "texts/supply_chains.en.toml",
    "texts/equal_treatment.sv.toml",
    "texts/equal_treatment.en.toml",
    "texts/work_environment.sv.toml",
    "texts/work_environment.en.toml",
    "texts/children.sv.toml",
    "texts/children.en.toml",
    "texts/ethical_goods.sv.toml",
    "texts/ethical_goods.en.toml",
    "texts/reserved_contracts.sv.toml",
    "texts/reserved_contracts.en.toml",
    "texts/common_terms.sv.toml",
    "texts/common_terms.en.toml",
    "texts/questions.sv.toml",
    "texts/questions.en.toml",
    "texts/reasons.sv.toml",
    "texts/reasons.en.toml",
    "texts/general.sv.toml",
    "texts/general.en.toml",
    "texts/regime.sv.toml",
    "texts/regime.en.toml",
    "texts/program.sv.toml",
    "texts/program.en.toml",
    "texts/review.sv.toml",
    "texts/review.en.toml",
    "texts/wording.sv.toml",
    "texts/wording.en.toml",
    "texts/specification.sv.toml",
    "texts/specification.en.toml",
    "texts/response_form.sv.toml",
    "texts/response_form.en.toml",
    "texts/supplier_guide.sv.toml",
    "texts/supplier_guide.en.toml",
    "texts/follow_up_plan.sv.toml",
    "texts/follow_up_plan.en.toml",
    "texts/decision_record.sv.toml",
    "texts/decision_record.en.toml",
    "texts/notice.sv.toml",
    "texts/notice.en.toml",
    "texts/sheet.sv.toml",
    "texts/sheet.en.toml",
    "texts/window.sv.toml",
    "texts/window.en.toml",
];

macro_rules! code_lists {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../assets/codes/codelists/", $name, ".csv")))),*]
    };
}

/// The code lists of the notice, by their official names.
const CODE_LISTS: &[(&str, &str)] = code_lists![
    "accessibility",
    "award-criterion-type",
    "conditions",
    "contract-nature",
    "cpv-reserved-services-art77",
    "exclusion-ground",
    "exclusion-grounds-source",
    "notice-subtype",
    "number-weight",
    "reserved-execution",
    "reserved-procurement",
    "selection-criteria-source",
    "selection-criterion",
    "social-objective",
    "strategic-procurement",
];

/// Reads the built-in catalogue.
///
/// # Errors
/// Never in a program that passed its tests: one of them loads it.
pub fn catalogue() -> Result<Catalogue, Vec<Fault>> {
    let broken = |refusal: Refusal| vec![Fault::new("codes", "", refusal.to_string())];
    let codes = include_str!("../../../assets/codes/cpv-2008.csv");
    let lists = include_str!("../../../assets/codes/lou-cpv-lists.csv");
    let fields = include_str!("../../../assets/codes/eforms-terms.csv");
    let cpv = Cpv::read(codes, lists).map_err(broken)?;
    let goals = include_str!("../../../assets/codes/eforms-to-ocds.csv");
    let strategies = include_str!("../../../assets/codes/ocds-placement-strategies.csv");
    let eforms =
        Eforms::read(fields, CODE_LISTS).and_then(|e| e.with_ocds(goals, strategies)).map_err(broken)?;
    load::load(FILES, &cpv.into(), &eforms.into())
}
