//! Task 5: what a shortfall leads to, step by step, said once for all requirements.

use domain::catalogue::entry::{Entry, Role, Sanction};
use domain::requirements::words::Speaker;
use serde::Serialize;
use ts_rs::TS;

use super::requirement::number;

/// A step that a shortfall can lead to.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SanctionStep {
    /// "Vite med tak"
    pub name: String,
    /// "K9", of the requirement that says so.
    pub number: Option<String>,
    /// What it means; that it has not been chosen, when it has not.
    pub text: String,
    /// Its values, with the ceiling among them.
    pub values: Vec<SanctionValue>,
    /// "K1", "K3": the requirements that can lead here.
    pub after: Vec<String>,
    /// It stands. One that does not is shown so that nobody believes that it does.
    pub stands: bool,
}

/// A value of a step.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SanctionValue {
    /// "Högsta vite per avtalsår"
    pub label: String,
    /// "3 %"
    pub shown: String,
}

/// The steps, the mildest first, as far as what stands leads to them.
pub fn steps(speaker: Speaker<'_>) -> Vec<SanctionStep> {
    let cure = after(speaker, |sanction| sanction != Sanction::None);
    let damages = |s| matches!(s, Sanction::CureThenDamages | Sanction::CureThenDamagesThenTermination);
    let damages = after(speaker, damages);
    let termination = after(speaker, |sanction| sanction == Sanction::CureThenDamagesThenTermination);
    let steps = [
        said_by(Role::Cure, "cure", cure, speaker),
        said_by(Role::Damages, "damages", damages, speaker),
        SanctionStep {
            name: speaker.phrase("window.ladder.termination"),
            number: None,
            text: speaker.phrase("specification.facts.termination"),
            values: Vec::new(),
            after: termination,
            stands: true,
        },
    ];
    steps.into_iter().filter(|step| !step.after.is_empty()).collect()
}

/// A step that a requirement says, or that it is not chosen while none does.
fn said_by(role: Role, key: &str, after: Vec<String>, speaker: Speaker<'_>) -> SanctionStep {
    let active = speaker.in_role(role);
    let entry = active.and_then(|active| speaker.catalogue.entry(&active.entry));
    let not_chosen = || speaker.phrase("window.ladder.not_chosen");
    SanctionStep {
        name: speaker.phrase(&format!("window.ladder.{key}")),
        number: active.map(number),
        text: entry.map_or_else(not_chosen, |entry| entry.text.of(speaker.language).summary.clone()),
        values: entry.map(|entry| values(entry, speaker)).unwrap_or_default(),
        after,
        stands: entry.is_some(),
    }
}

fn values(entry: &Entry, speaker: Speaker<'_>) -> Vec<SanctionValue> {
    let said = speaker.requirement(entry);
    let labels = said.words.parameters.iter();
    labels
        .map(|(name, label)| SanctionValue { label: label.clone(), shown: said.shown(name.as_str()) })
        .collect()
}

/// The numbers of what stands and can lead there, save what only says what the steps are.
fn after(speaker: Speaker<'_>, leads: impl Fn(Sanction) -> bool) -> Vec<String> {
    let is_step = |entry: &Entry| matches!(entry.rules.role, Some(Role::Cure | Role::Damages));
    let leads = |entry: &Entry| !is_step(entry) && leads(entry.rules.sanction);
    let active = speaker.assessment.active.iter();
    active.filter(|a| speaker.catalogue.entry(&a.entry).is_some_and(leads)).map(number).collect()
}
