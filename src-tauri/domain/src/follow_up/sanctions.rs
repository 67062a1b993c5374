//! What a shortfall leads to, step by step, said once for all requirements.

use crate::assess::Active;
use crate::catalogue::entry::{Entry, Role, Sanction};
use crate::requirements::words::Speaker;

/// A step that a shortfall can lead to.
#[derive(Clone, Debug, PartialEq)]
pub struct Step<'a> {
    /// "Vite med tak"
    pub name: String,
    /// The requirement that says so.
    pub said_by: Option<&'a Active>,
    /// What it means; that it has not been chosen, when it has not.
    pub text: String,
    /// Its values, with the ceiling among them: label and value.
    pub values: Vec<(String, String)>,
    /// The requirements that can lead here.
    pub after: Vec<&'a Active>,
    /// It stands. One that does not is told of all the same, so that nobody believes that it does.
    pub stands: bool,
}

/// The steps, the mildest first, as far as what stands leads to them.
pub fn steps(speaker: Speaker<'_>) -> Vec<Step<'_>> {
    let cure = after(speaker, |entry| entry.rules.sanction != Sanction::None);
    let damages = after(speaker, |entry| entry.rules.sanction.leads_to_damages());
    let termination =
        after(speaker, |entry| entry.rules.sanction == Sanction::CureThenDamagesThenTermination);
    let steps = [
        said_by(Role::Cure, "cure", cure, speaker),
        said_by(Role::Damages, "damages", damages, speaker),
        Step {
            name: speaker.phrase("window.ladder.termination"),
            said_by: None,
            text: speaker.phrase("specification.facts.termination"),
            values: Vec::new(),
            after: termination,
            stands: true,
        },
    ];
    steps.into_iter().filter(|step| !step.after.is_empty()).collect()
}

/// A step that a requirement says, or that it is not chosen while none does.
fn said_by<'a>(role: Role, key: &str, after: Vec<&'a Active>, speaker: Speaker<'a>) -> Step<'a> {
    let active = speaker.in_role(role);
    let entry = active.and_then(|active| speaker.catalogue.entry(&active.entry));
    let not_chosen = || speaker.phrase("window.ladder.not_chosen");
    Step {
        name: speaker.phrase(&format!("window.ladder.{key}")),
        said_by: active,
        text: entry.map_or_else(not_chosen, |entry| entry.text.of(speaker.language).summary.clone()),
        values: entry.map(|entry| values(entry, speaker)).unwrap_or_default(),
        after,
        stands: entry.is_some(),
    }
}

fn values(entry: &Entry, speaker: Speaker<'_>) -> Vec<(String, String)> {
    let said = speaker.requirement(entry);
    let labels = said.words.parameters.iter();
    labels.map(|(name, label)| (label.clone(), said.shown(name.as_str()))).collect()
}

/// What stands and can lead there, save what only says what the steps are.
fn after(speaker: Speaker<'_>, leads: impl Fn(&Entry) -> bool) -> Vec<&Active> {
    let is_step = |entry: &Entry| matches!(entry.rules.role, Some(Role::Cure | Role::Damages));
    let leads = |entry: &Entry| !is_step(entry) && leads(entry);
    let active = speaker.assessment.active.iter();
    active.filter(|active| speaker.catalogue.entry(&active.entry).is_some_and(leads)).collect()
}
