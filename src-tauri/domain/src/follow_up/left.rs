//! What a plan for the follow-up lacks: someone who follows up, a day from which dates count, hours that are known and
//! enough, and for each requirement a way to check it.

use super::hours::HOURS;
use crate::assess::Assessment;
use crate::catalogue::id::EntryId;
use crate::project::Project;
use crate::review::finding::{Finding, Place};
use crate::review::follow_up_hours::CHOSEN;
use crate::review::not_verifiable::FOLLOW_UP;
use crate::review::rule::Rule;
use crate::text::Bilingual;

/// One thing that is left to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// Nobody is named to look after the contract.
    ContractManager,
    /// The start of the contract is not known.
    Start,
    /// Nobody has said how many hours there are.
    Hours,
    /// The plan takes more hours than there are, and something can be done about that here: what.
    TooManyHours(Bilingual),
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
    let whole = [
        (project.procurement.contract_manager.trim().is_empty(), Left::ContractManager),
        (project.procurement.start.is_none(), Left::Start),
        (assessment.facts.number(HOURS).is_none(), Left::Hours),
    ];
    let whole = whole.into_iter().filter_map(|(is_left, what)| is_left.then_some(what));
    let too_many = assessment.findings.iter().filter(|finding| too_many_are_chosen(finding));
    let whole = whole.chain(too_many.map(|finding| Left::TooManyHours(finding.remedy.clone())));
    whole.chain(assessment.findings.iter().filter_map(unchecked)).collect()
}

/// More is chosen than there is time for. That what the law demands takes more is told in the review, and leaves nothing to
/// do in the plan.
fn too_many_are_chosen(finding: &Finding) -> bool {
    finding.rule == Rule::FollowUpHours && finding.case == CHOSEN
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
        let [Left::TooManyHours(what)] = &said(&narrow)[..] else { panic!("{:?}", said(&narrow)) };
        assert!(what.sv.starts_with("Ta bort K1 Studiebesök"), "{}", what.sv);
        let by_law = answering(choosing(&example("stadning"), &["lab-terms-duty"]), &json!({ "q35": 1 }));
        assert!(!said(&by_law).iter().any(|one| matches!(one, Left::TooManyHours(_))), "{:?}", said(&by_law));
        let unchecked = with_rules(visits, "emp-study-visit", |rules| rules.follow_up = None);
        assert_eq!(said(&unchecked), [Left::Check("emp-study-visit".into())]);
    }

    #[test]
    fn nothing_is_left_to_plan_while_nothing_stands() {
        assert_eq!(said(&buying(example("stadning"), &json!({ "start": null }))), []);
    }
}
