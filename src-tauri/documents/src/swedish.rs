//! What the officer has written in a project, which is Swedish whatever the language of the document.

use domain::assess::Assessment;
use domain::catalogue::entry::EntryText;
use domain::catalogue::parameter::{ParameterKind, ParameterValue};
use domain::needs::answer::{Answer, FieldValue};
use domain::procurement::Procurement;
use domain::project::Project;
use domain::requirements::requirement::Requirement;
use domain::requirements::words::Speaker;
use domain::text::Language;

use crate::model::Swedish;

/// The officer's words, as they are printed in a document in this language: none stand out in one in Swedish.
pub(crate) fn in_document(project: &Project, assessment: &Assessment, language: Language) -> Swedish {
    if language == Language::Sv {
        return Swedish::default();
    }
    let speaker = Speaker::new(project, assessment, Language::Sv);
    let requirements = project.standing();
    let own = requirements.iter().flat_map(|requirement| own_texts(requirement, speaker));
    let titles =
        requirements.iter().filter(|it| it.entry.is_custom()).map(|it| it.entry.text.sv.title.clone());
    let values = requirements.iter().flat_map(|requirement| values(requirement));
    let reasons = project.decisions.values().map(|decision| decision.reason.clone());
    let reasons = reasons.chain(project.overrides.iter().map(|set_aside| set_aside.reason.clone()));
    let reasons = reasons.chain(project.regime_override.iter().map(|other| other.reason.clone()));
    let within = facts(&project.procurement).chain(titles).chain(values).chain(reasons);
    Swedish::of(own, within.chain(answers(project, assessment)))
}

fn facts(p: &Procurement) -> impl Iterator<Item = String> {
    let facts = [
        &p.title,
        &p.authority_name,
        &p.unit,
        &p.officer,
        &p.contact,
        &p.contract_manager,
        &p.decision_maker,
        &p.aim,
    ];
    facts.into_iter().chain(&p.lots).cloned()
}

/// The duties in the officer's own words, with their values; of a requirement of the officer's own, all that it says.
fn own_texts(requirement: &Requirement, speaker: Speaker<'_>) -> Vec<String> {
    if requirement.own_wording.is_empty() && !requirement.entry.is_custom() {
        return Vec::new();
    }
    let entry = requirement.worded();
    let said = speaker.requirement(&entry);
    let duties = said.duties().into_iter().map(|pieces| domain::requirements::wording::plain(&pieces));
    let rest = requirement.entry.is_custom().then(|| beside_duties(&entry.text.sv));
    duties.chain(rest.into_iter().flatten()).collect()
}

fn beside_duties(words: &EntryText) -> Vec<String> {
    let EntryText { motive, evidence_tender, evidence_contract, follow_up, .. } = words;
    [motive, evidence_tender, evidence_contract, follow_up].map(Clone::clone).into()
}

/// Values that are written, as against counted or chosen.
fn values(requirement: &Requirement) -> Vec<String> {
    let kind = |name| requirement.entry.rules.parameters.get(name).map(|parameter| parameter.kind);
    let written = requirement.values.iter().flat_map(|(name, value)| match (kind(name), value) {
        (Some(ParameterKind::Text), ParameterValue::Text(text)) => vec![text.clone()],
        (Some(ParameterKind::Table), ParameterValue::Table(rows)) => rows.concat(),
        _ => Vec::new(),
    });
    written.collect()
}

/// Why something was answered, whom to ask, and what was typed.
fn answers<'a>(project: &'a Project, assessment: &'a Assessment) -> impl Iterator<Item = String> + 'a {
    project.answers.iter().flat_map(|(id, answer)| {
        let question = assessment.catalogue.questions.get(id);
        let typed = question.into_iter().flat_map(|question| {
            let is_typed =
                |name| question.rules.fields.get(name).is_none_or(|field| field.options.is_empty());
            answer.values(question).into_iter().filter(move |(name, _)| is_typed(*name))
        });
        let typed = typed.filter_map(|(_, value)| match value {
            FieldValue::Text(text) => Some(text.clone()),
            FieldValue::Number(_) | FieldValue::Codes(_) => None,
        });
        let noted = match answer {
            Answer::Unknown { unknown: text } | Answer::NotRelevant { not_relevant: text } => {
                Some(text.clone())
            }
            Answer::Single(_) | Answer::Fields(_) => None,
        };
        typed.chain(noted).collect::<Vec<_>>()
    })
}
