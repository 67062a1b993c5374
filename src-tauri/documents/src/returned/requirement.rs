//! Wordings and values that have been changed.

use domain::catalogue::entry::Entry;
use domain::catalogue::id::ParameterName;
use domain::catalogue::parameter::{Parameter, ParameterRef, ParameterValue};
use domain::edit::Edit;
use domain::format;
use domain::refusal::Refusal;
use domain::requirements::custom::CustomRequirement;
use domain::requirements::requirement::Requirement;
use domain::requirements::wording::plain;
use domain::requirements::words::{Said, Speaker};
use domain::text::{Bilingual, Language};

use super::cells::{CellNow, Touched};
use super::read::Seen;
use super::{Change, Difference, Taker, value, wording};
use crate::sheet::{VALUE, WORDING, options, plain_text};

impl Taker<'_> {
    /// A wording that has been changed.
    pub(super) fn wording(&self, row: &Touched<'_>) -> Option<Change> {
        let cell = row.cells.get(WORDING)?;
        let requirement = self.project.requirement(&row.id.into())?;
        let entry = self.assessment.catalogue.entry(requirement.id())?;
        let said = Speaker::new(self.project, self.assessment, Language::Sv).requirement(entry);
        let text = cell.seen.as_ref().map(Seen::text).unwrap_or_default();
        let wording::Reworded { duties, lost } = wording::reworded(&said, &text);
        // Only the lines are spaced otherwise.
        if cell.odd.is_none() && duties == said.templates() {
            return None;
        }
        let remarks = lost.iter().map(|name| self.became_text(entry, name)).collect();
        let edit = Ok(edit(requirement, &said, duties));
        Some(Change {
            about: self.about(entry),
            place: row.place.clone(),
            differences: self.line_by_line(&said, &text),
            remarks,
            outcome: cell.odd.clone().map_or(edit, Err),
        })
    }

    fn became_text(&self, entry: &Entry, name: &str) -> Bilingual {
        let label = Bilingual::each(|language| {
            let words = entry.text.of(language);
            words.parameters.get(name).cloned().unwrap_or_else(|| name.to_owned())
        });
        self.fill("returned.value_as_text", &[("label", label)])
    }

    /// The duties that read otherwise, each under its letter.
    fn line_by_line(&self, said: &Said<'_>, text: &str) -> Vec<Difference> {
        let old: Vec<String> = said.duties().iter().map(|pieces| plain_text(&plain(pieces))).collect();
        let text = plain_text(text);
        let new: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let pairs = (0..old.len().max(new.len()))
            .map(|i| (i, old.get(i).map_or("", String::as_str), new.get(i).copied().unwrap_or("")));
        let differs = pairs.filter(|(_, old, new)| old != new);
        differs
            .map(|(index, old, new)| {
                let letter = crate::model::letter(index);
                let letter = Bilingual::new(letter.clone(), letter);
                let what = self.fill("returned.wording_letter", &[("letter", letter)]);
                Difference { what, old: old.to_owned(), new: new.to_owned() }
            })
            .collect()
    }

    /// A value that has been changed.
    pub(super) fn value(&self, row: &Touched<'_>) -> Option<Change> {
        let cell = row.cells.get(VALUE)?;
        let named = ParameterRef::try_from(row.id.to_owned()).ok()?;
        let entry = self.assessment.catalogue.entry(&named.entry)?;
        let rules = entry.rules.parameters.get(&named.parameter)?;
        let label = |language| {
            let labels = &entry.text.of(language).parameters;
            labels.get(&named.parameter).cloned().unwrap_or_else(|| named.parameter.to_string())
        };
        let outcome = set(entry, &named.parameter, rules, cell);
        if self.is_set_so(&outcome) {
            return None;
        }
        Some(Change {
            about: self.about(entry),
            place: row.place.clone(),
            differences: vec![self.taken(self.difference(Bilingual::each(label), cell), &outcome)],
            remarks: Vec::new(),
            outcome: cell.odd.clone().map_or(outcome, Err),
        })
    }

    /// Whether the value is what it is already, only typed otherwise: "2,5" for 2.5.
    fn is_set_so(&self, outcome: &Result<Edit, Refusal>) -> bool {
        let Ok(Edit::SetParameter { entry, parameter, value: Some(value) }) = outcome else { return false };
        let values = self.assessment.active_for(entry).map(|active| &active.values);
        let filled = values.and_then(|values| values.get(parameter));
        filled.is_some_and(|filled| filled.value.as_ref() == Some(value))
    }

    /// A number as it is taken, which need not be as it was typed: "8,5 Mkr", "2 500,5 kr".
    fn taken(&self, difference: Difference, outcome: &Result<Edit, Refusal>) -> Difference {
        match outcome {
            Ok(Edit::SetParameter { value: Some(ParameterValue::Number(number)), .. }) => {
                Difference { new: format::decimal(number.0, 2, self.workbook.language), ..difference }
            }
            _ => difference,
        }
    }

    pub(super) fn difference(&self, what: Bilingual, cell: &CellNow<'_>) -> Difference {
        let language = self.workbook.language;
        let shown = |text: String, number: Option<f64>| match number {
            Some(number) => format::decimal(number, 2, language),
            None if text.is_empty() => self.say("returned.empty").of(language).clone(),
            None => text,
        };
        let old = match cell.project {
            crate::sheet::Cell::Number(number) => Some(*number),
            _ => None,
        };
        let new = match cell.seen {
            Some(Seen::Number(number)) => Some(number),
            _ => None,
        };
        let seen = cell.seen.as_ref().map(Seen::text).unwrap_or_default();
        Difference { what, old: shown(cell.project.seen(), old), new: shown(seen, new) }
    }

    /// "K2 Studiebesök"
    fn about(&self, entry: &Entry) -> Bilingual {
        let number = self.assessment.active_for(&entry.id).map_or(0, |active| active.number);
        Bilingual::each(|language| format!("K{number} {}", entry.text.of(language).title))
    }
}

/// An own requirement is written anew; the catalogue's gets the officer's own wording.
fn edit(requirement: &Requirement, said: &Said<'_>, mut duties: Vec<String>) -> Edit {
    let entry = requirement.id().clone();
    match CustomRequirement::of(&requirement.entry) {
        None => Edit::Reword { entry, duties: Some(duties) },
        Some(written) => {
            // The sentence about the weight is the program's own.
            let own = |duty: &String| written.duties.contains(duty) || !said.templates().contains(duty);
            duties.retain(own);
            Edit::WriteOwn { entry, requirement: Some(CustomRequirement { duties, ..written }) }
        }
    }
}

fn set(entry: &Entry, name: &ParameterName, rules: &Parameter, cell: &CellNow<'_>) -> Result<Edit, Refusal> {
    let words = [Language::Sv, Language::En].map(|language| options(rules, name, entry.text.of(language)));
    let read = |seen| value::read(name, rules, seen, &words.concat());
    let value = cell.seen.as_ref().map(read).transpose()?;
    Ok(Edit::SetParameter { entry: entry.id.clone(), parameter: name.clone(), value })
}
