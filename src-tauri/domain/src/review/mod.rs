//! Review: rules that look at a project, one file a rule. What follows from answers alone is data: `findings.toml`.

pub mod finding;
pub mod rule;
pub(crate) mod view;

mod advertising_unsaid;
pub mod aim;
mod authority_apart;
mod combination;
mod days_out_of_order;
pub mod disproportionate;
mod does_not_fit;
mod duty_not_chosen;
mod ends_too_soon;
mod entry_changed;
pub(crate) mod follow_up_hours;
mod need_assessment_missing;
mod no_candidate_relief_missing;
pub(crate) mod not_verifiable;
mod numbers_apart;
mod options_lift_value;
mod own_words;
mod sanction_flawed;
mod stated;
mod supervision_pay_unsaid;
mod theme_undecided;
mod undefined_award_criterion;
mod unlikely_amount;
mod vague_labour_terms;
mod value_missing;
mod value_out_of_range;
mod wrong_statute;

#[cfg(test)]
pub(crate) mod try_out;

use crate::assess::Assessment;
use crate::project::Project;
use finding::{Finding, Severity};
use view::View;

/// The rules, in the order in which their findings stand within each severity.
const CHECKS: [fn(&View<'_>) -> Vec<Finding>; 27] = [
    need_assessment_missing::check,
    duty_not_chosen::check,
    stated::check,
    wrong_statute::check,
    own_words::check,
    aim::check,
    combination::check,
    vague_labour_terms::check,
    undefined_award_criterion::check,
    value_missing::check,
    value_out_of_range::check,
    ends_too_soon::check,
    numbers_apart::check,
    disproportionate::check,
    not_verifiable::check,
    sanction_flawed::check,
    no_candidate_relief_missing::check,
    does_not_fit::check,
    follow_up_hours::check,
    theme_undecided::check,
    supervision_pay_unsaid::check,
    options_lift_value::check,
    unlikely_amount::check,
    advertising_unsaid::check,
    days_out_of_order::check,
    authority_apart::check,
    entry_changed::check,
];

/// All findings, gravest first. The assessment need not hold any yet.
pub fn all(project: &Project, assessment: &Assessment) -> Vec<Finding> {
    let view = View::new(project, assessment);
    let mut findings: Vec<Finding> = CHECKS.iter().flat_map(|check| check(&view)).collect();
    for finding in findings.iter_mut().filter(|finding| finding.severity == Severity::Stop) {
        finding.overridden = project.set_aside(&finding.key()).cloned();
    }
    findings.sort_by_key(|finding| finding.severity);
    findings
}
