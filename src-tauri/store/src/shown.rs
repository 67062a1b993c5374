//! What of a project is shown somewhere. The rest is kept, and not used: an answer to a question that does not matter now, a
//! value that no text needs now.

use domain::assess::assess;
use domain::catalogue::Catalogue;
use domain::catalogue::id::{ParameterName, QuestionId};
use domain::project::Project;
use domain::requirements::requirement::Requirement;
use domain::requirements::wording::{Part, parts};
use domain::requirements::words::Speaker;
use domain::text::Language;
use jiff::civil::Date;

/// The project without what is not shown.
pub(crate) fn only_shown(mut project: Project, catalogue: &Catalogue, today: Date) -> Project {
    let assessment = assess(&project, catalogue, today);
    let speaker = Speaker::new(&project, &assessment, Language::Sv);
    let hidden: Vec<Vec<ParameterName>> =
        project.requirements.iter().map(|one| hidden(one, speaker)).collect();
    for (requirement, hidden) in project.requirements.iter_mut().zip(hidden) {
        requirement.values.retain(|name, _| !hidden.contains(name));
    }
    let visible =
        |id: &QuestionId| assessment.questions.iter().any(|question| question.visible && question.id == *id);
    project.answers.retain(|id, _| visible(id));
    project
}

/// The values that the officer set, and that no text needs: those that the officer's own text names are in it.
fn hidden(requirement: &Requirement, speaker: Speaker<'_>) -> Vec<ParameterName> {
    let facts = &speaker.assessment.facts;
    let templates = speaker.requirement(&requirement.worded()).templates();
    let is_said = |name: &str| {
        let mut parts = templates.iter().flat_map(|template| parts(template));
        parts.any(|part| matches!(part, Part::Slot(slot) if slot.name == name))
    };
    let needed = |name: &ParameterName| {
        requirement.entry.rules.parameters.get(name).is_some_and(|known| known.is_needed(facts))
    };
    let names = requirement.values.keys();
    names.filter(|name| !needed(name) && !is_said(name.as_str())).cloned().collect()
}
