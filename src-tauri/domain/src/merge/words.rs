//! Fields in words, as the officer sees them side by side.

use serde_json::Value;

use super::Field;
use crate::catalogue::id::{EntryId, ParameterName, QuestionId};
use crate::fixed::fields;
use crate::format;
use crate::needs::answer::Answer;
use crate::needs::facts::serde_name;
use crate::procurement::regime_words::short;
use crate::requirements::decision::Decision;
use crate::requirements::requirement::Requirement;
use crate::requirements::wording::plain;
use crate::requirements::words::Speaker;

impl Field {
    /// What it is: "Studiebesök, antal besök per avtalsår". A requirement is named by the first that has it.
    pub fn label(&self, speakers: &[Speaker<'_>]) -> String {
        let Some(first) = speakers.first() else { return self.to_string() };
        let part = |entry, part: &str| {
            format!("{}, {}", title(entry, speakers), first.phrase(&format!("program.merge.{part}")))
        };
        match self {
            Self::Fact(name) => first.phrase(&format!("program.fields.{name}")),
            Self::Regime => first.phrase("program.merge.regime"),
            Self::Answer(question) => asked(question, *first),
            Self::Requirement(entry) => title(entry, speakers),
            Self::Entry(entry) => part(entry, "entry"),
            Self::Chosen(entry) => part(entry, "chosen"),
            Self::Wording(entry) => part(entry, "wording"),
            Self::Value(entry, name) => {
                format!("{}, {}", title(entry, speakers), value_label(entry, name, speakers))
            }
            Self::Decision(theme) => {
                let theme = first.phrase(&format!("general.themes.{}", theme.code()));
                first.filled("program.merge.decision", &[("theme", theme)])
            }
            Self::Override(finding) => {
                let place = finding.place.words(first.assessment).of(first.language).clone();
                first.filled("program.merge.override", &[("code", finding.code.clone()), ("place", place)])
            }
            Self::Fixed(version) => first.filled("program.merge.fixed", &[("version", version.to_string())]),
        }
    }

    /// What it says in a project; nothing when it is not filled in there.
    pub fn shown(&self, speaker: Speaker<'_>) -> Option<String> {
        let project = speaker.project;
        let requirement = |entry| project.requirement(entry);
        let say = |key: &str| speaker.phrase(&format!("program.merge.{key}"));
        match self {
            Self::Fact(name) => fact(name, speaker),
            Self::Regime => project.regime_override.as_ref().map(|choice| {
                let regime = short(choice.regime, project.procurement.act, &speaker.catalogue.phrases);
                with_reason(regime.of(speaker.language), &choice.reason)
            }),
            Self::Answer(question) => {
                project.answers.get(question).map(|answer| answered(question, answer, speaker))
            }
            Self::Requirement(entry) | Self::Chosen(entry) => {
                requirement(entry).map(|one| say(if one.chosen { "is_chosen" } else { "stands_by" }))
            }
            Self::Entry(entry) => requirement(entry).map(|one| taken_over(one, speaker)),
            Self::Value(entry, name) => requirement(entry).map(|one| value(one, name, speaker)),
            Self::Wording(entry) => requirement(entry).map(|one| duties(one, speaker)),
            Self::Decision(theme) => project.decisions.get(theme).map(|decision| decided(decision, speaker)),
            Self::Override(finding) => project.set_aside(finding).map(|set_aside| set_aside.reason.clone()),
            Self::Fixed(version) => {
                let fixed = project.fixed.iter().find(|fixed| fixed.version == *version);
                fixed.map(|fixed| with_reason(&format::date(fixed.on), &fixed.by))
            }
        }
    }
}

/// The words and the reason after them, when one is given.
fn with_reason(words: &str, reason: &str) -> String {
    match reason.trim() {
        "" => words.to_owned(),
        reason => format!("{words}. {reason}"),
    }
}

/// The name of a requirement in the first project that has it.
fn title(entry: &EntryId, speakers: &[Speaker<'_>]) -> String {
    let known = |speaker: &&Speaker<'_>| speaker.project.requirement(entry).is_some();
    let speaker = speakers.iter().find(known).or(speakers.first());
    speaker.map_or_else(|| entry.to_string(), |speaker| speaker.title(entry))
}

fn value_label(entry: &EntryId, name: &ParameterName, speakers: &[Speaker<'_>]) -> String {
    let label = |speaker: &Speaker<'_>| {
        let words = speaker.project.requirement(entry)?.entry.text.of(speaker.language);
        words.parameters.get(name).map(|label| format::lower_first(label))
    };
    speakers.iter().find_map(label).unwrap_or_else(|| name.to_string())
}

fn asked(question: &QuestionId, speaker: Speaker<'_>) -> String {
    let known = speaker.catalogue.questions.get(question);
    known.map_or_else(|| question.to_string(), |known| known.text.of(speaker.language).question.clone())
}

fn answered(question: &QuestionId, answer: &Answer, speaker: Speaker<'_>) -> String {
    match (answer, speaker.catalogue.questions.get(question)) {
        (Answer::Unknown { unknown }, _) => with_reason(&speaker.phrase("general.options.unknown"), unknown),
        (Answer::NotRelevant { not_relevant }, _) => {
            with_reason(&speaker.phrase("general.options.not_relevant"), not_relevant)
        }
        (_, Some(known)) => {
            let reason = crate::needs::answer_words::reason(answer, known).unwrap_or_default();
            with_reason(&speaker.answer(known, answer), reason)
        }
        (_, None) => String::new(),
    }
}

fn fact(name: &str, speaker: Speaker<'_>) -> Option<String> {
    let shown = match (name, fields(&speaker.project.procurement).remove(name)?) {
        (_, Value::Bool(yes)) => {
            speaker.phrase(if yes { "general.options.yes" } else { "general.options.no" })
        }
        ("value_sek" | "option_value_sek", Value::Number(value)) => {
            format::money(value.as_f64()?, speaker.language)
        }
        (_, Value::Number(count)) => count.to_string(),
        (_, Value::Array(items)) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        (_, Value::String(text)) => match table(name) {
            Some(table) => speaker.phrase(&format!("{table}.{text}")),
            None => text,
        },
        (_, Value::Null | Value::Object(_)) => return None,
    };
    Some(shown).filter(|shown| !shown.is_empty())
}

/// Where the words of a fact stand that is one of some.
fn table(name: &str) -> Option<&'static str> {
    match name {
        "authority_kind" => Some("general.authority_kinds"),
        "act" => Some("general.acts"),
        "nature" => Some("general.natures"),
        "call_off" => Some("decision_record.call_off"),
        "subcontracting" => Some("decision_record.subcontracting"),
        _ => None,
    }
}

/// The value that holds, and that it is not the officer's when it is not.
fn value(requirement: &Requirement, name: &ParameterName, speaker: Speaker<'_>) -> String {
    let shown = speaker.requirement(&requirement.entry).shown(name.as_str());
    if requirement.values.contains_key(name) {
        return shown;
    }
    speaker.filled("program.merge.proposed", &[("value", shown)])
}

fn duties(requirement: &Requirement, speaker: Speaker<'_>) -> String {
    let worded = requirement.worded();
    let duties = speaker.requirement(&worded).duties();
    duties.iter().map(|pieces| plain(pieces)).collect::<Vec<_>>().join("\n")
}

/// An own requirement is its text; one of the catalogue is told by its version there.
fn taken_over(requirement: &Requirement, speaker: Speaker<'_>) -> String {
    if requirement.entry.is_custom() {
        let title = &requirement.entry.text.of(speaker.language).title;
        return format!("{title}\n{}", duties(requirement, speaker));
    }
    let version = requirement.entry.rules.version.to_string();
    speaker.filled("program.merge.version", &[("version", version)])
}

fn decided(decision: &Decision, speaker: Speaker<'_>) -> String {
    let outcome = speaker.phrase(&format!("sheet.outcomes.{}", serde_name(&decision.outcome)));
    with_reason(&outcome, &decision.reason)
}
