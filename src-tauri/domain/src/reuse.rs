//! New projects out of one that is here: a copy of the whole, and a beginning from a template.

use jiff::civil::Date;
use std::collections::BTreeMap;

use crate::catalogue::parameter::ParameterValue;
use crate::needs::answer::{Answer, FieldValue};
use crate::procurement::Procurement;
use crate::project::{Project, ProjectId};
use crate::requirements::requirement::Requirement;

/// A project with everything that another one holds, under a title of its own. Nothing of the copy has been fixed.
pub fn copy(project: &Project, id: ProjectId, title: String) -> Project {
    let procurement = Procurement { title, ..project.procurement.clone() };
    Project { id, procurement, fixed: Vec::new(), ..project.clone() }
}

/// A new procurement that begins with what a template holds: facts, answers, requirements with the officer's values, and
/// the decisions about themes with their reasons.
///
/// Left out is what was true of one procurement alone, and would be wrong in the next without anybody noticing:
/// - the case number, which belongs to one case;
/// - every day, among facts, answers and values: the notice decides which thresholds hold, the start when reports are due,
///   and a collective agreement may have run out since;
/// - the officer's own choice of regime, since value and thresholds are others next time;
/// - Stops that were set aside: somebody answered for those with name and date;
/// - the versions that were fixed.
///
/// Every field is named here, so that a new one cannot be taken along unconsidered.
pub fn begin_from(template: &Project, id: ProjectId) -> Project {
    let Project {
        id: _,
        edition,
        procurement,
        regime_override: _,
        answers,
        requirements,
        decisions,
        overrides: _,
        fixed: _,
    } = template.clone();
    Project {
        id,
        edition,
        procurement: Procurement {
            reference: String::new(),
            notice_date: None,
            tender_deadline: None,
            start: None,
            ..procurement
        },
        regime_override: None,
        answers: answers.into_iter().filter_map(|(id, answer)| Some((id, undated(answer)?))).collect(),
        requirements: requirements.into_iter().map(with_undated_values).collect(),
        decisions,
        overrides: Vec::new(),
        fixed: Vec::new(),
    }
}

/// An answer without the days in it; nothing when it was only a day.
fn undated(answer: Answer) -> Option<Answer> {
    match answer {
        Answer::Single(value) if is_day(&value) => None,
        Answer::Fields(mut fields) => {
            fields.retain(|_, value| !is_day(value));
            (!fields.is_empty()).then_some(Answer::Fields(fields))
        }
        whole => Some(whole),
    }
}

fn with_undated_values(requirement: Requirement) -> Requirement {
    let is_day = |value: &ParameterValue| matches!(value, ParameterValue::Text(text) if names_a_day(text));
    let values: BTreeMap<_, _> = requirement.values.into_iter().filter(|(_, value)| !is_day(value)).collect();
    Requirement { values, ..requirement }
}

fn is_day(value: &FieldValue) -> bool {
    matches!(value, FieldValue::Text(text) if names_a_day(text))
}

fn names_a_day(text: &str) -> bool {
    text.parse::<Date>().is_ok()
}
