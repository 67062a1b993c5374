//! The rules that read text, one file each. What each finding weighs and rests on is data: `assets/wording/rules.toml`.

mod r01_local_preference;
mod r02_company_policy;
mod r03_performance_as_selection;
mod r04_label_without_equivalent;
mod r05_social_label_as_specification;
mod r06_collective_agreement_demanded;
mod r07_vague_labour_terms;
mod r08_partial_labour_terms;
mod r09_above_lowest_level;
mod r10_undefined_award_criterion;
mod r11_not_verifiable;
pub mod r12_disproportionate;
mod r13_discriminatory_group;
mod r14_buyer_decides_hiring;
mod r15_internship_as_labour;
mod r16_sanction_flawed;
mod r17_open_dialogue;
mod r19_standard_without_equivalent;
mod r20_paid_document;
mod r21_wrong_reservation;
mod r22_absolute_guarantee;
mod r23_ilo_list_vague;
mod r24_automatic_exclusion;
mod r25_wrong_statute;
mod r26_personal_data;
mod r27_full_time_demanded;
mod r28_repeats_law;
mod r30_foreign_bidder_trap;
mod r31_redundancy_priority;
mod r34_open_ended_inspection;
mod r35_sensitive_proof;
mod r36_origin_of_goods;
mod r37_union_veto;
mod r38_supervision_pay_unsaid;
mod scene;
mod spared;

use std::collections::HashSet;

pub use r23_ilo_list_vague::is_of_conventions;
use scene::is_of_places;
pub use scene::{Draft, Instead, Scene, weight};
pub use spared::{is_doubtful, is_spared};

type Check = fn(&Scene<'_>, &mut Vec<Draft>);

const CHECKS: [Check; 34] = [
    r01_local_preference::check,
    r02_company_policy::check,
    r03_performance_as_selection::check,
    r04_label_without_equivalent::check,
    r05_social_label_as_specification::check,
    r06_collective_agreement_demanded::check,
    r07_vague_labour_terms::check,
    r08_partial_labour_terms::check,
    r09_above_lowest_level::check,
    r10_undefined_award_criterion::check,
    r11_not_verifiable::check,
    r12_disproportionate::check,
    r13_discriminatory_group::check,
    r14_buyer_decides_hiring::check,
    r15_internship_as_labour::check,
    r16_sanction_flawed::check,
    r17_open_dialogue::check,
    r19_standard_without_equivalent::check,
    r20_paid_document::check,
    r21_wrong_reservation::check,
    r22_absolute_guarantee::check,
    r23_ilo_list_vague::check,
    r24_automatic_exclusion::check,
    r25_wrong_statute::check,
    r26_personal_data::check,
    r27_full_time_demanded::check,
    r28_repeats_law::check,
    r30_foreign_bidder_trap::check,
    r31_redundancy_priority::check,
    r34_open_ended_inspection::check,
    r35_sensitive_proof::check,
    r36_origin_of_goods::check,
    r37_union_veto::check,
    r38_supervision_pay_unsaid::check,
];

/// What every rule finds. What a rule finds twice in a sentence, it has said once.
pub fn all(scene: &Scene<'_>) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for check in CHECKS {
        check(scene, &mut found);
    }
    let mut seen = HashSet::new();
    found.retain(|draft| seen.insert((draft.rule, draft.case, draft.sentence)));
    found
}
