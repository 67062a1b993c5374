//! What a plan for the follow-up lacks: someone who follows up, a day from which dates count, hours that are known and
//! enough, and for each requirement a way to check it.

use super::hours::HOURS;
use crate::assess::Assessment;
use crate::catalogue::id::EntryId;
use crate::project::Project;
use crate::review::finding::{Finding, Place, Severity};
use crate::review::not_verifiable::FOLLOW_UP;
use crate::review::rule::Rule;

/// One thing that is left to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// Nobody is named to look after the contract.
    ContractManager,
    /// The start of the contract is not known.
    Start,
    /// Nobody has said how many hours there are.
    Hours,
    /// The plan takes more hours than there are.
    TooManyHours,
    /// Nobody checks a requirement, or it is not said how.
    Check(EntryId),
}

/// So many of these do not belong to a requirement.
pub const OF_THE_WHOLE: usize = 4;

/// What is left, once the findings are known; nothing while nothing stands.
pub fn left(project: &Project, assessment: &Assessment) -> Vec<Left> {
    if assessment.active.is_empty() {
        return Vec::new();
    }
    let too_many =
        |finding: &Finding| finding.rule == Rule::FollowUpHours && finding.severity != Severity::Info;
    let whole = [
        (project.procurement.contract_manager.trim().is_empty(), Left::ContractManager),
        (project.procurement.start.is_none(), Left::Start),
        (assessment.facts.number(HOURS).is_none(), Left::Hours),
        (assessment.findings.iter().any(too_many), Left::TooManyHours),
    ];
    let whole = whole.into_iter().filter_map(|(is_left, what)| is_left.then_some(what));
    whole.chain(assessment.findings.iter().filter_map(unchecked)).collect()
}

fn unchecked(finding: &Finding) -> Option<Left> {
    match &finding.place {
        Place::Requirement(entry) if finding.rule == Rule::NotVerifiable && finding.case == FOLLOW_UP => {
            Some(Left::Check(entry.clone()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::review::try_out::{CATALOGUE, answering, buying, choosing, example, signature, with_rules};
    use serde_json::json;

    fn said(project: &Project) -> Vec<Left> {
        left(project, &assess(project, &CATALOGUE, signature().on))
    }

    #[test]
    fn what_is_left_is_named_and_not_only_counted() {
        let visits = choosing(&example("stadning"), &["emp-study-visit"]);
        assert_eq!(said(&visits), []);
        let bare = buying(visits.clone(), &json!({ "contract_manager": " ", "start": null }));
        let bare = answering(bare, &json!({ "q35": null }));
        assert_eq!(said(&bare), [Left::ContractManager, Left::Start, Left::Hours]);
        let narrow = answering(visits.clone(), &json!({ "q35": 1 }));
        assert_eq!(said(&narrow), [Left::TooManyHours]);
        let unchecked = with_rules(visits, "emp-study-visit", |rules| rules.follow_up = None);
        assert_eq!(said(&unchecked), [Left::Check("emp-study-visit".into())]);
    }

    #[test]
    fn nothing_is_left_to_plan_while_nothing_stands() {
        assert_eq!(said(&buying(example("stadning"), &json!({ "start": null }))), []);
    }
}
